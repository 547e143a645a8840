#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every code in RST_STREAM from the server, every other after :status 200, to a real client."""
import asyncio
import sys

from h2_peers import serve
from sent import Sent

HOST, PORT = "127.0.0.1", 8080
CODES = [*range(0xe), 0xabad]
# Between the answers, in milliseconds; nghttp asks for all at once.
A_WHILE = 15


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        urls = ["http://%s:%d/after/%d/%s/%#x" % (HOST, PORT, A_WHILE * at,
                                                  "headers-reset/200" if at % 2 else "reset", code)
                for at, code in enumerate(CODES)]
        nghttp = await asyncio.create_subprocess_exec("nghttp", "-n", *urls)
        await asyncio.wait_for(nghttp.wait(), 20)
        await asyncio.sleep(0.2)


asyncio.run(main(sys.argv[1]))
