# SPDX-License-Identifier: GPL-2.0-or-later
"""What is concluded from a code: findings, retry, fault and the request it belongs to. captures/findings/README.md says
how the lists are read."""
import json

import pytest

from harness import expected, legs, pdml, verdicts

INDEX = expected.index()
JUDGED = [name for name in expected.captures() if name.startswith(("bugs/", "findings/"))]
HEALTHY = [name for name in expected.captures() if name.split("/")[-1].startswith("healthy_")]

PASSES = {"one-pass": False, "two-passes": True}


@pytest.fixture(params=JUDGED)
def capture(request):
    return request.param


def shown(wireshark, capture, passes):
    return pdml.of_trees(pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"], PASSES[passes]))


@pytest.mark.parametrize("passes", PASSES)
def test_concludes_what_the_specifications_say(wireshark, capture, passes):
    sent = expected.codes(capture, wireshark.series)
    wrong = verdicts.wrong(sent, shown(wireshark, capture, passes))
    assert not wrong, "%d differences\n" % len(wrong) + "\n".join(wrong[:verdicts.MOST_SHOWN])


def test_warnings_are_the_same_in_two_passes(wireshark, capture):
    one, two = ([event.findings for event in shown(wireshark, capture, passes)] for passes in PASSES)
    assert one == two


def test_expert_information_lists_every_finding(wireshark, capture):
    """In tshark's own list (-z expert), which sees the plugin through a tap and not through the tree."""
    arguments = INDEX[capture]["tshark_args"]
    answer = wireshark.run(["tshark", "-r", capture + ".pcapng", *arguments, "-q", "-z", "expert,note"])
    rows = [line.split("HTTP Codes", 1) for line in answer.stdout.splitlines() if "HTTP Codes" in line]
    listed = sum(int(counted.split()[0]) for counted, _ in rows)
    found = pdml.trees(wireshark, capture + ".pcapng", arguments)
    assert listed == sum(len(item.findings) for parent in PARENTS for item in pdml.of_trees(found, parent))


PARENTS = ("httpcodes.event", "httpcodes.implied", "httpcodes.across")


def assert_a_problem_is_what_warns(found):
    items = [item for parent in PARENTS for item in pdml.of_trees(found, parent)]
    told = [(item.frame, "problem" in item.fields) for item in items]
    assert told == [(item.frame, any(finding.severity == "warning" for finding in item.findings)) for item in items]
    return {is_problem for _, is_problem in told}


def test_a_problem_is_what_warns(wireshark, capture):
    assert_a_problem_is_what_warns(pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"]))


def test_a_problem_is_what_warns_across_a_proxy(wireshark):
    found = pdml.trees(wireshark, legs.file_of("every_finding"), legs.ARGUMENTS)
    assert assert_a_problem_is_what_warns(found) == {False, True}


@pytest.mark.parametrize("healthy", HEALTHY)
def test_a_good_day_gives_no_warning(wireshark, healthy):
    seen = shown(wireshark, healthy, "one-pass")
    assert seen, "no code in it"
    assert [finding for event in seen for finding in event.findings if finding.severity != "note"] == []


def test_every_finding_has_a_capture_that_triggers_it(wireshark):
    answer = wireshark.run(["tshark", "-G", "fields"])
    rows = [line.split("\t") for line in answer.stdout.splitlines() if line.startswith("F\t")]
    # An expert info is a field without a value, as are the parents of other fields.
    registered = {row[2] for row in rows if row[2].startswith("httpcodes.") and row[3] == "FT_NONE"}
    registered -= {"httpcodes." + parent for parent in ("event", "map", "implied", "across")}
    lists = [expected.CAPTURES / (name + ".expect.jsonl") for name in expected.captures()]
    lines = [json.loads(line) for file in lists for line in file.read_text().splitlines()]
    triggered = {"httpcodes." + finding for line in lines for finding in named(line)}
    triggered |= {"httpcodes." + finding for finding in legs.findings()}
    assert registered == triggered


def named(line):
    """The findings that a line asks for, whether with all that there are or without."""
    beside = [line["beside"]] if "beside" in line else []
    return line.get("findings", []) + line.get("findings_with", []) + beside
