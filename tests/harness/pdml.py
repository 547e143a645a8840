# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's part of the protocol tree, as tshark prints it with -T pdml: with findings, severities and labels."""
import collections
import functools
import re
import xml.etree.ElementTree

from harness import events

SEVERITIES = {0x400000: "note", 0x600000: "warning"}

# filter: the name of its field without "httpcodes."
Finding = collections.namedtuple("Finding", "frame filter severity message")
# fields: a list of texts for each field's name without "httpcodes."
Event = collections.namedtuple("Event", "frame fields findings")


def trees(wireshark, capture, arguments=(), two_passes=False):
    """The plugin's tree of every frame that has one, by the frame's number. The tests of a capture share them."""
    return _trees(wireshark, capture, tuple(arguments), two_passes)


# A worker has all tests of a capture in turn, and test_damage.py asks for the whole one between its damaged ones.
@functools.lru_cache(maxsize=4)
def _trees(wireshark, capture, arguments, two_passes):
    command = ["tshark", "-r", capture, *arguments, "-T", "pdml", "-J", "frame httpcodes", "-Y", "httpcodes"]
    answer = wireshark.run(command, two_passes)
    assert answer.returncode == 0, answer.stderr
    trouble = events.TROUBLE.search(events.WIRESHARKS_OWN_TROUBLE.sub("", answer.stderr))
    assert not trouble, trouble.group()
    packets = xml.etree.ElementTree.fromstring(_without_controls(answer.stdout)).iter("packet")
    return {_frame_number(packet): packet.find("proto[@name='httpcodes']") for packet in packets}


def _without_controls(text):
    """XML has no way to hold most control characters, and tshark writes those of a packet's text all the same."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)


def _frame_number(packet):
    return int(packet.find(".//field[@name='num']").get("show"))


def of_trees(found, parent="httpcodes.event"):
    """The events in these trees, or the items of another parent, in the order of the packets."""
    return [_event(frame, item) for frame, tree in found.items() for item in tree.findall("field")
            if item.get("name") == parent]


def _event(frame, item):
    fields = collections.defaultdict(list)
    for field in item.iter("field"):
        if field.get("name").startswith("httpcodes."):
            fields[field.get("name")[len("httpcodes."):]].append(field.get("show"))
    return Event(frame, fields, [_finding(frame, expert) for expert in item.iter("field")
                                 if expert.get("name") == "_ws.expert"])


def _finding(frame, expert):
    parts = {part.get("name"): part.get("show") for part in expert}
    name, = (name for name in parts if name.startswith("httpcodes."))
    severity = SEVERITIES[int(parts["_ws.expert.severity"])]
    return Finding(frame, name[len("httpcodes."):], severity, parts["_ws.expert.message"])
