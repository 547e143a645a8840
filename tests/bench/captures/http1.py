# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/1.1: h2load asks nginx, which answers good and bad news in turn."""
import asyncio
import os
import sys

from nginx import nginx

PORT = 80
RESPONSES, CONNECTIONS = 50_000, 10
STATUSES = (404, 302, 502, 429, 200)
# Without it nginx closes every connection after a thousand requests.
SERVER = """
  server {
    listen 127.0.0.1:%d;
    keepalive_requests %d;
    %s
  }
"""


def server():
    locations = ["location /%d { return %d; }" % (status, status) for status in STATUSES]
    return SERVER % (PORT, RESPONSES, "\n    ".join(locations))


def write_uris(folder):
    path = os.path.join(folder, "uris")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("http://127.0.0.1:%d/%d\n" % (PORT, status) for status in STATUSES)
    return path


async def main(folder):
    async with nginx(folder, locations="", around=server()):
        load = await asyncio.create_subprocess_exec(
            "h2load", "--h1", "-n", str(RESPONSES), "-c", str(CONNECTIONS), "-i", write_uris(folder),
            stdout=asyncio.subprocess.DEVNULL)
        if await load.wait():
            raise RuntimeError("h2load failed")


asyncio.run(main(sys.argv[1]))
