#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Either side opens a unidirectional stream of a reserved type, and the other one reads no further (RFC 9114, 6.2)."""
from aioquic.buffer import encode_uint_var

from h3_dialogue import dial
from quic_peers import play
from verdicts import FINE

# 0x1f * N + 0x21 (RFC 9114, section 6.2.3).
RESERVED_TYPE = 0x1F * 7 + 0x21
H3_STREAM_CREATION_ERROR = 0x103


async def refused(link, opener, reader):
    quic = link.ends[opener]._quic
    stream = quic.get_next_available_stream_id(is_unidirectional=True)
    quic.send_stream_data(stream, encode_uint_var(RESERVED_TYPE) + b"grease")
    await link.pause()
    link.stop(stream, H3_STREAM_CREATION_ERROR, FINE, by=reader)
    await link.pause()
    link.reset(stream, H3_STREAM_CREATION_ERROR, {**FINE, "echo": True}, by=opener)
    await link.pause()


async def scenario(scene):
    async with dial(scene) as link:
        await refused(link, "client", "server")
        await refused(link, "server", "client")
        stream = link.ask("/all-the-same")
        await link.pause()
        link.answer(stream, 200, FINE, end=True)
        await link.pause()
        await link.close(0x100, {**FINE, "open": []})


play(scenario)
