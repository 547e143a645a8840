# SPDX-License-Identifier: GPL-2.0-or-later
"""Every code in RESET_STREAM from the server, every third after :status 200."""
from h3_codes import ALL
from quic_peers import play


async def scenario(scene):
    await scene.serve("127.0.0.1", 4433)
    async with scene.dial("127.0.0.1", 4433) as client:
        for position, code in enumerate(ALL):
            how = "headers-reset/200" if position % 3 == 0 else "reset"
            await client.get("/%s/%#x" % (how, code))
        await client.close()


play(scenario)
