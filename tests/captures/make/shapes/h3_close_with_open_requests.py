#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""H3_NO_ERROR ends connections with a GET open, with a POST open, and with none."""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, FINE, IDEMPOTENT, NO

H3_NO_ERROR = 0x100


async def scenario(scene):
    async with dial(scene, 443, "c1") as link:
        stream = link.ask("/open")
        await link.close(H3_NO_ERROR, {"retry": ALLOWED, "open": [stream]}, by="server")
    async with dial(scene, 444, "c2") as link:
        stream = link.ask("/open", "POST")
        await link.close(H3_NO_ERROR, {"retry": NO, "open": [stream]}, by="server")
    async with dial(scene, 445, "c3") as link:
        streams = [link.ask("/open", method) for method in ("GET", "POST")]
        await link.close(H3_NO_ERROR, {"retry": IDEMPOTENT, "open": streams}, by="server")
    async with dial(scene, 446, "c4") as link:
        stream = link.ask("/answered")
        await link.pause()
        link.answer(stream, 200, FINE, end=True)
        await link.close(H3_NO_ERROR, {**FINE, "open": []}, by="server")


play(scenario)
