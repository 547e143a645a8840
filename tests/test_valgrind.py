# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour under valgrind: no error and no leak that the plugin has a part in. Wireshark has some of its own."""
import pytest

from harness import valgrind

# So that the user's table is read and freed, too.
OWN_CODE = ("-o", 'uat:httpcodes_codes:"HTTP status","520","","Us","Out of Coffee","Somebody has to brew.",""')

# What tshark is asked, and what it must print: else nothing of the plugin was looked at.
RUNS = {
    "details": (["-V"], "Out of Coffee"),
    "two-passes": (["-2", "-Y", "httpcodes.server_error", "-o", "httpcodes.info_column:all"], "Out of Coffee"),
    "statistics": (["-q", "-z", "httpcodes,tree", "-z", "httpcodes_servers,tree"], "520 Out of Coffee"),
}


@pytest.mark.parametrize("run", RUNS)
def test_the_plugin_is_clean(pytestconfig, run):
    arguments, sign = RUNS[run]
    machine = valgrind.machine(pytestconfig.wiresharks)
    memcheck = valgrind.Valgrind(machine, run, "--track-origins=yes")
    answer = machine.run([*memcheck.in_front, "tshark", *OWN_CODE, "-r", "tour.pcapng", *arguments])
    assert answer.returncode == 0, answer.stderr
    assert sign in answer.stdout
    bad = [report for report in memcheck.reports()
           if not report.kind.startswith("Leak_") or report.kind in valgrind.LEAKS]
    assert not bad, "\n".join(map(str, bad))
