# SPDX-License-Identifier: GPL-2.0-or-later
"""What a capture lacks makes no finding: cut, from the middle on, with gaps, one way, or without its keys, each
capture that shows findings shows no others than whole."""
import collections
import functools
import pathlib
import re

import pytest

from fuzz import copies
from harness import expected, pdml

INDEX = expected.index()
PARENTS = ("httpcodes.event", "httpcodes.implied", "httpcodes.across")

# Said of the code alone where nothing is known any more that outweighs it: that it only answers the peer, that the
# response was complete, that it had begun, that nobody had asked.
OUTWEIGHED = {"client_error", "stream_error", "abnormal_close", "obsolete_code", "retry_safe"}
# Said on another packet: where a limit is reached, where Wireshark shows the status of a response that was cut.
MOVED = {"rapid_reset", "unsolicited"}

DAMAGED = ("bugs/", "cases/", "conduct/", "findings/", "shapes/")


@functools.lru_cache(maxsize=None)
def says(name, *words):
    lists = (expected.CAPTURES / (name + ".expect.jsonl")).read_text()
    return any(word in lists for word in words)


CAPTURES = [name for name in expected.captures()
            if name.startswith(DAMAGED) and says(name, '"findings": ["', '"findings_with"', '"beside"')]


def from_server(wireshark, capture):
    ports = " or ".join("%s.srcport == %d" % (layer, port) for port in INDEX[capture]["server_ports"]
                        for layer in ("tcp", "udp"))
    answer = wireshark.run(["tshark", "-r", capture + ".pcapng", "-Y", ports, "-T", "fields", "-e", "frame.number"])
    return list(map(int, answer.stdout.split()))


# Options for editcap, and which frames are gone, of so many in a Wireshark's capture.
Damage = collections.namedtuple("Damage", "options gone")
DAMAGES = {
    "cut at 96": Damage(["-s", "96"], lambda *_: []),
    "cut at 160": Damage(["-s", "160"], lambda *_: []),
    "without its beginning": Damage([], lambda count, *_: range(1, min(count, 5))),
    "from the middle on": Damage([], lambda count, *_: range(1, count // 3 + 1)),
    "with gaps": Damage([], lambda count, *_: range(2, count + 1, 3)),
    "one way": Damage([], lambda _, *where: from_server(*where)),
    "without keys": Damage(["--discard-all-secrets"], lambda *_: []),
}


# The peer has not acknowledged what crosses its own packets.
CROSSING = "shapes/h2_crossing_resets"


def can_be_told(name, damage):
    """A packet of QUIC that is not there leaves no trace, nor does one of TCP that nobody acknowledges."""
    if damage == "without keys":
        return copies.has_keys(expected.CAPTURES / (name + ".pcapng"))
    if damage == "with gaps" and name == CROSSING:
        return False
    return damage not in ("with gaps", "one way") or not says(name, '"http3"', '"quic"')


PAIRS = [(name, damage) for name in CAPTURES for damage in DAMAGES if can_be_told(name, damage)]


def found(wireshark, path, capture):
    """Of each frame its findings, as users filter for them."""
    trees = pdml.trees(wireshark, path, INDEX[capture]["tshark_args"])
    return {(finding.frame, finding.filter): finding.message
            for parent in PARENTS for item in pdml.of_trees(trees, parent) for finding in item.findings}


def whole(wireshark, capture):
    return found(wireshark, capture + ".pcapng", capture)


def damaged(wireshark, capture, name):
    """The frames have the numbers that they have in the whole capture."""
    damage = DAMAGES[name]
    original = expected.CAPTURES / (capture + ".pcapng")
    frames = range(1, copies.packets(original) + 1)
    gone = damage.gone(len(frames), wireshark, capture)
    left = [frame for frame in frames if frame not in gone]
    path = "%s/home/%s.pcapng" % (wireshark.stage, re.sub(r"\W", "-", capture + " " + name))
    # A copy, whose blocks are in an order that editcap 4.0 takes.
    copies.write(original, 1, pathlib.Path(wireshark.root, (path + ".whole").lstrip("/")))
    answer = wireshark.run(["editcap", *damage.options, path + ".whole", path, *map(str, gone)])
    assert answer.returncode == 0, answer.stderr
    return {(left[frame - 1], finding): message
            for (frame, finding), message in found(wireshark, path, capture).items()}


def moved(findings):
    return collections.Counter(name for _, name in findings if name in MOVED)


@pytest.mark.shared_out
@pytest.mark.parametrize("capture, damage", PAIRS)
def test_what_is_missing_makes_no_finding(wireshark, capture, damage):
    before, after = whole(wireshark, capture), damaged(wireshark, capture, damage)
    assert {where: message for where, message in after.items()
            if where not in before and where[1] not in OUTWEIGHED | MOVED} == {}
    assert moved(after) <= moved(before)
