/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "registry/own_codes.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "registry/built_in.h"
#include "registry/proof.h"
#include "registry/spaces.h"

static struct hc_own_code *own_codes;
static size_t own_count;
static unsigned edition;

/* A promise that nothing was processed is the protocol's to make, and no user's. */
const char *const hc_own_retries[] = {
    "", "not a failure", "idempotent methods only", "after a change", "after a delay", "no", "unknown", NULL};
static const enum hc_retry retries[] = {HC_RETRY_UNKNOWN,      HC_RETRY_NOT_A_FAILURE, HC_RETRY_IDEMPOTENT,
                                        HC_RETRY_AFTER_CHANGE, HC_RETRY_AFTER_DELAY,   HC_RETRY_NO,
                                        HC_RETRY_UNKNOWN};

const char *const hc_own_faults[] = {"", "nobody", "client", "server", "unknown", NULL};
static const enum hc_blame blames[] = {HC_BLAME_UNKNOWN, HC_BLAME_NOBODY, HC_BLAME_CLIENT, HC_BLAME_SERVER,
                                       HC_BLAME_UNKNOWN};

static bool is_empty(const char *text) {
    return text == NULL || *text == '\0';
}

static enum hc_space_id space_named(const char *name) {
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        if (!is_empty(name) && strcmp(hc_space((enum hc_space_id)id)->name, name) == 0)
            return (enum hc_space_id)id;
    }
    return HC_SPACES_END;
}

static const char *wrong_space(void) {
    static char sentence[160];

    snprintf(sentence, sizeof sentence, "The space must be %s.", hc_space_names());
    return sentence;
}

static unsigned digit_value(char digit) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = memchr(digits, digit, sizeof digits - 1);

    return found ? (unsigned)(found - digits) % 16 : UINT_MAX;
}

/* Decimal, or 0x and hex; nothing before and nothing behind. */
static bool read_number(const char *text, uint64_t *number) {
    bool is_hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    const char *digits = is_hex ? text + 2 : text;
    unsigned base = is_hex ? 16 : 10;

    *number = 0;
    for (const char *digit = digits; *digit; digit++) {
        unsigned value = digit_value(*digit);

        if (value >= base || *number > (UINT64_MAX - value) / base)
            return false;
        *number = *number * base + value;
    }
    return *digits != '\0';
}

static const char *read_range(const struct hc_own_text *text, const struct hc_space *space,
                              struct hc_code *code) {
    if (is_empty(text->first) || !read_number(text->first, &code->value))
        return "The first value must be a number, decimal or hexadecimal with 0x.";
    if (is_empty(text->last))
        code->last = code->value;
    else if (!read_number(text->last, &code->last))
        return "The last value must be a number, decimal or hexadecimal with 0x, or empty for a single code.";
    if (code->last < code->value)
        return "The last value must not be below the first.";
    if (code->last > space->max)
        return "The value is larger than a code of this space can be.";
    return NULL;
}

/* Where the word stands, 0 for an empty one; -1 if it is none of them. */
static int place_of(const char *word, const char *const *words) {
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(is_empty(word) ? "" : word, words[i]) == 0)
            return i;
    return -1;
}

/* What to do is what the user says, and no other way that the built-in row knows. */
static const char *read_retry(const char *word, struct hc_code *code) {
    int place = place_of(word, hc_own_retries);

    if (place < 0)
        return "The retry must be one of the words in the list, or empty.";
    if (place > 0) {
        code->retry = retries[place];
        code->way = HC_WAY_NONE;
        code->fails_again = false;
    }
    return NULL;
}

static const char *read_fault(const char *word, struct hc_code *code) {
    int place = place_of(word, hc_own_faults);

    if (place < 0)
        return "The fault must be nobody, client, server, unknown or empty.";
    if (place > 0)
        code->blame = blames[place];
    return NULL;
}

/* What the user does not tell of a code is as for the built-in row, or the range, of the same number. */
static void inherit(struct hc_own_code *own) {
    struct hc_meaning meaning = hc_explain_built_in(own->space, own->code.value, NULL, NULL);
    const struct hc_code *built_in = meaning.row;

    own->code.scope = built_in->scope;
    own->code.blame = meaning.blame;
    own->code.retry = meaning.retry;
    own->code.way = built_in->way;
    own->code.fails_again = built_in->fails_again;
    own->code.heeds_retry_after = built_in->heeds_retry_after;
}

const char *hc_own_code_read(const struct hc_own_text *text, struct hc_own_code *own) {
    const char *mend;

    *own = (struct hc_own_code){.space = space_named(text->space)};
    if (own->space == HC_SPACES_END)
        return wrong_space();
    mend = read_range(text, hc_space(own->space), &own->code);
    if (mend)
        return mend;
    if (is_empty(text->name))
        return "The name must not be empty.";
    own->code.name = text->name;
    own->code.origin = is_empty(text->origin) ? "own" : text->origin;
    own->code.text[HC_EN] = is_empty(text->description) ? text->name : text->description;
    own->code.registration = HC_UNOFFICIAL;
    own->evidence[0] = is_empty(text->condition) ? NULL : text->condition;
    inherit(own);
    mend = read_retry(text->retry, &own->code);
    return mend ? mend : read_fault(text->fault, &own->code);
}

static bool same_text(const char *one, const char *other) {
    return one == other || (one && other && strcmp(one, other) == 0);
}

bool hc_own_codes_clash(const struct hc_own_code *one, const struct hc_own_code *other) {
    return one->space == other->space && one->code.value <= other->code.last &&
           other->code.value <= one->code.last && same_text(one->evidence[0], other->evidence[0]);
}

void hc_own_codes_use(struct hc_own_code *codes, size_t count) {
    own_codes = codes;
    own_count = count;
    edition++;
    for (size_t i = 0; i < count; i++)
        codes[i].code.evidence = codes[i].evidence[0] ? codes[i].evidence : NULL;
}

unsigned hc_own_codes_edition(void) {
    return edition;
}

const struct hc_code *hc_own_code(enum hc_space_id space, uint64_t value, const char *evidence,
                                  const char *host) {
    const struct hc_code *unconditional = NULL;

    for (size_t i = 0; i < own_count; i++) {
        const struct hc_code *code = &own_codes[i].code;

        if (own_codes[i].space != space || value < code->value || value > code->last)
            continue;
        if (hc_is_proven(space, code, evidence) || hc_is_proven_by_host(code, host))
            return code;
        if (!code->evidence && !unconditional)
            unconditional = code;
    }
    return unconditional;
}
