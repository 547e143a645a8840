/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/phrases.h"

static const char *const phrases[HC_PHRASES_END][HC_LANGUAGES] = {
    [HC_SAYS_SOMEBODY] = {"unknown side", "未知一方", "unbekannte Seite"},
    [HC_SAYS_CLIENT] = {"client", "客户端", "Client"},
    [HC_SAYS_SERVER] = {"server", "服务器", "Server"},

    [HC_SAYS_ANSWERED] = {"{who} answered{what}: {code}", "{who}响应{what}：{code}",
                          "{who} beantwortete{what}: {code}"},
    [HC_SAYS_RESET] = {"{who} reset{what}: {code}", "{who}重置{what}：{code}",
                       "{who} setzte{what} zurück: {code}"},
    [HC_SAYS_CANCELLED] = {"{who} cancelled{what}: {code}", "{who}取消{what}：{code}",
                           "{who} brach{what} ab: {code}"},
    [HC_SAYS_REFUSED] = {"{who} refused{what}: {code}", "{who}拒绝{what}：{code}",
                         "{who} lehnte{what} ab: {code}"},
    [HC_SAYS_STOPS] = {"{who} stops reading{what}: {code}", "{who}停止读取{what}：{code}",
                       "{who} liest{what} nicht weiter: {code}"},
    [HC_SAYS_GOES_AWAY] = {"{who} closes the connection{what}: {code}", "{who}{what}关闭连接：{code}",
                           "{who} schließt die Verbindung{what}: {code}"},
    [HC_SAYS_CLOSED_CONNECTION] = {"{who} closed the connection: {code}", "{who}关闭了连接：{code}",
                                   "{who} schloss die Verbindung: {code}"},
    [HC_SAYS_CLOSED_WEBSOCKET] = {"{who} closed the WebSocket: {code}", "{who}关闭了 WebSocket：{code}",
                                  "{who} schloss den WebSocket: {code}"},
    [HC_SAYS_ENDED_CALL] = {"{who} ended the call on{what}: {code}", "{who}结束{what}上的调用：{code}",
                            "{who} beendete den Aufruf auf{what}: {code}"},

    [HC_SAYS_STREAM] = {" stream {stream}", "流 {stream}", " Stream {stream}"},
    [HC_SAYS_STREAM_OF_REQUEST] = {" stream {stream} ({request}, frame {frame})",
                                   "流 {stream}（{request}，帧 {frame}）",
                                   " Stream {stream} ({request}, Frame {frame})"},
    [HC_SAYS_REQUEST] = {" {request} (frame {frame})", " {request}（帧 {frame}）",
                         " {request} (Frame {frame})"},
    [HC_SAYS_AFTER_STREAM] = {" after stream {stream}", "在流 {stream} 之后", " nach Stream {stream}"},

    [HC_SAYS_NOT_A_FAILURE] = {"not a failure", "不是故障", "kein Fehler"},
    [HC_SAYS_RETRY_SAFE] = {"not processed, retry is safe", "未被处理，可安全重试",
                            "nicht verarbeitet, Wiederholung ist sicher"},
    [HC_SAYS_RETRY_IDEMPOTENT] = {"retry only if idempotent", "仅幂等方法可重试",
                                  "nur idempotente Methoden wiederholen"},
    [HC_SAYS_RETRY_AFTER_CHANGE] = {"retry after a change", "修改后可重试",
                                    "Wiederholung nach einer Änderung"},
    [HC_SAYS_RETRY_AFTER_DELAY] = {"retry after a delay", "稍后可重试", "Wiederholung nach einer Wartezeit"},
    [HC_SAYS_RETRY_NO] = {"do not retry", "不要重试", "nicht wiederholen"},
    [HC_SAYS_RETRY_UNKNOWN] = {"retry unknown", "能否重试未知", "Wiederholung ungewiss"},
    [HC_SAYS_RETRY_ALLOWED] = {"retry allowed (idempotent)", "可重试（幂等）",
                               "Wiederholung erlaubt (idempotent)"},
    [HC_SAYS_RETRY_ANOTHER_WAY] = {"retry in another way", "换一种方式可重试",
                                   "Wiederholung auf anderem Weg"},
    [HC_SAYS_RETRY_ON_NEW_CONNECTION] = {"retry on a new connection", "可在新连接上重试",
                                         "Wiederholung auf einer neuen Verbindung"},
    [HC_SAYS_RETRY_ON_OTHER_CONNECTION] = {"retry on another connection", "可在另一连接上重试",
                                           "Wiederholung auf einer anderen Verbindung"},
    [HC_SAYS_RETRY_OUTSIDE_EARLY_DATA] = {"retry outside early data", "可在早期数据之外重试",
                                          "Wiederholung außerhalb von Early Data"},
    [HC_SAYS_RETRY_OVER_HTTP_1_1] = {"retry over HTTP/1.1", "可改用 HTTP/1.1 重试",
                                     "Wiederholung über HTTP/1.1"},
    [HC_SAYS_RETRY_WITHOUT_EXPECTATION] = {"retry without Expect", "去掉 Expect 后可重试",
                                           "Wiederholung ohne Expect"},
    [HC_SAYS_RETRY_AFTER] = {"retry after {when}", "在 {when} 之后重试", "Wiederholung nach {when}"},
    [HC_SAYS_UNPROCESSED] = {"open streams not processed: {count}, retry of those is safe",
                             "未处理的打开流：{count}，这些可安全重试",
                             "offene Streams nicht verarbeitet: {count}, deren Wiederholung ist sicher"},

    [HC_SAYS_COMMA] = {", ", "，", ", "},
    [HC_SAYS_FULL_STOP] = {". ", "。", ". "},
    [HC_SAYS_OR] = {" or ", " 或 ", " oder "},
    [HC_SAYS_IN_LOGS] = {"{name} ({origin}, never on the wire)", "{name}（{origin}，从不在线路上出现）",
                         "{name} ({origin}, nie auf der Leitung)"},
    [HC_SAYS_MEANING] = {"{name} ({origin})", "{name}（{origin}）", "{name} ({origin})"},
    [HC_SAYS_AMBIGUOUS] =
        {"Unofficial, with several meanings, and the capture does not show whose. {text}",
         "非官方代码，有多种含义，抓包未显示属于哪一方。{text}",
         "Inoffiziell, mit mehreren Bedeutungen, und der Mitschnitt zeigt nicht, wessen. {text}"},
    [HC_SAYS_CODE_ELSEWHERE] = {"{name} ({number}, {other} in {version})",
                                "{name} ({number}，在 {version} 中为 {other})",
                                "{name} ({number}, in {version} {other})"},
    [HC_SAYS_PROBABLY_MEANT] = {"the sender probably meant {other} of {version}",
                                "发送方的本意可能是 {version} 的 {other}",
                                "gemeint war wohl {other} aus {version}"},
    [HC_SAYS_FINDING] = {"{title}: {code}", "{title}：{code}", "{title}: {code}"},
    [HC_SAYS_FINDING_BECAUSE] = {"{title}: {code}; {detail}", "{title}：{code}；{detail}",
                                 "{title}: {code}; {detail}"},
    [HC_SAYS_TEXT] = {"{text}", "{text}", "{text}"},
    [HC_SAYS_RAPID] = {"{rapid_resets} streams cancelled within a second (CVE-2023-44487)",
                       "一秒内取消了 {rapid_resets} 个流（CVE-2023-44487）",
                       "{rapid_resets} Streams binnen einer Sekunde abgebrochen (CVE-2023-44487)"},
    [HC_SAYS_NOT_APPLICABLE] = {"not applicable", "不适用", "nicht anwendbar"},
    [HC_SAYS_CLOSEST] = {"closest, {basis}", "最接近，{basis}", "am nächsten, {basis}"},
    [HC_SAYS_UNREADABLE_STATUS] = {"Status line without a status of three digits",
                                   "状态行中没有三位数字的状态码", "Statuszeile ohne dreistelligen Status"},
    [HC_SAYS_MORE_CODES] = {"{count} codes", "{count} 个代码", "{count} Codes"},
};

const char *hc_phrase(enum hc_phrase phrase, enum hc_language language) {
    return phrases[phrase][language];
}

enum hc_phrase hc_retry_phrase(enum hc_retry retry, enum hc_way way) {
    if (retry == HC_RETRY_ANOTHER_WAY)
        return (enum hc_phrase)(HC_SAYS_RETRY_ANOTHER_WAY + (int)way);
    return (enum hc_phrase)(HC_SAYS_NOT_A_FAILURE + (int)retry);
}
_Static_assert(HC_SAYS_RETRY_ANOTHER_WAY - HC_SAYS_NOT_A_FAILURE == HC_RETRY_ANOTHER_WAY,
               "a phrase for every verdict");
_Static_assert(HC_SAYS_RETRY_WITHOUT_EXPECTATION - HC_SAYS_RETRY_ANOTHER_WAY == HC_WAYS_END - 1,
               "a phrase for every way");
