#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""aioquic answers STOP_SENDING with RESET_STREAM 0x0, and does not copy the code (RFC 9000, section 3.5).

The answer is aioquic's own doing.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, ECHO, FINE, NOBODY, verdict

H3_NO_ERROR, H3_REQUEST_CANCELLED = 0x100, 0x10c


async def scenario(scene):
    async with dial(scene) as link:
        stream = link.ask("/film")
        await link.pause()
        link.answer(stream, 200, FINE, body=b"the first scene\n")
        await link.pause()
        link.stop(stream, H3_REQUEST_CANCELLED, verdict(ALLOWED, NOBODY, "stream_error"), by="client",
                  echo=verdict(ALLOWED, NOBODY, ECHO))
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
