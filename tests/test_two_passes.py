# SPDX-License-Identifier: GPL-2.0-or-later
"""`tshark -2 -R` gives the number of a frame that it leaves out to the next one: what it had shown stays with it."""
import pytest

CAPTURES = ("http1_statuses.pcapng", "tour.pcapng")
SHOWN = ("-T", "fields", "-e", "frame.time_epoch", "-e", "httpcodes.value", "-e", "httpcodes.implied")


def shown(wireshark, capture, *arguments):
    answer = wireshark.run(["tshark", "-r", capture, *arguments, *SHOWN])
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


@pytest.mark.parametrize("capture", CAPTURES)
@pytest.mark.parametrize("chosen", ["http.request or tls", "http.response or quic", "frame.len > 100"])
def test_every_frame_shows_its_own(wireshark, capture, chosen):
    """By their time, since the numbers differ."""
    one_pass = shown(wireshark, capture, "-Y", chosen)
    assert one_pass
    assert shown(wireshark, capture, "-2", "-R", chosen) == one_pass
