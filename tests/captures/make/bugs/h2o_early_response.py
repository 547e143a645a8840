#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""h2o asks to stop an upload with 0x10e, which is H3_MESSAGE_ERROR."""
from h3_dialogue import dial
from quic_peers import play
from verdicts import AFTER_CHANGE, CLIENT_FAULT, ECHO, FINE, NOBODY, NOT_A_FAILURE, verdict

H3_NO_ERROR, H3_MESSAGE_ERROR = 0x100, 0x10e


async def scenario(scene):
    async with dial(scene) as link:
        stream = link.ask("/upload", "POST", end=False, body=b"the first part", content_length="10000")
        await link.pause()
        link.answer(stream, 413, verdict(AFTER_CHANGE, CLIENT_FAULT, "client_error"), end=True,
                    body=b"too large\n", server="h2o")
        await link.pause()
        link.stop(stream, H3_MESSAGE_ERROR, verdict(NOT_A_FAILURE, CLIENT_FAULT, "cancel_after_complete"),
                  by="server", echo=verdict(NOT_A_FAILURE, NOBODY, ECHO))
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
