#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""node issue 65509: whoever gives up, and on whatever, says 0x0: no H3_REQUEST_CANCELLED.

First a client that cancels an upload, with the two frames that it takes, then a server that abandons its response.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, ECHO, FINE, NO, NOBODY, NOT_A_FAILURE, verdict

HTTP2_NO_ERROR, H3_NO_ERROR = 0x0, 0x100


async def scenario(scene):
    async with dial(scene) as link:
        upload = link.ask("/upload", "POST", end=False, body=b"the first part")
        await link.pause()
        given_up = verdict(NO, NOBODY, ECHO)
        link.reset(upload, HTTP2_NO_ERROR, given_up, by="client")
        link.stop(upload, HTTP2_NO_ERROR, given_up, by="client",
                  echo=verdict(NOT_A_FAILURE, NOBODY, echo=True))
        await link.pause()
        film = link.ask("/film")
        await link.pause()
        link.answer(film, 200, FINE, body=b"the first scene\n")
        await link.pause()
        link.reset(film, HTTP2_NO_ERROR, verdict(ALLOWED, NOBODY, ECHO, "no_error_unfinished"))
        await link.close(H3_NO_ERROR, FINE)


play(scenario)
