/* SPDX-License-Identifier: MIT */
/* The words of the codes' records, and in which records and fields they are. */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "check.h"

struct word {
    char *text;
    uint32_t *postings; /* see POSTING_FIELDS; ascending by record */
    size_t count;
};

struct lexicon {
    struct word *words; /* ascending */
    size_t count;
};

/* `slots` gives the slot of each field of a code. */
struct lexicon lexicon_make(const struct recfile *codes, const uint8_t *slots);

#endif
