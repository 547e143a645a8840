# SPDX-License-Identifier: GPL-2.0-or-later
"""No sentence contradicts the one beside it: the rules of harness/invariants.py, on every event of all captures, and on
events made up to break each of them."""
import collections

import pytest

from harness import expected, invariants, pdml
from harness.invariants import ALLOWED, CLIENTS, NO, NOBODYS, NOT_A_FAILURE, SAFE, SERVERS

INDEX = expected.index()
CAPTURES = sorted(str(path.relative_to(expected.CAPTURES)) for path in expected.CAPTURES.rglob("*.pcapng"))
# Of captures that are in no index: plaintext HTTP/2 on this port, which 4.0 does not find by itself.
HTTP2_ON_8080 = ["-d", "tcp.port==8080,http2"]

MOST_SHOWN = 20


def arguments_of(capture):
    return INDEX.get(capture.rpartition(".")[0], {"tshark_args": HTTP2_ON_8080})["tshark_args"]


@pytest.mark.parametrize("capture", CAPTURES)
def test_nothing_said_contradicts_another(wireshark, capture):
    events = pdml.of_trees(pdml.trees(wireshark, capture, arguments_of(capture)))
    wrong = ["%s, frame %d, %s: %s: %s" % (capture, said.frame, said, rule, why)
             for said, rule, why in invariants.broken(events)]
    assert not wrong, "%d contradictions\n" % len(wrong) + "\n".join(wrong[:MOST_SHOWN])


def test_there_are_captures():
    assert len(CAPTURES) > 50


def event(frame=9, findings=(), **changed):
    """A GET that the server resets with PROTOCOL_ERROR, or what is changed of it."""
    fields = {"space": "2", "value": "1", "name": "PROTOCOL_ERROR", "carrier": "RST_STREAM", "sender": "2",
              "stream": "1", "retry": str(invariants.AFTER_CHANGE), "fault": str(CLIENTS), "request": "5",
              "exchange": "1", "method": "GET",
              "summary": "server reset stream 1 (GET /, frame 5): PROTOCOL_ERROR (0x1), retry after a change"}
    fields.update({name: str(value) for name, value in changed.items() if value is not None})
    kept = {name.replace("__", "."): [value] for name, value in fields.items() if changed.get(name, "") is not None}
    found = [pdml.Finding(frame, *finding, "") for finding in findings]
    return pdml.Event(frame, collections.defaultdict(list, kept),
                      found)


def status(value=200, name="OK", **changed):
    summary = "server answered stream 1 (GET /, frame 5): %d %s" % (value, name)
    settled = {"retry": NOT_A_FAILURE, "fault": NOBODYS, "carrier": "HEADERS", "summary": summary}
    return event(space=1, value=value, name=name, **{**settled, **changed})


def reset(value, name, retry, words, **changed):
    return event(value=value, name=name, retry=retry,
                 **{"summary": "server reset stream 1: %s%s" % (name, words), **changed})


ECHO = {"echo": "1", "retry": NOT_A_FAILURE, "fault": NOBODYS, "sender": 1,
        "summary": "client reset stream 1: PROTOCOL_ERROR"}
CLOSES = {"carrier": "GOAWAY", "stream": -1, "exchange": None, "request": None, "method": None, "value": 0,
          "name": "NO_ERROR", "fault": NOBODYS}
DONE = {**CLOSES, "retry": NOT_A_FAILURE, "summary": "server closes the connection: NO_ERROR (0x0)"}
LEAVES_OUT = {**CLOSES, "retry": SAFE,
              "summary": "server closes the connection: NO_ERROR (0x0), open streams not processed: 1, "
                         "retry of those is safe"}
CUT = {"fault": SERVERS, "findings": [("response_cut", "warning")]}

# Of each rule: events that break it, and the nearest that do not.
EXAMPLES = {
    invariants.echo_is_nothing: (
        [event(), event(**{**ECHO, "fault": SERVERS})], [event(), event(**ECHO)]),
    invariants.echo_of_something: (
        [event(value=2), event(**ECHO)], [event(), event(**ECHO)]),
    invariants.protocol_error_is_not_repeated: (
        [reset(1, "PROTOCOL_ERROR", ALLOWED, ", retry allowed (idempotent)")],
        [reset(11, "ENHANCE_YOUR_CALM", ALLOWED, ", retry allowed (idempotent)")]),
    invariants.one_verdict: (
        [status(429, "Too Many Requests", retry=4, summary="429 Too Many Requests, retry after a delay"),
         reset(2, "INTERNAL_ERROR", NO, ", do not retry", method="POST")],
        [status(), reset(2, "INTERNAL_ERROR", NO, ", do not retry", method="POST")]),
    invariants.not_a_failure_with_open_requests: (
        [event(**DONE, open_stream=3)], [event(**DONE)]),
    invariants.refuted_hint: (
        [status(), event(map__hint="At a gateway, only if the response had not begun.")],
        [event(map__hint="At a gateway, only if the response had not begun.")]),
    invariants.promise_after_answer: (
        [status(), reset(7, "REFUSED_STREAM", SAFE, ", not processed, retry is safe")],
        [reset(7, "REFUSED_STREAM", SAFE, ", not processed, retry is safe")]),
    invariants.summary_names_code: (
        [event(summary="server reset stream 1: PROTOCOL_ERR…, retry after a change")], [event()]),
    invariants.summary_says_retry: (
        [event(summary='server reset stream 1: PROTOCOL_ERROR (0x1), "a reason that takes up all of the room t…')],
        [event()]),
    invariants.method_of_allowed: (
        [reset(2, "INTERNAL_ERROR", ALLOWED, ", retry allowed (idempotent)", fault=SERVERS, method="POST")],
        [reset(2, "INTERNAL_ERROR", ALLOWED, ", retry allowed (idempotent)", fault=SERVERS, method="PUT")]),
    invariants.safe_finding_and_verdict: (
        [event(findings=[("retry_safe", "note")])],
        [event(**LEAVES_OUT, unprocessed_stream=3, findings=[("retry_safe", "note")])]),
    invariants.false_refusal_and_verdict: (
        [reset(7, "REFUSED_STREAM", SAFE, ", not processed, retry is safe", findings=[("false_refusal", "warning")])],
        [reset(7, "REFUSED_STREAM", NO, ", do not retry", findings=[("false_refusal", "warning")])]),
    invariants.complete_and_cut: (
        [status(), event(fault=SERVERS, findings=[("response_cut", "warning"), ("cancel_after_complete", "note")])],
        [status(), event(**CUT)]),
    invariants.who_cuts: (
        [event(**CUT)], [status(), event(**CUT)]),
    invariants.unsolicited: (
        [status(408, "Request Timeout", fault=CLIENTS, findings=[("unsolicited", "note")])],
        [status(408, "Request Timeout", request=None, exchange=None, findings=[("unsolicited", "note")])]),
    invariants.no_error_unfinished: (
        [event(findings=[("no_error_unfinished", "warning")])],
        [reset(0, "NO_ERROR", NO, ", do not retry", findings=[("no_error_unfinished", "warning")])]),
    invariants.success_is_none: (
        [status(fault=SERVERS)], [status()]),
    invariants.left_out_streams: (
        [event(**LEAVES_OUT, unprocessed_stream=3, last_stream=3)],
        [event(**LEAVES_OUT, unprocessed_stream=3, last_stream=1)]),
    invariants.request_before_answer: (
        [event(request=10)], [event()]),
    invariants.request_has_exchange: (
        [event(exchange=None)], [event(exchange=None, request=None)]),
    invariants.one_exchange_one_request: (
        [status(), event(request=7)], [status(), event()]),
}


def text_of(function):
    return next(text for text, one in invariants.RULES.items() if one is function)


def test_each_rule_has_an_example():
    assert set(EXAMPLES) == set(invariants.RULES.values())


@pytest.mark.parametrize("rule", EXAMPLES, ids=[rule.__name__ for rule in EXAMPLES])
def test_a_broken_rule_is_found(rule):
    wrong, right = EXAMPLES[rule]
    found = list(invariants.broken(wrong))
    assert text_of(rule) in [text for _, text, _ in found]
    assert {said.frame for said, _, _ in found} == {9}
    assert [(str(said), text, why) for said, text, why in invariants.broken(right)] == []
