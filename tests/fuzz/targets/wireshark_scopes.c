/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "wireshark_scopes.h"

#include <epan/packet.h>
#include <wireshark.h>

void fuzz_scopes_init(void) {
    g_setenv("WIRESHARK_DEBUG_WMEM_OVERRIDE", "simple", TRUE);
    wmem_init();
    wmem_init_scopes();
}

void fuzz_scopes_enter(void) {
    wmem_enter_scope(wmem_file_scope());
}

void fuzz_scopes_leave(void) {
    wmem_leave_scope(wmem_file_scope());
}
