#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A client opens 200 streams and cancels each at once (CVE-2023-44487), five to a segment."""
import asyncio
import sys

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 8080
STREAMS, A_SEGMENT = 200, 5
CANCEL = 0x8


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        client = await dial(HOST, PORT)
        for number in range(STREAMS):
            client.reset(client.ask("/never", flush=False), CANCEL, flush=False)
            if number % A_SEGMENT == A_SEGMENT - 1:
                client.flush()
                await asyncio.sleep(0.002)
        await client.close()


asyncio.run(main(sys.argv[1]))
