// SPDX-License-Identifier: GPL-2.0-or-later
// Node's HTTP/2 server with just enough WebSocket to close, in DATA frames that are all padded: what it does on a
// stream is said by the path. The last one is /big.
'use strict';
const http2 = require('node:http2');

const FIN_TEXT = 0x81;
const FIN_CLOSE = 0x88;
const LENGTH_IN_64_BITS = 127;
const BIG = 70000;
const PIECE = 3;
const PAUSE = 20; // milliseconds: a segment for each piece

function closeFrame(code, reason) {
    const body = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]);
    return Buffer.concat([Buffer.from([FIN_CLOSE, body.length]), body]);
}

function textFrame(length) {
    const head = length > 125 ? Buffer.alloc(10) : Buffer.alloc(2);
    head[0] = FIN_TEXT;
    head[1] = length > 125 ? LENGTH_IN_64_BITS : length;
    if (length > 125) {
        head.writeBigUInt64BE(BigInt(length), 2);
    }
    return Buffer.concat([head, Buffer.alloc(length, 'a')]);
}

function writeInPieces(stream, bytes) {
    stream.write(bytes.subarray(0, PIECE));
    if (bytes.length > PIECE) {
        setTimeout(writeInPieces, PAUSE, stream, bytes.subarray(PIECE));
    } else {
        stream.end();
    }
}

const acts = {
    whole: (stream) => stream.end(closeFrame(1000, 'in one frame')),
    pieces: (stream) => writeInPieces(stream, closeFrame(1008, 'in pieces')),
    nocode: (stream) => stream.end(Buffer.from([FIN_CLOSE, 0])),
    noclose: (stream) => stream.end(textFrame(5)),
    reset: (stream) => {
        stream.write(textFrame(5));
        setTimeout(() => stream.destroy(new Error('given up')), PAUSE);
    },
    big: (stream) => {
        stream.write(textFrame(BIG));
        stream.end(closeFrame(1001, 'behind a big message'));
    },
};

const server = http2.createServer({
    settings: { enableConnectProtocol: true },
    paddingStrategy: http2.constants.PADDING_STRATEGY_MAX,
});
server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    stream.respond({ ':status': 200 });
    acts[headers[':path'].slice(1)](stream);
    stream.resume();
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
