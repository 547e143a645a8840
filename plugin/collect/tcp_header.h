/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The header of TCP (RFC 9293, section 3.1): where its parts stand, in bytes, and the flags. */
#ifndef HTTPCODES_COLLECT_TCP_HEADER_H
#define HTTPCODES_COLLECT_TCP_HEADER_H

enum {
    HC_TCP_PORTS = 0,
    HC_TCP_SEQUENCE = 4,
    HC_TCP_ACKNOWLEDGEMENT = 8,
    HC_TCP_OFFSET = 12, /* of the data, in its upper half, in words of four bytes */
    HC_TCP_FLAGS = 13,
    HC_TCP_HEADER = 20
};

enum { HC_TCP_FIN = 0x01, HC_TCP_SYN = 0x02, HC_TCP_RST = 0x04, HC_TCP_ACK = 0x10 };

#endif
