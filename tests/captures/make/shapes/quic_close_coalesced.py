#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A server that is too busy closes while it does not know which keys the client has: one datagram holds the close in
packets of several levels (RFC 9000, section 10.2.3)."""
import asyncio

from aioquic.asyncio import connect, serve
from aioquic.quic.configuration import QuicConfiguration

from h3_dialogue import HOST, PAUSE, End
from quic_peers import play
from verdicts import SAFE

CONNECTION_REFUSED = 0x2
REASON = "too busy"


class Busy(End):
    def datagram_received(self, data, addr):
        self._quic.receive_datagram(data, addr, now=self._loop.time())
        # Without a ServerHello nobody could read the packets of the later levels.
        self.transmit()
        self._quic.close(CONNECTION_REFUSED, 0, REASON)
        self.transmit()


async def scenario(scene):
    with open(scene.folder + "/keys.log", "a") as keys:
        # The client never learns the keys that the server has already.
        config = QuicConfiguration(is_client=False, alpn_protocols=["h3"], secrets_log_file=keys)
        config.load_cert_chain(scene.cert, scene.key)
        listening = await serve(HOST, 443, configuration=config, create_protocol=Busy)
        dialling = connect(HOST, 443, configuration=scene.client_config(["h3"], False, keys), wait_connected=False)
        async with dialling as client:
            client.transmit()
            await asyncio.sleep(PAUSE)
            cport = client._transport.get_extra_info("sockname")[1]
            scene.sent("CONNECTION_CLOSE", "quic", CONNECTION_REFUSED, "server", conn="c1", cport=cport, reason=REASON,
                       retry=SAFE, open=[], coalesced=True)
    listening.close()


play(scenario)
