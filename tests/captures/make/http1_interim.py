#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interim responses of every kind, a switch of protocols, HTTP/1.0."""
import asyncio
import sys

from http1_peers import ask, curl, interim, piece, response, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 8080
URL = "http://%s:%d" % (HOST, PORT)

HINTS = interim("103 Early Hints", "Link: </a.css>; rel=preload")
MORE_HINTS = interim("103 Early Hints", "Link: </b.js>; rel=preload")
OK = response("200 OK", body=b"done\n")
CLOSE = "Connection: close"

PLAN = {
    "/upload": [[interim("100 Continue")], [response("201 Created")]],
    "/refused": [[response("417 Expectation Failed", CLOSE)]],
    "/processing": [[interim("102 Processing")], [OK]],
    "/hint": [[HINTS], [OK]],
    "/hints": [[HINTS], [MORE_HINTS], [OK]],
    "/unassigned": [[interim("199 Still Thinking")], [OK]],
    "/hint-and-missing": [[HINTS, response("404 Not Found", body=b"no\n")]],
    "/nothing": [[response("204 No Content", length=False)]],
    "/old": [[response("200 OK", "Server: old", version="1.0", body=b"ten\n")]],
    "/old-and-busy": [[response("503 Service Unavailable", CLOSE, "Retry-After: 5", version="1.0")]],
    "/no-phrase": [[response("200 ", CLOSE, body=b"no phrase\n")]],
    "/switch": [[interim("101 Switching Protocols", "Connection: Upgrade", "Upgrade: chargen/2")],
                [piece(b"!\"#$%&'()*+,-./0123456789\n")]],
}


async def main(folder):
    async with await serve(HOST, PORT, PLAN, Sent(folder + "/sent.jsonl")):
        upload = ["-H", "Expect: 100-continue", "-d", "x" * 2000]
        await curl(*upload, URL + "/upload")
        await curl(*upload, URL + "/refused")
        await curl(*(URL + path for path in ("/processing", "/hint", "/hints", "/unassigned",
                                             "/hint-and-missing", "/nothing")))
        await curl("--http1.0", URL + "/old")
        await curl("--http1.0", URL + "/old-and-busy")
        await curl(URL + "/no-phrase")
        await ask(HOST, PORT, ["/switch"], headers="Connection: Upgrade\r\nUpgrade: chargen/2\r\n")


asyncio.run(main(sys.argv[1]))
