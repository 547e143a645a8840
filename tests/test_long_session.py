# SPDX-License-Identifier: GPL-2.0-or-later
"""A long day on which nothing goes wrong (captures/make/long_session.py): of 10,000 exchanges nothing is said but what
stands here, and why."""
import collections

import pytest

from harness import events, pdml

CAPTURE, ARGUMENTS = "long_session.pcapng.gz", ["-d", "tcp.port==8080,http2"]
PASSES = {"one-pass": False, "two-passes": True}

# What is said of codes, all of it as notes, and of which.
SAID = {
    ("client_error", "note"): {"401", "404", "416", "429"},  # as the code itself says
    ("foreign_code", "note"): {"0"},  # curl leaves HTTP/3 with 0x0
    # Chromium does not read the rest of a redirect.
    ("stream_error", "note"): {str(0x10c)},
    ("cancel_after_complete", "note"): {"8", str(0x10c)},
}
# What is said beside them: half of the WebSockets end as by a browser's close(), which sends a Close without a code.
SAID_BESIDE = {"client sent a Close without a code, an API reports 1005 No Status Rcvd"}

EXCHANGES = 10_000
STATUSES = {100, 101, 200, 201, 202, 204, 206, 301, 302, 303, 304, 401, 404, 416, 429}
ENDS = {("GOAWAY", "0"), ("Close", "1000"), ("Close", "1001"), ("grpc-status", "0")}


def trees(wireshark, passes):
    return pdml.trees(wireshark, CAPTURE, ARGUMENTS, PASSES[passes])


@pytest.fixture(params=PASSES)
def passes(request):
    return request.param


@pytest.fixture(params=[CAPTURE])
def capture(request):
    """One worker takes all of a capture's tests."""
    return request.param


def test_says_nothing_but_this(wireshark, capture, passes):
    found = trees(wireshark, passes)
    said = collections.defaultdict(set)
    for event in pdml.of_trees(found):
        for finding in event.findings:
            said[finding.filter, finding.severity].add(event.fields["value"][0])
    assert {what: codes - SAID.get(what, set()) for what, codes in said.items() if codes - SAID.get(what, set())} == {}
    beside = pdml.of_trees(found, "httpcodes.implied")
    assert {item.fields["implied.summary"][0] for item in beside} <= SAID_BESIDE
    assert [item for item in beside + pdml.of_trees(found, "httpcodes.across") if item.findings] == []


def test_sees_all_of_it(wireshark, capture, passes):
    """Or there would be little to be silent on."""
    seen = pdml.of_trees(trees(wireshark, passes))
    assert len({event.fields["exchange"][0] for event in seen if "exchange" in event.fields}) >= EXCHANGES
    spaces = {event.fields["space"][0]: events.SPACES[int(event.fields["space"][0])] for event in seen}
    values = {(spaces[event.fields["space"][0]], int(event.fields["value"][0])) for event in seen}
    assert {value for space, value in values if space == "http_status"} == STATUSES
    assert {(event.fields["carrier"][0], event.fields["value"][0]) for event in seen} >= ENDS
