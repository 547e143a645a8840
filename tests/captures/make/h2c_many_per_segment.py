#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""One segment with many HEADERS and RST_STREAM, and a GOAWAY at its end."""
import asyncio
import sys

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 8080
PATHS = ("/status/200", "/status/204", "/both/206/0xa", "/reset/0x1", "/status/304", "/status/400",
         "/both/401/0x2", "/reset/0x7", "/status/404", "/status/418", "/both/429/0x8", "/reset/0xd",
         "/status/451", "/status/500", "/both/502/0x0", "/reset/0x5", "/status/504", "/status/511",
         "/both/200/0x6", "/reset/0xb", "/only-grpc/14/later", "/grpc/0", "/both/206/0xc", "/reset/0x3",
         "/goaway/0xb/batch%20done")


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        client = await dial(HOST, PORT)
        for path in PATHS:
            client.ask(path, flush=False)
        client.flush()
        await client.close()


asyncio.run(main(sys.argv[1]))
