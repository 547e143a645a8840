# SPDX-License-Identifier: GPL-2.0-or-later
"""The exchanges across a proxy in captures/legs, as their lists tell them."""
import json

from harness import expected

FOLDER = "legs/"
SUFFIX = ".across.jsonl"
# Plain HTTP/2 on unusual ports, which 4.0 does not look for.
ARGUMENTS = ("-d", "tcp.port==8080,http2", "-d", "tcp.port==8081,http2")


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
