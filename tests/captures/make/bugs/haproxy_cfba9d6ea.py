#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""haproxy commit cfba9d6ea: REFUSED_STREAM on an upload of which the server had taken in a part."""
from h2_dialogue import dial, play
from verdicts import NOBODY, SAFE, verdict

REFUSED_STREAM = 0x7
PART = b"a part of the upload\n" * 20


async def scenario(sent):
    link = await dial(sent, 80)
    stream = link.ask("/upload", "POST", end=False, body=PART, content_length=10000)
    await link.pause()
    link.credit(stream, len(PART))
    await link.pause()
    link.data(stream, PART, by="client")
    await link.pause()
    # Taken in is not yet processed: the promise may be false, but nothing here proves it.
    link.reset(stream, REFUSED_STREAM, verdict(SAFE, NOBODY, "retry_safe", "stream_error"))
    await link.end()


play(scenario)
