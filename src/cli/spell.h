/* SPDX-License-Identifier: MIT */
/* Near spellings: what a user may have meant. */
#ifndef SPELL_H
#define SPELL_H

#include <stddef.h>

/*
 * The number of letters to add, drop, change or swap with their neighbour to
 * make one word of the other, whatever the case; `limit` + 1 where it is more
 * than `limit`.
 */
unsigned spell_distance(const char *a, const char *b, unsigned limit);

/* How many slips are likely in a word: none in short ones, two in long ones. */
unsigned spell_limit(const char *word);

/* The words nearest to one that is not known, best first. */
#define SPELL_MOST 3
struct nearby {
    const char *word;
    unsigned distance;
};

struct spelling {
    const char *word; /* the one that is not known */
    struct nearby words[SPELL_MOST];
    size_t count;
};

/* Considers a known word for the list; ones that are too far are passed over.
 */
void spell_try(struct spelling *spelling, const char *known);

/* The list as "a, b or c"; NULL where it is empty. */
const char *spell_list(const struct spelling *spelling);

#endif
