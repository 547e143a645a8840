#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Vendors' status codes, with the Server header that proves the vendor, and without."""
import asyncio
import sys

from http1_peers import curl, response, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80

# Each row is a connection; "server" in the list is the header in that very response.
CONNECTIONS = [
    ("cloudflare", [520, 521, 522, 523, 524, 525, 526, 527, 530]),
    ("nginx/1.26.3", [444, 494, 495, 496, 497, 499]),
    ("Microsoft-IIS/10.0", [440, 449, 450, 451]),
    ("awselb/2.0", [460, 463, 464, 561]),
    ("Apache/2.4.62 (Debian)", [218, 509]),
    (None, [530, 451, 499, 498, 420, 440, 460, 520, 561]),
]
# The header comes with one response only; what follows is from the same server.
EARLIER = [("cloudflare", 200), (None, 522), (None, 530)]
# And here too late for the first response.
LATER = [(None, 526), ("cloudflare", 200)]


def answer(server, status):
    headers = ["Server: " + server] if server else []
    return response("%d Vendor" % status, *headers, body=b"vendor\n")


async def main(folder):
    connections = [[(server, status) for status in statuses] for server, statuses in CONNECTIONS]
    visits, plan = [], {}
    for number, rows in enumerate(connections + [EARLIER, LATER]):
        visits.append(["/%d/%d" % (number, at) for at in range(len(rows))])
        plan.update({path: [[answer(*row)]] for path, row in zip(visits[-1], rows)})
    async with await serve(HOST, PORT, plan, Sent(folder + "/sent.jsonl")):
        for paths in visits:
            await curl(*("http://%s:%d%s" % (HOST, PORT, path) for path in paths))


asyncio.run(main(sys.argv[1]))
