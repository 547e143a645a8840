# SPDX-License-Identifier: GPL-2.0-or-later
"""plugin/run, as a newcomer calls it."""
import fcntl
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import tempfile
import termios

import pytest

from harness import across, expected

RUN = str(expected.TESTS.parent / "plugin" / "run")
SETUP = str(expected.TESTS.parent / "plugin" / "setup.bash")
TIMEOUT_SECONDS = 600
TITLE = re.compile(r"(TCP|UDP) stream (\d+), (client|between) ")
# A sentence, where codes have columns.
UNSAID = re.compile(r" *(\d+)  ((?:client|server) \S.*)")

# The first call may build: two of them at once would build in the same folder.
pytestmark = pytest.mark.xdist_group("plugin/run")


def run(*arguments, **options):
    return subprocess.run([RUN, *arguments], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                          timeout=TIMEOUT_SECONDS, check=False, **options)


@pytest.fixture(scope="module", name="series")
def fixture_series():
    """Calls it once, so that everything is built; returns the series of the machine's Wireshark."""
    answer = run("--version")
    assert answer.returncode == 0, answer.stderr
    return ".".join(answer.stdout.split("TShark (Wireshark) ")[1].split(".")[:2])


def frames_of(table):
    header, *rows = table.splitlines()
    assert header.split() == ["frame", "who", "where", "request", "code", "what", "to", "do", "meaning"]
    return [int(row.split()[0]) for row in rows if not TITLE.match(row) and not UNSAID.match(row)]


def test_without_arguments_it_shows_the_whole_tour(series):
    answer = run()
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("tour", series)]


def test_with_a_file_it_shows_that_file(series):
    answer = run("http1_pipelined.pcapng", cwd=expected.CAPTURES)
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("http1_pipelined", series)]


def test_what_was_not_said_has_a_sentence(series):
    assert series
    lines = run("conduct/post_again.pcapng", cwd=expected.CAPTURES).stdout.splitlines()
    unsaid = [match.groups() for match in map(UNSAID.fullmatch, lines) if match]
    assert unsaid == [(frame, "server ended the connection and did not answer POST /order/%s (frame %s), do not retry" % way)
                      for frame, way in (("9", ("curl", "8")), ("34", ("java", "32")), ("56", ("wget", "54")))]
    assert any(TITLE.match(line) and "between" in line for line in lines)


def test_the_second_call_starts_at_once(series):
    assert series
    assert run("-r", str(expected.CAPTURES / "tour.pcapng"), "-c", "1").stderr == ""


def test_options_go_to_tshark_as_they_are(series):
    answer = run("-r", str(expected.CAPTURES / "tour.pcapng"), "-T", "fields", "-e", "httpcodes.value",
                 "-Y", "httpcodes.event", "-E", "aggregator=;")
    values = [value for line in answer.stdout.splitlines() for value in line.split(";")]
    assert values == [str(code.value) for code in expected.codes("tour", series)]


@pytest.mark.parametrize("arguments", [["missing.pcapng"], ["-r", "missing.pcapng"]])
def test_a_missing_file_is_for_tshark_to_complain_about(series, arguments):
    assert series
    answer = run(*arguments)
    own = subprocess.run(["tshark", "-r", "missing.pcapng"], capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == own.returncode != 0
    assert answer.stdout == ""
    assert answer.stderr.strip() == own.stderr.splitlines()[-1]


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_a_capture_in_a_private_folder_is_read(series, tmp_path, passes):
    capture = tmp_path / "private.pcapng"
    shutil.copy(expected.CAPTURES / "tour.pcapng", capture)
    capture.chmod(0o600)
    tmp_path.chmod(0o700)
    answer = run(str(capture), *passes)
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("tour", series)]


def test_each_connection_has_a_title(series):
    assert series
    titles = [match.group(1, 2) for match in map(TITLE.match, run().stdout.splitlines()) if match]
    own = subprocess.run(["tshark", "-r", str(expected.CAPTURES / "tour.pcapng"), "-Y", "http or http2 or quic",
                          "-T", "fields", "-e", "tcp.stream", "-e", "udp.stream"], capture_output=True,
                         encoding="utf-8", check=False)
    connections = {tuple(line.split("\t")) for line in own.stdout.splitlines()}
    assert len(titles) == len(set(titles)) > 10
    assert {(number, "") if kind == "TCP" else ("", number) for kind, number in titles} <= connections


@pytest.mark.parametrize("width", [60, 80, 140, 250])
def test_rows_are_cut_to_the_terminal(series, width):
    assert series
    header, *lines = on_terminal(width)
    assert len(lines) > 10
    assert max(map(len, lines)) <= width
    assert header.split()[:8] == ["frame", "who", "where", "request", "code", "what", "to", "do"]
    assert ("meaning" in header) == (width > 140)
    # What to do is worth more than a long name.
    assert width < 80 or all("retry" in line for line in lines if re.match(r" *(9|11|62) ", line))


def on_terminal(width):
    """The lines of the tour on a terminal of this width."""
    ours, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with subprocess.Popen([RUN], stdin=subprocess.DEVNULL, stdout=terminal, stderr=subprocess.DEVNULL) as table:
        os.close(terminal)
        shown = b"".join(iter(lambda: read_or_end(ours), b""))
        assert table.wait(TIMEOUT_SECONDS) == 0
    os.close(ours)
    return shown.decode().replace("\x1b[1m", "").replace("\x1b[0m", "").split("\r\n")


def read_or_end(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that nobody has the other end open any more
        return b""


def test_the_second_tour_shows_both_legs(series):
    assert series
    answer = run("--across")
    assert (answer.returncode, answer.stderr) == (0, "")
    shown = [re.split(r" {2,}", line.strip()) for line in answer.stdout.splitlines() if "  " in line]
    assert [row for row in shown if row[0] != "frame"] == [
        [str(line["front"]["request_frame"]), "%(method)s %(path)s" % line["front"], in_front, behind, fault]
        for line, in_front, behind, fault in second_tour()]


def second_tour():
    """What the clients and origins of its captures logged as these faults, and what each leg says of it."""
    ends = {"0x2": "200 OK, cut off, INTERNAL_ERROR (0x2)", "0x8": "200 OK, cut off, CANCEL (0x8)",
            "RST": "closed without a response"}
    for capture, fault, in_front, name in (
            ("px_d_haproxy_h2c_h1_tenant", "false_promise", "REFUSED_STREAM (0x7)", "false promise"),
            ("mid_caddy_h3_h2c", "hidden_truncation", "200 OK", "truncation hidden")):
        for line in across.truth(capture):
            if line["class"] == fault:
                yield line, in_front, ends[line["behind"][-1]["outcome"].split()[-1]], name


@pytest.mark.parametrize("asked", ["--help", "help"])
def test_help_is_its_own(asked):
    answer = run(asked)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "plugin/run FILE [tshark options]" in answer.stdout
    assert "plugin/run --across" in answer.stdout


DECRYPTION_SECRETS = 0x0a  # the type of a block of pcapng that holds keys


@pytest.fixture(name="keyless")
def fixture_keyless(tmp_path):
    """The tour without its keys, and these in a file of their own: editcap 4.0 copies no capture that has some."""
    tour, place, kept, keys = (expected.CAPTURES / "tour.pcapng").read_bytes(), 0, b"", b""
    while place < len(tour):
        kind, length = struct.unpack_from("<II", tour, place)
        block = tour[place:place + length]
        if kind == DECRYPTION_SECRETS:
            size, = struct.unpack_from("<I", block, 12)
            keys += block[16:16 + size]
        else:
            kept += block
        place += length
    (tmp_path / "capture.pcapng").write_bytes(kept)
    (tmp_path / "keys.log").write_bytes(keys)
    tmp_path.chmod(0o700)
    return tmp_path


def test_without_keys_it_says_how_to_get_them(series, keyless):
    assert series
    with_keys, without = run(), run(str(keyless / "capture.pcapng"))
    assert "keys" not in with_keys.stderr
    # The third connection of QUIC ends in its handshake, which needs none.
    assert "connections of TLS: 1, of QUIC: 2\n" in without.stderr
    for way in ("SSLKEYLOGFILE", "tls.keylog_file", "editcap --inject-secrets"):
        assert way in without.stderr


def test_keys_do_what_it_says(series, keyless):
    whole = [code.frame for code in expected.codes("tour", series)]
    preference = run("capture.pcapng", "-o", "tls.keylog_file:keys.log", cwd=keyless)
    assert frames_of(preference.stdout) == whole, preference.stderr
    subprocess.run(["editcap", "--inject-secrets", "tls,keys.log", "capture.pcapng", "with-keys.pcapng"],
                   cwd=keyless, check=True)
    assert frames_of(run("with-keys.pcapng", cwd=keyless).stdout) == whole


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gets a home with the profile in it")
def test_the_profile_is_there_for_root(series):
    assert series
    shown = run("-C", "HTTP Codes", "-r", str(expected.CAPTURES / "tour.pcapng"), "-Y", "frame.number == 62")
    assert "REFUSED_STREAM (0x7)" in shown.stdout, shown.stderr


def test_a_profile_that_is_not_installed_is_named(series, bin_folder):
    assert series
    clone = copy_of_build(bin_folder)
    answer = as_nobody([str(clone / "plugin" / "run"), "-C", "HTTP Codes", "-v"], bin_folder)
    if answer.returncode == 0:
        assert os.path.exists("/usr/share/wireshark/profiles/HTTP Codes")
        pytest.skip("the profile is installed for everybody here")
    assert answer.returncode == 1
    assert 'the profile "HTTP Codes" is not installed yet' in answer.stderr


def copy_of_build(folder):
    """A clone that is built, for somebody else."""
    top, clone = expected.TESTS.parent, folder / "clone"
    for part in ("plugin", "build/release/plugins"):
        shutil.copytree(top / part, clone / part, symlinks=True)
    for part in ("CMakeLists.txt", "CMakePresets.json", "build/release/built-for"):
        shutil.copy2(top / part, clone / part)
    return clone


def as_nobody(command, home):
    user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run(command, cwd="/", env={"PATH": "%s:/usr/bin:/bin" % home, "HOME": str(home)}, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", **user)


def test_it_runs_the_clones_plugin_and_not_the_users_own(series, bin_folder):
    clone = copy_of_build(bin_folder)
    library = "plugins/%s/epan/httpcodes.so" % series
    own = bin_folder / ".local/lib/wireshark" / library
    own.parent.mkdir(parents=True)
    shutil.copy(clone / "build/release" / library, own)
    answer = as_nobody([str(clone / "plugin" / "run"), "-G", "plugins"], bin_folder)
    assert answer.returncode == 0, answer.stderr
    assert re.findall(r"^httpcodes\.so\s.*\t(.*)$", answer.stdout, re.MULTILINE) == [
        str(clone / "build/release" / library)]
    assert answer.stderr.startswith("httpcodes: the plugin of this clone runs, and not the one in %s\n" % own)


def test_a_plugin_for_everybody_gives_way_and_others_stay(bin_folder):
    clone, everybodys = bin_folder / "clone", bin_folder / "everybody" / "4.0"
    shutil.copytree(expected.TESTS.parent / "plugin", clone / "plugin")
    for part in ("CMakeLists.txt", "CMakePresets.json"):
        shutil.copy(expected.TESTS.parent / part, clone)
    clone.chmod(0o777)
    (everybodys / "epan").mkdir(parents=True)
    for plugin in ("httpcodes.so", "mate.so"):
        (everybodys / "epan" / plugin).touch()
    write_program(bin_folder / "tshark", '[ "$*" != "-G folders" ] || echo "Global Plugins: %s"' % everybodys)
    write_program(bin_folder / "cmake", "mkdir -p '%s/build/release/plugins'" % clone)
    answer = as_nobody([str(clone / "plugin" / "run"), "-v"], bin_folder)
    assert answer.returncode == 0, answer.stderr
    assert [path.name for path in (clone / "build/release/plugins/4.0/epan").iterdir()] == ["mate.so"]


def test_a_clone_that_cannot_be_written_is_named(bin_folder):
    clone = bin_folder / "clone"
    shutil.copytree(expected.TESTS.parent / "plugin", clone / "plugin")
    clone.chmod(0o555)
    answer = as_nobody([str(clone / "plugin" / "run")], bin_folder)
    clone.chmod(0o755)
    assert answer.returncode == 1
    assert answer.stderr.startswith("httpcodes: cannot write to %s" % clone)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as somebody else")
def test_a_folder_that_nobody_can_enter_is_named(series, tmp_path):
    assert series
    tmp_path.chmod(0o700)
    answer = run(env={**os.environ, "TMPDIR": str(tmp_path)})
    assert answer.returncode == 1
    assert "tshark runs as nobody, who cannot enter %s" % tmp_path in answer.stderr


# What sudo is in a cloud, where nobody has a password, and at home, where it asks for one.
SUDO = {
    "cloud": '[ "$1" != -v ] || exit 1',
    "home": '[ "$*" != "-n true" ] || exit 1',
}


@pytest.fixture(name="bin_folder")
def fixture_bin_folder():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="httpcodes-bin."))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def write_program(path, lines):
    path.write_text("#!/bin/sh\n" + lines + "\n")
    path.chmod(0o755)


def install_tshark(bin_folder, sudo):
    write_program(bin_folder / "sudo", sudo)
    write_program(bin_folder / "apt-get", 'echo "$@" >>"${0%/*}/installed"')
    script = 'top=$0; source "$1"; missing_packages() { echo tshark; }; install_missing tshark'
    return as_nobody(["bash", "-euo", "pipefail", "-c", script, str(bin_folder), SETUP], bin_folder)


@pytest.mark.parametrize("place", SUDO)
def test_installs_by_sudo(bin_folder, place):
    answer = install_tshark(bin_folder, SUDO[place] + '\n[ "$1" != env ] || exec "$@"')
    assert answer.returncode == 0, answer.stderr
    assert "install --yes --no-install-recommends tshark" in (bin_folder / "installed").read_text()


def test_who_may_not_install_is_told_what_to_ask_for(bin_folder):
    answer = install_tshark(bin_folder, "exit 1")
    assert answer.returncode == 1
    assert answer.stderr == "httpcodes: as root, please: apt-get install --no-install-recommends tshark\n"


@pytest.mark.parametrize("tools, named", [
    ([], "tshark is missing. Please install: "),
    (["tshark", "cmake", "ninja", "cc"], "the tests need these, too: pytest and pytest-xdist"),
], ids=["nothing", "what builds"])
def test_other_systems_are_told_what_the_tests_need(bin_folder, tools, named):
    """Where there is no apt-get, names of packages are not known."""
    for program in ("bash", "dirname", "readlink", "find", "rm", "sed"):
        (bin_folder / program).symlink_to(shutil.which(program))
    for tool in tools:
        write_program(bin_folder / tool, "exit 0")
    answer = subprocess.run([shutil.which("bash"), expected.TESTS / "run", "test_units.py"], check=False,
                            env={"PATH": str(bin_folder)}, stdin=subprocess.DEVNULL, capture_output=True,
                            encoding="utf-8")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("httpcodes: " + named), answer.stderr
