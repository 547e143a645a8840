/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "memory/trust.h"

#include "memory/traits.h"

static wmem_map_t *places; /* key -> struct hc_place */
static bool knows_servers;
/* Stands for all that found no room: it is dark, and stays so. */
static struct hc_place nowhere;

/* So that a host, a server and a way never have the same key. */
enum kind { HOST = 1, SERVER, WAY };

static void forget_all(void) {
    knows_servers = false;
}

void hc_trust_register(void) {
    places = wmem_map_new_autoreset(wmem_epan_scope(), wmem_file_scope(), g_int64_hash, g_int64_equal);
    register_init_routine(forget_all);
}

uint64_t hc_hash_address(const address *host) {
    uint64_t hash = hc_hash(HC_HASH_SEED, &host->type, sizeof host->type);

    return hc_hash(hash, host->data, (size_t)host->len);
}

struct hc_endpoint hc_endpoint_of(const address *host, uint32_t port) {
    return (struct hc_endpoint){hc_hash_address(host), port};
}

static uint64_t mix(uint64_t hash, uint64_t part) {
    static const uint64_t odd = UINT64_C(0x9e3779b97f4a7c15);

    hash = (hash ^ part) * odd;
    return hash ^ hash >> 32;
}

/* Every frame asks: a hash byte by byte would take as long as all else here. */
static uint64_t key_of(enum kind kind, uint64_t host, uint32_t port, uint64_t host_behind) {
    return mix(mix(mix(mix(HC_HASH_SEED, kind), host), port), host_behind);
}

static struct hc_place *place(uint64_t key) {
    struct hc_place *known = wmem_map_lookup(places, &key);

    if (!known && wmem_map_size(places) >= HC_MOST_PLACES) {
        nowhere = (struct hc_place){.is_dark = true};
        return &nowhere;
    }
    if (!known) {
        known = wmem_new0(wmem_file_scope(), struct hc_place);
        known->key = key;
        wmem_map_insert(places, &known->key, known);
    }
    return known;
}

struct hc_place *hc_trust_host(uint64_t host) {
    return place(key_of(HOST, host, 0, 0));
}

struct hc_place *hc_trust_server(struct hc_endpoint server) {
    knows_servers = true;
    return place(key_of(SERVER, server.host, server.port, 0));
}

struct hc_place *hc_trust_way(struct hc_endpoint front_server, uint64_t host_behind) {
    return place(key_of(WAY, front_server.host, front_server.port, host_behind));
}

bool hc_trust_knows_servers(void) {
    return knows_servers;
}

struct hc_place *hc_trust_known_server(struct hc_endpoint server) {
    uint64_t key = key_of(SERVER, server.host, server.port, 0);

    return knows_servers ? wmem_map_lookup(places, &key) : NULL;
}

void hc_trust_note_fit(struct hc_place *way, const char *target) {
    uint32_t hash = (uint32_t)hc_hash(HC_HASH_SEED, target, strlen(target));

    for (unsigned i = 0; i < way->fits; i++) {
        if (way->fitted[i] == hash)
            return;
    }
    if (way->fits < HC_FITS_ON_ONE_HOST)
        way->fitted[way->fits++] = hash;
}

bool hc_trust_likeness(struct hc_endpoint front_server, uint64_t host_behind) {
    const struct hc_place *server = hc_trust_server(front_server), *way;

    if (server->is_dark || server->unread > 0 || hc_trust_host(host_behind)->is_dark)
        return false;
    way = hc_trust_way(front_server, host_behind);
    return !way->is_dark && way->fits >= HC_FITS_FOR_LIKENESS;
}
