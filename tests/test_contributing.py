# SPDX-License-Identifier: GPL-2.0-or-later
"""CONTRIBUTING.md: a newcomer who adds the code of its example, and a space, as it says, sees them in tshark."""
import pathlib
import re
import shutil
import subprocess
import tempfile

import pytest

from harness import events, expected
from harness.wireshark import Wireshark

TOP = expected.TESTS.parent
GUIDE = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
LONGEST_EXPLANATION = 5
TIMEOUT_SECONDS = 300
# Where a bare socket answers with the example's number, which is nobody's.
CAPTURE = "findings/http1_statuses.pcapng"

ROW = re.compile(r'^    STATUS\((?P<number>\d+), "(?P<name>[^"]+)", VENDOR\("(?P<origin>[^"]+)"\)', re.MULTILINE)

# Building takes both processors: not beside another build.
pytestmark = pytest.mark.xdist_group("contributing")


def section(title):
    return re.search(r"^## %s\n(.*?)(?=^## |\Z)" % re.escape(title), GUIDE, re.MULTILINE | re.DOTALL)[1]


def explanation(title):
    return [line for line in re.sub(r"```.*?```", "", section(title), flags=re.DOTALL).splitlines() if line]


@pytest.mark.parametrize("title", re.findall("^## (Add .*)", GUIDE, re.MULTILINE))
def test_explains_each_addition_shortly(title):
    assert len(explanation(title)) <= LONGEST_EXPLANATION


def test_names_files_that_exist():
    paths = re.findall(r"`((?:plugin|tests)/[^`* ]+)`", GUIDE)
    assert len(paths) > 10
    assert [path for path in paths if not (TOP / path).exists()] == []


class Space:
    """The files of a new space, and what their own lines say about it."""
    FOLDER = expected.TESTS / "contributing"

    def __init__(self):
        text = (self.FOLDER / "example_error.c").read_text(encoding="utf-8")
        self.id, self.name, self.filter, self.target_filter, self.code, self.code_name = (
            re.search(pattern, text)[1] for pattern in (
                r"\.id = (\w+)", r'\.name = "(.*?)"', r'\.filter = "(.*?)"', r'\.target_filter = "(.*?)"',
                r"    CODE\((\w+)", r'    CODE\(\w+, "(\w+)"'))

    def add(self, folder):
        """In the files that the guide names, and in no other."""
        for file in self.FOLDER.glob("*.c"):
            shutil.copy(file, folder / "plugin" / "registry")
        for path, before, line in (
                ("plugin/registry/code.h", "    HC_SPACES_END\n", "    HC_EXAMPLE_ERROR,\n"),
                ("plugin/registry/spaces.c", "};\n_Static_assert(", "    [HC_EXAMPLE_ERROR] = &hc_example_error,\n"),
                ("plugin/registry/spaces.h", "/* The space of an id;",
                 "extern const struct hc_space hc_example_error;\n"
                 "extern const struct hc_mapping_table hc_mapping_example_error;\n\n")):
            assert path in section("Add a space")
            text = (folder / path).read_text(encoding="utf-8")
            assert text.count(before) == 1, path
            (folder / path).write_text(text.replace(before, line + before), encoding="utf-8")


class Newcomer:
    """A copy of the sources in a place that nobody can read, with the example's row and a new space in it."""

    def __init__(self, folder):
        self.folder = folder
        folder.chmod(0o755)
        for name in ("plugin", "tests", "CMakeLists.txt", "CMakePresets.json", "LICENSE"):
            copy = shutil.copytree if (TOP / name).is_dir() else shutil.copy
            copy(TOP / name, folder / name)
        self.example = re.search("```c\n(.*?)```", section("Add a code"), re.DOTALL)[1]
        self.row = ROW.match(self.example)
        self.number = int(self.row["number"])
        self._add_row()
        self.space = Space()
        self.space.add(folder)
        self._build()
        (folder / "home").mkdir()
        (folder / "home").chmod(0o777)
        self.wireshark = Wireshark("/", str(folder))

    def _add_row(self):
        """In the file that the guide names, in the order of its number."""
        path = self.folder / re.search(r"`(plugin/registry/\w+\.c)`", section("Add a code"))[1]
        text = path.read_text(encoding="utf-8")
        following = next(found for found in re.finditer(r"^    STATUS\((\d+),", text, re.MULTILINE)
                         if int(found[1]) > self.number)
        path.write_text(text[:following.start()] + self.example + text[following.start():], encoding="utf-8")

    def _build(self):
        self.build = self.folder / "build" / "release"
        self._run("cmake", "--preset", "release", "-DHTTPCODES_TESTS=ON", "-DHTTPCODES_WERROR=ON")
        self._run("cmake", "--build", self.build)
        self._run(*re.search(r"`(cmake --build .*?)`", section("Add a code"))[1].split())
        shutil.copytree(self.build / "plugins", self.folder / "plugins")
        self._run("chmod", "-R", "a+rX", self.folder)

    def _run(self, *command):
        answer = subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                                encoding="utf-8", timeout=TIMEOUT_SECONDS, check=False)
        assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.fixture(scope="module", name="newcomer")
def fixture_newcomer():
    with tempfile.TemporaryDirectory(prefix="httpcodes-newcomer.") as folder:
        yield Newcomer(pathlib.Path(folder))


def test_the_new_code_is_in_the_value_tables(newcomer):
    listing = newcomer.wireshark.run(["tshark", "-G", "values"]).stdout.splitlines()
    rows = [line.split("\t") for line in listing if line.startswith("V64\thttpcodes.http_status\t")]
    assert [row[3] for row in rows if int(row[2], 0) == newcomer.number] == [newcomer.row["name"]]


@pytest.mark.parametrize("mode", events.MODES)
def test_the_new_code_is_shown_in_a_capture(newcomer, mode):
    shown = events.read(newcomer.wireshark, CAPTURE, [], mode)
    found = [event.core for event in shown if int(event.core["value"].split()[0], 0) == newcomer.number]
    assert [(core["origin"], core["registration"]) for core in found] == [(newcomer.row["origin"], "4")]
    # The socket proves no vendor: its meaning is told as what the vendor says, and is not the code's name.
    assert found[0]["name"] != newcomer.row["name"]
    assert "%s uses it as %s" % (newcomer.row["origin"], newcomer.row["name"]) in found[0]["description"]


def test_the_new_code_can_be_filtered_by_name(newcomer):
    matching = newcomer.wireshark.run(["tshark", "-r", CAPTURE, "-Y",
                                       'httpcodes.http_status == "%s"' % newcomer.row["name"]])
    assert matching.returncode == 0, matching.stderr
    assert len(matching.stdout.splitlines()) == 1


def test_the_new_code_is_in_the_reference(newcomer):
    document = (newcomer.folder / "plugin" / "codes.md").read_text(encoding="utf-8")
    heading = '### <a id="http_status-%d"></a>%d %s' % (newcomer.number, newcomer.number, newcomer.row["name"])
    assert heading in document.splitlines()


@pytest.mark.parametrize("program", ["registry/test_rows", "registry/test_languages", "registry/test_mapping_rows"])
def test_what_is_new_keeps_the_rules_of_all_rows(newcomer, program):
    answer = subprocess.run([newcomer.build / "unit" / program], capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_new_space_has_its_fields(newcomer):
    listing = newcomer.wireshark.run(["tshark", "-G", "fields"]).stdout.splitlines()
    fields = {row[2] for row in (line.split("\t") for line in listing) if row[0] == "F"}
    assert {"httpcodes." + newcomer.space.filter, "httpcodes." + newcomer.space.target_filter} <= fields


def test_the_new_space_has_its_value_table(newcomer):
    listing = newcomer.wireshark.run(["tshark", "-G", "values"]).stdout.splitlines()
    rows = [line.split("\t") for line in listing if line.startswith("V64\thttpcodes.%s\t" % newcomer.space.filter)]
    assert (int(newcomer.space.code, 0), newcomer.space.code_name) in [(int(row[2], 0), row[3]) for row in rows]


def test_the_new_space_can_be_filtered_by_name(newcomer):
    """Nothing carries it yet: the filter holds, and finds nothing."""
    found = newcomer.wireshark.run(["tshark", "-r", CAPTURE, "-Y", 'httpcodes.%s == "%s"' % (
        newcomer.space.filter, newcomer.space.code_name)])
    assert (found.returncode, found.stdout) == (0, ""), found.stderr


def test_the_new_space_has_a_chapter_in_the_reference(newcomer):
    document = (newcomer.folder / "plugin" / "codes.md").read_text(encoding="utf-8")
    assert "* [%s](#%s)" % (newcomer.space.name, newcomer.space.filter) in document
    assert newcomer.space.code_name in document


def test_the_other_spaces_stay_as_they_were(newcomer):
    shown = events.read(newcomer.wireshark, CAPTURE, [], "one-pass")
    assert {event.core["space"] for event in shown} == {"1"}
