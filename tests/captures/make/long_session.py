# SPDX-License-Identifier: GPL-2.0-or-later
"""A long day on which nothing goes wrong: some 10,000 exchanges of curl, node, h2load, nghttp, Chromium, gRPC and
WebSockets with nginx, Caddy and node, over HTTP/1.1, HTTP/2 and HTTP/3. Who is refused, redirected or asked to wait
does what the answer asks for."""
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import grpc
from caddy import caddy
from chromium import QUIET, spki
from curl import curl
from nginx import nginx
from quic_peers import play
from websockets.asyncio.server import serve as serve_websockets

# A server each on the ports by which Wireshark knows HTTP; plaintext HTTP/2 on 8080.
NGINX, CADDY, GRPC, SOCKETS, ORIGIN = ("127.0.0.%d" % number for number in range(1, 6))
HTTP, HTTP2, HTTPS = 80, 8080, 443

CURLS, ROUNDS = {"plain": 8, "h2c": 5, "tls": 3, "h3": 4}, {"plain": 10, "h2c": 5, "tls": 3, "h3": 3}
AT_ONCE = 4  # clients of a kind
NODE_ROUNDS, NODE_SOCKETS = 15, 40
LOAD, LOAD_CONNECTIONS, LOAD_STREAMS = 3000, 5, 10
CALLS, STREAMED = 300, 3
IDLE_SECONDS = 2  # that node's server keeps a connection; those who keep connections to it give up earlier

KNOWN_SINCE = 1767225600
PAGE = b"""<!doctype html><title>a page</title><link rel="stylesheet" href="style.css"><iframe src="/moved"></iframe>
<script>for (const path of ['/api/item', '/api/found', '/no-content', '/api/missing']) {
const ask = new XMLHttpRequest(); ask.open('GET', path, false); ask.send(); }
const tell = new XMLHttpRequest(); tell.open('POST', '/api/items', false); tell.send('title=a');</script>
""" + b"".join(b'<img src="/%d.svg">' % number for number in range(12))
FILES = {"index.html": b"welcome\n", "style.css": b"p { color: red }\n", "page.html": PAGE, "favicon.ico": b"none\n",
         **{"%d.svg" % number: b'<svg xmlns="http://www.w3.org/2000/svg"/>\n' for number in range(12)}}

LOCATIONS = """
    location = /no-content { return 204; }
    location = /moved { return 301 /index.html; }
    location /api/ {
      proxy_pass http://application; proxy_http_version 1.1; proxy_set_header Connection "";
    }
"""
AROUND = """
  keepalive_requests 70;
  upstream application { server %s:%d; keepalive 4; keepalive_timeout 1s; }
  server { listen %s:%d; root {folder}/site; %s }
  server { listen %s:%d; http2 on; keepalive_requests 1000; root {folder}/site; %s }
""" % (ORIGIN, HTTP, NGINX, HTTP, LOCATIONS, NGINX, HTTP2, LOCATIONS)
DIRECTIVES = """
  root * {folder}/site
  respond /no-content 204
  redir /moved /index.html 301
  reverse_proxy /api/* {
    to %s:%d
    transport http {
      keepalive 1s
    }
  }
  file_server
""" % (ORIGIN, HTTP)

# Path, the status that curl ends with, curl's options.
REQUESTS = [
    ("/index.html", 200, ()),
    ("/style.css", 200, ()),
    ("/index.html", 304, ("-H", "If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT")),
    ("/index.html", 206, ("-r", "2-5")),
    ("/index.html", 416, ("-r", "5000-")),
    ("/index.html", 200, ("-I",)),
    ("/no-content", 204, ()),
    ("/moved", 200, ("-L",)),
    ("/missing", 404, ()),
    ("/api/item", 200, ()),
    ("/api/found", 200, ("-L",)),
    ("/api/form", 200, ("-L", "-d", "title=a")),
    ("/api/items", 201, ("-d", "title=a")),
    ("/api/item", 204, ("-X", "PUT", "-d", "title=b")),
    ("/api/item", 204, ("-X", "DELETE")),
    ("/api/private", 200, ("--anyauth", "-u", "reader:secret")),
    ("/api/parts", 200, ()),
    ("/api/accepted", 202, ("-d", "job")),
    ("/api/missing", 404, ()),
]
EXPECTING = [("/api/items", 201, ("-H", "Expect: 100-continue", "-d", "title=a"))]


def limited(name):
    """Refused with 429 at first; curl asks again when its Retry-After is over."""
    return [("/api/limited?" + name, 200, ("--retry", "1"))]


async def visit(scene, name, url, requests, *options):
    """One curl, which keeps its connection as long as the server does; the proxies pass its ids on."""
    config = []
    for number, (path, _, more) in enumerate(requests):
        config += ["--next", "-s", "-k", "-w", "%{http_code} %{local_port}\n", "-o", "/dev/null", *options, *more,
                   "-H", "X-Request-Id: %s-%d" % (name, number), url + path]
    results = await curl(lambda *_, **__: None, scene.folder, [], *config[1:], carrier=None, conn=name)
    wrong = [(request, status) for request, (status, _) in zip(requests, results) if request[1] != status]
    if wrong or len(results) != len(requests):
        raise RuntimeError("%s, %d of %d: %s" % (name, len(results), len(requests), wrong[:3]))


async def in_turn(jobs):
    """A few at the same time."""
    free = asyncio.Semaphore(AT_ONCE)

    async def do(job):
        async with free:
            await job
    await asyncio.gather(*map(do, jobs))


def curls(scene, kind, url, *options, more=()):
    return in_turn([visit(scene, "%s-%d" % (kind, number), url,
                          (REQUESTS + list(more)) * ROUNDS[kind] + limited("%s-%d" % (kind, number)), *options)
                    for number in range(CURLS[kind])])


async def run(*command, **how):
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, **how)
    output, _ = await asyncio.wait_for(process.communicate(), 120)
    if process.returncode:
        raise RuntimeError("%s failed: %s" % (command[0], output.decode()[-500:]))


async def load(scene):
    """h2load gives its connections up at once when it is done; nghttp says GOAWAY."""
    urls = scene.folder + "/urls"
    with open(urls, "w", encoding="utf-8") as file:
        file.writelines("http://%s:%d%s\n" % (NGINX, HTTP2, path) for path in ("/index.html", "/missing", "/api/item"))
    await run("h2load", "-n", str(LOAD), "-c", str(LOAD_CONNECTIONS), "-m", str(LOAD_STREAMS), "-i", urls)
    for _ in range(10):
        await run("nghttp", "-n", *["http://%s:%d/%d.svg" % (NGINX, HTTP2, number) for number in range(12)])


async def chromium(scene, name, address, *options):
    env = dict(os.environ, HOME=scene.folder, SSLKEYLOGFILE=scene.folder + "/keys.log")
    await run("chromium", "--headless", "--no-sandbox", *QUIET, "--user-data-dir=%s/%s" % (scene.folder, name),
              "--host-resolver-rules=MAP tour.example %s, MAP * ~NOTFOUND" % address,
              "--ignore-certificate-errors-spki-list=" + spki(scene.cert), *options, "--dump-dom",
              "https://tour.example/page.html", env=env, stderr=asyncio.subprocess.DEVNULL)


# ---- gRPC ----

METHODS = grpc.method_handlers_generic_handler("shelf.Books", {
    "Find": grpc.unary_unary_rpc_method_handler(lambda request, _context: request),
    "Chapters": grpc.unary_stream_rpc_method_handler(lambda request, _context: iter([request] * STREAMED)),
    "Add": grpc.stream_unary_rpc_method_handler(lambda requests, _context: list(requests)[-1])})
BOOK = b"\x0a\x05novel"  # a message of protobuf


def call(channel):
    for _ in range(CALLS // 4):
        channel.unary_unary("/shelf.Books/Find")(BOOK, timeout=10)
        channel.unary_unary("/shelf.Books/Find")(BOOK)
        list(channel.unary_stream("/shelf.Books/Chapters")(BOOK, timeout=10))
        channel.stream_unary("/shelf.Books/Add")(iter([BOOK] * STREAMED))


def calls():
    with ThreadPoolExecutor(4) as pool:
        server = grpc.server(pool)
        server.add_generic_rpc_handlers((METHODS,))
        server.add_insecure_port("%s:%d" % (GRPC, HTTP2))
        server.start()
        with grpc.insecure_channel("%s:%d" % (GRPC, HTTP2)) as channel:
            call(channel)
        with grpc.insecure_channel("%s:%d" % (GRPC, HTTP2), [("grpc.use_local_subchannel_pool", 1)]) as channel:
            call(channel)
            # With nothing under way: the server says GOAWAY.
            server.stop(1).wait()


# ---- WebSockets ----

async def echo(socket):
    async for message in socket:
        await socket.send(message)
        if message.endswith("0"):
            await socket.close(1001, "restarting")


async def node(scene):
    await run("node", "long_session_client.js", "http://%s" % NGINX, "http://%s" % ORIGIN, "ws://%s" % SOCKETS,
              str(NODE_ROUNDS), str(NODE_SOCKETS))


async def scenario(scene):
    origin = await asyncio.create_subprocess_exec("node", "long_session_origin.js", ORIGIN, str(HTTP),
                                                  str(IDLE_SECONDS * 1000), stdout=asyncio.subprocess.PIPE)
    await origin.stdout.readline()
    async with nginx(scene.folder, LOCATIONS, FILES, AROUND.replace("{folder}", scene.folder)), \
            caddy(scene, CADDY, HTTPS, DIRECTIVES.replace("{folder}", scene.folder)), \
            serve_websockets(echo, SOCKETS, HTTP, compression=None, ping_interval=0.5):
        for name in FILES:
            os.utime(scene.folder + "/site/" + name, (KNOWN_SINCE, KNOWN_SINCE))
        named = ("--resolve", "tour.example:%d:%s" % (HTTPS, CADDY))
        await asyncio.gather(
            curls(scene, "plain", "http://" + NGINX, "--http1.1", more=EXPECTING),
            curls(scene, "h2c", "http://%s:%d" % (NGINX, HTTP2), "--http2-prior-knowledge"),
            curls(scene, "tls", "https://" + NGINX, "--http2"),
            curls(scene, "h3", "https://tour.example", "--http3-only", *named),
            node(scene), load(scene), asyncio.to_thread(calls))
        await chromium(scene, "over-h2", NGINX)
        await chromium(scene, "over-h3", CADDY, "--enable-quic", "--origin-to-force-quic-on=tour.example:443")
    origin.terminate()
    await origin.wait()


play(scenario)
