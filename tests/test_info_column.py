# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to the Info column: what the stock column leaves out, where it is wanted, in every pass."""
import functools
import re

import pytest

from harness import events, expected, pdml

INDEX = expected.index()
CAPTURES = [name for name in expected.recordings() if expected.codes(name, "4.6")]
CHOICES = ("none", "problems", "findings", "all")
WAYS = {
    "two passes": ["-2"],
    "a custom column": ["-o", 'gui.column.format:"Number","%m","Info","%i","Codes","%Cus:httpcodes.name:0:R"'],
    "a filter": ["-2", "-Y", "httpcodes or frame"],
}

pytestmark = pytest.mark.shared_out


@pytest.fixture(params=CAPTURES)
def capture(request):
    return request.param


@functools.lru_cache(maxsize=32)
def column(wireshark, capture, *options):
    """Info of every packet, by its number."""
    command = ["tshark", "-r", capture + ".pcapng", *INDEX[capture]["tshark_args"], "-T", "tabs",
               "-o", 'gui.column.format:"Number","%m","Info","%i"', *options]
    answer = wireshark.run(command)
    assert answer.returncode == 0, answer.stderr
    trouble = events.TROUBLE.search(events.WIRESHARKS_OWN_TROUBLE.sub("", answer.stderr))
    assert not trouble, trouble.group()
    rows = [line.split("\t") for line in answer.stdout.splitlines()]
    return {int(number): info for number, info, *_ in rows}


def stock(wireshark, capture, *way):
    return column(wireshark, capture, "--disable-protocol", "httpcodes", *way)


def chosen(choice):
    return "-o", "httpcodes.info_column:" + choice


def added(wireshark, capture, choice, *way):
    """What follows the stock column's text in brackets, by the packet's number. (The stock column itself is another
    in two passes, where it names the packets that belong together.)"""
    without, found = stock(wireshark, capture, *way), {}
    for number, info in column(wireshark, capture, *chosen(choice), *way).items():
        if number in implied(wireshark, capture) or number in across(wireshark, capture):
            continue
        assert info.startswith(without[number]), "packet %d: %s" % (number, info)
        addition = info[len(without[number]):]
        if addition:
            found[number] = re.fullmatch(r" \[(.+)\]", addition)[1]
    return found


def trees(wireshark, capture):
    return pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"])


@functools.lru_cache(maxsize=8)
def across(wireshark, capture):
    """The packets where something is found across a proxy, which test_legs.py has: it stands in place of the rest."""
    return {item.frame for item in pdml.of_trees(trees(wireshark, capture), "httpcodes.across") if item.findings}


@functools.lru_cache(maxsize=8)
def shown(wireshark, capture):
    """The events of each other packet, by its number."""
    found = {}
    for event in pdml.of_trees(trees(wireshark, capture)):
        if event.frame not in across(wireshark, capture):
            found.setdefault(event.frame, []).append(event)
    return found


@functools.lru_cache(maxsize=8)
def implied(wireshark, capture):
    """What comes without a code, of the packets that have no code, by the packet's number."""
    found = {}
    for item in pdml.of_trees(trees(wireshark, capture), "httpcodes.implied"):
        if item.frame not in shown(wireshark, capture) and item.frame not in across(wireshark, capture):
            found.setdefault(item.frame, []).append(item)
    return found


def test_what_comes_without_a_code_is_told_where_no_code_is(wireshark, capture):
    info = column(wireshark, capture)
    for number, items in implied(wireshark, capture).items():
        findings = [finding for item in items for finding in item.findings]
        told = info[number][len(stock(wireshark, capture)[number]):]
        assert bool(told) == bool(findings), (number, told)
        if findings:
            # The first finding's title; its sentence stands behind a colon.
            assert told.startswith(" [" + findings[0].message.split(": ")[0]), (number, told)


def test_none_leaves_the_column_alone(wireshark, capture):
    assert column(wireshark, capture, *chosen("none")) == stock(wireshark, capture)


def test_findings_are_the_default(wireshark, capture):
    assert column(wireshark, capture) == column(wireshark, capture, *chosen("findings"))


def test_problems_are_what_warns(wireshark, capture):
    """As in the menu and on the profile's button."""
    additions, everything = (added(wireshark, capture, choice) for choice in ("problems", "findings"))
    for frame, found in shown(wireshark, capture).items():
        warns = any(finding.severity == "warning" for event in found for finding in event.findings)
        assert additions.get(frame) == (everything.get(frame) if warns else None), frame


def test_findings_explain_codes_with_findings_and_no_others(wireshark, capture):
    additions = added(wireshark, capture, "findings")
    with_findings = {frame for frame, found in shown(wireshark, capture).items() if any(e.findings for e in found)}
    assert set(additions) <= with_findings
    # Where there is no addition, Info says the name already and there is no more to say.
    for frame in with_findings - set(additions):
        event, = shown(wireshark, capture)[frame]
        assert event.fields["name"][0] in stock(wireshark, capture)[frame]


def test_all_adds_the_rest_but_plain_successes(wireshark, capture):
    findings, everything = (added(wireshark, capture, choice) for choice in CHOICES[2:])
    assert findings.items() <= everything.items()
    for frame in set(everything) - set(findings):
        assert not all(is_plain_success(event) for event in shown(wireshark, capture)[frame])
    for frame in set(shown(wireshark, capture)) - set(everything):
        unexplained = [event for event in shown(wireshark, capture)[frame] if not is_plain_success(event)
                       and event.fields["name"][0] not in stock(wireshark, capture)[frame]]
        assert not unexplained, (frame, unexplained)


def parts_of(addition):
    """Of "what: code, verdict", the code by its name."""
    return [re.sub(r"^\d+ (?!codes$)", "", part) for part in re.split(", |: ", addition)]


def test_has_one_grammar(wireshark, capture):
    """What is wrong stands once, before the colon, and nothing is said twice."""
    for frame, addition in added(wireshark, capture, "all").items():
        said = parts_of(addition)
        titles = {finding.message.split(": ")[0] for event in shown(wireshark, capture)[frame]
                  for finding in event.findings}
        assert len(said) == len(set(said)), (frame, addition)
        assert not titles & set(said[1:]), (frame, addition)
        assert not any(word in said for word in ("Invalid", "Unassigned")), (frame, addition)


def is_plain_success(event):
    space, value = (event.fields[field][0] for field in ("space", "value"))
    return not event.findings and (space == "1" and int(value) < 400 or (space, value) == ("6", "0"))


def test_never_repeats_the_column(wireshark, capture):
    for frame, addition in added(wireshark, capture, "all").items():
        for event in shown(wireshark, capture)[frame]:
            name = event.fields["name"][0]
            assert name not in parts_of(addition) or name not in stock(wireshark, capture)[frame], (frame, addition)


DECIMAL = ("1", "5", "6")


def test_a_status_and_a_close_have_their_number(wireshark, capture):
    """Whether in the stock column or behind it: 4000 to 4999 have but one name."""
    for frame, addition in added(wireshark, capture, "all").items():
        said = stock(wireshark, capture)[frame] + " [" + addition + "]"
        for event in shown(wireshark, capture)[frame]:
            name, space, value = (event.fields[field][0] for field in ("name", "space", "value"))
            assert space not in DECIMAL or name not in parts_of(addition) or re.search(r"\b%s\b" % value, said), (frame, said)


def test_several_codes_are_the_worst_one_and_a_count(wireshark, capture):
    for frame, addition in added(wireshark, capture, "all").items():
        found = shown(wireshark, capture)[frame]
        counts = re.findall(r"\b(\d+) codes$", addition)
        assert counts == ([str(len(found))] if len(found) > 1 else []), (frame, addition)
        names = [part for part in parts_of(addition) if part in {event.fields["name"][0] for event in found}]
        if names:
            name, = names
            worst = max(map(badness, found))
            assert worst in [badness(event) for event in found if event.fields["name"][0] == name], (frame, addition)


def badness(event):
    return max((("note", "warning").index(finding.severity) + 1 for finding in event.findings), default=0)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("representative", ["tour", "h2c_grpc", "findings/h2_statuses", "findings/ws_closes"])
def test_every_way_shows_the_same(wireshark, representative, way):
    for choice in CHOICES[1:]:
        same = added(wireshark, representative, choice)
        assert same and added(wireshark, representative, choice, *WAYS[way]) == same
    assert not added(wireshark, representative, "none", *WAYS[way])


LANGUAGES = {
    "en": "REFUSED_STREAM, not processed, retry is safe",
    "zh_CN": "REFUSED_STREAM，未被处理，可安全重试",
    "de": "REFUSED_STREAM, nicht verarbeitet, Wiederholung ist sicher",
}
# What the environment says: the language that "system" gives.
SYSTEMS = {"de_AT.UTF-8": "de", "zh_CN.UTF-8": "zh_CN", "zh_SG.UTF-8": "zh_CN", "en_GB.UTF-8": "en",
           "fr_FR.UTF-8": "en", "C": "en"}


def refusal(wireshark, *options, environment=()):
    command = ["env", *environment, "tshark", "-r", "tour.pcapng", "-Y", "httpcodes.http2_error == 7", *options]
    answer = wireshark.run(command)
    assert answer.returncode == 0, answer.stderr
    return re.search(r"\[([^][]*)\]$", answer.stdout.strip())[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_speaks_the_language_of_choice(wireshark, language):
    assert refusal(wireshark, "-o", "httpcodes.language:" + language) == LANGUAGES[language]


@pytest.mark.parametrize("locale", SYSTEMS)
def test_speaks_the_systems_language(wireshark, locale):
    said = refusal(wireshark, "-o", "httpcodes.language:system", environment=["LC_ALL=" + locale])
    assert said == LANGUAGES[SYSTEMS[locale]]


def test_speaks_english_unless_told_otherwise(wireshark):
    assert refusal(wireshark, environment=["LC_ALL=de_DE.UTF-8"]) == LANGUAGES["en"]


# What the tree calls the values of frame 9 of the tour, a 404 over HTTP/1.1.
VALUES = {
    "en": {"Retry": "no", "Fault": "client", "Sender": "server", "Stream": "none", "Registration": "registered"},
    "zh_CN": {"Retry": "否", "Fault": "客户端", "Sender": "服务器", "Stream": "无", "Registration": "已注册"},
    "de": {"Retry": "nein", "Fault": "Client", "Sender": "Server", "Stream": "keiner", "Registration": "registriert"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_in_the_tree_are_in_that_language(wireshark, language):
    answer = wireshark.run(["tshark", "-r", "tour.pcapng", "-o", "httpcodes.language:" + language,
                            "-Y", "frame.number == 9", "-O", "httpcodes"])
    shown = dict(re.findall(r"\[(\w+): (.*) \(-?\d+\)\]", answer.stdout))
    assert {name: shown[name] for name in VALUES[language]} == VALUES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_field_is_in_that_language(wireshark, language):
    fields = [word for field in ("name", "description", "summary", "map.hint") for word in ("-e", "httpcodes." + field)]
    answer = wireshark.run(["tshark", "-r", "tour.pcapng", "-o", "httpcodes.language:" + language,
                            "-Y", "frame.number == 62", "-T", "fields", *fields])
    name, *texts = answer.stdout.strip("\n").split("\t")
    assert name == "REFUSED_STREAM"
    for text in texts:
        assert text and bool(re.search("[\u4e00-\u9fff]", text)) == (language == "zh_CN")
        assert bool(re.search(r"\b(der|die|das|wurde|nicht)\b", text)) == (language == "de"), text
