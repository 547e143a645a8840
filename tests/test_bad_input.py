# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged captures: nothing crashes, and both passes agree on what is left."""
import pathlib

import pytest

from fuzz import copies
from harness import expected

CAPTURES = pathlib.Path(__file__).resolve().parent / "captures"

SEED = 20261122  # fixed: what fails once fails again
DAMAGE = {"0.5 %": "0.005", "5 %": "0.05"}  # of all bytes

# tshark ends with 2 where a file is damaged, which is right; a crash ends it with a signal, from 128 on.
FINE = (0, 2)
# So does editcap where it cannot read the capture: then nothing was damaged, and nothing tested.
NOT_DAMAGED = 99
ALTERED = "editcap -E {rate} --seed {seed} {whole} {damaged} || exit {failed}; tshark -r {damaged} {more}"
CUT = "editcap -s {size} {whole} {damaged} || exit {failed}; tshark -r {damaged} {more}"

pytestmark = pytest.mark.shared_out


@pytest.fixture(params=expected.recordings())
def capture(request):
    return request.param


def read(wireshark, recipe, capture, more="-V", two_passes=False, **parts):
    name = "-".join([capture.replace("/", "-"), *map(str, parts.values())])
    home = wireshark.stage + "/home/"
    whole, damaged = home + name + ".whole.pcapng", home + name + ".pcapng"
    copies.write(CAPTURES / (capture + ".pcapng"), 1, pathlib.Path(wireshark.root, whole.lstrip("/")))
    command = recipe.format(whole=whole, damaged=damaged, failed=NOT_DAMAGED, more=more, **parts)
    return wireshark.run(["sh", "-c", command], two_passes)


def assert_survived(answer):
    assert answer.returncode in FINE, answer.stderr
    for complaint in ("AddressSanitizer", "runtime error", "httpcodes", "HTTP Codes"):
        assert complaint not in answer.stderr, answer.stderr


@pytest.mark.parametrize("rate", DAMAGE.values(), ids=DAMAGE.keys())
def test_survives_altered_bytes(wireshark, capture, rate):
    assert_survived(read(wireshark, ALTERED, capture, rate=rate, seed=SEED))


@pytest.mark.parametrize("size", [60, 96])
def test_survives_cut_packets(wireshark, capture, size):
    assert_survived(read(wireshark, CUT, capture, size=size))


def test_both_passes_agree_on_altered_bytes(wireshark, capture):
    fields = "-T fields -e frame.number -e httpcodes.space -e httpcodes.value -e httpcodes.summary"
    once = read(wireshark, ALTERED, capture, fields, rate="0.01", seed=SEED)
    twice = read(wireshark, ALTERED, capture, fields, two_passes=True, rate="0.01", seed=SEED)
    assert once.stdout == twice.stdout
