# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark, as tests/bench/run starts it when all is built."""
import argparse
import signal
import sys

from bench import captures, counting, machine, table, targets, timing
from bench.figures import Cell
from bench.plan import CAPTURES, MODES, PUBLISHED, TOP
from bench.progress import step
from bench.stage import Stage


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description="Measures what the plugin costs.")
    parser.add_argument("--build", required=True, action="append", metavar="ROOT:FOLDER", help=argparse.SUPPRESS)
    parser.add_argument("--repeat", type=int, default=5, metavar="N",
                        help="runs of each kind (default 5); 0 to count instructions only")
    parser.add_argument("--mode", action="append", choices=[mode.name for mode in MODES])
    parser.add_argument("--capture", action="append", choices=[capture.name for capture in CAPTURES])
    parser.add_argument("--no-counts", action="store_true", help="count no instructions")
    parser.add_argument("--readme", action="store_true", help="write the tables into README.md and %s" % PUBLISHED.name)
    return parser.parse_args()


def chosen(rows, names):
    return [row for row in rows if not names or row.name in names]


def measured(stage, options):
    cells, beginnings = [], {}
    series = stage.wireshark.rpartition(".")[0]
    for capture in chosen(CAPTURES, options.capture):
        kept = captures.ensure(capture)
        staged = stage.add(kept)
        codes = captures.codes(stage, staged)
        captures.check(capture, kept, codes)
        beginnings[capture] = captures.write_beginning(stage, staged, capture.frames_counted)
        cells += [Cell(series, capture, mode, codes, timing.values(stage, staged, mode, options.repeat))
                  for mode in chosen(MODES, options.mode) if codes or not mode.needs_codes]
    if not options.no_counts:
        counting.add_instructions(cells, stage, captures.write_empty(stage), beginnings)
    return cells


def main():
    options = arguments()
    # Ends the stage as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("httpcodes: terminated"))
    cells, wiresharks = [], []
    for root, build in (place.split(":", 1) for place in options.build):
        with Stage(build, root=root) as stage:
            cells += measured(stage, options)
            wiresharks.append(stage.wireshark)
    description = machine.describe(wiresharks)
    report = "%s\nMeasured on %s; runs of each: %d.\n" % (table.results(cells), description, options.repeat)
    print(report)
    print(table.summaries(cells))
    print(table.targets(targets.verdicts(cells)), end="")
    if options.readme:
        for file, new in ((PUBLISHED, report), (TOP / "README.md", table.summaries(cells))):
            file.write_text(table.replace_in(file.read_text(), new))
            step("wrote a table into %s" % file.name)


main()
