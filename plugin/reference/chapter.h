/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One code space of the reference, as Markdown on standard output. */
#ifndef HTTPCODES_REFERENCE_CHAPTER_H
#define HTTPCODES_REFERENCE_CHAPTER_H

#include "registry/spaces.h"

/* An overview, then an entry for every number, then one for every range. */
void hc_put_chapter(const struct hc_space *space);

#endif
