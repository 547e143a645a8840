# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of codes that were really sent, one JSON object a line, in the order of sending."""
import json


class Sent:
    """Call it with each code as it is sent; see ../README.md for what the words mean."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8", buffering=1)

    def __call__(self, carrier, space, code, sender, stream=None, conn="c1", cport=None, **more):
        line = {"carrier": carrier, "space": space, "code": code, "sender": sender,
                "stream": stream, "conn": conn, "cport": cport}
        line.update(more)
        self.file.write(json.dumps(line) + "\n")
