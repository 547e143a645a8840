#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every registered final status on one keep-alive connection over IPv6."""
import asyncio
import sys

from http1_peers import curl, response, serve
from sent import Sent

NO_BODY = (204, 205, 304)
FINAL = [*range(200, 209), 226, *range(300, 309), *range(400, 419), *range(421, 427), 428, 429, 431, 451,
         *range(500, 509), 510, 511]


def answer(status):
    body = b"" if status in NO_BODY else b"this is %d\n" % status
    return response("%d by the bare server" % status, body=body, length=status not in (204, 304))


async def main(folder):
    plan = {"/%d" % status: [[answer(status)]] for status in FINAL}
    async with await serve("::1", 80, plan, Sent(folder + "/sent.jsonl")):
        await curl(*("http://[::1]%s" % path for path in plan))


asyncio.run(main(sys.argv[1]))
