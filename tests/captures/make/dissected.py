# SPDX-License-Identifier: GPL-2.0-or-later
"""The codes that stock Wireshark dissectors show, read from tshark's PDML in document order."""
import re
from collections import namedtuple
from xml.etree import ElementTree

Code = namedtuple("Code", "frame carrier space code stream source target")

# What XML 1.0 cannot hold, and tshark writes all the same when a packet holds it.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# As tshark prints the line, with its end spelled out.
STATUS_LINE = re.compile(r"HTTP/\S* +(\S*?)(?:\\r|\\n|\s|$)")

# field: (carrier, space); their value is a number.
NUMBERS = {
    "http2.rst_stream.error": ("RST_STREAM", "http2"),
    "http2.goaway.error": ("GOAWAY", "http2"),
    "quic.rsts.application_error_code": ("RESET_STREAM", "http3"),
    "quic.ss.application_error_code": ("STOP_SENDING", "http3"),
    "quic.cc.error_code": ("CONNECTION_CLOSE", "quic"),
    "quic.cc.error_code.app": ("CONNECTION_CLOSE_APP", "http3"),
    "websocket.payload.close.status_code": ("CLOSE", "websocket"),
}
# Names of header fields: (carrier, space); the value follows in the field of HEADER_VALUES.
HEADERS = {
    ":status": ("HEADERS", "http_status"),
    "grpc-status": ("TRAILERS", "grpc"),
}
HEADER_NAMES = ("http2.header.name", "http3.header.header.name")
HEADER_VALUES = ("http2.header.value", "http3.headers.header.value")
# The stream of what follows, and where a protocol starts of which no stream is known yet.
STREAMS = ("http2.streamid", "http3.frame_streamid", "quic.rsts.stream_id", "quic.ss.stream_id")
UNSTREAMED = ("http", "http2", "http3", "quic")
STREAMLESS_CARRIERS = ("GOAWAY", "CONNECTION_CLOSE", "CONNECTION_CLOSE_APP")


def number(text):
    """The number that stands on the wire; None where there is none (2xx) or a zero too many (0200)."""
    if not text.isdecimal() or (len(text) > 3 and text[0] == "0"):
        return None
    return int(text)


class Walk:
    """One packet's tree."""

    def __init__(self, packet):
        self.codes, self.stream, self.header = [], None, None
        self.frame = self.first(packet, "frame.number")
        self.source = self.first(packet, "tcp.srcport") or self.first(packet, "udp.srcport")
        self.target = self.first(packet, "tcp.dstport") or self.first(packet, "udp.dstport")
        self.visit(packet)

    @staticmethod
    def first(packet, name):
        field = packet.find(".//field[@name='%s']" % name)
        return None if field is None else int(field.get("show"))

    def add(self, where, code):
        carrier, space = where
        if code is not None:
            stream = None if carrier in STREAMLESS_CARRIERS else self.stream
            self.codes.append(Code(self.frame, carrier, space, code, stream, self.source, self.target))

    def visit(self, parent):
        for node in parent:
            name, show = node.get("name"), node.get("show", "")
            if node.tag == "proto" and name in UNSTREAMED:
                self.stream = None
            elif name in STREAMS:
                self.stream = int(show, 0)
            elif name in NUMBERS:
                self.add(NUMBERS[name], int(show, 0))
            elif name == "http.response.code":
                # The field holds what tshark made of the first three letters; the line holds them all.
                self.add(("STATUS_LINE", "http_status"), number(STATUS_LINE.match(parent.get("show")).group(1)))
            elif name in HEADER_NAMES:
                self.header = show
            elif name in HEADER_VALUES and self.header in HEADERS:
                self.add(HEADERS[self.header], number(show))
            self.visit(node)


def codes(pdml):
    """(every code in document order, number of packets)."""
    tree = ElementTree.fromstring(UNPRINTABLE.sub("?", pdml.decode(errors="replace")))
    packets = tree.findall("packet")
    return [code for packet in packets for code in Walk(packet).codes], len(packets)
