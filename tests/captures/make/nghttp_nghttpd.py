#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""nghttp and nghttpd over TLS; both logs tell what went over the wire."""
import asyncio
import os
import re
import sys

from quic_peers import make_certificate
from sent import Sent

PORT = 443
PATHS = ("index.html", "missing", "index.html?again")

STATUS = re.compile(r"^recv \(stream_id=(\d+)\) :status: (\d+)")
GOAWAY = re.compile(r"^send GOAWAY frame")
LAST = re.compile(r"last_stream_id=(\d+), error_code=\w+\(0x([0-9a-f]+)\)")
TIME = re.compile(r"^(\[id=\d+\] )?\[ *\d+\.\d+\] ")


def note(sent, log, sender):
    """Statuses as the client received them, GOAWAY as each side sent it."""
    lines = [TIME.sub("", line.strip()) for line in log.splitlines()]
    for at, line in enumerate(lines):
        if status := STATUS.match(line):
            sent("HEADERS", "http_status", int(status.group(2)), "server", stream=int(status.group(1)), src="peerlog")
        elif GOAWAY.match(line):
            last, code = LAST.search(lines[at + 1]).groups()
            sent("GOAWAY", "http2", int(code, 16), sender, last_stream_id=int(last), src="peerlog")


async def main(folder):
    sent = Sent(folder + "/sent.jsonl")
    cert, key = make_certificate(folder)
    os.mkdir(folder + "/site")
    with open(folder + "/site/index.html", "w", encoding="utf-8") as file:
        file.write("welcome\n")
    server = await asyncio.create_subprocess_exec(
        "stdbuf", "-oL", "nghttpd", "-v", "-a", "127.0.0.1", "-d", folder + "/site", str(PORT), key, cert,
        stdout=asyncio.subprocess.PIPE)
    await asyncio.sleep(1)
    client = await asyncio.create_subprocess_exec(
        "nghttp", "-v", "-n", "-y", *("https://127.0.0.1:%d/%s" % (PORT, path) for path in PATHS),
        env=dict(os.environ, SSLKEYLOGFILE=folder + "/keys.log"), stdout=asyncio.subprocess.PIPE)
    client_log, _ = await asyncio.wait_for(client.communicate(), 20)
    await asyncio.sleep(0.3)
    server.terminate()
    server_log, _ = await server.communicate()
    note(sent, client_log.decode(), "client")
    note(sent, server_log.decode(), "server")


asyncio.run(main(sys.argv[1]))
