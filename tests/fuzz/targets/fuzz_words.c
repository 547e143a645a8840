/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences about any event, in every language, with any words from the wire in them. */
#include "any_event.h"
#include "present/sentences.h"
#include "present/summary.h"
#include "settings/settings.h"

static void make_valid(char **text, const char **used) {
    char *valid;

    if (!*text)
        return;
    valid = g_utf8_make_valid(*text, -1);
    g_free(*text);
    *used = *text = valid;
}

/* Texts of an event were kept by plugin/memory/strings.c: they are valid UTF-8. */
static void make_texts_valid(struct any_event *any) {
    make_valid(&any->reason, &any->more.reason);
    make_valid(&any->retry_after, &any->more.retry_after);
    make_valid(&any->method, &any->request.method);
    make_valid(&any->path, &any->request.path);
    make_valid(&any->authority, &any->request.authority);
    make_valid(&any->proxy_status, &any->more.proxy_status);
}

static void require_printable(const char *text) {
    REQUIRE(text != NULL && g_utf8_validate(text, -1, NULL));
    for (; *text != '\0'; text = g_utf8_next_char(text))
        REQUIRE(g_unichar_isprint(g_utf8_get_char(text)));
}

static void require_words(const char *text) {
    REQUIRE(fuzz_has_words(text) && g_utf8_validate(text, -1, NULL));
}

static void require_sentences(wmem_allocator_t *scope, const struct hc_event *event,
                              const struct hc_verdict *verdict) {
    const char *summary = hc_summary(scope, event, verdict);
    const char *outcome = hc_sentence_outcome(scope, event, verdict);

    require_words(summary);
    require_printable(summary);
    REQUIRE(g_utf8_strlen(summary, -1) <= HC_SUMMARY_LONGEST);
    require_words(hc_sentence_name(scope, verdict));
    require_words(hc_sentence_origin(scope, verdict));
    require_words(hc_sentence_description(scope, event, verdict));
    require_words(hc_sentence_code(scope, event, verdict));
    if (outcome)
        require_words(outcome);
}

static void require_lists(wmem_allocator_t *scope, const struct hc_event *event,
                          const struct hc_verdict *verdict) {
    const struct hc_mapping *mapping;
    const struct hc_code *meaning;

    for (size_t i = 0; (meaning = hc_verdict_alternative(verdict, i)); i++)
        require_words(hc_sentence_alternative(scope, meaning));
    for (size_t i = 0; (mapping = hc_verdict_mapping(verdict, i)); i++)
        require_words(hc_sentence_mapping(scope, mapping));
    for (unsigned i = 0; i < HC_FINDINGS_END; i++) {
        if (hc_verdict_has(verdict, (enum hc_finding)i))
            require_printable(hc_sentence_finding(scope, event, verdict, (enum hc_finding)i));
    }
}

static void require_texts(const struct hc_event *event) {
    struct hc_verdict verdict = hc_judge(event);
    wmem_allocator_t *scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);

    for (hc_settings.language = HC_EN; hc_settings.language < HC_LANGUAGES; hc_settings.language++) {
        require_sentences(scope, event, &verdict);
        require_lists(scope, event, &verdict);
    }
    wmem_destroy_allocator(scope);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    struct any_event any;

    any_event_take(&any, &input);
    make_texts_valid(&any);
    require_texts(&any.event);
    any_event_free(&any);
    return 0;
}
