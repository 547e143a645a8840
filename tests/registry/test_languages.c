/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every text stands in every language, and what is not language in it - numbers, code names, product and
 * header names - is the same in all of them. */
#include "registry/registry_test.h"

#include "registry/mapping_row.h"
#include "registry/phrases.h"
#include "registry/proxy_status.h"
#include "registry/sender_words.h"

#define LONGEST_WORD 64

static const char *const language_name[] = {[HC_EN] = "en", [HC_ZH_CN] = "zh_CN", [HC_DE] = "de"};
_Static_assert(sizeof(language_name) / sizeof(language_name[0]) == HC_LANGUAGES, "every language is checked");

/* One text in every language, and what to call it in a failure. */
struct text {
    const char *where;
    const char *const *in;
};

typedef void text_check(const struct text *text);

/* Fails unless the condition holds, and names the text that broke it. */
#define REQUIRE_TEXT(text, language, condition)                                                              \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            fail_msg("%s, %s: not so: %s", (text)->where, language_name[language], #condition);              \
    } while (0)

static void check_row(const struct hc_space *space, const struct hc_code *row, text_check *check) {
    char where[160];
    snprintf(where, sizeof where, "%s 0x%" PRIx64 " \"%s\" (%s)", space->name, row->value, row->name,
             row->origin);
    check(&(struct text){where, row->text});
}

static void for_each_description(text_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        for (size_t i = 0; i < space->code_count; i++)
            check_row(space, &space->codes[i], check);
        for (size_t i = 0; i < space->range_count; i++)
            check_row(space, &space->ranges[i], check);
    }
}

static void check_mapping_rows(const struct hc_mapping *rows, size_t count, text_check *check) {
    for (const struct hc_mapping *row = rows; row < rows + count; row++) {
        char where[160];
        snprintf(where, sizeof where, "hint: %s 0x%" PRIx64 " -> %s 0x%" PRIx64 " (%s)",
                 hc_space(row->from)->name, row->first, hc_space(row->to)->name, row->target, row->basis);
        check(&(struct text){where, row->hint});
    }
}

static void for_each_hint(text_check *check) {
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_mapping_table *table = hc_space(id)->mappings;
        check_mapping_rows(table->rows, table->count, check);
        check_mapping_rows(table->unknown, table->unknown_count, check);
    }
}

static void for_each_phrase(text_check *check) {
    for (enum hc_phrase phrase = 0; phrase < HC_PHRASES_END; phrase++) {
        const char *in[HC_LANGUAGES];
        char where[16];
        for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
            in[language] = hc_phrase(phrase, language);
        snprintf(where, sizeof where, "phrase %u", (unsigned)phrase);
        check(&(struct text){where, in});
    }
}

static void for_each_proxy_error(text_check *check) {
    for (size_t i = 0; i < hc_proxy_error_count; i++)
        check(&(struct text){hc_proxy_errors[i].name, hc_proxy_errors[i].text});
}

static void for_each_sender_words(text_check *check) {
    for (size_t i = 0; i < hc_sender_words_count; i++) {
        const struct hc_sender_words *row = &hc_all_sender_words[i];
        check(&(struct text){row->words != NULL ? row->words : row->name, row->text});
    }
}

static void check_presence(const struct text *text) {
    for (enum hc_language language = HC_EN; language < HC_LANGUAGES; language++)
        REQUIRE_TEXT(text, language, text->in[language] != NULL && text->in[language][0] != '\0');
}

static void check_difference(const struct text *text) {
    for (enum hc_language one = HC_EN; one < HC_LANGUAGES; one++)
        for (enum hc_language other = HC_EN; other < one; other++)
            REQUIRE_TEXT(text, one, strcmp(text->in[one], text->in[other]) != 0);
}

/* ASCII only, whatever the locale: ctype.h takes bytes of UTF-8 for letters in some. */
static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_ascii_letter_or_digit(char c) {
    return is_upper(c) || is_lower(c) || is_digit(c);
}

static bool is_in_word(char c) {
    return is_ascii_letter_or_digit(c) || c == '_';
}

/* German letters outside of ASCII, all of which UTF-8 begins with this byte. */
static bool is_umlaut(const char *c) {
    return (unsigned char)c[0] == 0xc3;
}

/* A run of ASCII letters and digits: "HTTP/1.1", "0x100", "RST_STREAM", "Retry". */
struct word {
    const char *begin;
    size_t length;
};

/* The next word from *cursor on, which is moved behind it; false at the end. A word with an umlaut in it is
 * German, not a name: it is skipped. */
static bool next_word(const char **cursor, struct word *word) {
    const char *c = *cursor;
    for (;;) {
        while (*c != '\0' && !is_in_word(*c) && !is_umlaut(c))
            c++;
        if (*c == '\0')
            return false;
        word->begin = c;
        bool has_umlaut = false;
        while (is_in_word(*c) || is_umlaut(c) || ((*c == '.' || *c == '/') && is_digit(c[1]))) {
            has_umlaut = has_umlaut || is_umlaut(c);
            c += is_umlaut(c) ? 2 : 1;
        }
        if (!has_umlaut)
            break;
    }
    word->length = (size_t)(c - word->begin);
    *cursor = c;
    return true;
}

static bool is_number(struct word word) {
    return is_digit(word.begin[0]);
}

static size_t count_letters(struct word word, bool (*of_kind)(char)) {
    size_t count = 0;
    for (size_t i = 0; i < word.length; i++)
        count += of_kind(word.begin[i]) ? 1 : 0;
    return count;
}

/* Without the s of a plural: "IDs", "APIs". */
static struct word singular(struct word word) {
    if (word.length > 2 && word.begin[word.length - 1] == 's' && is_upper(word.begin[word.length - 2]))
        word.length--;
    return word;
}

/* In capitals, as codes, protocols and methods are: "GOAWAY", "H3_NO_ERROR", "UTF". */
static bool is_code_name(struct word word) {
    word = singular(word);
    return count_letters(word, is_upper) > 1 && count_letters(word, is_lower) == 0;
}

/* The one name that every country gives its own. */
static bool is_april_fools_day(struct word word) {
    return strncmp(word.begin, "April Fools", strlen("April Fools")) == 0 ||
           strncmp(word.begin, "Fools'", strlen("Fools'")) == 0;
}

/* English writes names alone with a capital inside of a sentence: "Location", "Retry-After", "Cloudflare". */
static bool is_english_name(const char *text, struct word word) {
    if (!is_upper(word.begin[0]) || word.begin < text + 2 || is_april_fools_day(word))
        return false;
    char before = word.begin[-1], earlier = word.begin[-2];
    return before == '-' || (before == ' ' && (is_ascii_letter_or_digit(earlier) || earlier == ','));
}

/* Whether the word must stand in the other languages too. Chinese writes names alone in Latin letters. */
static bool is_fact(const char *text, struct word word, enum hc_language language) {
    return language == HC_ZH_CN || is_number(word) || is_code_name(word) ||
           (language == HC_EN && is_english_name(text, word));
}

static char lower(char c) {
    return is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* Names at the head of a sentence or of a German compound may change the case of a letter; codes may not. */
static bool is_same(struct word one, struct word other) {
    bool exact = is_code_name(one);
    one = singular(one);
    other = singular(other);
    if (one.length != other.length)
        return false;
    for (size_t i = 0; i < one.length; i++)
        if (exact ? one.begin[i] != other.begin[i] : lower(one.begin[i]) != lower(other.begin[i]))
            return false;
    return true;
}

static bool holds(const char *text, struct word wanted) {
    struct word word;
    while (next_word(&text, &word))
        if (is_same(wanted, word))
            return true;
    return false;
}

static void check_facts_of(const struct text *text, enum hc_language one, enum hc_language other) {
    const char *cursor = text->in[one];
    struct word word;
    while (next_word(&cursor, &word))
        if (is_fact(text->in[one], word, one) && !holds(text->in[other], word))
            fail_msg("%s: \"%.*s\" stands in %s, not in %s", text->where, (int)word.length, word.begin,
                     language_name[one], language_name[other]);
}

static void check_facts(const struct text *text) {
    for (enum hc_language one = HC_EN; one < HC_LANGUAGES; one++)
        for (enum hc_language other = HC_EN; other < HC_LANGUAGES; other++)
            check_facts_of(text, one, other);
}

/* A slot is what a caller fills: "{code}". */
static void check_slots(const struct text *text) {
    for (enum hc_language one = HC_EN; one < HC_LANGUAGES; one++)
        for (const char *slot = strchr(text->in[one], '{'); slot != NULL; slot = strchr(slot + 1, '{')) {
            const char *end = strchr(slot, '}');
            char name[LONGEST_WORD];
            REQUIRE_TEXT(text, one, end != NULL && end - slot < LONGEST_WORD - 1);
            snprintf(name, sizeof name, "%.*s", (int)(end - slot) + 1, slot);
            for (enum hc_language other = HC_EN; other < HC_LANGUAGES; other++)
                REQUIRE_TEXT(text, other, strstr(text->in[other], name) != NULL);
        }
}

static bool is_ascii(const char *text) {
    while (*text != '\0' && (unsigned char)*text < 0x80)
        text++;
    return *text == '\0';
}

/* U+4E00 to U+9FFF, three bytes in UTF-8; punctuation lies elsewhere. */
static bool is_chinese_character(const char *c) {
    return (unsigned char)c[0] >= 0xe4 && (unsigned char)c[0] <= 0xe9;
}

/* A Chinese character and a Latin one touch, where a space belongs between them. */
static bool touches_latin(const char *text) {
    for (const char *c = text; *c != '\0'; c++) {
        if (is_ascii_letter_or_digit(c[0]) && is_chinese_character(c + 1))
            return true;
        if (is_chinese_character(c) && is_ascii_letter_or_digit(c[3]))
            return true;
    }
    return false;
}

/* A comma, a semicolon or a full stop of ASCII; the stop of "1.1" is none. */
static bool has_western_punctuation(const char *text) {
    for (const char *c = text; *c != '\0'; c++)
        if (*c == ',' || *c == ';' || (*c == '.' && !is_digit(c[1])))
            return true;
    return false;
}

static bool has_chinese(const char *text) {
    while (*text != '\0' && !is_chinese_character(text))
        text++;
    return *text != '\0';
}

/* Letters of German alone: a Chinese character in a German text was put on the wrong line. */
static bool is_german(const char *text) {
    static const char *const letters[] = {"ä", "ö", "ü", "Ä", "Ö", "Ü", "ß"};
    for (const char *c = text; *c != '\0'; c++) {
        bool known = (unsigned char)*c < 0x80;
        for (size_t i = 0; !known && i < sizeof(letters) / sizeof(letters[0]); i++)
            if (starts_with(c, letters[i])) {
                known = true;
                c++; /* the second byte of the letter */
            }
        if (!known)
            return false;
    }
    return true;
}

static void check_writing(const struct text *text) {
    REQUIRE_TEXT(text, HC_EN, is_ascii(text->in[HC_EN]));
    REQUIRE_TEXT(text, HC_EN, ends_with(text->in[HC_EN], "."));
    REQUIRE_TEXT(text, HC_ZH_CN, has_chinese(text->in[HC_ZH_CN]));
    REQUIRE_TEXT(text, HC_ZH_CN, ends_with(text->in[HC_ZH_CN], "。"));
    REQUIRE_TEXT(text, HC_ZH_CN, !has_western_punctuation(text->in[HC_ZH_CN]));
    REQUIRE_TEXT(text, HC_ZH_CN, !touches_latin(text->in[HC_ZH_CN]));
    REQUIRE_TEXT(text, HC_DE, is_german(text->in[HC_DE]));
    REQUIRE_TEXT(text, HC_DE, ends_with(text->in[HC_DE], "."));
}

static void check_sentence(const struct text *text) {
    check_presence(text);
    check_difference(text);
    check_facts(text);
    check_writing(text);
}

static void check_phrase(const struct text *text) {
    check_presence(text);
    check_slots(text);
}

static void descriptions_agree(void **state) {
    (void)state;
    for_each_description(check_sentence);
}

static void hints_agree(void **state) {
    (void)state;
    for_each_hint(check_sentence);
}

static void proxy_errors_agree(void **state) {
    (void)state;
    for_each_proxy_error(check_sentence);
}

static void sender_words_agree(void **state) {
    (void)state;
    for_each_sender_words(check_sentence);
}

static void phrases_have_the_same_slots(void **state) {
    (void)state;
    for_each_phrase(check_phrase);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(descriptions_agree),          cmocka_unit_test(hints_agree),
        cmocka_unit_test(proxy_errors_agree),          cmocka_unit_test(sender_words_agree),
        cmocka_unit_test(phrases_have_the_same_slots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
