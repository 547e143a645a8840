#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""GOAWAY with every code, each on a connection of its own that has streams open."""
import asyncio
import sys
from urllib.parse import quote

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80
# Code, last stream, debug data.
GOAWAYS = [
    (0x0, 1, "graceful shutdown"), (0x1, 1, "bad preface é"), (0x2, 1, ""), (0x3, 3, "window exceeded"),
    (0x4, 1, "no SETTINGS ACK within 10s"), (0x5, 1, ""), (0x6, 0, "bad length"), (0x7, 0, "not yet"),
    (0x8, 1, "bye"), (0x9, 1, "hpack"), (0xa, 1, ""), (0xb, 1, "too_many_pings"), (0xc, 1, "weak tls"),
    (0xd, 1, "HTTP_1_1_REQUIRED"), (0xabad, 1, "unknown code"), (0xffffffff, 1, ""),
]
ANY_STREAM = 0x7fffffff


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        for code, last, text in GOAWAYS:
            client = await dial(HOST, PORT)
            await client.get("/status/200")
            await client.open("/open/200")
            client.ask("/never")
            await client.get("/goaway-at/%#x/%d/%s" % (code, last, quote(text)))
            await client.close()
        await graceful()
        for code in (0x0, 0x1, 0xb):
            client = await dial(HOST, PORT)
            await client.open("/open/206")
            client.goaway(code)
            await client.close()


async def graceful():
    """First "no new requests, please", then the stream that was the last one."""
    client = await dial(HOST, PORT)
    await client.open("/open/200")
    client.ask("/goaway-at/0x0/%d//wait" % ANY_STREAM, flush=False)
    client.ask("/goaway-at/0x0/5/final", flush=False)
    client.flush()
    await client.close()


asyncio.run(main(sys.argv[1]))
