/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which end is the server is known from the first proof on, and not before. */
#include "memory/memory_test.h"

#include "memory/sides.h"

static const uint8_t bytes[3][4] = {{192, 0, 2, 10}, {198, 51, 100, 7}, {198, 51, 100, 8}};
static address server, client, moved;

static struct hc_ends from(const address *source, uint32_t source_port, const address *destination,
                           uint32_t destination_port) {
    return (struct hc_ends){source, destination, source_port, destination_port};
}

static int set_addresses(void **state) {
    address *const all[] = {&server, &client, &moved};

    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        set_address(all[i], AT_IPv4, sizeof bytes[i], bytes[i]);
    return before_test(state);
}

static void test_without_proof(void **state) {
    const struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &server, 443);

    (void)state;
    assert_int_equal(hc_sides_sender(&sides, &request), HC_SIDE_UNKNOWN);
}

static void require_proven(enum hc_side proof) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &server, 443);
    const struct hc_ends response = from(&server, 443, &client, 50000);

    hc_sides_prove(&sides, proof == HC_CLIENT ? &request : &response, proof);
    assert_int_equal(hc_sides_sender(&sides, &request), HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &response), HC_SERVER);
}

static void test_proof_by_either_side(void **state) {
    (void)state;
    require_proven(HC_CLIENT);
    require_proven(HC_SERVER);
}

static void test_the_first_proof_counts(void **state) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &server, 443);

    (void)state;
    hc_sides_prove(&sides, &request, HC_CLIENT);
    hc_sides_prove(&sides, &request, HC_SERVER);
    assert_int_equal(hc_sides_sender(&sides, &request), HC_CLIENT);
}

/* A QUIC client may change its address (RFC 9000, section 9). */
static void test_a_client_that_moves(void **state) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &server, 443),
                         later = from(&moved, 50001, &server, 443);
    const struct hc_ends answer = from(&server, 443, &moved, 50001);

    (void)state;
    hc_sides_prove(&sides, &request, HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &later), HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &answer), HC_SERVER);
}

static void test_other_ends(void **state) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &server, 443),
                         other = from(&client, 50000, &moved, 443);
    const struct hc_ends other_port = from(&client, 50000, &server, 8443);

    (void)state;
    hc_sides_prove(&sides, &request, HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &other), HC_SIDE_UNKNOWN);
    assert_int_equal(hc_sides_sender(&sides, &other_port), HC_SIDE_UNKNOWN);
}

/* On the loopback the ports alone differ. */
static void test_one_address_for_both(void **state) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 50000, &client, 443),
                         response = from(&client, 443, &client, 50000);

    (void)state;
    hc_sides_prove(&sides, &request, HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &request), HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &response), HC_SERVER);
}

/* As between two proxies: the addresses alone differ. */
static void test_one_port_for_both(void **state) {
    struct hc_sides sides = {0};
    const struct hc_ends request = from(&client, 443, &server, 443),
                         response = from(&server, 443, &client, 443);

    (void)state;
    hc_sides_prove(&sides, &request, HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &request), HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &response), HC_SERVER);
}

/* Exported PDUs may have neither. */
static void test_ends_that_look_alike_prove_nothing(void **state) {
    const address none = ADDRESS_INIT_NONE;
    struct hc_sides sides = {0};
    const struct hc_ends message = from(&none, 0, &none, 0);

    (void)state;
    hc_sides_prove(&sides, &message, HC_CLIENT);
    assert_int_equal(hc_sides_sender(&sides, &message), HC_SIDE_UNKNOWN);
}

/* The packet's addresses are gone with the packet. */
static void test_the_server_is_remembered_by_value(void **state) {
    struct hc_sides sides = {0};
    uint8_t reused[4];
    address of_packet;
    const struct hc_ends request = from(&client, 50000, &of_packet, 443),
                         response = from(&server, 443, &client, 50000);

    (void)state;
    memcpy(reused, bytes[0], sizeof reused);
    set_address(&of_packet, AT_IPv4, sizeof reused, reused);
    hc_sides_prove(&sides, &request, HC_CLIENT);
    memset(reused, 0xff, sizeof reused);
    assert_int_equal(hc_sides_sender(&sides, &response), HC_SERVER);
}

#define SIDES_TEST(function) cmocka_unit_test_setup(function, set_addresses)

int main(void) {
    const struct CMUnitTest tests[] = {
        SIDES_TEST(test_without_proof),
        SIDES_TEST(test_proof_by_either_side),
        SIDES_TEST(test_the_first_proof_counts),
        SIDES_TEST(test_a_client_that_moves),
        SIDES_TEST(test_other_ends),
        SIDES_TEST(test_one_address_for_both),
        SIDES_TEST(test_one_port_for_both),
        SIDES_TEST(test_ends_that_look_alike_prove_nothing),
        SIDES_TEST(test_the_server_is_remembered_by_value),
    };

    begin_program();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
