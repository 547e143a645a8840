#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/1.1 statuses: plain failures, and numbers that are unassigned, retired or invalid.

An unassigned status is a failure if its class is one (RFC 9110, section 15); an invalid one has no class.
"""
from h2_dialogue import play
from http1_dialogue import dial
from verdicts import ALLOWED, CLIENT_FAULT, FINE, NO, NOBODY, NOT_A_FAILURE, SERVER_FAULT, verdict

INVALID = verdict(None, None, "invalid_status")
STATUSES = [
    ("200 OK", "GET", FINE),
    ("299 Unassigned", "GET", verdict(NOT_A_FAILURE, NOBODY, "unknown_code")),
    ("306 Switch Proxy", "GET", verdict(None, NOBODY, "obsolete_code")),
    ("404 Not Found", "GET", verdict(NO, CLIENT_FAULT, "client_error")),
    ("418 I'm a teapot", "GET", verdict(None, CLIENT_FAULT, "client_error", "obsolete_code")),
    ("477 Unassigned", "GET", verdict(None, CLIENT_FAULT, "client_error", "unknown_code")),
    ("500 Internal Server Error", "GET", verdict(ALLOWED, SERVER_FAULT, "server_error")),
    ("500 Internal Server Error", "POST", verdict(NO, SERVER_FAULT, "server_error")),
    ("510 Not Extended", "GET", verdict(None, SERVER_FAULT, "obsolete_code", "server_error")),
    ("577 Unassigned", "GET", verdict(ALLOWED, SERVER_FAULT, "server_error", "unknown_code")),
    ("2000 OK", "GET", INVALID),
    ("099 Low", "GET", INVALID),
    ("600 Beyond", "GET", INVALID),
]


async def scenario(sent):
    for at, (status, method, facts) in enumerate(STATUSES):
        # A connection each: no reader has to make sense of one line to find the next.
        link = await dial(sent, 80, "c%d" % (at + 1))
        await link.ask("/%d" % at, method)
        await link.answer(status, facts, "Content-Length: 4", body=b"odd\n")
        await link.end()


play(scenario)
