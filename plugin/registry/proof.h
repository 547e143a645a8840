/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what the capture shows proves a row's meaning. Allocates nothing, keeps no state.
 *
 * `evidence` is what the capture shows of the product or the protocol in use, NULL if nothing; hc_space.proof
 * says which.
 *
 * HC_PROOF_SUBPROTOCOL, for a WebSocket close code: the Sec-WebSocket-Protocol that the server chose, or,
 * where it chose none, the list of those that the client offers, and behind it the host that the handshake
 * names: "graphql-ws, soap host:api.example:8080". A row needs "graphql-ws", compared exactly, where all that
 * are listed are among its needs; or "host:api.example", or "host:*.example" for any host below, without
 * regard to case and port.
 *
 * HC_PROOF_PRODUCT, for all others: the value of a Server header, of which every product's name (RFC 9110,
 * section 10.2.4) is compared without regard to case. The host that the request names stands apart. */
#ifndef HTTPCODES_REGISTRY_PROOF_H
#define HTTPCODES_REGISTRY_PROOF_H

#include "registry/code.h"

/* Whether the evidence proves the row; false for a row that needs none. */
bool hc_is_proven(enum hc_space_id id, const struct hc_code *row, const char *evidence);

/* Whether the host that the request names, with a port or without, proves the row, which needs
 * "host:api.example" or "host:*.example". NULL, where no host is known, proves nothing. */
bool hc_is_proven_by_host(const struct hc_code *row, const char *host);

/* The first of the rows that the evidence proves, or else the host; NULL if there is none. */
const struct hc_code *hc_first_proven(enum hc_space_id id, const struct hc_code *rows, size_t count,
                                      const char *evidence, const char *host);

#endif
