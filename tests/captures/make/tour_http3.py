# SPDX-License-Identifier: GPL-2.0-or-later
"""Fourth act of the tour: HTTP/3 with caddy and curl, then with scripted peers, then QUIC itself."""
from curl import curl
from h3_codes import GREASE


async def act(stage):
    await curl(stage.sent, stage.folder,
               ["https://tour.example/" + path for path in ("", "missing", "backend")],
               "--http3-only", "--cacert", stage.cert,
               "--resolve", "tour.example:443:" + stage.CADDY,
               carrier="HEADERS", conn="http3 caddy", streams=[0, 4, 8])
    await scripted(stage)
    await distrust(stage)


async def scripted(stage):
    server = await stage.scene.serve(stage.AIOQUIC, 443)
    async with stage.scene.dial(stage.AIOQUIC, 443, conn="http3 scripted") as client:
        await client.get("/reset/0x10b")
        await client.get("/headers-reset/200/0x102")
        await client.stop("/open/200", 0x10c)
        await client.get("/reset/%#x" % GREASE[2])
        await client.stop("/open/200", 0x8)
        await client.ask_for_close("/close/0x107/slow%20down")
    server.close()


async def distrust(stage):
    """The client does not know who signed the certificate: the handshake ends with a TLS alert."""
    server = await stage.scene.serve(stage.STRANGER, 443)
    await stage.scene.refuse(stage.STRANGER, 443, conn="quic refused")
    server.close()
