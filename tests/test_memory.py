# SPDX-License-Identifier: GPL-2.0-or-later
"""What a code takes in memory: so much more does a run with the plugin need than one without, per code by which one
capture is longer than another. What is kept of a connection, and the plugin itself, is in both."""
import pytest

from bench import plan, runs
from bench.figures import KIBIBYTE
from bench.stage import Stage
from harness import http2_load, valgrind

CONTENDERS = [contender for contender in plan.CONTENDERS if contender.name in ("without", "plugin")]
SUMMARY = plan.MODES[0]
CONNECTIONS = 2
SHORT, LONG = 10_000, 30_000  # streams, each with one code

# An event has 56 bytes, its frame 8, and its exchange 8 for where it is answered; the rest is what Wireshark's pool
# leaves unused between pieces that come and go. Data of the frame would be 110 more with one code a frame.
MOST_BYTES_BY_CODES_A_FRAME = {1: 100, 10: 80}


@pytest.fixture(name="stage")
def fixture_stage(pytestconfig):
    valgrind.machine(pytestconfig.wiresharks)  # sanitizers need memory of their own
    with Stage(pytestconfig.getoption("build")) as stage:
        yield stage


def extra_bytes(stage, streams, codes_a_frame):
    """What the plugin adds to the peak, where frames are kept for a second pass."""
    file = stage.place / ("%d-%d.pcap" % (streams, codes_a_frame))
    http2_load.write(file, CONNECTIONS, streams, codes_a_frame, http2_load.success)
    file.chmod(0o644)
    without, plugin = (runs.measure(stage.command(file, SUMMARY, contender, "-2"), stage.options(contender)).peak_kib
                       for contender in CONTENDERS)
    return (plugin - without) * KIBIBYTE


@pytest.mark.parametrize("codes_a_frame", MOST_BYTES_BY_CODES_A_FRAME)
def test_memory_of_a_code(stage, codes_a_frame):
    short, long = (extra_bytes(stage, streams, codes_a_frame) for streams in (SHORT, LONG))
    a_code = (long - short) / (CONNECTIONS * (LONG - SHORT))
    # With less than an event they were not kept at all.
    assert 56 <= a_code <= MOST_BYTES_BY_CODES_A_FRAME[codes_a_frame]
