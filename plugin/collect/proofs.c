/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is the client, and which protocol was agreed on. */
#include "collect/reading.h"

/* TLS handshake message types (RFC 8446, section 4). */
enum { TLS_CLIENT_HELLO = 1, TLS_SERVER_HELLO = 2, TLS_ENCRYPTED_EXTENSIONS = 8 };

/* The connection preface of HTTP/2, or a ClientHello: the client's first words. */
void hc_take_from_client(struct hc_reading *reading, const field_info *field) {
    (void)field;
    hc_reading_prove(reading, HC_CLIENT);
    hc_reading_connection(reading)->seen_from_start = true;
}

void hc_take_gap(struct hc_reading *reading, const field_info *field) {
    (void)field;
    hc_connection_has_gap(hc_reading_connection(reading));
}

/* A server must not mask (RFC 6455, section 5.1). A frame without a mask proves nothing, since broken clients
 * send it too. */
void hc_take_mask(struct hc_reading *reading, const field_info *field) {
    if (hc_reading_number(field))
        hc_reading_prove(reading, HC_CLIENT);
}

void hc_take_handshake(struct hc_reading *reading, const field_info *field) {
    reading->handshake = (unsigned)hc_reading_number(field);
    if (reading->handshake == TLS_CLIENT_HELLO)
        hc_take_from_client(reading, field);
    else if (reading->handshake == TLS_SERVER_HELLO)
        hc_reading_prove(reading, HC_SERVER);
}

void hc_take_alpn(struct hc_reading *reading, const field_info *field) {
    struct hc_connection *connection = hc_reading_connection(reading);

    if (reading->handshake == TLS_CLIENT_HELLO)
        hc_connection_offers(connection, hc_reading_string(reading, field));
    else if (reading->handshake == TLS_ENCRYPTED_EXTENSIONS)
        hc_connection_chooses(connection, hc_reading_string(reading, field));
}
