/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words that outweigh the code beside them: only in the sender's own writing, and only beside its own code.
 */
#include "registry/registry_test.h"

#include "registry/sender_words.h"

struct words_case {
    enum hc_space_id space;
    uint64_t value;
    const char *reason;
    enum hc_blame blame;
    const char *name; /* "" where the words are the name */
};

static const struct words_case said[] = {
    {HC_HTTP2_ERROR, 0x1, "Failed ping.", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0xb, "too_many_pings", HC_BLAME_PEER, ""},
    {HC_HTTP2_ERROR, 0xb, "too_many_internal_resets", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0x0, "max_age", HC_BLAME_NOBODY, ""},
    {HC_WEBSOCKET_CLOSE, 1011, "keepalive ping timeout", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "25:No recent network activity", HC_BLAME_UNKNOWN, "QUIC_NETWORK_IDLE_TIMEOUT"},
    {HC_QUIC_ERROR, 0x0, "25:No recent network activity after 30000ms. Timeout:30s", HC_BLAME_UNKNOWN,
     "QUIC_NETWORK_IDLE_TIMEOUT"},
    {HC_QUIC_ERROR, 0x0, "67:", HC_BLAME_UNKNOWN, "QUIC_HANDSHAKE_TIMEOUT"},
    {HC_QUIC_ERROR, 0x1, "80:", HC_BLAME_NOBODY, "QUIC_IP_ADDRESS_CHANGED"},
};

static void senders_are_taken_at_their_word(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
        const struct hc_sender_words *row = hc_sender_words(said[i].space, said[i].value, said[i].reason);
        if (row == NULL)
            fail_msg("%s: no row", said[i].reason);
        assert_int_equal(row->blame, said[i].blame);
        assert_string_equal(row->name != NULL ? row->name : "", said[i].name);
    }
}

/* Other words, other codes, other spaces, and numbers that somebody else may put before a colon. */
static const struct words_case unsaid[] = {
    {HC_HTTP2_ERROR, 0x1, "Failed ping", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0x1, "Failed ping. Again.", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0x1, "", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0x1, NULL, HC_BLAME_UNKNOWN, ""},
    {HC_HTTP2_ERROR, 0x2, "Failed ping.", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP3_ERROR, 0x101, "Failed ping.", HC_BLAME_UNKNOWN, ""},
    {HC_WEBSOCKET_CLOSE, 1000, "keepalive ping timeout", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0xa, "25:No recent network activity", HC_BLAME_UNKNOWN, ""},
    {HC_HTTP3_ERROR, 0x100, "25:No recent network activity", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "25", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "25 :", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, " 25:", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "025:", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "0:", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, ":", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "4294967321:", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x0, "99999999999999999999999:", HC_BLAME_UNKNOWN, ""},
    /* the code says the same: QPACK_DECOMPRESSION_FAILED, and the alert */
    {HC_HTTP3_ERROR, 0x200, "126:Error decoding headers on stream 0", HC_BLAME_UNKNOWN, ""},
    {HC_QUIC_ERROR, 0x150, "200:TLS handshake failure", HC_BLAME_UNKNOWN, ""},
};

static void other_words_say_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof(unsaid) / sizeof(unsaid[0]); i++)
        if (hc_sender_words(unsaid[i].space, unsaid[i].value, unsaid[i].reason) != NULL)
            fail_msg("%s: there is a row", unsaid[i].reason ? unsaid[i].reason : "(none)");
}

static void rows_are_whole_and_differ(void **state) {
    (void)state;
    for (size_t i = 0; i < hc_sender_words_count; i++) {
        const struct hc_sender_words *row = &hc_all_sender_words[i];
        assert_true((row->words == NULL) != (row->number == 0));
        assert_true((row->name != NULL) == (row->number != 0));
        assert_true(row->sender[0] != '\0');
        assert_int_equal(hc_explain(row->space, row->value, NULL).row->registration, HC_REGISTERED);
        for (size_t other = 0; other < i; other++) {
            const struct hc_sender_words *earlier = &hc_all_sender_words[other];
            assert_true(row->number == 0 || row->number != earlier->number);
            assert_true(row->words == NULL || earlier->words == NULL || strcmp(row->words, earlier->words));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(senders_are_taken_at_their_word),
        cmocka_unit_test(other_words_say_nothing),
        cmocka_unit_test(rows_are_whole_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
