/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A client that asks for 100 (Continue) sends the head of its request, and waits (RFC 9110, section 10.1.1).
 * Wireshark shows the request when its content has come: how long that took is seen by the segments. */
#include "collect/expectation.h"

#include "collect/reading.h"
#include "memory/elapsed.h"

/* What waits for less than that may be slow, and need not have waited for the server. In microseconds. */
enum { SHORTEST_WAIT = 300000 };
/* Nobody waits for longer, in seconds: behind that no segment is looked at. */
enum { LONGEST_WAIT = 60 };
/* A head that is longer comes in several segments. */
enum { LONGEST_HEAD = 16384 };

/* Most captures have no such wait: then no segment costs a look for its connection. */
static struct {
    bool is_any;
    nstime_t last; /* when it began */
} waits;

static void clear(void) {
    waits.is_any = false;
}

void hc_expectation_prepare(void) {
    register_init_routine(clear);
}

bool hc_may_wait(const nstime_t *now) {
    return waits.is_any && now->secs - waits.last.secs <= LONGEST_WAIT;
}

static bool ends_head(const char *text, size_t length) {
    return length >= 4 && memcmp(text + length - 4, "\r\n\r\n", 4) == 0;
}

/* Methods with content begin with this letter: POST, PUT, PATCH, PROPFIND. */
bool hc_is_expectant_head(const uint8_t *bytes, size_t length) {
    static const char field[] = "\nexpect:";
    const char *text = (const char *)bytes;

    if (length < sizeof field || length > LONGEST_HEAD || *text != 'P' || !ends_head(text, length))
        return false;
    for (size_t i = 0; i + sizeof field <= length; i++) {
        if (text[i] == '\n' && g_ascii_strncasecmp(text + i, field, sizeof field - 1) == 0)
            return true;
    }
    return false;
}

bool hc_begins_upload(const uint8_t *bytes, size_t length) {
    static const char *const methods[] = {"POST ", "PUT ", "PATCH "};

    if (length < strlen("PATCH ") || *bytes != 'P')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(methods); i++) {
        if (memcmp(bytes, methods[i], strlen(methods[i])) == 0)
            return true;
    }
    return false;
}

/* The next segment of the client goes on where the head ended, and acknowledges no more than the head did:
 * the server has said nothing. */
static void end_wait(struct hc_reading *reading, struct hc_connection *connection) {
    struct hc_expectation *expectation = &connection->expectation;
    uint32_t waited;

    if (reading->ends.source_port != expectation->port || reading->sequence != expectation->sequence)
        return;
    expectation->port = 0;
    waited = hc_elapsed(&expectation->since, &reading->pinfo->abs_ts);
    if (reading->acknowledged == expectation->acknowledged && waited >= SHORTEST_WAIT && waited != HC_NO_TIME)
        expectation->waited = waited;
}

static void begin_wait(struct hc_reading *reading, struct hc_connection *connection, unsigned length) {
    waits.is_any = true;
    waits.last = reading->pinfo->abs_ts;
    connection->expectation = (struct hc_expectation){
        .since = reading->pinfo->abs_ts,
        .port = reading->ends.source_port,
        .sequence = reading->sequence + length,
        .acknowledged = reading->acknowledged,
    };
}

void hc_take_expectation(struct hc_reading *reading, struct hc_span payload) {
    struct hc_connection *connection;

    if (payload.length == 0 || !reading->has_positions)
        return;
    if (hc_begins_upload(hc_span_bytes(payload), payload.length))
        hc_connection_of_packet(reading->pinfo)->is_uploading = true;
    if (hc_is_expectant_head(hc_span_bytes(payload), payload.length)) {
        begin_wait(reading, hc_connection_of_packet(reading->pinfo), payload.length);
    } else if (hc_may_wait(&reading->pinfo->abs_ts)) {
        connection = hc_connection_known(reading->pinfo);
        if (connection && connection->expectation.port)
            end_wait(reading, connection);
    }
}

void hc_note_wait(struct hc_reading *reading, struct hc_exchange *exchange) {
    struct hc_expectation *expectation = &hc_reading_connection(reading)->expectation;

    if (expectation->waited > 0)
        hc_exchange_past(exchange)->waited = expectation->waited;
    expectation->waited = 0;
    /* Where a preference has it shown with its head alone, the wait that begins would be the next one's. */
    expectation->port = 0;
}
