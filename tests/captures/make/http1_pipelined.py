#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Several responses in one segment, and a status line that is cut between two."""
import asyncio
import sys

from http1_peers import PAUSE, ask, interim, piece, response, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80

TOGETHER = [
    response("200 OK", body=b"one\n"),
    interim("103 Early Hints", "Link: </a.css>; rel=preload"),
    response("404 Not Found", body=b"two\n"),
    response("304 Not Modified", length=False),
    response("503 Service Unavailable", "Retry-After: 1"),
    response("200 OK", body=b"five\n"),
]
PLAN = {
    # Answers to the requests after it stand here already: they are pipelined.
    "/all": [TOGETHER],
    "/later": [],
    "/cut": [[response("200 OK", body=b"whole\n"), piece(b"HTTP/1.1 50", code=502)],
             [piece(b"2 Bad Gateway\r\nContent-Length: 4\r\n\r\nbad\n"), piece(b"HTTP/1.1 4", code=429)],
             [piece(b"29 Too Many Requests\r\nContent-Length: 0\r\n\r\n")]],
}


async def main(folder):
    async with await serve(HOST, PORT, PLAN, Sent(folder + "/sent.jsonl")):
        await ask(HOST, PORT, ["/all"] + ["/later"] * 4, together=True)
        await ask(HOST, PORT, ["/cut"] + ["/later"] * 2, together=True, wait=PAUSE * 6)


asyncio.run(main(sys.argv[1]))
