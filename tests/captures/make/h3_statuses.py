# SPDX-License-Identifier: GPL-2.0-or-later
"""Statuses over HTTP/3: ordinary and odd ones, interim responses, gRPC trailers, ten responses in one flight."""
from curl import curl
from quic_peers import play

FINAL = [200, 204, 206, 301, 304, 308, 400, 403, 404, 405, 418, 421, 425, 429, 451, 500, 502, 503, 504, 511, 520, 599,
         799]
TOGETHER = [200, 404, 503, 200, 429, 500, 302, 403, 204, 200]

INTERIM = ["103/200", "100/200", "100/102/103/404"]


async def scenario(scene):
    await scene.serve("127.0.0.1", 4433)
    async with scene.dial("127.0.0.1", 4433) as client:
        for status in FINAL:
            await client.get("/status/%d" % status)
        await client.get("/grpc/0")
        await client.get("/grpc/14/down")
        await client.get(*["/status/%d" % status for status in TOGETHER])
        await client.close()
    # aioquic's client takes an interim response for the final one; curl does not. The server takes the notes.
    await curl(lambda *a, **k: None, scene.folder, ["https://tour.example:4433/interim/%s" % way for way in INTERIM],
               "--http3-only", "--cacert", scene.cert, "--resolve", "tour.example:4433:127.0.0.1",
               carrier="HEADERS", conn="curl")


play(scenario)
