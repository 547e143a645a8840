/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where numbers of each space may stand. */
#ifndef HTTPCODES_JUDGE_PLACES_H
#define HTTPCODES_JUDGE_PLACES_H

#include "event.h"

struct place {
    uint8_t space, carrier;
};

static const struct place places[] = {
    {HC_HTTP_STATUS, HC_STATUS_LINE},      {HC_HTTP_STATUS, HC_HEADERS},
    {HC_HTTP2_ERROR, HC_RST_STREAM},       {HC_HTTP2_ERROR, HC_GOAWAY},
    {HC_HTTP3_ERROR, HC_RESET_STREAM},     {HC_HTTP3_ERROR, HC_STOP_SENDING},
    {HC_HTTP3_ERROR, HC_CONNECTION_CLOSE}, {HC_QUIC_ERROR, HC_CONNECTION_CLOSE},
    {HC_WEBSOCKET_CLOSE, HC_CLOSE},        {HC_GRPC_STATUS, HC_GRPC_TRAILER},
};

#endif
