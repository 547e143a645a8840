/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The deadline of a gRPC call (gRPC, PROTOCOL-HTTP2.md, "Timeout"). Plain C11. */
#ifndef HTTPCODES_REGISTRY_GRPC_TIMEOUT_H
#define HTTPCODES_REGISTRY_GRPC_TIMEOUT_H

#include <stdbool.h>
#include <stdint.h>

/* "250m", up to eight digits and a unit, in microseconds; false where the text is none. */
bool hc_grpc_timeout(const char *text, uint64_t *microseconds);

#endif
