/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes plugin/codes.md: all that the registry knows, to be read in a browser.
 *
 *   httpcodes-reference FILE
 *
 * The same registry gives the same bytes. */
#include <stdio.h>
#include <stdlib.h>

#include "reference/chapter.h"
#include "reference/hints.h"
#include "registry/lookup.h"

static void put_title(void) {
    printf(
        "<!-- SPDX-License-Identifier: GPL-2.0-or-later -->\n"
        "<!-- Written by the build target \"reference\" from plugin/registry: change it there. -->\n\n"
        "# Every code of the HTTP family\n\n"
        "All that the plugin knows, in English (en), Simplified Chinese (zh_CN) and German (de).\n\n"
        "* *Fault* is whom a code blames. *Retry* is what the code alone says about sending the request again; in a "
        "capture the plugin also knows the method and the stream.\n"
        "* Where no sender is named, whoever may send the carrier may send the code. "
        "*Known by* names what in a capture proves a vendor's meaning: a product of the Server header, a "
        "WebSocket subprotocol, or the host of a WebSocket (host:).\n"
        "* The basis of a counterpart is the document that names it, or the inverse of one; \"derived\" where none "
        "does. *Closest*: the document names it as one of several, or for a broader class.\n\n");
}

static void put_contents(void) {
    printf("## Contents\n\n");
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++) {
        const struct hc_space *space = hc_space(id);
        printf("* [%s](#%s), [ranges](#%s-ranges)\n", space->name, space->filter, space->filter);
    }
    printf("* [Hints in every language](#hints)\n\n");
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: %s FILE\n", argv[0]);
        return EXIT_FAILURE;
    }
    if (freopen(argv[1], "w", stdout) == NULL) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    put_title();
    put_contents();
    for (enum hc_space_id id = HC_HTTP_STATUS; id < HC_SPACES_END; id++)
        hc_put_chapter(hc_space(id));
    printf("## <a id=\"hints\"></a>Hints in every language\n\n");
    hc_put_hints();
    if (fclose(stdout) != 0) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
