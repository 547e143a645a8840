# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of tshark: what it cost, and how many instructions it took."""
import collections
import fcntl
import os
import re
import subprocess
import tempfile

PIPE_BYTES = 1 << 20
CALLGRIND = ("--tool=callgrind", "--trace-children=yes", "--callgrind-out-file=/dev/null")

# seconds: of the processor, user and system
Run = collections.namedtuple("Run", "seconds peak_kib printed lines")


def measure(command, options):
    """Runs a command; everybody's output goes through the same pipe, and is counted."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, **options)
        printed, lines = _drain(process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        complaints.seek(0)
        _check(command, process.returncode, complaints.read().decode(errors="replace"))
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, printed, lines)


def _drain(pipe):
    fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    printed = lines = 0
    while chunk := os.read(pipe.fileno(), PIPE_BYTES):
        printed += len(chunk)
        lines += chunk.count(b"\n")
    pipe.close()
    return printed, lines


def _check(command, status, complaints):
    """A run that complained has not done what the others did."""
    if status or complaints:
        raise RuntimeError("%s ended with %d: %s" % (" ".join(command), status, complaints))


def count(command, options):
    """The instructions of what a command starts under callgrind."""
    answer = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
                            errors="replace", check=False, **options)
    found = re.findall(r"^==\d+== Collected : (\d+)", answer.stderr, re.MULTILINE)
    if answer.returncode or not found:
        raise RuntimeError("%s ended with %d: %s" % (" ".join(command), answer.returncode, answer.stderr))
    return sum(map(int, found))
