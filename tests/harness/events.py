# SPDX-License-Identifier: GPL-2.0-or-later
"""The events that tshark shows with the plugin, read in each of the ways that users read them."""
import collections
import functools
import json
import re

# Stand exactly once in every event.
CORE = ("space", "value", "name", "carrier", "sender", "stream", "registration", "origin", "description", "retry",
        "fault", "summary", "code", "asked", "verdict")
# tshark escapes control characters in values: this one cannot occur in them.
SEPARATOR = "\x1f"

SPACES = ("", "http_status", "http2", "http3", "quic", "websocket", "grpc")
SENDERS = ("unknown", "client", "server")

TROUBLE = re.compile("^.*(Dissector bug|CRITICAL|WARNING|Sanitizer|runtime error)[^\0]*", re.MULTILINE)
# Without our plugin too: 4.0's gRPC dissector fails where the request of a response is not in the capture.
WIRESHARKS_OWN_TROUBLE = re.compile("^(.*g_str_has_prefix: assertion.*\n)?.*Dissector bug, protocol GRPC,.*\n?",
                                    re.MULTILINE)

# core: a dictionary of the core fields as text; more: reason and last_stream where they apply, None where not
# asked for.
Event = collections.namedtuple("Event", "frame core more")


def read(wireshark, capture, arguments, mode):
    """The tests of a capture share them."""
    return _read(wireshark, capture, tuple(arguments), mode)


@functools.lru_cache(maxsize=8)
def _read(wireshark, capture, arguments, mode):
    return MODES[mode](wireshark, capture, list(arguments))


def _from_fields(wireshark, capture, arguments, two_passes=False):
    columns = ["-e", "frame.number"]
    for field in CORE:
        columns += ["-e", "httpcodes." + field]
    output = _tshark(wireshark, ["-r", capture, *arguments, "-T", "fields", "-E", "separator=/t",
                                 "-E", "aggregator=" + SEPARATOR, *columns], two_passes)
    events = []
    for line in _one_backslash(output).splitlines():
        frame, *values = line.split("\t")
        events += _events_of_frame(int(frame), [value.split(SEPARATOR) for value in values])
    return events


def _events_of_frame(frame, values):
    if values[CORE.index("space")] == [""]:
        assert values == [[""]] * len(CORE), "frame %d: core fields outside of any event: %s" % (frame, values)
        return []
    counts = {field: len(value) for field, value in zip(CORE, values)}
    assert len(set(counts.values())) == 1, "frame %d: core fields do not line up: %s" % (frame, counts)
    return [Event(frame, dict(zip(CORE, event)), None) for event in zip(*values)]


def _from_two_passes(wireshark, capture, arguments):
    return _from_fields(wireshark, capture, arguments, two_passes=True)


def _from_filtered(wireshark, capture, arguments):
    return _from_fields(wireshark, capture, arguments + ["-Y", "httpcodes"])


def _from_json(wireshark, capture, arguments):
    output = _tshark(wireshark, ["-r", capture, *arguments, "-T", "json", "-J", "frame httpcodes"])
    events = []
    for packet in json.loads(output, object_pairs_hook=_Pairs, strict=False):
        layers = packet.first("_source").first("layers")
        frame = int(layers.first("frame").first("frame.number"))
        events += [_event_of_object(frame, found) for found in layers.holding("httpcodes.space")]
    return events


def _event_of_object(frame, found):
    for field in CORE:
        assert len(found.all("httpcodes." + field)) == 1, "frame %d: not one httpcodes.%s: %s" % (frame, field, found)
    core = {field: _as_in_fields(found.first("httpcodes." + field)) for field in CORE}
    more = {field: found.first("httpcodes." + field) for field in ("reason", "last_stream")}
    return Event(frame, core, more)


def _as_in_fields(text):
    return _one_backslash(text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))


def _one_backslash(text):
    """-T fields writes a backslash as it is up to 4.0 and doubled from 4.4 on."""
    return text.replace("\\\\", "\\")


class _Pairs(list):
    """A JSON object whose keys may stand several times, as in what tshark writes."""

    def all(self, key):
        return [value for name, value in self if name == key]

    def first(self, key):
        return next((value for name, value in self if name == key), None)

    def holding(self, key):
        """This object or the objects below it that have the key, in document order."""
        if self.all(key):
            yield self
            return
        for _, value in self:
            for part in value if type(value) is list else [value]:
                if isinstance(part, _Pairs):
                    yield from part.holding(key)


def _tshark(wireshark, arguments, two_passes=False):
    answer = wireshark.run(["tshark", *arguments], two_passes)
    # A capture that was cut short is read up to there; tshark says so and ends with 2.
    assert answer.returncode == 0 or "cut short" in answer.stderr, answer.stderr
    trouble = TROUBLE.search(WIRESHARKS_OWN_TROUBLE.sub("", answer.stderr))
    assert not trouble, trouble.group()
    return answer.stdout


MODES = {
    "one-pass": _from_fields,
    "two-passes": _from_two_passes,
    "filtered": _from_filtered,
    "json": _from_json,
}
