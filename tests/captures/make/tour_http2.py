# SPDX-License-Identifier: GPL-2.0-or-later
"""Second act of the tour: HTTP/2, over TLS with nginx, then in clear text with a scripted server."""
import asyncio

import h2_origin
from curl import curl


async def act(stage):
    await curl(stage.sent, stage.folder,
               ["https://tour.example/" + path for path in ("", "logo.svg")],
               "--http2", "--cacert", stage.cert, "--resolve", "tour.example:443:" + stage.NGINX,
               carrier="HEADERS", conn="http2 nginx", streams=[1, 3])
    origin = await h2_origin.serve(stage.ORIGIN, 80, stage.sent,
                                   label=lambda cport: "http2 scripted %d" % cport)
    # Refused once: curl asks again, as the code allows.
    await curl(lambda *a, **k: None, stage.folder,
               ["http://%s/once/0x7/200" % stage.ORIGIN], "--http2-prior-knowledge",
               carrier="HEADERS", conn="http2 scripted")
    await node(stage, stage.ORIGIN)
    origin.close()


async def node(stage, host):
    """A client that cancels a download, and is told to calm down."""
    process = await asyncio.create_subprocess_exec("node", "tour_http2_client.js", host)
    if await asyncio.wait_for(process.wait(), 10):
        raise RuntimeError("the HTTP/2 client failed")
