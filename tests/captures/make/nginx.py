# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs nginx with HTTP/2 over TLS on 127.0.0.1:443 for one scenario."""
import asyncio
import os
from contextlib import asynccontextmanager

from quic_peers import make_certificate

HOST, PORT, URL = "127.0.0.1", 443, "https://127.0.0.1"
CONFIGURATION = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; user root;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  {around}
  server {{
    listen {host}:{port} ssl;
    http2 on;
    ssl_certificate {cert}; ssl_certificate_key {key};
    root {folder}/site;
    {locations}
  }}
}}
"""


@asynccontextmanager
async def nginx(folder, locations, files=None, around=""):
    """Serve `files` (path: bytes) and `locations`; `around` stands beside the server."""
    cert, key = make_certificate(folder)
    os.mkdir(folder + "/site")
    for path, content in (files or {}).items():
        with open(os.path.join(folder, "site", path), "wb") as file:
            file.write(content)
    configuration = os.path.join(folder, "nginx.conf")
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(CONFIGURATION.format(folder=folder, host=HOST, port=PORT, cert=cert, key=key,
                                        around=around, locations=locations))
    process = await asyncio.create_subprocess_exec("nginx", "-c", configuration)
    # Not by connecting: that would be part of the capture.
    while not os.path.exists(folder + "/nginx.pid"):
        if process.returncode is not None:
            raise RuntimeError("nginx does not start: see nginx.log")
        await asyncio.sleep(0.05)
    try:
        yield
    finally:
        await asyncio.sleep(0.2)
        process.terminate()
        await process.wait()
