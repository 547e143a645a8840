/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the fuzzing targets share: values out of a fuzzer's bytes, and a promise that has to hold. */
#ifndef HTTPCODES_FUZZ_INPUT_H
#define HTTPCODES_FUZZ_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "registry/code.h"

/* What is left of the bytes; values are taken from the front, and are 0 or empty where nothing is left. */
struct fuzz_input {
    const uint8_t *next;
    size_t left;
};

/* Of up to 8 bytes, little endian. */
uint64_t fuzz_number(struct fuzz_input *input, size_t bytes);

/* One of the spaces. */
enum hc_space_id fuzz_space(struct fuzz_input *input);

/* Up to the next NUL, in memory of just its size, so that a step too far is seen; to be freed. */
char *fuzz_text(struct fuzz_input *input);

/* The same, and NULL where it is empty. */
char *fuzz_text_or_null(struct fuzz_input *input);

/* Bytes, up to 255 of them, in memory of just their size; to be freed. */
uint8_t *fuzz_bytes(struct fuzz_input *input, size_t *length);

/* The target's promise. A broken one ends the program with its words, as a crash would. */
#define REQUIRE(promise) fuzz_require((promise), #promise, __FILE__, __LINE__)
void fuzz_require(bool holds, const char *promise, const char *file, int line);

/* Whether the text is there and has words. */
bool fuzz_has_words(const char *text);

/* libFuzzer's side of a target. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
