# SPDX-License-Identifier: GPL-2.0-or-later
"""Every code in RESET_STREAM from the client, which gives up its own upload; every third time :status came first."""
from h3_codes import ALL
from quic_peers import play


async def scenario(scene):
    await scene.serve("127.0.0.1", 443)
    async with scene.dial("127.0.0.1", 443) as client:
        for position, code in enumerate(ALL):
            await client.reset("/open/200" if position % 3 == 0 else "/wait", code)
        await client.close()


play(scenario)
