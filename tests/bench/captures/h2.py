# SPDX-License-Identifier: GPL-2.0-or-later
"""Plaintext HTTP/2: h2load asks nghttpd, which puts many responses into a segment. Every second one is a 404."""
import os
import subprocess
import sys
import time

PORT = 8080
RESPONSES, CONNECTIONS, STREAMS = 100_000, 4, 100
PATHS = ("index.html", "missing")
SECONDS_TO_LISTEN = 1


def write_site(folder):
    site = os.path.join(folder, "site")
    os.mkdir(site)
    with open(os.path.join(site, "index.html"), "w", encoding="utf-8") as file:
        file.write("welcome\n")
    return site


def write_uris(folder):
    path = os.path.join(folder, "uris")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("http://127.0.0.1:%d/%s\n" % (PORT, path) for path in PATHS)
    return path


def main(folder):
    server = ["nghttpd", "--no-tls", "-a", "127.0.0.1", "-d", write_site(folder), str(PORT)]
    load = ["h2load", "-n", str(RESPONSES), "-c", str(CONNECTIONS), "-m", str(STREAMS), "-i", write_uris(folder)]
    with subprocess.Popen(server) as nghttpd:
        # Not found out by connecting: that would be part of the capture.
        time.sleep(SECONDS_TO_LISTEN)
        subprocess.run(load, check=True, stdout=subprocess.DEVNULL)
        nghttpd.terminate()


main(sys.argv[1])
