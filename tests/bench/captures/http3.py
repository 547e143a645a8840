# SPDX-License-Identifier: GPL-2.0-or-later
"""HTTP/3 between aioquic's client and server: responses, many in a flight, and requests that the client gives up."""
import asyncio

from quic_peers import PAUSE, play

CONNECTIONS = 5
FLIGHTS, REQUESTS_PER_FLIGHT = 42, 50
STATUSES = (200, 404, 503, 302, 200)
CANCELLED_PER_CONNECTION = 80
CANCELLED_AT_ONCE = 20
H3_REQUEST_CANCELLED = 0x10c


def flight():
    return ["/status/%d" % STATUSES[number % len(STATUSES)] for number in range(REQUESTS_PER_FLIGHT)]


async def cancel(client):
    """Half of them while the response comes (STOP_SENDING), half while the request goes out (RESET_STREAM)."""
    for _ in range(CANCELLED_PER_CONNECTION // CANCELLED_AT_ONCE):
        stops = [client.stop("/open/200", H3_REQUEST_CANCELLED) for _ in range(CANCELLED_AT_ONCE // 2)]
        resets = [client.reset("/wait", H3_REQUEST_CANCELLED) for _ in range(CANCELLED_AT_ONCE // 2)]
        await asyncio.gather(*stops, *resets)


async def talk(scene):
    async with scene.dial("127.0.0.1", 443) as client:
        for _ in range(FLIGHTS):
            await client.get(*flight())
        await cancel(client)
        await client.close()
        await asyncio.sleep(PAUSE)


async def scenario(scene):
    await scene.serve("127.0.0.1", 443)
    await asyncio.gather(*(talk(scene) for _ in range(CONNECTIONS)))


play(scenario)
