/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A Wireshark around the parts of the plugin that need one: its libraries, without its plugins and files. */
#ifndef HTTPCODES_FUZZ_A_WIRESHARK_H
#define HTTPCODES_FUZZ_A_WIRESHARK_H

/* Once. Each allocation is one of malloc(), so that AddressSanitizer sees it. */
void fuzz_start_wireshark(void);

/* Inside a capture, which is closed and opened anew now and then: each one costs Wireshark milliseconds, and
 * memory that it never frees. */
void fuzz_enter_capture(void);

#endif
