/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t fuzz_number(struct fuzz_input *input, size_t bytes) {
    uint64_t number = 0;

    for (size_t i = 0; i < bytes && input->left > 0; i++, input->left--)
        number |= (uint64_t)*input->next++ << (8 * i);
    return number;
}

enum hc_space_id fuzz_space(struct fuzz_input *input) {
    return (enum hc_space_id)(HC_HTTP_STATUS + fuzz_number(input, 1) % (HC_SPACES_END - HC_HTTP_STATUS));
}

char *fuzz_text(struct fuzz_input *input) {
    const uint8_t *end = input->left > 0 ? memchr(input->next, '\0', input->left) : NULL;
    size_t length = end ? (size_t)(end - input->next) : input->left;
    size_t taken = end ? length + 1 : length;
    char *text = malloc(length + 1);

    REQUIRE(text != NULL);
    if (length > 0)
        memcpy(text, input->next, length);
    text[length] = '\0';
    input->next += taken;
    input->left -= taken;
    return text;
}

char *fuzz_text_or_null(struct fuzz_input *input) {
    char *text = fuzz_text(input);

    if (*text != '\0')
        return text;
    free(text);
    return NULL;
}

uint8_t *fuzz_bytes(struct fuzz_input *input, size_t *length) {
    uint8_t *bytes;

    *length = (size_t)fuzz_number(input, 1);
    if (*length > input->left)
        *length = input->left;
    bytes = malloc(*length);
    REQUIRE(bytes != NULL || *length == 0);
    if (*length > 0)
        memcpy(bytes, input->next, *length);
    input->next += *length;
    input->left -= *length;
    return bytes;
}

void fuzz_require(bool holds, const char *promise, const char *file, int line) {
    if (holds)
        return;
    fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
    abort();
}

bool fuzz_has_words(const char *text) {
    return text != NULL && *text != '\0';
}
