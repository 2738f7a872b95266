/* SPDX-License-Identifier: MIT */
/*
 * A report: what a command has found, before any format prints it. Commands
 * build reports and know nothing of formats; formats print reports and know
 * nothing of commands. All of it lives in the arena.
 *
 * A value is kept in parts, as the library has it, and its field says how the
 * parts read: nothing is put together but what is printed. What fields and
 * shapes say of themselves is in arrays, not behind pointers, which would each
 * cost a relocation before main().
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

#define PARTS 3

struct value {
    const char *parts[PARTS];
};

/*
 * A pattern says how a value reads: %0 to %2 stand for its parts, %^0 for the
 * first one with a capital. A member is a part of the object that the value is
 * in JSON.
 */
struct member {
    char name[8];
    char pattern[4];
    bool number;
};

struct reading {
    char text[20]; /* in a line of plain text */
    char link[4];  /* a URL that plain text shows behind it; or "" */
    char brief[8]; /* the link in few words, for a terminal; or "" */
    char bare[12]; /* for --field, tsv, and JSON without members */
    struct member members[PARTS]; /* up to one without a name */
};

/* What the parts of a value are, and so how it reads. */
enum shape {
    SHAPE_TEXT,            /* any text */
    SHAPE_CLAUSE,          /* part of a sentence */
    SHAPE_RETRY,           /* an action, what the client does */
    SHAPE_VERDICT,         /* yes, no or depends, why */
    SHAPE_HEADER,          /* a header field, its level, what to read in it */
    SHAPE_STACK,           /* a stack, what it means by the code */
    SHAPE_WIRE,            /* a phrase, who sends it, what it means */
    SHAPE_REFERENCE,       /* RFC, section, URL */
    SHAPE_CODE,            /* three digits, a phrase */
    SHAPE_CLASS,           /* a name, a digit */
    SHAPE_TAGGED,          /* a code, a text about it */
    SHAPE_TAGGED_REFERENCE /* a code, RFC and section, URL */
};

extern const struct reading readings[];

/* What a field is to the reader; says how a terminal shows it. */
enum role {
    ROLE_HIDDEN, /* not in text: the title tells it */
    ROLE_TITLE,  /* beside the title, or with its label in a line of its own */
    ROLE_HEAD,   /* right under the title, without its label */
    ROLE_PROSE,  /* a heading and a paragraph for each value */
    ROLE_STEPS,  /* a heading and a list, numbered where people read it */
    ROLE_LIST,   /* a heading and a list, numbered everywhere */
    ROLE_TAGGED, /* a heading and a line for each code, which it names */
    ROLE_FACT,   /* a row of the table of facts */
    ROLE_WORDS,  /* the same: words that share one line */
    ROLE_LINKS   /* a row at the end */
};

enum json { JSON_TEXT, JSON_NUMBER, JSON_TEXTS, JSON_NUMBERS };
/*
 * Which of the values stand in the column of the field; TSV_LAST is for all of
 * them behind the other columns, whose places must never change.
 */
enum tsv { TSV_ALL, TSV_FIRST, TSV_NONE, TSV_LAST };

/* What a field is, whichever record it is in. */
struct field_kind {
    char name[20];  /* in JSON and for --field */
    char label[20]; /* in text */
    enum role role;
    enum json json;
    enum tsv tsv; /* which of the values stand in its column */
    enum shape shape;
};

struct field {
    const struct field_kind *kind;
    bool hidden;  /* here, whatever its role */
    bool differs; /* in a comparison: not the same in all records */
    struct value *values;
    size_t count; /* 0: absent here; tsv keeps its column all the same */
};

struct record {
    const char *tag;   /* short name in a comparison: "183" */
    const char *title; /* "SIP 183 Session Progress" */
    const char *line;  /* all of it in one line, behind the title */
    int tone;          /* the class, 1 to 6: its colour on a terminal */
    struct field *fields;
    size_t count;
};

enum layout {
    LAYOUT_RECORDS,    /* one after the other */
    LAYOUT_COMPARISON, /* side by side; the same fields in each */
    LAYOUT_LINES,      /* one line each */
    LAYOUTS
};

struct report {
    enum layout layout;
    const char *title; /* of a comparison */
    struct record *records;
    size_t count;
    /* Of a comparison, about all records: the summary, then the rest. */
    struct record lead;
    struct record tail;
};

/* ---- Building ----------------------------------------------------------- */

/* Room for `count` fields in a record, which starts with none. */
void record_start(struct record *record, size_t count);

/* Adds a field with room for `count` values, which starts with none. */
struct field *record_add(struct record *record, const struct field_kind *kind,
                         size_t count);

/* Adds a value of one part to a field. */
struct value *field_add(struct field *field, const char *part);

/* Adds a field with one value of one part. */
void record_add_text(struct record *record, const struct field_kind *kind,
                     const char *part);

/* ---- Asking ------------------------------------------------------------- */

/* The field of that name in the record, or NULL. */
const struct field *find_field(const struct record *record, const char *name);

/* Whether text shows the field: it is not hidden and has a value. */
static inline bool in_text(const struct field *field) {
    return field->kind->role != ROLE_HIDDEN && !field->hidden && field->count;
}

/* How the values of a field read. */
const struct reading *reading_of(const struct field *field);

/* Prints a value after a pattern; or makes a string of it. */
void out_value(const char *pattern, const struct value *value);
const char *value_string(const char *pattern, const struct value *value);

/* Value number `index` as it reads in text: printed, or as a string; only what
 * is printed has the link. */
void out_text(const struct field *field, size_t index);
const char *text_of(const struct field *field, size_t index);

#endif
