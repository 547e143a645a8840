# SPDX-License-Identifier: GPL-2.0-or-later
"""Which Wiresharks and which build the tests run on, as tests/run says, and the closing line."""
import zlib

import pytest

from harness import accept, across, scenario
from harness.wireshark import Wireshark


def pytest_addoption(parser):
    parser.addoption("--build", required=True, help="the build directory with the unit tests")
    parser.addoption("--stage", action="append", metavar="ROOT:FOLDER", default=[],
                     help="a root folder with a Wireshark, and the folder in it that holds plugin and captures")
    parser.addoption("--accept", action="store_true",
                     help="run no test, but write into tests/scenarios what is printed now")
    parser.addoption("--across", action="store_true", help="run no test, but print what pairs are found across proxies")
    parser.addoption("--preload", default="", help="sanitizer libraries for tshark")


def pytest_configure(config):
    config.wiresharks = wiresharks(config)
    config.addinivalue_line("markers", "shared_out: all cases of a capture run on one of the Wiresharks alone")


def wiresharks(config):
    stages = [stage.split(":", 1) for stage in config.getoption("stage")]
    return [Wireshark(root, folder, config.getoption("preload")) for root, folder in stages]


def pytest_cmdline_main(config):
    if config.getoption("across"):
        for wireshark in wiresharks(config):
            print("Wireshark %s\n%s" % (wireshark.version, across.table(wireshark)))
        return 0
    if not config.getoption("accept"):
        return None
    for file in scenario.FILES:
        accept.accept(file, wiresharks(config))
    return 0


def pytest_generate_tests(metafunc):
    if "wireshark" in metafunc.fixturenames:
        found = metafunc.config.wiresharks
        metafunc.parametrize("wireshark", found, ids=[one.version for one in found], scope="session")


def capture_of(item):
    """By its path below tests/captures without suffix; "" of a test that is of no single capture."""
    return item.callspec.params.get("capture", "").removesuffix(".pcapng") if hasattr(item, "callspec") else ""


def is_left_to_another(item, config):
    """What is shared out; a test of no single capture is everybody's."""
    capture = capture_of(item)
    if not capture or not item.get_closest_marker("shared_out"):
        return False
    share = zlib.crc32(capture.encode()) % len(config.wiresharks)
    return config.wiresharks[share] is not item.callspec.params["wireshark"]


# Before the hook of xdist, which reads the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """One worker takes all tests of a capture on a Wireshark: they share what tshark printed. These are short, and come
    last, so that no processor is without work at the end."""
    items[:] = [item for item in items if not is_left_to_another(item, config)]
    items.sort(key=lambda item: capture_of(item) != "")
    for item in items:
        capture = capture_of(item)
        if capture:
            item.add_marker(pytest.mark.xdist_group(capture + item.callspec.params["wireshark"].version))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    count = {kind: len(reporter.stats.get(kind, [])) for kind in ("passed", "failed", "error", "skipped")}
    line = "%d passed, %d failed" % (count["passed"], count["failed"] + count["error"])
    if count["skipped"]:
        line += ", %d skipped" % count["skipped"]
    print(line)
