# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests share: a Wireshark to run, the events it shows, and what captures and scenarios expect."""
