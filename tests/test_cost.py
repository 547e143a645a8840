# SPDX-License-Identifier: GPL-2.0-or-later
"""Ten and a hundred times the connections or streams cost ten and a hundred times as much, and no more.

Instructions of the plugin's own dissector are counted, which are the same on every run, and not seconds.
"""
import functools
import pathlib
import re

import pytest

from harness import http2_load, valgrind

# Connections, and streams on each.
SMALL = (10, 10)
TIMES_10 = {"10 x connections": (100, 10), "10 x streams": (10, 100)}
TIMES_100 = {"100 x connections": (1000, 10), "100 x streams": (10, 1000)}
# What a map or a list costs more as it grows in memory; a search through all streams would cost 100 times as much.
GROWS_AT_MOST = 1.25

CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=dissect")
DECODE_AS = ("-d", "tcp.port==%d,http2" % http2_load.PORT)

# tshark's arguments, and the larger captures; all details of the largest take long to print.
MODES = {"summary": ((), TIMES_10 | TIMES_100), "details": (("-V",), TIMES_10)}
CASES = [pytest.param(mode, larger, marks=pytest.mark.xdist_group("cost of " + mode))
         for mode, (_, captures) in MODES.items() for larger in captures]


class Cost:
    def __init__(self, machine, mode):
        self.machine = machine
        self.arguments = MODES[mode][0]

    @functools.lru_cache(maxsize=None)
    def instructions_a_code(self, size):
        file = self._capture(size)
        answer = self.machine.run(["env", valgrind.PATH, *CALLGRIND, "tshark", "-r", file, *DECODE_AS, *self.arguments])
        found = re.search(r"^==\d+== Collected : (\d+)", answer.stderr, re.MULTILINE)
        assert answer.returncode == 0 and found, answer.stderr
        return int(found[1]) / http2_load.codes(*size)

    def codes_shown(self, size):
        answer = self.machine.run(["tshark", "-r", self._capture(size), *DECODE_AS, "-T", "fields",
                                   "-e", "httpcodes.value"])
        return sum(len(line.split(",")) for line in answer.stdout.split())

    def _capture(self, size):
        name = "home/load-%d-%d.pcap" % size
        file = pathlib.Path(self.machine.root, self.machine.stage.lstrip("/"), name)
        if not file.exists():
            http2_load.write(file, *size)
        return "%s/%s" % (self.machine.stage, name)


@functools.lru_cache(maxsize=None)
def cost_on(machine, mode):
    return Cost(machine, mode)


@pytest.mark.parametrize("mode, larger", CASES)
def test_cost_of_a_code_does_not_grow(pytestconfig, mode, larger):
    cost = cost_on(valgrind.machine(pytestconfig.wiresharks), mode)
    small, large = cost.instructions_a_code(SMALL), cost.instructions_a_code(MODES[mode][1][larger])
    assert small > 0
    assert large <= small * GROWS_AT_MOST, "%.0f instructions a code, not %.0f" % (large, small)


def test_every_code_is_there(pytestconfig):
    """Else nothing was measured above."""
    cost = Cost(valgrind.machine(pytestconfig.wiresharks), "summary")
    assert cost.codes_shown(SMALL) == http2_load.codes(*SMALL)
