# SPDX-License-Identifier: GPL-2.0-or-later
"""Every code in STOP_SENDING from the client; aioquic answers each with RESET_STREAM 0x0."""
from h3_codes import ALL
from quic_peers import play


async def scenario(scene):
    await scene.serve("127.0.0.1", 4433)
    async with scene.dial("127.0.0.1", 4433) as client:
        for code in ALL:
            await client.stop("/open/200", code)
        await client.close()


play(scenario)
