#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""GOAWAY and the requests that it leaves out: those above its last stream were not processed (RFC 9113, 6.8)."""
from h2_dialogue import dial, play
from verdicts import ALLOWED, CLIENT_FAULT, FINE, NOBODY, SAFE, SERVER_FAULT, UNKNOWN, verdict

NO_ERROR, INTERNAL_ERROR, CANCEL, ENHANCE_YOUR_CALM = 0x0, 0x2, 0x8, 0xb
ANY_STREAM = 0x7fffffff
NOTHING_LOST = {**FINE, "unprocessed": []}


async def restart(link):
    first = link.ask("/a")
    lost = [link.ask("/b"), link.ask("/c", "POST")]
    await link.pause()
    link.goaway(NO_ERROR, first, verdict(SAFE, NOBODY, "retry_safe", unprocessed=lost), "restarting")
    await link.pause()
    link.answer(first, 200, FINE, end=True, body=b"still served\n")


async def overload(link):
    done = link.ask("/a")
    await link.pause()
    link.answer(done, 200, FINE, end=True, body=b"served\n")
    lost = [link.ask("/b"), link.ask("/c")]
    await link.pause()
    link.goaway(ENHANCE_YOUR_CALM, done,
                verdict(SAFE, CLIENT_FAULT, "connection_error", "retry_safe", unprocessed=lost), "too_many_pings")


async def breakdown(link):
    link.ask("/a")
    last = link.ask("/b")
    await link.pause()
    link.goaway(INTERNAL_ERROR, last, verdict(ALLOWED, SERVER_FAULT, "connection_error", unprocessed=[]))


async def graceful(link):
    """The announcement leaves nothing out; the second GOAWAY does, and a reset then changes nothing in that."""
    first = link.ask("/a")
    await link.pause()
    # What it accepts goes on: nothing tells how it ends.
    link.goaway(NO_ERROR, ANY_STREAM, verdict(UNKNOWN, NOBODY, unprocessed=[]))
    await link.pause()
    late = link.ask("/b", "POST")
    await link.pause()
    link.goaway(NO_ERROR, first, verdict(SAFE, NOBODY, "retry_safe", unprocessed=[late]))
    link.reset(late, CANCEL, verdict(SAFE, NOBODY, "retry_safe", "stream_error"))
    link.answer(first, 200, FINE, end=True, body=b"still served\n")


async def from_client(link):
    """A client's GOAWAY names the last *pushed* stream: its own requests go on."""
    stream = link.ask("/a")
    await link.pause()
    link.goaway(NO_ERROR, 0, NOTHING_LOST, by="client")
    await link.pause()
    link.answer(stream, 200, FINE, end=True, body=b"served\n")


async def scenario(sent):
    for position, act in enumerate((restart, overload, breakdown, graceful, from_client), 1):
        link = await dial(sent, 80, "c%d" % position)
        await act(link)
        await link.end()


play(scenario)
