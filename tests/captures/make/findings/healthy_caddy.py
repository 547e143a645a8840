#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""curl over HTTP/1.1, HTTP/2 and HTTP/3 with caddy: a good day."""
import os

from caddy import caddy
from curl import curl
from everyday import PAGE, REQUESTS, Judge, curl_options, leave
from quic_peers import play

HOST, PORT = "127.0.0.1", 443
DIRECTIVES = """
  root * {folder}/site
  respond /no-content 204
  redir /moved /index.html 301
  file_server
"""


async def scenario(scene):
    os.mkdir(scene.folder + "/site")
    with open(scene.folder + "/site/index.html", "wb") as file:
        file.write(PAGE)
    async with caddy(scene, HOST, PORT, DIRECTIVES.format(folder=scene.folder)):
        for conn, option, streams in (("HTTP/1.1", "--http1.1", None),
                                      ("HTTP/2", "--http2", range(1, 2 * len(REQUESTS), 2)),
                                      ("HTTP/3", "--http3-only", range(0, 4 * len(REQUESTS), 4))):
            options = curl_options("https://tour.example", option, "--resolve", "tour.example:443:" + HOST)
            results = await curl(Judge(scene.sent), scene.folder, [], *options, conn=conn, streams=streams,
                                 carrier="HEADERS" if streams else "STATUS_LINE")
            leave(scene.sent, conn, results)


play(scenario)
