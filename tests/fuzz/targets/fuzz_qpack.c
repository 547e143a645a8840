/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Instructions and field sections of any kind and in any order. */
#include <stdlib.h>

#include "http3/qpack.h"
#include "input.h"

struct section {
    const uint8_t *bytes;
    size_t length;
    size_t lines;
};

static void take_line(void *user, const struct hc_qpack_line *line) {
    struct section *section = user;

    REQUIRE(line->name != NULL && line->value != NULL);
    REQUIRE(line->length > 0 && line->bytes >= section->bytes);
    REQUIRE(line->bytes + line->length <= section->bytes + section->length);
    section->lines++;
}

static void read_section(struct hc_qpack *qpack, const uint8_t *bytes, size_t length) {
    struct section section = {bytes, length, 0}, known = {bytes, length, 0};
    enum hc_qpack_result result = hc_qpack_read(qpack, bytes, length, take_line, &section);

    REQUIRE(result != HC_QPACK_BLOCKED || (section.lines == 0 && hc_qpack_is_dynamic(bytes, length)));
    REQUIRE(section.lines <= length);
    /* With the table it says no less. */
    REQUIRE(hc_qpack_read_known(qpack, bytes, length, take_line, &known) != HC_QPACK_BLOCKED);
    REQUIRE(result != HC_QPACK_WHOLE || known.lines <= section.lines);
}

static void do_any(struct hc_qpack *qpack, struct fuzz_input *input) {
    uint64_t what = fuzz_number(input, 1);
    size_t length;
    uint8_t *bytes = fuzz_bytes(input, &length);

    if (what == 0xff)
        hc_qpack_give_up(qpack);
    else if (what % 2 == 0)
        hc_qpack_instruct(qpack, bytes, length);
    else
        read_section(qpack, bytes, length);
    free(bytes);
}

/* Whatever went before: a section of the static table is read. */
static void require_static_table(struct hc_qpack *qpack) {
    static const uint8_t ok[] = {0, 0, 0xd9};
    struct section section = {ok, sizeof ok, 0};

    REQUIRE(hc_qpack_read(qpack, ok, sizeof ok, take_line, &section) == HC_QPACK_WHOLE && section.lines == 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    wmem_allocator_t *scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    struct hc_qpack *qpack = hc_qpack_new(scope);
    uint64_t capacity = fuzz_number(&input, 3);

    if (capacity % 8 != 7)
        hc_qpack_allow(qpack, capacity);
    while (input.left > 0)
        do_any(qpack, &input);
    require_static_table(qpack);
    wmem_destroy_allocator(scope);
    return 0;
}
