/* SPDX-License-Identifier: MIT */
/*
 * What may stand in the data: the kinds of records, their fields, and the
 * bounds of each. To add a field: a row here, a number in enum sipcode_field,
 * a row in the command's table of labels, and the data.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "../lib/table.h"

/* The form of a value, and so how it splits into parts. */
enum form {
    FORM_NUMBER,      /* a key: digits */
    FORM_DATE,        /* YYYY-MM-DD */
    FORM_NAME,        /* words without a stop at the end */
    FORM_TEXT,        /* whole sentences */
    FORM_CLAUSE,      /* part of a sentence */
    FORM_CODE,        /* a response code of the table, not the record's own */
    FORM_REFERENCE,   /* `RFC number section` */
    FORM_TERM,        /* a word of the field's vocabulary */
    FORM_TERM_CLAUSE, /* such a word, then a clause */
    FORM_HEADER,      /* a header field, a word, then a clause */
    FORM_NEW_TERM,    /* `Field word`: a key that adds a word to a vocabulary */
    FORM_PAIR,        /* a key: two response codes, the lower one first */
    FORM_WIRE /* a key: `NNN phrase`, or an end `(NNN/XX)` of any phrase */
};

struct field_rule {
    enum sipcode_field field;
    const char *name;
    enum form form;
    unsigned fewest, most;      /* values a record; fewest is 0 or 1 */
    unsigned shortest, longest; /* characters a value */
};

/* A kind of record. The first field is its key, for which a number has bounds.
 */
struct kind_rule {
    const char *name; /* of the %rec descriptor and of the key */
    int lowest, highest;
    unsigned most;                   /* records; 0: any number */
    const struct field_rule *fields; /* up to one without a name */
};

extern const struct kind_rule schema[KINDS];

/*
 * The field that a term belongs to: `key` is its name, a blank and the word.
 * NULL where there is no such field, or where it has no vocabulary.
 */
const struct field_rule *vocabulary_field(const char *key);

/* How many parts a value of this form has. */
unsigned form_width(enum form form);

/* The number that stands for a key in no field of its own (Code, Class, RFC).
 */
#define FIELD_KEY SIPCODE_FIELDS

#endif
