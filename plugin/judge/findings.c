/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/findings.h"

#include "judge/rules.h"

/* A row: name, public filter, severity, whether Info shows it, rule, detail, titles. */
#define FINDING(name, public_name, gravity, in_info, rule, why, ...)                                         \
    [HC_FINDS_##name] = {.filter = (public_name),                                                            \
                         .severity = (gravity),                                                              \
                         .is_in_info = (in_info),                                                            \
                         .holds = (rule),                                                                    \
                         .detail = (why),                                                                    \
                         __VA_ARGS__}
/* The same where the rule says why, in words of the detail. */
#define FINDING_BECAUSE(name, public_name, gravity, reason, ...)                                             \
    [HC_FINDS_##name] = {.filter = (public_name),                                                            \
                         .severity = (gravity),                                                              \
                         .is_in_info = true,                                                                 \
                         .why = (reason),                                                                    \
                         .detail = HC_SAYS_WHY,                                                              \
                         __VA_ARGS__}
#define EN(words) .title[HC_EN] = (words)
#define ZH(words) .title[HC_ZH_CN] = (words)
#define DE(words) .title[HC_DE] = (words)
enum { NAME_SAYS_IT = false, IN_INFO = true };

const struct hc_finding_row hc_finding_rows[HC_FINDINGS_END] = {
    FINDING(UNKNOWN_CODE, "httpcodes.unknown_code", HC_NOTE, IN_INFO, hc_finds_unknown_code, HC_SAYS_TEXT,
            EN("Unassigned code"), ZH("未分配的{kind}"), DE("Nicht vergebener Code")),
    FINDING(FOREIGN_CODE, "httpcodes.foreign_code", HC_WARNING, IN_INFO, hc_finds_foreign_code,
            HC_SAYS_PROBABLY_MEANT, EN("Code of the other HTTP version"), ZH("另一 HTTP 版本的错误码"),
            DE("Code der anderen HTTP-Version")),
    FINDING(FOREIGN_ZERO, "httpcodes.foreign_code", HC_NOTE, IN_INFO, hc_finds_foreign_zero,
            HC_SAYS_PROBABLY_MEANT, EN("0x0 on HTTP/3 counts as H3_NO_ERROR"),
            ZH("HTTP/3 上的 0x0 视为 H3_NO_ERROR"), DE("0x0 gilt in HTTP/3 als H3_NO_ERROR")),
    FINDING(WRONG_SCOPE, "httpcodes.wrong_scope", HC_WARNING, IN_INFO, hc_finds_wrong_scope, HC_NO_PHRASE,
            EN("Connection error on a stream"), ZH("连接级错误码用于流"),
            DE("Verbindungsfehler auf einem Stream")),
    FINDING(TOO_WIDE_SCOPE, "httpcodes.wrong_scope", HC_WARNING, IN_INFO, hc_finds_too_wide_scope,
            HC_NO_PHRASE, EN("Code of one stream on the whole connection"), ZH("流级错误码用于整个连接"),
            DE("Code eines einzelnen Streams auf der ganzen Verbindung")),
    FINDING(WRONG_SENDER, "httpcodes.wrong_sender", HC_WARNING, IN_INFO, hc_finds_wrong_sender, HC_NO_PHRASE,
            EN("This side must not send this code"), ZH("这一方不得发送此{kind}"),
            DE("Diese Seite darf diesen Code nicht senden")),
    FINDING(NEVER_ON_WIRE, "httpcodes.never_on_wire", HC_WARNING, IN_INFO, hc_finds_never_on_wire,
            HC_SAYS_TEXT, EN("This code must not appear in a Close frame"),
            ZH("此关闭码不得出现在 Close 帧中"), DE("Dieser Code darf in keinem Close-Frame stehen")),
    FINDING(INVALID_STATUS, "httpcodes.invalid_status", HC_WARNING, IN_INFO, hc_finds_invalid_status,
            HC_SAYS_TEXT, EN("Invalid HTTP status"), ZH("无效的 HTTP 状态码"), DE("Ungültiger HTTP-Status")),
    FINDING(OBSOLETE_CODE, "httpcodes.obsolete_code", HC_NOTE, IN_INFO, hc_finds_obsolete_code, HC_SAYS_TEXT,
            EN("Unused, obsolete, or from a draft"), ZH("未使用、已废弃或来自草案"),
            DE("Unbenutzt, veraltet oder aus einem Entwurf")),
    FINDING(BAD_RETRY_AFTER, "httpcodes.bad_retry_after", HC_NOTE, IN_INFO, hc_finds_bad_retry_after,
            HC_SAYS_RETRY_AFTER_HEADER, EN("Retry-After is neither seconds nor a date"),
            ZH("Retry-After 既不是秒数也不是日期"),
            DE("Retry-After ist weder eine Sekundenzahl noch ein Datum")),
    FINDING(PAST_RETRY_AFTER, "httpcodes.bad_retry_after", HC_NOTE, IN_INFO, hc_finds_past_retry_after,
            HC_SAYS_RETRY_AFTER_HEADER, EN("Retry-After is over before the response's own Date"),
            ZH("Retry-After 早于响应自身的 Date"), DE("Retry-After liegt vor dem Date der Antwort selbst")),
    FINDING(UNSAFE_RETRY, "httpcodes.unsafe_retry", HC_WARNING, IN_INFO, hc_finds_unsafe_retry,
            HC_SAYS_MAY_HAPPEN_TWICE, EN("Request sent again, though it may have been processed"),
            ZH("请求可能已被处理，却再次发送"),
            DE("Anfrage noch einmal gesendet, obwohl sie schon verarbeitet sein kann")),
    FINDING(EARLY_RETRY, "httpcodes.early_retry", HC_WARNING, IN_INFO, hc_finds_early_retry,
            HC_SAYS_DUE_LATER, EN("Request sent again before Retry-After had passed"),
            ZH("未到 Retry-After 的时间就再次发送"),
            DE("Anfrage noch einmal gesendet, bevor Retry-After abgelaufen war")),
    FINDING(REDIRECT_LOOP, "httpcodes.bad_redirect", HC_WARNING, IN_INFO, hc_finds_redirect_loop,
            HC_SAYS_IN_CIRCLE, EN("Redirects that lead in a circle"), ZH("循环重定向"),
            DE("Weiterleitungen im Kreis")),
    FINDING(CHANGED_METHOD, "httpcodes.bad_redirect", HC_WARNING, IN_INFO, hc_finds_changed_method,
            HC_SAYS_METHOD_CHANGED, EN("A redirect is followed with another method"),
            ZH("以另一方法跟随重定向"), DE("Einer Weiterleitung wird mit anderer Methode gefolgt")),
    FINDING(WAITED, "httpcodes.waited", HC_NOTE, IN_INFO, hc_finds_waited, HC_SAYS_WAITED_IN_VAIN,
            EN("The client waited for 100 (Continue) in vain"), ZH("客户端白等了 100 (Continue)"),
            DE("Der Client wartete vergeblich auf 100 (Continue)")),
    FINDING_BECAUSE(MISSING_FIELD, "httpcodes.missing_field", HC_WARNING, hc_why_missing_field,
                    EN("The status requires a field that is not there"), ZH("缺少此状态码要求的字段"),
                    DE("Ein Feld fehlt, das der Status verlangt")),
    FINDING_BECAUSE(ADVISED_FIELD, "httpcodes.missing_field", HC_NOTE, hc_why_unwisely_missing_field,
                    EN("The status should have a field that is not there"), ZH("缺少此状态码应有的字段"),
                    DE("Ein Feld fehlt, das der Status haben sollte")),
    FINDING_BECAUSE(CONNECTION_FIELD, "httpcodes.connection_field", HC_WARNING, hc_why_connection_field,
                    EN("A field that HTTP/2 and HTTP/3 forbid"), ZH("HTTP/2 和 HTTP/3 禁止的字段"),
                    DE("Ein Feld, das HTTP/2 und HTTP/3 verbieten")),
    FINDING_BECAUSE(FORBIDDEN_CONTENT, "httpcodes.forbidden_content", HC_WARNING, hc_why_forbidden_content,
                    EN("Content where there must be none"), ZH("不得有内容的响应带有内容"),
                    DE("Inhalt, wo keiner sein darf")),
    FINDING_BECAUSE(NOT_ASKED_FOR, "httpcodes.not_asked_for", HC_WARNING, hc_why_not_asked_for,
                    EN("The request did not ask for this status"), ZH("请求并未要求此状态码"),
                    DE("Die Anfrage verlangte diesen Status nicht")),
    FINDING_BECAUSE(HARDLY_ASKED_FOR, "httpcodes.not_asked_for", HC_NOTE, hc_why_hardly_asked_for,
                    EN("The request gave no cause for this status"), ZH("请求并未引起此状态码"),
                    DE("Die Anfrage gab keinen Anlass zu diesem Status")),
    FINDING_BECAUSE(BAD_HANDSHAKE, "httpcodes.bad_handshake", HC_WARNING, hc_why_bad_handshake,
                    EN("The client must fail this WebSocket handshake"),
                    ZH("客户端必须使此 WebSocket 握手失败"),
                    DE("Der Client muss diesen WebSocket-Handshake scheitern lassen")),
    FINDING_BECAUSE(REFUSED_HANDSHAKE, "httpcodes.bad_handshake", HC_NOTE, hc_why_refused_handshake,
                    EN("The WebSocket is refused"), ZH("WebSocket 被拒绝"),
                    DE("Der WebSocket wird abgelehnt")),
    FINDING(RAISED_GOAWAY, "httpcodes.after_end", HC_WARNING, IN_INFO, hc_finds_raised_goaway, HC_NO_PHRASE,
            EN("A GOAWAY must not raise its last stream"), ZH("GOAWAY 不得提高其最后的流"),
            DE("Ein GOAWAY darf seinen letzten Stream nicht erhöhen")),
    FINDING(DENIED_ANSWER, "httpcodes.false_refusal", HC_WARNING, IN_INFO, hc_finds_denied_answer,
            HC_SAYS_DENIED, EN("A GOAWAY leaves out a stream that was answered"),
            ZH("GOAWAY 排除了已经响应的流"),
            DE("Ein GOAWAY nimmt einen Stream aus, der schon beantwortet ist")),
    FINDING(ANSWER_DENIED_BEFORE, "httpcodes.false_refusal", HC_WARNING, IN_INFO,
            hc_finds_answer_denied_before, HC_NO_PHRASE,
            EN("Answered, though a GOAWAY had left the stream out"), ZH("GOAWAY 已排除该流，却仍给出响应"),
            DE("Beantwortet, obwohl ein GOAWAY den Stream ausgenommen hatte")),
    FINDING_BECAUSE(UNDUE_FIELD, "httpcodes.missing_field", HC_WARNING, hc_why_undue_field,
                    EN("A field that this status must not have"), ZH("此状态码不得有的字段"),
                    DE("Ein Feld, das dieser Status nicht haben darf")),
    FINDING_BECAUSE(BAD_CLOSE, "httpcodes.bad_close", HC_WARNING, hc_why_bad_close, EN("A malformed Close"),
                    ZH("格式错误的 Close"), DE("Ein fehlerhaftes Close")),
    FINDING(UNSOLICITED, "httpcodes.unsolicited", HC_NOTE, IN_INFO, hc_finds_unsolicited, HC_NO_PHRASE,
            EN("A response that no request asked for"), ZH("没有请求的响应"),
            DE("Antwort, um die keine Anfrage bat")),
    FINDING(RETRY_SAFE, "httpcodes.retry_safe", HC_NOTE, NAME_SAYS_IT, hc_finds_retry_safe, HC_NO_PHRASE,
            EN("Not processed: the request may be sent again"), ZH("未被处理：请求可以重新发送"),
            DE("Nicht verarbeitet: die Anfrage darf wiederholt werden")),
    FINDING(FALSE_REFUSAL, "httpcodes.false_refusal", HC_WARNING, IN_INFO, hc_finds_false_refusal,
            HC_NO_PHRASE, EN("Refused as not processed, although the response had begun"),
            ZH("声称未处理而拒绝，但响应已经开始"),
            DE("Als unverarbeitet abgelehnt, obwohl die Antwort begonnen hatte")),
    FINDING(NO_ERROR_UNFINISHED, "httpcodes.no_error_unfinished", HC_WARNING, IN_INFO,
            hc_finds_no_error_unfinished, HC_NO_PHRASE,
            EN("A response that was not complete ends without an error"),
            ZH("响应尚未完整，却以 NO_ERROR 结束"), DE("Eine unvollständige Antwort endet ohne Fehler")),
    FINDING(NO_ERROR_IN_TUNNEL, "httpcodes.no_error_unfinished", HC_WARNING, IN_INFO,
            hc_finds_no_error_in_tunnel, HC_SAYS_TUNNEL_BROKEN,
            EN("A tunnel that was open ends without an error"), ZH("隧道仍打开，却以 NO_ERROR 结束"),
            DE("Ein offener Tunnel endet ohne Fehler")),
    FINDING(RESPONSE_CUT, "httpcodes.response_cut", HC_WARNING, IN_INFO, hc_finds_response_cut, HC_NO_PHRASE,
            EN("The server breaks its response off before it is complete"),
            ZH("服务器在响应完整之前将其中断"),
            DE("Der Server bricht seine Antwort ab, bevor sie vollständig ist")),
    FINDING(NO_GRPC_STATUS, "httpcodes.no_grpc_status", HC_WARNING, IN_INFO, hc_finds_no_grpc_status,
            HC_SAYS_CLIENT_REPORTS, EN("A gRPC call ends without a grpc-status"),
            ZH("gRPC 调用结束时没有 grpc-status"), DE("Ein gRPC-Aufruf endet ohne grpc-status")),
    FINDING(CANCEL_AFTER_COMPLETE, "httpcodes.cancel_after_complete", HC_NOTE, IN_INFO,
            hc_finds_cancel_after_complete, HC_NO_PHRASE, EN("Reset after a complete response"),
            ZH("完整响应之后的重置"), DE("Zurückgesetzt nach vollständiger Antwort")),
    FINDING(RAPID_RESET, "httpcodes.rapid_reset", HC_WARNING, IN_INFO, hc_finds_rapid_reset, HC_SAYS_RAPID,
            EN("The client opens and cancels streams at the rate of an attack"),
            ZH("客户端打开并取消流的速率达到攻击水平"),
            DE("Der Client öffnet Streams und bricht sie so schnell ab wie bei einem Angriff")),
    FINDING(PROVOKED_RESETS, "httpcodes.rapid_reset", HC_WARNING, IN_INFO, hc_finds_provoked_resets,
            HC_SAYS_PROVOKED, EN("The client makes the server reset streams at the rate of an attack"),
            ZH("客户端迫使服务器重置流的速率达到攻击水平"),
            DE("Der Client lässt den Server Streams so schnell zurücksetzen wie bei einem Angriff")),
    FINDING(CALMED_DOWN, "httpcodes.rapid_reset", HC_WARNING, IN_INFO, hc_finds_calmed_down,
            HC_SAYS_RESETS_BEFORE, EN("The server asks for calm after many resets by the client"),
            ZH("客户端多次重置之后，服务器要求其降低负载"),
            DE("Der Server mahnt nach vielen Resets des Clients zur Ruhe")),
    FINDING(CLIENT_ERROR, "httpcodes.client_error", HC_NOTE, NAME_SAYS_IT, hc_finds_client_error,
            HC_NO_PHRASE, EN("Client error"), ZH("客户端错误"), DE("Clientfehler")),
    FINDING(SERVER_ERROR, "httpcodes.server_error", HC_WARNING, NAME_SAYS_IT, hc_finds_server_error,
            HC_NO_PHRASE, EN("Server error"), ZH("服务器错误"), DE("Serverfehler")),
    FINDING(STREAM_ERROR, "httpcodes.stream_error", HC_WARNING, NAME_SAYS_IT, hc_finds_stream_error,
            HC_NO_PHRASE, EN("Stream error"), ZH("流错误"), DE("Stream-Fehler")),
    FINDING(STREAM_CANCELLED, "httpcodes.stream_error", HC_NOTE, NAME_SAYS_IT, hc_finds_stream_cancelled,
            HC_NO_PHRASE, EN("Stream cancelled"), ZH("流被取消"), DE("Stream abgebrochen")),
    FINDING(CONNECTION_ERROR, "httpcodes.connection_error", HC_WARNING, NAME_SAYS_IT,
            hc_finds_connection_error, HC_NO_PHRASE, EN("Connection error"), ZH("连接错误"),
            DE("Verbindungsfehler")),
    FINDING(ABNORMAL_CLOSE, "httpcodes.abnormal_close", HC_WARNING, NAME_SAYS_IT, hc_finds_abnormal_close,
            HC_NO_PHRASE, EN("Abnormal WebSocket close"), ZH("WebSocket 异常关闭"),
            DE("Anormales WebSocket-Ende")),
    FINDING(PRIVATE_CLOSE, "httpcodes.abnormal_close", HC_NOTE, NAME_SAYS_IT, hc_finds_private_close,
            HC_NO_PHRASE, EN("Closed with a code of the application's own"), ZH("以应用自定义的关闭码关闭"),
            DE("Mit einem eigenen Code der Anwendung geschlossen")),
};

const char *hc_finding_title(enum hc_finding finding, enum hc_language language) {
    return hc_finding_rows[finding].title[language];
}

static uint64_t find_warnings(void) {
    uint64_t found = 0;

    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_finding_rows[i].severity == HC_WARNING)
            found |= hc_finding_bit(i);
    }
    return found;
}

static uint64_t warnings_of(uint64_t findings) {
    static uint64_t warnings;

    if (!warnings)
        warnings = find_warnings();
    return findings & warnings;
}

static enum hc_finding first_of(uint64_t findings) {
    unsigned first = 0;

    while (first < HC_FINDINGS_END && !(findings >> first & 1))
        first++;
    return (enum hc_finding)first;
}

enum hc_finding hc_gravest_finding(uint64_t findings) {
    uint64_t warnings = warnings_of(findings);

    return first_of(warnings ? warnings : findings);
}

bool hc_findings_warn(uint64_t findings) {
    return warnings_of(findings) != 0;
}

static bool holds(const struct hc_finding_row *row, const struct hc_facts *facts) {
    return row->why ? row->why(facts->event).phrase != HC_NO_PHRASE : row->holds(facts);
}

/* What only answers the peer has nothing of its own to find. */
uint64_t hc_judge_findings(const struct hc_facts *facts) {
    uint64_t findings = 0;

    if (hc_only_reacts(facts) || hc_refuses_unknown_stream(facts))
        return 0;
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (holds(&hc_finding_rows[i], facts))
            findings |= hc_finding_bit(i);
    }
    return findings;
}
