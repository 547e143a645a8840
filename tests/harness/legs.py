# SPDX-License-Identifier: GPL-2.0-or-later
"""The exchanges across a proxy in captures/legs, as their lists tell them."""
import json

from harness import expected

FOLDER = "legs/"
SUFFIX = ".across.jsonl"
# Plain HTTP/2 on unusual ports, which 4.0 does not look for.
ARGUMENTS = ("-d", "tcp.port==8080,http2", "-d", "tcp.port==8081,http2")

# The names of httpcodes.across.conversion.
CONVERSIONS = {0: "unknown", 1: "kept", 2: "converted", 3: "promise passed on", 4: "cancellation passed on",
               5: "false promise",
               6: "promise lost", 7: "truncation hidden", 8: "unsafe replay", 9: "wrong status",
               10: "failure invented", 11: "status changed", 12: "foreign code", 13: "promoted",
               14: "cancellation kept", 15: "interim lost", 16: "gRPC status lost", 17: "answered by itself"}


def captures():
    return sorted(path.name[:-len(SUFFIX)] for path in (expected.CAPTURES / FOLDER).glob("*" + SUFFIX))


def file_of(capture):
    return FOLDER + capture + ".pcapng"


def lines(capture):
    text = (expected.CAPTURES / FOLDER / (capture + SUFFIX)).read_text()
    return [json.loads(line) for line in text.splitlines()]


def findings():
    """Those that some exchange shows."""
    return {line["finding"] for capture in captures() for line in lines(capture) if "finding" in line}
