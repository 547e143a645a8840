# SPDX-License-Identifier: GPL-2.0-or-later
"""QUIC's own CONNECTION_CLOSE: two handshakes that fail by themselves, then closes with a code each."""
from urllib.parse import quote

from caddy import caddy
from quic_peers import CRYPTO_FRAME, play

# 0x78 is TLS's no_application_protocol, 0x28 its handshake_failure, 0x2a bad_certificate.
CLOSES = [
    (0x0, ""),
    (0x1, "internal error"),
    (0x3, "flow control: too much data"),
    (0x4, "too many streams"),
    (0xa, "protocol violation"),
    (0xc, "application error"),
    (0x10, "no viable path"),
    (0x11, "version negotiation"),
    (0x128, "handshake failure"),
    (0x12a, "证书无效 – ungültiges Zertifikat"),
    (0x178, "no application protocol"),
    (0x1ff, "an alert that TLS does not know"),
    (0xbad, "a code that QUIC does not know"),
]


async def scenario(scene):
    await scene.serve("127.0.0.1", 4433)
    # The client does not trust the certificate; the server finds no protocol in common.
    await scene.refuse("127.0.0.1", 4433, conn="untrusted")
    async with caddy(scene, "127.0.0.1", 4434, "respond / 200"):
        await scene.refuse("127.0.0.1", 4434, conn="no protocol", alpn=("doq",), verify=False, sender="server")
    for position, (code, reason) in enumerate(CLOSES):
        async with scene.dial("127.0.0.1", 4433) as client:
            if position % 2 == 0:
                await client.ask_for_close("/transport-close/%#x/%s" % (code, quote(reason)))
            else:
                await client.close(code, reason, CRYPTO_FRAME)


play(scenario)
