/* SPDX-License-Identifier: MIT */
/*
 * The layout of the table: what the generator writes and the library reads.
 *
 * Everything is an offset or an index, nothing a pointer: the table needs no
 * relocation, stays in read-only pages and is shared between processes.
 *
 *   records[]  one entry a record, by kind, then by key; the first is blank
 *   starts[]   for a record, one entry a slot (a field of its kind) and one
 *              more: where the values of the slot start and end in parts[]
 *   parts[]    the parts of the values, as offsets into the pool
 *   pool       all strings, each once; the first is blank
 *
 * code_index[] and phrases[] lead straight from a code to its record and
 * phrase.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>

#include "sipcode.h"

enum kind {
    KIND_CODE,
    KIND_CLASS,
    KIND_TERM,
    KIND_RFC,
    KIND_EDITION,
    KIND_PAIR,
    KIND_WIRE,
    KINDS
};

struct sipcode_record {
    uint16_t kind;
    uint16_t key;
    uint16_t starts;
};

/* Where the records of a kind lie in records[]. */
struct table_range {
    uint16_t first;
    uint16_t count;
};

/* How many numbers there can be. */
#define CODES (SIPCODE_HIGHEST_LOCAL - SIPCODE_LOWEST + 1)

/*
 * The key of a pair: the positions of its codes among the codes, from 1, the
 * lower one in the high byte.
 */
#define PAIR_KEY(low, high) ((low) << 8 | (high))

/* The mark in the slot table for a field that the kind does not have. */
#define NO_SLOT UINT8_MAX

/*
 * A posting of the lexicon says in which fields of a code a word occurs: the
 * index of the code's record in the high byte, below it a bit a slot.
 */
#define POSTING_FIELDS  24
#define POSTING_MASK    ((UINT32_C(1) << POSTING_FIELDS) - 1)
#define POSTING_RECORDS 256

/* All that the other files of the library need of the table. */
const char *sipcode_table_text(uint32_t offset);
struct table_range sipcode_table_range(enum kind kind);
const struct sipcode_record *sipcode_table_record(size_t index);
const struct sipcode_record *sipcode_table_find(enum kind kind, int key);
/* The values of a field: offsets of their parts, `*width` parts a value. */
const uint32_t *sipcode_table_values(const struct sipcode_record *record,
                                     enum sipcode_field field, size_t *count,
                                     size_t *width);
size_t sipcode_table_word_count(void);
const char *sipcode_table_word(size_t index);
/* The bit of a code's field in a posting; 0 for what codes do not have. */
uint32_t sipcode_table_posting_bit(enum sipcode_field field);
const uint32_t *sipcode_table_postings(size_t word, size_t *count);

#endif
