#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""h2o pull request 3308: whatever reset the upstream sent, the client got REFUSED_STREAM and could retry.

Two connections: the client's to the proxy, and the proxy's to the upstream server, which has begun to work.
"""
from h2_dialogue import dial, play
from verdicts import ALLOWED, NO, NOBODY, SAFE, SERVER_FAULT, verdict

INTERNAL_ERROR, REFUSED_STREAM, CANCEL = 0x2, 0x7, 0x8


async def scenario(sent):
    client = await dial(sent, 80, "client to proxy")
    upstream = await dial(sent, 8080, "proxy to upstream")
    for method, code, retry, fault in (("POST", INTERNAL_ERROR, NO, SERVER_FAULT),
                                       ("GET", CANCEL, ALLOWED, NOBODY)):
        order = {"path": "/orders", "method": method, "body": b"one bicycle" if method == "POST" else b""}
        front = client.ask(**order)
        await client.pause()
        back = upstream.ask(**order)
        await upstream.pause()
        upstream.reset(back, code, verdict(retry, fault, "stream_error"))
        await upstream.pause()
        # The promise that nothing was processed is false; this connection alone cannot show it.
        client.reset(front, REFUSED_STREAM, verdict(SAFE, NOBODY, "retry_safe", "stream_error"))
        await client.pause()
    await upstream.end()
    await client.end()


play(scenario)
