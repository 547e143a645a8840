/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is the client, and which protocol was agreed on. */
#include "collect/reading.h"

/* TLS handshake message types (RFC 8446, section 4), and an extension (section 4.2.10). */
enum { TLS_CLIENT_HELLO = 1, TLS_SERVER_HELLO = 2, TLS_ENCRYPTED_EXTENSIONS = 8 };
enum { TLS_EARLY_DATA = 42 };

static void begin_with_client(struct hc_reading *reading) {
    hc_reading_prove(reading, HC_CLIENT);
    hc_reading_connection(reading)->seen_from_start = true;
}

/* The connection preface of HTTP/2 (RFC 9113, section 3.4): the client's first words. Header blocks that came
 * before it were none of this connection. */
void hc_take_from_client(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);

    (void)field;
    begin_with_client(reading);
    connection->preface_seen = true;
    if (connection->gaps == 0 && connection->requests == 0)
        memset(connection->compression, 0, sizeof connection->compression);
}

/* A server must not mask (RFC 6455, section 5.1). A frame without a mask proves nothing, since broken clients
 * send it too. */
void hc_take_mask(struct hc_reading *reading, const field_info *field) {
    if (hc_reading_number(field))
        hc_reading_prove(reading, HC_CLIENT);
}

void hc_take_handshake(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);

    reading->handshake = (unsigned)hc_reading_number(field);
    connection->is_tls = true;
    if (reading->handshake == TLS_CLIENT_HELLO) {
        begin_with_client(reading);
    } else if (reading->handshake == TLS_SERVER_HELLO) {
        hc_reading_prove(reading, HC_SERVER);
        connection->is_accepted = true;
    }
}

/* What a client sends in early data cannot be read without more keys than most captures have. */
void hc_take_extension(struct hc_reading *reading, const field_info *field) {
    if (reading->handshake == TLS_CLIENT_HELLO && hc_reading_number(field) == TLS_EARLY_DATA)
        hc_reading_connection(reading)->may_have_early = true;
}

void hc_take_alpn(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (reading->handshake == TLS_CLIENT_HELLO)
        connection->alpn = hc_alpn_offered(connection->alpn, hc_reading_string(field));
    else if (reading->handshake == TLS_ENCRYPTED_EXTENSIONS)
        connection->alpn = hc_alpn_chosen(hc_reading_string(field));
}
