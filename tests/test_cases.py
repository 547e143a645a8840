# SPDX-License-Identifier: GPL-2.0-or-later
"""What is concluded where the number alone misleads: captures after public bug reports (captures/cases), where peers do
not do what a code asks (captures/conduct), and of shapes that strangers' captures have (captures/shapes). Their
READMEs say what is in each."""
import pytest

from harness import expected, pdml, verdicts

INDEX = expected.index()
CASES = [name for name in expected.captures() if name.startswith(("cases/", "conduct/", "shapes/"))]
SAYING = [name for name in CASES if expected.besides(name)]

PASSES = {"one-pass": False, "two-passes": True}


def trees(wireshark, capture, passes):
    return pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"], PASSES[passes])


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", CASES)
def test_judges_what_the_exchange_shows(wireshark, capture, passes):
    sent = expected.codes(capture, wireshark.series)
    seen = pdml.of_trees(trees(wireshark, capture, passes))
    wrong = verdicts.wrong(sent, seen)
    assert not wrong, "%d differences\n" % len(wrong) + "\n".join(wrong[:verdicts.MOST_SHOWN])


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", SAYING)
def test_says_what_no_code_says(wireshark, capture, passes):
    found = trees(wireshark, capture, passes)
    missed = [line for line in expected.besides(capture)
              if not any(tells(line, found, frame) for frame in line["frame"])]
    assert not missed, "\n" + "\n".join("not said: %s" % line for line in missed)


def tells(line, found, frame):
    """Whether the tree of a frame says what a line asks for: {"implied": {field: right}} or {"beside": finding}; or
    does not, {"not_beside": finding}."""
    if "not_beside" in line:
        return frame not in found or found[frame].find(".//field[@name='httpcodes.%s']" % line["not_beside"]) is None
    if frame not in found:
        return False
    if "beside" in line:
        return found[frame].find(".//field[@name='httpcodes.%s']" % line["beside"]) is not None
    return any(all(set(item.fields["implied." + field]) & set(map(str, verdicts.alternatives(right)))
                   for field, right in line["implied"].items())
               for item in pdml.of_trees({frame: found[frame]}, "httpcodes.implied"))
