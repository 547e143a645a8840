# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: one capture that goes through the whole HTTP family, ordinary and odd codes.

Every peer has an address of its own out of the ranges kept for documentation, so that the
capture reads without a key. Needs a network namespace of its own: it adds the addresses to lo.
"""
import asyncio
import os
import subprocess
from contextlib import asynccontextmanager

import tour_grpc
import tour_http1
import tour_http2
import tour_http3
import tour_websocket
from caddy import caddy
from quic_peers import play

NGINX_CONF = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/nginx-body;
  server {{
    listen {host}:80;
    listen {host}:443 ssl;
    http2 on;
    ssl_certificate {cert}; ssl_certificate_key {key};
    location = / {{ return 200 "welcome\\n"; }}
    location = /logo.svg {{ return 304; }}
    location = /api {{ add_header Retry-After 30 always; return 503 "maintenance\\n"; }}
  }}
}}
"""
CADDY_SITE = """respond / "welcome" 200
  respond /missing 404
  reverse_proxy /backend {nowhere}:81"""


class Stage:
    """Who lives where, and what every act needs."""

    CLIENT = "198.51.100.7"
    NGINX, BARE, ORIGIN, GRPC = "192.0.2.10", "192.0.2.20", "192.0.2.30", "192.0.2.40"
    CADDY, AIOQUIC, STRANGER, WEBSOCKET = "192.0.2.50", "192.0.2.60", "192.0.2.70", "192.0.2.80"
    # No such address: a proxy that asks there answers 502.
    NOWHERE = "203.0.113.1"

    def __init__(self, scene):
        self.scene, self.folder, self.sent = scene, scene.folder, scene.sent
        self.cert, self.key = scene.cert, scene.key

    def give_addresses(self):
        ip("addr", "add", self.CLIENT + "/32", "dev", "lo")
        for host in (self.NGINX, self.BARE, self.ORIGIN, self.GRPC, self.CADDY, self.AIOQUIC,
                     self.STRANGER, self.WEBSOCKET):
            ip("addr", "add", host + "/32", "dev", "lo")
            # Else a connection to a local address would come from that address.
            ip("route", "replace", "local", host, "dev", "lo", "table", "local",
               "src", self.CLIENT)

    @asynccontextmanager
    async def nginx(self):
        config = os.path.join(self.folder, "nginx.conf")
        with open(config, "w") as file:
            file.write(NGINX_CONF.format(folder=self.folder, host=self.NGINX, cert=self.cert,
                                         key=self.key))
        process = await asyncio.create_subprocess_exec("nginx", "-c", config)
        try:
            await listening(self.NGINX, 443)
            yield
        finally:
            process.terminate()
            await process.wait()


def ip(*words):
    subprocess.run(["ip", *words], check=True)


async def listening(host, port):
    """Wait until a server has bound this port; a connection would be in the capture."""
    for _ in range(100):
        table = subprocess.run(["ss", "-Hltn", "src", "%s:%d" % (host, port)], check=True,
                               capture_output=True).stdout
        if table:
            return
        await asyncio.sleep(0.1)
    raise RuntimeError("nobody listens on %s:%d" % (host, port))


async def scenario(scene):
    stage = Stage(scene)
    stage.give_addresses()
    site = CADDY_SITE.format(nowhere=stage.NOWHERE)
    async with stage.nginx(), caddy(scene, stage.CADDY, 443, site):
        for act in (tour_http1, tour_http2, tour_grpc, tour_http3, tour_websocket):
            await act.act(stage)


play(scenario)
