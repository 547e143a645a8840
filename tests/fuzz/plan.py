# SPDX-License-Identifier: GPL-2.0-or-later
"""What there is to read: a job for each file."""
import collections
import itertools
import shutil
import subprocess

import altered
import copies
import settings
import traffic
from harness import expected
from reading import Input

RANDOM_PACKETS = ("eth", "ip", "ipv6", "tcp", "udp", "sctp", "dns", "llc")
IN_FILE, LONGEST = 1000, 400  # packets, bytes
DOZES = ("HTTPCODES_DOZES=1",)  # each frame of HTTP is looked at a second time, all others without a tree

# make: a function of an empty folder, which writes the file there and returns the Inputs to read and how many
# captures, packets or preferences these are. counted: which of them.
Job = collections.namedtuple("Job", "name counted make")


class Plan:
    """modes: arguments of tshark, one way to read after the other."""

    def __init__(self, budget, modes):
        self.budget = budget
        self.modes = modes

    def jobs(self):
        """Each capture once before any of them again: a run that is stopped has seen all of them."""
        return itertools.chain(self._random_traffic(), self._random_packets(), self._preferences(),
                               self._altered_decryptions(), self._altered_captures())

    def _altered_captures(self):
        for seed, capture in itertools.product(range(self.budget.seeds), altered.captures()):
            def make(folder, capture=capture, seed=seed):
                path, count = altered.as_captured(capture, seed, self.budget, folder)
                arguments, first = altered.arguments_for(capture), seed + number_of(capture)
                dozes = DOZES if first // len(self.modes) % 2 else ()
                return [Input(path, [*arguments, *mode], dozes) for mode in self._modes_from(first)], count
            yield Job("%s-%d" % (capture.stem, seed), "altered captures", make)

    def _altered_decryptions(self):
        with_keys = filter(copies.has_keys, altered.captures())
        for seed, capture in itertools.product(range(self.budget.decrypted), with_keys):
            def make(folder, capture=capture, seed=seed):
                path = shutil.copy(capture, folder)
                mode = self.modes[seed % len(self.modes)]
                return [Input(path, [*altered.arguments_for(capture), *mode], altered.as_decrypted(seed))], 1
            yield Job("%s-decrypted-%d" % (capture.stem, seed), "captures altered after decryption", make)

    def _random_traffic(self):
        for kind, seed in itertools.product(traffic.KINDS, range(self.budget.files)):
            def make(folder, kind=kind, seed=seed):
                path = folder / "traffic.pcapng"
                count = traffic.write(kind, seed, self.budget.connections, path)
                return [Input(path, mode) for mode in self._modes_from(seed)], count
            yield Job("%s-%d" % (kind.replace("/", ""), seed), "random packets", make)

    def _random_packets(self):
        """randpkt takes no seed: what failed is kept, but does not come again by itself."""
        for kind, number in itertools.product(RANDOM_PACKETS, range(self.budget.files)):
            def make(folder, kind=kind, number=number):
                path = folder / "randpkt.pcap"
                subprocess.run(["randpkt", "-b", str(LONGEST), "-c", str(IN_FILE), "-t", kind, path], check=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                return [Input(path, mode) for mode in self._modes_from(number)], IN_FILE
            yield Job("randpkt-%s-%d" % (kind, number), "random packets", make)

    def _preferences(self):
        for seed in range(self.budget.tables):
            def make(folder, seed=seed):
                path = shutil.copy(expected.CAPTURES / "http1_vendors.pcapng", folder)
                option, count = settings.write(seed, folder)
                configuration = ["WIRESHARK_CONFIG_DIR=%s" % folder]
                return [Input(path, ["-V"], configuration), Input(path, [*option, "-V"], configuration)], count
            yield Job("preferences-%d" % seed, "preferences", make)

    def _modes_from(self, first):
        return [self.modes[(first + at) % len(self.modes)] for at in range(self.budget.modes)]


def number_of(capture):
    """So that in a short budget not all captures are read in the same way."""
    return sum(map(ord, capture.stem))
