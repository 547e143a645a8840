# SPDX-License-Identifier: GPL-2.0-or-later
"""Each sentence in the tree has its end, in every language: Wireshark cuts labels at 240 bytes, within words."""
import re

import pytest

from harness import expected

INDEX = expected.index()
CUT = re.compile(r"\[truncated\]|\[…\]")
# What a peer wrote, and what documents say: the fields have it whole.
TEXT = re.compile(r" *\[(Description|Reason|Request path) ")


@pytest.mark.shared_out
@pytest.mark.parametrize("language", ("en", "zh_CN", "de"))
@pytest.mark.parametrize("capture", expected.captures())
def test_each_label_says_something_and_is_whole(wireshark, capture, language):
    answer = wireshark.run(["tshark", "-r", capture + ".pcapng", *INDEX[capture]["tshark_args"], "-o",
                            "httpcodes.language:" + language, "-Y", "httpcodes", "-O", "httpcodes"])
    assert answer.returncode == 0, answer.stderr
    assert not re.search("^HTTP Codes$", answer.stdout, re.MULTILINE)
    ours = re.findall(r"^HTTP Codes.*\n(?: .*\n)*", answer.stdout, re.MULTILINE)
    assert [line for tree in ours for line in tree.splitlines() if CUT.search(line) and not TEXT.match(line)] == []
