# SPDX-License-Identifier: GPL-2.0-or-later
"""A Slurm cluster of one node, this machine, that listens on loopback only and leaves nothing behind."""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

TIMEOUT_SECONDS = 60

CONFIGURATION = """
ClusterName=httpcodes
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmdPort={node_port}
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket={place}/munge.socket
CredType=cred/munge
SlurmUser={user}
SlurmdUser={user}
StateSaveLocation={place}/state
SlurmdSpoolDir={place}/spool
SlurmctldPidFile={place}/slurmctld.pid
SlurmdPidFile={place}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MailProg=/bin/true
NodeName={host} NodeAddr=127.0.0.1 CPUs=2
PartitionName=all Nodes={host} Default=YES
"""


class Slurm:
    """Entering it starts the daemons of Debian's packages, leaving it stops them with all that they started."""

    def __enter__(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="httpcodes-slurm."))
        self.configuration = str(self.place / "slurm.conf")
        self.daemons = []
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # The node first, so that it can tell its controller.
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(TIMEOUT_SECONDS)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        shutil.rmtree(self.place)

    def _start(self):
        self.place.chmod(0o755)
        for folder in ("state", "spool"):
            (self.place / folder).mkdir()
        with free_ports(2) as (controller_port, node_port):
            self._write_configuration(controller_port, node_port)
        key = self.place / "munge.key"
        key.touch(0o600)
        key.write_bytes(os.urandom(128))
        self._daemon("munged", "--foreground", "--force", "--key-file=%s" % key,
                     "--socket=%s/munge.socket" % self.place, "--pid-file=%s/munge.pid" % self.place,
                     "--seed-file=%s/munge.seed" % self.place)
        self._until("munge", "--no-input", "--socket=%s/munge.socket" % self.place)
        self._daemon("slurmctld", "-D", "-i")
        self._daemon("slurmd", "-D")
        self._until("sh", "-c", "sinfo --noheader --format=%T | grep -qx idle")

    def _write_configuration(self, controller_port, node_port):
        pathlib.Path(self.configuration).write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], user=pwd.getpwuid(os.geteuid()).pw_name, place=self.place,
            controller_port=controller_port, node_port=node_port))

    def _environment(self):
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SLURM_CONF": self.configuration, "LC_ALL": "C.UTF-8"}

    def _daemon(self, *command):
        with open(self.place / (command[0] + ".log"), "wb") as log:
            self.daemons.append(subprocess.Popen(command, env=self._environment(), stdin=subprocess.DEVNULL,
                                                 stdout=log, stderr=log))

    def _until(self, *command):
        """Waits until a command succeeds."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while subprocess.run(command, env=self._environment(), capture_output=True, check=False).returncode:
            died = [daemon.args[0] for daemon in self.daemons if daemon.poll() is not None]
            assert not died and time.monotonic() < end, "%s does not answer:\n%s" % (died or command[0], self._logs())
            time.sleep(0.2)

    def _logs(self):
        return "".join(log.read_text(errors="replace") for log in sorted(self.place.glob("*.log")))


class free_ports:
    """Numbers of ports on loopback that nobody listens on; held until it is left."""

    def __init__(self, count):
        self.sockets = [socket.socket() for _ in range(count)]

    def __enter__(self):
        for one in self.sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in self.sockets]

    def __exit__(self, *_):
        for one in self.sockets:
            one.close()
