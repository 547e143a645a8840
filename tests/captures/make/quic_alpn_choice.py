# SPDX-License-Identifier: GPL-2.0-or-later
"""The offer is not the choice: what the server chose in EncryptedExtensions alone tells whether it is HTTP/3."""
from quic_peers import play

# The port, what the client offers, what the server knows.
CHOICES = [
    (8843, ["h3", "hq-interop"], ["hq-interop"]),
    (8844, ["doq", "h3"], ["h3"]),
    (8845, ["h3-29"], ["h3-29"]),
    (8846, ["h3", "doq"], ["doq"]),
]


async def scenario(scene):
    for port, offer, known in CHOICES:
        await scene.serve("127.0.0.1", port, alpn=known)
        conn = "%s>%s" % ("+".join(offer), known[0])
        async with scene.dial("127.0.0.1", port, alpn=offer, conn=conn) as client:
            if known[0].startswith("h3"):
                await client.get("/status/404")
            await client.get("/reset/0x10b")
            await client.close(0x100 if known[0] == "h3" else 0x3)


play(scenario)
