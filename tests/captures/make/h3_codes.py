# SPDX-License-Identifier: GPL-2.0-or-later
"""Error codes that an HTTP/3 application can put on a stream: registered, reserved, foreign, odd."""

REGISTERED = [*range(0x100, 0x111), *range(0x200, 0x203), 0x33]
# 0x1f * N + 0x21 is reserved so that peers learn to ignore it.
GREASE = [0x21 + 0x1f * n for n in (0, 7, 123456789)]
# Not assigned, among them numbers that mean something in HTTP/2 only.
FOREIGN = [0xdead, 0x0, 0x7, 0x8, 0x111, 0x203]
# Two of the draft's own codes, the ends of its application range and a reserved one inside it.
WEBTRANSPORT = [0x170d7b68, 0x3994bd84, 0x52e4a40fa8db, 0x52e4a40fa8dc, 0x52e4a40fa8f8,
                0x52e4a40fa8f9, 0x52e4a40fa8fa, 0x52e5ac983162]
LARGEST = [0x3fffffffffffffff]

ALL = REGISTERED + GREASE + FOREIGN + WEBTRANSPORT + LARGEST
