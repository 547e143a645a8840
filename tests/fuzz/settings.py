# SPDX-License-Identifier: GPL-2.0-or-later
"""Mutated preferences: the table of own codes as a file, and -o arguments."""
import random

import traffic

ROWS_IN_FILE = 200

ROW = ("HTTP status", "520", "", "Us", "Out of Coffee", "The machine is empty.", "", "after a delay", "server")
CELLS = ("not a failure", "client", "HTTP/2 error", "HTTP/3 error", "QUIC transport error", "WebSocket close",
         "gRPC status", "0x10c", "0x", "-1", "18446744073709551616", "4401", "404", "599", "Server/1.0",
         "graphql-ws", "\u202e", "\\x00", "\\x4", "\\", "'", "%s%n")
SETTINGS = ("httpcodes.info_column:%s", "httpcodes.language:%s", "httpcodes.rapid_reset:%s")
VALUES = ("all", "none", "problems", "zh_CN", "de", "system", "0", "-1", "4294967296", "", " ", "%n", "\u202e",
          "x" * 5000)


def _row(chance):
    cells = [chance.choice(CELLS) if chance.random() < 0.3 else cell for cell in ROW]
    cells[1] = str(chance.randrange(1000)) if chance.random() < 0.5 else cells[1]
    line = ",".join('"%s"' % cell for cell in cells)
    return traffic.mutated(chance, line.encode(), 2) if chance.random() < 0.1 else line.encode()


def _argument(octets):
    """Arguments hold no NUL."""
    return octets.replace(b"\0", b"").decode("utf-8", "surrogateescape")


def _option(chance):
    if chance.random() < 0.5:
        return _argument(b"uat:httpcodes_codes:" + _row(chance))
    value = traffic.mutated(chance, chance.choice(VALUES).encode(), 1)
    return _argument((chance.choice(SETTINGS) % "").encode() + value)


def write(seed, folder):
    """Writes a configuration folder with a table; returns tshark's arguments for the rest, and how many texts it
    was in all. One bad -o ends tshark, so that there is one in each run."""
    chance = random.Random("settings %d" % seed)
    (folder / "httpcodes_codes").write_bytes(b"".join(_row(chance) + b"\n" for _ in range(ROWS_IN_FILE)))
    return ["-o", _option(chance)], ROWS_IN_FILE + 1
