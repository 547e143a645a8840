#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""grpc-status in trailers and in trailers-only responses, and all that stands in for a missing one."""
import asyncio
import sys
from urllib.parse import quote

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 8080
IN_TRAILERS = [(0, ""), (1, "client went away"), (4, "deadline of 5 s passed"), (8, "quota"), (14, "try later"),
               (16, "token expired")]
TRAILERS_ONLY = [(2, ""), (3, "field \"name\" is empty"), (5, "no such book: 红楼梦"), (6, ""), (7, "100% no"), (9, ""),
                 (10, ""), (11, ""), (12, "unknown method"), (13, ""), (15, ""), (17, "beyond the list"), (99, "")]
HTTP_ERRORS = (400, 401, 403, 404, 429, 502, 503, 504)
CANCEL = 0x8


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        client = await dial(HOST, PORT)
        for code, message in IN_TRAILERS:
            await client.get("/grpc/%d/%s" % (code, quote(message)))
        for code, message in TRAILERS_ONLY:
            await client.get("/only-grpc/%d/%s" % (code, quote(message)))
        for status in HTTP_ERRORS:
            await client.get("/status/%d" % status)
        for code in range(0xe):
            await client.get("/reset/%#x" % code)
        await client.get("/headers-reset/200/0x8")
        client.reset(await client.open("/open/200"), CANCEL)
        await client.get("/goaway/0xb/too_many_pings")
        await client.close()


asyncio.run(main(sys.argv[1]))
