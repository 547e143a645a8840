# SPDX-License-Identifier: GPL-2.0-or-later
"""Caddy between HTTP/3 and cleartext HTTP/2: what the origin does, what the proxy makes of it, what curl sees."""
import asyncio
import json
import os
import subprocess

import h2_origin
from caddy import caddy

FRONT, BACK = 8443, 8088
# Seconds after which curl gives up.
PATIENCE = 1


def ask(scene, number, path):
    """One curl, so one HTTP/3 connection; what it saw."""
    url = "https://tour.example:%d%s?n=%d" % (FRONT, path, number)
    request_id = "req-%02d" % number
    report = subprocess.run(
        ["curl", "-s", "-m", str(PATIENCE), "-w", "%{json}", "-o", "/dev/null", "--http3-only", "--cacert", scene.cert,
         "--resolve", "tour.example:%d:127.0.0.1" % FRONT, "-H", "X-Request-Id: " + request_id, url],
        env=dict(os.environ, SSLKEYLOGFILE=os.path.join(scene.folder, "keys.log")), capture_output=True, text=True)
    seen = json.loads(report.stdout)
    return {"request_id": request_id, "path": "%s?n=%d" % (path, number), "client_port": seen["local_port"],
            "http_code": seen["http_code"], "curl_exit": report.returncode, "bytes": seen["size_download"],
            "seconds": seen["time_total"], "curl_error": seen["errormsg"] or ""}


def origin_labels():
    """Names for the origin's connections, in the order in which the proxy opens them."""
    ports = []

    def label(cport):
        ports.append(cport)
        return "origin%d" % len(ports)

    return label


async def play_requests(scene, first, requests):
    """One after the other, numbered from `first`."""
    loop = asyncio.get_running_loop()
    await h2_origin.serve("127.0.0.1", BACK, scene.sent, origin_labels())
    seen = os.path.join(scene.folder, "clientsaw.jsonl")
    with open(seen, "w") as log:
        async with caddy(scene, "127.0.0.1", FRONT, "reverse_proxy h2c://127.0.0.1:%d" % BACK):
            for number, path in enumerate(requests, first):
                saw = await loop.run_in_executor(None, ask, scene, number, path)
                log.write(json.dumps(saw) + "\n")
                if saw["http_code"]:
                    scene.sent("HEADERS", "http_status", saw["http_code"], "server", stream=0,
                               conn="front%02d" % number, cport=saw["client_port"], sport=FRONT, src="curl",
                               request_id=saw["request_id"], path=saw["path"])
                # The proxy ends what curl gave up on.
                await asyncio.sleep(0.1)
