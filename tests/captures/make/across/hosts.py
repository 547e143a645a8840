# SPDX-License-Identifier: GPL-2.0-or-later
"""Hosts around the one that make/record records: a network namespace each, on a link of its own to that one."""
import contextlib
import os
import socket
import subprocess

# The recorded one's address, on the links that have no other one.
MIDDLE = "10.9.0.21"


def namespace():
    return os.open("/proc/thread-self/ns/net", os.O_RDONLY)


def ip(command):
    subprocess.run(["ip", *command.split()], check=True)


class Host:
    def __init__(self, address, middle=MIDDLE):
        self.address, self.middle, self.home = address, middle, namespace()
        os.unshare(os.CLONE_NEWNET)
        self.own = namespace()
        os.setns(self.home)
        link = "to" + address.split(".")[-1]
        ip("link add %s type veth peer name out netns /proc/%d/fd/%d" % (link, os.getpid(), self.own))
        ip("address add %s peer %s dev %s" % (middle, address, link))
        ip("link set %s up" % link)
        with self.inside():
            ip("address add %s peer %s dev out" % (address, middle))
            ip("link set out up")

    @contextlib.contextmanager
    def inside(self):
        """Sockets that are made here, and processes, stay on this host. Do not await in between."""
        os.setns(self.own)
        try:
            yield
        finally:
            os.setns(self.home)

    def socket(self):
        """Bound to the host's address, with a port of its own."""
        with self.inside():
            return bound(self.address, 0)


def bound(address, port):
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.bind((address, port))
    made.setblocking(False)
    return made
