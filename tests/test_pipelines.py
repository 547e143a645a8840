# SPDX-License-Identifier: GPL-2.0-or-later
"""The recipes in README.md and in its page of more pipelines, run as they are written, on every Wireshark."""
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import time

import pytest

from harness import events, expected, readme
from harness.slurm import Slurm

SECTION = readme.README.split("\n## Pipelines\n")[1].split("\n## ")[0] + "\n" + readme.MORE_PIPELINES
RECIPES = {title: re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
           for title, text in re.findall(r"^##+ (.*?)\n(.*?)(?=^#|\Z)", SECTION, re.MULTILINE | re.DOTALL)}

TIMEOUT_SECONDS = 300
COLUMNS = ("frame", "sender", "space", "value", "name", "carrier", "stream", "retry", "fault", "summary")

# Enough to tell orders apart, few enough to read four times on each Wireshark.
MANY = [name for name in expected.captures() if name.startswith(("http1_", "h3_"))]


class Kitchen:
    """A folder to run recipes in, with a capture, a folder of captures, and the programs of a Wireshark under test.

    The recipes' shell runs here, with this machine's jq and parallel; tshark and its sisters run where the Wireshark
    under test is, and see the same folder there.
    """

    def __init__(self, wireshark):
        stage = pathlib.Path(wireshark.root, wireshark.stage.lstrip("/"))
        self.wireshark = wireshark
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="pipelines.", dir=stage))
        self.place.chmod(0o755)
        self.inside = "%s/%s" % (wireshark.stage, self.place.name)
        (self.place / "plugin").symlink_to("../plugin")
        (self.place / "captures").mkdir()
        for name in MANY:
            (self.place / "captures" / (name + ".pcapng")).symlink_to("../../tests/captures/%s.pcapng" % name)
        shutil.copy(stage / "tests" / "captures" / "tour.pcapng", self.place / "capture.pcapng")
        (self.place / "bin").mkdir()
        self._add_program("tshark", [*wireshark.command(self.inside), "tshark"])
        if os.geteuid() == 0:
            # Root needs no sudo, and what runs by sudo is not to run as nobody.
            self._add_program("sudo", [])
            self._add_program("dumpcap", ["chroot", wireshark.root, "/usr/bin/dumpcap"])

    def _add_program(self, name, command):
        program = self.place / "bin" / name
        program.write_text('#!/bin/sh\nexec %s "$@"\n' % shlex.join(command))
        program.chmod(0o755)

    def environment(self, **more):
        # GNU parallel keeps its own files in the home folder, and asks to be cited unless told not to.
        path = "%s/bin:/usr/sbin:/usr/bin:/sbin:/bin" % self.place
        return {"PATH": path, "HOME": str(self.place), "LC_ALL": "C.UTF-8", "PARALLEL": "--will-cite", **more}

    def cook(self, recipe, **more):
        answer = subprocess.run(["bash", "-euo", "pipefail", "-c", recipe], cwd=self.place,
                                env=self.environment(**more), stdin=subprocess.DEVNULL, capture_output=True,
                                encoding="utf-8", timeout=TIMEOUT_SECONDS, check=False)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        trouble = events.TROUBLE.search(answer.stderr)
        assert not trouble, trouble.group()
        return answer

    def read(self, name):
        return (self.place / name).read_text()

    def close(self):
        shutil.rmtree(self.place)


@pytest.fixture(name="kitchen")
def fixture_kitchen(wireshark):
    kitchen = Kitchen(wireshark)
    yield kitchen
    kitchen.close()


def sent(wireshark):
    """Frame, sender and value of each code in the capture, in the order of the wire, as text."""
    return [(str(code.frame), str(events.SENDERS.index(code.sender)), str(code.value))
            for code in expected.codes("tour", wireshark.series)]


def test_every_recipe_has_its_test():
    assert {title: len(blocks) for title, blocks in RECIPES.items()} == {
        "Tab-separated values": 2, "JSON": 1, "JSON lines": 1, "Requests": 1, "Counting": 1,
        "A file in one line": 1, "More": 0, "A live capture": 1, "Elasticsearch and OpenSearch": 1, "Many captures": 4}


def test_a_row_for_each_packet_is_aligned(kitchen):
    printed = kitchen.cook(RECIPES["Tab-separated values"][0]).stdout
    rows = []
    for line in printed.splitlines():
        frame, *columns = line.split("\t")
        lists = [column.split(";") for column in columns]
        assert len(set(map(len, lists))) == 1, line
        rows += [(frame, sender, value) for sender, value, *_ in zip(*lists)]
    assert rows == sent(kitchen.wireshark)


def test_a_row_for_each_code(kitchen):
    kitchen.cook(RECIPES["Tab-separated values"][1])
    rows = [line.split("\t") for line in kitchen.read("codes.tsv").splitlines()]
    assert {len(row) for row in rows} == {1 + len(COLUMNS)}
    assert {row[0] for row in rows} == {"capture.pcapng"}
    assert [(row[1], row[2], row[4]) for row in rows] == sent(kitchen.wireshark)


def test_json_keeps_every_code_of_a_packet(kitchen):
    kitchen.cook(RECIPES["JSON"][0])
    found = []
    for packet in json.loads(kitchen.read("codes.json")):
        layers = packet["_source"]["layers"]
        codes = layers["httpcodes"]["httpcodes.event"]
        found += [(layers["frame"]["frame.number"], code["httpcodes.sender"], code["httpcodes.value"])
                  for code in (codes if type(codes) is list else [codes])]
    assert found == sent(kitchen.wireshark)


def test_a_json_record_for_each_code(kitchen):
    kitchen.cook(RECIPES["JSON lines"][0] + RECIPES["Tab-separated values"][1])
    records = [json.loads(line) for line in kitchen.read("codes.jsonl").splitlines()]
    assert {tuple(sorted(record)) for record in records} == {tuple(sorted((*COLUMNS, "time")))}
    rows = [line.split("\t")[1:] for line in kitchen.read("codes.tsv").splitlines()]
    assert [[record[column] for column in COLUMNS] for record in records] == rows


def test_requests(kitchen):
    kitchen.cook(RECIPES["Requests"][0])
    # test_exchanges.py compares what is in them.
    titles, *rows = kitchen.read("exchanges.tsv").splitlines()
    objects = [json.loads(line) for line in kitchen.read("exchanges.jsonl").splitlines()]
    assert [int(row.split("\t")[0]) for row in rows] == [found["frame"] for found in objects] != []
    assert titles.split("\t")[0] == "frame"


def test_counting(kitchen):
    printed = kitchen.cook("".join(RECIPES["Counting"])).stdout
    # test_statistics.py compares every number.
    for row in (r"^Codes .*  \d+ ", r"^ 192\.0\.2\.10  +\d+ ", r" HTTP Codes  Client error"):
        assert re.search(row, printed, re.MULTILINE), printed


def test_a_file_in_one_line(kitchen):
    lines = kitchen.cook(RECIPES["A file in one line"][0]).stdout.splitlines()
    codes = expected.codes("tour", kitchen.wireshark.series)
    packets = expected.index()["tour"]["packets"]
    assert lines[0].startswith("capture.pcapng: %d packets, %d codes, " % (packets, len(codes)))
    assert re.search(r", [1-9]\d* blame the client, [1-9]\d* the server, 5 safe to retry$", lines[0])
    assert len(lines) == 1 + len(list(expected.CAPTURES.glob("http1_*.pcapng")))


@pytest.mark.xdist_group("live capture")
def test_a_live_capture(kitchen):
    if os.geteuid() and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this user may not capture: sudo asks for a password")
    with Loopback() as loopback, loopback.start([*SERVER, str(kitchen.place)]):
        with open(kitchen.place / "live.txt", "wb") as shown, open(kitchen.place / "live.log", "wb") as log:
            capture = loopback.start(["bash", "-c", RECIPES["A live capture"][0]], cwd=kitchen.place,
                                     env=kitchen.environment(), stdout=shown, stderr=log)
        with capture:
            wait_for_an_answer(kitchen, loopback, capture)
            interrupt(capture)
            capture.wait(TIMEOUT_SECONDS)
    lines = [line.split("\t") for line in kitchen.read("live.txt").splitlines()]
    said = {re.sub(r" \(frame \d+\)", "", summary) for _, summary in lines}
    assert said == {"server answered GET /capture.pcapng: 200 OK",
                    "server answered GET /missing: 404 Not Found, do not retry"}
    assert all(abs(float(when) - time.time()) < TIMEOUT_SECONDS for when, _ in lines)


SERVER = ["/usr/bin/python3", "-m", "http.server", "--bind", "127.0.0.1", "8080", "--directory"]


def wait_for_an_answer(kitchen, loopback, capture):
    """Asks for a file that is there and for one that is not, until the capture, which has to start, shows both."""
    end = time.monotonic() + 60
    while not re.search("200 OK.*\n.*404 .*\n", kitchen.read("live.txt")):
        assert time.monotonic() < end and capture.poll() is None, kitchen.read("live.log")
        for path in ("capture.pcapng", "missing"):
            loopback.call(["curl", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/" + path])
        time.sleep(1)


def interrupt(process):
    """As Ctrl-C on a terminal does: the signal goes to all programs of the pipeline."""
    os.killpg(process.pid, signal.SIGINT)


class Loopback:
    """A loopback of our own, where nobody else is on port 8080; without root the machine's."""

    def __enter__(self):
        self.holder = None
        if os.geteuid() == 0:
            script = "ip link set lo up && echo up && exec sleep infinity"
            self.holder = subprocess.Popen(["unshare", "--net", "sh", "-c", script], stdout=subprocess.PIPE)
            assert self.holder.stdout.readline() == b"up\n"
        return self

    def __exit__(self, *_):
        if self.holder:
            self.holder.kill()
            self.holder.wait()
            self.holder.stdout.close()

    def _command(self, arguments):
        return [*(["nsenter", "--net", "--target", str(self.holder.pid)] if self.holder else []), *arguments]

    def call(self, arguments):
        subprocess.run(self._command(arguments), check=False, timeout=TIMEOUT_SECONDS)

    def start(self, arguments, **options):
        return Started(self._command(arguments), start_new_session=True,
                       **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options})


class Started(subprocess.Popen):
    """A process with its children; leaving it ends what still runs of them."""

    def __exit__(self, *exception):
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        return super().__exit__(*exception)


def test_elasticsearch_gets_what_its_mapping_says(kitchen):
    kitchen.cook(RECIPES["Elasticsearch and OpenSearch"][0])
    mapping = json.loads(kitchen.read("mapping.json"))
    assert set(mapping) == {"settings", "mappings"}
    properties = mapping["mappings"]["properties"]
    ours = properties["layers"]["properties"]["httpcodes"]["properties"]
    types = {field: kind["type"] for field, kind in ours.items()}
    assert types["httpcodes_httpcodes_space"] == "short" and types["httpcodes_httpcodes_value"] == "long"
    assert properties["timestamp"]["type"] == "date"
    lines = [json.loads(line) for line in kitchen.read("bulk.jsonl").splitlines()]
    assert all(action == {"index": {"_index": "codes"}} for action in lines[::2])
    assert [code for document in lines[1::2] for code in codes_of(document, types)] == sent(kitchen.wireshark)


WITHOUT_BOUND = ("keyword", "float", "double", "date", "boolean")
LARGEST = {"short": 2**15 - 1, "integer": 2**31 - 1, "long": 2**63 - 1}  # the types of numbers that we use


def codes_of(document, types):
    """Frame, sender and value of the codes in a document, whose values must be of their types."""
    assert document["timestamp"].isdigit()
    ours = document["layers"]["httpcodes"]
    fields = {field: value if type(value) is list else [value] for field, value in ours.items()}
    for field, kind in types.items():
        for value in fields.get(field, []):
            assert kind in WITHOUT_BOUND or abs(int(value)) <= LARGEST[kind], (field, kind, value)
    senders, values = fields["httpcodes_httpcodes_sender"], fields["httpcodes_httpcodes_value"]
    return [(document["frame"], sender, value) for sender, value in zip(senders, values, strict=True)]


def serially(kitchen):
    """What all other ways must give, too."""
    kitchen.cook(RECIPES["Many captures"][0])
    return kitchen.read("codes-serial.tsv")


@pytest.mark.xdist_group("many captures")
def test_many_captures_give_the_same_in_every_way(kitchen):
    _, parallel, hosts, _ = RECIPES["Many captures"]
    right = serially(kitchen)
    rows = [row.split("\t") for row in right.splitlines()]
    sent = [("captures/%s.pcapng" % name, str(code.frame), str(code.value))
            for name in MANY for code in expected.codes(name, kitchen.wireshark.series)]
    assert [(row[0], row[1], row[4]) for row in rows] == sent
    for recipe, result in ((parallel, "codes-parallel.tsv"), (hosts, "codes-hosts.tsv")):
        answer = kitchen.cook(recipe)
        assert "100%" in answer.stderr, "no progress bar"
        assert kitchen.read(result) == right


@pytest.fixture(scope="module", name="slurm")
def fixture_slurm():
    if not any(pathlib.Path("/sys/fs/cgroup", name).exists() for name in ("cgroup.controllers", "cpuset", "memory")):
        pytest.skip("Slurm needs cgroups, and there are none in /sys/fs/cgroup")
    with Slurm() as slurm:
        yield slurm


@pytest.mark.xdist_group("slurm")
def test_a_cluster_gives_the_same(kitchen, slurm):
    kitchen.cook(RECIPES["Many captures"][3], SLURM_CONF=slurm.configuration)
    assert kitchen.read("codes-slurm.tsv") == serially(kitchen)
    assert len(list((kitchen.place / "results").iterdir())) == len(MANY)
    assert {path.name for path in kitchen.place.glob("slurm-codes.*.log")} == {"slurm-codes.1.log", "slurm-codes.2.log"}
