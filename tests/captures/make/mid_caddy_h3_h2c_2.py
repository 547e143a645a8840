# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3 in front, HTTP/2 behind: interim responses, GOAWAY, a lost origin, a client that gives up, gRPC."""
from mid_caddy import play_requests
from quic_peers import play

REQUESTS = [
    "/interim/103/200",
    # Left out of the GOAWAY, so not processed; caddy answers 502 all the same.
    "/goaway/0xb/calm",
    "/status/204",
    "/drop",
    "/goaway-after/0x1/confused",
    # Never ends: curl gives up, and caddy cancels at the origin.
    "/open/200",
    "/status/404",
    "/grpc/14/down",
]


async def scenario(scene):
    await play_requests(scene, 9, REQUESTS)


play(scenario)
