// SPDX-License-Identifier: GPL-2.0-or-later
// Node's HTTP/2 client: one request after the other, each given up in another way.
'use strict';
const fs = require('node:fs');
const http2 = require('node:http2');

const [authority, keys] = process.argv.slice(2);
const { NGHTTP2_CANCEL, NGHTTP2_ENHANCE_YOUR_CALM, NGHTTP2_NO_ERROR, NGHTTP2_STREAM_CLOSED,
    NGHTTP2_INTERNAL_ERROR } = http2.constants;

const goodbyes = [
    [NGHTTP2_CANCEL, (request) => request.close(NGHTTP2_CANCEL)],
    [NGHTTP2_STREAM_CLOSED, (request) => request.close(NGHTTP2_STREAM_CLOSED)],
    [NGHTTP2_ENHANCE_YOUR_CALM, (request) => request.close(NGHTTP2_ENHANCE_YOUR_CALM)],
    // Node says NO_ERROR for a stream that is destroyed, and INTERNAL_ERROR if with an error.
    [NGHTTP2_NO_ERROR, (request) => request.destroy()],
    [NGHTTP2_INTERNAL_ERROR, (request) => request.destroy(new Error('on purpose'))],
];

const client = http2.connect(authority, { rejectUnauthorized: false });
client.socket.on('keylog', (line) => fs.appendFileSync(keys, line));

function note(...words) {
    console.log(...words, client.socket.localPort);
}

function leave([goodbye, ...rest]) {
    if (!goodbye) {
        note('GOAWAY', NGHTTP2_NO_ERROR, 'client', '-');
        client.close();
        return;
    }
    const [code, how] = goodbye;
    const request = client.request({ ':path': '/slow' });
    request.on('error', () => {});
    request.on('response', (headers) => {
        note('HEADERS', headers[':status'], 'server', request.id);
        note('RST_STREAM', code, 'client', request.id);
        how(request);
    });
    request.on('close', () => setTimeout(leave, 50, rest));
    request.end();
}

leave(goodbyes);
