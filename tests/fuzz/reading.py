# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets tshark read an input, and says what is wrong with how that ended, and whose bug it is."""
import collections
import re
import subprocess

TIMEOUT_SECONDS = 600

# The strictest that GLib and Wireshark know: the first bug that they notice ends the program.
STRICT = ("G_DEBUG=fatal-criticals", "WIRESHARK_ABORT_ON_DISSECTOR_BUG=1")

# The files are whole, whatever their packets hold: tshark ends with 0. With 1 it may refuse a preference.
READ, REFUSED = 0, 1

# What only our plugin can be the cause of. The table of own codes is named where Wireshark refuses a line of it.
OURS = re.compile(r"AddressSanitizer|runtime error|(?:CRITICAL|WARNING|ERROR).*(?:httpcodes(?!_codes)|HTTP Codes)")
# A bug that somebody noticed: "[Epan WARNING] -- Dissector bug, protocol TLS, in packet 7: FILE:LINE: failed ..."
NOTICED = re.compile(r"(?:CRITICAL|ERROR)\].*?-- (.*)|Dissector bug, (protocol .*)")
# What altered_decryption.so says in the end.
ALTERED = re.compile(r"^altered (\d+) of \d+ decryptions$", re.MULTILINE)
PLACE = re.compile(r", in packet \d+")

# Without the plugin nothing asks for a tree on the first of two passes; this does.
PRIME = ("frame or http.response.code or http2.streamid or http2.header.value or http2.rst_stream.error or "
         "http2.goaway.error or grpc or websocket.payload.close.status_code or quic.cc.error_code or http3 or "
         "tls.handshake.extensions_alpn_str")

# path: of the file. arguments: of tshark. settings: environment variables, "NAME=value".
Input = collections.namedtuple("Input", "path arguments settings", defaults=((),))
Ended = collections.namedtuple("Ended", "status words")
Trouble = collections.namedtuple("Trouble", "input names words is_ours")


class Reader:
    """Reads inputs on one Wireshark. `fields` are the arguments that print all fields of ours."""

    def __init__(self, wireshark):
        self.wireshark = wireshark
        self.altered_decryptions = 0
        self.fields = ["-T", "fields"] + [word for name in self._our_fields() for word in ("-e", name)]

    def _our_fields(self):
        answer = self.wireshark.run(["tshark", "-G", "fields"])
        names = [line.split("\t")[2] for line in answer.stdout.splitlines() if line.startswith("F\t")]
        ours = [name for name in names if name.startswith("httpcodes.")]
        if not ours:
            raise RuntimeError("this tshark has no plugin: " + answer.stderr)
        return ours

    def modes(self):
        """Each way to read, in one pass and two."""
        return [["-V"], ["-2", *self.fields], self.fields, ["-2", "-V"]]

    def run(self, read, settings=STRICT):
        command = self.wireshark.command(self.wireshark.stage, [*settings, *read.settings])
        command += ["tshark", "-r", str(read.path), *read.arguments]
        try:
            answer = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE, timeout=TIMEOUT_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Ended(None, "no end after %d seconds" % TIMEOUT_SECONDS)
        words = answer.stderr.decode("utf-8", "replace")
        self.altered_decryptions += sum(map(int, ALTERED.findall(words)))
        return Ended(answer.returncode, words)

    def trouble(self, read):
        """None, or the Trouble with this input. A strict run ends at the first bug; behind one of Wireshark's own the
        rest is read without strictness, and has to show no further one."""
        strict = self.run(read)
        if is_fine(strict):
            return None
        relaxed = self.run(read, settings=())
        without = [self.run(other, settings=()) for other in self._without_plugin(read)]
        names = _names(strict) | _names(relaxed)
        crashes_without = any(_crashed(ended) for ended in without)
        is_wiresharks = (not _is_accused(strict) and not _is_accused(relaxed)
                         and names <= set().union(*map(_names, without))
                         and (names or crashes_without or self._ends_so_without_plugin(read, strict))
                         and (not _crashed(relaxed) or crashes_without))
        return Trouble(read, names or {_last_words(strict)}, strict.words + relaxed.words, not is_wiresharks)

    def _ends_so_without_plugin(self, read, strict):
        """What fails while the plugin looks at a frame a second time is told by the end of a strict run alone."""
        return _last_words(strict) in [_last_words(self.run(other)) for other in self._without_plugin(read)]

    def _without_plugin(self, read):
        """Our fields do not exist then; all others are asked for. The plugin looks at some frames a second time, which
        finds what a second pass does."""
        settings = [*read.settings, "WIRESHARK_PLUGIN_DIR=%s/no-plugins" % self.wireshark.stage]
        stock = read.arguments[read.arguments.index("-d"):][:2] if "-d" in read.arguments else []
        for passes in ([], ["-2"], ["-2", "-R", PRIME]):
            yield Input(read.path, [*stock, *passes, "-V"], settings)


def is_fine(ended):
    return not _crashed(ended) and not _is_accused(ended)


def _crashed(ended):
    refused = ended.status == REFUSED and "-o flag" in ended.words
    return ended.status != READ and not refused


def _is_accused(ended):
    return OURS.search(ended.words) is not None


def _names(ended):
    return {PLACE.sub("", found[1] or found[2]) for found in NOTICED.finditer(ended.words)}


def _last_words(ended):
    lines = ended.words.splitlines() or ["no words"]
    summary = [line for line in lines if line.startswith("SUMMARY: ")]
    return next(filter(OURS.search, summary + lines), "ended with %s: %s" % (ended.status, lines[-1]))
