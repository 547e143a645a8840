// SPDX-License-Identifier: GPL-2.0-or-later
// Node's ws: visits the paths one after the other; /SUBPROTOCOL/... asks for the subprotocol of that name,
// /client/leaves is left without a code, everywhere else the server closes.
'use strict';
const WebSocket = require('ws');

const [server, ...paths] = process.argv.slice(2);

function visit([path, ...rest]) {
    if (!path) {
        return;
    }
    const protocol = path.split('/')[1];
    const protocols = protocol.includes('-') ? [protocol] : [];
    const socket = new WebSocket(server + path, protocols, { perMessageDeflate: false });
    socket.on('open', () => path === '/client/leaves' && socket.close());
    socket.on('close', () => visit(rest));
}

visit(paths);
