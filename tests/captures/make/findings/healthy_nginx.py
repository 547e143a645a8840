#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""curl over HTTP/1.1 and HTTP/2, and nghttp, with nginx: a good day."""
import asyncio
import os
import re
import sys

from curl import curl
from everyday import PAGE, REQUESTS, Judge, curl_options, facts_of, leave
from nginx import URL, nginx
from sent import Sent
from verdicts import FINE

LOCATIONS = "location = /no-content { return 204; } location = /moved { return 301 /index.html; }"
STATUS = re.compile(r"recv \(stream_id=(\d+)\) :status: (\d+)")


async def nghttp(sent, folder):
    """nghttp's own log tells what it got; it leaves with GOAWAY."""
    process = await asyncio.create_subprocess_exec(
        "nghttp", "-v", "-n", "-y", URL + "/index.html", URL + "/missing",
        env=dict(os.environ, SSLKEYLOGFILE=folder + "/keys.log"), stdout=asyncio.subprocess.PIPE)
    log, _ = await asyncio.wait_for(process.communicate(), 20)
    for stream, status in STATUS.findall(log.decode()):
        sent("HEADERS", "http_status", int(status), "server", stream=int(stream), conn="nghttp", src="peerlog",
             **facts_of(int(status)))
    if b"send GOAWAY" in log:
        sent("GOAWAY", "http2", 0, "client", conn="nghttp", src="peerlog", last_stream_id=0, unprocessed=[], **FINE)


async def main(folder):
    sent = Sent(folder + "/sent.jsonl")
    async with nginx(folder, LOCATIONS, {"index.html": PAGE}):
        await curl(Judge(sent), folder, [], *curl_options(URL, "--http1.1"), carrier="STATUS_LINE", conn="HTTP/1.1")
        results = await curl(Judge(sent), folder, [], *curl_options(URL, "--http2"), carrier="HEADERS",
                             conn="HTTP/2", streams=range(1, 2 * len(REQUESTS), 2))
        leave(sent, "HTTP/2", results)
        await nghttp(sent, folder)


asyncio.run(main(sys.argv[1]))
