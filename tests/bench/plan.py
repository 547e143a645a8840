# SPDX-License-Identifier: GPL-2.0-or-later
"""What is measured: captures, modes of tshark, and contenders, a row each."""
import collections
import pathlib

BENCH = pathlib.Path(__file__).resolve().parent
TOP = BENCH.parent.parent
# Where the table goes.
PUBLISHED = TOP / "plugin" / "doc" / "benchmarks.md"

# recorded: between peers, or written by its script alone
# codes: how many the plugin must find there on any Wireshark, or the recording went wrong
# frames_counted: how many frames of it make the shorter capture whose instructions are counted
Capture = collections.namedtuple("Capture", "name title file recorded codes frames_counted")
CAPTURES = (
    Capture("h2", "HTTP/2", "h2.pcapng", True, 100_000, 60),
    Capture("http1", "HTTP/1.1", "http1.pcapng", True, 50_000, 4000),
    # Without HTTP/3 headers, as in Debian's 4.0, only what ended streams and connections is seen.
    Capture("http3", "HTTP/3", "http3.pcapng", True, 300, 3000),
    Capture("none", "no HTTP", "none.pcap", False, 0, 3000),
)

# Wireshark 4.0 does not find plaintext HTTP/2 by itself. No other capture has this port.
DECODE_AS = ("-d", "tcp.port==8080,http2")

# arguments: of every contender; plugin_arguments: only where ours is loaded
# filters: whether the frames with codes are selected, by each contender's own means
# prints: whether tshark prints what a contender adds; Info is a column of the summary
# needs_codes: without any code there is nothing to see in it
# whole_tree: tshark builds all of the tree for itself; there the floor has nothing to ask for, and is left out
# counted: whether instructions are counted
Mode = collections.namedtuple(
    "Mode", "name title arguments plugin_arguments filters prints needs_codes whole_tree counted",
    defaults=((), False, False, False, False, False))
MODES = (
    Mode("summary", "summary", (), prints=True, counted=True),
    Mode("summary-none", "summary, `info_column` none", (), ("-o", "httpcodes.info_column:none"), counted=True),
    Mode("fields", "`-T fields` of others",
         ("-T", "fields", "-e", "frame.number", "-e", "tcp.stream", "-e", "ip.src"), counted=True),
    Mode("filter", "`-Y` of others", ("-Y", "tcp.port > 0 or udp.port > 0"), ("-o", "httpcodes.info_column:none"),
         counted=True),
    Mode("ours", "`-Y httpcodes`", (), filters=True, prints=True, needs_codes=True),
    Mode("ek", "`-T ek`", ("-T", "ek"), prints=True, needs_codes=True, whole_tree=True),
    Mode("verbose", "`-V`", ("-V",), prints=True, needs_codes=True, whole_tree=True),
)

# library: the plugin's file; script: what Lua loads; protocol: what it calls its own, None: the stock fields' filter
Contender = collections.namedtuple("Contender", "name library script protocol", defaults=(None, None, None))
CONTENDERS = (
    Contender("without"),
    Contender("floor", library="bench/plugins/*/epan/httpcodes_floor.so"),
    Contender("plugin", library="plugins/*/epan/httpcodes.so", protocol="httpcodes"),
    Contender("lua", script="peer.lua", protocol="luahints"),
)

# The fields of Wireshark's own that carry codes: they select the same frames as a filter of ours.
CODE_FIELDS = (
    "http.response.code",
    "http2.headers.status",
    "http2.rst_stream.error",
    "http2.goaway.error",
    "http3.headers.status",
    "quic.rsts.application_error_code",
    "quic.ss.application_error_code",
    "quic.cc.error_code",
    "quic.cc.error_code.app",
    "websocket.payload.close.status_code",
)


def contenders(mode):
    return [contender for contender in CONTENDERS if not (mode.whole_tree and contender.name == "floor")]
