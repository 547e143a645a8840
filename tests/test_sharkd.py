# SPDX-License-Identifier: GPL-2.0-or-later
"""sharkd says what tshark says, also of its second capture."""
import collections

import pytest

from harness import expected, pdml
from harness.sharkd import Session

CAPTURES = ["tour"] + [name for name in expected.captures() if name.startswith(("bugs/", "findings/"))]
# Has every space's codes in it: what is carried over from it would show.
OTHER = "tour"

# Texts: of a number a column shows what it stands for, and pads it.
COLUMNS = ("name", "carrier", "origin", "summary")
SEVERITIES = {"Note": "note", "Warning": "warning"}


@pytest.fixture(params=CAPTURES)
def capture(request):
    return request.param


def test_says_the_same_as_tshark(wireshark, capture):
    other = OTHER if capture != OTHER else "findings/h3_codes"
    trees = pdml.trees(wireshark, capture + ".pcapng")
    first, _, again = Session(wireshark).ask(
        [requests(capture, trees), requests(other, {}), requests(capture, trees)])
    for said in (first, again):
        assert columns(said) == columns_of_trees(trees)
        assert labels(said) == {frame: list(labels_of_tree(tree)) for frame, tree in trees.items()}
        assert findings(said) == findings_of_trees(trees)


def requests(capture, trees):
    fields = {"column%d" % at: "httpcodes.%s:0" % field for at, field in enumerate(COLUMNS)}
    return [
        ("load", {"file": capture + ".pcapng"}),
        ("frames", {"filter": "httpcodes", **fields}),
        ("tap", {"tap0": "expert"}),
        *[("frame", {"frame": frame, "proto": True}) for frame in trees],
    ]


def columns(said):
    return {row["num"]: row["c"] for row in said[1]}


def columns_of_trees(trees):
    rows = collections.defaultdict(lambda: [[] for _ in COLUMNS])
    for frame, tree in trees.items():
        row = rows[frame]
        for field in tree.iter("field"):
            name = field.get("name").removeprefix("httpcodes.")
            if name in COLUMNS:
                row[COLUMNS.index(name)].append(field.get("show"))
    return {frame: [",".join(shown) for shown in row] for frame, row in rows.items()}


def labels(said):
    """The plugin's lines in the tree of each frame, by the frame's number."""
    frames = columns(said)
    return {frame: list(lines_below(ours(answer["tree"]))) for frame, answer in zip(frames, said[3:])}


def ours(tree):
    node, = (node for node in tree if node.get("f") == "httpcodes")
    return node


def lines_below(node):
    for child in node.get("n", []):
        yield child["l"]
        yield from lines_below(child)


def labels_of_tree(tree):
    for field in tree.iter("field"):
        if field.get("hide") != "yes":
            yield field.get("showname")


def findings(said):
    details = said[2]["taps"][0]["details"]
    return sorted((row["f"], SEVERITIES[row["s"]], row["m"]) for row in details if row["p"] == "HTTP Codes")


def findings_of_trees(trees):
    parents = ("httpcodes.event", "httpcodes.implied", "httpcodes.across")
    items = [item for frame, tree in trees.items() for parent in parents
             for item in pdml.of_trees({frame: tree}, parent)]
    return sorted((found.frame, found.severity, found.message) for item in items for found in item.findings)
