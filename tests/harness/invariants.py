# SPDX-License-Identifier: GPL-2.0-or-later
"""What holds of every event in every capture, whatever the codes: no sentence may contradict the one beside it, nor
what the same exchange has shown before.

A rule takes a Said and those said before it in the capture, and is broken where it returns a text.
"""
import re

HTTP_STATUS, HTTP2_ERROR, HTTP3_ERROR, QUIC_ERROR, WEBSOCKET_CLOSE, GRPC_STATUS = range(1, 7)
UNKNOWN_SIDE, CLIENT, SERVER = range(3)
NOT_A_FAILURE, SAFE, IDEMPOTENT, AFTER_CHANGE, AFTER_DELAY, NO, UNKNOWN, ALLOWED, ANOTHER_WAY = range(9)
NOBODYS, CLIENTS, SERVERS = range(3)
NO_STREAM = -1

# Not idempotent by their registration (RFC 9110, section 18.2, and the registry of methods).
NOT_IDEMPOTENT = ("POST", "PATCH", "CONNECT", "LOCK")
# Blame the client, but not for a mistake in what it sent: the same request may fare better later.
TOO_MUCH = ("ENHANCE_YOUR_CALM", "H3_EXCESSIVE_LOAD")
NO_ERRORS = {HTTP2_ERROR: (0x0,), HTTP3_ERROR: (0x0, 0x100), QUIC_ERROR: (0x0,)}

# How the summary says each retry, in English.
WORDS = {
    SAFE: r"retry (of those )?is safe|no request had been sent",
    IDEMPOTENT: r"retry only if idempotent|retry of those is safe",
    AFTER_CHANGE: r"retry after a change",
    AFTER_DELAY: r"retry after ",
    NO: r"do not retry",
    ALLOWED: r"retry allowed",
    ANOTHER_WAY: r"retry (in another way|on a new connection|on another connection|outside early data|over HTTP/1\.1"
                 r"|without Expect)",
}
# "requests not processed: 2 (retry is safe), requests open: 1" may stand between.
LONGEST_BEFORE_VERDICT = 90


class Said:
    """An event as it is shown, its fields as what they mean."""

    def __init__(self, event):
        fields = event.fields
        self.frame = event.frame
        self.space, self.value, self.sender, self.stream, self.retry, self.fault = (
            int(fields[name][0]) for name in ("space", "value", "sender", "stream", "retry", "fault"))
        self.name, self.carrier, self.summary = (fields[name][0] for name in ("name", "carrier", "summary"))
        self.request = int(fields["request"][0]) if "request" in fields else None
        self.exchange = int(fields["exchange"][0]) if "exchange" in fields else None
        self.method = fields.get("method", [None])[0]
        self.echo = fields.get("echo", ["0"])[0] in ("1", "True")
        self.open, self.unprocessed, self.last_stream = (
            set(map(int, fields.get(name, []))) for name in ("open_stream", "unprocessed_stream", "last_stream"))
        self.hints = fields.get("map.hint", [])
        self.findings = [finding.filter for finding in event.findings]
        self.warnings = [finding.filter for finding in event.findings if finding.severity == "warning"]

    def __str__(self):
        return "%d %s in %s" % (self.value, self.name, self.carrier)

    @property
    def is_status(self):
        return self.space in (HTTP_STATUS, GRPC_STATUS)

    @property
    def is_final_status(self):
        return self.space == HTTP_STATUS and (self.value >= 200 or self.value == 101)


RULES = {}


def rule(text):
    def keep(function):
        RULES[text] = function
        return function
    return keep


def broken(events):
    """The rules that the events of a capture break: (event, rule, why)."""
    before = []
    for said in map(Said, events):
        for text, function in RULES.items():
            why = function(said, before)
            if why:
                yield said, text, why
        before.append(said)


def of_exchange(said, before):
    return [one for one in before if said.exchange is not None and one.exchange == said.exchange]


def has_begun(said, before):
    return any(one.is_final_status for one in of_exchange(said, before))


@rule("an echo blames nobody, ends nothing and is no finding (RFC 6455, 5.5.1; RFC 9000, 3.5)")
def echo_is_nothing(said, _):
    if said.echo and (said.fault, said.retry, said.findings) != (NOBODYS, NOT_A_FAILURE, []):
        return "fault %d, retry %d, %s" % (said.fault, said.retry, said.findings)


@rule("an echo repeats what the other side has sent before")
def echo_of_something(said, before):
    if said.echo and not any(one.value == said.value and one.sender != said.sender for one in before):
        return "nobody has sent %d before" % said.value


@rule("what blames the client for a protocol error is not repeated unchanged (retry 7)")
def protocol_error_is_not_repeated(said, _):
    blamed = said.fault == CLIENTS and said.sender == SERVER and said.name not in TOO_MUCH
    if blamed and said.retry == ALLOWED and not said.is_status:
        return "fault client and retry allowed"


@rule("a request has one verdict, unless a new fact came")
def one_verdict(said, before):
    """New facts: the response went on, a promise is given now, a success broke off. What ends nothing says nothing."""
    if said.is_status or said.retry in (NOT_A_FAILURE, SAFE):
        return None
    for one in of_exchange(said, before):
        if one.retry not in (NOT_A_FAILURE, said.retry):
            return "retry %d in frame %d, %d now" % (one.retry, one.frame, said.retry)


@rule("\"not a failure\" leaves no request open")
def not_a_failure_with_open_requests(said, _):
    if said.retry == NOT_A_FAILURE and (said.open or said.unprocessed):
        return "open: %s, not processed: %s" % (sorted(said.open), sorted(said.unprocessed))


@rule("a hint holds no condition that the exchange refutes")
def refuted_hint(said, before):
    if has_begun(said, before):
        return next((hint for hint in said.hints if "had not begun" in hint), None)


@rule("nothing promises that a request was not processed once its response has begun (retry 1)")
def promise_after_answer(said, before):
    if said.retry == SAFE and not said.is_status and has_begun(said, before):
        return "retry 1 on a stream that was answered"


@rule("the summary names the code")
def summary_names_code(said, _):
    if " or " not in said.name and said.name not in said.summary:
        return said.summary


@rule("the summary says the retry right behind the code, and nothing of one where there is none")
def summary_says_retry(said, _):
    rest = said.summary.rpartition(said.name)[2] if said.summary.count(said.name) == 1 else said.summary
    words = WORDS.get(said.retry)
    if words:
        found = re.search(words, rest)
        told = said.summary.count(said.name) == 1 and found and len(rest[:found.start()]) > LONGEST_BEFORE_VERDICT
        return said.summary if not found or told else None
    if said.retry == NOT_A_FAILURE and re.search("|".join(WORDS.values()), said.summary):
        return said.summary


@rule("a retry is allowed to idempotent methods alone (RFC 9110, 9.2.2)")
def method_of_allowed(said, before):
    never_opened = said.method == "CONNECT" and not has_begun(said, before)
    if said.retry == ALLOWED and said.method in NOT_IDEMPOTENT and not never_opened:
        return "%s and retry allowed" % said.method


@rule("the finding of a safe retry is the verdict, too, or one of the streams that are listed")
def safe_finding_and_verdict(said, _):
    if "retry_safe" in said.findings and said.retry != SAFE and not said.unprocessed:
        return "retry %d" % said.retry


@rule("a broken promise promises nothing, but to the other streams that a GOAWAY leaves out")
def false_refusal_and_verdict(said, _):
    promises = said.retry == SAFE or "retry_safe" in said.findings
    if "false_refusal" in said.findings and not said.unprocessed and promises:
        return "retry %d" % said.retry


@rule("a response is not both complete and cut")
def complete_and_cut(said, _):
    cut = {"response_cut", "no_error_unfinished"} & set(said.findings)
    if cut and "cancel_after_complete" in said.findings:
        return ", ".join(said.findings)


@rule("a response is cut by its server after it began, and that is somebody's fault")
def who_cuts(said, before):
    if "response_cut" not in said.findings:
        return None
    if said.sender != SERVER or said.fault == NOBODYS:
        return "sender %d, fault %d" % (said.sender, said.fault)
    # Where the request can be read the response can, too.
    if said.method is not None and not has_begun(said, before):
        return "no final status before"


@rule("an answer to no request has none, and nobody to blame")
def unsolicited(said, _):
    if "unsolicited" in said.findings and (said.fault, said.retry, said.request) != (NOBODYS, NOT_A_FAILURE, None):
        return "fault %d, retry %d, request %s" % (said.fault, said.retry, said.request)


@rule("NO_ERROR alone ends a response with NO_ERROR")
def no_error_unfinished(said, _):
    if "no_error_unfinished" in said.findings and said.value not in NO_ERRORS.get(said.space, ()):
        return hex(said.value)


@rule("interim and successful statuses are no failure, and nobody's fault")
def success_is_none(said, _):
    if "no_grpc_status" in said.findings:
        return None
    if said.space == HTTP_STATUS and 102 <= said.value < 300 and (said.retry, said.fault) != (NOT_A_FAILURE, NOBODYS):
        return "retry %d, fault %d" % (said.retry, said.fault)


@rule("an open stream is either left out or not, and those left out lie above the last stream (RFC 9113, 6.8)")
def left_out_streams(said, _):
    if said.open & said.unprocessed:
        return "both: %s" % sorted(said.open & said.unprocessed)
    wrong = [stream for stream in said.unprocessed for last in said.last_stream if stream <= last]
    if wrong:
        return "last stream %s, not processed %s" % (sorted(said.last_stream), sorted(wrong))


@rule("a request comes no later than what answers it")
def request_before_answer(said, _):
    if said.request is not None and said.request > said.frame:
        return "request in frame %d" % said.request


@rule("a request has an exchange")
def request_has_exchange(said, _):
    if said.request is not None and said.exchange is None:
        return "request in frame %d" % said.request


@rule("events of one exchange are those of one request on one stream")
def one_exchange_one_request(said, before):
    for one in of_exchange(said, before):
        # An upgrade from HTTP/1 goes on as stream 1 (RFC 7540, section 3.2).
        same = one.request == said.request and one.stream in (said.stream, NO_STREAM)
        if not same and one.space != WEBSOCKET_CLOSE != said.space:
            return "request %s on stream %d in frame %d" % (one.request, one.stream, one.frame)
