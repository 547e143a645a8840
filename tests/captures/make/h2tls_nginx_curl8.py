#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""nginx's statuses, everyday and odd, to curl on one TLS connection. curl says what it got."""
import asyncio
import sys

from curl import curl
from nginx import URL, nginx
from sent import Sent

RETURNED = (204, 301, 418, 429, 500, 502, 503, 504)
LOCATIONS = "".join("location = /%d { return %d; }" % (status, status) for status in RETURNED) + """
client_max_body_size 10;
location = /busy { limit_req zone=one; }
location = /forbidden { deny all; }
location = /nowhere { proxy_pass http://127.0.0.1:9; }
"""
ZONE = "limit_req_zone $server_name zone=one:32k rate=1r/m;"
FILES = {"index.html": b"welcome\n", "busy": b"busy\n"}
# What curl is told beside the path.
REQUESTS = [
    ("/index.html",), ("/204",), ("/301",), ("/index.html", "-H", "If-None-Match: *"),
    ("/missing",), ("/index.html", "-d", "x=1"), ("/index.html", "-d", "more than ten bytes"),
    ("/index.html", "-r", "100-200"), ("/418",), ("/429",), ("/500",), ("/502",), ("/503",), ("/504",),
    ("/forbidden",), ("/busy",), ("/busy",), ("/nowhere",), ("/index.html",),
]


async def main(folder):
    sent = Sent(folder + "/sent.jsonl")
    options = []
    for path, *more in REQUESTS:
        # After --next the options are as if never set.
        options += ["--next", "-k", "--http2", "-s", "-w", "%{http_code} %{local_port}\n", "-o", "/dev/null",
                    *more, URL + path]
    async with nginx(folder, LOCATIONS, FILES, ZONE):
        await curl(sent, folder, [], *options[1:], carrier="HEADERS", conn="c1",
                   streams=range(1, 2 * len(REQUESTS), 2))


asyncio.run(main(sys.argv[1]))
