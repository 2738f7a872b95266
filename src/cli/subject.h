/* SPDX-License-Identifier: MIT */
/*
 * What a command is asked about, as people have it in their clipboard: a code
 * (`183`), a status line (`SIP/2.0 183 Session Progress`, with or without its
 * start, as one argument or as several), a class (`4xx`), a reason phrase.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "sipcode.h"

enum subject_kind { SUBJECT_CODE, SUBJECT_CLASS, SUBJECT_PHRASE };

struct subject {
    enum subject_kind kind;
    int number;         /* the code, or the digit of the class */
    const char *phrase; /* the words of a phrase or behind a code; or NULL */
};

/* The word for all classes at once. */
#define ALL_CLASSES "all"

/* What operands a command takes; it may be several. */
enum operands {
    OPERAND_CODES = 1,
    OPERAND_CLASSES = 2,
    OPERAND_ALL = 4, /* ALL_CLASSES */
    OPERAND_PHRASES = 8,
    OPERAND_WORDS = 16,    /* any, to be searched for */
    OPERAND_PROPERTY = 32, /* behind a code; which ones, the command tells */
};

/*
 * Reads the operands of a command into subjects[0..*found), which has room for
 * one an operand; `allowed` are kinds of enum operands. False, after a message,
 * where one of them is malformed.
 */
bool subjects_read(char *const *operands, size_t count, unsigned allowed,
                   struct subject *subjects, size_t *found);

/* Whether a first operand asks for `show` without saying so. */
bool subject_stands_alone(const char *operand);

/* The class that a word names: `4xx`, `4XX`, `client-failure`; else NULL. */
const struct sipcode_record *class_named(const char *word);

/* The name of a class as a word: `client-failure`. */
const char *class_word(const struct sipcode_record *class);

/*
 * The codes whose phrase this is, else those whose phrase it fits, into
 * codes[], which has room for all; how many there are.
 */
size_t codes_with_phrase(const char *phrase,
                         const struct sipcode_record **codes);

/*
 * Notes where the words behind a code are not its registered phrase: vendors
 * put their own words on the status line, and that is worth knowing.
 */
void note_phrase(const struct subject *subject);

/*
 * Tells that nobody registered the code, as what a UA treats it, and which
 * codes are near. Returns NOT_FOUND.
 */
int not_registered(int code);

#endif
