# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin may cost, a row each, and whether it does."""
import collections

from bench import figures
from bench.figures import INSTRUCTIONS, MEMORY, PRINTED, TIME


def over_without(cell, unit):
    return figures.ratio(cell, "plugin", "without", unit)


def bytes_a_code(cell, _unit):
    return figures.bytes_a_code(cell)


def printed_ratio(cell):
    return figures.ratio(cell, "plugin", "without", PRINTED)


def by_series(limits):
    """Newer Wiresharks build more of a tree as soon as one is wanted; None where none of these was meant."""
    return lambda cell: limits.get(cell.wireshark)


COUNTED = (INSTRUCTIONS,)
FULL_OF_CODES = ("h2", "http1")

# measure: a function of cell and unit; limit: what it gives at most, a number or a function of the cell
Target = collections.namedtuple("Target", "title captures modes units measure limit")
TARGETS = (
    Target("plugin / without", ("none",), ("summary", "summary-none", "fields", "filter"), COUNTED, over_without, 1.02),
    Target("plugin / without", ("h2",), ("summary",), COUNTED, over_without,
           by_series({"4.0": 1.13, "4.4": 1.13, "4.6": 1.16})),
    # 4.0 builds all of the tree for -T fields, whatever is printed of it.
    Target("plugin / without", ("h2",), ("fields",), COUNTED, over_without, by_series({"4.4": 1.09, "4.6": 1.09})),
    Target("plugin / without", ("h2",), ("filter",), COUNTED, over_without, 1.09),
    Target("plugin / without", ("http1",), ("summary",), COUNTED, over_without,
           by_series({"4.0": 1.43, "4.4": 1.51, "4.6": 1.65})),
    Target("plugin / without", ("http3",), ("summary",), COUNTED, over_without,
           by_series({"4.0": 1.23, "4.4": 1.38, "4.6": 1.38})),
    Target("plugin / without: no more than in bytes printed", FULL_OF_CODES, ("ours", "ek", "verbose"), (TIME,),
           over_without, printed_ratio),
    Target("bytes a code", FULL_OF_CODES, ("summary", "filter"), (MEMORY,), bytes_a_code, 64),
)

Verdict = collections.namedtuple("Verdict", "target cell unit value limit met")


def verdicts(cells, targets=TARGETS):
    """One for each target that something was measured for."""
    found = []
    for target in targets:
        for cell in cells:
            if cell.capture.name in target.captures and cell.mode.name in target.modes:
                found += [verdict for unit in target.units if (verdict := _verdict(target, cell, unit))]
    return found


def _verdict(target, cell, unit):
    value = target.measure(cell, unit)
    limit = target.limit(cell) if callable(target.limit) else target.limit
    if value is None or limit is None:
        return None
    return Verdict(target, cell, unit, value, limit, value <= limit)
