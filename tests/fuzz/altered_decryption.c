/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Alters what Wireshark decrypts, after it was decrypted and before it is dissected: a byte that is altered
 * in the capture costs its whole TLS record or QUIC packet. To be preloaded. ALTERED_DECRYPTION_SEED=N
 * decides what is altered; the last line on stderr says how much was. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    EVERY = 4,   /* of so many decryptions one is altered, */
    RARELY = 64, /* and of long ones: those are handshakes, without which nothing can be decrypted */
    LONG = 200,
    MOST_BYTES = 4, /* of one decryption */
    NEAR = 32,      /* half of the bytes are altered this near to the front, where the frames' headers are */
};

/* As in gcrypt.h, which need not be installed. */
typedef void *cipher_handle;
typedef unsigned gcrypt_error;
typedef gcrypt_error (*decrypt_function)(cipher_handle, void *, size_t, const void *, size_t);

__attribute__((visibility("default"))) gcrypt_error
gcry_cipher_decrypt(cipher_handle cipher, void *out, size_t out_size, const void *in, size_t in_size);

static bool is_wanted;
static uint64_t state;
static unsigned long decryptions, altered;

/* splitmix64: the same on every machine. */
static uint64_t chance(uint64_t below) {
    uint64_t mixed = state += UINT64_C(0x9e3779b97f4a7c15);

    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (mixed ^ (mixed >> 31)) % below;
}

static void alter(uint8_t *bytes, size_t size) {
    uint64_t count = 1 + chance(MOST_BYTES);

    for (uint64_t i = 0; i < count; i++) {
        size_t room = chance(2) && size > NEAR ? NEAR : size;

        bytes[chance(room)] = (uint8_t)chance(256);
    }
    altered++;
}

__attribute__((constructor)) static void start(void) {
    const char *seed = getenv("ALTERED_DECRYPTION_SEED");

    is_wanted = seed != NULL;
    state = seed ? strtoull(seed, NULL, 10) : 0;
}

__attribute__((destructor)) static void finish(void) {
    if (is_wanted)
        fprintf(stderr, "altered %lu of %lu decryptions\n", altered, decryptions);
}

gcrypt_error gcry_cipher_decrypt(cipher_handle cipher, void *out, size_t out_size, const void *in,
                                 size_t in_size) {
    static decrypt_function really_decrypt;
    gcrypt_error error;

    if (!really_decrypt)
        *(void **)&really_decrypt = dlsym(RTLD_NEXT, "gcry_cipher_decrypt");
    error = really_decrypt(cipher, out, out_size, in, in_size);
    decryptions++;
    if (is_wanted && error == 0 && out_size > 0 && chance(out_size < LONG ? EVERY : RARELY) == 0)
        alter(out, out_size);
    return error;
}
