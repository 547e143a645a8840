# SPDX-License-Identifier: GPL-2.0-or-later
"""What is being done now, for whoever waits."""
import sys


def step(text):
    # In one piece: several threads have something to say.
    sys.stderr.write("httpcodes: %s\n" % text)
