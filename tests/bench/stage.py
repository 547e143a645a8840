# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder that `nobody` can read, with plugins for each contender: Wireshark ignores plugins when root runs it."""
import os
import pathlib
import shutil
import subprocess
import tempfile

from bench.plan import BENCH, CODE_FIELDS, CONTENDERS, DECODE_AS

NOBODY = 65534


class Stage:
    def __init__(self, build, more_environment=()):
        self.build = pathlib.Path(build)
        self.more_environment = dict(more_environment)

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="httpcodes-bench.")
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

    def add(self, capture):
        """Where tshark finds this capture."""
        return self.write(capture.name, capture.read_bytes())

    def write(self, name, content):
        file = self.place / name
        file.write_bytes(content)
        file.chmod(0o644)
        return file

    def command(self, capture, mode, contender, *more):
        """The whole command of a run."""
        arguments = ["-r", str(capture), *DECODE_AS, *mode.arguments, *more]
        if contender.protocol == "httpcodes":
            arguments += mode.plugin_arguments
        if mode.filters:
            arguments += ["-Y", contender.protocol or self.code_filter]
        return self._tshark(contender, *arguments)

    def _tshark(self, contender, *arguments):
        script = ["-X", "lua_script:%s" % (self.place / contender.script)] if contender.script else []
        return ["tshark", *script, *arguments]

    def options(self, contender):
        """What subprocess needs besides the command."""
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.home), "LC_ALL": "C.UTF-8",
                       "WIRESHARK_CONFIG_DIR": str(self.home / "wireshark"),
                       "WIRESHARK_PLUGIN_DIR": str(self.place / contender.name), **self.more_environment}
        return {"env": environment, "cwd": self.home, "stdin": subprocess.DEVNULL, **as_nobody}

    def text(self, contender, *arguments):
        """What tshark prints, when nothing is measured."""
        return self.text_of(self._tshark(contender, *arguments), contender)

    def text_of(self, command, contender):
        return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", errors="replace", check=True,
                              **self.options(contender)).stdout
