#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3 errors: ordinary, unknown, reserved, from HTTP/2, and out of their place.

Unknown and reserved codes and those in an unexpected place count as H3_NO_ERROR (RFC 9114, section 8): no plain
failure is reported beside the finding.
"""
from h3_dialogue import dial
from quic_peers import play
from verdicts import ALLOWED, CLIENT_FAULT, ECHO, FINE, IDEMPOTENT, NOBODY, SAFE, SERVER_FAULT, verdict

HTTP2_CANCEL, GREASE, UNKNOWN_CODE = 0x8, 0x21 + 0x1f * 7, 0xdead
H3_NO_ERROR, H3_INTERNAL_ERROR, H3_EXCESSIVE_LOAD, H3_SETTINGS_ERROR = 0x100, 0x102, 0x107, 0x109
H3_REQUEST_REJECTED, H3_REQUEST_CANCELLED = 0x10b, 0x10c

# A client gives up a request that it has not ended.
GIVEN_UP = [
    (UNKNOWN_CODE, verdict(ALLOWED, None, "unknown_code")),
    (HTTP2_CANCEL, verdict(ALLOWED, None, "foreign_code")),
    (GREASE, verdict(None, NOBODY)),
    (H3_SETTINGS_ERROR, verdict(ALLOWED, None, "wrong_scope")),
    (H3_REQUEST_CANCELLED, verdict(ALLOWED, NOBODY, "stream_error")),
]
# A server gives none of a response.
REFUSED = [
    ("GET", H3_INTERNAL_ERROR, verdict(ALLOWED, SERVER_FAULT, "stream_error")),
    ("POST", H3_REQUEST_REJECTED, verdict(SAFE, NOBODY, "retry_safe", "stream_error")),
]


async def scenario(scene):
    async with dial(scene) as link:
        for code, facts in GIVEN_UP:
            stream = link.ask("/given-up/%#x" % code, end=False)
            await link.pause()
            link.reset(stream, code, facts, by="client")
            await link.pause()
        for method, code, facts in REFUSED:
            stream = link.ask("/refused/%#x" % code, method)
            await link.pause()
            link.reset(stream, code, facts)
            await link.pause()
        await interim(link)
        await early_response(link)
        await link.close(H3_REQUEST_CANCELLED, verdict(None, NOBODY, "wrong_scope"), "a stream's word", by="server")
    async with dial(scene, conn="c2") as link:
        await link.close(H3_EXCESSIVE_LOAD, verdict(IDEMPOTENT, CLIENT_FAULT, "connection_error"), "too much",
                         by="server")


async def interim(link):
    """101 does not exist in HTTP/3 (RFC 9114, section 4.5)."""
    stream = link.ask("/interim/101")
    await link.pause()
    link.answer(stream, 101, verdict(None, None, "invalid_status"))
    await link.pause()
    link.answer(stream, 200, FINE, end=True)
    await link.pause()


async def early_response(link):
    """As RFC 9114, section 4.1 wants it: the response is complete before the server asks to stop."""
    stream = link.ask("/upload", "POST", end=False, body=b"the first part")
    await link.pause()
    link.answer(stream, 200, FINE, end=True, body=b"enough\n")
    await link.pause()
    link.stop(stream, H3_NO_ERROR, FINE, by="server", echo={**FINE, "findings": [ECHO]})
    await link.pause()


play(scenario)
