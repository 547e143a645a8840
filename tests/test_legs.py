# SPDX-License-Identifier: GPL-2.0-or-later
"""What is shown across a proxy, wherever it is shown: captures/legs/README.md says how the lists are read."""
import collections
import re

import pytest

from harness import legs, pdml
from harness.sharkd import Session

PASSES = {"one-pass": False, "two-passes": True}


@pytest.fixture(params=legs.captures())
def capture(request):
    return request.param


def trees(wireshark, capture, passes="one-pass"):
    return pdml.trees(wireshark, legs.file_of(capture), legs.ARGUMENTS, PASSES[passes])


def items(found):
    return pdml.of_trees(found, "httpcodes.across")


def numbers(item, field):
    return [int(text) for text in item.fields["across." + field]]


def run(wireshark, capture, *options):
    answer = wireshark.run(["tshark", "-r", legs.file_of(capture), *legs.ARGUMENTS, *options])
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    return answer.stdout


@pytest.mark.parametrize("passes", PASSES)
def test_shows_each_exchange_where_it_ends(wireshark, capture, passes):
    shown = [{"front": numbers(item, "front")[0], "behind": numbers(item, "behind"), "frame": item.frame,
              "conversion": numbers(item, "conversion")[0]} for item in items(trees(wireshark, capture, passes))]
    assert shown == [{key: line[key] for key in ("front", "behind", "frame", "conversion")}
                     for line in legs.lines(capture)]


@pytest.mark.parametrize("passes", PASSES)
def test_finds_what_is_wrong_and_nothing_else(wireshark, capture, passes):
    shown = [[(finding.filter, finding.severity) for finding in item.findings]
             for item in items(trees(wireshark, capture, passes))]
    assert shown == [[(line["finding"], line["severity"])] if "finding" in line else []
                     for line in legs.lines(capture)]


def test_fields_fit_each_other(wireshark, capture):
    for item in items(trees(wireshark, capture)):
        behind, (end,) = numbers(item, "behind"), numbers(item, "behind_end")
        assert numbers(item, "attempts") == [len(behind)]
        assert numbers(item, "front")[0] < behind[0] and behind[-1] < end <= item.frame
        assert numbers(item, "evidence") == [1]
        assert item.fields["across.behind_code"][0]
        summary, = item.fields["across.summary"]
        assert "frame %d" % numbers(item, "front")[0] in summary
        assert all(finding.message.rsplit(": ", 1)[0] in summary for finding in item.findings)


# Each of the bugs that one connection cannot prove, and what both show of it.
PUBLISHED_BUGS = {
    "/h2o/3308": "false promise", "/h2o/silent-end": "truncation hidden", "/h2o/3566": "failure invented",
    "/envoy/44749": "failure invented", "/nginx/1792": "failure invented", "/envoy/36200": "converted",
    "/envoy/15033": "wrong status", "/haproxy/e87397bc7": "kept", "/haproxy/20b156ee1": "cancellation kept",
    "/nghttpx/cancel": "converted", "/yarp/2019": "cancellation passed on", "/gorouter/282": "cancellation passed on",
}


def test_published_bugs_are_named(wireshark):
    told = {re.search(r" (/\w+/[\w-]+), frame ", item.fields["across.summary"][0]).group(1):
            legs.CONVERSIONS[numbers(item, "conversion")[0]] for item in items(trees(wireshark, "published_bugs"))}
    assert told == PUBLISHED_BUGS


def test_requests_behind_name_their_front(wireshark, capture):
    links = {item.frame: int(item.fields["across.front"][0])
             for item in pdml.of_trees(trees(wireshark, capture), "httpcodes.across.front")}
    assert links == {frame: line["front"] for line in legs.lines(capture) for frame in line["behind"]}


def test_filters_need_no_tree(wireshark, capture):
    for field in ("across", *{line["finding"] for line in legs.lines(capture) if "finding" in line}):
        shown = run(wireshark, capture, "-Y", "httpcodes." + field, "-T", "fields", "-e", "frame.number").split()
        wanted = [line["frame"] for line in legs.lines(capture) if field in ("across", line.get("finding"))]
        assert list(map(int, shown)) == wanted


def test_values_have_names(wireshark, capture):
    shown = run(wireshark, capture, "-Y", 'httpcodes.across.conversion == "converted"', "-T", "fields", "-e",
                "frame.number")
    wanted = [line["frame"] for line in legs.lines(capture) if line["conversion"] == 2]
    assert list(map(int, shown.split())) == wanted


def test_info_contradicts_the_code_in_front(wireshark, capture):
    rows = run(wireshark, capture, "-Y", "httpcodes.across", "-T", "tabs", "-o", 'gui.column.format:"N","%m","I","%i"')
    info = {int(number): text for number, text in (row.split("\t")[:2] for row in rows.splitlines())}
    for line in legs.lines(capture):
        told = re.findall(r"\[([^]]* behind \(frame \d+\))\]", info[line["frame"]])
        assert len(told) == ("finding" in line), info[line["frame"]]
        if told:
            # The code's own words would promise what is not so.
            assert info[line["frame"]].endswith(" [%s]" % told[0]) and "retry is safe" not in told[0]


def test_problems_leave_notes_out_of_info(wireshark, capture):
    shown = run(wireshark, capture, "-o", "httpcodes.info_column:problems", "-Y", "httpcodes.across", "-T", "tabs",
                "-o", 'gui.column.format:"N","%m","I","%i"')
    told = [int(row.split("\t")[0]) for row in shown.splitlines() if re.search(r" behind \(frame \d+\)\]$", row)]
    assert told == [line["frame"] for line in legs.lines(capture) if line.get("severity") == "warning"]


def test_expert_information_lists_the_findings(wireshark, capture):
    listed = run(wireshark, capture, "-q", "-z", "expert,note,httpcodes.across")
    for item in items(trees(wireshark, capture)):
        assert all(finding.message in listed for finding in item.findings)


def test_statistics_count_each_exchange(wireshark, capture):
    printed = run(wireshark, capture, "-q", "-z", "httpcodes_across,tree")
    wanted = collections.Counter(legs.CONVERSIONS[line["conversion"]] for line in legs.lines(capture))
    for name, count in wanted.items():
        rows = re.findall(r"^ +%s +(\d+) " % re.escape(name), printed, re.MULTILINE)
        assert sum(map(int, rows)) == count, name
    assert re.search(r"^ 192\.0\.2\.10 +\d+ ", printed, re.MULTILINE)


def test_sharkd_shows_the_same(wireshark):
    file = legs.file_of("every_finding")
    (_, taps), = Session(wireshark).ask([[("load", {"file": file}), ("tap", {"tap0": "stat:httpcodes_across"})]])
    assert taps["taps"][0]["stats"]
