# SPDX-License-Identifier: GPL-2.0-or-later
"""Wireshark under valgrind's memcheck: the errors and leaks that the plugin has a part in."""
import collections
import pathlib
import xml.etree.ElementTree

import pytest

PLUGIN = "httpcodes.so"
LEAKS = ("Leak_DefinitelyLost", "Leak_IndirectlyLost")

# The harness's wrapper would be run under valgrind in place of the program.
PATH = "PATH=/usr/local/bin:/usr/bin:/bin"
# Wireshark's and GLib's pools would hide from valgrind what happens inside them.
NO_POOLS = ("WIRESHARK_DEBUG_WMEM_OVERRIDE=simple", "G_SLICE=always-malloc")
# keep-debuginfo: at its end Wireshark unloads the plugin, and only then valgrind looks for leaks.
MEMCHECK = ("valgrind", "--leak-check=full", "--show-leak-kinds=all", "--keep-debuginfo=yes",
            "--num-callers=64", "--xml=yes")

# kind and what: as valgrind says; bytes and blocks: of a leak, else 0; functions: from the innermost on.
Report = collections.namedtuple("Report", "kind what bytes blocks functions")


class Valgrind:
    """What stands in front of a program, and afterwards the reports whose stacks lead through the plugin."""

    def __init__(self, wireshark, name, *options):
        self.in_front = ["env", PATH, *NO_POOLS, *MEMCHECK, *options,
                         "--xml-file=%s/home/%s.xml" % (wireshark.stage, name)]
        self.file = pathlib.Path(wireshark.root, wireshark.stage.lstrip("/"), "home", name + ".xml")

    def reports(self):
        written = xml.etree.ElementTree.parse(self.file)
        states = [status.findtext("state") for status in written.iter("status")]
        assert states == ["RUNNING", "FINISHED"], states
        reports = [_report(error) for error in written.iter("error") if _is_ours(error)]
        return [report for report in reports if not _belongs_to_a_statistics_tree(report)]


def machine(wiresharks):
    """The machine's own Wireshark, which alone has valgrind: the others are in folders."""
    for wireshark in wiresharks:
        if wireshark.root == "/" and not wireshark.preload:
            return wireshark
    return pytest.skip("needs the machine's Wireshark, and a plugin without sanitizers")


def _belongs_to_a_statistics_tree(report):
    """What the plugin has counted is in the tree, which is Wireshark's: tshark drops it whole, and others' alike."""
    return report.kind in LEAKS and any(name.startswith("stats_tree_") for name in report.functions)


def _is_ours(error):
    """Also by the other stacks of an error, which say where the memory came from and where it was freed."""
    return any((frame.findtext("obj") or "").endswith("/" + PLUGIN) for frame in error.iter("frame"))


def _report(error):
    functions = tuple(frame.findtext("fn") or "?" for frame in error.iter("frame"))
    leak = error.find("xwhat")
    if leak is None:
        return Report(error.findtext("kind"), error.findtext("what"), 0, 0, functions)
    return Report(error.findtext("kind"), leak.findtext("text"), int(leak.findtext("leakedbytes") or 0),
                  int(leak.findtext("leakedblocks") or 0), functions)
