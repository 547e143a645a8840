# SPDX-License-Identifier: GPL-2.0-or-later
"""Statuses from caddy (quic-go) to curl (OpenSSL's QUIC, nghttp3), all on one connection."""
from caddy import caddy
from curl import curl
from quic_peers import play

STATUSES = [200, 204, 301, 404, 418, 500, 502, 503, 504]
PORT = 8443


async def scenario(scene):
    directives = "\n".join("respond /%d %d" % (status, status) for status in STATUSES)
    async with caddy(scene, "127.0.0.1", PORT, directives):
        await curl(scene.sent, scene.folder, ["https://tour.example:%d/%d" % (PORT, status) for status in STATUSES],
                   "--http3-only", "--cacert", scene.cert, "--resolve", "tour.example:%d:127.0.0.1" % PORT,
                   carrier="HEADERS", conn="c1", streams=[4 * n for n in range(len(STATUSES))])


play(scenario)
