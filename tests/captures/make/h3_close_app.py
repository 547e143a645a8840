# SPDX-License-Identifier: GPL-2.0-or-later
"""The application closes, a connection for each code, the server and the client by turns."""
from urllib.parse import quote

from quic_peers import play

CLOSES = [
    (0x100, ""),
    (0x107, "too many requests, go away"),
    (0x102, "bug é中"),
    (0x101, "x" * 300),
    (0x0, "not an H3 code"),
    (0xdead, "unknown"),
    (0x21 + 0x1f * 5, "grease"),
    (0x170d7b68, "webtransport session"),
    (0x202, "qpack decoder"),
    (0x8, "h2 CANCEL on h3"),
]


async def scenario(scene):
    await scene.serve("127.0.0.1", 4433)
    for position, (code, reason) in enumerate(CLOSES):
        async with scene.dial("127.0.0.1", 4433) as client:
            if position % 2 == 0:
                await client.ask_for_close("/close/%#x/%s" % (code, quote(reason)))
            else:
                await client.close(code, reason)


play(scenario)
