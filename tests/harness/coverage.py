# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints what gcov counted: lines and branches of each file, the worst last, and the lines that nothing ran.

    coverage.py TOP BUILD
"""
import collections
import itertools
import json
import pathlib
import subprocess
import sys

# What is built, but is no part of httpcodes.so.
ELSEWHERE = "plugin/reference/"

# lines: how often each ran, by its number; branches: how often each was taken.
File = collections.namedtuple("File", "name lines branches")


def main(top, build):
    files = sorted(read(pathlib.Path(top), pathlib.Path(build)),
                   key=lambda file: (-share(file.lines.values()), file.name))
    print("%8s %8s" % ("lines", "branches"))
    for file in files:
        print(row(file.lines.values(), file.branches, file.name))
    print(row([count for file in files for count in file.lines.values()],
              [count for file in files for count in file.branches], "in total"))
    print("\nlines that nothing ran:")
    for file in files:
        if not all(file.lines.values()):
            print("%s: %s" % (file.name, ", ".join(spans(file.lines))))


def read(top, build):
    """A file of our own for each that was compiled: tests and headers are left out."""
    counts = sorted(build.rglob("*.gcda"))
    assert counts, "nothing was counted in %s" % build
    answer = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", *map(str, counts)],
                            cwd=build, capture_output=True, text=True, check=True)
    for unit in map(json.loads, answer.stdout.splitlines()):
        for source in unit["files"]:
            path = pathlib.Path(build, source["file"]).resolve()
            name = str(path.relative_to(top)) if path.is_relative_to(top) else ""
            if name.startswith("plugin/") and not name.startswith(ELSEWHERE) and name.endswith(".c"):
                yield file_of(name, source["lines"])


def file_of(name, entries):
    # A line stands in several entries where several functions were made of it.
    lines = collections.Counter()
    for entry in entries:
        lines[entry["line_number"]] += entry["count"]
    return File(name, lines, [branch["count"] for entry in entries for branch in entry["branches"]])


def share(counts):
    counts = list(counts)
    return sum(map(bool, counts)) / len(counts) if counts else 1


def row(lines, branches, name):
    return "%6.1f %% %6.1f %%  %s (%d of %d lines, %d of %d branches)" % (
        100 * share(lines), 100 * share(branches), name, sum(map(bool, lines)), len(lines),
        sum(map(bool, branches)), len(branches))


def spans(lines):
    """The lines that did not run, as 12 or 14-17; lines without code between them do not part them."""
    for ran, group in itertools.groupby(sorted(lines), lambda number: bool(lines[number])):
        if not ran:
            numbers = list(group)
            yield "%d-%d" % (numbers[0], numbers[-1]) if len(numbers) > 1 else str(numbers[0])


main(*sys.argv[1:])
