// SPDX-License-Identifier: GPL-2.0-or-later
// node's clients: an agent that keeps connections alive, idles until the server closes them, and comes back; fetch,
// which follows redirects; and WebSockets (ws) that end in good order.
'use strict';
const http = require('http');
const WebSocket = require('ws');

const [site, origin, socketServer, rounds, sockets] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const ask = (url, method = 'GET', body = undefined) => new Promise((resolve, reject) => {
    const headers = body ? { 'Content-Length': Buffer.byteLength(body) } : {};
    http.request(url, { method, agent, headers }, response => response.resume().on('end', resolve))
        .on('error', reject).end(body);
});

async function browse(server) {
    for (let round = 0; round < rounds; round++) {
        await Promise.all(['/api/item', '/api/found', '/api/parts', '/api/missing'].map(path => ask(server + path)));
        await ask(server + '/api/items', 'POST', 'title=a');
        await ask(server + '/api/item', 'PUT', 'title=b');
        await ask(server + '/api/item', 'DELETE');
        await ask(server + '/api/item', 'HEAD');
        await (await fetch(server + '/api/found')).text();
        await (await fetch(server + '/api/form', { method: 'POST', body: 'title=c' })).text();
    }
}

const talk = number => new Promise((resolve, reject) => {
    const socket = new WebSocket(socketServer + '/talk/' + number, { perMessageDeflate: false });
    socket.on('open', () => {
        socket.ping();
        socket.send('hello ' + number);
    });
    // Half of them leave as a browser's close() does: without a code.
    socket.on('message', () => number % 2 ? socket.close() : socket.close(1000, 'done'));
    socket.on('close', resolve).on('error', reject);
});

async function main() {
    await browse(site);
    await browse(origin);
    await pause(3000); // longer than the origin waits
    await browse(origin);
    for (let number = 0; number < sockets; number++) {
        await talk(number);
    }
    agent.destroy();
}

main().catch(error => { console.error(error); process.exit(1); });
