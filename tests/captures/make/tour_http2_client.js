// SPDX-License-Identifier: GPL-2.0-or-later
// Node's HTTP/2 client: cancels a download in the middle, then asks until the server has enough.
'use strict';
const http2 = require('node:http2');

const client = http2.connect('http://' + process.argv[2]);
client.on('error', () => {});

const download = client.request({ ':path': '/open/200' });
download.on('data', () => download.close(http2.constants.NGHTTP2_CANCEL));
download.on('close', () => {
    const late = client.request({ ':path': '/goaway/0xb/too%20many%20requests' });
    late.on('error', () => {});
    late.on('close', () => client.close());
    late.end();
});
download.end();
