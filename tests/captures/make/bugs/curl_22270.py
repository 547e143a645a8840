#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""curl issue 22270: STOP_SENDING 0x0 before a complete response, which curl then took for a partial file.

The client had ended its request: it answers with no reset.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ECHO, FINE, NOBODY, NOT_A_FAILURE, verdict

HTTP2_NO_ERROR, H3_NO_ERROR = 0x0, 0x100


async def scenario(scene):
    async with dial(scene) as link:
        stream = link.ask("/picture.webp")
        await link.pause()
        link.stop(stream, HTTP2_NO_ERROR, verdict(NOT_A_FAILURE, NOBODY, ECHO), by="server")
        await link.pause()
        link.answer(stream, 200, FINE, end=True, body=b"all of the picture\n", content_length=19)
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
