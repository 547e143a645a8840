/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes what the targets start from, a file for each seed, derived from the registry:
 *
 *   fuzz-seeds FOLDER    FOLDER/fuzz_lookup/..., FOLDER/fuzz_judge/..., ...
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "registry/lookup.h"

struct seed {
    uint8_t bytes[4096];
    size_t size;
};

static void put(struct seed *seed, const void *bytes, size_t size) {
    if (size > sizeof seed->bytes - seed->size)
        size = sizeof seed->bytes - seed->size;
    memcpy(seed->bytes + seed->size, bytes, size);
    seed->size += size;
}

static void put_number(struct seed *seed, uint64_t number, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        put(seed, &(uint8_t){(uint8_t)(number >> (8 * i))}, 1);
}

static void put_text(struct seed *seed, const char *text) {
    put(seed, text, strlen(text) + 1);
}

static const char *evidence_of(const struct hc_code *row) {
    return row->evidence ? row->evidence[0] : "";
}

/* The forms below are what the targets take. */

static void lookup(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    put_number(seed, (uint64_t)space->id, 1);
    put_number(seed, row->value, 8);
    put_text(seed, evidence_of(row));
    put_text(seed, "after a delay");
    put_text(seed, "server");
}

/* With every carrier, sender, progress and circumstance in turn. */
static void event(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    static const char *const texts[] = {"take care", "120", "GET", "/path?query", "edge; error=dns_error"};
    unsigned turn = (unsigned)(row - space->codes);

    put_number(seed, turn, 1); /* which parts there are: see any_event.c */
    put_number(seed, (uint64_t)(space->id - HC_HTTP_STATUS), 1);
    put_number(seed, row->value, 8);
    for (unsigned part = 0; part < 6; part++)
        put_number(seed, turn / (part + 1), 1);
    put_number(seed, 4 * turn, 8);
    put_number(seed, 200 + turn, 2); /* the status before, and what the client has reset */
    put_number(seed, turn, 1);
    put_number(seed, turn, 1);
    put_text(seed, evidence_of(row));
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        put_text(seed, texts[i]);
}

static void own_row(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    char number[32];

    snprintf(number, sizeof number, space->is_decimal ? "%" PRIu64 : "0x%" PRIx64, row->value);
    put_text(seed, space->name);
    put_text(seed, number);
    put_text(seed, row->last ? number : "");
    put_text(seed, row->origin);
    put_text(seed, row->name);
    put_text(seed, row->text[HC_EN]);
    put_text(seed, evidence_of(row));
}

static void setting(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    char line[512];

    snprintf(line, sizeof line, "\"%s\",\"%" PRIu64 "\",\"\",\"%s\",\"%s\",\"%s\",\"%s\"", space->name,
             row->value, row->origin, row->name, row->url, evidence_of(row));
    put_text(seed, line);
    put_text(seed, "httpcodes.language:de");
    put_text(seed, "httpcodes.info_column:all");
    put_text(seed, "httpcodes.rapid_reset:10");
}

/* Even numbers are packets, odd ones texts: see fuzz_text.c. */
static void text(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    static const char *const forms[] = {"%s", "%%e4%%bd%%a0%s%%", "\xe4\xbd\xa0%s\xff"};
    unsigned turn = (unsigned)(row - space->codes);
    char words[1024];

    snprintf(words, sizeof words, forms[turn % 3], row->text[turn % HC_LANGUAGES]);
    put_number(seed, turn, 1);
    if (turn % 2 == 0) {
        put_number(seed, turn % 5, 2);
        put_number(seed, turn, 2);
        put_number(seed, row->value, 8);
    }
    put_text(seed, words);
}

/* Data and a Close, masked in every second row: see fuzz_websocket_frames.c. */
static void frames(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    static const uint8_t data[] = "\x01\x02hi\x80\x7e\0\x03you\x89";
    static const uint8_t key[] = {0x37, 0xfa, 0x21, 0x3d};
    const char *reason = row->text[HC_EN];
    size_t length = strlen(reason) < 123 ? strlen(reason) : 123;
    uint8_t body[125] = {(uint8_t)(row->value >> 8), (uint8_t)row->value};
    bool is_masked = (row - space->codes) % 2 == 1;

    memcpy(body + 2, reason, length);
    for (size_t i = 0; is_masked && i < 2 + length; i++)
        body[i] ^= key[i % sizeof key];
    put_number(seed, row->value, 2);
    put(seed, data, sizeof data); /* its NUL is the Ping's length */
    put(seed, "\x88", 1);
    put_number(seed, (is_masked ? 0x80 : 0) | (2 + length), 1);
    put(seed, key, is_masked ? sizeof key : 0);
    put(seed, body, 2 + length);
    put(seed, "\x82\x01!", 3);
}

/* A field section with the code as :status, and its name in a line of its own. */
static void put_section(struct seed *seed, const struct hc_code *row) {
    static const uint8_t status[] = {0, 0, 0x5f, 0x09}, literal[] = {0x23, 'a', 'b', 'c'};
    char digits[4];
    int length = snprintf(digits, sizeof digits, "%u", (unsigned)(row->value % 1000));
    size_t name_length = strlen(row->name ? row->name : "") % 32;

    put(seed, status, sizeof status);
    put_number(seed, (uint64_t)length, 1);
    put(seed, digits, (size_t)length);
    put(seed, literal, sizeof literal);
    put_number(seed, name_length, 1);
    put(seed, row->name ? row->name : "", name_length);
}

static void pieces(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    (void)space;
    for (unsigned i = 0; i < 12; i++) {
        put_number(seed, row->value * (i + 1) * 97, 2);
        put_number(seed, row->value * i + 300, 2);
        put_number(seed, row->value + i, 1);
    }
}

/* RFC 9204, appendix B: an entry for :authority, and a section that refers to it. */
static const uint8_t instructions[] = {0x3f, 0xbd, 0x01, 0xc0, 0x03, 'a', '.', 'b'};
static const uint8_t dynamic_section[] = {0x02, 0x00, 0x80};
/* SETTINGS that allow it, and a GOAWAY. */
static const uint8_t control[] = {0, 4, 5, 1, 0x40, 0xdc, 7, 2, 7, 1, 8};

static void put_headers(struct seed *seed, const struct hc_code *row) {
    struct seed section = {.size = 0};

    put_section(&section, row);
    put_number(seed, 1, 1);
    put_number(seed, section.size, 1);
    put(seed, section.bytes, section.size);
}

static void http3_frames(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    (void)space;
    put_number(seed, row->value % 2, 1);
    put_number(seed, row->value, 1);
    if (row->value % 2 != 0)
        put(seed, control, sizeof control);
    else
        put_headers(seed, row);
    put(seed, "\0\3abc", 5);
}

/* What follows is so long. */
static void put_part(struct seed *seed, uint64_t kind, const void *bytes, size_t size) {
    put_number(seed, kind, 1);
    put_number(seed, size, 1);
    put(seed, bytes, size);
}

static void qpack(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    struct seed section = {.size = 0};

    (void)space;
    put_section(&section, row);
    put_number(seed, 220, 3);
    put_part(seed, 1, section.bytes, section.size);
    put_part(seed, 1, dynamic_section, sizeof dynamic_section);
    put_part(seed, 0, instructions, sizeof instructions);
    put_part(seed, 1, dynamic_section, sizeof dynamic_section);
}

/* A stream, how its piece is sent, and the piece: see fuzz_http3.c. */
static void put_piece(struct seed *seed, unsigned stream, unsigned how, const struct seed *piece) {
    put_number(seed, stream, 1);
    put_part(seed, how, piece->bytes, piece->size);
}

static void http3(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    struct seed settings = {.size = 0}, encoder = {.size = 0}, request = {.size = 0}, response = {.size = 0};

    (void)space;
    put(&settings, control, sizeof control);
    put_number(&encoder, 2, 1);
    put(&encoder, instructions, sizeof instructions);
    put_part(&request, 1, dynamic_section, sizeof dynamic_section);
    put_headers(&response, row);
    put(&response, "\0\3abc", 5);
    put_piece(seed, 3, 1, &settings);
    put_piece(seed, 0, 2, &request);
    put_piece(seed, 6, 0, &encoder);
    put_piece(seed, 0, 3, &response);
}

/* A message with trailers, in bytes or in base64, a capsule, chunks: see
 * fuzz_contents.c. */
static void contents(struct seed *seed, const struct hc_space *space, const struct hc_code *row) {
    static const uint8_t trailers[] = "\0\0\0\0\1x\x80\0\0\0\x0fgrpc-status: 5\n";
    static const uint8_t capsule[] = "\0\1x\x68\x43\7\0\0\0\1bye", chunks[] = "3\r\nabc\r\n0\r\n\r\n";
    static const uint8_t text[] = "gAAAAA9ncnBjLXN0YXR1czogNQo=";

    (void)space;
    put_number(seed, row->value % 32, 1);
    switch (row->value % 4) {
    case 0:
        put(seed, trailers, sizeof trailers - 1);
        break;
    case 1:
        put(seed, capsule, sizeof capsule - 1);
        break;
    case 2:
        put(seed, chunks, sizeof chunks - 1);
        break;
    default:
        put(seed, text, sizeof text - 1);
        break;
    }
}

static const struct target {
    const char *name;
    void (*fill)(struct seed *seed, const struct hc_space *space, const struct hc_code *row);
} targets[] = {
    {"fuzz_lookup", lookup},     {"fuzz_mapping", lookup},     {"fuzz_judge", event},
    {"fuzz_words", event},       {"fuzz_own_codes", own_row},  {"fuzz_settings", setting},
    {"fuzz_text", text},         {"fuzz_quic_pieces", pieces}, {"fuzz_http3_frames", http3_frames},
    {"fuzz_qpack", qpack},       {"fuzz_http3", http3},        {"fuzz_websocket_frames", frames},
    {"fuzz_contents", contents},
};

static void write_seed(const char *folder, const char *target, const struct hc_space *space, size_t index,
                       const struct seed *seed) {
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s/%s-%zu", folder, target, space->filter, index);
    file = fopen(path, "wb");
    if (!file || fwrite(seed->bytes, 1, seed->size, file) != seed->size || fclose(file) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
}

static void write_seeds(const char *folder, const struct target *target) {
    char path[4096];

    snprintf(path, sizeof path, "%s/%s", folder, target->name);
    mkdir(path, 0777);
    for (int id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space((enum hc_space_id)id);

        for (size_t i = 0; i < space->code_count; i++) {
            struct seed seed = {.size = 0};

            target->fill(&seed, space, &space->codes[i]);
            write_seed(folder, target->name, space, i, &seed);
        }
    }
}

int main(int count, char **arguments) {
    if (count != 2)
        return EXIT_FAILURE;
    mkdir(arguments[1], 0777);
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++)
        write_seeds(arguments[1], &targets[i]);
    return EXIT_SUCCESS;
}
