/* SPDX-License-Identifier: MIT */
#include "spell.h"

#include <stdint.h>
#include <string.h>

#include "../ascii.h"
#include "arena.h"

/* Nobody misspells longer words than these; they are simply not near. */
#define LONGEST 40

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/*
 * Which letters a word has, a bit each. A slip changes two of the bits at the
 * most, so most words are seen to be too far without a closer look.
 */
static uint32_t letters(const char *word) {
    uint32_t bits = 0;
    for (; *word; word++)
        bits |= UINT32_C(1) << (ascii_lower(*word) & 31);
    return bits;
}

static unsigned bit_count(uint32_t bits) {
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Damerau-Levenshtein, a row at a time (optimal string alignment). */
unsigned spell_distance(const char *a, const char *b, unsigned limit) {
    unsigned rows[3][LONGEST + 1];
    unsigned *before = rows[0], *last = rows[1], *row = rows[2];
    size_t a_length = strlen(a), b_length = strlen(b);

    if (a_length > b_length + limit || b_length > a_length + limit ||
        a_length > LONGEST || b_length > LONGEST ||
        bit_count(letters(a) ^ letters(b)) > 2 * limit)
        return limit + 1;
    for (unsigned j = 0; j <= b_length; j++)
        last[j] = j;
    for (unsigned i = 1; i <= a_length; i++) {
        unsigned smallest = row[0] = i;
        for (unsigned j = 1; j <= b_length; j++) {
            unsigned change = ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]);
            row[j] =
                least(least(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
            if (i > 1 && j > 1 &&
                ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
            smallest = least(smallest, row[j]);
        }
        if (smallest > limit)
            return limit + 1;
        unsigned *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return least(last[b_length], limit + 1);
}

unsigned spell_limit(const char *word) {
    size_t length = strlen(word);
    return length < 3 ? 0 : length < 6 ? 1 : 2;
}

static void swap(struct nearby *a, struct nearby *b) {
    struct nearby other = *a;
    *a = *b;
    *b = other;
}

/* A new word takes the last place, then moves up past those less near. */
void spell_try(struct spelling *spelling, const char *known) {
    struct nearby *words = spelling->words;
    unsigned limit = spell_limit(spelling->word);
    unsigned distance = spell_distance(spelling->word, known, limit);
    if (distance > limit)
        return;
    if (spelling->count < SPELL_MOST)
        spelling->count++;
    else if (words[SPELL_MOST - 1].distance <= distance)
        return;
    size_t at = spelling->count - 1;
    words[at] = (struct nearby){known, distance};
    for (; at && words[at].distance < words[at - 1].distance; at--)
        swap(&words[at], &words[at - 1]);
}

const char *spell_list(const struct spelling *spelling) {
    struct text text = {0};
    for (size_t i = 0; i < spelling->count; i++)
        text_add_item(&text, spelling->words[i].word, i, spelling->count,
                      " or ");
    return text.string;
}
