/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where each request is answered or ended: 8 bytes an exchange. It is known behind the request only, so that
 * it can be shown on later passes alone. Lives in file scope. */
#ifndef HTTPCODES_MEMORY_ANSWERS_H
#define HTTPCODES_MEMORY_ANSWERS_H

#include <stdint.h>

/* Once, by hc_exchange_register(). */
void hc_answers_register(void);

/* On the first pass over every frame: as hc_store_begin(). */
void hc_answers_begin(uint32_t frame);

/* The exchange with this number begins in the frame; each is one more than the one before, from 1 on. */
void hc_answers_expect(uint32_t exchange, uint32_t frame);
/* It is answered or ended in this frame; the first one counts. */
void hc_answers_note(uint32_t exchange, uint32_t frame);

/* The later frames that answer the requests of the frame: those at position 0, 1, ... until 0, which is also
 * where an answer was not seen, or stands in the frame itself. */
uint32_t hc_answer_of(uint32_t frame, unsigned position);

#endif
