// SPDX-License-Identifier: GPL-2.0-or-later
// Node's ws: four visits, one after the other; it leaves the third one itself.
'use strict';
const WebSocket = require('ws');

const visits = [
    { path: '/chat' },
    { path: '/report' },
    { path: '/tab', leave: 1001 },
    { path: '/graphql', protocols: ['graphql-transport-ws'] },
];

function visit(list) {
    if (list.length === 0) {
        return;
    }
    const { path, protocols = [], leave } = list[0];
    const socket = new WebSocket(process.argv[2] + path, protocols, { perMessageDeflate: false });
    socket.on('open', () => leave && socket.close(leave));
    socket.on('close', () => visit(list.slice(1)));
}

visit(visits);
