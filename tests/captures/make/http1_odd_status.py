#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Status lines that are not as they should be, and numbers that nobody registered.

The list holds the number as it stands on the wire. Where none stands there ("2xx", "0200", "20x") no
event is wanted.
"""
import asyncio
import sys

from http1_peers import ask, response, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80

NUMBERS = ["2000 OK", "099 Low", "000 Nothing", "600 Beyond", "999 Request denied", "1000 Interim?", "65736 Wrapped",
           "299 Unassigned", "419 Page Expired", "430 Shopify Security Rejection",
           "599 Network Connect Timeout Error", "200", "404 Not Found Anywhere At All"]
# Too short for Wireshark to call them status lines.
NOT_DISSECTED = ["20 Short", "7 Shorter"]
NO_NUMBERS = ["2xx OK", "0200 OK", "20x OK", "OK 200", "-200 Negative", "+200 Positive"]


async def main(folder):
    plan = {"/%d" % at: [[response(status, body=b"odd\n")]] for at, status in enumerate(NUMBERS)}
    plan.update({"/no/%d" % at: [[response(status, body=b"odd\n", code=None)]]
                 for at, status in enumerate(NO_NUMBERS)})
    plan.update({"/short/%d" % at: [[response(status, body=b"odd\n", dissected=False)]]
                 for at, status in enumerate(NOT_DISSECTED)})
    async with await serve(HOST, PORT, plan, Sent(folder + "/sent.jsonl")):
        # A connection each: no reader has to make sense of one line to find the next.
        for path in plan:
            await ask(HOST, PORT, [path])


asyncio.run(main(sys.argv[1]))
