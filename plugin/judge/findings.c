/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/findings.h"

#include "judge/retry.h"
#include "registry/numbers.h"

typedef const struct hc_event event_t;
typedef const struct hc_verdict verdict_t;

static const struct hc_code *row_of(verdict_t *verdict) {
    return verdict->meaning.row;
}

static bool is_range(verdict_t *verdict) {
    return hc_is_range(&verdict->meaning);
}

/* ---- numbers that should not be here ---- */

static bool unknown_code(event_t *event, verdict_t *verdict) {
    (void)event;
    return row_of(verdict)->registration == HC_UNASSIGNED && !verdict->sibling && !verdict->ambiguous &&
           !row_of(verdict)->never_on_wire;
}

static bool foreign_zero(event_t *event, verdict_t *verdict) {
    return verdict->sibling && event->space == HC_HTTP3_ERROR && event->value == H2_NO_ERROR;
}

static bool foreign_code(event_t *event, verdict_t *verdict) {
    return verdict->sibling && !foreign_zero(event, verdict);
}

/* A stream error may be treated as a connection error (RFC 9113, section 5.4; RFC 9114, section 8). A refusal
 * or a cancellation, which blames nobody, is no error that could be. */
static bool wrong_scope(event_t *event, verdict_t *verdict) {
    const struct hc_code *row = row_of(verdict);

    if (hc_event_is_on_connection(event))
        return row->scope == HC_SCOPE_STREAM && row->blame == HC_BLAME_NOBODY;
    return row->scope == HC_SCOPE_CONNECTION && hc_event_is_on_stream(event);
}

/* Who answers may repeat the code that it was given (RFC 9000, section 3.5; RFC 6455, section 5.5.1). */
static bool wrong_sender(event_t *event, verdict_t *verdict) {
    if (event->circumstances & HC_ECHOES)
        return false;
    return (row_of(verdict)->speaker == HC_BY_CLIENT && event->sender == HC_SERVER) ||
           (row_of(verdict)->speaker == HC_BY_SERVER && event->sender == HC_CLIENT);
}

static bool never_on_wire(event_t *event, verdict_t *verdict) {
    return event->space == HC_WEBSOCKET_CLOSE && row_of(verdict)->never_on_wire;
}

static bool is_valid_status(event_t *event) {
    return event->value >= HTTP_STATUS_FIRST && event->value <= HTTP_STATUS_LAST;
}

static bool invalid_status(event_t *event, verdict_t *verdict) {
    (void)verdict;
    if (event->space != HC_HTTP_STATUS)
        return false;
    return !is_valid_status(event) ||
           (event->value == HTTP_SWITCHING_PROTOCOLS && event->carrier == HC_HEADERS);
}

static bool obsolete_code(event_t *event, verdict_t *verdict) {
    enum hc_registration how = row_of(verdict)->registration;

    (void)event;
    return (how == HC_RETIRED || how == HC_DRAFT) && !row_of(verdict)->never_on_wire;
}

/* ---- what it means for the request ---- */

static bool retry_safe(event_t *event, verdict_t *verdict) {
    return verdict->retry == HC_RETRY_SAFE || hc_more_of(event)->unprocessed;
}

static bool false_refusal(event_t *event, verdict_t *verdict) {
    return hc_is_false_refusal(event, verdict);
}

/* A server says that nothing is wrong, and breaks its response off all the same. In answer to STOP_SENDING
 * that is what the client wanted. A client that breaks off with NO_ERROR has just lost interest: node does it
 * every day. */
static bool no_error_unfinished(event_t *event, verdict_t *verdict) {
    bool says_no_error = row_of(verdict)->retry == HC_RETRY_NOT_A_FAILURE && !is_range(verdict);
    bool breaks_off = event->carrier == HC_RST_STREAM || event->carrier == HC_RESET_STREAM;

    return (says_no_error || foreign_zero(event, verdict)) && breaks_off && event->sender == HC_SERVER &&
           !(event->circumstances & HC_ECHOES) && hc_event_is_unfinished(event);
}

/* On HTTP/3 an unknown code, and one in an unexpected place, counts as H3_NO_ERROR (RFC 9114, section 8). */
static bool counts_as_no_error(event_t *event, verdict_t *verdict) {
    if (row_of(verdict)->retry == HC_RETRY_NOT_A_FAILURE)
        return true;
    return event->space == HC_HTTP3_ERROR && (wrong_scope(event, verdict) || wrong_sender(event, verdict));
}

static bool cancel_after_complete(event_t *event, verdict_t *verdict) {
    return hc_event_is_on_stream(event) && event->progress == HC_PROGRESS_COMPLETE &&
           !counts_as_no_error(event, verdict);
}

static bool rapid_reset(event_t *event, verdict_t *verdict) {
    (void)verdict;
    return hc_more_of(event)->rapid_resets > 0;
}

/* ---- plain failures ---- */

/* The status that a code amounts to: a status itself; for gRPC the one that google.rpc.Code gives it; else 0.
 */
static uint64_t as_status(event_t *event, verdict_t *verdict) {
    const struct hc_mapping *mapping;

    if (event->space == HC_HTTP_STATUS)
        return is_valid_status(event) ? event->value : 0;
    if (event->space != HC_GRPC_STATUS || is_range(verdict))
        return 0;
    for (size_t i = 0; (mapping = hc_event_mapping(event, i)); i++) {
        if (mapping->to == HC_HTTP_STATUS && mapping->kind != HC_MAP_NOT_APPLICABLE)
            return mapping->target;
    }
    return 0;
}

static bool client_error(event_t *event, verdict_t *verdict) {
    return HTTP_CLASS(as_status(event, verdict)) == HTTP_CLIENT_ERROR;
}

static bool server_error(event_t *event, verdict_t *verdict) {
    return HTTP_CLASS(as_status(event, verdict)) == HTTP_SERVER_ERROR;
}

/* A code by which a side gives up a stream that it no longer needs. */
static bool is_cancellation(event_t *event) {
    return (event->space == HC_HTTP2_ERROR && event->value == H2_CANCEL) ||
           (event->space == HC_HTTP3_ERROR && event->value == H3_REQUEST_CANCELLED);
}

static bool breaks_stream(event_t *event, verdict_t *verdict) {
    return hc_event_is_on_stream(event) && !counts_as_no_error(event, verdict) &&
           !cancel_after_complete(event, verdict);
}

static bool stream_error(event_t *event, verdict_t *verdict) {
    return breaks_stream(event, verdict) && !is_cancellation(event);
}

static bool stream_cancelled(event_t *event, verdict_t *verdict) {
    return breaks_stream(event, verdict) && is_cancellation(event);
}

static bool connection_error(event_t *event, verdict_t *verdict) {
    return hc_event_is_on_connection(event) && !counts_as_no_error(event, verdict);
}

static bool abnormal_close(event_t *event, verdict_t *verdict) {
    return event->space == HC_WEBSOCKET_CLOSE && !is_range(verdict) && !row_of(verdict)->never_on_wire &&
           verdict->retry != HC_RETRY_NOT_A_FAILURE;
}

const struct hc_finding_row hc_finding_rows[HC_FINDINGS_END] = {
    [HC_FINDS_UNKNOWN_CODE] = {"httpcodes.unknown_code",
                               HC_NOTE,
                               {"Unassigned code", "未分配的代码", "Nicht vergebener Code"},
                               unknown_code},
    [HC_FINDS_FOREIGN_CODE] = {"httpcodes.foreign_code",
                               HC_WARNING,
                               {"Code of the other HTTP version", "另一 HTTP 版本的代码",
                                "Code der anderen HTTP-Version"},
                               foreign_code},
    [HC_FINDS_FOREIGN_ZERO] = {"httpcodes.foreign_code",
                               HC_NOTE,
                               {"0x0 on HTTP/3 counts as H3_NO_ERROR", "HTTP/3 上的 0x0 视为 H3_NO_ERROR",
                                "0x0 gilt in HTTP/3 als H3_NO_ERROR"},
                               foreign_zero},
    [HC_FINDS_WRONG_SCOPE] = {"httpcodes.wrong_scope",
                              HC_WARNING,
                              {"Connection error on a stream, or the reverse", "连接错误用在流上，或相反",
                               "Verbindungsfehler auf einem Stream, oder umgekehrt"},
                              wrong_scope},
    [HC_FINDS_WRONG_SENDER] = {"httpcodes.wrong_sender",
                               HC_WARNING,
                               {"This side must not send this code", "这一方不得发送此代码",
                                "Diese Seite darf diesen Code nicht senden"},
                               wrong_sender},
    [HC_FINDS_NEVER_ON_WIRE] = {"httpcodes.never_on_wire",
                                HC_WARNING,
                                {"This code must not appear in a Close frame", "此代码不得出现在 Close 帧中",
                                 "Dieser Code darf in keinem Close-Frame stehen"},
                                never_on_wire},
    [HC_FINDS_INVALID_STATUS] = {"httpcodes.invalid_status",
                                 HC_WARNING,
                                 {"Invalid HTTP status", "无效的 HTTP 状态码", "Ungültiger HTTP-Status"},
                                 invalid_status},
    [HC_FINDS_OBSOLETE_CODE] = {"httpcodes.obsolete_code",
                                HC_NOTE,
                                {"Unused, obsolete, or from a draft", "未使用、已废弃或来自草案",
                                 "Unbenutzt, veraltet oder aus einem Entwurf"},
                                obsolete_code},
    [HC_FINDS_RETRY_SAFE] = {"httpcodes.retry_safe",
                             HC_NOTE,
                             {"Not processed: the request may be sent again", "未被处理：请求可以重新发送",
                              "Nicht verarbeitet: die Anfrage darf wiederholt werden"},
                             retry_safe},
    [HC_FINDS_FALSE_REFUSAL] = {"httpcodes.false_refusal",
                                HC_WARNING,
                                {"Refused as not processed, although the response had begun",
                                 "声称未处理而拒绝，但响应已经开始",
                                 "Als unverarbeitet abgelehnt, obwohl die Antwort begonnen hatte"},
                                false_refusal},
    [HC_FINDS_NO_ERROR_UNFINISHED] = {"httpcodes.no_error_unfinished",
                                      HC_WARNING,
                                      {"A response that was not complete ends without an error",
                                       "不完整的响应以无错误代码结束",
                                       "Eine unvollständige Antwort endet ohne Fehler"},
                                      no_error_unfinished},
    [HC_FINDS_CANCEL_AFTER_COMPLETE] = {"httpcodes.cancel_after_complete",
                                        HC_NOTE,
                                        {"Reset after a complete response", "完整响应之后的重置",
                                         "Zurückgesetzt nach vollständiger Antwort"},
                                        cancel_after_complete},
    [HC_FINDS_RAPID_RESET] = {"httpcodes.rapid_reset",
                              HC_WARNING,
                              {"The client opens and cancels streams at the rate of an attack",
                               "客户端以攻击速率打开并取消流",
                               "Der Client öffnet und bricht Streams so schnell ab wie bei einem Angriff"},
                              rapid_reset},
    [HC_FINDS_CLIENT_ERROR] = {"httpcodes.client_error",
                               HC_NOTE,
                               {"Client error", "客户端错误", "Client-Fehler"},
                               client_error},
    [HC_FINDS_SERVER_ERROR] = {"httpcodes.server_error",
                               HC_WARNING,
                               {"Server error", "服务器错误", "Server-Fehler"},
                               server_error},
    [HC_FINDS_STREAM_ERROR] = {"httpcodes.stream_error",
                               HC_WARNING,
                               {"Stream error", "流错误", "Stream-Fehler"},
                               stream_error},
    [HC_FINDS_STREAM_CANCELLED] = {"httpcodes.stream_error",
                                   HC_NOTE,
                                   {"Stream cancelled", "流被取消", "Stream abgebrochen"},
                                   stream_cancelled},
    [HC_FINDS_CONNECTION_ERROR] = {"httpcodes.connection_error",
                                   HC_WARNING,
                                   {"Connection error", "连接错误", "Verbindungsfehler"},
                                   connection_error},
    [HC_FINDS_ABNORMAL_CLOSE] = {"httpcodes.abnormal_close",
                                 HC_WARNING,
                                 {"Abnormal WebSocket close", "WebSocket 异常关闭",
                                  "Anormales WebSocket-Ende"},
                                 abnormal_close},
};
_Static_assert(HC_FINDINGS_END <= 32, "a bit for every finding");

const char *hc_finding_title(enum hc_finding finding, enum hc_language language) {
    return hc_finding_rows[finding].text[language];
}

enum hc_finding hc_gravest_finding(uint32_t findings) {
    enum hc_finding gravest = HC_FINDINGS_END;

    for (unsigned i = HC_FINDINGS_END; findings && i-- > 0;) {
        bool is_graver =
            gravest == HC_FINDINGS_END || hc_finding_rows[i].severity >= hc_finding_rows[gravest].severity;

        if ((findings & (UINT32_C(1) << i)) && is_graver)
            gravest = (enum hc_finding)i;
    }
    return gravest;
}

bool hc_findings_warn(uint32_t findings) {
    enum hc_finding gravest = hc_gravest_finding(findings);

    return gravest != HC_FINDINGS_END && hc_finding_rows[gravest].severity == HC_WARNING;
}

uint32_t hc_judge_findings(const struct hc_event *event, const struct hc_verdict *verdict) {
    uint32_t findings = 0;

    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_finding_rows[i].holds(event, verdict))
            findings |= UINT32_C(1) << i;
    }
    return findings;
}
