# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmark, as tests/bench/run starts it when all is built."""
import argparse
import signal
import sys

from bench import captures, counting, machine, table, targets, timing
from bench.figures import Cell
from bench.plan import CAPTURES, CONTENDERS, MODES, PUBLISHED
from bench.progress import step
from bench.stage import Stage


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description="Measures what the plugin costs.")
    parser.add_argument("--build", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs of each kind (default 5)")
    parser.add_argument("--mode", action="append", choices=[mode.name for mode in MODES])
    parser.add_argument("--capture", action="append", choices=[capture.name for capture in CAPTURES])
    parser.add_argument("--no-counts", action="store_true", help="count no instructions")
    parser.add_argument("--readme", action="store_true", help="write the table into " + PUBLISHED.name)
    return parser.parse_args()


def chosen(rows, names):
    return [row for row in rows if not names or row.name in names]


def measured(stage, options):
    cells, beginnings = [], {}
    for capture in chosen(CAPTURES, options.capture):
        kept = captures.ensure(capture)
        staged = stage.add(kept)
        codes = captures.codes(stage, staged)
        captures.check(capture, kept, codes)
        beginnings[capture] = captures.write_beginning(stage, staged, capture.frames_counted)
        cells += [Cell(capture, mode, codes, timing.values(stage, staged, mode, options.repeat))
                  for mode in chosen(MODES, options.mode) if codes or not mode.needs_codes]
    if not options.no_counts:
        counting.add_instructions(cells, stage, captures.write_empty(stage), beginnings)
    return cells


def main():
    options = arguments()
    # Ends the stage as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("httpcodes: terminated"))
    with Stage(options.build) as stage:
        cells = measured(stage, options)
        description = machine.describe(stage.text(CONTENDERS[0], "--version"))
    report = "%s\nMeasured on %s; runs of each: %d.\n" % (table.results(cells), description, options.repeat)
    print(report)
    print(table.targets(targets.verdicts(cells)), end="")
    if options.readme:
        PUBLISHED.write_text(table.replace_in(PUBLISHED.read_text(), report))
        step("wrote the table into %s" % PUBLISHED.name)


main()
