/* SPDX-License-Identifier: MIT */
/* The only file that sees the generated table, and all that reads it directly.
 */
#include "table.h"

#include "table_data.h"

const char *sipcode_table_text(uint32_t offset) {
    return (const char *)&pool + offset;
}

struct table_range sipcode_table_range(enum kind kind) {
    return ranges[kind];
}

const struct sipcode_record *sipcode_table_record(size_t index) {
    return &records[index];
}

const struct sipcode_record *sipcode_table_find(enum kind kind, int key) {
    size_t low = ranges[kind].first;
    size_t high = low + ranges[kind].count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (records[middle].key == key)
            return &records[middle];
        if (records[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const uint32_t *sipcode_table_values(const struct sipcode_record *record,
                                     enum sipcode_field field, size_t *count,
                                     size_t *width) {
    *count = 0;
    *width = 1;
    if (!record || (unsigned)field >= SIPCODE_FIELDS)
        return NULL;
    uint8_t slot = slots[record->kind][field];
    if (slot == NO_SLOT)
        return NULL;
    const uint16_t *start = &starts[record->starts + slot];
    *width = widths[field];
    *count = (size_t)(start[1] - start[0]) / *width;
    return &parts[start[0]];
}

size_t sipcode_values(const struct sipcode_record *record,
                      enum sipcode_field field) {
    size_t count, width;
    sipcode_table_values(record, field, &count, &width);
    return count;
}

const char *sipcode_value(const struct sipcode_record *record,
                          enum sipcode_field field, size_t index) {
    return sipcode_part(record, field, index, 0);
}

const char *sipcode_part(const struct sipcode_record *record,
                         enum sipcode_field field, size_t index, size_t part) {
    size_t count, width;
    const uint32_t *values =
        sipcode_table_values(record, field, &count, &width);
    if (index >= count || part >= width)
        return NULL;
    return sipcode_table_text(values[index * width + part]);
}

size_t sipcode_parts(const struct sipcode_record *record,
                     enum sipcode_field field, size_t index,
                     const char **strings, size_t capacity) {
    size_t count, width;
    const uint32_t *values =
        sipcode_table_values(record, field, &count, &width);
    if (index >= count)
        return 0;
    values += index * width;
    size_t wanted = width < capacity ? width : capacity;
    for (size_t i = 0; i < wanted; i++)
        strings[i] = sipcode_table_text(values[i]);
    return width;
}

size_t sipcode_table_word_count(void) {
    return sizeof words / sizeof *words;
}

const char *sipcode_table_word(size_t index) {
    return sipcode_table_text(words[index]);
}

uint32_t sipcode_table_posting_bit(enum sipcode_field field) {
    uint8_t slot = slots[KIND_CODE][field];
    return slot == NO_SLOT ? 0 : UINT32_C(1) << slot;
}

const uint32_t *sipcode_table_postings(size_t word, size_t *count) {
    *count = word_postings[word + 1] - word_postings[word];
    return &postings[word_postings[word]];
}

/* One load tells where the record is; 0 is for none. */
const struct sipcode_record *sipcode_find(int code) {
    unsigned index = (unsigned)code - SIPCODE_LOWEST;
    if (index >= CODES)
        return NULL;
    uint8_t position = code_index[index];
    return position ? &records[position] : NULL;
}

const struct sipcode_record *sipcode_pair(int a, int b) {
    const struct sipcode_record *low = sipcode_find(a < b ? a : b);
    const struct sipcode_record *high = sipcode_find(a < b ? b : a);
    if (!low || !high)
        return NULL;
    return sipcode_table_find(
        KIND_PAIR, PAIR_KEY((int)(low - records), (int)(high - records)));
}

/* The same for phrases, which need not be looked for in the record. */
const char *sipcode_phrase(int code) {
    unsigned index = (unsigned)code - SIPCODE_LOWEST;
    if (index >= CODES)
        return NULL;
    uint16_t offset = phrases[index];
    return offset ? (const char *)&pool + offset : NULL;
}
