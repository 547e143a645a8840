#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""envoy issue 36200: the upstream server fails in mid-response, and the client is told NO_ERROR."""
from h2_dialogue import dial, play
from verdicts import ALLOWED, FINE, NOBODY, verdict

NO_ERROR = 0x0


async def scenario(sent):
    link = await dial(sent, 80)
    stream = link.ask("/report")
    await link.pause()
    link.answer(stream, 200, FINE, content_length=3000, server="envoy")
    link.data(stream, b"a third of it\n" * 70)
    await link.pause()
    link.reset(stream, NO_ERROR, verdict(ALLOWED, NOBODY, "no_error_unfinished"))
    await link.end()


play(scenario)
