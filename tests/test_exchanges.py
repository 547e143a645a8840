# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of exchanges: a row a request, with the same codes and findings as the events and in the same order."""
import collections
import json
import os
import pty
import re
import subprocess

import pytest

from harness import across, expected, legs, pdml
from harness.events import SENDERS

COLUMNS = ["frame", "exchange", "host", "method", "path", "codes", "end", "ended_by", "first", "last", "findings",
           "front", "behind", "attempts", "behind_code", "across"]
CAPTURES = ["tour", "h2c_grpc", "h3_reset_client", "findings/h2_refusals", "findings/ws_closes", "mid_caddy_h3_h2c_1"]
INDEX = expected.index()
PASSES = {"one-pass": False, "two-passes": True}


def arguments_of(capture):
    """Captures that are made by hand, and not listed, are HTTP/2 on 8080 where they are not HTTP/1."""
    if capture.startswith((legs.FOLDER, across.FOLDER)):
        return list(legs.ARGUMENTS)
    return INDEX[capture]["tshark_args"] if capture in INDEX else ["-d", "tcp.port==8080,http2"]


def printed(wireshark, capture, *options, two_passes=False):
    command = ["../../plugin/exchanges", *options, capture + ".pcapng", *arguments_of(capture)]
    answer = wireshark.run(command, two_passes)
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    return answer.stdout.splitlines()


def rows(wireshark, capture, two_passes=False):
    titles, *lines = printed(wireshark, capture, two_passes=two_passes)
    assert titles.split("\t") == COLUMNS
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


def shown(wireshark, capture, parent):
    """What the trees show of each exchange, by its number, or across a proxy by the frame of the request in front."""
    found = collections.defaultdict(list)
    for item in pdml.of_trees(pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"]), parent):
        for exchange in item.fields["exchange"] + item.fields["implied.exchange"] + item.fields["across.front"]:
            found[exchange].append(item)
    return found


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", CAPTURES)
def test_a_row_has_what_the_trees_show(wireshark, capture, passes):
    found = rows(wireshark, capture, PASSES[passes])
    events, implied, across_proxy = (shown(wireshark, capture, "httpcodes." + parent)
                                     for parent in ("event", "implied", "across"))
    assert [row["exchange"] for row in found] == sorted({*events, *implied}, key=int) != []
    for row in found:
        ours = events[row["exchange"]]
        if not any(event.fields["space"][0] in "34" for event in ours):  # QUIC may have sent some again
            assert row["codes"] == "; ".join(event.fields["code"][0] for event in ours)
        assert set(filter(None, row["findings"].split("; "))) == {
            finding.filter for item in ours + implied[row["exchange"]] + across_proxy[row["frame"]]
            for finding in item.findings}
        for column, field in (("frame", "request"), ("host", "authority"), ("method", "method"), ("path", "path")):
            told = {value for event in ours for value in event.fields[field]}
            assert not told or {row[column]} == told


@pytest.mark.parametrize("passes", PASSES)
@pytest.mark.parametrize("capture", ["legs/every_finding", "legs/published_bugs", "across/px_l_nginx_mirror_h2c_h1_id"])
def test_a_row_has_both_legs(wireshark, capture, passes):
    found = {row["frame"]: row for row in rows(wireshark, capture, PASSES[passes])}
    trees = pdml.trees(wireshark, capture + ".pcapng", arguments_of(capture))
    pairs = {item.fields["across.front"][0]: item for item in pdml.of_trees(trees, "httpcodes.across")}
    assert {frame for frame, row in found.items() if row["across"]} == set(pairs) != set()
    for frame, item in pairs.items():
        row, behind = found[frame], item.fields["across.behind"]
        assert [row[column] for column in ("behind", "attempts", "behind_code", "across")] == [
            "; ".join(behind), str(len(behind)), item.fields["across.behind_code"][0],
            legs.CONVERSIONS[int(item.fields["across.conversion"][0])]]
        assert {finding.filter for finding in item.findings} <= set(row["findings"].split("; "))
        assert all(found[one]["front"] == frame for one in behind)
    assert {row["front"] for row in found.values()} == {*pairs, ""}


def test_an_echo_does_not_end_what_is_ended(wireshark):
    """curl and node answer STOP_SENDING and Close; who sent the first one ended it."""
    found = {row["exchange"]: (row["end"], row["ended_by"]) for row in rows(wireshark, "tour")}
    echoed = {exchange: events for exchange, events in shown(wireshark, "tour", "httpcodes.event").items()
              if any(event.fields["echo"] for event in events)}
    assert echoed
    for exchange, events in echoed.items():
        last = [event for event in events if not event.fields["echo"]][-1]
        assert found[exchange] == (last.fields["carrier"][0], SENDERS[int(last.fields["sender"][0])])


# The captures have a frame behind the end of each kind: HTTP/2's, HTTP/1's, a WebSocket's.
@pytest.mark.parametrize("capture", ["shapes/h2_ends", "shapes/http1_closing", "shapes/ws_bad_closes"])
def test_what_comes_too_late_ends_nothing(wireshark, capture):
    found = rows(wireshark, capture)
    assert any("after_end" in row["findings"].split("; ") for row in found)
    assert "after_end" not in {row["end"] for row in found}


@pytest.mark.parametrize("capture", CAPTURES)
def test_json_lines_say_the_same(wireshark, capture):
    objects = [json.loads(line) for line in printed(wireshark, capture, "--json")]
    numbers = ("frame", "exchange", "first", "last", "front", "attempts")
    wanted = [{column: float(text) if column in numbers else text for column, text in row.items() if text}
              for row in rows(wireshark, capture)]
    assert objects == wanted


@pytest.mark.parametrize("capture", ["gaps/hostile_http1", "gaps/hostile_h2"])
def test_what_a_peer_writes_stays_in_its_column(wireshark, capture):
    lines = printed(wireshark, capture)
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
    assert not re.search(r"[^\t\x20-\x7e\x80-\U0010ffff]", "".join(lines))


def test_without_a_file_it_says_how_it_is_called(wireshark):
    answer = wireshark.run(["../../plugin/exchanges"])
    assert answer.returncode == 2
    assert "exchanges [--json] FILE" in answer.stderr


def test_a_terminal_shows_how_far_it_is(tmp_path):
    """With a reader that takes its time. Progress stays out of what is printed."""
    slow = tmp_path / "tshark"
    slow.write_text('#!/bin/bash\nexec 5<"$3"\nhead -c 50 <&5 >/dev/null\nsleep 3\necho done\n')
    slow.chmod(0o755)
    (tmp_path / "capture").write_bytes(bytes(100))
    ours, terminal = pty.openpty()
    answer = subprocess.run([str(expected.TESTS.parent / "plugin" / "exchanges"), "capture"], cwd=tmp_path,
                            env={"PATH": "%s:/usr/bin:/bin" % tmp_path}, stdout=subprocess.PIPE, stderr=terminal,
                            stdin=subprocess.DEVNULL, encoding="utf-8", check=False)
    os.close(terminal)
    with open(ours, "rb", buffering=0) as screen:
        assert b" 50 %" in screen.read(4096)
    assert (answer.returncode, answer.stdout) == (0, "done\n")
