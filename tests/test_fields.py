# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields that the plugin reads exist in Wireshark: one that is renamed there would lose a carrier in silence."""
import csv
import re

import pytest

from harness import expected

SOURCES = expected.TESTS.parent / "plugin" / "collect"
LIST = expected.TESTS / "harness" / "unresolved_fields.tsv"

# A row of a table of struct hc_carrier_row; those of header fields have names without a dot.
ROW = re.compile(r'^\s*\{"(\w+\.[\w.]+)", HC_ROLE_', re.MULTILINE)
SERIES_WITH_A_LIST = ("4.0", "4.4", "4.6")


def fields_that_are_read():
    return {name for source in SOURCES.glob("*.c") for name in ROW.findall(source.read_text())}


def fields_known_to_be_missing(series):
    lines = [line for line in LIST.read_text().splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", strict=True)
    return {row["field"] for row in rows if row["series"] == series}


def fields_of(wireshark):
    listing = wireshark.run(["tshark", "-G", "fields"]).stdout
    return {line.split("\t", 3)[2] for line in listing.splitlines() if line.startswith("F\t")}


def test_the_sources_have_a_row_for_each_protocol():
    protocols = {name.split(".")[0] for name in fields_that_are_read()}
    assert {"http", "http2", "quic", "websocket", "tls"} <= protocols


def test_fields_that_are_read_exist(wireshark):
    if wireshark.series not in SERIES_WITH_A_LIST:
        pytest.skip("what Wireshark %s lacks is not in %s" % (wireshark.series, LIST.name))
    missing = fields_that_are_read() - fields_of(wireshark)
    assert missing == fields_known_to_be_missing(wireshark.series)
