/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "a_wireshark.h"

#include <epan/epan.h>
#include <wireshark.h>
#include <wiretap/wtap.h>
#include <wsutil/filesystem.h>
#include <wsutil/privileges.h>
#include <wsutil/report_message.h>
#include <wsutil/wslog.h>

#include "input.h"

enum { INPUTS_IN_CAPTURE = 50000 };

static void check_complaint(const char *format, va_list parts) {
    char *text = g_strdup_vprintf(format, parts);

    REQUIRE(fuzz_has_words(text));
    g_free(text);
}

void fuzz_start_wireshark(void) {
    static const struct report_message_routines reports = {.vreport_failure = check_complaint,
                                                           .vreport_warning = check_complaint};

    g_setenv("WIRESHARK_DEBUG_WMEM_OVERRIDE", "simple", TRUE);
    ws_log_set_level(LOG_LEVEL_CRITICAL); /* refused lines are everyday here */
    init_process_policies();
    g_free(configuration_init("httpcodes-fuzz", NULL));
    init_report_message("httpcodes-fuzz", &reports);
    wtap_init(FALSE);
    REQUIRE(epan_init(NULL, NULL, FALSE));
}

void fuzz_enter_capture(void) {
    static const struct packet_provider_funcs none;
    static epan_t *capture;
    static unsigned inputs;

    if (inputs++ % INPUTS_IN_CAPTURE != 0)
        return;
    if (capture)
        epan_free(capture);
    capture = epan_new(NULL, &none);
}
