#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Retry-After with 503, 429 and 301, as seconds and as a date, over HTTP/1.1 and HTTP/2."""
import h2_dialogue
import http1_dialogue
from verdicts import AFTER_DELAY, CLIENT_FAULT, NOBODY, NOT_A_FAILURE, SERVER_FAULT, verdict

DATE = "Fri, 31 Dec 2027 23:59:59 GMT"
ANSWERS = [
    ("503 Service Unavailable", "120", verdict(AFTER_DELAY, SERVER_FAULT, "server_error")),
    ("429 Too Many Requests", DATE, verdict(AFTER_DELAY, CLIENT_FAULT, "client_error")),
    ("301 Moved Permanently", "5", verdict(NOT_A_FAILURE, NOBODY)),
]


async def scenario(sent):
    link = await http1_dialogue.dial(sent, 80, "HTTP/1.1")
    for status, delay, facts in ANSWERS:
        await link.ask("/" + status.split()[0])
        await link.answer(status, {**facts, "retry_after": delay}, "Retry-After: " + delay, "Location: /new",
                          "Content-Length: 0")
    await link.end()
    link = await h2_dialogue.dial(sent, 8080, "HTTP/2")
    for status, delay, facts in ANSWERS:
        number = int(status.split()[0])
        stream = link.ask("/%d" % number)
        await link.pause()
        link.answer(stream, number, {**facts, "retry_after": delay}, end=True, retry_after=delay, location="/new")
        await link.pause()
    await link.end()


h2_dialogue.play(scenario)
