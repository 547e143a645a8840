#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Private Close codes of services that choose no subprotocol: the host of the handshake tells whose they are."""
import asyncio
import sys

from sent import Sent
from websockets.asyncio.client import connect
from ws_peers import serve

HOST, PORT = "127.0.0.1", 80

# The same numbers of four services, and of one that nobody knows.
CODES = {
    "gateway.discord.gg": [4000, 4001, 4004, 4014],
    "ws-eu.pusher.com": [4001, 4004, 4100, 4201],
    "eventsub.wss.twitch.tv": [4001, 4004],
    "live.pandascore.co": [4001, 4029],
    "chat.example": [4001, 4004, 4999],
}


async def close_as_asked(socket):
    await socket.close(int(socket.request.path.rsplit("/", 1)[1]))


async def main(folder):
    async with serve(Sent(folder + "/sent.jsonl"), HOST, PORT, close_as_asked, notes_host=True):
        for host, codes in CODES.items():
            for code in codes:
                address = "ws://%s/%s/%d" % (host, host, code)
                async with connect(address, host=HOST, port=PORT, compression=None) as socket:
                    await socket.wait_closed()


asyncio.run(main(sys.argv[1]))
