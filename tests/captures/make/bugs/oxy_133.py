#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""vulcand/oxy issue 133: a proxy forwards its library's 1006 to the server, in a Close frame.

Two connections: the client's to the proxy, which ends without a Close, and the proxy's to the server.
"""
from h2_dialogue import play
from http1_dialogue import dial
from verdicts import CLIENT_FAULT, UNCLEAR, UNKNOWN, verdict

PROTOCOL_ERROR, ABNORMAL_CLOSURE = 1002, 1006


async def scenario(sent):
    client = await dial(sent, 80, "client to proxy")
    await client.upgrade("/chat")
    server = await dial(sent, 8080, "proxy to server")
    await server.upgrade("/chat")
    await client.end(by="client")
    await server.close(ABNORMAL_CLOSURE, verdict(UNKNOWN, UNCLEAR, "never_on_wire"), "unexpected EOF", by="client")
    await server.close(PROTOCOL_ERROR, verdict(UNKNOWN, CLIENT_FAULT, "abnormal_close"), "invalid close code")
    await server.end()


play(scenario)
