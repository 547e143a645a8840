# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs curl and notes the final status of each response it reports."""
import asyncio
import os


async def curl(sent, folder, urls, *options, carrier, conn, streams=None):
    """Fetch all urls with one curl, so over one connection where it can be kept.

    `streams` are the stream ids in the order of the urls. A response that did not come is not
    noted. Returns curl's (status, client port) pairs.
    """
    command = ["curl", "-s", "-w", "%{http_code} %{local_port}\n", *options]
    for url in urls:
        command += ["-o", "/dev/null", url]
    env = dict(os.environ, SSLKEYLOGFILE=os.path.join(folder, "keys.log"))
    process = await asyncio.create_subprocess_exec(*command, env=env,
                                                   stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    results = [tuple(map(int, line.split())) for line in output.decode().splitlines()]
    for position, (status, port) in enumerate(results):
        if status:
            sent(carrier, "http_status", status, "server",
                 stream=streams[position] if streams else None, conn=conn, cport=port, src="curl")
    return results
