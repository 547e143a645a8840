#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""REFUSED_STREAM promises that nothing was processed (RFC 9113, section 8.7): kept, and broken by a response before
it."""
from h2_dialogue import dial, play
from verdicts import ALLOWED, FINE, NO, NOBODY, SAFE, verdict

REFUSED_STREAM = 0x7


async def scenario(sent):
    link = await dial(sent, 80)
    kept = link.ask("/kept", "POST")
    await link.pause()
    link.reset(kept, REFUSED_STREAM, verdict(SAFE, NOBODY, "retry_safe", "stream_error"))
    for method, retry in (("GET", ALLOWED), ("POST", NO)):
        broken = link.ask("/broken", method)
        await link.pause()
        link.answer(broken, 200, FINE, body=b"the first half\n")
        await link.pause()
        link.reset(broken, REFUSED_STREAM, verdict(retry, None, "false_refusal", "stream_error"))
    await link.end()


play(scenario)
