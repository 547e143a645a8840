# SPDX-License-Identifier: GPL-2.0-or-later
"""Caddy as an HTTPS and HTTP/3 server, set up for one scenario."""
import asyncio
import os
import re
from contextlib import asynccontextmanager

CONFIG = """
{{
  admin off
  auto_https disable_redirects
}}
https://tour.example:{port} {{
  bind {host}
  tls {cert} {key}
  {directives}
}}
"""


def listening(port):
    """Whether somebody in this network namespace has bound this UDP port."""
    with open("/proc/net/udp") as table, open("/proc/net/udp6") as table6:
        return re.search(r":%04X [0-9A-F]+:0000 07" % port, table.read() + table6.read())


@asynccontextmanager
async def caddy(scene, host, port, directives):
    """Caddy runs, with these directives in its site block, as long as the context lasts."""
    config = os.path.join(scene.folder, "Caddyfile")
    with open(config, "w") as file:
        file.write(CONFIG.format(host=host, port=port, cert=scene.cert, key=scene.key,
                                 directives=directives))
    with open(os.path.join(scene.folder, "caddy.log"), "w") as log:
        process = await asyncio.create_subprocess_exec(
            "caddy", "run", "--adapter", "caddyfile", "--config", config, stdout=log, stderr=log,
            env=dict(os.environ, HOME=scene.folder))
    try:
        for _ in range(100):
            if listening(port):
                break
            await asyncio.sleep(0.1)
        yield
    finally:
        process.terminate()
        await process.wait()
