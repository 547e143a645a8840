# SPDX-License-Identifier: GPL-2.0-or-later
"""Every code that was sent is shown, none besides, in whichever way tshark is asked."""
import difflib

import pytest

from harness import events, expected

NAMES = expected.names()
INDEX = expected.index()


@pytest.fixture(params=expected.captures())
def capture(request):
    return request.param


def shown(wireshark, capture, mode):
    return events.read(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"], mode)


@pytest.mark.parametrize("mode", events.MODES)
def test_shows_what_was_sent(wireshark, capture, mode):
    sent = expected.codes(capture, wireshark.series)
    seen = shown(wireshark, capture, mode)
    unproven = INDEX[capture].get("sender_may_be_unknown", False)
    forgive = forgiven_senders(sent, seen) if unproven else set()
    assert_same([line_of_code(code, at in forgive) for at, code in enumerate(sent)], [line_of_event(e) for e in seen])


def forgiven_senders(sent, seen):
    """Where the capture proves no sender, "unknown" is right; the wrong side never is."""
    return {at for at, (_, event) in enumerate(zip(sent, seen)) if event.core["sender"] == "0"}


def line_of_code(code, sender_forgiven):
    sender = "unknown" if sender_forgiven else code.sender
    return "frame %d: %s %d in %s from %s on stream %d" % (
        code.frame, code.space, code.value, code.carrier, sender, code.stream)


def line_of_event(event):
    core = event.core
    return "frame %d: %s %d in %s from %s on stream %s" % (
        event.frame, events.SPACES[int(core["space"])], number(core["value"]), core["carrier"],
        events.SENDERS[int(core["sender"])], core["stream"])


def number(text):
    return int(text.split()[0], 0)


def assert_same(sent, seen):
    difference = difflib.unified_diff(sent, seen, "sent", "shown", lineterm="", n=1)
    text = "\n".join(difference)
    assert not text, "\n" + text


@pytest.mark.parametrize("mode", [mode for mode in events.MODES if mode != "one-pass"])
def test_every_way_shows_the_same(wireshark, capture, mode):
    assert_same(whole_lines(shown(wireshark, capture, "one-pass")), whole_lines(shown(wireshark, capture, mode)))


def whole_lines(seen):
    return ["frame %d: %s = %s" % (event.frame, field, text) for event in seen for field, text in event.core.items()]


def test_names_codes_as_their_registries_do(wireshark, capture):
    wrong = []
    sent = expected.codes(capture, wireshark.series)
    for code, event in zip(sent, shown(wireshark, capture, "one-pass")):
        right = name_of(code)
        given = (event.core["name"], event.core["registration"], event.core["origin"])
        if any(word not in ("*", shown_word) for word, shown_word in zip(right, given)):
            wrong.append("frame %d: %s %d is %s, not %s" % (code.frame, code.space, code.value, right, given))
    assert not wrong, "\n" + "\n".join(wrong)


def name_of(code):
    """By the vendor's name where the capture proves the vendor."""
    right = NAMES.get((code.space, code.value, code.evidence)) or NAMES.get((code.space, code.value, ""))
    assert right, "harness/names.tsv has no %s %d" % (code.space, code.value)
    return right


def test_shows_reasons_and_last_streams(wireshark, capture):
    wrong = []
    sent = expected.codes(capture, wireshark.series)
    cut = INDEX[capture].get("reasons_may_be_cut", False)
    for code, event in zip(sent, shown(wireshark, capture, "json")):
        text = expected.reason(code.facts)
        if text is not None and not expected.shows_reason(text, event.more["reason"] or "", cut):
            wrong.append("frame %d: the reason is %r, not %r" % (code.frame, text, event.more["reason"]))
        last = code.facts.get("last_stream_id")
        if last is not None and event.more["last_stream"] != str(last):
            wrong.append("frame %d: the last stream is %s, not %s" % (code.frame, last, event.more["last_stream"]))
    assert not wrong, "\n" + "\n".join(wrong)
