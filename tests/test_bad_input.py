# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged captures: nothing crashes, and both passes agree on what is left."""
import pytest

from harness import expected

SEED = 20261122  # fixed: what fails once fails again
DAMAGE = {"0.5 %": "0.005", "5 %": "0.05"}  # of all bytes

# tshark ends with 2 where a file is damaged, which is right; a crash ends it with a signal, from 128 on.
FINE = (0, 2)
ALTERED = "editcap -E {rate} --seed {seed} {capture}.pcapng $HOME/{name}.pcapng && {tshark} -r $HOME/{name}.pcapng {more}"
CUT = "editcap -s {size} {capture}.pcapng $HOME/{name}.pcapng && {tshark} -r $HOME/{name}.pcapng {more}"


@pytest.fixture(params=expected.captures())
def capture(request):
    return request.param


def read(wireshark, recipe, capture, more="-V", two_passes=False, **parts):
    name = "-".join([capture.replace("/", "-"), *map(str, parts.values())])
    command = recipe.format(capture=capture, name=name, tshark="tshark", more=more, **parts)
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
