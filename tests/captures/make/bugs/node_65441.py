#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""node issue 65441: a request that nobody looked at is reset with 0x0 and not with H3_REQUEST_REJECTED.

So the client cannot know that it may send it again.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, ECHO, FINE, NO, NOBODY, verdict

HTTP2_NO_ERROR, H3_NO_ERROR = 0x0, 0x100


async def scenario(scene):
    async with dial(scene) as link:
        for method, retry in (("POST", NO), ("GET", ALLOWED)):
            stream = link.ask("/orders", method, body=b"one bicycle" if method == "POST" else b"")
            await link.pause()
            link.reset(stream, HTTP2_NO_ERROR, verdict(retry, NOBODY, ECHO, "no_error_unfinished"))
            await link.pause()
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
