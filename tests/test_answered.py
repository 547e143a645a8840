# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a request is answered, on the frame of the request: the one field that one pass and two do not show alike."""
import re

import pytest

CAPTURES = {
    "conduct/post_again": [(4, 6), (8, 9), (15, 17), (27, 29), (32, 34), (42, 44), (54, 56), (64, 66)],
    # Three requests in frame 4, whose answers stand in two frames.
    "shapes/http1_pipelining_in_one_packet": [(4, 5), (4, 5), (4, 7), (6, 8)],
}
FIELDS = ["-T", "fields", "-e", "frame.number", "-e", "httpcodes.answered_in"]


def shown(wireshark, capture, two_passes, *more):
    command = ["tshark", "-r", capture + ".pcapng", *more, "-Y", "httpcodes.answered_in", *FIELDS]
    answer = wireshark.run(command, two_passes)
    assert answer.returncode == 0, answer.stderr
    rows = [line.split("\t") for line in answer.stdout.splitlines()]
    return [(int(frame), int(answered)) for frame, answers in rows for answered in answers.split(",")]


@pytest.mark.parametrize("capture", CAPTURES)
def test_is_known_on_the_second_pass(wireshark, capture):
    assert shown(wireshark, capture, True) == CAPTURES[capture]


@pytest.mark.parametrize("capture", CAPTURES)
def test_is_not_known_on_the_first(wireshark, capture):
    assert shown(wireshark, capture, False) == []


def test_leads_to_no_frame_that_one_looks_at(wireshark):
    """Requests that are cancelled in the same frame."""
    assert shown(wireshark, "findings/h2_rapid_reset", True) == []


def test_belongs_to_no_other_frame(wireshark):
    """With -R the second pass numbers the frames anew."""
    assert shown(wireshark, "conduct/post_again", True, "-R", "frame.number >= 8") == []


def test_the_line_tells_without_being_opened(wireshark):
    answer = wireshark.run(["tshark", "-r", "conduct/post_again.pcapng", "-V"], True)
    lines = re.findall(r"^HTTP Codes: answered in frame (\d+)\n    \[Answered in frame: (\d+)\]", answer.stdout, re.M)
    assert lines == [(str(frame), str(frame)) for _, frame in CAPTURES["conduct/post_again"]]


def test_is_no_code(wireshark):
    answer = wireshark.run(["tshark", "-r", "conduct/post_again.pcapng", "-Y", "httpcodes and httpcodes.answered_in"],
                           True)
    assert (answer.returncode, answer.stdout) == (0, "")
