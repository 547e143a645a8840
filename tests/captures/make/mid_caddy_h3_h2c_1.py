# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3 in front, HTTP/2 behind: what becomes of the origin's statuses and stream errors."""
from mid_caddy import play_requests
from quic_peers import play

REQUESTS = [
    "/status/200",
    "/status/503",
    "/reset/0x7",
    "/reset/0x2",
    "/reset/0x8",
    "/reset/0xb",
    "/reset/0xd",
    "/headers-reset/200/0x2",
    "/headers-reset/200/0x8",
]


async def scenario(scene):
    await play_requests(scene, 0, REQUESTS)


play(scenario)
