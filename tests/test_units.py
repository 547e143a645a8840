# SPDX-License-Identifier: GPL-2.0-or-later
"""The unit tests of the knowledge, in C with cmocka: an item here for each of theirs."""
from harness import units


def pytest_generate_tests(metafunc):
    found = units.programs(metafunc.config.getoption("build"))
    if "unit" in metafunc.fixturenames:
        pairs = [(program, test) for program in found for test in units.tests(program)]
        metafunc.parametrize("unit", pairs, ids=["%s-%s" % (units.name(program), test) for program, test in pairs])
    if "program" in metafunc.fixturenames:
        metafunc.parametrize("program", found, ids=map(units.name, found))


def test_unit(unit):
    found = units.result(*unit)
    assert found.passed, "\n" + found.output


def test_program_ran_to_its_end(program):
    assert not units.trouble(program), units.trouble(program)
