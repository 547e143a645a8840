#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""hyperium/h2 pull request 634: CANCEL after a complete response, where the request was still open.

nginx in front of it took that for a failure (its ticket 2376). NO_ERROR is what asks to stop the request.
"""
from h2_dialogue import dial, play
from verdicts import FINE, NOBODY, NOT_A_FAILURE, verdict

CANCEL, GRPC_OK = 0x8, 0
MESSAGE = b"\0\0\0\0\0"


async def scenario(sent):
    link = await dial(sent, 80)
    stream = link.ask("/agent.Agent/StreamToServer", "POST", end=False, body=MESSAGE,
                      content_type="application/grpc", te="trailers")
    await link.pause()
    link.answer(stream, 200, FINE, body=MESSAGE, content_type="application/grpc")
    link.grpc_status(stream, GRPC_OK, FINE)
    link.reset(stream, CANCEL, verdict(NOT_A_FAILURE, NOBODY, "cancel_after_complete"))
    await link.end()


play(scenario)
