#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""envoy as a client cancels its own request with H3_REQUEST_REJECTED, which is a server's word."""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ECHO, FINE, NO, NOBODY, verdict

H3_NO_ERROR, H3_REQUEST_REJECTED = 0x100, 0x10b


async def scenario(scene):
    async with dial(scene) as link:
        stream = link.ask("/upload", "POST", end=False, body=b"the first part")
        await link.pause()
        cancelled = verdict(NO, NOBODY, "wrong_sender")
        link.reset(stream, H3_REQUEST_REJECTED, cancelled, by="client")
        link.stop(stream, H3_REQUEST_REJECTED, cancelled, by="client", echo=verdict(NO, NOBODY, ECHO))
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
