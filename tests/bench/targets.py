# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin may cost, a row each, and whether it does."""
import collections

from bench import figures
from bench.figures import INSTRUCTIONS, MEMORY, PRINTED, TIME


def over_without(cell, unit):
    return figures.ratio(cell, "plugin", "without", unit)


def over_floor(cell, unit):
    return figures.ratio(cell, "plugin", "floor", unit)


def extra_over_lua(cell, unit):
    return figures.extra_ratio(cell, "plugin", "lua", unit)


def bytes_a_code(cell, _unit):
    return figures.bytes_a_code(cell)


def printed_ratio(cell):
    return figures.ratio(cell, "plugin", "without", PRINTED)


ANY = ("h2", "http1", "http3", "none")
FULL_OF_CODES = ("h2", "http1")
NOT_PRINTED = ("summary-none", "fields", "filter")
EITHER = (TIME, INSTRUCTIONS)

# measure: a function of cell and unit; limit: what it gives at most, a number or a function of the cell
Target = collections.namedtuple("Target", "title captures modes units measure limit")
TARGETS = (
    Target("plugin / without", ("none",), ("fields", "filter"), EITHER, over_without, 1.01),
    Target("plugin / without", FULL_OF_CODES, ("fields", "filter"), EITHER, over_without, 1.05),
    Target("plugin / floor", ANY, ("summary",), EITHER, over_floor, 1.02),
    Target("plugin / without: no more than in bytes printed", FULL_OF_CODES, ("ours", "ek", "verbose"), (TIME,),
           over_without, printed_ratio),
    Target("(plugin - without) / (lua - without)", ANY, NOT_PRINTED, EITHER, extra_over_lua, 1 / 3),
    Target("bytes a code", ("h2",), ("summary", "filter"), (MEMORY,), bytes_a_code, 64),
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
