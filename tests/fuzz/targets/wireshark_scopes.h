/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wireshark's memory scopes for a target that has no capture. */
#ifndef HTTPCODES_FUZZ_WIRESHARK_SCOPES_H
#define HTTPCODES_FUZZ_WIRESHARK_SCOPES_H

/* Once: each allocation is one of malloc(), so that AddressSanitizer sees it. */
void fuzz_scopes_init(void);

/* Around an input: the file scope. */
void fuzz_scopes_enter(void);
void fuzz_scopes_leave(void);

#endif
