/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the two sides do to each other, beyond this request. */
#include "judge/rules.h"
#include "registry/numbers.h"

bool hc_finds_unsolicited(const struct hc_facts *facts) {
    return hc_is_unsolicited(facts);
}

bool hc_finds_raised_goaway(const struct hc_facts *facts) {
    return facts->event->carrier == HC_GOAWAY && hc_has_circumstance(facts, HC_RAISES_LAST_STREAM);
}

/* All streams that may have been processed are counted in (RFC 9113, section 6.8). */
bool hc_finds_denied_answer(const struct hc_facts *facts) {
    return facts->event->carrier == HC_GOAWAY && hc_more_of(facts->event)->denied > 0;
}

/* The server ignores what comes on a stream that it leaves out, and the client may have asked again
 * elsewhere. */
bool hc_finds_answer_denied_before(const struct hc_facts *facts) {
    return facts->event->space == HC_HTTP_STATUS && hc_status_is_final(facts->event->value) &&
           hc_has_circumstance(facts, HC_ABOVE_GOAWAY);
}

bool hc_finds_rapid_reset(const struct hc_facts *facts) {
    return hc_more_of(facts->event)->rapid_resets > 0;
}

bool hc_finds_provoked_resets(const struct hc_facts *facts) {
    return hc_more_of(facts->event)->provoked_resets > 0;
}

static bool asks_for_calm(const struct hc_event *event) {
    return (event->space == HC_HTTP2_ERROR && event->value == H2_ENHANCE_YOUR_CALM) ||
           (event->space == HC_HTTP3_ERROR && event->value == H3_EXCESSIVE_LOAD);
}

/* No server is known to call fewer resets than this excessive: it then means something else, as pings. */
enum { FEWEST_RESETS = 10 };

/* However slowly they came: the server that counted them says that they are too many. */
bool hc_finds_calmed_down(const struct hc_facts *facts) {
    const struct hc_event *event = facts->event;

    return asks_for_calm(event) && hc_event_is_on_connection(event) && event->sender == HC_SERVER &&
           hc_more_of(event)->resets_before >= FEWEST_RESETS;
}
