# SPDX-License-Identifier: GPL-2.0-or-later
"""What README says that Wireshark shows without the plugin, asked of each Wireshark."""
import re

import pytest

from harness import expected

README = (expected.TESTS.parent / "README.md").read_text()
TABLE = {row[0]: row[1] for row in re.findall(r"^\| ([^|]*) \| ([^|]*) \| [^|]* \|$",
                                              README.split("| | stock Wireshark")[1].split("\n\n")[0], re.MULTILINE)}

RESET = "quic.rsts.application_error_code == 0x10b"
CRYPTO_ERROR = "quic.cc.error_code >= 256"

# Of each row of the table: its words, and of a capture's details the lines that are those words in Wireshark.
SHOWN = {
    "HTTP status": ("registered codes by name", "http1_statuses.pcapng", "http.response.code == 404",
                    [r"\[Status Code Description: Not Found\]"]),
    "HTTP/2 error": ("by name", "tour.pcapng", "http2.rst_stream.error == 7", [r"Error: REFUSED_STREAM \(7\)"]),
    "HTTP/3 error": ("a bare number", "tour.pcapng", RESET, [r"Application Error code: 267$"]),
    "QUIC transport error": ("by name, with the TLS alert of CRYPTO_ERROR", "quic_transport_close.pcapng", CRYPTO_ERROR,
                             [r"Error code: CRYPTO_ERROR \(298\)", r"TLS Alert Description: Bad Certificate \(42\)"]),
    "gRPC status": ("a bare number", "tour.pcapng", "http2.header.name == grpc-status", [r"Header: grpc-status: 14$"]),
}


@pytest.mark.parametrize("row", SHOWN)
def test_stock_wireshark_shows_it_so(wireshark, row):
    words, capture, display_filter, lines = SHOWN[row]
    assert TABLE[row] == words
    answer = wireshark.run(["tshark", "--disable-protocol", "httpcodes", "-r", capture, "-V", "-Y", display_filter])
    assert answer.returncode == 0, answer.stderr
    for line in lines:
        assert re.search(line, answer.stdout, re.MULTILINE), line


def test_stock_wireshark_names_these_close_codes(wireshark):
    assert TABLE["WebSocket close"] == "up to 1011, and 1015"
    answer = wireshark.run(["sh", "-c", "tshark -G values | grep websocket.payload.close.status_code"])
    named = {int(line.split("\t")[2]) for line in answer.stdout.splitlines()}
    assert named == {*range(1000, 1012), 1015}


def test_every_row_is_asked():
    assert set(TABLE) == {*SHOWN, "WebSocket close"}
