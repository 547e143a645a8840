/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules by which findings hold, one for each of enum hc_finding. For judge/ only. */
#ifndef HTTPCODES_JUDGE_RULES_H
#define HTTPCODES_JUDGE_RULES_H

#include "judge/facts.h"

/* rules_number.c: a number that should not be here. */
bool hc_finds_unknown_code(const struct hc_facts *facts);
bool hc_finds_foreign_code(const struct hc_facts *facts);
bool hc_finds_foreign_zero(const struct hc_facts *facts);
bool hc_finds_wrong_scope(const struct hc_facts *facts);
bool hc_finds_too_wide_scope(const struct hc_facts *facts);
bool hc_finds_wrong_sender(const struct hc_facts *facts);
bool hc_finds_never_on_wire(const struct hc_facts *facts);
bool hc_finds_invalid_status(const struct hc_facts *facts);
bool hc_finds_obsolete_code(const struct hc_facts *facts);
bool hc_finds_bad_retry_after(const struct hc_facts *facts);
bool hc_finds_past_retry_after(const struct hc_facts *facts);

/* rules_client.c: what the client did to get this answer. */
bool hc_finds_unsafe_retry(const struct hc_facts *facts);
bool hc_is_unsafe_retry(const struct hc_again *retry, const struct hc_request *request, bool on_grpc);
bool hc_is_early_retry(const struct hc_again *retry);
bool hc_finds_early_retry(const struct hc_facts *facts);
bool hc_finds_redirect_loop(const struct hc_facts *facts);
bool hc_finds_changed_method(const struct hc_facts *facts);
bool hc_finds_waited(const struct hc_facts *facts);

/* rules_conduct.c: what becomes of the request, beside what the code says. */
bool hc_finds_retry_safe(const struct hc_facts *facts);
bool hc_finds_false_refusal(const struct hc_facts *facts);
bool hc_finds_no_error_unfinished(const struct hc_facts *facts);
bool hc_finds_no_error_in_tunnel(const struct hc_facts *facts);
bool hc_finds_response_cut(const struct hc_facts *facts);
bool hc_finds_no_grpc_status(const struct hc_facts *facts);
bool hc_finds_cancel_after_complete(const struct hc_facts *facts);

/* rules_peers.c: what the two sides do to each other, beyond this request. */
bool hc_finds_unsolicited(const struct hc_facts *facts);
bool hc_finds_raised_goaway(const struct hc_facts *facts);
bool hc_finds_denied_answer(const struct hc_facts *facts);
bool hc_finds_answer_denied_before(const struct hc_facts *facts);
bool hc_finds_rapid_reset(const struct hc_facts *facts);
bool hc_finds_provoked_resets(const struct hc_facts *facts);
bool hc_finds_calmed_down(const struct hc_facts *facts);

/* rules_failure.c: a plain failure, which the code says itself. */
bool hc_finds_client_error(const struct hc_facts *facts);
bool hc_finds_server_error(const struct hc_facts *facts);
bool hc_finds_stream_error(const struct hc_facts *facts);
bool hc_finds_stream_cancelled(const struct hc_facts *facts);
bool hc_finds_connection_error(const struct hc_facts *facts);
bool hc_finds_abnormal_close(const struct hc_facts *facts);
bool hc_finds_private_close(const struct hc_facts *facts);

/* The server ends by a reset a response that had begun and is not complete, and does not say that nothing is
 * wrong. */
bool hc_cuts_response(const struct hc_facts *facts);
/* On HTTP/3 an unknown code, and one in an unexpected place, counts as H3_NO_ERROR (RFC 9114, section 8). */
bool hc_counts_as_no_error(const struct hc_facts *facts);

#endif
