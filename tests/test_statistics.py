# SPDX-License-Identifier: GPL-2.0-or-later
"""The two statistics trees: they count the codes that were sent, each of them once."""
import collections
import functools
import re

import pytest

from harness import events, expected, pdml
from test_sharkd import Session

INDEX = expected.index()
CAPTURES = [name for name in expected.recordings() if expected.codes(name, "4.6")]
# Sent again whenever the peer does not confirm it; the list has one line for it, with all its frames.
IN_QUIC = ("RESET_STREAM", "STOP_SENDING", "CONNECTION_CLOSE")
SPACE_NAMES = {"http_status": "HTTP status", "http2": "HTTP/2 error", "http3": "HTTP/3 error",
               "quic": "QUIC transport error", "websocket": "WebSocket close", "grpc": "gRPC status"}
CODES, FINDINGS, SERVERS, ECHOES = (
    "Codes (QUIC retransmissions counted once)", "Findings (QUIC retransmissions counted once)", "Server addresses",
    "Echoes of the peer's code")

pytestmark = pytest.mark.shared_out


@pytest.fixture(params=CAPTURES)
def capture(request):
    return request.param


@functools.lru_cache(maxsize=16)
def trees(wireshark, capture, two_passes=False):
    """The counts of both trees, by the path of labels to them."""
    command = ["tshark", "-q", "-r", capture + ".pcapng", *INDEX[capture]["tshark_args"],
               "-z", "httpcodes,tree", "-z", "httpcodes_servers,tree"]
    answer = wireshark.run(command, two_passes)
    assert answer.returncode == 0, answer.stderr
    trouble = events.TROUBLE.search(events.WIRESHARKS_OWN_TROUBLE.sub("", answer.stderr))
    assert not trouble, trouble.group()
    return counts_by_path(answer.stdout)


def counts_by_path(printed):
    counts, path = {}, []
    for line in printed.splitlines():
        row = re.match(r"( *)(\S.*?) {2,}(\d+)  ", line)
        if row:
            path[len(row[1]):] = [row[2]]
            counts[tuple(path)] = int(row[3])
    return counts


def counted(wireshark, capture):
    """The codes that were sent, without those that QUIC sent again."""
    seen, codes = set(), []
    for code in expected.codes(capture, wireshark.series):
        if id(code.facts) in seen:
            continue
        if code.carrier in IN_QUIC:
            seen.add(id(code.facts))
        codes.append(code)
    return codes


def shown(wireshark, capture):
    return pdml.of_trees(pdml.trees(wireshark, capture + ".pcapng", INDEX[capture]["tshark_args"]))


def parted(wireshark, capture):
    """What was counted: the codes that say something of their own, and those that repeat the peer's."""
    echoes = {(event.frame, event.fields["carrier"][0], int(event.fields["stream"][0]))
              for event in shown(wireshark, capture) if "echo" in event.fields}
    own, repeated = [], []
    for code in counted(wireshark, capture):
        (repeated if (code.frame, code.carrier, code.stream) in echoes else own).append(code)
    return own, repeated


def below(counts, *parents):
    """The counts one level below these labels."""
    return {path[-1]: count for path, count in counts.items() if path[:-1] == parents}


def tally(labels):
    return dict(collections.Counter(labels))


def test_counts_what_was_sent(wireshark, capture):
    counts = trees(wireshark, capture)
    sent, echoes = parted(wireshark, capture)
    assert counts[ECHOES,] == len(echoes)
    assert counts[CODES,] == counts["Senders",] == counts["Carriers",] == counts[SERVERS,] == len(sent)
    assert below(counts, CODES) == tally(SPACE_NAMES[code.space] for code in sent)
    assert below(counts, "Carriers") == tally(code.carrier for code in sent)
    if not INDEX[capture].get("sender_may_be_unknown"):
        assert below(counts, "Senders") == tally("From %ss" % code.sender for code in sent)
    numbered, in_ranges = counts_by_number(counts)
    right = collections.Counter((SPACE_NAMES[code.space], code.value) for code in sent)
    # Numbers without a name of their own are counted together, under the name of their range; a number may have a name
    # on one connection, where the vendor or the subprotocol is known, and none on another.
    assert numbered <= right
    assert in_ranges == collections.Counter(space for space, _ in (right - numbered).elements())


def counts_by_number(counts):
    """The counts by space and number, and by space those of ranges."""
    numbered, in_ranges = collections.Counter(), collections.Counter()
    for space in SPACE_NAMES.values():
        for label, count in below(counts, CODES, space).items():
            number = number_in(label)
            if number is None:
                in_ranges[space] += count
            else:
                numbered[space, number] += count
    return numbered, in_ranges


def number_in(label):
    """Of "404 Not Found", "CANCEL (0x8)" and "Unknown (0x0, NO_ERROR in HTTP/2)"; None of "GREASE"."""
    in_hex = re.search(r"\((0x[0-9a-f]+)[,)]", label)
    in_decimal = re.match(r"\d+ ", label)
    return int(in_hex[1], 16) if in_hex else int(in_decimal[0]) if in_decimal else None


def test_counts_each_finding_and_server_once(wireshark, capture):
    counts = trees(wireshark, capture)
    for parent, count in counts.items():
        parts = below(counts, *parent)
        assert not parts or sum(parts.values()) == count, parent
    own = [event for event in shown(wireshark, capture) if "echo" not in event.fields]
    found = sum(len(event.findings) for event in own)
    again = len(own) - len(parted(wireshark, capture)[0])
    # A code that is sent again has its findings again.
    assert counts[FINDINGS,] == found if not again else 0 < counts[FINDINGS,] <= found - again


def test_two_passes_count_the_same(wireshark, capture):
    assert trees(wireshark, capture) == trees(wireshark, capture, two_passes=True)


def test_a_retransmission_is_shown_twice_and_counted_once(wireshark):
    """quic_transport_close: its closes are repeated for every packet that still comes."""
    shown = expected.codes("quic_transport_close", wireshark.series)
    once = counted(wireshark, "quic_transport_close")
    assert len(once) < len(shown)
    assert trees(wireshark, "quic_transport_close")[CODES,] == len(once)


def test_servers_are_told_apart(wireshark):
    addresses = below(trees(wireshark, "tour"), SERVERS)
    assert len(addresses) >= 5 and all(re.fullmatch(r"192\.0\.2\.\d+", address) for address in addresses)


@pytest.mark.parametrize("tree", ["httpcodes", "httpcodes_servers"])
def test_sharkd_sees_the_trees(wireshark, tree):
    (info, _, taps), = Session(wireshark).ask(
        [[("info", {}), ("load", {"file": "tour.pcapng"}), ("tap", {"tap0": "stat:" + tree})]])
    assert "stat:" + tree in [row["tap"] for row in info["stats"]]
    told = {path: count for node in taps["taps"][0]["stats"] for path, count in paths_below(node)}
    assert told and told.items() <= trees(wireshark, "tour").items()


def paths_below(node, parents=()):
    path = (*parents, node["name"])
    yield path, node["count"]
    for child in node.get("sub", []):
        yield from paths_below(child, path)
