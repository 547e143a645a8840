#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3's GOAWAY carries no code, but it tells which requests were not processed: its stream and those above
(RFC 9114, section 5.2). Whatever ends these requests, they may be sent again.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ECHO, FINE, NOBODY, SAFE, verdict

H3_NO_ERROR, H3_REQUEST_REJECTED, H3_REQUEST_CANCELLED = 0x100, 0x10b, 0x10c


async def scenario(scene):
    async with dial(scene) as link:
        served, left_out, rejected = link.ask("/a"), link.ask("/b", "POST"), link.ask("/c", "POST")
        await link.pause()
        link.goaway(left_out)
        await link.pause()
        link.answer(served, 200, FINE, end=True, body=b"still served\n")
        link.reset(rejected, H3_REQUEST_REJECTED, verdict(SAFE, NOBODY, "retry_safe", "stream_error"))
        await link.pause()
        link.stop(left_out, H3_REQUEST_CANCELLED, verdict(SAFE, NOBODY, "retry_safe", "stream_error"),
                  by="client", echo=verdict(SAFE, NOBODY, ECHO, "retry_safe"))
        await link.close(H3_NO_ERROR, FINE, by="server")


play(scenario)
