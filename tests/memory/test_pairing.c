/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exchanges of a client, a proxy and its origins, a step a frame: which pairs are told, and which never. */
#include "memory/memory_test.h"

#include "memory/pairing.h"

enum { CLIENT = 11, OTHER_CLIENT = 12, PROXY = 21, NEXT_PROXY = 22, ORIGIN = 31, OTHER_ORIGIN = 32 };
enum { FLOOD = 20000 };

/* Whom a request is from and for. Hosts are numbers. */
struct hop {
    uint64_t client, server;
    uint32_t port;
};
static const struct hop front = {CLIENT, PROXY, 80}, behind = {PROXY, ORIGIN, 8088};

static uint32_t frame;             /* of the last step */
static struct hc_front_link shown; /* of the last request */
static int8_t direction;           /* of the next ones, as the capture tells it */
static wmem_array_t *found;        /* const struct hc_pair *, of the last step */

static int before_steps(void **state) {
    before_test(state);
    frame = 0;
    found = NULL;
    direction = P2P_DIR_UNKNOWN;
    return 0;
}
#define PAIRING_TEST(function) cmocka_unit_test_setup(function, before_steps)

static void step(void) {
    frame++;
    found = wmem_array_new(capture_scope, sizeof(const struct hc_pair *));
}

static unsigned count(void) {
    return wmem_array_get_count(found);
}

static const struct hc_pair *pair(void) {
    assert_int_equal(count(), 1);
    return *(const struct hc_pair **)wmem_array_index(found, 0);
}

/* ---- Steps ---- */

static hc_leg_id ask_with(struct hop hop, const char *path, const struct hc_traits *traits) {
    struct hc_request *request = wmem_new0(capture_scope, struct hc_request);
    struct hc_new_leg begun = {
        .connection = request, /* one of its own */
        .client = {hop.client, 50000},
        .server = {hop.server, hop.port},
        .request = request,
        .traits = traits,
        .stream = 1,
        .when = frame,
        .direction = direction,
    };

    step();
    request->method = "GET";
    request->path = path;
    begun.frame = frame;
    return hc_pairing_begin(&begun, &shown);
}

static struct hc_traits with_id(const char *id) {
    struct hc_traits traits = {0};

    if (id)
        hc_traits_add_id(&traits, 0, id, strlen(id));
    return traits;
}

static hc_leg_id ask(struct hop hop, const char *path, const char *id) {
    struct hc_traits traits = with_id(id);

    return ask_with(hop, path, &traits);
}

static void end(hc_leg_id leg, struct hc_leg_ending ending) {
    step();
    ending.frame = frame;
    ending.when = frame;
    hc_pairing_end(leg, &ending, found);
}

static void answer(hc_leg_id leg, uint16_t status) {
    step();
    hc_pairing_answer(leg, status, frame);
}

static void complete(hc_leg_id leg, uint16_t status) {
    step();
    hc_pairing_answer(leg, status, frame);
    end(leg, (struct hc_leg_ending){.end = HC_LEG_COMPLETE, .ended_by = HC_SERVER});
}

static void reset(hc_leg_id leg, enum hc_side side, uint64_t code) {
    end(leg, (struct hc_leg_ending){.end = HC_LEG_RESET, .ended_by = side, .code = code, .has_code = true});
}

/* An exchange through the proxy, from its beginning to its end. */
static void pass_on(const char *path, const char *id) {
    hc_leg_id one = ask(front, path, id), two = ask(behind, path, id);

    complete(two, 200);
    complete(one, 200);
}

/* As many as make any pair believed, a target each. */
static const char *const targets[HC_FITS_ON_ONE_HOST] = {"/warm", "/warm?1", "/warm?2", "/warmer",
                                                         "/warmest"};

static void show_the_way(void) {
    for (int i = 0; i < HC_FITS_FOR_LIKENESS; i++) {
        pass_on(targets[i], NULL);
        assert_int_equal(count(), 0);
    }
}

/* ---- With an id ---- */

static void test_an_id(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two;

    (void)state;
    assert_int_equal(shown.front_frame, 0);
    two = ask(behind, "/a", "id");
    assert_int_equal(shown.front_frame, 1);
    assert_int_equal(shown.evidence, HC_EVIDENCE_ID);
    reset(two, HC_SERVER, 2);
    assert_int_equal(count(), 0);
    complete(one, 502);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_ID);
    assert_int_equal(pair()->attempts, 1);
    assert_int_equal(pair()->front.request_frame, 1);
    assert_int_equal(pair()->front.status, 502);
    assert_int_equal(pair()->front.end, HC_LEG_COMPLETE);
    assert_int_equal(pair()->behind[0].request_frame, 2);
    assert_int_equal(pair()->behind[0].end, HC_LEG_RESET);
    assert_int_equal(pair()->behind[0].code, 2);
    assert_int_equal(pair()->behind[0].status, 0);
}

/* The client has given up, and what is behind ends later. */
static void test_the_later_end_may_be_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    reset(one, HC_CLIENT, 8);
    assert_int_equal(count(), 0);
    reset(two, HC_CLIENT, 8);
    assert_true(pair()->front.was_cancelled);
    assert_true(pair()->behind[0].was_cancelled);
}

static void test_attempts_in_their_order(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three;

    (void)state;
    reset(two, HC_SERVER, 7);
    three = ask(behind, "/a", "id");
    complete(three, 200);
    complete(one, 200);
    assert_int_equal(pair()->attempts, 2);
    assert_int_equal(pair()->behind[0].code, 7);
    assert_int_equal(pair()->behind[1].status, 200);
}

static void test_more_attempts_than_are_listed(void **state) {
    enum { ATTEMPTS = HC_MOST_ATTEMPTS + 5 };
    hc_leg_id one = ask(front, "/a", "id");

    (void)state;
    for (uint64_t i = 0; i < ATTEMPTS; i++)
        reset(ask(behind, "/a", "id"), HC_SERVER, i);
    complete(one, 502);
    assert_int_equal(pair()->attempts, ATTEMPTS);
    assert_int_equal(pair()->behind[0].code, ATTEMPTS - HC_MOST_ATTEMPTS);
    assert_int_equal(pair()->behind[HC_MOST_ATTEMPTS - 1].code, ATTEMPTS - 1);
}

static void test_a_path_that_is_rewritten(void **state) {
    hc_leg_id one = ask(front, "/api/a/b", "id"), two = ask(behind, "/a/b", "id");

    (void)state;
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

/* A service that asks others passes ids on, too. */
static void test_an_id_on_another_path(void **state) {
    hc_leg_id one = ask(front, "/orders/0", "id"), two = ask(behind, "/stock/0", "id");

    (void)state;
    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

/* Of a chain each is behind the one before it. */
static void test_a_chain(void **state) {
    static const struct hop between = {PROXY, NEXT_PROXY, 80}, last = {NEXT_PROXY, ORIGIN, 80};
    hc_leg_id one = ask(front, "/a", "id"), two = ask(between, "/a", "id"), three = ask(last, "/a", "id");

    (void)state;
    assert_int_equal(shown.front_frame, 2);
    complete(three, 200);
    complete(two, 200);
    assert_int_equal(pair()->behind[0].request_frame, 3);
    complete(one, 200);
    assert_int_equal(pair()->front.request_frame, 1);
    assert_int_equal(pair()->behind[0].request_frame, 2);
}

/* Two proxies on one host: the way to the inner one is known when it has a mark. */
static void test_a_chain_on_one_host(void **state) {
    static const struct hop between = {PROXY, PROXY, 8080};
    struct hc_traits marked = with_id("id");
    hc_leg_id one = ask(front, "/a", "id"), two, three;

    (void)state;
    marked.mark = 7;
    two = ask(between, "/a", "id");
    assert_int_equal(shown.front_frame, 1);
    three = ask_with(behind, "/a", &marked);
    assert_int_equal(shown.front_frame, 2);
    complete(three, 200);
    complete(two, 200);
    assert_int_equal(pair()->front.request_frame, 2);
    complete(one, 200);
    assert_int_equal(pair()->front.request_frame, 1);
}

/* What comes in at one address goes out from another one. */
static void test_a_proxy_with_two_addresses(void **state) {
    static const struct hop public = {CLIENT, NEXT_PROXY, 80};

    (void)state;
    for (int i = 0; i <= HC_FITS_FOR_LIKENESS; i++) {
        hc_leg_id one, two;

        direction = P2P_DIR_RECV;
        one = ask(public, targets[i], NULL);
        direction = P2P_DIR_SENT;
        two = ask(behind, targets[i], NULL);
        complete(two, 200);
        complete(one, 200);
        assert_int_equal(count(), i == HC_FITS_FOR_LIKENESS ? 1 : 0);
    }
}

/* ---- Never ---- */

static void require_silence_at(const char *path, struct hop hop_in_front,
                               const struct hc_traits *traits_in_front, struct hop hop_behind,
                               const struct hc_traits *traits_behind) {
    hc_leg_id one = ask_with(hop_in_front, path, traits_in_front);
    hc_leg_id two = ask_with(hop_behind, path, traits_behind);

    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    assert_int_equal(count(), 0);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

static void require_silence(struct hop hop_in_front, const struct hc_traits *traits_in_front,
                            struct hop hop_behind, const struct hc_traits *traits_behind) {
    require_silence_at("/a", hop_in_front, traits_in_front, hop_behind, traits_behind);
}

/* Who asks two servers is no proxy; nor is one of them the other one's. */
static void test_a_client_with_two_servers(void **state) {
    static const struct hop other = {CLIENT, ORIGIN, 80};
    struct hc_traits traits = with_id("trace");

    (void)state;
    require_silence(front, &traits, other, &traits);
}

static void test_hosts_that_are_not_linked(void **state) {
    static const struct hop elsewhere = {NEXT_PROXY, ORIGIN, 80};
    struct hc_traits traits = with_id("id");

    (void)state;
    require_silence(front, &traits, elsewhere, &traits);
}

static void test_other_ids(void **state) {
    struct hc_traits one = with_id("one"), other = with_id("other");

    (void)state;
    hc_traits_add_id(&one, 1, "trace", 5);
    hc_traits_add_id(&other, 1, "trace", 5);
    require_silence(front, &one, behind, &other);
}

static void test_another_client_is_named(void **state) {
    struct hc_traits one = with_id("id"), other = with_id("id");

    (void)state;
    other.is_forwarded = true;
    hc_traits_add_forwarded(&other, OTHER_CLIENT);
    require_silence(front, &one, behind, &other);
}

/* What it was made for was asked by another proxy, and cannot be read. */
static void test_a_chain_with_a_leg_that_is_missing(void **state) {
    for (unsigned kind = 0; kind < HC_HOP_LISTS; kind++) {
        struct hc_traits one = with_id(kind ? "one" : "other"), other = one;

        (void)state;
        hc_traits_add_hop(&one, kind);
        hc_traits_add_hop(&other, kind);
        hc_traits_add_hop(&other, kind);
        hc_traits_add_hop(&other, kind);
        require_silence(front, &one, behind, &other);
    }
}

static void test_one_host_without_a_mark(void **state) {
    static const struct hop one = {CLIENT, CLIENT, 80}, other = {CLIENT, CLIENT, 8088};
    struct hc_traits traits = with_id("id");

    (void)state;
    for (int i = 0; i < HC_FITS_ON_ONE_HOST; i++)
        require_silence_at(targets[i], one, &traits, other, &traits);
    /* By now it has shown itself. */
    ask_with(one, "/a", &traits);
    ask_with(other, "/a", &traits);
    assert_int_not_equal(shown.front_frame, 0);
}

/* A mirror: which one the client is answered from cannot be told. */
static void test_two_at_once(void **state) {
    static const struct hop mirror = {PROXY, OTHER_ORIGIN, 80};
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id"), three = ask(mirror, "/a", "id");

    (void)state;
    complete(two, 404);
    complete(three, 200);
    complete(one, 404);
    assert_int_equal(count(), 0);
}

static void test_nobody_tries_again_what_went_well(void **state) {
    hc_leg_id one = ask(front, "/a", "id");

    (void)state;
    complete(ask(behind, "/a", "id"), 200);
    complete(ask(behind, "/a", "id"), 404);
    complete(one, 404);
    assert_int_equal(count(), 0);
}

/* A cache answers by itself, and asks for the next one. */
static void test_an_answer_before_the_one_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    complete(one, 200);
    complete(two, 200);
    assert_int_equal(count(), 0);
}

static void test_an_end_before_the_one_behind(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    answer(two, 200);
    complete(one, 200);
    complete(two, 200);
    assert_int_equal(count(), 0);
}

/* A proxy that waits no longer says so. */
static void test_a_timeout_is_no_contradiction(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    complete(one, 504);
    reset(two, HC_CLIENT, 8);
    assert_int_equal(pair()->front.status, 504);
}

static void test_what_is_open_at_a_gap(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two;

    (void)state;
    hc_legs_blind();
    two = ask(behind, "/a", "id");
    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
    pass_on("/a", "another");
    assert_int_equal(count(), 1);
}

/* Another client's request may have it, too, and be unreadable. */
static void test_one_id_everywhere(void **state) {
    (void)state;
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
    for (int i = 0; i < 2 * HC_FITS_ON_ONE_HOST; i++) {
        pass_on("/a", "id");
        assert_int_equal(count(), 0);
    }
    /* With another target it names one request again. */
    pass_on("/b", "id");
    assert_int_equal(count(), 1);
    /* The third target that fits. */
    pass_on("/c", NULL);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

/* ---- Without ids ---- */

static void test_likeness_on_a_way_that_has_shown_itself(void **state) {
    (void)state;
    show_the_way();
    pass_on("/a", NULL);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_ONLY_ONE);
}

/* The clock of what is behind is late by one request, which asks for the same as the one before it. */
static void test_a_clock_that_is_late(void **state) {
    hc_leg_id one = ask(front, "/a", NULL), two;

    (void)state;
    complete(one, 200);
    for (int i = 0; i < 2 * HC_FITS_ON_ONE_HOST; i++) {
        one = ask(front, "/a", NULL);
        two = ask(behind, "/a", NULL);
        assert_int_equal(shown.front_frame, 0);
        complete(two, 200);
        complete(one, 200);
        assert_int_equal(count(), 0);
    }
}

static void test_a_client_that_is_named(void **state) {
    struct hc_traits none = {0}, named = {.is_forwarded = true};
    hc_leg_id one, two;

    (void)state;
    hc_traits_add_forwarded(&named, CLIENT);
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask_with(behind, "/a", &named);
    assert_int_equal(shown.evidence, HC_EVIDENCE_FORWARDED_FOR);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(pair()->evidence, HC_EVIDENCE_FORWARDED_FOR);
    require_silence((struct hop){OTHER_CLIENT, PROXY, 80}, &none, behind, &named);
}

static void test_fields_that_differ(void **state) {
    struct hc_traits one = {0}, other = {0};

    (void)state;
    hc_traits_add_field(&one, 1, "one", 3);
    hc_traits_add_field(&other, 1, "other", 5);
    show_the_way();
    require_silence(front, &one, behind, &other);
}

/* What nobody asked for may be said to have been asked for next time. */
static void test_a_host_that_asks_by_itself(void **state) {
    (void)state;
    show_the_way();
    complete(ask(behind, "/health", NULL), 200);
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

static void test_hosts_that_ask_each_other(void **state) {
    static const struct hop back = {PROXY, CLIENT, 80};
    struct hc_traits none = {0};

    (void)state;
    for (int i = 0; i < 5; i++)
        require_silence(front, &none, back, &none);
}

static void test_a_way_that_was_contradicted(void **state) {
    hc_leg_id one, two;

    (void)state;
    show_the_way();
    one = ask(front, "/b", NULL);
    two = ask(behind, "/b", NULL);
    complete(one, 200);
    complete(two, 200);
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
}

static void test_a_server_that_cannot_be_read(void **state) {
    struct hc_endpoint server = {front.server, front.port};

    (void)state;
    show_the_way();
    hc_trust_server(server)->unread++;
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    hc_trust_server(server)->unread--;
    pass_on("/a", NULL);
    assert_int_equal(count(), 1);
    hc_trust_server(server)->is_dark = true;
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
}

static void test_two_alike(void **state) {
    hc_leg_id one, other, two, another;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    other = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    another = ask(behind, "/a", NULL);
    assert_int_equal(shown.front_frame, 0);
    complete(two, 200);
    complete(another, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
    complete(other, 200);
    assert_int_equal(count(), 0);
}

/* The first one was answered while the second one behind had no answer. */
static void test_two_alike_one_after_the_other(void **state) {
    hc_leg_id one, other, two, another;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    other = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    another = ask(behind, "/a", NULL);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(pair()->behind[0].request_frame, frame - 5);
    complete(another, 404);
    complete(other, 404);
    assert_int_equal(pair()->behind[0].status, 404);
}

/* The first one has its own already. */
static void test_the_one_that_is_free(void **state) {
    hc_leg_id one, other, two, another;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    other = ask(front, "/a", NULL);
    another = ask(behind, "/a", NULL);
    assert_int_equal(shown.front_frame, frame - 1);
    complete(another, 200);
    complete(other, 200);
    assert_int_equal(count(), 1);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 1);
}

static void test_a_second_one_like_it(void **state) {
    hc_leg_id one, two, mirror;

    (void)state;
    show_the_way();
    one = ask(front, "/a", NULL);
    two = ask(behind, "/a", NULL);
    mirror = ask(behind, "/a", NULL);
    complete(mirror, 200);
    complete(two, 200);
    complete(one, 200);
    assert_int_equal(count(), 0);
}

/* ---- HTTP/1 behind ---- */

static void test_a_client_that_leaves(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    reset(one, HC_CLIENT, 8);
    step();
    hc_pairing_client_leaves(two, frame, frame, found);
    assert_int_equal(pair()->behind[0].end, HC_LEG_CLOSED);
    assert_int_equal(pair()->behind[0].ended_by, HC_CLIENT);
    assert_int_equal(pair()->behind[0].end_frame, frame);
}

/* In front half of the connection is no more than that. */
static void test_a_client_in_front_that_leaves(void **state) {
    hc_leg_id one = ask(front, "/a", "id"), two = ask(behind, "/a", "id");

    (void)state;
    step();
    hc_pairing_client_leaves(one, frame, frame, found);
    complete(two, 200);
    assert_int_equal(count(), 0);
    complete(one, 200);
    assert_false(pair()->front.was_cancelled);
}

/* ---- Floods ---- */

static void test_requests_that_never_end(void **state) {
    char path[16];

    (void)state;
    for (int i = 0; i < FLOOD; i++) {
        snprintf(path, sizeof path, "/%d", i);
        ask(front, wmem_strdup(capture_scope, path), path);
    }
    /* One was forgotten, and the server is not believed without ids. */
    show_the_way();
    pass_on("/a", NULL);
    assert_int_equal(count(), 0);
    pass_on("/a", "id");
    assert_int_equal(count(), 1);
}

/* One id everywhere, and one path. */
static void test_requests_that_are_all_the_same(void **state) {
    hc_leg_id two;

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        ask(i % 2 ? front : behind, "/a", i % 3 ? "id" : NULL);
    two = ask(behind, "/a", "id");
    complete(two, 200);
    assert_int_equal(count(), 0);
}

static void test_one_request_and_suitors_without_end(void **state) {
    hc_leg_id one = ask(front, "/a", NULL), other = ask(front, "/a", NULL);

    (void)state;
    for (int i = 0; i < FLOOD; i++)
        complete(ask(behind, "/a", NULL), 503);
    complete(one, 200);
    assert_int_equal(count(), 0);
    complete(other, 200);
    assert_int_equal(count(), 0);
}

/* As many as there is room for, each with an end. */
static void test_what_has_ended_is_forgotten(void **state) {
    char id[16];

    (void)state;
    for (int i = 0; i < FLOOD; i++) {
        snprintf(id, sizeof id, "%d", i);
        pass_on("/a", id);
        assert_int_equal(count(), 1);
    }
    assert_false(hc_trust_server((struct hc_endpoint){front.server, front.port})->is_dark);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIRING_TEST(test_an_id),
        PAIRING_TEST(test_the_later_end_may_be_behind),
        PAIRING_TEST(test_attempts_in_their_order),
        PAIRING_TEST(test_more_attempts_than_are_listed),
        PAIRING_TEST(test_a_path_that_is_rewritten),
        PAIRING_TEST(test_an_id_on_another_path),
        PAIRING_TEST(test_a_chain),
        PAIRING_TEST(test_a_chain_on_one_host),
        PAIRING_TEST(test_a_proxy_with_two_addresses),
        PAIRING_TEST(test_a_client_with_two_servers),
        PAIRING_TEST(test_hosts_that_are_not_linked),
        PAIRING_TEST(test_other_ids),
        PAIRING_TEST(test_another_client_is_named),
        PAIRING_TEST(test_a_chain_with_a_leg_that_is_missing),
        PAIRING_TEST(test_one_host_without_a_mark),
        PAIRING_TEST(test_two_at_once),
        PAIRING_TEST(test_nobody_tries_again_what_went_well),
        PAIRING_TEST(test_an_answer_before_the_one_behind),
        PAIRING_TEST(test_an_end_before_the_one_behind),
        PAIRING_TEST(test_a_timeout_is_no_contradiction),
        PAIRING_TEST(test_what_is_open_at_a_gap),
        PAIRING_TEST(test_one_id_everywhere),
        PAIRING_TEST(test_likeness_on_a_way_that_has_shown_itself),
        PAIRING_TEST(test_a_clock_that_is_late),
        PAIRING_TEST(test_a_client_that_is_named),
        PAIRING_TEST(test_fields_that_differ),
        PAIRING_TEST(test_a_host_that_asks_by_itself),
        PAIRING_TEST(test_hosts_that_ask_each_other),
        PAIRING_TEST(test_a_way_that_was_contradicted),
        PAIRING_TEST(test_a_server_that_cannot_be_read),
        PAIRING_TEST(test_two_alike),
        PAIRING_TEST(test_two_alike_one_after_the_other),
        PAIRING_TEST(test_the_one_that_is_free),
        PAIRING_TEST(test_a_second_one_like_it),
        PAIRING_TEST(test_a_client_that_leaves),
        PAIRING_TEST(test_a_client_in_front_that_leaves),
        PAIRING_TEST(test_requests_that_never_end),
        PAIRING_TEST(test_requests_that_are_all_the_same),
        PAIRING_TEST(test_one_request_and_suitors_without_end),
        PAIRING_TEST(test_what_has_ended_is_forgotten),
    };

    begin_program();
    hc_trust_register();
    hc_legs_register();
    return end_program(cmocka_run_group_tests(tests, NULL, NULL));
}
