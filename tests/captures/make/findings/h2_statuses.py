#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statuses over HTTP/2: where the method decides, and 101, which HTTP/2 does not have (RFC 9113, section 8.6)."""
from h2_dialogue import dial, play
from verdicts import ALLOWED, ANOTHER_WAY, CLIENT_FAULT, FINE, NO, SERVER_FAULT, verdict

INVALID = verdict(None, None, "invalid_status")
FINAL = [
    (200, "GET", FINE),
    (404, "GET", verdict(NO, CLIENT_FAULT, "client_error")),
    (425, "GET", verdict(ANOTHER_WAY, CLIENT_FAULT, "client_error")),
    (502, "GET", verdict(ALLOWED, SERVER_FAULT, "server_error")),
    (502, "POST", verdict(NO, SERVER_FAULT, "server_error")),
    (504, "PUT", verdict(ALLOWED, SERVER_FAULT, "server_error")),
    (504, "PATCH", verdict(NO, SERVER_FAULT, "server_error")),
    (600, "GET", INVALID),
    (2000, "GET", INVALID),
]


async def scenario(sent):
    link = await dial(sent, 80)
    for interim, facts in ((103, FINE), (101, INVALID)):
        stream = link.ask("/interim/%d" % interim)
        await link.pause()
        link.answer(stream, interim, facts)
        await link.pause()
        link.answer(stream, 200, FINE, end=True, body=b"final\n")
        await link.pause()
    for status, method, facts in FINAL:
        stream = link.ask("/status/%d" % status, method)
        await link.pause()
        link.answer(stream, status, facts, end=True, body=b"final\n")
        await link.pause()
    await link.end()


play(scenario)
