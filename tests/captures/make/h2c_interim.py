#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interim responses, trailers without a code, a reset after an interim response."""
import asyncio
import sys

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80
PATHS = ("/interims/100/200", "/interims/102/207", "/interims/103/200", "/interims/103/103/404",
         "/trailers/200", "/interim-reset/200/0x2")


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        client = await dial(HOST, PORT)
        for path in PATHS:
            await client.get(path)
        await client.close()


asyncio.run(main(sys.argv[1]))
