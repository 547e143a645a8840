# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes into scenario files what is printed now (tests/run --accept). To be read before it is committed.

Series of Wireshark that are not asked keep what stands in the file for them.
"""
import difflib

from harness import scenario

SERIES = ("4.0", "4.4", "4.6")


def accept(file, wiresharks):
    text = file.read_text()
    file.write_text(rewritten(text, {wireshark.series: wireshark for wireshark in wiresharks}))


def rewritten(text, wiresharks):
    lines = text.splitlines()
    # From the last command on, so that line numbers of the others stay right.
    for command in reversed(scenario.parse(text)):
        printed = {series: _output(command, series, wiresharks.get(series)) for series in SERIES}
        lines[command.line:command.line + len(command.output)] = merged(printed)
    return "\n".join(lines) + "\n"


def _output(command, series, wireshark):
    lines, status = scenario.printed(wireshark, command, False) if wireshark else scenario.expected(command, series)
    return lines + (["? %d" % status] if status else [])


def merged(printed):
    """One list of lines for all series: where they differ, each line says whose it is."""
    rows = []
    for series in SERIES:
        rows = _merge(rows, series, printed[series])
    return [line for series_of_line, text in rows for line in _spelled(series_of_line, text)]


def _merge(rows, series, lines):
    found = []
    texts = [text for _, text in rows]
    for change, start, end, first, last in difflib.SequenceMatcher(None, texts, lines, False).get_opcodes():
        if change == "equal":
            found += [(others + [series], text) for others, text in rows[start:end]]
        else:
            found += rows[start:end] + [([series], text) for text in lines[first:last]]
    return found


def _spelled(series_of_line, text):
    for first in SERIES:
        if series_of_line == list(SERIES[SERIES.index(first):]):
            return [text if first == SERIES[0] else "@%s+ %s" % (first, text)]
    return ["@%s %s" % (series, text) for series in series_of_line]
