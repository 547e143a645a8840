/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "reference/meaning.h"

#include <stdio.h>

#include "reference/markdown.h"
#include "registry/lookup.h"
#include "registry/phrases.h"

#define BETWEEN_FACTS " \xc2\xb7 "

/* As the preference `language` names them. */
static const char *const language_names[] = {[HC_EN] = "en", [HC_ZH_CN] = "zh_CN", [HC_DE] = "de"};
_Static_assert(sizeof(language_names) / sizeof(language_names[0]) == HC_LANGUAGES,
               "every language has a name");

static const char *const registration_words[] = {
    [HC_REGISTERED] = "registered",
    [HC_RETIRED] = "registered as unused, reserved or obsolete",
    [HC_DRAFT] = "draft",
    [HC_UNOFFICIAL] = "unofficial",
    [HC_PRIVATE_USE] = "private use",
    [HC_GREASE] = "reserved for greasing",
    [HC_UNASSIGNED] = "unassigned",
    [HC_INVALID] = "invalid",
};
_Static_assert(sizeof(registration_words) / sizeof(registration_words[0]) == HC_INVALID + 1,
               "every registration has its words");

static const char *const scope_words[] = {
    [HC_SCOPE_NONE] = NULL,
    [HC_SCOPE_STREAM] = "on a stream",
    [HC_SCOPE_CONNECTION] = "on the connection",
    [HC_SCOPE_EITHER] = "on a stream or the connection",
};

static const char *const speaker_words[] = {
    [HC_BY_EITHER] = NULL,
    [HC_BY_CLIENT] = "client",
    [HC_BY_SERVER] = "server",
};

static const char *const blame_words[] = {
    [HC_BLAME_UNKNOWN] = "unknown",   [HC_BLAME_NOBODY] = "nobody",       [HC_BLAME_CLIENT] = "the client",
    [HC_BLAME_SERVER] = "the server", [HC_BLAME_SENDER] = "who sends it", [HC_BLAME_PEER] = "who receives it",
};

const char *hc_language_name(enum hc_language language) {
    return language_names[language];
}

const char *hc_retry_words(const struct hc_code *row) {
    return hc_phrase(hc_retry_phrase(row->retry, row->way), HC_EN);
}

const char *hc_blame_words(const struct hc_code *row) {
    return blame_words[row->blame];
}

static bool belongs_to_nobody(const struct hc_code *row) {
    return row->registration == HC_UNASSIGNED || row->registration == HC_INVALID;
}

static void put_source(const struct hc_code *row) {
    if (!belongs_to_nobody(row) && row->registration != HC_PRIVATE_USE) {
        hc_put_text(row->origin);
        printf(", ");
    }
    printf("%s", registration_words[row->registration]);
}

static void put_list(const char *title, const char *const *words) {
    if (words == NULL)
        return;
    printf(BETWEEN_FACTS "%s ", title);
    for (size_t i = 0; words[i] != NULL; i++) {
        if (i > 0)
            printf(", ");
        hc_put_text(words[i]);
    }
}

static void put_facts(const struct hc_code *row) {
    put_source(row);
    put_list("also called", row->aliases);
    put_list("known by", row->evidence);
    if (scope_words[row->scope] != NULL)
        printf(BETWEEN_FACTS "%s", scope_words[row->scope]);
    if (row->never_on_wire)
        printf(BETWEEN_FACTS "never on the wire");
    else if (speaker_words[row->speaker] != NULL)
        printf(BETWEEN_FACTS "sent by: %s", speaker_words[row->speaker]);
    printf(BETWEEN_FACTS "fault: %s" BETWEEN_FACTS "%s" BETWEEN_FACTS, hc_blame_words(row),
           hc_retry_words(row));
    if (row->fails_again)
        printf("the same request fails again" BETWEEN_FACTS);
    hc_put_reference(row);
    printf("\n\n");
}

void hc_put_meaning(const struct hc_code *row) {
    put_facts(row);
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++) {
        printf("* %s: ", hc_language_name(language));
        hc_put_text(hc_text(row, language));
        putchar('\n');
    }
    putchar('\n');
}
