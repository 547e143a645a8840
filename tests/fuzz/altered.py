# SPDX-License-Identifier: GPL-2.0-or-later
"""Altered captures. editcap -E alters bytes as they were captured; of a capture with keys the preloaded
altered_decryption.so alters what was decrypted, since else most of its frames are lost."""
import collections
import subprocess

import copies
from harness import expected

# editcap -o: the front of a packet that stays as it is; the headers of Ethernet, IPv4 and TCP, or nothing.
HEADERS, NOTHING = 54, 0

Alteration = collections.namedtuple("Alteration", "rate kept")
ALTERATIONS = (
    Alteration("0.005", HEADERS),
    Alteration("0.02", HEADERS),
    Alteration("0.002", NOTHING),
    Alteration("0.05", HEADERS),
    Alteration("0.0005", HEADERS),
    Alteration("0.02", NOTHING),
)


def captures():
    return sorted(expected.CAPTURES.rglob("*.pcapng"))


def arguments_for(capture):
    """The -d arguments that some version of Wireshark needs for the capture."""
    name = str(capture.relative_to(expected.CAPTURES).with_suffix(""))
    return expected.index().get(name, {}).get("tshark_args", [])


def as_captured(capture, seed, budget, folder):
    """Writes copies of the capture, altered; returns the file and how many copies are in it."""
    whole, path = folder / "whole.pcapng", folder / "altered.pcapng"
    alteration = ALTERATIONS[seed % len(ALTERATIONS)]
    count = min(budget.copies, max(1, budget.packets // copies.packets(capture)))
    copies.write(capture, count, whole)
    subprocess.run(["editcap", "-E", alteration.rate, "-o", str(alteration.kept), "--seed", str(seed), whole, path],
                   check=True, stderr=subprocess.DEVNULL)
    whole.unlink()
    return path, count


def as_decrypted(seed):
    """The setting for altered_decryption.so."""
    return ["ALTERED_DECRYPTION_SEED=%d" % seed]
