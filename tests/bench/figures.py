# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows from what was measured of a capture in a mode. None: not measured, or nothing to divide by."""
import collections
import statistics

TIME, INSTRUCTIONS, MEMORY, PRINTED = "time", "instructions", "memory", "printed"
KIBIBYTE = 1024
# With fewer codes the plugin's own size, some 700 KiB, would be all that is seen.
ENOUGH_CODES = 10_000

# wireshark: its series; values: by unit and contender a list, an entry for each repetition (of instructions: one)
Cell = collections.namedtuple("Cell", "wireshark capture mode codes values")


def middle(cell, contender, unit):
    found = _values(cell, contender, unit)
    return statistics.median(found) if found else None


def ratio(cell, contender, base, unit):
    """The median of the ratios, each between two runs that followed each other."""
    pairs = list(zip(_values(cell, contender, unit), _values(cell, base, unit)))
    if not pairs or not all(below for _, below in pairs):
        return None
    return statistics.median(above / below for above, below in pairs)


def extra(cell, contender, unit):
    """The median of what it costs more than a run without any contender."""
    pairs = zip(_values(cell, contender, unit), _values(cell, "without", unit))
    differences = [above - below for above, below in pairs]
    return statistics.median(differences) if differences else None


def bytes_a_code(cell):
    more = extra(cell, "plugin", MEMORY)
    return more * KIBIBYTE / cell.codes if more is not None and cell.codes >= ENOUGH_CODES else None


def _values(cell, contender, unit):
    return cell.values.get(unit, {}).get(contender, [])
