# SPDX-License-Identifier: GPL-2.0-or-later
"""The machine that was measured on, in a line."""
import os
import pathlib
import re

KIBIBYTES_A_GIBIBYTE = 1 << 20


def wireshark(tshark_version):
    """Of what `tshark --version` prints, the number."""
    return re.search(r"\d+\.\d+\.\d+", tshark_version)[0]


def describe(wiresharks, proc=pathlib.Path("/proc")):
    """wiresharks: their numbers."""
    processor = re.search(r"^model name\s*: (.+)$", (proc / "cpuinfo").read_text(), re.MULTILINE)
    memory = int(re.search(r"^MemTotal:\s*(\d+) kB$", (proc / "meminfo").read_text(), re.MULTILINE)[1])
    kernel = (proc / "sys/kernel/osrelease").read_text().strip()
    return "%s, %d cores, %.0f GiB, Linux %s, Wireshark %s" % (
        processor[1] if processor else os.uname().machine, os.cpu_count(), memory / KIBIBYTES_A_GIBIBYTE, kernel,
        ", ".join(wiresharks))
