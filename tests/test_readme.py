# SPDX-License-Identifier: GPL-2.0-or-later
"""README.md as a newcomer follows it: every command as it is written, in a clone and a home of their own."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import pytest

from harness import expected, readme
from harness.readme import README

TOP = expected.TESTS.parent
TIMEOUT_SECONDS = 600
NOBODY = 65534

BLOCKS = readme.blocks("sh", marked=False)
FILTERS = re.findall(r"^\| `(httpcodes[^`]*)` \|", README.split("## Filters")[1].split("\n## ")[0], re.MULTILINE)

# The commands build on each other: one worker runs them, in their order.
pytestmark = pytest.mark.xdist_group("README.md")


class Newcomer:
    """Somebody who is not root, with a fresh clone, one capture, and nothing else."""

    def __init__(self, place):
        self.place = place
        self.more = {}
        self.clone = place / "clone"
        shutil.copytree(TOP, self.clone, ignore=shutil.ignore_patterns("build", ".git", "__pycache__"))
        shutil.copy(expected.CAPTURES / "tour.pcapng", self.clone / "capture.pcapng")
        (place / "home").mkdir()
        self._make_sudo()
        self._hide_installed()
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", "%d:%d" % (NOBODY, NOBODY), place], check=True)

    def _make_sudo(self):
        """What is installed as root goes into a folder, and not into this machine."""
        sudo = self.place / "bin" / "sudo"
        sudo.parent.mkdir()
        sudo.write_text('#!/bin/sh\nDESTDIR=%s exec "$@"\n' % (self.place / "system"))
        sudo.chmod(0o755)

    def _hide_installed(self):
        """A newcomer has no httpcodes yet, whatever is installed for everybody on this machine."""
        plugins = pathlib.Path(folder_of(self.run("tshark -G folders").stdout, "Global Plugins"))
        if (plugins / "epan" / "httpcodes.so").exists():
            (self.place / "no-plugins").mkdir()
            self.more = {"WIRESHARK_PLUGIN_DIR": str(self.place / "no-plugins")}

    def run(self, commands):
        environment = {"HOME": str(self.place / "home"), "PATH": "%s/bin:/usr/bin:/bin" % self.place,
                       "LC_ALL": "C.UTF-8", **self.more}
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=self.clone, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                              timeout=TIMEOUT_SECONDS, check=False, **as_nobody)


def folder_of(listing, kind):
    return re.search(kind + r":\s*(\S+)", listing)[1]


@pytest.fixture(scope="module", name="newcomer")
def fixture_newcomer():
    place = pathlib.Path(tempfile.mkdtemp(prefix="httpcodes-readme."))
    place.chmod(0o755)
    yield Newcomer(place)
    shutil.rmtree(place)


@pytest.fixture(scope="module", name="answers")
def fixture_answers(newcomer):
    return {block: newcomer.run(block) for block in BLOCKS}


@pytest.mark.parametrize("block", BLOCKS, ids=[block.splitlines()[0] for block in BLOCKS])
def test_command_does_what_it_says(answers, block):
    answer = answers[block]
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.strip(), "it printed nothing"


def test_sample_is_what_the_tour_prints(answers):
    printed = [line.split() for line in answers["plugin/run\n"].stdout.splitlines()]
    for row in re.search(r"```text\n(.*?)```", README, re.DOTALL)[1].splitlines():
        # What is cut to the width of a terminal ends with an ellipsis; the last word before it may be a part.
        pattern = re.escape(" ".join(row.split())).replace("…", ".*")
        # The meaning, which is the last column, is left out.
        assert any(re.match(pattern + r"(?: |$)", " ".join(words)) for words in printed), row


def test_all_others_run_in_a_debian_of_their_own():
    """tests/newcomer takes every block; what this file leaves out is what a machine in use must not be asked."""
    assert readme.blocks("sh", "bash", marked=True) == [
        "tests/run\n", "sudo apt install file dpkg-dev\n", "sudo apt install ./build/packages/httpcodes_*.deb\n"]


def test_the_way_in_wiresharks_tree_is_the_one_that_is_compiled():
    """Only Windows and macOS take it: no command can be run here, but CI compiles what they name."""
    section = README.split("### Windows and macOS")[1].split("\n## ")[0]
    commands = re.findall(r"```text\n(.*?)```", section, re.DOTALL)
    check = (TOP / ".ci" / "in-wiresharks-tree").read_text()
    place = re.search(r"^readonly place=(\S+)$", check, re.MULTILINE)[1]
    assert "-DCUSTOM_PLUGIN_SRC_DIR=$place" in check
    recipe = (TOP / "plugin" / "packages" / "in_tree.cmake").read_text()
    target = re.search(r"^add_wireshark_plugin_library\((\w+) epan\)$", recipe, re.MULTILINE)[1]
    assert len(commands) == 2
    for block in commands:
        assert "-DCUSTOM_PLUGIN_SRC_DIR=%s " % place in block
        assert "--target %s\n" % target in block


def test_installs_where_wireshark_looks(newcomer, answers):
    assert answers
    folders = newcomer.run("env -u WIRESHARK_PLUGIN_DIR tshark -G folders").stdout
    for kind, root in (("Personal", ""), ("Global", str(newcomer.place / "system"))):
        folder = folder_of(folders, kind + " Plugins")
        assert pathlib.Path(root + folder, "epan", "httpcodes.so").is_file()


@pytest.mark.parametrize("display_filter", FILTERS)
def test_filter_finds_something_in_the_tour(newcomer, answers, display_filter):
    assert answers
    answer = newcomer.run("tshark -r capture.pcapng -Y '%s'" % display_filter)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout


def test_names_every_field_and_preference_and_no_other(newcomer, answers):
    assert answers
    fields = newcomer.run(r"tshark -G fields | grep ^F | cut -f 3 | grep '^httpcodes\.'").stdout.split()
    preferences = newcomer.run("tshark -G currentprefs | grep -o '^#httpcodes[.][a-z_]*' | cut -c 2-").stdout.split()
    named = set(re.findall(r"(?<![.])httpcodes\.[a-z_0-9]+(?:\.[a-z_0-9]+)*", README))
    assert named - {"httpcodes.event"} == set(fields + preferences) - {"httpcodes.event"}


@pytest.mark.parametrize("link", re.findall(r"!\[[^]]*\]\(([^)]*)\)", README))
def test_picture_is_there_and_small(link):
    assert 0 < (TOP / link).stat().st_size < 200_000


def test_says_what_the_build_needs():
    build = (TOP / "CMakeLists.txt").read_text()
    cmake = re.search(r"^cmake_minimum_required\(VERSION (\S+)\)$", build, re.MULTILINE)[1]
    assert "CMake %s or later" % cmake in README
    section = README.split("### Fedora, Arch, openSUSE")[1].split("\n### ")[0]
    said = " ".join((TOP / "plugin" / "setup.bash").read_text().replace('" \\\n            "', " ").split())
    for system, packages in re.findall(r"(\w+):\s`([^`]*)`", section):
        assert "%s: %s" % (system, packages) in said, system
