# SPDX-License-Identifier: GPL-2.0-or-later
"""Plays what a capture of both legs holds, for make/record: play.py FOLDER across/NAME.

Writes exchanges.jsonl: the exchanges in front as the client saw them, and those behind as the origins did, each with
the id that the client gave the request.
"""
import asyncio
import dataclasses
import itertools
import json
import os
import re
import sys
from dataclasses import dataclass

import clients
import origin
import proxies
import strangers
from exchange import ID_FIELD
from hosts import MIDDLE, Host, bound
from quic_peers import make_certificate

# A client, and the address that it knows the proxy by.
NEAR, FAR = ("10.9.0.11", MIDDLE), ("10.8.0.11", "10.8.0.21")
CONNECTIONS = 3
# In seconds.
BEFORE_LEAVING, PROXIES_WAIT = 0.2, 1.5

# What is asked one after the other, and what at once: kinds of paths (origin.py), with the method where it is not GET,
# and with the client's patience in seconds where it has little.
FIRST = ["/status/200", "/status/404", "/status/200", "/status/503", "POST /status/201", "HEAD /status/200",
         "/bare/200"]
FAILURES = ["/reset/7", "POST /reset/7", "/reset/2", "POST /reset/2", "/reset/8", "/cut/2", "/cut/0", "/cut/8",
            "/once/7", "/once/2", "POST /once/2", "/slow/200", "/early/200", "/status/410"]
# They cannot be told from each other but by an id.
ALIKE = ["/turn/0"]
ENDS = ["/close/0", "POST /close/0", "/abort/0", "POST /abort/0", "/late-abort/0", "/goaway/0", "POST /goaway/2"]
GIVEN_UP = ["/long/200 0.5", "/slow/200 0.2", "/never/200 0.4", "/never/200", "/stall/200"]
PLAN = [*([one] for one in FIRST), FAILURES, 6 * ALIKE, *([one] for one in ENDS), GIVEN_UP]
# Ends with a call of gRPC.
PLAN_WITH_CALL = PLAN + [["POST /grpc/14"]]
# A connection of QUIC takes some room.
SHORT_PLAN = [["/status/200"], ["/reset/2", "/cut/2", "POST /once/2", "/early/200", "/slow/200"], ["/abort/0"],
              ["/slow/200 0.2", "/never/200"]]
# Who asks this leaves before the answer.
LEFT = ["/long/200", "/slow/200"]


@dataclass
class Row:
    proxy: object
    front: str  # h1, h2c, h2, h3
    back: str   # h1, h2c
    has_ids: bool
    plan: list
    client: tuple = NEAR


ROWS = {
    "haproxy_h2c_h2c_id": Row(proxies.haproxy, "h2c", "h2c", True, PLAN_WITH_CALL),
    "haproxy_h2c_h1": Row(proxies.haproxy, "h2c", "h1", False, PLAN),
    "nginx_h2c_h1_id": Row(proxies.nginx, "h2c", "h1", True, PLAN),
    "nginx_h1_h1": Row(proxies.nginx, "h1", "h1", False, PLAN),
    "caddy_h2_h2c": Row(proxies.caddy, "h2", "h2c", False, PLAN_WITH_CALL),
    "caddy_h3_h1_id": Row(proxies.caddy, "h3", "h1", True, SHORT_PLAN),
    "apache_h2c_h2c_id": Row(proxies.apache, "h2c", "h2c", True, PLAN_WITH_CALL),
    "apache_h1_h1": Row(proxies.apache, "h1", "h1", False, PLAN),
    "nghttpx_h2c_h2c": Row(proxies.nghttpx, "h2c", "h2c", False, PLAN_WITH_CALL),
    "nghttpx_h2c_h1_id": Row(proxies.nghttpx, "h2c", "h1", True, PLAN),
    "varnish_h2c_h1_id": Row(proxies.varnish, "h2c", "h1", True, PLAN),
    "varnish_h1_h1": Row(proxies.varnish, "h1", "h1", False, PLAN),
    # The proxy has another address on each side.
    "haproxy_far_h1_h2c": Row(proxies.haproxy, "h1", "h2c", False, PLAN, FAR),
    "nginx_far_h2c_h2c_id": Row(proxies.nginx, "h2c", "h2c", True, PLAN_WITH_CALL, FAR),
}


def request_of(text, number, name):
    method, kind, patience = re.fullmatch(r"(?:([A-Z]+) )?(\S+)(?: (\S+))?", text).groups()
    path = "%s/%d" % (kind, 0 if kind in ALIKE else number)
    return clients.Request("%s-%03d" % (name, number), method or "GET", path, patience and float(patience))


def fields_of(request, has_ids):
    fields = [("user-agent", "tour/1"), (ID_FIELD, request.id)]
    if has_ids:
        fields.append(("x-request-id", "request-" + request.id))
    return fields + [("content-type", "application/grpc"), ("te", "trailers")] * request.path.startswith("/grpc/")


def clients_of(row, folder, log):
    host, keys = Host(*row.client), folder + "/keys.log"
    number = proxies.port(row.front)
    if row.front in ("h1", "h3"):
        return [clients.Curl(host, host.middle, number, row.front, log, keys)]
    secrets = keys if row.front == "h2" else None
    return [clients.Http2(host, host.middle, number, log, secrets) for _ in range(CONNECTIONS)]


async def ask_all(row, folder, name, log):
    asked = itertools.count()
    opened = clients_of(row, folder, log)

    def ask(text):
        number = next(asked)
        request = request_of(text, number, name)
        return asyncio.create_task(opened[number % len(opened)].ask(request, fields_of(request, row.has_ids)))

    for at_once in row.plan:
        await asyncio.gather(*map(ask, at_once))
    # What was given up may run on behind.
    await asyncio.sleep(origin.FOREVER + 1)
    left = [ask(text) for text in LEFT if row.front in ("h2c", "h2")]
    await asyncio.sleep(BEFORE_LEAVING)
    for client in opened:
        await client.leave()
    await asyncio.gather(*left)
    await asyncio.sleep(PROXIES_WAIT)


async def across(row, folder, name):
    make_certificate(folder)
    with open(folder + "/both.pem", "w", encoding="ascii") as both:
        both.writelines(open(os.path.join(folder, part), encoding="ascii").read() for part in ("cert.pem", "key.pem"))
    front, behind, tried = [], [], set()
    for address in proxies.ORIGINS:
        host = Host(address)
        with host.inside():
            listener = bound(address, proxies.BACK)
        await origin.serve(listener, origin.Http2 if row.back == "h2c" else origin.Http1, behind, tried)
    async with proxies.running(row.proxy, folder, row.front, row.back):
        await ask_all(row, folder, name, front)
    return front, behind


def write(folder, proxy, front, behind):
    with open(folder + "/exchanges.jsonl", "w", encoding="utf-8") as file:
        for place, exchanges in (("front", front), ("behind", behind)):
            for exchange in exchanges:
                file.write(json.dumps({"place": place, "proxy": proxy, **dataclasses.asdict(exchange)}) + "\n")


async def main(folder, name):
    name = name.split("/")[-1]
    if name in ROWS:
        row = ROWS[name]
        write(folder, row.proxy.__name__, *await across(row, folder, name))
    else:
        write(folder, "none", await strangers.PLAYS[name](), [])


asyncio.run(main(*sys.argv[1:]))
