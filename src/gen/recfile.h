/* SPDX-License-Identifier: MIT */
/*
 * Reader for the part of the GNU recfile format that the data uses: comments,
 * the record descriptor, `Field: value`, and `+ ` lines that continue a value
 * (joined by one blank, so that prose may be wrapped).
 */
#ifndef RECFILE_H
#define RECFILE_H

#include <stdbool.h>
#include <stddef.h>

/* One `Field: value`, where it starts in the file, and its parts once split. */
struct value {
    char *name;
    char *text;
    unsigned line;
    const struct field_rule *rule; /* set by the check; NULL: unknown field */
    const char *parts[3];
    bool bad; /* found at fault: not to be looked at further */
};

struct entry {
    struct value *values; /* at least one */
    size_t count;
    int key; /* set by the check: a number to sort by, 0 without one */
};

struct recfile {
    const char *path;
    char *type; /* of the descriptor's %rec; NULL where there is none */
    unsigned type_line;
    struct entry *entries;
    size_t count;
};

/*
 * Reads a text of `length` bytes that came from the file `path`, which is used
 * in messages and must outlive the result. Reports every fault of form that it
 * meets and goes on. Nothing is freed: the program ends when the table stands.
 */
struct recfile rec_parse(const char *path, const char *text, size_t length);

/* Reads the file `path` and parses it; dies where it cannot be read. */
struct recfile rec_read(const char *path);

#endif
