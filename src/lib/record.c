/* SPDX-License-Identifier: MIT */
/* Finding records and reading their values. */
#include <string.h>

#include "../ascii.h"
#include "table.h"

#define TEXT_OF(number) #number
#define DOTTED(a, b, c) TEXT_OF(a) "." TEXT_OF(b) "." TEXT_OF(c)

const char *sipcode_version(void) {
    return DOTTED(SIPCODE_VERSION_MAJOR, SIPCODE_VERSION_MINOR,
                  SIPCODE_VERSION_PATCH);
}

const char *sipcode_edition(void) {
    const struct sipcode_record *edition =
        sipcode_table_record(sipcode_table_range(KIND_EDITION).first);
    return sipcode_value(edition, SIPCODE_EDITION, 0);
}

size_t sipcode_count(void) {
    return sipcode_table_range(KIND_CODE).count;
}

const struct sipcode_record *sipcode_at(size_t index) {
    struct table_range codes = sipcode_table_range(KIND_CODE);
    return index < codes.count ? sipcode_table_record(codes.first + index)
                               : NULL;
}

bool sipcode_is_registered(const struct sipcode_record *record) {
    const char *status = sipcode_value(record, SIPCODE_STATUS, 0);
    if (!record || record->kind != KIND_CODE)
        return false;
    return !status || (!ascii_equal(status, "obsolete") &&
                       !ascii_equal(status, "unregistered"));
}

const struct sipcode_record *sipcode_treated_as(int code) {
    const struct sipcode_record *record = sipcode_find(code);
    if (sipcode_is_registered(record))
        return record;
    if (code < SIPCODE_LOWEST || code > SIPCODE_HIGHEST)
        return NULL;
    return sipcode_find(
        ascii_number(sipcode_value(sipcode_class(code), SIPCODE_UNKNOWN, 0)));
}

const struct sipcode_record *sipcode_class(int digit_or_code) {
    if (digit_or_code >= SIPCODE_LOWEST && digit_or_code <= SIPCODE_HIGHEST)
        digit_or_code /= 100;
    return sipcode_table_find(KIND_CLASS, digit_or_code);
}

const struct sipcode_record *sipcode_rfc(int number) {
    return sipcode_table_find(KIND_RFC, number);
}

/* The key of a term is the field in whose vocabulary it stands. */
const struct sipcode_record *sipcode_term(enum sipcode_field field,
                                          const char *word) {
    if (!word)
        return NULL;
    struct table_range terms = sipcode_table_range(KIND_TERM);
    for (size_t i = 0; i < terms.count; i++) {
        const struct sipcode_record *term =
            sipcode_table_record(terms.first + i);
        if (term->key == (unsigned)field &&
            ascii_equal(sipcode_value(term, SIPCODE_TERM, 0), word))
            return term;
    }
    return NULL;
}

int sipcode_key(const struct sipcode_record *record) {
    if (!record || record->kind == KIND_TERM || record->kind == KIND_PAIR)
        return 0;
    return record->key;
}

/* Equal strings have equal offsets: the pool holds each string once. */
static bool has_value(const uint32_t *parts, size_t count, size_t width,
                      uint32_t wanted) {
    for (size_t i = 0; i < count; i++)
        if (parts[i * width] == wanted)
            return true;
    return false;
}

static bool includes(const uint32_t *a, size_t a_count, const uint32_t *b,
                     size_t b_count, size_t width) {
    for (size_t i = 0; i < b_count; i++)
        if (!has_value(a, a_count, width, b[i * width]))
            return false;
    return true;
}

/* A first part may stand twice in a field, so both inclusions are needed. */
bool sipcode_same(const struct sipcode_record *a,
                  const struct sipcode_record *b, enum sipcode_field field) {
    size_t a_count, b_count, a_width, b_width;
    const uint32_t *a_parts =
        sipcode_table_values(a, field, &a_count, &a_width);
    const uint32_t *b_parts =
        sipcode_table_values(b, field, &b_count, &b_width);
    return includes(a_parts, a_count, b_parts, b_count, b_width) &&
           includes(b_parts, b_count, a_parts, a_count, a_width);
}
