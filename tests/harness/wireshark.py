# SPDX-License-Identifier: GPL-2.0-or-later
"""A Wireshark under test: the machine's own, or one in a folder with another Debian."""
import os
import re
import subprocess

NOBODY = "65534"
TIMEOUT_SECONDS = 300
# Where tests/coverage wants a plugin built for it to write its counts.
COVERAGE = ("GCOV_PREFIX", "GCOV_PREFIX_STRIP")


class Wireshark:
    """Runs commands in a stage: a folder with the plugin, the captures and the wrappers.

    Wireshark ignores plugins when root runs it, so root runs it as nobody; other users run it as themselves.
    """

    def __init__(self, root, stage, preload=""):
        self.root = root
        self.stage = stage
        self.preload = preload
        self.version = self._version()
        self.series = ".".join(self.version.split(".")[:2])

    def run(self, arguments, two_passes=False, typed=""):
        """Runs a command in the captures' folder; returns what subprocess.run does, input and output as text."""
        settings = ["HTTPCODES_TWO_PASSES=yes"] if two_passes else []
        command = self.command(self.stage + "/tests/captures", settings)
        return subprocess.run(command + list(arguments), input=typed, capture_output=True,
                              encoding="utf-8", errors="replace", timeout=TIMEOUT_SECONDS, check=False)

    def command(self, folder, settings=()):
        """What has to stand before a program and its arguments to run it here, in a folder of this root."""
        environment = [
            "PATH=%s/tests/harness/bin:/usr/local/bin:/usr/bin:/bin" % self.stage,
            "HOME=%s/home" % self.stage,
            "WIRESHARK_CONFIG_DIR=%s/home/wireshark" % self.stage,
            "WIRESHARK_PLUGIN_DIR=%s/plugins" % self.stage,
            "LC_ALL=C.UTF-8",
            "TZ=UTC",
            *("%s=%s" % (name, os.environ[name]) for name in COVERAGE if name in os.environ),
            *settings,
        ]
        if self.preload:
            environment += self._sanitizer_settings()
        return self._as_nobody() + ["env", "-i", "-C", folder] + environment

    def _as_nobody(self):
        if os.geteuid() != 0:
            return []
        return ["chroot", "--userspec=%s:%s" % (NOBODY, NOBODY), "--groups=", self.root]

    def _sanitizer_settings(self):
        # Wireshark's own leaks are not ours to report. Its pool allocator would hide our overruns.
        return ["HTTPCODES_PRELOAD=" + self.preload, "ASAN_OPTIONS=detect_leaks=0",
                "UBSAN_OPTIONS=print_stacktrace=1", "WIRESHARK_DEBUG_WMEM_OVERRIDE=simple"]

    def _version(self):
        answer = self.run(["tshark", "--version"])
        found = re.search(r"\d+\.\d+\.\d+", answer.stdout)
        if not found:
            raise RuntimeError("no tshark in %s: %s" % (self.root, answer.stderr))
        return found.group()
