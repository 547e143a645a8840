# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenario files: commands, and what they must print.

    # a comment
    $ codes h2c_interim.pcapng | head -1
    frame  who     where      code  meaning

    $ tshark -r missing.pcapng 2>&1
    @4.0 tshark: only there
    @4.4+ tshark: there, and in later series
    @4.0 ? 2
    @4.4+ ? 3

The output of a command ends at an empty line, "? N" behind it is the exit status (0 if not given). Empty lines in
what is printed are not compared. Commands run in tests/captures with the tshark under test and `codes CAPTURE` (the
table of plugin/run) on the PATH.
"""
import collections
import pathlib
import re

FILES = sorted((pathlib.Path(__file__).resolve().parent.parent / "scenarios").glob("*.scenario"))

# line: where it stands; output: the lines and the statuses that it must give
Command = collections.namedtuple("Command", "line text output")
# series None: every Wireshark; open_ended: that series and all later ones
Line = collections.namedtuple("Line", "series open_ended text")


def parse(text):
    commands = []
    current = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            current = Command(number, line[2:], [])
            commands.append(current)
        elif not line.strip():
            current = None
        elif current:
            current.output.append(_expected_line(line))
        elif not line.startswith("#"):
            raise ValueError("line %d belongs to no command: %s" % (number, line))
    return commands


def _expected_line(line):
    only = re.match(r"@(\d+\.\d+)(\+?) ?(.*)", line)
    return Line(only[1], bool(only[2]), only[3]) if only else Line(None, False, line)


def expected(command, series):
    """The lines that this series of Wireshark must print, and the exit status."""
    lines = [line.text.rstrip() for line in command.output if _applies(line, series)]
    statuses = [int(line[2:]) for line in lines if _is_status(line)]
    assert len(statuses) <= 1, "line %d: more than one exit status" % command.line
    return [line for line in lines if not _is_status(line)], statuses[0] if statuses else 0


def _is_status(line):
    return re.fullmatch(r"\? \d+", line) is not None


def _applies(line, series):
    if line.series in (None, series):
        return True
    return line.open_ended and _order(series) > _order(line.series)


def _order(series):
    return tuple(map(int, series.split(".")))


def printed(wireshark, command, two_passes):
    answer = wireshark.run(["bash", "-c", command.text], two_passes)
    return [line.rstrip() for line in answer.stdout.splitlines() if line.strip()], answer.returncode
