# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures in which HTTP comes late, or stops for a while: what has to be known of a connection stands in frames that
hold no HTTP."""
import pathlib
import struct
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "captures" / "make"))
import packets as made  # noqa: E402

ETHERNET, RAW_IP, LINUX_COOKED = 1, 101, 113  # link types
BACKEND = bytes([192, 0, 2, 20])
ROUTERS = bytes([203, 0, 113, 1]), bytes([203, 0, 113, 2])
MACS = bytes([2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2])
IP, VLAN = b"\x08\x00", b"\x81\x00\x00\x05"
GRE, UDP = 47, 17
VXLAN_PORT = 4789
# Wireshark takes every segment on the first one for HTTP, and on the second one those alone that look like it.
HTTP_PORT, UNUSUAL_PORT = made.HTTP_PORT, 8123


# ---- what an IP packet is wrapped in: (link type, function that returns the frames) ----

def _ethernet(packet):
    return MACS + IP + packet


def _vxlan(packet):
    inner = struct.pack("!II", 0x08000000, 5 << 8) + _ethernet(packet)
    datagram = struct.pack("!HHHH", 50123, VXLAN_PORT, 8 + len(inner), 0) + inner
    return _ethernet(made.ipv4(*ROUTERS, datagram, protocol=UDP))


def _fragments(packet):
    """Of what is sent in a packet of more than 60 bytes, two frames."""
    head, rest, first = packet[:20], packet[20:], 40
    if len(rest) <= first:
        return [_ethernet(packet)]
    return [_ethernet(_fragment(head, rest[:first], 0x2000)), _ethernet(_fragment(head, rest[first:], first // 8))]


def _fragment(head, octets, where):
    changed = head[:2] + struct.pack("!HHH", 20 + len(octets), 7, where) + head[8:10] + bytes(2) + head[12:]
    return made.with_checksum(changed, 10) + octets


WRAPPED = {
    "raw": (RAW_IP, lambda packet: [packet]),
    "ethernet": (ETHERNET, lambda packet: [_ethernet(packet)]),
    "trailer": (ETHERNET, lambda packet: [_ethernet(packet) + b"\x17\x03\x03\x00\x16\x03\x01"]),
    "vlan": (ETHERNET, lambda packet: [MACS + VLAN + IP + packet]),
    "cooked": (LINUX_COOKED, lambda packet: [struct.pack("!HHH", 0, 1, 6) + MACS[:6] + bytes(2) + IP + packet]),
    "gre": (ETHERNET, lambda packet: [_ethernet(made.ipv4(*ROUTERS, bytes(2) + IP + packet, protocol=GRE))]),
    "vxlan": (ETHERNET, lambda packet: [_vxlan(packet)]),
    "fragments": (ETHERNET, _fragments),
}


# ---- TLS ----

ENHANCED_PACKET = 6
LINK, IP_HEAD, TCP_HEAD = 14, 20, 32  # bytes, in the recording that is taken
# In a recording from its start: the client's hello and its first request, both in HTTP/1.
RECORDING, HELLO, REQUEST = "findings/healthy_nginx", 4, 9


def hello_alone(path):
    """A recording whose client's hello is all that proves that its start was seen, and that no answer came.

    Of the whole one the frames from the hello to the first request, and a FIN put together behind it.
    """
    blocks = list(_blocks((made.CAPTURES / (RECORDING + ".pcapng")).read_bytes()))
    packets = [block for block in blocks if _kind(block) == ENHANCED_PACKET]
    kept = packets[HELLO - 1:REQUEST]
    beside = [block for block in blocks if _kind(block) != ENHANCED_PACKET]
    path.write_bytes(b"".join([*beside, *kept, _fin_behind(kept[-1])]))


def _blocks(octets):
    at = 0
    while at < len(octets):
        size, = struct.unpack_from("<I", octets, at + 4)
        yield octets[at:at + size]
        at += size


def _kind(block):
    return struct.unpack_from("<I", block)[0]


def _fin_behind(block):
    captured, = struct.unpack_from("<I", block, 20)
    frame = bytearray(block[28:28 + captured])
    head = LINK + IP_HEAD
    sequence, = struct.unpack_from("!I", frame, head + 4)
    struct.pack_into("!I", frame, head + 4, sequence + captured - head - TCP_HEAD)
    frame[head + 13] = made.Connection.FIN | made.Connection.ACK
    struct.pack_into("!H", frame, LINK + 2, IP_HEAD + TCP_HEAD)
    kept = bytes(frame[:head + TCP_HEAD])
    return made.block(ENHANCED_PACKET, block[8:20] + struct.pack("<II", len(kept), len(kept)) + made.padded(kept))


class Capture(made.Capture):
    """Frames of any connections, wrapped alike."""

    def __init__(self, wrapped, port):
        link, self.frames_of = WRAPPED[wrapped]
        self.port = port
        super().__init__(link)

    def send(self, packet):
        for frame in self.frames_of(packet):
            self.add(frame)

    def write_to(self, path):
        path.write_bytes(b"".join(self.blocks))


class Talk:
    """A TCP connection in such a capture."""

    def __init__(self, capture, client_port, port=None, handshake=True, ends=(made.CLIENT, made.SERVER)):
        client, server = ends
        self.capture = capture
        self.ends = made.Connection(port or capture.port, handshake=False, client=(client, client_port), server=server)
        if handshake:
            self.flags("client", self.ends.SYN)
            self.flags("server", self.ends.SYN | self.ends.ACK)
            self.flags("client", self.ends.ACK)

    def flags(self, sender, flags):
        self.capture.send(self.ends._send(sender, b"", flags, held=True))

    def client(self, octets, **how):
        self._send(self.ends.client, octets, **how)

    def server(self, octets, **how):
        self._send(self.ends.server, octets, **how)

    def _send(self, send, octets, lost=False, cut=None):
        packet = send(octets, held=True)
        if not lost:
            self.capture.send(packet if cut is None else packet[:cut])

    def finish(self, sender):
        self.flags(sender, self.ends.ACK | self.ends.FIN)


def ask(talk, path, method=b"GET", **how):
    talk.client(made.http1_request(method, path), **how)


def answer(talk, status, **how):
    talk.server(made.http1_response(status), **how)


def other_traffic(capture, frames, port=7):
    """No HTTP: enough for whoever waits for it to fall asleep."""
    talk = Talk(capture, 49000 + port, port=port)
    for at in range(frames):
        (talk.client if at % 2 else talk.server)(b"nothing of ours %d" % at)


# ---- what happens ----

def starts_stops_starts(capture):
    other_traffic(capture, 40, port=7)
    first = Talk(capture, 50001)
    ask(first, b"/a")
    answer(first, b"404")
    other_traffic(capture, 80, port=9)
    ask(first, b"/b")
    answer(first, b"503")
    first.finish("client")
    other_traffic(capture, 40, port=13)
    second = Talk(capture, 50002)
    ask(second, b"/c", b"POST")
    second.finish("server")


def starts_seen_early(capture):
    """That nobody had asked for the 408, and that no answer came, is proven by segments before the first HTTP."""
    idle, silent, other = (Talk(capture, 50001 + at) for at in range(3))
    ask(other, b"/wakes")
    answer(other, b"200")
    answer(idle, b"408")
    idle.finish("server")
    ask(silent, b"/never-answered")
    silent.finish("server")


def gap_seen_early(capture):
    """What was lost before the first HTTP may have been more than what is seen: no absence is proven any more."""
    lost, unseen, other = (Talk(capture, 50001 + at) for at in range(3))
    lost.server(b"a", lost=True)
    lost.server(b"b")
    lost.flags("client", lost.ends.ACK)
    unseen.client(b"a", lost=True)
    unseen.server(b"b")
    unseen.client(b"c")
    unseen.flags("server", unseen.ends.ACK)
    ask(other, b"/wakes")
    answer(other, b"200")
    for talk in (lost, unseen):
        ask(talk, b"/never-answered")
        talk.finish("server")


def gap_then_status_line(capture):
    """The connection is known by its gap alone when a response begins that a later frame completes."""
    talk = Talk(capture, 50001, handshake=False)
    talk.client(b"GET / HT", lost=True)
    talk.client(b"TP/1.1\r\n\r\n")
    talk.server(b"x" * 30, lost=True)
    talk.server(b"y" * 30)
    response = made.http1_response(b"503")
    talk.server(response[:30])
    ask(talk, b"/crosses")
    talk.server(response[30:])
    ask(talk, b"/b")
    answer(talk, b"404")


def begins_with_a_code(capture):
    """Mid-stream, and put together from two segments."""
    talk = Talk(capture, 50001, handshake=False)
    response = made.http1_response(b"503", b"Retry-After: 120\r\n")
    talk.server(response[:40])
    talk.server(response[40:])
    ask(talk, b"/b", b"POST")
    answer(talk, b"404")


def http2_stops_and_resets(capture):
    other_traffic(capture, 40)
    talk = Talk(capture, 50001, port=made.HTTP2_PORT)
    talk.client(made.PREFACE + made.frame(made.SETTINGS, 0, 0))
    talk.server(made.frame(made.SETTINGS, 0, 0))
    talk.client(made.request(1, b"/a"))
    other_traffic(capture, 60, port=9)
    talk.server(made.response(1) + made.reset(1, made.INTERNAL_ERROR))
    talk.client(made.request(3, b"/b"))
    other_traffic(capture, 60, port=13)
    talk.server(made.goaway(1, made.NO_ERROR))
    talk.finish("server")


def http2_midstream_reset(capture):
    talk = Talk(capture, 50001, port=made.HTTP2_PORT, handshake=False)
    talk.client(made.PREFACE + made.frame(made.SETTINGS, 0, 0))
    talk.server(made.reset(5, made.CANCEL))
    talk.server(made.response(7, made.STATUS_404, made.END_STREAM))


def cut_and_malformed(capture):
    talk = Talk(capture, 50001)
    ask(talk, b"/a", cut=90)
    talk.server(b"HTTP/1.1 404 Not Fou", cut=45)
    talk.server(b"HTTP/1.1 9")
    mad = Talk(capture, 50002, port=made.HTTP2_PORT)
    mad.client(made.PREFACE + made.frame(made.SETTINGS, 0, 0))
    mad.server(made.frame(made.HEADERS, 4, 1, b"\xff\xff\xff\xff\xff") + made.frame(made.RST_STREAM, 0, 1, b"\0"))
    mad.server(made.reset(1, made.CANCEL))
    ask(talk, b"/b")
    answer(talk, b"503")


def reused_ports(capture):
    """The second connection from the same port begins before any HTTP, and ends without an answer."""
    first = Talk(capture, 50001)
    first.client(b"nothing")
    first.flags("server", 0x04 | first.ends.ACK)
    second = Talk(capture, 50001, handshake=False)
    second.ends.next = {"client": 900_000, "server": 800_000}
    for sender, flags in (("client", 0x02), ("server", 0x12), ("client", 0x10)):
        second.flags(sender, flags)
    other = Talk(capture, 50002)
    ask(other, b"/wakes")
    answer(other, b"404")
    answer(second, b"408")
    ask(second, b"/never-answered")
    second.finish("server")


def learns_while_dozing(capture):
    """HTTP stops; segments without it tell that one connection lacks something, that another one begins, and that a
    third one ends before its answer."""
    lossy, silent = (Talk(capture, 50001 + at) for at in range(2))
    for talk in (lossy, silent):
        ask(talk, b"/never-answered")
    other_traffic(capture, 40, port=7)
    lossy.server(b"x" * 30, lost=True)
    lossy.flags("client", lossy.ends.ACK)
    idle = Talk(capture, 50003)
    other_traffic(capture, 40, port=9)
    silent.finish("server")
    lossy.finish("client")
    answer(idle, b"408")
    idle.finish("server")


def waits_while_dozing(capture):
    """For 100 (Continue); the content comes in two segments."""
    talk = Talk(capture, 50001)
    talk.client(b"PUT /slow HTTP/1.1\r\nHost: example.com\r\nExpect: 100-continue\r\nContent-Length: 7\r\n\r\n")
    other_traffic(capture, 40)
    capture.wait(1_000_000)
    talk.client(b"con")
    talk.client(b"tent")
    answer(talk, b"200")


def http2_answers_while_dozing(capture):
    talk = Talk(capture, 50001)
    ask(talk, b"/a")
    other_traffic(capture, 40)
    talk.server(made.frame(made.SETTINGS, 0, 0))
    talk.server(made.goaway(0, made.INTERNAL_ERROR))
    talk.finish("server")


def connects_while_dozing(capture):
    """The response to CONNECT comes after a while, and the next request still later."""
    talk = Talk(capture, 50001)
    ask(talk, b"example.com:80", b"CONNECT")
    other_traffic(capture, 40, port=7)
    talk.server(b"HTTP/1.1 200 Words\r\nServer: squid\r\n\r\n")
    other_traffic(capture, 40, port=9)
    ask(talk, b"/inside")
    answer(talk, b"404")


def once_more(talk, octets):
    """What goes out again from where the client's last segment began."""
    talk.ends.next["client"] -= len(made.http1_request(b"GET", b"/x"))
    talk.client(octets)


def plain_and_not(capture):
    """Messages that stand alone in a segment each, and such as do not, or that were seen before."""
    talk = Talk(capture, 50001)
    for path in (b"/a", b"/b"):
        ask(talk, path)
        answer(talk, b"404")
    ask(talk, b"/c")
    once_more(talk, made.http1_request(b"GET", b"/c"))
    once_more(talk, made.http1_request(b"GET", b"/c") + made.http1_request(b"GET", b"/d"))
    talk.server(made.http1_response(b"503") + made.http1_response(b"404"))
    ask(talk, b"/e", b"HEAD")
    talk.server(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n")
    ask(talk, b"/f")
    talk.server(b"HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
    ask(talk, b"/g")
    talk.server(b"HTTP/1.1 500 Oops\r\nContent-Length: 19\r\n\r\n")
    talk.server(b"HTTP/1.1 404 No\r\n\r\n")
    ask(talk, b"/h")
    answer(talk, b"304")
    ask(talk, b"/i")
    talk.server(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
    talk.finish("server")


def plain_in_another_order(capture):
    """The answer to the first request is recorded behind that to the second one; and what is lost between others."""
    talk = Talk(capture, 50001)
    ask(talk, b"/a")
    response = made.http1_response(b"503")
    talk.ends.next["server"] += len(response)
    ask(talk, b"/b")
    answer(talk, b"404")
    talk.ends.next["server"] -= len(response) + len(made.http1_response(b"404"))
    talk.server(response)
    talk.ends.next["server"] += len(made.http1_response(b"404"))
    ask(talk, b"/c", lost=True)
    ask(talk, b"/d")
    answer(talk, b"429")
    ask(talk, b"/e")
    talk.finish("server")


def words_to_a_proxy(capture):
    """A connection that cannot be read may hold the request that the proxy passes on."""
    ways = pass_on_some(capture)
    unread = Talk(capture, 50003)
    for words in (b"one", b"two", b"three"):
        unread.client(words)
    pass_on(ways, b"/d")


def datagram_to_a_proxy(capture):
    """It may be of QUIC."""
    ways = pass_on_some(capture)
    datagram = struct.pack("!HHHH", 50003, capture.port, 8 + 1, 0) + b"x"
    capture.send(made.ipv4(made.CLIENT, made.SERVER, datagram, protocol=UDP))
    pass_on(ways, b"/d")


def pass_on_some(capture):
    """Until the proxy is known as one; returns its connections in front and behind."""
    ways = Talk(capture, 50001), Talk(capture, 50002, ends=(made.SERVER, BACKEND))
    for path in (b"/a", b"/b", b"/c"):
        pass_on(ways, path)
    other_traffic(capture, 40)
    return ways


def pass_on(ways, path):
    front, behind = ways
    ask(front, path)
    ask(behind, path)
    answer(behind, b"503")
    answer(front, b"503")


STORIES = {story.__name__: story for story in (
    starts_stops_starts, starts_seen_early, gap_seen_early, gap_then_status_line, begins_with_a_code,
    http2_stops_and_resets, http2_midstream_reset, cut_and_malformed, reused_ports, learns_while_dozing,
    waits_while_dozing, http2_answers_while_dozing, connects_while_dozing, plain_and_not,
    plain_in_another_order, words_to_a_proxy, datagram_to_a_proxy)}


def write(folder):
    """Each story wrapped in each way; returns the files' names."""
    ways = [(wrapped, UNUSUAL_PORT) for wrapped in WRAPPED] + [("ethernet", HTTP_PORT)]
    names = []
    for name, story in STORIES.items():
        for wrapped, port in ways:
            capture = Capture(wrapped, port)
            story(capture)
            names.append("late-%s-%s-%d.pcapng" % (name, wrapped, port))
            capture.write_to(folder / names[-1])
    hello_alone(folder / "late-hello_alone.pcapng")
    return [*names, "late-hello_alone.pcapng"]
