# SPDX-License-Identifier: GPL-2.0-or-later
"""tests/scenarios: what tshark prints, in one pass and in two."""
import difflib

import pytest

from harness import scenario


@pytest.mark.parametrize("two_passes", [False, True], ids=["one-pass", "two-passes"])
@pytest.mark.parametrize("file", scenario.FILES, ids=[file.stem for file in scenario.FILES])
def test_scenario(wireshark, file, two_passes):
    commands = scenario.parse(file.read_text())
    assert commands, "no command in it"
    trouble = [difference(wireshark, command, two_passes) for command in commands]
    assert not any(trouble), "\n" + "\n".join(filter(None, trouble))


def difference(wireshark, command, two_passes):
    lines, status = scenario.expected(command, wireshark.series)
    printed, ended = scenario.printed(wireshark, command, two_passes)
    rows = list(difflib.unified_diff(lines, printed, "expected", "printed", lineterm="", n=1))
    if ended != status:
        rows.append("the exit status is %d, not %d" % (ended, status))
    return "\n".join(["line %d: $ %s" % (command.line, command.text), *rows]) if rows else ""
