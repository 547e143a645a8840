/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which bytes are a whole message of HTTP/1 about which nobody could think otherwise. */
#include "collect_test.h"

#include <stdlib.h>

#include "collect/plain_http1.h"

/* What begins the message, or NULL. A copy has the sanitizers see each byte that is read behind it. */
static const char *read_first(const char *bytes, size_t length) {
    static char first[16];
    uint8_t *copy = malloc(length > 0 ? length : 1);
    struct hc_plain_http1 found;
    bool is_plain;

    memcpy(copy, bytes, length);
    is_plain = hc_plain_http1_read(&found, copy, length);
    if (is_plain) {
        assert_int_equal(found.is_response, copy[0] == 'H' && copy[1] == 'T');
        memcpy(first, copy + found.at, found.length);
        first[found.length] = '\0';
    }
    free(copy);
    return is_plain ? first : NULL;
}
#define PLAIN(first, literal) assert_string_equal(read_first(literal, sizeof literal - 1), first)
#define ODD(literal)          assert_null(read_first(literal, sizeof literal - 1))

static void test_requests(void **state) {
    (void)state;
    PLAIN("GET", "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    PLAIN("GET", "GET / HTTP/1.0\r\n\r\n");
    PLAIN("HEAD", "HEAD /a b HTTP/1.1\r\nContent-Language: x\r\nTE: trailers\r\n\r\n");
    PLAIN("POST", "POST / HTTP/1.1\r\ncontent-LENGTH:  3 \r\n\r\nabc");
    PLAIN("PUT", "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n");
    ODD("");
    ODD("G");
    ODD("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n");
    ODD("FOO / HTTP/1.1\r\n\r\n");
    ODD("GET /\r\n\r\n");
    ODD("GET HTTP/1.1\r\n\r\n");
    ODD("GET / HTTP/2.0\r\n\r\n");
}

static void test_responses(void **state) {
    (void)state;
    PLAIN("404", "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
    PLAIN("200", "HTTP/1.0 200\r\nContent-Length: 0\r\n\r\n");
    PLAIN("200", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    PLAIN("100", "HTTP/1.1 100 Continue\r\n\r\n");
    PLAIN("304", "HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n");
    ODD("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
    ODD("HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n");
    ODD("HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n");
    ODD("HTTP/1.1 20\r\nContent-Length: 0\r\n\r\n");
    ODD("HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n");
}

static void test_where_the_end_is_another(void **state) {
    (void)state;
    ODD("GET / HTTP/1.1\r\nHost: a\r\n");
    ODD("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    ODD("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab");
    ODD("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcd");
    ODD("HTTP/1.1 200 OK\r\n\r\n");
    ODD("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"); /* may answer HEAD */
    ODD("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n");
    ODD("HTTP/1.1 304 Not Modified\r\n\r\nmore");
    ODD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n");
    ODD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    ODD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc0\r\n\r\n");
    ODD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: x\r\n\r\n");
    ODD("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
}

static void test_lengths_that_can_be_read_otherwise(void **state) {
    (void)state;
    ODD("POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    ODD("POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\nabc");
    ODD("POST / HTTP/1.1\r\nContent-Length: 3,3\r\n\r\nabc");
    ODD("POST / HTTP/1.1\r\nContent-Length:\r\n\r\n");
    ODD("POST / HTTP/1.1\r\nContent-Length: 18446744073709551619\r\n\r\nabc");
    ODD("POST / HTTP/1.1\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    ODD("POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    ODD("POST / HTTP/1.1\r\nA: b\r\n Content-Length: 3\r\n\r\n");
}

static void test_lines_that_end_oddly(void **state) {
    (void)state;
    ODD("GET / HTTP/1.1\nHost: a\n\n");
    ODD("GET / HTTP/1.1\r\nHost: a\n\r\n");
    ODD("GET / HTTP/1.1\r\nA: b\rContent-Length: 3\r\n\r\n");
    ODD("\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_requests),
        cmocka_unit_test(test_responses),
        cmocka_unit_test(test_where_the_end_is_another),
        cmocka_unit_test(test_lengths_that_can_be_read_otherwise),
        cmocka_unit_test(test_lines_that_end_oddly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
