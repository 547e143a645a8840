// SPDX-License-Identifier: GPL-2.0-or-later
// The application behind the proxies of long_session.py: node's own server, which gives each status what it requires.
'use strict';
const http = require('http');

const [address, port, keepAlive] = process.argv.slice(2);
const PASSWORD = 'Basic ' + Buffer.from('reader:secret').toString('base64');
const RETRY_AFTER = 1; // seconds
const busyUntil = new Map();

const say = (response, status, headers = {}, body = '') => response.writeHead(status, headers).end(body);

// A limiter refuses the first request of each caller, and takes those that wait.
function limited(request, response) {
    const now = Date.now();
    if (!busyUntil.has(request.url)) {
        busyUntil.set(request.url, now + RETRY_AFTER * 1000);
    }
    if (now < busyUntil.get(request.url)) {
        return say(response, 429, { 'Retry-After': RETRY_AFTER });
    }
    return say(response, 200, {}, 'at last\n');
}

const PAGES = {
    '/api/item': (request, response) => request.method === 'DELETE' || request.method === 'PUT'
        ? say(response, 204) : say(response, 200, {}, 'an item\n'),
    '/api/items': (request, response) => say(response, 201, { Location: '/api/item' }, 'made\n'),
    '/api/form': (request, response) => say(response, 303, { Location: '/api/item' }),
    '/api/found': (request, response) => say(response, 302, { Location: '/api/item' }),
    '/api/private': (request, response) => request.headers.authorization === PASSWORD
        ? say(response, 200, {}, 'for your eyes\n')
        : say(response, 401, { 'WWW-Authenticate': 'Basic realm="shelf"' }),
    '/api/parts': (request, response) => {
        response.write('one\n');
        setTimeout(() => response.end('two\n'), 5);
    },
    '/api/limited': limited,
    '/api/accepted': (request, response) => say(response, 202),
};

const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
        const page = PAGES[request.url.split('?')[0]];
        return page ? page(request, response) : say(response, 404, {}, 'no such page\n');
    });
});
server.keepAliveTimeout = Number(keepAlive);
server.listen(Number(port), address, () => console.log('listening'));
