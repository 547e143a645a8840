# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole runs: contenders take turns, so that what else the machine does meanwhile hits them alike."""
import collections

from bench import runs
from bench.figures import MEMORY, PRINTED, TIME
from bench.plan import contenders
from bench.progress import step

UNITS = {TIME: "seconds", MEMORY: "peak_kib", PRINTED: "printed"}


def values(stage, staged, mode, repeat):
    """By unit and contender the values of its runs.

    The codes of the capture have been counted before: all that is read from files is in memory.
    """
    step("running %s, %s" % (staged.name, mode.name))
    done = collections.defaultdict(list)
    for _ in range(repeat):
        for contender in contenders(mode):
            done[contender.name].append(_run(stage, staged, mode, contender))
    if mode.filters:
        _say_where_frames_differ(staged, done)
    return {unit: {name: [getattr(run, field) for run in found] for name, found in done.items()}
            for unit, field in UNITS.items()}


def _run(stage, staged, mode, contender):
    return runs.measure(stage.entered(stage.command(staged, mode, contender)), stage.options(contender))


def _say_where_frames_differ(staged, done):
    lines = {name: found[0].lines for name, found in done.items()}
    if len(set(lines.values())) > 1:
        step("%s: the filters do not select the same frames: %s" % (staged.name, lines))
