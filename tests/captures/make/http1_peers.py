# SPDX-License-Identifier: GPL-2.0-or-later
"""A bare HTTP/1 server, whose every byte the scenario chooses, and a client as bare.

A plan names for each path the segments to send, one write each, with a pause between them:

    {"/hint": [[HINTS], [response("200 OK")]]}

A segment is a list of responses (or of raw pieces of responses); each response knows the code that
stands in its status line, or None where no plain number does.
"""
import asyncio
from collections import namedtuple

# Long enough that the kernel does not join two writes, and that curl's next request is a packet of its own.
PAUSE = 0.02

Response = namedtuple("Response", "code bytes more")
THE_NUMBER_ITSELF = object()


def response(status, *headers, body=b"", version="1.1", length=True, code=THE_NUMBER_ITSELF, **more):
    """A response; `status` is all that follows the version in the status line, `more` goes into the list."""
    if code is THE_NUMBER_ITSELF:
        code = int(status.split()[0])
    lines = ["HTTP/%s %s" % (version, status), *headers]
    if length:
        lines.append("Content-Length: %d" % len(body))
    for header in headers:
        if header.startswith("Server: "):
            more["server"] = header.split(": ")[1]
    return Response(code, "\r\n".join(lines + ["", ""]).encode() + body, more)


def interim(status, *headers):
    """A response that is no end: without a body."""
    return response(status, *headers, length=False)


def piece(text, code=None):
    """Part of a response; the code counts where its status line begins."""
    return Response(code, text, {})


async def serve(host, port, plan, sent):
    """Serve the plan; connections are called c1, c2, ... in the order of their coming."""
    connections = 0

    async def on_connection(reader, writer):
        nonlocal connections
        connections += 1
        conn, cport = "c%d" % connections, writer.get_extra_info("peername")[1]
        try:
            while not writer.is_closing():
                head = await reader.readuntil(b"\r\n\r\n")
                await answer(reader, writer, head, conn, cport)
        except (asyncio.IncompleteReadError, ConnectionResetError):
            writer.close()

    async def answer(reader, writer, head, conn, cport):
        path = head.split()[1].decode()
        expects = b"\r\nexpect:" in head.lower()
        for segment in plan[path]:
            for part in segment:
                if part.code is not None:
                    sent("STATUS_LINE", "http_status", part.code, "server", conn=conn, cport=cport, **part.more)
            writer.write(b"".join(part.bytes for part in segment))
            await writer.drain()
            if expects and segment[0].code == 100:
                await reader.readexactly(content_length(head))
            await asyncio.sleep(PAUSE)
        if any(b"Connection: close" in part.bytes for segment in plan[path] for part in segment):
            writer.close()

    return await asyncio.start_server(on_connection, host, port)


def content_length(head):
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0


async def curl(*arguments):
    """Run curl; how it ends does not matter, the server notes what it sent."""
    process = await asyncio.create_subprocess_exec("curl", "-s", *arguments, stdout=asyncio.subprocess.DEVNULL)
    await asyncio.wait_for(process.wait(), 30)


async def ask(host, port, paths, wait=PAUSE * 3, together=False, headers=""):
    """A bare client on one connection: one request after the other, or all together.

    It understands nothing of the answers: it takes what comes within `wait` seconds.
    """
    reader, writer = await asyncio.open_connection(host, port)
    requests = ["GET %s HTTP/1.1\r\nHost: bare.example\r\n%s\r\n" % (path, headers) for path in paths]
    for request in ["".join(requests)] if together else requests:
        writer.write(request.encode())
        try:
            while await asyncio.wait_for(reader.read(65536), wait):
                pass
        except asyncio.TimeoutError:
            pass
    writer.close()
