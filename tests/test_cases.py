# SPDX-License-Identifier: GPL-2.0-or-later
"""What is concluded where the number alone misleads: captures after public bug reports (captures/cases), and of shapes that
strangers' captures have (captures/shapes). Their READMEs say what is in each."""
import functools

import pytest

from harness import expected, pdml, verdicts

INDEX = expected.index()
CASES = [name for name in expected.captures() if name.startswith(("cases/", "shapes/"))]
SAYING = [name for name in CASES if expected.implied(name)]

PASSES = {"one-pass": False, "two-passes": True}


@functools.lru_cache(maxsize=8)
def trees(wireshark, capture, passes):
    return pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"], PASSES[passes])


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", CASES)
def test_judges_what_the_exchange_shows(wireshark, capture, passes):
    sent = expected.codes(capture, wireshark.series)
    seen = pdml.of_trees(trees(wireshark, capture, passes))
    wrong = verdicts.wrong(sent, seen, wireshark.series)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", SAYING)
def test_says_what_no_code_says(wireshark, capture, passes):
    shown = pdml.of_trees(trees(wireshark, capture, passes), "httpcodes.implied")
    missed = [line for line in expected.implied(capture) if not any(tells(line, item) for item in shown)]
    assert not missed, "\n" + "\n".join("not said: %s" % line for line in missed)


def tells(line, item):
    """Whether an item says what a line of the list asks for: {"implied": {field: right values}, "frame": [one of these]}."""
    return item.frame in line["frame"] and all(
        set(item.fields.get("implied." + field, [])) & set(map(str, verdicts.alternatives(right)))
        for field, right in line["implied"].items())
