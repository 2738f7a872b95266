/* SPDX-License-Identifier: MIT */
/* The records of a report that stand for records of the library. */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include "report.h"
#include "sipcode.h"

/* All that is known of a code, and of the phrase it came with; NULL: none. */
struct record describe_code(const struct sipcode_record *code,
                            const char *phrase);

/* A class, with the codes in it. */
struct record describe_class(const struct sipcode_record *class);

/*
 * A code in one line. Without a match the line is the summary; with one it is
 * the place that matched, around the words.
 */
struct record describe_line(const struct sipcode_record *code,
                            const struct sipcode_match *match,
                            const char *const *words, size_t count);

/* "Length Required (obsolete)": the phrase, and the status if there is one. */
const char *phrase_and_status(const struct sipcode_record *code);

/* "422 Session Interval Too Small" */
const char *code_title(const struct sipcode_record *code);

#endif
