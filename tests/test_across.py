# SPDX-License-Identifier: GPL-2.0-or-later
"""Across a proxy: no pair, link or verdict is wrong, and as many are found as before. tests/across prints the table."""
import functools

import pytest

from harness import across, expected

PASSES = {"one-pass": False, "two-passes": True}
# Pairs that are found, a row each: capture, pairs, those of them without a verdict.
FOUND = {name: (int(pairs), int(unknown)) for name, pairs, unknown in
         (line.split() for line in (expected.CAPTURES / across.FOLDER / "found.tsv").read_text().splitlines())}


@functools.lru_cache(maxsize=4)
def shown(wireshark, capture, passes):
    return across.shown(wireshark, capture, PASSES[passes])


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", across.captures())
def test_tells_the_truth_or_nothing(wireshark, capture, passes):
    score = across.score(across.truth(capture), shown(wireshark, capture, passes))
    assert not score.wrong, "\n" + "\n".join(score.wrong)
    assert (score.right, score.unknown) == FOUND[capture]


@pytest.mark.parametrize("capture", across.captures())
def test_two_passes_show_the_same(wireshark, capture):
    assert shown(wireshark, capture, "one-pass") == shown(wireshark, capture, "two-passes")


# What is lost there holds a request behind, or what its header block is compressed by.
@pytest.mark.parametrize("gone", [(67, 68, 69), (106, 159, 242), (188,), (10, 100, 200, 300, 400, 500)])
def test_says_nothing_wrong_where_frames_are_lost(wireshark, gone):
    capture = "px_d_apache_h2c_h2c_id"
    found = across.shown(wireshark, capture, gone=gone)
    score = across.score(across.truth(capture), found)
    assert not score.wrong, "\n" + "\n".join(score.wrong)
    assert 0 < score.right < FOUND[capture][0]


def test_is_turned_off(wireshark):
    answer = wireshark.run(["tshark", "-r", "across/px_d_apache_h2c_h2c_id.pcapng", "-o", "httpcodes.across:FALSE",
                            "-Y", "httpcodes.across"])
    assert (answer.returncode, answer.stdout) == (0, "")


PAIR = across.Pair(frame=9, front=1, behind=[2, 5], conversion=5, evidence=1)
LINES = [{"front": {"request_frame": 1}, "behind": [{"request_frame": 2}, {"request_frame": 5}],
          "class": "false_promise", "why": "false_promise"}]


@pytest.mark.parametrize("changed", [{"front": 3}, {"behind": [2]}, {"behind": [5, 2]}, {"conversion": 2}])
def test_the_score_sees_what_is_wrong(changed):
    right = across.Shown([PAIR], [across.Link(5, 1)])
    wrong = across.Shown([PAIR._replace(**changed)], [])
    assert across.score(LINES, right) == across.Score(right=1, unknown=0, silent=0, wrong=[])
    assert across.score(LINES, wrong).wrong


def test_the_score_sees_a_wrong_link():
    assert across.score(LINES, across.Shown([], [across.Link(5, 3)])).wrong
