# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder that `nobody` can read, with plugins for each contender: Wireshark ignores plugins when root runs it. It
lies in the root folder of the Wireshark that is measured."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from bench import machine, runs
from bench.plan import BENCH, CODE_FIELDS, CONTENDERS, DECODE_AS

NOBODY = 65534
# Into another root, where nothing is mounted: callgrind wants /proc, and comes from the machine, by /mnt. The command
# alone sees what is mounted.
ENTER = ("unshare", "--mount", "sh", "-c", 'mount --bind /proc "$0/proc" && mount --bind / "$0/mnt" && '
         'exec /usr/sbin/chroot --userspec=%d:%d --groups= "$0" "$@"' % (NOBODY, NOBODY))
VALGRIND_OF_THE_MACHINE = ("env", "VALGRIND_LIB=/mnt/usr/libexec/valgrind", "/mnt/usr/bin/valgrind.bin")


class Stage:
    def __init__(self, build, more_environment=(), root="/"):
        self.build = pathlib.Path(build)
        self.root = root
        self.more_environment = dict(more_environment)

    def __enter__(self):
        folder = os.path.join(self.root, "tmp") if self.root != "/" else None
        self.temporary = tempfile.TemporaryDirectory(prefix="httpcodes-bench.", dir=folder)
        self.place = pathlib.Path(self.temporary.name)
        # Here tshark may write.
        self.home = self.place / "home"
        self.home.mkdir()
        if os.geteuid() == 0:
            os.chown(self.home, NOBODY, NOBODY)
        for contender in CONTENDERS:
            self._prepare(contender)
        subprocess.run(["chmod", "-R", "a+rX", self.place], check=True)
        self.code_filter = self._code_filter()
        self.wireshark = machine.wireshark(self.text(CONTENDERS[0], "--version"))
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def _prepare(self, contender):
        plugins = self.place / contender.name
        plugins.mkdir()
        if contender.library:
            built, = self.build.glob(contender.library)
            folder = plugins.joinpath(*built.parts[-3:-1])
            folder.mkdir(parents=True)
            shutil.copy(built, folder)
        if contender.script:
            shutil.copy(BENCH / contender.script, self.place)

    def _code_filter(self):
        lines = self.text(CONTENDERS[0], "-G", "fields").splitlines()
        known = {line.split("\t")[2] for line in lines if line.startswith("F\t")}
        return " or ".join(field for field in CODE_FIELDS if field in known)

    def inside(self, file):
        """How this root calls a file in it."""
        return os.path.join("/", os.path.relpath(file, self.root))

    def entered(self, command):
        """What runs the command in this root."""
        return list(command) if self.root == "/" else [*ENTER, self.root, *command]

    def counted(self, command):
        """What counts the command's instructions there."""
        valgrind = ("valgrind",) if self.root == "/" else VALGRIND_OF_THE_MACHINE
        return self.entered([*valgrind, *runs.CALLGRIND, *command])

    def add(self, capture):
        """Where this capture lies in the folder."""
        return self.write(capture.name, capture.read_bytes())

    def write(self, name, content):
        file = self.place / name
        file.write_bytes(content)
        file.chmod(0o644)
        return file

    def command(self, capture, mode, contender, *more):
        """The whole command of a run."""
        arguments = ["-r", self.inside(capture), *DECODE_AS, *mode.arguments, *more]
        if contender.protocol == "httpcodes":
            arguments += mode.plugin_arguments
        if mode.filters:
            arguments += ["-Y", contender.protocol or self.code_filter]
        return self._tshark(contender, *arguments)

    def _tshark(self, contender, *arguments):
        script = ["-X", "lua_script:%s" % self.inside(self.place / contender.script)] if contender.script else []
        return ["tshark", *script, *arguments]

    def options(self, contender):
        """What subprocess needs besides the command."""
        # Only root may enter another root, and becomes nobody there.
        is_root = os.geteuid() == 0 and self.root == "/"
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root else {}
        home = self.inside(self.home)
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8",
                       "WIRESHARK_CONFIG_DIR": home + "/wireshark",
                       "WIRESHARK_PLUGIN_DIR": self.inside(self.place / contender.name), **self.more_environment}
        return {"env": environment, "cwd": self.home, "stdin": subprocess.DEVNULL, **as_nobody}

    def text(self, contender, *arguments):
        """What tshark prints, when nothing is measured."""
        return self.text_of(self._tshark(contender, *arguments), contender)

    def text_of(self, command, contender):
        return subprocess.run(self.entered(command), stdout=subprocess.PIPE, encoding="utf-8", errors="replace",
                              check=True, **self.options(contender)).stdout
