/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and words out of a packet: fields at any place in any bytes, also behind their end. */
#include <string.h>

#include "a_wireshark.h"
#include "collect/bytes.h"
#include "input.h"
#include "memory/strings.h"

static void require_fit(const char *kept) {
    if (!kept)
        return;
    REQUIRE(*kept != '\0' && strlen(kept) <= HC_LONGEST_KEPT);
    REQUIRE(g_utf8_validate(kept, -1, NULL));
}

/* What is kept once is shared, and keeping it again changes nothing. */
static void require_kept(const char *kept) {
    require_fit(kept);
    if (kept)
        REQUIRE(hc_strings_keep(kept) == kept);
}

static void read_field(const field_info *field) {
    uint64_t value = 0;

    if (hc_bytes_status(hc_span_from(field), &value))
        REQUIRE(value <= 999999999);
    if (hc_bytes_varint(hc_span_of(field), &value))
        REQUIRE(value < UINT64_C(1) << 62);
    require_kept(hc_bytes_keep(hc_span_of(field)));
}

static void read_text(struct fuzz_input *input) {
    char *text = fuzz_text(input);
    uint64_t value = 0;

    if (hc_digits_number(text, &value))
        REQUIRE(value <= UINT32_MAX && strspn(text, "0123456789") == strlen(text));
    require_kept(hc_strings_keep(text));
    require_kept(hc_keep_percent_decoded(text));
    free(text);
}

/* A packet is longer than what was captured of it, and a field may lie anywhere. */
static void read_packet(struct fuzz_input *input) {
    unsigned lost = (unsigned)fuzz_number(input, 1);
    int start = (int)fuzz_number(input, 1);
    int length = (int)fuzz_number(input, 2) - 1;
    size_t size = input->left;
    uint8_t *bytes = g_memdup2(input->next, size);
    field_info field = {.start = start, .length = length};

    field.ds_tvb = tvb_new_real_data(bytes, (unsigned)size, (int)(size + lost));
    read_field(&field);
    tvb_free(field.ds_tvb);
    field.ds_tvb = NULL;
    read_field(&field);
    g_free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuzz_input input = {bytes, size};
    static bool is_ready;

    if (!is_ready) {
        fuzz_start_wireshark();
        hc_strings_register();
        is_ready = true;
    }
    fuzz_enter_capture();
    if (fuzz_number(&input, 1) % 2 == 0)
        read_packet(&input);
    else
        read_text(&input);
    return 0;
}
