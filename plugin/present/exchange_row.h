/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A request with all that answered or ended it, for the table of exchanges. */
#ifndef HTTPCODES_PRESENT_EXCHANGE_ROW_H
#define HTTPCODES_PRESENT_EXCHANGE_ROW_H

#include <epan/packet.h>

#include "event.h"
#include "judge/judge.h"
#include "pair.h"

struct hc_exchange_row;

/* Both for any number of an exchange; hc_exchange_row_free() ends it. */
struct hc_exchange_row *hc_exchange_row_new(uint32_t exchange);
void hc_exchange_row_free(struct hc_exchange_row *row);

/* Adds a code to the end of the row, in words that may go away. */
void hc_exchange_row_add(struct hc_exchange_row *row, const struct hc_event *event,
                         const struct hc_verdict *verdict, const char *code);
/* Adds an end without a code. */
void hc_exchange_row_end(struct hc_exchange_row *row, const struct hc_implied *implied);
/* Adds what a proxy made of it: as the exchange in front of this pair, or as one of those behind. */
void hc_exchange_row_in_front(struct hc_exchange_row *row, const struct hc_pair *pair);
void hc_exchange_row_behind(struct hc_exchange_row *row, const struct hc_pair *pair);

/* On the standard output: the titles of the columns, separated by tabs; a row likewise, or as an object of
 * JSON on a line of its own. */
void hc_exchange_row_print_titles(void);
void hc_exchange_row_print(const struct hc_exchange_row *row, bool is_json);

#endif
