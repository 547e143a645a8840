# SPDX-License-Identifier: GPL-2.0-or-later
"""Third act of the tour: gRPC with its own implementation at both ends."""
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc

SERVICE, PORT = "tour.Greeter", 8080
# A protobuf message each, so that Wireshark does not call them malformed.
GREETING = b"\x0a\x05hello"
MESSAGE = "backend is restarting, 请稍后再试"


class Greeter:
    """Answers as the request says, and notes what that puts on the wire."""

    def __init__(self, sent):
        self.sent, self.cport, self.given_up = sent, None, threading.Event()

    def note(self, context, carrier, space, code, stream, **more):
        self.cport = int(context.peer().rsplit(":", 1)[1])
        self.sent(carrier, space, code, "server", stream=stream, conn="grpc", cport=self.cport,
                  **more)

    def greet(self, request, context):
        stream = request[1]
        if stream == 5:
            # The client gives up before there is an answer.
            self.given_up.wait(5)
            return GREETING
        self.note(context, "HEADERS", "http_status", 200, stream)
        if stream == 3:
            self.note(context, "TRAILERS", "grpc", 14, stream, reason=MESSAGE)
            context.abort(grpc.StatusCode.UNAVAILABLE, MESSAGE)
        self.note(context, "TRAILERS", "grpc", 0, stream)
        return GREETING

    def handler(self):
        return grpc.method_handlers_generic_handler(
            SERVICE, {"Greet": grpc.unary_unary_rpc_method_handler(self.greet)})


def request(stream):
    """Field 1 is the number of the stream that the call will use."""
    return bytes([0x08, stream])


def call(host, sent, greeter):
    """Three calls: one goes well, one fails, one is given up."""
    with grpc.insecure_channel("%s:%d" % (host, PORT)) as channel:
        greet = channel.unary_unary("/%s/Greet" % SERVICE)
        greet(request(1), timeout=5)
        try:
            greet(request(3), timeout=5)
        except grpc.RpcError as error:
            if error.details() != MESSAGE:
                raise
        pending = greet.future(request(5), timeout=5)
        threading.Event().wait(0.2)
        pending.cancel()
        sent("RST_STREAM", "http2", 8, "client", stream=5, conn="grpc", cport=greeter.cport,
             note="call cancelled")
        threading.Event().wait(0.2)
        greeter.given_up.set()


async def act(stage):
    greeter = Greeter(stage.sent)
    server = grpc.server(ThreadPoolExecutor(2))
    server.add_generic_rpc_handlers((greeter.handler(),))
    server.add_insecure_port("%s:%d" % (stage.GRPC, PORT))
    server.start()
    await asyncio.get_running_loop().run_in_executor(None, call, stage.GRPC, stage.sent, greeter)
    await asyncio.get_running_loop().run_in_executor(None, server.stop(0.1).wait)
