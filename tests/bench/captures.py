# SPDX-License-Identifier: GPL-2.0-or-later
"""The captures: made where they are missing, and kept; and what they hold."""
import os
import struct
import subprocess
import sys

from bench.plan import BENCH, CONTENDERS, DECODE_AS, TOP
from bench.progress import step

KEPT = TOP / "build" / "bench" / "captures"
RECORD = TOP / "tests" / "captures" / "make" / "record"
PCAP_HEADER = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)


def ensure(capture):
    """Where the capture lies."""
    kept = KEPT / capture.file
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        _make(capture, kept)
    return kept


def _make(capture, kept):
    step("making the capture %s (once)" % capture.name)
    script = BENCH / "captures" / capture.name
    if capture.recorded:
        name = os.path.relpath(script, RECORD.parent)
        subprocess.run([RECORD, "--into", KEPT, name], check=True, stdout=sys.stderr)
    else:
        new = kept.with_suffix(".new")
        subprocess.run([sys.executable, "%s.py" % script, new], check=True)
        new.rename(kept)


def write_beginning(stage, staged, frames):
    """The first frames of a capture, with all of its keys: editcap 4.0 takes no capture with keys."""
    new = stage.home / staged.name
    stage.text(CONTENDERS[0], "-r", stage.inside(staged), "-c", str(frames), "-w", stage.inside(new))
    return new


def write_empty(stage):
    """A capture without any frame."""
    return stage.write("empty.pcap", PCAP_HEADER)


def check(capture, kept, codes):
    """A recording that lost packets, or had no server, is worth nothing."""
    if codes < capture.codes:
        raise RuntimeError("only %d codes in %s: delete it to have it made again" % (codes, kept))


def codes(stage, capture):
    """How many codes the plugin finds there."""
    plugin, = (contender for contender in CONTENDERS if contender.protocol == "httpcodes")
    shown = stage.text(plugin, "-r", stage.inside(capture), *DECODE_AS, "-Y", "httpcodes", "-T", "fields",
                       "-E", "aggregator=;", "-e", "httpcodes.value")
    return sum(len(line.split(";")) for line in shown.splitlines())
