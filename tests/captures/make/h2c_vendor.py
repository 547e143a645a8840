#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Vendors' status codes on HTTP/2, with and without a Server header, and numbers that are no status."""
import asyncio
import sys

from h2_peers import dial, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80
# The odd ones come with a connection each, so that none can spoil another.
CONNECTIONS = [
    ["/vendor/520/cloudflare", "/vendor/530/cloudflare", "/status/522"],
    ["/vendor/440/Microsoft-IIS%2F10.0", "/vendor/451/Microsoft-IIS%2F10.0"],
    ["/vendor/460/awselb%2F2.0", "/vendor/561/awselb%2F2.0"],
    ["/status/530", "/status/451", "/status/499", "/status/498", "/status/420", "/status/430", "/status/999"],
    ["/status/600"], ["/status/099"], ["/status/2000"], ["/interims/1000/200"], ["/interims/101/200"],
    ["/interims/199/299"],
]


async def main(folder):
    async with await serve(HOST, PORT, Sent(folder + "/sent.jsonl")):
        for paths in CONNECTIONS:
            client = await dial(HOST, PORT)
            for path in paths:
                await client.get(path)
            await client.close()


asyncio.run(main(sys.argv[1]))
