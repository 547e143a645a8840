#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Status codes of Tencent EdgeOne, with its Server header and without, and of vendors that the host proves."""
import asyncio
import sys

from http1_peers import curl, response, serve
from sent import Sent

HOST, PORT = "127.0.0.1", 80

EDGEONE = [418, 423, *range(520, 526), *range(550, 556), 566, 567]
# Each row is a connection; "server" is the header in every response of it.
CONNECTIONS = [
    ("TencentEdgeOne", EDGEONE),
    ("nginx", [418, 423, 449, 456, 520, 550, 566]),
    ("openresty", [298, 419, 478, 573, 579, 599, 608, 612, 614, 630, 631, 640, 701]),
]


# The same server under the names of services: it is the request's host that tells.
HOSTS = {
    "api.binance.com": [409, 418],
    "store.documents.azure.com": [449],
    "api.deepl.com": [456],
    "rs-z0.qiniuapi.com": [298, 419, 599, 612],
    "api.anthropic.com": [529],
    "www.example.com": [409, 418, 529],
}


def answer(server, status, **more):
    return response("%d Vendor" % status, "Server: " + server, body=b"vendor\n", **more)


async def main(folder):
    visits, plan = [], {}
    for number, (server, statuses) in enumerate(CONNECTIONS):
        paths = ["/%d/%d" % (number, status) for status in statuses]
        plan.update({path: [[answer(server, status)]] for path, status in zip(paths, statuses)})
        visits.append(["http://%s:%d%s" % (HOST, PORT, path) for path in paths])
    for host, statuses in HOSTS.items():
        paths = ["/%s/%d" % (host, status) for status in statuses]
        plan.update({path: [[answer("nginx", status, host=host)]] for path, status in zip(paths, statuses)})
        visits.append(["--connect-to", "::%s:%d" % (HOST, PORT), *("http://" + host + path for path in paths)])
    async with await serve(HOST, PORT, plan, Sent(folder + "/sent.jsonl")):
        for arguments in visits:
            await curl(*arguments)


asyncio.run(main(sys.argv[1]))
