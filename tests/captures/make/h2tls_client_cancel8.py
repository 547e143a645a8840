#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clients that give up on a slow body, each in its own way."""
import asyncio
import os
import re
import sys

from curl import curl
from nginx import HOST, PORT, URL, nginx
from sent import Sent

SLOW = "location = /slow { limit_rate 500; limit_rate_after 1k; }"
FILES = {"slow": b"drop by drop\n" * 1000, "fast": b"done\n"}
TIMEOUT = "0.6"


async def run(folder, *command):
    env = dict(os.environ, SSLKEYLOGFILE=folder + "/keys.log")
    process = await asyncio.create_subprocess_exec(*command, env=env, stdout=asyncio.subprocess.PIPE,
                                                   stderr=asyncio.subprocess.STDOUT)
    output, _ = await asyncio.wait_for(process.communicate(), 30)
    return output.decode()


async def nghttp(sent, folder):
    """nghttp's own log tells what went over the wire."""
    log = await run(folder, "nghttp", "-v", "-n", "-y", "-t", "1", URL + "/slow")
    stream = int(re.search(r"recv \(stream_id=(\d+)\) :status: 200", log).group(1))
    sent("HEADERS", "http_status", 200, "server", stream=stream, conn="nghttp", src="peerlog")
    if "send RST_STREAM" in log or "send GOAWAY" in log:
        raise RuntimeError("nghttp was expected to leave without a word")


async def node(sent, folder):
    """Node says what it received and sent, a line each: carrier, code, sender, stream, its port."""
    log = await run(folder, "node", "h2tls_cancel_client.js", "https://%s:%d" % (HOST, PORT), folder + "/keys.log")
    for line in log.splitlines():
        carrier, code, sender, stream, cport = line.split()
        sent(carrier, "http_status" if carrier == "HEADERS" else "http2", int(code), sender,
             stream=None if stream == "-" else int(stream), conn="node",
             cport=int(cport), **({"src": "received"} if sender == "server" else {}))


async def main(folder):
    sent = Sent(folder + "/sent.jsonl")
    async with nginx(folder, SLOW, FILES):
        # One curl, two transfers: the second shows that the connection lives on.
        await curl(sent, folder, [URL + "/slow", URL + "/fast"], "-k", "--http2", "--max-time", TIMEOUT,
                   carrier="HEADERS", conn="curl", streams=[1, 3])
        await nghttp(sent, folder)
        await node(sent, folder)


asyncio.run(main(sys.argv[1]))
