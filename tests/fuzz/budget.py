# SPDX-License-Identifier: GPL-2.0-or-later
"""How much is fuzzed. All are counts, not times: a budget holds the same inputs on every machine."""
import collections

# seeds      files of each capture, each with as many copies as give so many `packets`, but no more than `copies`
# decrypted  readings of each capture with keys, altered after decryption
# files      of random traffic of each kind, with so many `connections`
# modes      ways in which each file is read: -V, our fields; in one pass, in two
# tables     of mutated preferences
# runs       of the libFuzzer targets, as a multiple of TARGETS
Budget = collections.namedtuple("Budget", "seeds copies packets decrypted files connections modes tables runs")

SHORT = Budget(seeds=2, copies=20, packets=600, decrypted=2, files=2, connections=150, modes=1, tables=4, runs=1)
LONG = Budget(seeds=12, copies=40, packets=2000, decrypted=24, files=8, connections=400, modes=2, tables=60, runs=10)

# Runs of each target, some two seconds' worth, and options. fuzz_text keeps what a capture keeps; of a table's line
# that Wireshark refuses it never frees the cells that it has read.
TARGETS = {
    "fuzz_lookup": (300_000, []),
    "fuzz_mapping": (500_000, []),
    "fuzz_judge": (250_000, []),
    "fuzz_own_codes": (150_000, []),
    "fuzz_websocket_frames": (120_000, []),
    "fuzz_contents": (40_000, []),
    "fuzz_text": (200_000, ["-detect_leaks=0"]),
    "fuzz_words": (30_000, []),
    "fuzz_quic_pieces": (40_000, []),
    "fuzz_http3_frames": (100_000, []),
    "fuzz_qpack": (50_000, []),
    "fuzz_http3": (50_000, []),
    "fuzz_settings": (10_000, ["-detect_leaks=0"]),
}
