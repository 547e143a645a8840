/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a row is written down; for the registry's own .c files only.
 *
 *   CODE(0x7, "REFUSED_STREAM", IANA, STREAM, NOBODY, SAFE, RFC(9113, "8.7"), EN("..."))
 *
 * number, registered name, source, scope, blame, retry; then in any order the reference, the texts and, where
 * they apply, ALIASES, EVIDENCE, ONLY_BY, NEVER_ON_WIRE, FAILS_AGAIN, RETRY_AFTER and WAY. The words are
 * those of registry/code.h. */
#ifndef HTTPCODES_REGISTRY_ROW_H
#define HTTPCODES_REGISTRY_ROW_H

#include "registry/spaces.h"

#define CODE(number, official, source, where, whom, again, ...)                                              \
    {                                                                                                        \
        .value = (number), .name = (official), source, .scope = HC_SCOPE_##where, .blame = HC_BLAME_##whom,  \
        .retry = HC_RETRY_##again, __VA_ARGS__                                                               \
    }
/* A row for a range: to its last number, inclusive, and if not all of it, every how many. */
#define TO(final)       .last = (final)
#define EVERY(distance) .step = (distance)

/* The source: who gave the number its meaning, and how. */
#define FROM(who, how) .origin = (who), .registration = HC_##how
#define IANA           FROM("IANA", REGISTERED)
#define VENDOR(who)    FROM(who, UNOFFICIAL)
#define CONVENTION     FROM("informal convention", UNOFFICIAL), .is_convention = true
#define NOBODYS        FROM("none", UNASSIGNED)

/* The reference and its link: RFC(9110, "15.5.5"), RFC_APPENDIX(9114, "A.4") or DOC("title", "https://...").
 */
#define RFC(number, part)                                                                                    \
    .reference = "RFC " #number ", section " part,                                                           \
    .url = "https://www.rfc-editor.org/rfc/rfc" #number ".html#section-" part
#define RFC_APPENDIX(number, part)                                                                           \
    .reference = "RFC " #number ", appendix " part,                                                          \
    .url = "https://www.rfc-editor.org/rfc/rfc" #number ".html#appendix-" part
#define DOC(title, link) .reference = (title), .url = (link)

#define EN(words) .text[HC_EN] = (words)
#define ZH(words) .text[HC_ZH_CN] = (words)
#define DE(words) .text[HC_DE] = (words)

/* clang-format off */
#define LIST(...) (const char *const[]){__VA_ARGS__, NULL}
/* clang-format on */
#define ALIASES(...)  .aliases = LIST(__VA_ARGS__)
#define EVIDENCE(...) .evidence = LIST(__VA_ARGS__)
#define ONLY_BY(side) .speaker = HC_BY_##side
#define NEVER_ON_WIRE .never_on_wire = true
#define FAILS_AGAIN   .fails_again = true
#define RETRY_AFTER   .heeds_retry_after = true
/* The retry of a row for which it is another way, and which one: ANOTHER_WAY, WAY(NEW_CONNECTION). */
#define WAY(which) .way = HC_WAY_##which

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
