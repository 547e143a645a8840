/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The verdicts on the codes of a frame. Most codes of a capture are like others, and are judged once. */
#ifndef HTTPCODES_PRESENT_VERDICTS_H
#define HTTPCODES_PRESENT_VERDICTS_H

#include "judge/judge.h"

/* Once, when the plugin is registered. */
void hc_verdicts_register(void);

/* What hc_judge() says. The event is one of a capture that is open. */
struct hc_verdict hc_verdict_of(const struct hc_event *event);

#endif
