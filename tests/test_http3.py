# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3 as the plugin reads it by itself, beside what Wireshark's dissector makes of the same bytes."""
import pytest

from harness import events, expected

INDEX = expected.index()
STATUS = "http3.headers.status"


def captures():
    """Those in which somebody speaks HTTP/3, or another application over QUIC."""
    series = "4.6"
    return [name for name in expected.captures()
            if any(code.space in ("http3", "quic") for code in expected.codes(name, series))]


def dissected(wireshark, capture):
    """The statuses that Wireshark's own dissector finds, by the frame; all frames with QUIC are in it."""
    answer = wireshark.run(["tshark", "-r", capture + ".pcapng", *INDEX[capture]["tshark_args"], "-Y", "quic",
                            "-T", "fields", "-E", "aggregator=/s", "-e", "frame.number", "-e", STATUS])
    if answer.returncode != 0 and STATUS in answer.stderr:
        pytest.skip("this Wireshark dissects no HTTP/3 header")
    assert answer.returncode == 0, answer.stderr
    rows = (line.split("\t") for line in answer.stdout.splitlines())
    return {int(frame): sorted(statuses.split()) for frame, statuses in rows}


@pytest.mark.parametrize("capture", captures())
def test_shows_the_statuses_that_wireshark_dissects(wireshark, capture):
    theirs = dissected(wireshark, capture)
    ours = {frame: [] for frame in theirs}
    for event in events.read(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"], "one-pass"):
        if event.frame in ours and event.core["carrier"] == "HEADERS":
            ours[event.frame].append(event.core["value"].split()[0])
    assert {frame: sorted(statuses) for frame, statuses in ours.items()} == theirs
