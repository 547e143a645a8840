# SPDX-License-Identifier: GPL-2.0-or-later
"""What must be concluded from a code, as a list says it, against what is shown. captures/findings/README.md says what
the words of a list mean, captures/cases/README.md those that only cases and shapes need."""
import re

from harness import events

# The list's word, and the field that shows it. One value where the list has one; of several alternatives any.
PLAIN = {"retry": "retry", "fault": "fault", "method": "method", "path": "path", "request": "request",
         "retry_after": "retry_after", "retry_of": "retry_of", "authority": "authority", "proxy_status": "proxy_status"}
# The same of fields that stand once for each stream.
STREAMS = {"unprocessed": "unprocessed_stream", "open": "open_stream"}
# Where a reader finds words.
TEXTS = ("summary", "description", "reason", "alternative", "proxy_status", "map.hint", "map.basis")
# Of the differences in one capture: the others are mostly of the same kind.
MOST_SHOWN = 20


def key_of_code(code):
    return code.frame, code.stream, code.carrier, code.space, code.value


def key_of_event(event):
    space, stream, carrier, value = (event.fields[name][0] for name in ("space", "stream", "carrier", "value"))
    return event.frame, int(stream), carrier, events.SPACES[int(space)], int(value)


def wrong(sent, seen):
    """Every difference between the codes of a list and the events shown, a line each. All must be there."""
    sent, seen = sorted(sent, key=key_of_code), sorted(seen, key=key_of_event)
    missed = set(map(key_of_code, sent)) ^ set(map(key_of_event, seen))
    if missed or len(sent) != len(seen):
        return ["%s is in the list or in tshark alone" % (key,) for key in sorted(missed)] or ["one is shown twice"]
    return [line for code, event in zip(sent, seen)
            for line in differences(code.facts, event)]


def differences(facts, event):
    for field, right, found in compared(facts, event):
        if found not in right:
            yield "frame %d, %s: %s is %s, not %s" % (event.frame, event.fields["name"][0], field, found,
                                                      " or ".join(map(str, right)))


def compared(facts, event):
    """Of each field that the list speaks of: its name, the right answers, and the one that was given."""
    filters = sorted(finding.filter for finding in event.findings)
    for fact, field in PLAIN.items():
        if fact in facts:
            right = [[] if one is None else [str(one)] for one in alternatives(facts[fact])]
            yield field, right, event.fields.get(field, [])
    for fact, field in STREAMS.items():
        if fact in facts:
            yield field, [sorted(map(str, facts[fact]))], sorted(event.fields.get(field, []))
    yield "echo", [facts.get("echo", False)], is_true(event.fields.get("echo", []))
    if "findings" in facts:
        yield "findings", [sorted(facts["findings"])], filters
    if "path_like" in facts:
        path = event.fields.get("path", [""])[0]
        yield "path", [True], bool(re.search(facts["path_like"], path)) or path
    for finding in facts.get("findings_with", ()):
        yield "findings with " + finding, [True], finding in filters
    for finding in facts.get("findings_without", ()):
        yield "findings with " + finding, [False], finding in filters
    if "warns" in facts:
        yield "a warning", [facts["warns"]], any(finding.severity == "warning" for finding in event.findings)
    for fact, right in (("says", True), ("says_not", False)):
        if fact in facts:
            yield "saying %r" % facts[fact], [right], bool(re.search(facts[fact], "\n".join(texts(event))))


def alternatives(value):
    return value if isinstance(value, list) else [value]


def is_true(shown):
    """PDML has booleans as 1 up to 4.2, as True later."""
    return bool(shown) and shown[0] in ("1", "True")


def texts(event):
    said = [text for name in TEXTS for text in event.fields.get(name, [])]
    return said + [finding.message for finding in event.findings]
