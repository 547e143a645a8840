/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which requests the end of a connection leaves open, and which of them the server has promised not to
 * process (RFC 9113, section 6.8; RFC 9114, section 5.2). */
#ifndef HTTPCODES_MEMORY_GOAWAY_H
#define HTTPCODES_MEMORY_GOAWAY_H

#include "memory/connection.h"

/* The server's GOAWAY: streams from this id on are not processed. */
void hc_goaway_note(struct hc_connection *connection, int64_t first_unprocessed);
/* Whether the server has said so of the stream. */
bool hc_goaway_leaves_out(const struct hc_connection *connection, int64_t stream);

/* Whether it has said so of one that it has answered. */
bool hc_goaway_denies_answer(const struct hc_connection *connection);

/* The open requests that the server has left out, and the other ones; NULL if there are none. At most 64 are
 * listed, the newest ones. Behind 32 lists of a connection that all differ no request is listed any more: it
 * is said that there may be open ones, and of none that it was left out. */
const struct hc_open_requests *hc_goaway_unprocessed(struct hc_connection *connection);
const struct hc_open_requests *hc_goaway_open(struct hc_connection *connection);

#endif
