# SPDX-License-Identifier: GPL-2.0-or-later
"""What is shown of both legs of a proxy, against what its client and its origin logged
(captures/across/truth.jsonl)."""
import collections
import json

from harness import expected, pdml

FOLDER = "across/"
# What a class of the truth is called by httpcodes.across.conversion; of "ok" the reason tells.
UNKNOWN, ANSWERED_BY_ITSELF = 0, 17
CONVERSIONS = {
    "false_promise": 5, "lost_promise": 6, "hidden_truncation": 7, "unsafe_replay": 8, "wrong_status": 9,
    "invented_failure": 10, "changed_status": 11, "foreign_code": 12, "promoted": 13, "cancel_not_passed": 14,
    "lost_interim": 15, "lost_grpc_status": 16,
}
RIGHT_CONVERSIONS = {
    "same": 1, "502": 2, "504": 2, "reset": 2, "revalidated": 2, "refused": 3, "cancel": 4, "gaveup": 4,
    "local": ANSWERED_BY_ITSELF,
}
# Of httpcodes.across.evidence: one of the requests behind, and the verdict is the same for each.
WHICHEVER = 4
# Plain HTTP/2 on unusual ports, which 4.0 does not look for.
ARGUMENTS = ["-d", "tcp.port==8080,http2", "-d", "tcp.port==8081,http2"]
PLAIN_HTTP2 = ("px_j_chain_h2c_id", "px_f_cut_d_haproxy_h2c_h1_id")

# behind: the frames of the requests behind, in their order.
Pair = collections.namedtuple("Pair", "frame front behind conversion evidence")
Link = collections.namedtuple("Link", "frame front")
Shown = collections.namedtuple("Shown", "pairs links")
Score = collections.namedtuple("Score", "right unknown silent wrong")


def captures():
    return sorted(path.stem for path in (expected.CAPTURES / FOLDER).glob("*.pcapng"))


def truth(capture):
    lines = map(json.loads, (expected.CAPTURES / FOLDER / "truth.jsonl").read_text().splitlines())
    return [line for line in lines if line["capture"] == capture]


def shown(wireshark, capture, two_passes=False, gone=()):
    """Frames that are gone are left out; the others keep their numbers."""
    arguments = ARGUMENTS if capture in PLAIN_HTTP2 else []
    path = _without(wireshark, capture, gone) if gone else FOLDER + capture + ".pcapng"
    trees = pdml.trees(wireshark, path, ["-n", *arguments], two_passes)
    pairs = [_pair(item, gone) for item in pdml.of_trees(trees, "httpcodes.across")]
    return Shown(pairs, [Link(_before(item.frame, gone), _before(int(item.fields["across.front"][0]), gone))
                         for item in pdml.of_trees(trees, "httpcodes.across.front")])


def _without(wireshark, capture, gone):
    path = "%s/home/%s-without-%s.pcapng" % (wireshark.stage, capture, "-".join(map(str, gone)))
    answer = wireshark.run(["editcap", FOLDER + capture + ".pcapng", path, *map(str, gone)])
    assert answer.returncode == 0, answer.stderr
    return path


def _before(frame, gone):
    """The frame's number before some were left out."""
    for one in sorted(gone):
        frame += frame >= one
    return frame


def _pair(item, gone):
    front, behind, conversion_shown, evidence = (
        [int(text) for text in item.fields["across." + name]] for name in ("front", "behind", "conversion", "evidence"))
    return Pair(_before(item.frame, gone), _before(front[0], gone), [_before(frame, gone) for frame in behind],
                conversion_shown[0], evidence[0])


def score(lines, seen):
    """How many pairs are right, how many of these have no verdict, what is silent, and each pair, verdict or link that
    is wrong."""
    wrong, unknown, left = [], 0, _by_frames(lines)
    for pair in seen.pairs:
        found = left.get((pair.front, _meant(lines, pair)))
        if not found:
            wrong.append("no such pair: %s" % (pair,))
            continue
        line = _take(found, pair.conversion)
        unknown += pair.conversion == UNKNOWN
        if pair.conversion not in (UNKNOWN, conversion(line)):
            wrong.append("not %s (%s): %s" % (line["class"], line["why"], pair))
    wrong += ["no such link: %s" % (link,) for link in seen.links if link.front not in _fronts_of(lines, link.frame)]
    return Score(len(seen.pairs) - len(wrong), unknown, sum(map(len, left.values())), wrong)


def conversion(line):
    return CONVERSIONS.get(line["class"]) or RIGHT_CONVERSIONS[line["why"]]


def _by_frames(lines):
    """The lines that have both legs, by the frames of their requests: several requests may share a frame."""
    found = collections.defaultdict(list)
    for line in lines:
        if line["front"] and line["behind"]:
            behind = tuple(leg["request_frame"] for leg in line["behind"])
            found[line["front"]["request_frame"], behind].append(line)
    return found


def _meant(lines, pair):
    """The requests behind that are shown; of those of which one is meant, the right one if it is among them."""
    if pair.evidence != WHICHEVER:
        return tuple(pair.behind)
    return next((tuple(leg["request_frame"] for leg in line["behind"]) for line in lines
                 if line["front"] and line["front"]["request_frame"] == pair.front and line["behind"]
                 and {leg["request_frame"] for leg in line["behind"]} <= set(pair.behind)), None)


def _take(lines, shown_conversion):
    fitting = [line for line in lines if conversion(line) == shown_conversion]
    line = (fitting or lines)[0]
    lines.remove(line)
    return line


def _fronts_of(lines, frame):
    """The requests in front of those in the frame, whatever the proxy made them for."""
    return {line["front"]["request_frame"] for line in lines if line["front"]
            for kind in ("behind", "mirror", "auth", "background") for leg in line.get(kind, ())
            if leg["request_frame"] == frame}


def table(wireshark):
    """A row for each capture."""
    rows = [("capture", "right", "no verdict", "silent", "wrong")]
    scores = [(capture, score(truth(capture), shown(wireshark, capture))) for capture in captures()]
    for capture, one in scores:
        rows.append((capture, one.right, one.unknown, one.silent, len(one.wrong)))
    rows.append(("all", *(sum(row[column] for row in rows[1:]) for column in range(1, 5))))
    widths = [max(len(str(row[column])) for row in rows) for column in range(5)]
    lines = ["  ".join(str(cell).ljust(width) if at == 0 else str(cell).rjust(width)
                       for at, (cell, width) in enumerate(zip(row, widths))) for row in rows]
    return "\n".join(lines + [text for _, one in scores for text in one.wrong])
