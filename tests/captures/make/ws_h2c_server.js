// SPDX-License-Identifier: GPL-2.0-or-later
// Node's HTTP/2 server with just enough WebSocket to close: /server/CODE is closed at once, a Close from
// the client is echoed, everything that is no WebSocket is forbidden.
'use strict';
const http2 = require('node:http2');

const FIN_CLOSE = 0x88;
const REASON = 'from node';

function closeFrame(code, reason) {
    const body = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]);
    return Buffer.concat([Buffer.from([FIN_CLOSE, body.length]), body]);
}

function codeOf(frame) {
    const mask = frame.subarray(2, 6);
    return ((frame[6] ^ mask[0]) << 8) | (frame[7] ^ mask[1]);
}

const server = http2.createServer({ settings: { enableConnectProtocol: true } });
server.on('stream', (stream, headers) => {
    const [, whose, code] = headers[':path'].split('/');
    if (headers[':protocol'] !== 'websocket' || whose === 'forbidden') {
        stream.respond({ ':status': 403 }, { endStream: true });
        return;
    }
    stream.respond({ ':status': 200 });
    if (whose === 'server') {
        stream.write(closeFrame(Number(code), REASON));
    }
    stream.on('data', (frame) => {
        stream.end(whose === 'server' ? undefined : closeFrame(codeOf(frame), ''));
    });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
