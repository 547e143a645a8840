# SPDX-License-Identifier: GPL-2.0-or-later
"""Asleep until HTTP is seen, the plugin shows what it shows when every tree is read (HTTPCODES_PLAIN), and so it does
when every frame is looked at a second time (HTTPCODES_SECOND_LOOKS), or when it falls asleep again behind each frame
(HTTPCODES_DOZES): on all captures, and where HTTP comes late, or stops and comes again."""
import functools
import pathlib
import re

import pytest

from harness import expected, late_http, valgrind
from harness.sharkd import Session

PLAIN, SECOND_LOOKS, DOZES = "HTTPCODES_PLAIN=1", "HTTPCODES_SECOND_LOOKS=1", "HTTPCODES_DOZES=1"

CAPTURES = sorted(str(path.relative_to(expected.CAPTURES)) for path in expected.CAPTURES.rglob("*.pcapng"))
COLUMNS = {"column%d" % at: "httpcodes.%s:0" % field
           for at, field in enumerate(("summary", "sender", "retry", "exchange", "implied", "across.summary"))}
AT_ONCE = 50
TAPS = {"tap0": "expert", "tap1": "stat:httpcodes", "tap2": "stat:httpcodes_servers"}

# Up to 4.4 Wireshark takes the response to CONNECT for what is in the tunnel when it dissects the frame once more, and
# 4.6 does so where that response has content. It wakes nobody: the request has done so before.
ANSWERS_CONNECT = re.compile("cases/c16_connect_tunnel|shapes/(h2_closing|http1_connect|http1_heads)|late-connects_")


def questions(capture):
    return [("load", {"file": capture}), ("frames", {}), ("frames", COLUMNS), ("tap", TAPS)]


def ask_of(wireshark, captures, way):
    """What is said of each capture; a process opens many of them, and falls asleep with each."""
    in_front = ["env", way] if way else []
    answers = {}
    for first in range(0, len(captures), AT_ONCE):
        some = captures[first:first + AT_ONCE]
        answers.update(zip(some, Session(wireshark, in_front).ask([questions(capture) for capture in some])))
    return answers


@functools.lru_cache(maxsize=None)
def late_captures(wireshark):
    """Where HTTP comes late, by paths that sharkd and tshark find."""
    home = wireshark.stage + "/home/"
    return [home + name for name in late_http.write(pathlib.Path(wireshark.root, home.lstrip("/")))]


@functools.lru_cache(maxsize=None)
def said(wireshark, way=None):
    return ask_of(wireshark, CAPTURES + late_captures(wireshark), way)


def different(one, other):
    return [capture for capture in one if one[capture] != other[capture]]


# One worker takes them all: they share what sharkd said.
@pytest.mark.xdist_group("attention")
def test_what_comes_late_has_something_to_show(wireshark):
    """Or the tests below would compare nothing."""
    plain = said(wireshark, PLAIN)
    for capture in late_captures(wireshark):
        columns = [row["c"] for row in plain[capture][2]]
        assert any(summary or implied for summary, _, _, _, implied, _ in columns), capture


@pytest.mark.xdist_group("attention")
def test_asleep_or_awake_sharkd_says_the_same(wireshark):
    assert different(said(wireshark, PLAIN), said(wireshark)) == []


@pytest.mark.xdist_group("attention")
def test_dozing_off_behind_each_frame_it_says_the_same(wireshark):
    assert different(said(wireshark, PLAIN), said(wireshark, DOZES)) == []


@pytest.mark.xdist_group("attention")
def test_what_the_link_layer_adds_is_none_of_the_segment(wireshark):
    plain = said(wireshark, PLAIN)
    for capture in late_captures(wireshark):
        as_sent = capture.replace("-trailer-", "-ethernet-")
        assert [row["c"] for row in plain[capture][2]] == [row["c"] for row in plain[as_sent][2]], capture


@pytest.mark.xdist_group("attention")
def test_a_second_look_sees_the_same(wireshark):
    differing = different(said(wireshark, PLAIN), said(wireshark, SECOND_LOOKS))
    assert [capture for capture in differing if not ANSWERS_CONNECT.search(capture)] == []


# ---- tshark ----

MODES = {
    "summary": [],
    "details": ["-V"],
    "two passes": ["-2"],
    "two passes, filtered": ["-2", "-R", "tcp.len > 0"],
    "json": ["-T", "json"],
    "fields": ["-T", "fields", "-e", "frame.number", "-e", "tcp.completeness", "-e", "httpcodes.summary"],
    "filter": ["-Y", "http.response.code == 404 or httpcodes.implied"],
    "columns": ["-o", 'gui.column.format:"No","%m","Info","%i","S","%Cus:httpcodes.summary:0:R"'],
    "taps": ["-q", "-z", "httpcodes,tree", "-z", "expert", "-z", "io,phs", "-z", "http,tree"],
    "a tap that asks for no tree": ["-q", "-z", "expert"],
    "sessions": ["-M", "20"],
}
# Of each kind one: mid-stream, gaps and starts before the first HTTP and later, tunnelled, fragmented, decrypted.
SHOWN = ("begins_with_a_code-raw", "gap_seen_early-ethernet", "starts_seen_early-vxlan", "reused_ports-ethernet",
         "http2_stops_and_resets-fragments", "learns_while_dozing-ethernet", "hello_alone")
POINTER = re.compile("0x[0-9a-f]{9,}")


def printed(wireshark, capture, arguments, way=None):
    environment = ["env", way] if way else []
    answer = wireshark.run([*environment, "tshark", "-r", capture, "-d", "tcp.port==8080,http2", *arguments])
    assert answer.returncode == 0, answer.stderr
    return POINTER.sub("", answer.stdout)


@pytest.mark.xdist_group("attention")
@pytest.mark.parametrize("mode", MODES)
def test_tshark_prints_the_same(wireshark, mode):
    late = [capture for capture in late_captures(wireshark)
            if any(capture.rpartition("/late-")[2].startswith(shown) for shown in SHOWN)]
    assert len(late) >= len(SHOWN)
    for capture in ["tour.pcapng", *late]:
        awake = printed(wireshark, capture, MODES[mode], PLAIN)
        for way in (None, DOZES):
            assert printed(wireshark, capture, MODES[mode], way) == awake, (capture, way)


# ---- what it is for ----

CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
FRAMES = 6000  # so many that what a start of tshark differs by, some millions, does not count


def instructions(machine, capture, *environment):
    answer = machine.run(["env", valgrind.PATH, *environment, *CALLGRIND, "tshark", "-r", capture])
    assert answer.returncode == 0, answer.stderr
    return int(re.search(r"^==\d+== Collected : (\d+)", answer.stderr, re.MULTILINE)[1])


def no_http(capture):
    late_http.other_traffic(capture, FRAMES)


def no_http_behind_the_first(capture):
    talk = late_http.Talk(capture, 50001)
    late_http.ask(talk, b"/a")
    late_http.answer(talk, b"404")
    no_http(capture)


def plain_http1(capture):
    talk = late_http.Talk(capture, 50001)
    for _ in range(FRAMES // 2):
        late_http.ask(talk, b"/a")
        late_http.answer(talk, b"404")


@pytest.mark.parametrize("traffic", (no_http, no_http_behind_the_first, plain_http1))
def test_no_tree_is_built_where_none_is_needed(pytestconfig, traffic):
    """One for each frame would take some 10,000 instructions, and more with HTTP in it."""
    machine = valgrind.machine(pytestconfig.wiresharks)
    capture = late_http.Capture("ethernet", late_http.UNUSUAL_PORT)
    traffic(capture)
    path = machine.stage + "/home/%s.pcapng" % traffic.__name__
    capture.write_to(pathlib.Path(machine.root, path.lstrip("/")))
    saved = instructions(machine, path, PLAIN) - instructions(machine, path)
    assert saved / FRAMES > 5000
