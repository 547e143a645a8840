# SPDX-License-Identifier: GPL-2.0-or-later
"""Random and mutated HTTP/1, HTTP/2 and WebSocket in TCP connections: random Ethernet almost never is HTTP."""
import base64
import hashlib
import pathlib
import random
import struct
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "captures" / "make"))
import gaps  # noqa: E402
import packets as made  # noqa: E402

CLIENT_NETWORK = 10  # 10.0.0.0/8: an address for each connection
MOST_STEPS = 12  # in a connection
WEBSOCKET_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3

METHODS = (b"GET", b"POST", b"HEAD", b"PUT", b"PATCH", b"CONNECT", b"OPTIONS", b"X")
STATUSES = (b"100", b"101", b"103", b"200", b"204", b"304", b"404", b"429", b"499", b"503", b"520", b"999", b"000",
            b"2xx", b"0200", b"99999999999", b"-1", b"\x0b404", b"")
HEADERS = (b"Server: nginx/1.22", b"Server: cloudflare", b"Server: \xff\xfe\x80", b"Retry-After: 120",
           b"Retry-After: \x1b[31m\xe2\x80\xae", b"Transfer-Encoding: chunked", b"Connection: close", b"Upgrade: h2c",
           b"Content-Length: 18446744073709551616", b"Content-Encoding: gzip", b"X: " + b"y" * 3000)
SUBPROTOCOLS = (b"graphql-transport-ws", b"graphql-ws", b"mqtt", b"\xff\x00", b"")
TOKENS = (b"\r\n", b"\r\n\r\n", b"\0", b" ", b":", b"%ff", b"\xff\xff\xff\xff", b"\x7f" * 9, b"HTTP/1.1 ", b"GET ")
GRPC_HEADERS = ((31, b"application/grpc"), (8, b"200"))
GRPC_TRAILERS = ((b"grpc-status", (b"0", b"5", b"14", b"99", b"-1", b"4294967296", b"x")),
                 (b"grpc-message", (b"caf%C3%A9", b"%ff%", b"%00", b"\xe2\x80\xae")))


def mutated(chance, octets, changes=4):
    """With up to so many bytes or words changed, taken out, put in or repeated."""
    octets = bytearray(octets)
    for _ in range(chance.randrange(changes + 1)):
        at = chance.randrange(len(octets) + 1)
        other = chance.choice((bytes([chance.randrange(256)]), chance.choice(TOKENS), bytes(octets[at:at + 8]), b""))
        octets[at:at + chance.randrange(3)] = other
    return bytes(octets)


def some_bytes(chance, most):
    return chance.randbytes(chance.randrange(most))


def _http1(chance, connection):
    for _ in range(chance.randrange(1, MOST_STEPS)):
        many = range(chance.choice((1, 1, 1, 3)))
        connection.client(*(_http1_request(chance) for _ in many), lost=chance.random() < 0.05)
        connection.server(*(_http1_response(chance) for _ in many), lost=chance.random() < 0.05)


def _http1_request(chance):
    head = [b"%s /%d HTTP/1.1" % (chance.choice(METHODS), chance.randrange(99)), *chance.sample(HEADERS, 2)]
    return mutated(chance, b"\r\n".join(head) + b"\r\n\r\n")


def _http1_response(chance):
    body = some_bytes(chance, 40)
    head = [b"HTTP/1.1 %s Words" % chance.choice(STATUSES), *chance.sample(HEADERS, chance.randrange(4)),
            b"Content-Length: %d" % len(body)]
    return mutated(chance, b"\r\n".join(head) + b"\r\n\r\n" + body)


def _http2(chance, connection):
    connection.client(gaps.PREFACE, gaps.frame(gaps.SETTINGS, 0, 0))
    connection.server(gaps.frame(gaps.SETTINGS, 0, 0))
    for _ in range(chance.randrange(1, MOST_STEPS)):
        connection.client(*(_client_frame(chance) for _ in range(chance.randrange(1, 6))))
        connection.server(*(_server_frame(chance) for _ in range(chance.randrange(1, 6))))


def _client_frame(chance):
    stream = chance.randrange(0, 12)
    return chance.choice((
        lambda: gaps.request(stream, b"/%d" % stream, chance.choice((made.GET, gaps.POST))),
        lambda: gaps.frame(gaps.HEADERS, gaps.END_HEADERS, stream, mutated(chance, gaps.asked(b"/m"))),
        lambda: gaps.reset(stream, _error(chance)),
        lambda: _any_frame(chance, stream),
    ))()


def _server_frame(chance):
    stream = chance.randrange(0, 12)
    end = chance.choice((0, gaps.END_STREAM))
    return chance.choice((
        lambda: gaps.response(stream, gaps.literal(gaps.STATUS, chance.choice(STATUSES)), end),
        lambda: gaps.response(stream, mutated(chance, gaps.STATUS_404 + gaps.literal(gaps.RETRY_AFTER, b"1")), end),
        lambda: _grpc_headers(stream) + _grpc_trailers(chance, stream),
        lambda: gaps.promise(stream, chance.randrange(0, 12), b"/pushed"),
        lambda: gaps.reset(stream, _error(chance)),
        lambda: gaps.goaway(stream, _error(chance), some_bytes(chance, 60)),
        lambda: _any_frame(chance, stream),
    ))()


def _error(chance):
    return chance.choice((chance.randrange(16), chance.randrange(0x100, 0x112), chance.getrandbits(32)))


def _grpc_headers(stream):
    return gaps.response(stream, b"".join(gaps.literal(*field) for field in GRPC_HEADERS))


def _grpc_trailers(chance, stream):
    fields = [b"\0" + _hpack_text(name) + _hpack_text(chance.choice(values)) for name, values in GRPC_TRAILERS]
    return gaps.response(stream, mutated(chance, b"".join(fields)), gaps.END_STREAM)


def _hpack_text(text):
    return bytes([len(text)]) + text


def _any_frame(chance, stream):
    """Of any type, with any flags; now and then the length is a lie."""
    frame = gaps.frame(chance.randrange(16), chance.getrandbits(8), stream, some_bytes(chance, 80))
    return mutated(chance, frame[:9], 1) + frame[9:] if chance.random() < 0.3 else frame


def _websocket(chance, connection):
    key = base64.b64encode(chance.randbytes(16))
    subprotocol = b"Sec-WebSocket-Protocol: %s\r\n" % chance.choice(SUBPROTOCOLS)
    connection.client(b"GET /chat HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n%s\r\n" % (key, subprotocol))
    accept = base64.b64encode(hashlib.sha1(key + WEBSOCKET_GUID).digest())
    connection.server(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      b"Sec-WebSocket-Accept: %s\r\n%s\r\n" % (accept, subprotocol))
    for _ in range(chance.randrange(1, MOST_STEPS)):
        connection.client(*(_websocket_frame(chance, 0x80) for _ in range(chance.randrange(1, 4))))
        connection.server(*(_websocket_frame(chance, 0) for _ in range(chance.randrange(1, 4))))


def _websocket_frame(chance, mask):
    """Half of them Close frames; a mask of zeros leaves the payload as it is."""
    opcode = chance.choice((8, 8, 8, 1, 2, 9, 10, 0, chance.randrange(16)))
    code = chance.choice((chance.randrange(999, 1017), chance.randrange(3000, 5000), chance.getrandbits(16)))
    payload = (struct.pack("!H", code) if opcode == 8 else b"") + some_bytes(chance, 30)
    head = bytes([chance.choice((0x80, 0x80, 0x80, chance.getrandbits(8) & 0xF0)) | opcode, mask | len(payload)])
    frame = head + (bytes(4) if mask else b"") + payload
    return mutated(chance, frame, 2) if chance.random() < 0.3 else frame


# What to write, and the server's port.
KINDS = {
    "HTTP/1": (_http1, gaps.HTTP_PORT),
    "HTTP/2": (_http2, gaps.HTTP2_PORT),
    "WebSocket": (_websocket, gaps.HTTP_PORT),
}


def write(kind, seed, connections, target):
    """Writes a file with so many connections, and returns how many packets it has."""
    fill, port = KINDS[kind]
    chance = random.Random("%s %d" % (kind, seed))
    head = gaps.Capture(made.RAW_IP).blocks
    packets = []
    for number in range(connections):
        address = struct.pack("!I", CLIENT_NETWORK << 24 | number + 1)
        connection = gaps.Connection(port, client=(address, made.CLIENT_PORT))
        fill(chance, connection)
        packets += connection.blocks[len(head):]
    target.write_bytes(b"".join(head + packets))
    return len(packets)
