#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""GOAWAYs of HTTP/3 that leave out a stream that was answered, and that name a later stream than the one before; beside
them such as leave out what was not answered, all of it, nothing, and such as go back."""
from h3_dialogue import dial
from quic_peers import play
from verdicts import FINE

H3_NO_ERROR = 0x100


async def connection(scene, port, conn, answered, *first_rejected):
    """Three requests, then the GOAWAYs, and the end."""
    async with dial(scene, port, conn) as link:
        streams = [link.ask("/%s" % name) for name in "abc"]
        await link.pause()
        for stream in streams[:answered]:
            link.answer(stream, 200, FINE, end=True)
        for stream in first_rejected:
            await link.pause()
            link.goaway(stream)
        await link.close(H3_NO_ERROR, {}, by="server")


async def scenario(scene):
    await connection(scene, 443, "denies the last one", 3, 8)
    await connection(scene, 444, "leaves out what was not answered", 2, 8)
    await connection(scene, 445, "leaves out all", 0, 0)
    await connection(scene, 446, "leaves out nothing", 3, 12)
    await connection(scene, 447, "denies all", 1, 0)
    await connection(scene, 448, "goes back", 2, 2 ** 62 - 4, 12, 12, 8)
    await connection(scene, 449, "raises", 1, 4, 8)


play(scenario)
