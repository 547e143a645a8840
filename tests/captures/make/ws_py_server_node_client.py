#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The server closes with each legal code; Node's ws echoes it by itself. Some private codes belong to a
subprotocol; and the client closes once without a code, which puts no code on the wire."""
import asyncio
import sys

from sent import Sent
from ws_peers import run, serve

HOST, PORT = "127.0.0.1", 8080
GRAPHQL = "graphql-transport-ws"
REASONS = {1000: "bye", 1001: "going away", 1008: "policy", 1011: "server bug", 4000: "résumé ✓",
           4401: "Unauthorized", 4429: "Too many initialisation requests"}
CODES = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3003, 3008, 3999, 4000, 4999]
GRAPHQL_CODES = [4400, 4401, 4429]


async def close_as_asked(socket):
    word = socket.request.path.rsplit("/", 1)[1]
    if word.isdigit():
        await socket.close(int(word), REASONS.get(int(word), ""))


async def main(folder):
    visits = ["/code/%d" % code for code in CODES]
    visits += ["/%s/%d" % (GRAPHQL, code) for code in GRAPHQL_CODES]
    # The same number without the subprotocol proves nothing.
    visits += ["/code/4401", "/client/leaves"]
    async with serve(Sent(folder + "/sent.jsonl"), HOST, PORT, close_as_asked, [GRAPHQL]):
        await run("node", "ws_client.js", "ws://%s:%d" % (HOST, PORT), *visits)
        await asyncio.sleep(0.2)


asyncio.run(main(sys.argv[1]))
