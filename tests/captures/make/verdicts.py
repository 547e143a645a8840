# SPDX-License-Identifier: GPL-2.0-or-later
"""What must be said of a code: the truth that the judge is tested against, taken from the specifications by hand.

The numbers are those of the public fields httpcodes.retry and httpcodes.fault.
"""
# Whether the request may be sent again.
NOT_A_FAILURE, SAFE, IDEMPOTENT, AFTER_CHANGE, AFTER_DELAY, NO, UNKNOWN, ALLOWED, ANOTHER_WAY = range(9)
# Whom the code blames.
NOBODY, CLIENT_FAULT, SERVER_FAULT, UNCLEAR = range(4)


def verdict(retry, fault, *findings, **more):
    """The facts of one code; None leaves a field out: the specifications do not settle it."""
    facts = {"retry": retry, "fault": fault, "findings": sorted(findings), **more}
    return {name: value for name, value in facts.items() if value is not None}


FINE = verdict(NOT_A_FAILURE, NOBODY)
# aioquic answers every STOP_SENDING with 0x0, which counts as H3_NO_ERROR (RFC 9114, section 8).
ECHO = "foreign_code"
