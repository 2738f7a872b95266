/* SPDX-License-Identifier: MIT */
/*
 * libsipcode: what is known of the SIP response codes, as a constant table.
 *
 * A *record* is one entry of the table: a response code, a class of codes, a
 * term of the vocabulary, an RFC. Each record has a key and, for each field, a
 * list of values; most fields have one value or none, some have several. All
 * of it comes from the data files of the project, checked when the library is
 * built.
 *
 * For every function of this header:
 *   - strings and records returned are constant, live as long as the program
 *     and are never freed; text is printable ASCII without line breaks; the
 *     library holds each string once, so equal texts are equal pointers;
 *   - nothing is allocated, printed, locked or written but what the caller
 *     hands in, and neither locale nor environment is read, so any thread and
 *     any signal handler may call it at any time;
 *   - any int is a valid code to ask for, and a record argument may be NULL,
 *     which is a record without key and values;
 *   - all are available since version 0.1.
 */
#ifndef SIPCODE_H
#define SIPCODE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(SIPCODE_SHARED) && defined(__GNUC__)
#define SIPCODE_API __attribute__((visibility("default")))
#else
#define SIPCODE_API
#endif

/* The version of this header. sipcode_version() tells that of the library. */
#define SIPCODE_VERSION_MAJOR 0
#define SIPCODE_VERSION_MINOR 1
#define SIPCODE_VERSION_PATCH 0

/*
 * The lowest and the highest status code of SIP (RFC 3261 section 7.2), and the
 * highest number in the table: some stacks use numbers beyond SIP's range among
 * themselves, never on the wire.
 */
#define SIPCODE_LOWEST        100
#define SIPCODE_HIGHEST       699
#define SIPCODE_HIGHEST_LOCAL 799

/* One entry of the table. Its layout is private, so that it can grow. */
struct sipcode_record;

/*
 * The fields of a record. A field that a record's kind does not have, or that
 * is absent from this record, has no values.
 *
 * Values have one part, but where more are named below (see sipcode_part()).
 * A *clause* is part of a sentence: no capital at the start, no stop at the
 * end. A *term* is a word of a fixed vocabulary (see sipcode_term()). New
 * fields are added at the end; existing numbers never change.
 */
enum sipcode_field {
    /* Of a response code: */
    SIPCODE_PHRASE,      /* the reason phrase registered with IANA; one */
    SIPCODE_SUMMARY,     /* one sentence, at most 100 characters; one */
    SIPCODE_DESCRIPTION, /* who sends it, to what, what it leaves; one */
    SIPCODE_WHEN,        /* the situations that produce it; one */
    SIPCODE_FIX,         /* what to do, the likeliest step first; 1 or more */
    SIPCODE_USE,         /* when a server should send it; one */
    SIPCODE_STATUS,      /* term: deprecated, reserved, ...; none or one */
    SIPCODE_REFERENCE,   /* parts: RFC number, section, URL of it;
                            the definition first; 1 or more */
    SIPCODE_SEE_ALSO,    /* codes worth comparing with it, as three digits */
    SIPCODE_SENDER,      /* term: who generates it; 1 or more */
    SIPCODE_METHOD,      /* term: the requests it answers, or "any" */
    SIPCODE_TRIGGER,     /* clause after "it is sent when"; one */
    SIPCODE_TRACE,       /* clause after "a trace shows"; one */
    SIPCODE_RETRY,       /* parts: term, clause after "the client"; 1 or more */
    SIPCODE_FAILOVER,    /* parts: term, clause; try another route? one */
    SIPCODE_DIALOG,      /* term: what it ends in a dialog (RFC 5057) */
    SIPCODE_FORK,        /* clause: what a forking proxy does with it */
    SIPCODE_FAULT,       /* parts: term, clause; should an alarm count it? */
    SIPCODE_HEADER,      /* parts: header field, term, clause; 0 or more */
    SIPCODE_DEAD_END,    /* what people try that does not help; 0 or more */
    /* Of a class of codes (RFC 3261 section 7.2), a term, an RFC: */
    SIPCODE_NAME,    /* of a class: "Client Failure"; of a term, as in prose */
    SIPCODE_MEANING, /* what the class or the term means, in a sentence */
    SIPCODE_OUTCOME, /* clause after "it is": provisional or final, ACK */
    SIPCODE_ACK,     /* term: how an answer to an INVITE is acknowledged */
    SIPCODE_ACK_HOW, /* the same in sentences */
    SIPCODE_UNKNOWN, /* code that stands for an unknown one of the class */
    SIPCODE_TERM,    /* the word of the vocabulary itself */
    SIPCODE_TITLE,   /* the title of an RFC */
    SIPCODE_EDITION, /* the date of the data, YYYY-MM-DD */
    /* Of a code again: */
    SIPCODE_STACK, /* parts: a stack (a term), what it means by the code */
    /* Of a pair of codes that are confused with each other: */
    SIPCODE_DIFFERENCE, /* what sets them apart, what matters first; 1 or more
                         */
    SIPCODE_TELL,       /* how to tell them apart in a trace; one */
    SIPCODE_CHOOSE,     /* which a server should send when; one */
    /* Of a status line whose phrase is not the registered one: */
    SIPCODE_WIRE,   /* its phrase; "(NNN/XX)" for any that ends like this */
    SIPCODE_ORIGIN, /* who sends it */
    SIPCODE_FIELDS  /* how many fields this header knows */
};

/*
 * The version of the library and of its data: "0.1.0" and the day on which the
 * data was last held against the IANA registry, "2026-11-22".
 */
SIPCODE_API const char *sipcode_version(void);
SIPCODE_API const char *sipcode_edition(void);

/* ---- Finding records ---------------------------------------------------- */

/*
 * The record of a response code, or NULL where the table has none. Constant
 * time. A code outside SIPCODE_LOWEST..SIPCODE_HIGHEST_LOCAL is never found.
 * The table also has codes that are in use without being registered: see
 * sipcode_is_registered().
 */
SIPCODE_API const struct sipcode_record *sipcode_find(int code);

/*
 * The reason phrase of a response code, or NULL where the table has none: what
 * a server puts on its status line (RFC 3261 section 7.2). Constant time.
 */
SIPCODE_API const char *sipcode_phrase(int code);

/*
 * All codes in ascending order: how many there are, and the one at index 0 to
 * sipcode_count() - 1; NULL beyond.
 */
SIPCODE_API size_t sipcode_count(void);
SIPCODE_API const struct sipcode_record *sipcode_at(size_t index);

/*
 * Whether a record is that of a code in IANA's registry, and not of one that
 * only RFC 2543 had or that some stacks use without asking anybody (its
 * SIPCODE_STATUS is then "obsolete" or "unregistered"). False for NULL.
 */
SIPCODE_API bool sipcode_is_registered(const struct sipcode_record *record);

/*
 * The code as which a client treats this one (RFC 3261 section 8.1.3.2): itself
 * where it is registered, else 183 for a provisional code and x00 for a final
 * one. NULL outside SIPCODE_LOWEST..SIPCODE_HIGHEST.
 */
SIPCODE_API const struct sipcode_record *sipcode_treated_as(int code);

/*
 * The record of a class: of its first digit, 1 to 6, or of a code that lies in
 * it, 100 to 699, registered or not. NULL for any other number.
 */
SIPCODE_API const struct sipcode_record *sipcode_class(int digit_or_code);

/*
 * The record of an RFC that the data cites, or NULL.
 */
SIPCODE_API const struct sipcode_record *sipcode_rfc(int number);

/*
 * The record of a word in the vocabulary of a field, such as SIPCODE_RETRY and
 * "later"; NULL where it is none. The case counts.
 */
SIPCODE_API const struct sipcode_record *sipcode_term(enum sipcode_field field,
                                                      const char *word);

/*
 * What is known of two codes that people confuse, in either order; NULL where
 * there is nothing more to say than what their records do.
 */
SIPCODE_API const struct sipcode_record *sipcode_pair(int a, int b);

/*
 * What is known of a status line with this phrase, where the phrase is not the
 * registered one but has been seen; NULL where it has not. Words are compared
 * as by sipcode_fit_phrase(). A phrase that only has a known end, such as "text
 * (478/TM)", is found for any code.
 */
SIPCODE_API const struct sipcode_record *sipcode_wire(int code,
                                                      const char *phrase);

/* ---- Reading records ---------------------------------------------------- */

/*
 * The number that identifies the record among its kind: the code, the first
 * digit of the class, the number of the RFC, the code of a status line (0 for
 * the end that any phrase may have). 0 for NULL, for terms and for pairs.
 */
SIPCODE_API int sipcode_key(const struct sipcode_record *record);

/*
 * How many values a field of the record has, 0 where it has none or where the
 * field is none.
 */
SIPCODE_API size_t sipcode_values(const struct sipcode_record *record,
                                  enum sipcode_field field);

/*
 * Value number `index` (from 0) of a field: its only or first part. NULL beyond
 * the last one.
 */
SIPCODE_API const char *sipcode_value(const struct sipcode_record *record,
                                      enum sipcode_field field, size_t index);

/*
 * Part number `part` (from 0) of a value, in the order that the field's comment
 * gives above. NULL beyond the last value or part.
 */
SIPCODE_API const char *sipcode_part(const struct sipcode_record *record,
                                     enum sipcode_field field, size_t index,
                                     size_t part);

/*
 * All parts of a value at once, at most `capacity` of them, into parts[]; what
 * has no part stays as it is. Returns how many parts the value has, 0 beyond
 * the last value.
 */
SIPCODE_API size_t sipcode_parts(const struct sipcode_record *record,
                                 enum sipcode_field field, size_t index,
                                 const char **parts, size_t capacity);

/*
 * Whether two records have the same set of values in a field, in whatever
 * order; only first parts are compared (the term, the header field, the RFC),
 * not the clauses that explain them. What is not the same is a difference
 * worth telling. Two absent values are the same.
 */
SIPCODE_API bool sipcode_same(const struct sipcode_record *a,
                              const struct sipcode_record *b,
                              enum sipcode_field field);

/* ---- Searching ---------------------------------------------------------- */

/* How well a text fits the reason phrase of a code. */
enum sipcode_fit {
    SIPCODE_FIT_NONE,    /* a word of the text is not in the phrase */
    SIPCODE_FIT_PARTIAL, /* every word of the text begins a word of the phrase
                          */
    SIPCODE_FIT_EXACT    /* the same words in the same order */
};

/*
 * Holds a text against the reason phrase of a code. Words are parted by
 * whatever is neither letter nor digit; the case of ASCII letters does not
 * count. NULL and a text without words fit nothing.
 */
SIPCODE_API enum sipcode_fit
sipcode_fit_phrase(const struct sipcode_record *record, const char *text);

/* A code found by sipcode_search(), and where its record matched best. */
struct sipcode_match {
    const struct sipcode_record *record;
    enum sipcode_field field; /* holds all the words, or else most of them */
    size_t index;             /* which of the field's values */
};

/*
 * Finds the codes whose record mentions all of `count` words: a word is
 * mentioned where it begins a word of the text, whatever the case ("expires" is
 * in "Session-Expires"; "ring" is in "Ringing", not in "during"). Numbers, and
 * words of one or two letters, have to be a whole word there. A word's leading
 * and trailing punctuation is passed over; a blank within one is never found.
 *
 * The best come first: words in the reason phrase before words in the summary
 * before the rest; then those that have all the words in one field; then, but
 * for words in the phrase, those that mention them in more fields; then the
 * lower code.
 *
 * Writes at most `capacity` matches and returns how many there are in all,
 * which may be more; sipcode_count() is always room enough. Without words, or
 * with one that is nothing but punctuation, nothing is found. `words` may be
 * NULL only if `count` is 0, and `matches` only if `capacity` is 0.
 */
SIPCODE_API size_t sipcode_search(const char *const *words, size_t count,
                                  struct sipcode_match *matches,
                                  size_t capacity);

/*
 * Where in `text` the word is mentioned first, by the rule of sipcode_search(),
 * or NULL. `*length` gets the length of the mention, and may be NULL.
 */
SIPCODE_API const char *sipcode_mention(const char *text, const char *word,
                                        size_t *length);

/*
 * The words that the records of the codes are made of, in lower case and
 * ascending: how many, and the one at index 0 to sipcode_word_count() - 1; NULL
 * beyond. For near spellings and completion.
 */
SIPCODE_API size_t sipcode_word_count(void);
SIPCODE_API const char *sipcode_word(size_t index);

#ifdef __cplusplus
}
#endif

#endif
