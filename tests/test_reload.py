# SPDX-License-Identifier: GPL-2.0-or-later
"""One process opens capture after capture, preferences change in between: nothing is carried over, nothing piles up."""
import itertools

import pytest

from harness import expected, valgrind
from harness.sharkd import Session

# Between them they leave behind all that the plugin remembers: connections of each kind, with requests that wait, open
# streams, ALPN, subprotocols and counted resets.
CAPTURES = ["tour", "h2c_rapid_reset", "quic_alpn_choice", "h2c_goaway", "http1_pipelined"]

COLUMNS = {"column%d" % at: "httpcodes.%s:0" % field
           for at, field in enumerate(("name", "sender", "retry", "fault", "description", "summary"))}
TAPS = {"tap0": "expert", "tap1": "stat:httpcodes", "tap2": "stat:httpcodes_servers"}

DEFAULTS = {"language": "en", "info_column": "findings", "rapid_reset": "100"}
PREFERENCES = [DEFAULTS, {"language": "de", "info_column": "all", "rapid_reset": "3"},
               {"language": "zh_CN", "info_column": "none", "rapid_reset": "0"}]

OWN_CODE = ("setconf", {"name": "uat:httpcodes_codes",
                        "value": '"HTTP status","404","","Us","Out of Coffee","Somebody has to brew.",""'})


def prefer(values):
    return [("setconf", {"name": "httpcodes." + name, "value": value}) for name, value in values.items()]


def questions(wireshark, capture):
    """Opens a capture, and asks for all that the plugin shows of it.

    Without filters: up to 4.0 sharkd remembers what a filter selected in one capture and says it of the next.
    """
    frames = sorted({code.frame for code in expected.codes(capture, wireshark.series)})
    return [
        ("load", {"file": capture + ".pcapng"}),
        ("frames", {}),
        ("frames", COLUMNS),
        ("tap", TAPS),
        *[("frame", {"frame": frame, "proto": True}) for frame in frames],
    ]


def told(said):
    """What the plugin has a part in: of the list the packets with codes, of all the rest what is ours."""
    _, infos, columns, taps, *frames = said
    rows = [(row["num"], row["c"], info["c"][-1]) for row, info in zip(columns, infos) if any(row["c"])]
    findings = [finding for tap in taps["taps"] for finding in tap.get("details", []) if finding["p"] == "HTTP Codes"]
    statistics = [tap for tap in taps["taps"] if tap["type"] == "stats"]
    assert len(statistics) == 2, taps
    trees = [[node for node in frame["tree"] if node.get("f") == "httpcodes"] for frame in frames]
    return rows, findings, statistics, trees


def said_alone(wireshark, capture, before):
    """What a new process says, after the answers to what was asked before it opened anything."""
    return told(Session(wireshark).ask([before, questions(wireshark, capture)])[1])


def opened_in_turn(wireshark, captures):
    """What one process says of each, while the preferences change from one to the next."""
    turns = [(capture, values) for capture, values in zip(captures, itertools.cycle(PREFERENCES))]
    groups = [group for capture, values in turns for group in (prefer(values), questions(wireshark, capture))]
    return zip(turns, map(told, Session(wireshark).ask(groups)[1::2]))


def sequences(wireshark):
    """All recordings; of those with gRPC no more than one in a process, and that last. (Of the cases one speaks Git:
    what Wireshark's dissector of that keeps breaks the next capture, without our plugin too.)

    Without our plugin too: what the gRPC dissector of 4.0 remembers of one capture breaks the HTTP/2 of the next.
    """
    captures = expected.recordings()
    with_grpc = [capture for capture in captures
                 if any(code.space == "grpc" for code in expected.codes(capture, wireshark.series))]
    others = [capture for capture in captures if capture not in with_grpc]
    return [others, *([*others[-len(PREFERENCES):], last] for last in with_grpc)]


def test_of_each_capture_is_said_what_is_said_of_it_alone(wireshark):
    for captures in sequences(wireshark):
        for (capture, values), said in opened_in_turn(wireshark, captures):
            assert said == said_alone(wireshark, capture, prefer(values)), (capture, values, captures)


@pytest.mark.parametrize("times", [1, 10, 40])
@pytest.mark.parametrize("name", CAPTURES)
def test_a_capture_opened_again_is_told_anew(wireshark, name, times):
    alone = [said_alone(wireshark, name, prefer(values)) for values in PREFERENCES]
    said = [said for _, said in opened_in_turn(wireshark, [name] * times)]
    assert said == list(itertools.islice(itertools.cycle(alone), times))


def test_preferences_matter(wireshark):
    """Or the tests above would compare what cannot differ."""
    said = [said_alone(wireshark, "h2c_rapid_reset", prefer(values)) for values in PREFERENCES]
    assert said[0] != said[1] != said[2] != said[0]


def test_an_own_code_is_told_from_when_it_is_there(wireshark):
    built_in = said_alone(wireshark, "tour", [])
    own = said_alone(wireshark, "tour", [OWN_CODE])
    assert built_in != own and "Out of Coffee" in str(own)
    tour = questions(wireshark, "tour")
    first, (loaded, *again), anew = Session(wireshark).ask([tour, [OWN_CODE, *tour[1:]], tour])
    assert [told(first), told([loaded, *again]), told(anew)] == [built_in, own, own]


# Of each kind of connection one: valgrind makes the process slow.
SMALL_CAPTURES = ["quic_alpn_choice", "http1_pipelined", "h2c_rapid_reset"]
# Up to 4.0 sharkd forgets to free each frame's list of what the dissectors keep, ours and all others alike: of the
# list, its links; what we keep is in Wireshark's pool for the file.
WIRESHARKS_LIST = "g_slist_prepend p_add_proto_data"


def held_after(machine, loads):
    """Bytes and blocks that were allocated through the plugin and are held after that many captures, by their stacks.

    Asked to say goodbye sharkd exits at once, and leaves to valgrind what it holds. Of all measures this is the exact
    one: the process as a whole grows by Wireshark's own leaks and by fragments, while a stack through the plugin whose
    count depends on the number of captures is ours.
    """
    memcheck = valgrind.Valgrind(machine, "reload%d" % loads)
    captures = itertools.islice(itertools.cycle(SMALL_CAPTURES), loads)
    turns = [[*prefer(values), *questions(machine, capture)[:4]]
             for capture, values in zip(captures, itertools.cycle(PREFERENCES))]
    last = [*prefer(DEFAULTS), *questions(machine, "tour"), ("bye", {})]
    Session(machine, memcheck.in_front).ask([*turns, last])
    held = {}
    for report in memcheck.reports():
        assert report.kind.startswith("Leak_"), report
        if WIRESHARKS_LIST in " ".join(report.functions):
            continue
        total = held.get(report.functions, (0, 0))
        held[report.functions] = (total[0] + report.bytes, total[1] + report.blocks)
    return held


def test_memory_does_not_grow_with_the_number_of_captures(pytestconfig):
    machine = valgrind.machine(pytestconfig.wiresharks)
    after_few, after_many = held_after(machine, 5), held_after(machine, 15)
    assert after_few, "no memory of the plugin was seen"
    assert after_many == after_few
