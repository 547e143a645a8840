# SPDX-License-Identifier: GPL-2.0-or-later
"""First act of the tour: HTTP/1.1, from the everyday to a vendor's own code."""
import asyncio

from curl import curl

# What the bare server answers; a list of status lines and headers, then the body.
ANSWERS = {
    "/page": [b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload; as=style\r\n\r\n",
              b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello\n"],
    "/shop": [b"HTTP/1.1 520 \r\nServer: cloudflare\r\nContent-Length: 0\r\n\r\n"],
    "/wiki": [b"HTTP/1.1 418 I'm a teapot\r\nContent-Length: 0\r\n\r\n"],
}


async def serve_bare(host, port, sent):
    async def on_connection(reader, writer):
        cport = writer.get_extra_info("peername")[1]
        while request := await reader.readuntil(b"\r\n\r\n"):
            for answer in ANSWERS[request.split()[1].decode()]:
                sent("STATUS_LINE", "http_status", int(answer.split()[1]), "server",
                     conn="http1 bare", cport=cport)
                writer.write(answer)
                await writer.drain()
                await asyncio.sleep(0.02)

    async def until_eof(reader, writer):
        try:
            await on_connection(reader, writer)
        except asyncio.IncompleteReadError:
            writer.close()

    return await asyncio.start_server(until_eof, host, port)


async def act(stage):
    await curl(stage.sent, stage.folder,
               ["http://%s/%s" % (stage.NGINX, path) for path in ("", "missing", "api")],
               carrier="STATUS_LINE", conn="http1 nginx")
    bare = await serve_bare(stage.BARE, 80, stage.sent)
    # The bare server takes its own notes: curl reports final statuses only.
    await curl(lambda *a, **k: None, stage.folder,
               ["http://%s%s" % (stage.BARE, path) for path in ANSWERS],
               carrier="STATUS_LINE", conn="http1 bare")
    bare.close()
    # Lets the connection end before the next act begins.
    await asyncio.sleep(0.1)
