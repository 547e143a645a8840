# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin as a file: one that Wireshark loads without a complaint, and that exports nothing but its entry."""
import pathlib
import re
import subprocess

ENTRY = {"plugin_version", "plugin_want_major", "plugin_want_minor", "plugin_register"}


def test_exports_only_its_entry(wireshark):
    stage = pathlib.Path(wireshark.root + wireshark.stage)
    library = stage / "plugins" / wireshark.series / "epan" / "httpcodes.so"
    listing = subprocess.run(["nm", "-D", "--defined-only", "--format=posix", library], capture_output=True,
                             encoding="utf-8", check=True).stdout
    # What AddressSanitizer adds in its build begins with two underscores.
    exported = {line.split()[0] for line in listing.splitlines() if not line.startswith("__")}
    assert exported == (ENTRY if wireshark.series == "4.0" else ENTRY | {"plugin_describe"})


def test_needs_no_library_of_the_gui(wireshark):
    """tshark and sharkd load it, too; where the menu takes such a library, it is a file of its own."""
    library = pathlib.Path(wireshark.root + wireshark.stage) / "plugins" / wireshark.series / "epan" / "httpcodes.so"
    listing = subprocess.run(["readelf", "-d", library], capture_output=True, encoding="utf-8", check=True).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", listing)
    assert any(name.startswith("libwireshark.so") for name in needed)
    assert not [name for name in needed if re.search("qt|gtk", name, re.IGNORECASE)]


def test_loads_without_a_complaint(wireshark):
    answer = wireshark.run(["tshark", "-G", "protocols"])
    assert "httpcodes" in [line.split("\t")[2] for line in answer.stdout.splitlines()]
    assert answer.stderr == ""


def test_every_space_has_its_value_table(wireshark):
    answer = wireshark.run(["tshark", "-G", "values"])
    fields = {line.split("\t")[1] for line in answer.stdout.splitlines() if line.startswith(("V\t", "V64\t"))}
    assert {"httpcodes." + space for space in ("http_status", "http2_error", "http3_error", "quic_error",
                                               "websocket_close", "grpc_status")} <= fields
