# SPDX-License-Identifier: GPL-2.0-or-later
"""Instructions, which do not depend on what else the machine does meanwhile."""
import concurrent.futures

from bench import runs
from bench.figures import INSTRUCTIONS
from bench.plan import contenders
from bench.progress import step

VALGRINDS_AT_ONCE = 2


class Counter:
    """Counts in the background; what was counted before is not counted again."""

    def __init__(self, stage):
        self.stage = stage
        self.pool = concurrent.futures.ThreadPoolExecutor(VALGRINDS_AT_ONCE)
        self.counts = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # Whoever stops the benchmark, or a run that failed, does not wait for all others.
        self.pool.shutdown(cancel_futures=True)

    def start(self, staged, mode, contender):
        command = tuple(self.stage.command(staged, mode, contender))
        # One command serves all modes that differ in the plugin's preferences only; contenders differ in their folders.
        what = contender, command
        if what not in self.counts:
            title = "counting %s, %s, %s" % (staged.name, mode.name, contender.name)
            self.counts[what] = self.pool.submit(self._count, title, command, contender)
        return self.counts[what]

    def _count(self, title, command, contender):
        step(title)
        return runs.count(self.stage.counted(command), self.stage.options(contender))


def add_instructions(cells, stage, empty, beginnings):
    """Adds to each cell what the beginning of its capture takes more than a capture without a frame.

    beginnings: by capture the file with its first frames.
    """
    with Counter(stage) as counter:
        pending = [(cell, contender, counter.start(beginnings[cell.capture], cell.mode, contender),
                    counter.start(empty, cell.mode, contender))
                   for cell in cells if cell.mode.counted for contender in contenders(cell.mode)]
        for cell, contender, whole, start in pending:
            cell.values.setdefault(INSTRUCTIONS, {})[contender.name] = [whole.result() - start.result()]
