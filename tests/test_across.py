# SPDX-License-Identifier: GPL-2.0-or-later
"""Across a proxy: no pair, link or verdict is wrong, and as many are found as before. tests/across prints the table."""
import pathlib
import re

import pytest

from harness import across, beside, expected, legs, pdml

PASSES = {"one-pass": False, "two-passes": True}
# Pairs that are found, a row each: capture, pairs, those of them without a verdict.
FOUND = {name: (int(pairs), int(unknown)) for name, pairs, unknown in
         (line.split() for line in (expected.CAPTURES / across.FOLDER / "found.tsv").read_text().splitlines())}


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


# ---- Connections that cannot be read ----

# Its requests have no ids, and its front server has this address.
LIKENESS, FRONT_SERVER, FRONT_PORT = "px_a_caddy_h2_h2c_body", bytes([10, 9, 0, 21]), 8443
OTHER_CLIENT, OTHER_SERVER = bytes([10, 9, 0, 12]), bytes([10, 9, 0, 22])
HTTP3_PORTS = {"h3_nokeys": 443, "h3_midstream": 443, "h3_statuses": 4433}


def pairs_beside(wireshark, http3, server, passes, gone=0):
    """How many pairs are found where a client has this capture's connection to the server, without a packet."""
    path = "%s/home/beside-%s-%d-%d-%s.pcapng" % (wireshark.stage, http3, server[-1], gone, passes)
    beside.write(pathlib.Path(wireshark.root, path.lstrip("/")),
                 expected.CAPTURES / across.FOLDER / (LIKENESS + ".pcapng"), expected.CAPTURES / (http3 + ".pcapng"),
                 beside.Place(OTHER_CLIENT, server, HTTP3_PORTS[http3], FRONT_PORT), gone)
    trees = pdml.trees(wireshark, path, ["-n"], PASSES[passes])
    return len(pdml.of_trees(trees, "httpcodes.across"))


@pytest.mark.parametrize("passes", PASSES)
def test_believes_no_likeness_beside_http3_that_cannot_be_read(wireshark, passes):
    assert 0 < FOUND[LIKENESS][0] == pairs_beside(wireshark, "h3_nokeys", OTHER_SERVER, passes)
    assert pairs_beside(wireshark, "h3_statuses", FRONT_SERVER, passes) == FOUND[LIKENESS][0]
    assert pairs_beside(wireshark, "h3_nokeys", FRONT_SERVER, passes) < FOUND[LIKENESS][0] / 2


# Wireshark shows it as UDP.
@pytest.mark.parametrize("passes", PASSES)
def test_believes_no_likeness_beside_http3_that_had_begun(wireshark, passes):
    assert pairs_beside(wireshark, "h3_midstream", OTHER_SERVER, passes) == FOUND[LIKENESS][0]
    assert pairs_beside(wireshark, "h3_midstream", FRONT_SERVER, passes) < FOUND[LIKENESS][0] / 2


# Of a request what its head was compressed by is lost; another one is lost altogether; an acknowledgement is no loss.
@pytest.mark.parametrize("gone, is_believed", [(10, False), (14, False), (12, True)])
def test_believes_no_likeness_beside_http3_that_lacks_a_request(wireshark, gone, is_believed):
    found = pairs_beside(wireshark, "h3_statuses", FRONT_SERVER, "one-pass", gone)
    assert found == FOUND[LIKENESS][0] if is_believed else found < FOUND[LIKENESS][0] / 2


# ---- What is said of a pair ----

CUT = re.compile(r"\[truncated\]|\[…\]")


@pytest.mark.parametrize("language", ("en", "zh_CN", "de"))
def test_no_label_is_cut(wireshark, language):
    """Wireshark cuts labels at 240 bytes, and 4.6 shows that before the words."""
    found = pdml.trees(wireshark, legs.file_of("every_finding"),
                       [*legs.ARGUMENTS, "-o", "httpcodes.language:" + language])
    labels = [field.get("showname", "") for tree in found.values()
              for item in tree.findall("field[@name='httpcodes.across']") for field in item.iter("field")
              if field.get("hide") != "yes"]
    assert labels and [label for label in labels if CUT.search(label)] == []


def test_protocols_line_says_how_it_ended_in_front(wireshark):
    found = pdml.trees(wireshark, legs.file_of("every_finding"), legs.ARGUMENTS).values()
    alone = [tree for tree in found if tree.find("field[@name='httpcodes.across']") is not None
             and tree.find("field[@name='httpcodes.event']") is None]
    assert alone
    for tree in alone:
        said = tree.get("showname").removeprefix("HTTP Codes: ")
        code = tree.find(".//field[@name='httpcodes.across.front_code']").get("show")
        # A finding has the code by its name alone.
        assert said == code or said.startswith(code.split(" (0x")[0] + ", but "), said


def test_protocols_line_of_a_request_behind_says_where_its_front_is(wireshark):
    found = pdml.trees(wireshark, legs.file_of("every_finding"), legs.ARGUMENTS).values()
    links = [(tree.get("showname"), front.get("show")) for tree in found for front in tree[:1]
             if front.get("name") == "httpcodes.across.front"]
    assert links and all(said == "HTTP Codes: request in front in frame " + front for said, front in links)


def test_a_verdict_names_the_finding(wireshark):
    found = pdml.of_trees(pdml.trees(wireshark, legs.file_of("every_finding"), legs.ARGUMENTS), "httpcodes.across")
    told = [[verdict.split(", ")[0] for verdict in item.fields.get("across.verdict", [])] for item in found]
    assert told == [[finding.filter for finding in item.findings] for item in found]


@pytest.mark.parametrize("language, words", [("en", "same id"), ("zh_CN", "相同的 id"), ("de", "dieselbe Id")])
def test_says_in_ones_language_what_shows_it(wireshark, language, words):
    answer = wireshark.run(["tshark", "-r", legs.file_of("every_finding"), *legs.ARGUMENTS, "-O", "httpcodes", "-o",
                            "httpcodes.language:" + language])
    assert set(re.findall(r"\[Evidence: (.*) \(\d\)\]", answer.stdout)) == {words}


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
