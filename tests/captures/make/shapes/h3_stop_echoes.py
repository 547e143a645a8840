#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""STOP_SENDING of both sides, answered with the same code (RFC 9000, section 3.5) and with one of its own."""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, FINE, NO, NOBODY, SERVER_FAULT, verdict

H3_NO_ERROR, H3_INTERNAL_ERROR, H3_REQUEST_CANCELLED = 0x100, 0x102, 0x10C
ECHO = {**FINE, "echo": True}


async def begun(link, path):
    stream = link.ask(path)
    await link.pause()
    link.answer(stream, 200, FINE, body=b"the first half")
    await link.pause()
    return stream


async def scenario(scene):
    async with dial(scene) as link:
        given_up = verdict(ALLOWED, NOBODY, "stream_error")
        stream = await begun(link, "/echoed-by-the-server")
        link.stop(stream, H3_REQUEST_CANCELLED, given_up, by="client")
        await link.pause()
        link.reset(stream, H3_REQUEST_CANCELLED, ECHO)
        await link.pause()

        stream = link.ask("/echoed-by-the-client", "POST", end=False, body=b"the first half")
        await link.pause()
        link.stop(stream, H3_INTERNAL_ERROR, verdict(NO, SERVER_FAULT, "stream_error"), by="server")
        await link.pause()
        link.reset(stream, H3_INTERNAL_ERROR, ECHO, by="client")
        await link.pause()

        stream = await begun(link, "/answered-otherwise")
        link.stop(stream, H3_REQUEST_CANCELLED, given_up, by="client")
        await link.pause()
        link.reset(stream, H3_NO_ERROR, {"fault": NOBODY, "warns": False})
        await link.pause()


play(scenario)
