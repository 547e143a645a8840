/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/conversion.h"

/* What is right, or a choice of the proxy's: nothing to find. */
#define FACT(id, value_name, decided_by, ...)                                                                \
    [HC_CONVERSION_##id] = {.name = (value_name), .rule = (decided_by), __VA_ARGS__}
#define FINDING(id, value_name, public_name, gravity, decided_by, ...)                                       \
    [HC_CONVERSION_##id] = {.name = (value_name),                                                            \
                            .filter = (public_name),                                                         \
                            .severity = (gravity),                                                           \
                            .rule = (decided_by),                                                            \
                            __VA_ARGS__}
#define EN(words) .title[HC_EN] = (words)
#define ZH(words) .title[HC_ZH_CN] = (words)
#define DE(words) .title[HC_DE] = (words)

const struct hc_conversion_row hc_conversion_rows[HC_CONVERSIONS_END] = {
    [HC_CONVERSION_UNKNOWN] = {.name = "unknown"},
    FACT(KEPT, "kept", "RFC 9110, section 15", EN("Passed on with its status"), ZH("连同状态码一起传递"),
         DE("Mit seinem Status weitergegeben")),
    FACT(CONVERTED, "converted", "RFC 9110, section 15.6; RFC 9114, appendix A.4.1",
         EN("Converted as the specifications allow"), ZH("按规范允许的方式转换"),
         DE("So umgesetzt, wie die Spezifikationen es zulassen")),
    FACT(PROMISE_PASSED_ON, "promise passed on", "RFC 9113, section 8.7; RFC 9114, section 4.1.1",
         EN("Not processed behind either: the promise is passed on"), ZH("后端同样未处理：该承诺如实传递"),
         DE("Auch dahinter nicht verarbeitet: die Zusage wird weitergegeben")),
    FACT(CANCELLATION_PASSED_ON, "cancellation passed on", "RFC 9114, appendix A.4.1",
         EN("The client's cancellation is passed on"), ZH("客户端的取消已传递到后端"),
         DE("Der Abbruch durch den Client wird weitergegeben")),
    FINDING(FALSE_PROMISE, "false promise", "httpcodes.false_promise", HC_WARNING,
            "RFC 9113, section 8.7; RFC 9114, section 4.1.1",
            EN("The promise in front is false: behind the proxy the request was not refused"),
            ZH("前端的承诺不实：代理后端并未拒绝该请求"),
            DE("Die Zusage vorn ist falsch: hinter dem Proxy wurde die Anfrage nicht abgelehnt")),
    FINDING(PROMISE_LOST, "promise lost", "httpcodes.lost_promise", HC_NOTE, "RFC 9114, appendix A.4.1",
            EN("Behind the proxy the request was refused as not processed, and the front does not say so"),
            ZH("代理后端以未处理为由拒绝了请求，前端却没有说明"),
            DE("Hinter dem Proxy wurde die Anfrage als unverarbeitet abgelehnt, und vorn steht es nicht")),
    FINDING(TRUNCATION_HIDDEN, "truncation hidden", "httpcodes.hidden_truncation", HC_WARNING,
            "RFC 9113, section 8.1; RFC 9114, section 4.1; RFC 9112, section 8",
            EN("A response that broke off behind the proxy ends in front as if it were complete"),
            ZH("代理后端中断的响应，在前端却像完整响应一样结束"),
            DE("Eine hinter dem Proxy abgebrochene Antwort endet vorn, als wäre sie vollständig")),
    FINDING(
        UNSAFE_REPLAY, "unsafe replay", "httpcodes.unsafe_replay", HC_WARNING, "RFC 9110, section 9.2.2",
        EN("The proxy sent a request again that may have been processed, and the method is not idempotent"),
        ZH("代理重发了可能已被处理的请求，而其方法不是幂等的"),
        DE("Der Proxy hat eine Anfrage erneut gesendet, die verarbeitet sein kann, und die Methode ist nicht "
           "idempotent")),
    FINDING(WRONG_STATUS, "wrong status", "httpcodes.wrong_gateway_status", HC_NOTE,
            "RFC 9110, sections 15.6.3 to 15.6.5",
            EN("A failure behind the proxy has another status in front than 502 or 504"),
            ZH("代理后端的故障，在前端的状态码既不是 502 也不是 504"),
            DE("Ein Fehlschlag hinter dem Proxy hat vorn einen anderen Status als 502 oder 504")),
    FINDING(FAILURE_INVENTED, "failure invented", "httpcodes.invented_failure", HC_WARNING,
            "RFC 9113, section 8.1; RFC 9110, section 15.6.3",
            EN("A complete response behind the proxy is a failure in front"),
            ZH("代理后端的完整响应，在前端变成了故障"),
            DE("Eine vollständige Antwort hinter dem Proxy ist vorn ein Fehlschlag")),
    FACT(STATUS_CHANGED, "status changed", "RFC 9110, section 15",
         EN("The proxy answered with a status of its own"), ZH("代理以自己的状态码响应"),
         DE("Der Proxy antwortete mit einem eigenen Status")),
    FINDING(FOREIGN_CODE, "foreign code", "httpcodes.unconverted_code", HC_NOTE, "RFC 9114, appendix A.4.1",
            EN("The front has a number of the other HTTP version: the code was not converted"),
            ZH("前端使用了另一 HTTP 版本的错误码：未经转换"),
            DE("Vorn steht eine Nummer der anderen HTTP-Version: der Code wurde nicht umgesetzt")),
    FINDING(PROMOTED, "promoted", "httpcodes.promoted_error", HC_NOTE, "RFC 9114, appendix A.4.1",
            EN("An error of one stream behind the proxy ends the whole connection in front"),
            ZH("代理后端单个流的错误结束了前端的整个连接"),
            DE("Der Fehler eines Streams hinter dem Proxy beendet vorn die ganze Verbindung")),
    FINDING(CANCELLATION_KEPT, "cancellation kept", "httpcodes.cancel_not_passed", HC_NOTE,
            "RFC 9114, appendix A.4.1", EN("The client gave up, and behind the proxy the request ran on"),
            ZH("客户端已放弃，代理后端的请求却继续运行"),
            DE("Der Client gab auf, und hinter dem Proxy lief die Anfrage weiter")),
    FINDING(INTERIM_LOST, "interim lost", "httpcodes.lost_interim", HC_NOTE, "RFC 9110, section 15.2",
            EN("The 103 behind the proxy does not come through"), ZH("代理后端的 103 没有传到前端"),
            DE("Die 103 hinter dem Proxy kommt vorn nicht an")),
    FINDING(GRPC_STATUS_LOST, "gRPC status lost", "httpcodes.lost_grpc_status", HC_WARNING,
            "RFC 9110, section 6.5.1", EN("The grpc-status behind the proxy does not come through"),
            ZH("代理后端的 grpc-status 没有传到前端"),
            DE("Der grpc-status hinter dem Proxy kommt vorn nicht an")),
    FACT(ANSWERED_BY_ITSELF, "answered by itself", NULL, EN("The proxy answered by itself"),
         ZH("代理自行响应"), DE("Der Proxy antwortete selbst")),
};
