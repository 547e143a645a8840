#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""120 streams opened and cancelled at once (CVE-2023-44487), and a client that cancels 30: no attack.

The cancellation that makes it 100 within a second is the one that says so, once for the connection.
"""
from h2_dialogue import dial, play
from verdicts import ALLOWED, NOBODY, verdict

CANCEL = 0x8
THRESHOLD, A_SEGMENT = 100, 10


async def cancel(link, streams):
    for number in range(1, streams + 1):
        attack = ["rapid_reset"] if number == THRESHOLD else []
        link.reset(link.ask("/search"), CANCEL, verdict(ALLOWED, NOBODY, "stream_error", *attack), by="client")
        if number % A_SEGMENT == 0:
            await link.pause()


async def scenario(sent):
    for conn, streams in (("attack", 120), ("browsing", 30)):
        link = await dial(sent, 80, conn)
        await cancel(link, streams)
        await link.end()


play(scenario)
