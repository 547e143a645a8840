# SPDX-License-Identifier: GPL-2.0-or-later
"""Hosts that look as if there were a proxy, and there is none: each play returns all exchanges of its capture."""
import asyncio
import contextlib

import clients
import origin
from exchange import begin, place
from hosts import MIDDLE, Host, bound

PORT = 8088
OTHERS = ("10.9.0.31", "10.9.0.32")
ROUNDS = 12


class Here:
    """The recorded host itself."""

    def __init__(self, address=MIDDLE):
        self.address = address

    def inside(self):
        return contextlib.nullcontext()

    def socket(self):
        return bound(self.address, 0)


class Quick(origin.Http1):
    pause = 0.02


async def ask_http1(host, address, path, fields, log):
    """On a connection of its own."""
    sock = host.socket()
    await asyncio.get_running_loop().sock_connect(sock, (address, PORT))
    reader, writer = await asyncio.open_connection(sock=sock)
    ends = (place(writer.get_extra_info(name)) for name in ("sockname", "peername"))
    exchange = begin("%s-%03d" % (path, len(log)), *ends, "h1", None, "GET", path)
    log.append(exchange)
    lines = "".join("%s: %s\r\n" % field for field in [("host", "shop.example"), *fields])
    writer.write(("GET %s HTTP/1.1\r\n%sconnection: close\r\n\r\n" % (path, lines)).encode())
    answer = b""
    try:
        while not answer.endswith(b"\r\n0\r\n\r\n") and (data := await reader.read(65536)):
            answer += data
    except ConnectionError:
        pass
    exchange.status = int(answer[9:12] or 0)
    exchange.finish("complete" if answer.endswith(b"\r\n0\r\n\r\n") else "closed")
    writer.close()


async def serve(host, connection, port=PORT):
    with host.inside():
        listener = bound(host.address, port)
    await origin.serve(listener, connection, [], set())


async def peers_h1():
    """Each asks the others how they are, at the same time, with the same words: one is slow, the others are not."""
    log, here, others = [], Here(), [Host(address) for address in OTHERS]
    await serve(here, origin.Http1)
    for other in others:
        await serve(other, Quick)
    for turn in range(ROUNDS):
        path = ("/slow/200/0", "/turn/0/%d" % turn)[turn % 2]
        waits = [ask_http1(other, MIDDLE, path, [], log) for other in others]
        waits += [ask_http1(here, other.address, path, [], log) for other in others]
        for wait in waits:
            waits[waits.index(wait)] = asyncio.create_task(wait)
            await asyncio.sleep(0.03)
        await asyncio.gather(*waits)
    return log


async def two_servers_h2c_id():
    """A client on loopback asks two servers at once, in the name of one trace."""
    log, here = [], Here("127.0.0.1")
    opened = []
    for port in (8080, 8088):
        await serve(here, origin.Http2, port)
        opened.append(clients.Http2(here, here.address, port, log))
    for turn, kind in enumerate(("/status/200", "/slow/200", "/turn/0", "/reset/7", "/cut/2") * 2):
        request = clients.Request("both-%03d" % turn, "GET", "%s/%d" % (kind, turn))
        fields = [("user-agent", "tour/1"), ("traceparent", "00-%032x-%016x-01" % (turn + 1, turn + 1))]
        waits = []
        for client in opened[::1 if turn % 2 else -1]:
            waits.append(asyncio.create_task(client.ask(request, fields)))
            await asyncio.sleep(0.02)
        await asyncio.gather(*waits)
    for client in opened:
        await client.leave()
    return log


class Service(origin.Http1):
    """Asks others before it answers, in the name of the request that it has, and says something of its own."""

    log_of_both = None

    async def answer_as_told(self, exchange):
        number = exchange.path.split("/")[-1]
        fields = [("x-request-id", "request-" + exchange.path)]
        await asyncio.gather(ask_http1(Here(), OTHERS[0], "/turn/0/" + number, fields, self.log_of_both),
                             ask_http1(Here(), OTHERS[1], "/slow/200/" + number, fields, self.log_of_both))
        await super().answer_as_told(exchange)


async def service_h1_id():
    log, client = [], Host("10.9.0.11")
    Service.log_of_both = log
    await serve(Here(), Service)
    for address in OTHERS:
        await serve(Host(address), Quick)
    for turn in range(ROUNDS):
        path = "/status/%d/%d" % ((200, 503, 404)[turn % 3], turn)
        await ask_http1(client, MIDDLE, path, [("x-request-id", "request-" + path)], log)
    return log


PLAYS = {play.__name__: play for play in (peers_h1, two_servers_h2c_id, service_h1_id)}
