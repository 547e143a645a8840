#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""WebSocket Close codes: fine, abnormal, from the wrong side, and such as must never be on the wire."""
from h2_dialogue import play
from http1_dialogue import dial
from verdicts import AFTER_CHANGE, FINE, SERVER_FAULT, UNCLEAR, UNKNOWN, verdict

LAWLESS = verdict(UNKNOWN, UNCLEAR, "never_on_wire")
CLOSES = [
    (1000, "server", FINE),
    (1001, "client", FINE),
    (1011, "server", verdict(None, SERVER_FAULT, "abnormal_close")),
    # Only clients miss an extension; a server would have failed the handshake (RFC 6455, section 7.4.1).
    (1010, "client", verdict(AFTER_CHANGE, SERVER_FAULT, "abnormal_close")),
    (1010, "server", verdict(None, None, "abnormal_close", "wrong_sender")),
    (999, "client", LAWLESS),
    (1004, "client", LAWLESS),
    (1005, "server", LAWLESS),
    (1006, "server", LAWLESS),
    (1015, "client", LAWLESS),
    (5000, "server", LAWLESS),
]


async def scenario(sent):
    for code, by, facts in CLOSES:
        link = await dial(sent, 80, "%d from %s" % (code, by))
        await link.upgrade("/close/%d" % code)
        await link.close(code, facts, by=by)
        await link.end(by)


play(scenario)
