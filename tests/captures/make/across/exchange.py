# SPDX-License-Identifier: GPL-2.0-or-later
"""What one side, the client in front or the origin behind, knows of an exchange on one of its connections."""
import dataclasses
import time

# Carries the id to the origin's log. Nothing that pairs exchanges reads it, as each hop may change it; none here does.
ID_FIELD = "tracestate"


@dataclasses.dataclass(eq=False)
class Exchange:
    id: str
    client: str      # address:port
    server: str
    proto: str       # h1, h2, h3
    stream: int      # on HTTP/1 None
    method: str
    path: str
    began: float
    ended: float = 0
    status: int = 0  # the final one
    interim: bool = False
    grpc_status: str = None
    end: str = None  # complete, reset, closed; cancelled: by the client of this connection
    code: int = None
    refused: bool = False

    def finish(self, end, code=None, refused=False):
        """The first end counts."""
        if self.end is None:
            self.end, self.code, self.refused, self.ended = end, code, refused, time.monotonic()


def begin(*known):
    return Exchange(*known, began=time.monotonic())


def place(address):
    """Of a socket's name."""
    return "%s:%d" % address[:2]
