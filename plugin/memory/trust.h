/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a way across a proxy has shown so far: from a server in front to the host that sends on behind it.
 * Pairs that only look alike are believed where the way has fitted before, and nothing spoke against it. */
#ifndef HTTPCODES_MEMORY_TRUST_H
#define HTTPCODES_MEMORY_TRUST_H

#include <epan/packet.h>

/* One end of a connection. The host is a hash of its address. */
struct hc_endpoint {
    uint64_t host;
    uint32_t port;
};

/* The same hash for the same address, wherever it is named. */
uint64_t hc_hash_address(const address *host);
struct hc_endpoint hc_endpoint_of(const address *host, uint32_t port);

/* Hosts, servers and ways that are remembered; new ones behind that are never believed. */
enum { HC_MOST_PLACES = 4096 };

/* Pairs that must have fitted, each with another target, before one is believed that has no id; and on one
 * host, where addresses prove nothing, also before one that has an id and no mark of a proxy. Of one target
 * that is asked again and again each pair fits also where each is one off, as in captures that were merged
 * while their clocks differed. */
enum { HC_FITS_FOR_LIKENESS = 3, HC_FITS_ON_ONE_HOST = 5 };

/* Of a host, a server or a way. Lives in file scope. */
struct hc_place {
    uint64_t key;
    uint32_t unread; /* of a server: connections to it that carry something, and nothing that was read; and
                        requests whose head was not read yet */
    uint8_t fits;    /* of a way: targets whose pairs fitted in every respect, as far as they count */
    uint32_t fitted[HC_FITS_ON_ONE_HOST]; /* these, as hashes */
    bool is_dark;     /* of a host: it asked what nobody had asked it; of a server: requests to it may be
                         missing; of a way: a pair was contradicted */
    bool is_untimely; /* of a way: that was before it had fitted as often as makes likeness believed: the
                         capture may have been merged while clocks differed, and no id is believed */
};

/* Once, when the plugin is registered. */
void hc_trust_register(void);

/* Made when first asked for; never NULL. */
struct hc_place *hc_trust_host(uint64_t host);
struct hc_place *hc_trust_server(struct hc_endpoint server);
struct hc_place *hc_trust_way(struct hc_endpoint front_server, uint64_t host_behind);
/* The server, where requests to it were read; else NULL. Costs next to nothing where there are none. */
struct hc_place *hc_trust_known_server(struct hc_endpoint server);
/* Whether any requests were read at all. */
bool hc_trust_knows_servers(void);

/* A pair with this target fitted. */
void hc_trust_note_fit(struct hc_place *way, const char *target);
/* Pairs on this way are believed without an id. */
bool hc_trust_likeness(struct hc_endpoint front_server, uint64_t host_behind);

#endif
