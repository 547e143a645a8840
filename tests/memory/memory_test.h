/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of memory have in common: cmocka, and memory scopes instead of Wireshark's, which only
 * Wireshark can enter. A new capture is opened before each test; a test may open another one. */
#ifndef HTTPCODES_TESTS_MEMORY_TEST_H
#define HTTPCODES_TESTS_MEMORY_TEST_H

#include "registry/registry_test.h"

#include <epan/packet.h>

static wmem_allocator_t *program_scope, *capture_scope;

struct routines {
    void (*routine[8])(void);
    size_t count;
};
static struct routines at_open, at_close;

static inline void add_routine(struct routines *routines, void (*routine)(void)) {
    assert_true(routines->count < G_N_ELEMENTS(routines->routine));
    routines->routine[routines->count++] = routine;
}

static inline void run_routines(const struct routines *routines) {
    for (size_t i = 0; i < routines->count; i++)
        routines->routine[i]();
}

wmem_allocator_t *wmem_epan_scope(void) {
    return program_scope;
}

wmem_allocator_t *wmem_file_scope(void) {
    return capture_scope;
}

void register_init_routine(void (*routine)(void)) {
    add_routine(&at_open, routine);
}

void register_cleanup_routine(void (*routine)(void)) {
    add_routine(&at_close, routine);
}

/* As Wireshark does it: the one that was open is closed, and its memory is gone. */
static inline void open_capture(void) {
    run_routines(&at_close);
    wmem_free_all(capture_scope);
    run_routines(&at_open);
}

static inline int before_test(void **state) {
    (void)state;
    open_capture();
    return 0;
}
#define MEMORY_TEST(function) cmocka_unit_test_setup(function, before_test)

/* Once, before anything is registered. */
static inline void begin_program(void) {
    wmem_init();
    program_scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    capture_scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
}

static inline int end_program(int failed) {
    wmem_destroy_allocator(capture_scope);
    wmem_destroy_allocator(program_scope);
    wmem_cleanup();
    return failed;
}

#endif
