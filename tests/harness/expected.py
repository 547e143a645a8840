# SPDX-License-Identifier: GPL-2.0-or-later
"""What was really sent in a capture (NAME.expect.jsonl), and what the codes are called (names.tsv)."""
import collections
import json
import pathlib
import re

TESTS = pathlib.Path(__file__).resolve().parent.parent
CAPTURES = TESTS / "captures"

# The lists name carriers as their senders do; the plugin as its users read them.
CARRIERS = {
    "STATUS_LINE": "status line",
    "CONNECTION_CLOSE_APP": "CONNECTION_CLOSE",
    "CLOSE": "Close",
    "TRAILERS": "grpc-status",
}

# evidence: what tells vendors' meanings apart, or "". The product of the last Server header on the connection, in
# lower case and without version, or a WebSocket's subprotocol.
Code = collections.namedtuple("Code", "frame space value carrier sender stream evidence facts")
Name = collections.namedtuple("Name", "name registration origin")


def captures():
    """The captures with a list of what was sent, by their path below tests/captures without suffix."""
    suffix = ".expect.jsonl"
    return sorted(str(path.relative_to(CAPTURES))[:-len(suffix)] for path in CAPTURES.rglob("*" + suffix))


def recordings():
    """Those of them that are no single case, shape or lint: what takes long is done with these alone."""
    return [name for name in captures() if not name.startswith(("cases/", "conduct/", "shapes/"))]


def index():
    """The INDEX.jsonl entries by the capture's name."""
    entries = map(json.loads, (CAPTURES / "INDEX.jsonl").read_text().splitlines())
    return {entry["name"]: entry for entry in entries}


def codes(capture, series):
    """The codes that a Wireshark of this series has to show, frame by frame."""
    found = []
    servers = {}
    for line in (CAPTURES / (capture + ".expect.jsonl")).read_text().splitlines():
        sent = json.loads(line)
        if not _is_event(sent):
            continue
        servers[sent["conn"]] = _product(sent) or servers.get(sent["conn"], "")
        evidence = sent.get("subprotocol") or sent.get("host") or servers[sent["conn"]]
        found += [_code(sent, frame, evidence) for frame in _frames(sent, series)]
    return sorted(found, key=lambda code: code.frame)


def _is_event(sent):
    # "other": a QUIC application that is not HTTP/3. "unproven": what Wireshark made of bytes that prove nothing. The
    # plugin has to be silent on both.
    silent = sent.get("on_wire") is False or sent.get("unproven") or _is_beside(sent)
    return not silent and sent["space"] != "other"


def _is_beside(line):
    return "implied" in line or "beside" in line or "not_beside" in line


def besides(capture):
    """What is shown of no code: the lines of the list that tell of it."""
    lines = map(json.loads, (CAPTURES / (capture + ".expect.jsonl")).read_text().splitlines())
    return list(filter(_is_beside, lines))


def _frames(sent, series):
    """One list is that of every version."""
    if isinstance(sent["frames"], list):
        return sent["frames"]
    shown = [frames for version, frames in sent["frames"].items() if _series(version) == series]
    assert len(shown) == 1, "%d lists of frames for Wireshark %s in %s" % (len(shown), series, sent)
    return shown[0]


def _series(version):
    return ".".join(version.split(".")[:2])


def _product(sent):
    return sent.get("server", "").split("/")[0].lower()


def _code(sent, frame, evidence):
    stream = -1 if sent["stream"] is None else sent["stream"]
    carrier = CARRIERS.get(sent["carrier"], sent["carrier"])
    return Code(frame, sent["space"], sent["code"], carrier, sent["sender"], stream, evidence, sent)


def reason(facts):
    """The reason text that was sent, or None if the list does not say."""
    for key in ("reason", "debug"):
        if key in facts:
            return facts[key]
    if "reason_hex" in facts:
        return bytes.fromhex(facts["reason_hex"]).decode("utf-8", "replace")
    return None


def shows_reason(text, shown, cut):
    """Whether this is how the text is shown; if packets of the capture were cut, its beginning is enough."""
    # How a control character, or a byte that is not UTF-8, is made visible is Wireshark's choice; that the text
    # goes on behind it is ours.
    parts = re.split("[\x00-\x1f\x7f\ufffd]+", text)
    if re.fullmatch(".+?".join(map(re.escape, parts)), shown, re.DOTALL):
        return True
    beginning = shown.rstrip("\ufffd")
    return cut and beginning != "" and text.startswith(beginning)


def names():
    """What names.tsv says of (space, value, evidence)."""
    found = {}
    for line in (TESTS / "harness" / "names.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            space, value, *name, evidence = (line + "\t").split("\t")[:6]
            found[space, int(value, 0), evidence] = Name(*name)
    return found
