/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where each request is answered or ended: 12 bytes an exchange. It is known behind the request only, so that
 * it can be shown on later passes alone. Lives in file scope. */
#ifndef HTTPCODES_MEMORY_ANSWERS_H
#define HTTPCODES_MEMORY_ANSWERS_H

#include <epan/packet.h>

/* Once, by hc_exchange_register(). */
void hc_answers_register(void);

/* The exchange with this number begins in the packet; each is one more than the one before, from 1 on. */
void hc_answers_expect(uint32_t exchange, const packet_info *pinfo);
/* It is answered or ended in this frame; the first one counts. */
void hc_answers_note(uint32_t exchange, uint32_t frame);

/* The later frames that answer the requests of the packet: those at position 0, 1, ... until 0, which is also
 * where an answer was not seen, or stands in the packet itself. */
uint32_t hc_answer_of(const packet_info *pinfo, unsigned position);

#endif
