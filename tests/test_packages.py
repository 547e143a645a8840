# SPDX-License-Identifier: GPL-2.0-or-later
"""Installing and removing the plugin: as a Debian package, from the archive, and in one user's home."""
import contextlib
import fcntl
import hashlib
import os
import pathlib
import re
import shutil
import subprocess

import pytest

# All of it builds in one folder for each Wireshark.
pytestmark = pytest.mark.xdist_group("packages")

TIMEOUT_SECONDS = 600
VERSION = pathlib.Path(__file__).parent.parent / "plugin" / "packages" / "version.cmake"
PROFILE_FILES = ["colorfilters", "dfilter_buttons", "dfilter_macros", "preferences", "recent"]


def succeed(answer):
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


class Build:
    """A build of the plugin alone, in a Wireshark's root, by the user that the tests run Wireshark as."""

    def __init__(self, wireshark):
        self.wireshark = wireshark
        self.home = wireshark.stage + "/home/of-packages"
        self.folder = self.home + "/build"
        self.run("rm", "-rf", self.home)
        self.run("mkdir", "-p", self.home)

    def run(self, *arguments):
        """Runs a command as a user whose Wireshark looks for plugins and settings where it does by itself."""
        return succeed(self.try_to_run(*arguments))

    def try_to_run(self, *arguments):
        usual = ["env", "-u", "WIRESHARK_PLUGIN_DIR", "-u", "WIRESHARK_CONFIG_DIR", "HOME=" + self.home]
        return self.wireshark.run([*usual, *arguments])

    def configure(self, *options):
        answer = self.try_to_run("cmake", "-S", self.wireshark.stage, "-B", self.folder, "-G", "Ninja",
                                 "-DCMAKE_BUILD_TYPE=Release", *options)
        succeed(answer)
        assert "Warning" not in answer.stderr  # a newcomer has no use for one
        self.run("cmake", "--build", self.folder)

    def loaded_plugins(self):
        """The files of ours that this Wireshark loads."""
        listing = self.run("tshark", "-G", "plugins")
        return re.findall(r"^httpcodes\.so\s.*\t(.*)$", listing, re.MULTILINE)

    def first_answer_in_profile(self):
        """Sender, code, verdict, host and path of the tour's first code: columns that only the profile has."""
        answer = self.try_to_run("tshark", "-C", "HTTP Codes", "-r", "tour.pcapng", "-Y", "httpcodes", "-T", "tabs")
        assert answer.stderr == ""
        # tshark puts an arrow between source and destination, as if it were a column.
        return succeed(answer).splitlines()[0].split("\t")[6:11]

    def global_folder(self, kind):
        folders = self.run("tshark", "-G", "folders")
        return re.search(r"^%s:\s*(.*)$" % kind, folders, re.MULTILINE)[1]


@pytest.fixture(scope="module", name="built")
def fixture_built(wireshark):
    built = Build(wireshark)
    if built.loaded_plugins():
        pytest.skip("httpcodes is installed here already: what an install does would not show")
    return built


@pytest.fixture(scope="module", name="packages")
def fixture_packages(built):
    """The .deb and the .tar.gz, as paths in the root, made by somebody who keeps files for himself."""
    built.configure("-DHTTPCODES_INSTALL=system")
    folder = built.folder + "/packages"
    built.run("sh", "-c", 'umask 077; exec cpack --config "$0" -B "$1"', built.folder + "/CPackConfig.cmake", folder)
    made = [str(path) for path in pathlib.Path(built.wireshark.root + folder).iterdir() if path.is_file()]
    package, archive = sorted(made, key=lambda path: path.endswith(".tar.gz"))
    assert package.endswith(".deb") and archive.endswith(".tar.gz")
    return package, archive


def fields(package, *names):
    return succeed(subprocess.run(["dpkg-deb", "-f", package, *names], capture_output=True, encoding="utf-8",
                                  check=False))


def files(listing):
    """Permissions and path of each file that tar lists, by its path below the prefix."""
    found = {}
    for line in listing.splitlines():
        permissions, _, _, _, _, path = line.split(None, 5)
        found[re.sub(r"^(\./)?(usr/)?", "", path)] = permissions
    return {path: permissions for path, permissions in found.items() if path}


def test_package_is_bound_to_its_wireshark(built, packages):
    tshark_needs = built.run("dpkg-query", "-W", "-f=${Depends}", "tshark")
    library = re.search(r"\blibwireshark\d+\b", tshark_needs)[0]
    assert re.search(r"\b%s\b" % library, fields(packages[0], "Depends"))
    assert fields(packages[0], "Package").strip() == "httpcodes"


def test_package_goes_with_its_series(built, packages):
    """Libraries of two series may be installed together; the data are those of one."""
    bounds = re.findall(r"libwireshark-data \((<<|>=) ([^)]+)\)", fields(packages[0], "Depends"))
    relations = {"<<": "lt", ">=": "ge"}
    assert sorted(relation for relation, _ in bounds) == ["<<", ">="]
    installed = built.run("dpkg-query", "-W", "-f=${Version}", "libwireshark-data")
    major, minor = built.wireshark.series.split(".")
    later = "%s.%d.0-1" % (major, int(minor) + 1)
    for version, fits in ((installed, True), (later, False), (later + "~rc1", False)):
        met = [compare(version, relations[relation], bound) for relation, bound in bounds]
        assert all(met) == fits, version


def compare(one, relation, other):
    return subprocess.run(["dpkg", "--compare-versions", one, relation, other], check=False).returncode == 0


def version_of_package(source):
    """What cpack is told of a package of these sources."""
    script = source / "print_version.cmake"
    script.write_text('include(%s)\nmessage("${CPACK_PACKAGE_VERSION}")\n' % VERSION)
    settings = ["-DCPACK_HTTPCODES_SOURCE=%s" % source, "-DCPACK_PACKAGE_VERSION=0.1.0"]
    return subprocess.run(["cmake", *settings, "-P", script], capture_output=True, encoding="utf-8",
                          check=True).stderr.strip()


def commit(source, date):
    environment = {**os.environ, "GIT_COMMITTER_DATE": date}
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@httpcodes.invalid"]
    subprocess.run(["git", "-C", source, *identity, "commit", "--quiet", "--allow-empty", "-m", "Change"],
                   env=environment, check=True)


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_version_moves_with_the_code(tmp_path):
    assert version_of_package(tmp_path) == "0.1.0"
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    commit(tmp_path, "2026-01-02T00:30:00+0100")
    old = version_of_package(tmp_path)
    assert old == "0.1.0+20260101233000"
    commit(tmp_path, "2026-01-02T00:00:00+0000")
    assert compare(version_of_package(tmp_path), "gt", old)


def test_package_and_archive_hold_the_same(built, packages):
    package, archive = packages
    listings = [subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
                for command in (["dpkg-deb", "-c", package], ["tar", "-tvf", archive])]
    in_package, in_archive = (files(succeed(listing)) for listing in listings)
    assert in_package == in_archive
    library = "%s/epan/httpcodes.so" % built.global_folder("Global Plugins")
    assert library.replace("/usr/", "", 1) in in_package
    for name in PROFILE_FILES:
        assert "share/wireshark/profiles/HTTP Codes/" + name in in_package
    # Everybody may read it, and a folder that is there already keeps its permissions.
    assert set(in_package.values()) <= {"drwxr-xr-x", "-rw-r--r--"}


@pytest.mark.skipif(not shutil.which("lintian"), reason="there is no lintian")
def test_package_follows_debians_policy(packages):
    answer = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", packages[0]], capture_output=True,
                            encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@contextlib.contextmanager
def package_in_place(built, package):
    """Installed for as long as it lasts; only one test run at a time may do that."""
    root = built.wireshark.root
    folder = os.open(root + "/var/lib/dpkg/info", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if built.try_to_run("dpkg-query", "-W", "httpcodes").returncode == 0:
            pytest.skip("httpcodes is installed in %s, and the test would remove it" % root)
        assert built.loaded_plugins() == []
        try:
            succeed(apt_get(root, "install", inside(root, package)))
            yield
        finally:
            removed = apt_get(root, "purge", "httpcodes")
        succeed(removed)
        assert built.loaded_plugins() == []
    finally:
        os.close(folder)


def inside(root, path):
    return path[len(root.rstrip("/")):]


def apt_get(root, *arguments):
    command = ["chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get", "-o",
               "DPkg::Lock::Timeout=300", "--yes", "--no-install-recommends", *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                          timeout=TIMEOUT_SECONDS, check=False)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can install a package")


@needs_root
def test_package_installs_and_goes_again(built, packages):
    root = built.wireshark.root
    profile = pathlib.Path(root + built.global_folder("Global configuration")) / "profiles" / "HTTP Codes"
    library = built.global_folder("Global Plugins") + "/epan/httpcodes.so"
    assert not profile.exists()
    with package_in_place(built, packages[0]):
        assert built.loaded_plugins() == [library]
        assert sorted(path.name for path in profile.iterdir()) == PROFILE_FILES
        assert built.first_answer_in_profile() == ["server", "200 OK", "", "192.0.2.10", "/"]
    assert not profile.exists()
    assert not pathlib.Path(root + library).exists()
    assert built.try_to_run("tshark", "--version").stderr == ""


@needs_root
def test_a_newer_package_replaces_it(built, packages):
    configuration = built.run("cat", built.folder + "/CPackConfig.cmake")
    settings = pathlib.Path(built.wireshark.root + built.home, "newer.cmake")
    settings.write_text(configuration.replace('set(CPACK_PACKAGE_VERSION "', 'set(CPACK_PACKAGE_VERSION "9.'))
    with package_in_place(built, packages[0]):
        # Made where the former is installed, as somebody does who follows README a second time.
        built.run("cpack", "--config", built.home + "/newer.cmake", "-G", "DEB", "-B", built.home + "/newer")
        newer = built.run("sh", "-c", 'ls "$0"/*.deb', built.home + "/newer").strip()
        succeed(apt_get(built.wireshark.root, "install", newer))
        assert built.run("dpkg-query", "-W", "-f=${Version}", "httpcodes").startswith("9.")
        assert built.first_answer_in_profile() == ["server", "200 OK", "", "192.0.2.10", "/"]
        older = apt_get(built.wireshark.root, "install", inside(built.wireshark.root, packages[0]))
        assert older.returncode != 0 and "downgraded" in older.stdout + older.stderr


@needs_root
def test_apt_removes_it_with_its_series(built, packages):
    """What apt would do where the archive has moved on; one file of the next series says that it has."""
    root = built.wireshark.root
    major, minor = built.wireshark.series.split(".")
    data = built.home + "/data"
    built.run("mkdir", "-p", data + "/DEBIAN")
    pathlib.Path(root + data, "DEBIAN", "control").write_text(
        "Package: libwireshark-data\nVersion: %s.%d.0-1\nArchitecture: all\nMaintainer: Nobody <nobody@localhost>\n"
        "Description: the next series\n" % (major, int(minor) + 1))
    built.run("dpkg-deb", "--build", data, data + ".deb")
    with package_in_place(built, packages[0]):
        plan = succeed(apt_get(root, "--simulate", "install", data + ".deb"))
        assert re.findall(r"^Remv (\S+)", plan, re.MULTILINE) == ["httpcodes"]


@needs_root
def test_the_one_for_everybody_wins(built, packages):
    """Wireshark looks into both folders."""
    own = "%s/.local/lib/wireshark/plugins/%s/epan/httpcodes.so" % (built.home, built.wireshark.series)
    everybodys = built.global_folder("Global Plugins") + "/epan/httpcodes.so"
    too = "There is an httpcodes in %s, too. Of two Wireshark loads the one for everybody"
    with package_in_place(built, packages[0]):
        built.configure("-DHTTPCODES_INSTALL=user")
        assert too % everybodys in built.try_to_run("cmake", "--install", built.folder).stderr
        assert built.loaded_plugins() == [everybodys]
        assert "found in multiple directories" in built.try_to_run("tshark", "--version").stderr
        built.configure("-DHTTPCODES_INSTALL=system")
        beside = built.try_to_run("env", "DESTDIR=%s/everybody" % built.home, "cmake", "--install", built.folder)
        assert too % own in beside.stderr
        built.run("rm", "-r", built.home + "/everybody", built.home + "/.local", built.home + "/.config")
    assert too % own not in built.try_to_run("env", "DESTDIR=%s/everybody" % built.home, "cmake", "--install",
                                             built.folder).stderr
    built.run("rm", "-r", built.home + "/everybody")


@needs_root
def test_files_of_the_package_are_left_to_it(built, packages):
    library = built.global_folder("Global Plugins") + "/epan/httpcodes.so"
    built.configure("-DHTTPCODES_INSTALL=system")
    with package_in_place(built, packages[0]):
        over = built.try_to_run("cmake", "--install", built.folder)
        assert over.returncode != 0 and "(sudo apt remove httpcodes)" in " ".join(over.stderr.split())
        assert "Installing" not in over.stdout
        # An install of an earlier day, that the package came over.
        built.run("sh", "-c", 'echo "$0" >"$1"', library, built.folder + "/install_manifest.txt")
        said = built.run("cmake", "--build", built.folder, "--target", "uninstall")
        assert "Left to the Debian package httpcodes: " + library in said


def test_for_everybody_is_below_wiresharks_prefix_even_after_one_for_oneself(built):
    for whom in ("user", "system"):
        built.run("cmake", "-S", built.wireshark.stage, "-B", built.home + "/both", "-G", "Ninja",
                  "-DHTTPCODES_INSTALL=" + whom)
    prefix = built.run("cmake", "-L", "-N", "-B", built.home + "/both")
    assert built.global_folder("Global Plugins").startswith(
        re.search("^CMAKE_INSTALL_PREFIX:PATH=(.*)$", prefix, re.MULTILINE)[1] + "/lib/")


def test_one_user_installs_and_removes_it(built):
    home = pathlib.Path(built.wireshark.root + built.home)
    built.configure("-DHTTPCODES_INSTALL=user")
    built.run("cmake", "--install", built.folder)
    series = built.wireshark.series
    library = "%s/.local/lib/wireshark/plugins/%s/epan/httpcodes.so" % (built.home, series)
    profile = home / ".config" / "wireshark" / "profiles" / "HTTP Codes"
    assert built.loaded_plugins() == [library]
    assert built.first_answer_in_profile() == ["server", "200 OK", "", "192.0.2.10", "/"]
    built.run("cmake", "--build", built.folder, "--target", "uninstall")
    assert built.loaded_plugins() == []
    assert not profile.exists() and not pathlib.Path(built.wireshark.root + library).exists()


def test_what_was_for_everybody_is_removed(built):
    built.configure("-DHTTPCODES_INSTALL=system")
    everybody = built.home + "/everybody"
    built.run("env", "DESTDIR=" + everybody, "cmake", "--install", built.folder)
    assert built.run("find", everybody, "-name", "httpcodes.so", "-o", "-name", "colorfilters").count("\n") == 2
    built.run("env", "DESTDIR=" + everybody, "cmake", "--build", built.folder, "--target", "uninstall")
    assert built.run("find", everybody, "-type", "f") == ""
    built.run("rm", "-r", everybody)


def test_uninstall_leaves_what_is_the_users(built):
    built.configure("-DHTTPCODES_INSTALL=user")
    built.run("cmake", "--install", built.folder)
    codes = built.home + "/.config/wireshark/profiles/HTTP Codes/httpcodes_codes"
    built.run("touch", codes)
    built.run("cmake", "--build", built.folder, "--target", "uninstall")
    built.run("rm", codes)
    again = built.try_to_run("cmake", "--build", built.folder, "--target", "uninstall")
    assert again.returncode != 0 and "nothing is installed" in again.stdout + again.stderr


def test_what_the_user_changed_stays(built):
    """README tells to install again after each upgrade: columns and paths of one's own must outlive that."""
    built.configure("-DHTTPCODES_INSTALL=user")
    built.run("cmake", "--install", built.folder)
    built.first_answer_in_profile()  # from 4.4 on this makes a file of macros
    inside = built.home + "/.config/wireshark/profiles/HTTP Codes"
    profile = pathlib.Path(built.wireshark.root + inside)
    preferences, colours = profile / "preferences", profile / "colorfilters"
    changed = preferences.read_text().replace('"Sender"', '"By"') + "tls.keylog_file: /home/me/keys\n"
    preferences.write_text(changed)
    ours = colours.read_text()
    put_as_of_an_earlier_version(profile, colours.name)
    said = built.run("cmake", "--install", built.folder)
    assert "Left as you changed it: %s/preferences\n" % inside in said
    assert preferences.read_text() == changed and colours.read_text() == ours
    assert built.first_answer_in_profile() == ["server", "200 OK", "", "192.0.2.10", "/"]
    said = built.run("cmake", "--build", built.folder, "--target", "uninstall")
    assert "Left, because it is not empty" in said
    assert [path.name for path in profile.iterdir()] == [preferences.name]
    assert preferences.read_text() == changed
    built.run("rm", "-r", built.home + "/.config")


def put_as_of_an_earlier_version(profile, name):
    """Has the file and the record of what was written say something else, that nobody has changed since."""
    record, file = profile / "httpcodes_written", profile / name
    known = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_text("# what we had in it once\n")
    record.write_text(record.read_text().replace(known, hashlib.sha256(file.read_bytes()).hexdigest()))


def test_a_change_after_the_installation_stays(built):
    built.configure("-DHTTPCODES_INSTALL=user")
    built.run("cmake", "--install", built.folder)
    macros = built.home + "/.config/wireshark/profiles/HTTP Codes/dmacros"
    built.run("sh", "-c", 'echo "\\"mine\\" tcp" >"$0"', macros)
    colours = built.home + "/.config/wireshark/profiles/HTTP Codes/colorfilters"
    built.run("sh", "-c", 'echo "# mine" >>"$0"', colours)
    built.run("cmake", "--build", built.folder, "--target", "uninstall")
    assert built.run("ls", built.home + "/.config/wireshark/profiles/HTTP Codes").split() == ["colorfilters", "dmacros"]
    built.run("rm", "-r", built.home + "/.config")


def test_settings_of_early_versions_stay_in_use(built):
    """Wireshark reads ~/.wireshark only while there is no ~/.config/wireshark."""
    built.run("rm", "-rf", built.home + "/.config")
    built.run("mkdir", built.home + "/.wireshark")
    built.configure("-DHTTPCODES_INSTALL=user")
    built.run("cmake", "--install", built.folder)
    home = pathlib.Path(built.wireshark.root + built.home)
    assert not (home / ".config").exists()
    assert built.first_answer_in_profile() == ["server", "200 OK", "", "192.0.2.10", "/"]
    built.run("cmake", "--build", built.folder, "--target", "uninstall")
