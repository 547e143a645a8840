/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "judge/value_words.h"

#include "event.h"
#include "judge/judge.h"
#include "pair.h"

struct value_words {
    const char *name;               /* NULL: no such value */
    const char *text[HC_LANGUAGES]; /* in English NULL where the name says it all */
};

/* WORDS(name, Chinese, German), and LONG(name, English, Chinese, German). */
#define WORDS(filter, chinese, german)                                                                       \
    {                                                                                                        \
        (filter), {                                                                                          \
            [HC_ZH_CN] = (chinese), [HC_DE] = (german)                                                       \
        }                                                                                                    \
    }
#define LONG(filter, english, chinese, german)                                                               \
    {                                                                                                        \
        (filter), {                                                                                          \
            (english), (chinese), (german)                                                                   \
        }                                                                                                    \
    }

static const struct value_words senders[] = {
    [HC_SIDE_UNKNOWN] = WORDS("unknown", "未知", "unbekannt"),
    [HC_CLIENT] = WORDS("client", "客户端", "Client"),
    [HC_SERVER] = WORDS("server", "服务器", "Server"),
};

static const struct value_words registrations[] = {
    [HC_REGISTERED] = WORDS("registered", "已注册", "registriert"),
    [HC_RETIRED] = WORDS("registered as unused, reserved or obsolete", "注册为不使用、保留或已废弃",
                         "als unbenutzt, reserviert oder obsolet registriert"),
    [HC_DRAFT] = WORDS("draft", "草案", "Entwurf"),
    [HC_UNOFFICIAL] = WORDS("unofficial", "非官方", "inoffiziell"),
    [HC_PRIVATE_USE] = WORDS("private use", "私有使用", "private Verwendung"),
    [HC_GREASE] = WORDS("reserved for greasing", "保留用于 GREASE", "für GREASE reserviert"),
    [HC_UNASSIGNED] = WORDS("unassigned", "未分配", "nicht vergeben"),
    [HC_INVALID] = WORDS("invalid", "无效", "ungültig"),
};

static const struct value_words retries[] = {
    [HC_RETRY_NOT_A_FAILURE] = WORDS("not a failure", "不是失败", "kein Fehler"),
    [HC_RETRY_SAFE] = LONG("safe", "safe: the request was not processed", "安全：请求未被处理",
                           "sicher: Die Anfrage wurde nicht verarbeitet"),
    [HC_RETRY_IDEMPOTENT] = WORDS("idempotent methods only", "仅限幂等方法", "nur idempotente Methoden"),
    [HC_RETRY_AFTER_CHANGE] = WORDS("after a change", "修改之后", "nach einer Änderung"),
    [HC_RETRY_AFTER_DELAY] = WORDS("after a delay", "延迟之后", "nach einer Wartezeit"),
    [HC_RETRY_NO] = WORDS("no", "否", "nein"),
    [HC_RETRY_UNKNOWN] = WORDS("unknown", "未知", "unbekannt"),
    [HC_RETRY_ALLOWED] = LONG("allowed", "allowed: may have been processed, but the method is idempotent",
                              "允许：可能已被处理，但该方法是幂等的",
                              "erlaubt: vielleicht verarbeitet, aber die Methode ist idempotent"),
    [HC_RETRY_ANOTHER_WAY] =
        LONG("another way", "another way: the request was not taken up here", "换一种方式：请求在此未被受理",
             "auf anderem Weg: Die Anfrage wurde hier nicht angenommen"),
};

static const struct value_words faults[] = {
    [HC_FAULT_NOBODY] = WORDS("nobody", "无人", "niemand"),
    [HC_FAULT_CLIENT] = WORDS("client", "客户端", "Client"),
    [HC_FAULT_SERVER] = WORDS("server", "服务器", "Server"),
    [HC_FAULT_UNKNOWN] = WORDS("unknown", "未知", "unbekannt"),
};

static const struct value_words scopes[] = {
    [HC_SCOPE_STREAM] = WORDS("stream", "流", "Stream"),
    [HC_SCOPE_CONNECTION] = WORDS("connection", "连接", "Verbindung"),
    [HC_SCOPE_EITHER] = WORDS("stream or connection", "流或连接", "Stream oder Verbindung"),
};

static const struct value_words evidences[] = {
    [HC_EVIDENCE_ID] = WORDS("same id", "相同的 id", "dieselbe Id"),
    [HC_EVIDENCE_FORWARDED_FOR] = WORDS("X-Forwarded-For names the client", "X-Forwarded-For 指明该客户端",
                                        "X-Forwarded-For nennt den Client"),
    [HC_EVIDENCE_ONLY_ONE] = WORDS("the only open request like it", "唯一与之相同的未完成请求",
                                   "die einzige offene Anfrage dieser Art"),
    [HC_EVIDENCE_WHICHEVER] =
        LONG("whichever it was", "whichever it was, it comes to the same", "无论是哪一个，结果都相同",
             "welche es auch war, es kommt auf dasselbe hinaus"),
};

#define KIND(words)                                                                                          \
    { (words), sizeof(words) / sizeof((words)[0]) }

static const struct {
    const struct value_words *words;
    unsigned end;
} kinds[HC_VALUE_KINDS] = {
    [HC_VALUES_OF_SENDER] = KIND(senders), [HC_VALUES_OF_REGISTRATION] = KIND(registrations),
    [HC_VALUES_OF_RETRY] = KIND(retries),  [HC_VALUES_OF_FAULT] = KIND(faults),
    [HC_VALUES_OF_SCOPE] = KIND(scopes),   [HC_VALUES_OF_EVIDENCE] = KIND(evidences),
};

unsigned hc_value_end(enum hc_value_kind kind) {
    return kinds[kind].end;
}

const char *hc_value_name(enum hc_value_kind kind, unsigned value) {
    return value < kinds[kind].end ? kinds[kind].words[value].name : NULL;
}

const char *hc_value_text(enum hc_value_kind kind, unsigned value, enum hc_language language) {
    const char *text = value < kinds[kind].end ? kinds[kind].words[value].text[language] : NULL;

    return text ? text : hc_value_name(kind, value);
}
