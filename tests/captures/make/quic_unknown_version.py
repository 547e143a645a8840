# SPDX-License-Identifier: GPL-2.0-or-later
"""Long-header packets of versions that nobody knows; the server answers with Version Negotiation."""
import asyncio
import os

from quic_peers import PAUSE, play

# One reserved to be unknown (0x?a?a?a?a), one that was never given away, and the largest.
VERSIONS = [0x1a2a3a4a, 0xabcd0001, 0xffffffff]
PORT = 443


async def scenario(scene):
    await scene.serve("127.0.0.1", PORT)
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=("127.0.0.1", PORT))
    for version in VERSIONS:
        ids = bytes([8]) + os.urandom(8) + bytes([8]) + os.urandom(8)
        transport.sendto((b"\xc3" + version.to_bytes(4, "big") + ids).ljust(1200, b"\x1c"))
        await asyncio.sleep(PAUSE)
    transport.close()


play(scenario)
