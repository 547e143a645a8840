# SPDX-License-Identifier: GPL-2.0-or-later
"""plugin/run, as a newcomer calls it."""
import fcntl
import os
import pathlib
import pty
import shutil
import struct
import subprocess
import tempfile
import termios

import pytest

from harness import expected

RUN = str(expected.TESTS.parent / "plugin" / "run")
SETUP = str(expected.TESTS.parent / "plugin" / "setup.bash")
TIMEOUT_SECONDS = 600

# The first call may build: two of them at once would build in the same folder.
pytestmark = pytest.mark.xdist_group("plugin/run")


def run(*arguments, **options):
    return subprocess.run([RUN, *arguments], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                          timeout=TIMEOUT_SECONDS, check=False, **options)


@pytest.fixture(scope="module", name="series")
def fixture_series():
    """Calls it once, so that everything is built; returns the series of the machine's Wireshark."""
    answer = run("--version")
    assert answer.returncode == 0, answer.stderr
    return ".".join(answer.stdout.split("TShark (Wireshark) ")[1].split(".")[:2])


def frames_of(table):
    header, *rows = table.splitlines()
    assert header.split() == ["frame", "who", "where", "code", "meaning"]
    return [int(row.split()[0]) for row in rows]


def test_without_arguments_it_shows_the_whole_tour(series):
    answer = run()
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("tour", series)]


def test_with_a_file_it_shows_that_file(series):
    answer = run("http1_pipelined.pcapng", cwd=expected.CAPTURES)
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("http1_pipelined", series)]


def test_the_second_call_starts_at_once(series):
    assert series
    assert run("-r", str(expected.CAPTURES / "tour.pcapng"), "-c", "1").stderr == ""


def test_options_go_to_tshark_as_they_are(series):
    answer = run("-r", str(expected.CAPTURES / "tour.pcapng"), "-T", "fields", "-e", "httpcodes.value",
                 "-Y", "httpcodes.event", "-E", "aggregator=;")
    values = [value for line in answer.stdout.splitlines() for value in line.split(";")]
    assert values == [str(code.value) for code in expected.codes("tour", series)]


@pytest.mark.parametrize("arguments", [["missing.pcapng"], ["-r", "missing.pcapng"]])
def test_a_missing_file_is_for_tshark_to_complain_about(series, arguments):
    assert series
    answer = run(*arguments)
    own = subprocess.run(["tshark", "-r", "missing.pcapng"], capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == own.returncode != 0
    assert answer.stdout == ""
    assert answer.stderr.strip() == own.stderr.splitlines()[-1]


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_a_capture_in_a_private_folder_is_read(series, tmp_path, passes):
    capture = tmp_path / "private.pcapng"
    shutil.copy(expected.CAPTURES / "tour.pcapng", capture)
    capture.chmod(0o600)
    tmp_path.chmod(0o700)
    answer = run(str(capture), *passes)
    assert answer.returncode == 0, answer.stderr
    assert frames_of(answer.stdout) == [code.frame for code in expected.codes("tour", series)]


def test_rows_are_cut_to_the_terminal(series):
    assert series
    width = 70
    screen = on_terminal(width)
    lines = screen.replace("\x1b[1m", "").replace("\x1b[0m", "").split("\r\n")
    assert len(lines) > 10
    assert max(map(len, lines)) == width


def on_terminal(width):
    """What the tour looks like on a terminal of this width."""
    ours, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with subprocess.Popen([RUN], stdin=subprocess.DEVNULL, stdout=terminal, stderr=subprocess.DEVNULL) as table:
        os.close(terminal)
        shown = b"".join(iter(lambda: read_or_end(ours), b""))
        assert table.wait(TIMEOUT_SECONDS) == 0
    os.close(ours)
    return shown.decode()


def read_or_end(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that nobody has the other end open any more
        return b""


# What sudo is in a cloud, where nobody has a password, and at home, where it asks for one.
SUDO = {
    "cloud": '[ "$1" != -v ] || exit 1',
    "home": '[ "$*" != "-n true" ] || exit 1',
}


@pytest.fixture(name="bin_folder")
def fixture_bin_folder():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="httpcodes-bin."))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def write_program(path, lines):
    path.write_text("#!/bin/sh\n" + lines + "\n")
    path.chmod(0o755)


@pytest.mark.parametrize("place", SUDO)
def test_installs_by_sudo(bin_folder, place):
    write_program(bin_folder / "sudo", SUDO[place] + '\n[ "$1" != env ] || exec "$@"')
    write_program(bin_folder / "apt-get", 'echo "$@" >>"${0%/*}/installed"')
    script = 'top=$0; source "$1"; missing_packages() { echo tshark; }; install_missing tshark'
    as_nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    answer = subprocess.run(["bash", "-euo", "pipefail", "-c", script, bin_folder, SETUP], cwd="/",
                            env={"PATH": "%s:/usr/bin:/bin" % bin_folder}, stdin=subprocess.DEVNULL,
                            capture_output=True, encoding="utf-8", check=False, **as_nobody)
    assert answer.returncode == 0, answer.stderr
    assert "install --yes --no-install-recommends tshark" in (bin_folder / "installed").read_text()
