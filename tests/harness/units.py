# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of the cmocka programs, read from their TAP output."""
import collections
import functools
import os
import pathlib
import re
import subprocess

TIMEOUT_SECONDS = 120

Result = collections.namedtuple("Result", "passed output")


def programs(build):
    """Those of each layer, in a folder of its name."""
    return sorted(path for path in pathlib.Path(build, "unit").glob("*/test_*") if os.access(path, os.X_OK))


def name(program):
    """As a reader finds it below tests/: "memory/test_strings"."""
    return program.parent.name + "/" + program.name


def tests(program):
    """The names of the tests that a program ran."""
    return list(_run(program)[0])


def result(program, test):
    return _run(program)[0][test]


def trouble(program):
    """Why a program as a whole is not to be trusted: it crashed, leaked, or ran fewer tests than it has."""
    results, answer = _run(program)
    failed = sum(not found.passed for found in results.values())
    planned = re.search(r"^1\.\.(\d+)$", answer.stdout, re.MULTILINE)
    if not planned or int(planned[1]) != len(results):
        return "it did not run all of its tests:\n" + answer.stdout + answer.stderr
    if answer.returncode != failed:
        return "%d tests failed, but it ended with %d:\n%s" % (failed, answer.returncode, answer.stderr)
    return ""


@functools.lru_cache(maxsize=None)
def _run(program):
    environment = {**os.environ, "CMOCKA_MESSAGE_OUTPUT": "TAP"}
    answer = subprocess.run([str(program)], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                            encoding="utf-8", errors="replace", timeout=TIMEOUT_SECONDS, check=False)
    found = re.findall(r"^(not )?ok \d+ - (\S+)", answer.stdout, re.MULTILINE)
    results = {test: Result(not failed, answer.stdout + answer.stderr) for failed, test in found}
    return results, answer
