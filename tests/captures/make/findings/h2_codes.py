#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/2 errors: ordinary, unknown, from HTTP/3, and out of their place, on streams and on connections.

An unknown code may be taken for INTERNAL_ERROR, and one out of its place has no meaning (RFC 9113, section 7):
they are failures all the same.
"""
from h2_dialogue import dial, play
from verdicts import (AFTER_CHANGE, ALLOWED, ANOTHER_WAY, CLIENT_FAULT, FINE, IDEMPOTENT, NO, NOBODY, NOT_A_FAILURE,
                      SERVER_FAULT, UNCLEAR, verdict)

NO_ERROR, INTERNAL_ERROR, STREAM_CLOSED, REFUSED_STREAM, CANCEL = 0x0, 0x2, 0x5, 0x7, 0x8
COMPRESSION_ERROR, HTTP_1_1_REQUIRED, UNKNOWN_CODE = 0x9, 0xd, 0xabad
H3_INTERNAL_ERROR, H3_REQUEST_CANCELLED = 0x102, 0x10c

# Resets of a request without any response.
RESETS = [
    ("server", "GET", UNKNOWN_CODE, verdict(ALLOWED, UNCLEAR, "stream_error", "unknown_code")),
    ("client", "GET", H3_REQUEST_CANCELLED, verdict(ALLOWED, UNCLEAR, "stream_error", "foreign_code")),
    ("server", "GET", COMPRESSION_ERROR, verdict(AFTER_CHANGE, CLIENT_FAULT, "stream_error", "wrong_scope")),
    ("server", "POST", INTERNAL_ERROR, verdict(NO, SERVER_FAULT, "stream_error")),
    ("client", "GET", CANCEL, verdict(ALLOWED, NOBODY, "stream_error")),
    ("server", "GET", HTTP_1_1_REQUIRED, verdict(ANOTHER_WAY, NOBODY, "stream_error")),
]


async def scenario(sent):
    link = await dial(sent, 80)
    for by, method, code, facts in RESETS:
        stream = link.ask("/reset/%#x" % code, method)
        await link.pause()
        link.reset(stream, code, facts, by)
        await link.pause()
    await after_complete_responses(link)
    link.goaway(H3_INTERNAL_ERROR, link.next_stream - 2,
                verdict(IDEMPOTENT, UNCLEAR, "connection_error", "foreign_code", unprocessed=[]))
    await link.end()
    link = await dial(sent, 80, "c2")
    link.ask("/open")
    await link.pause()
    link.goaway(REFUSED_STREAM, 1, verdict(None, NOBODY, "connection_error", "wrong_scope", unprocessed=[]))
    await link.end()
    link = await dial(sent, 80, "c3")
    link.goaway(UNKNOWN_CODE, 0, verdict(IDEMPOTENT, UNCLEAR, "connection_error", "unknown_code", unprocessed=[]))
    await link.end()


async def after_complete_responses(link):
    stream = link.ask("/no-content")
    await link.pause()
    link.answer(stream, 204, FINE, end=True)
    await link.pause()
    # What curl does. The code blames the server, whose response was faultless: nothing to say of a fault.
    link.reset(stream, STREAM_CLOSED, verdict(NOT_A_FAILURE, None, "cancel_after_complete"), by="client")
    await link.pause()
    stream = link.ask("/upload", "POST", end=False, body=b"the first part")
    await link.pause()
    link.answer(stream, 200, FINE, end=True, body=b"enough\n")
    link.reset(stream, NO_ERROR, FINE)
    await link.pause()


play(scenario)
