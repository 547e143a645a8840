# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands in README.md and in its page of more pipelines, in their order; as a program all of them for
tests/newcomer, each ended by a zero."""
import re
import sys

from harness import expected

README = (expected.TESTS.parent / "README.md").read_text()
MORE_PIPELINES = (expected.TESTS.parent / "plugin" / "doc" / "pipelines.md").read_text()
ALL = README + MORE_PIPELINES

# What is marked so needs a machine of its own, or is what runs the tests.
MARK = re.compile(r"<!-- test: not run, [^>]*-->\n\Z")
BLOCK = re.compile(r"^```(sh|bash)\n(.*?)```$", re.DOTALL | re.MULTILINE)


def blocks(*languages, marked):
    """Those that are marked, or those that are not."""
    return [block[2] for block in BLOCK.finditer(ALL)
            if block[1] in languages and bool(MARK.search(ALL, 0, block.start())) == marked]


if __name__ == "__main__":
    sys.stdout.write("".join(block[2] + "\0" for block in BLOCK.finditer(ALL)))
