/* SPDX-License-Identifier: MIT */
/* Memory that lives until the program ends, and text built in it. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/* Zeroed room for `count` objects of `size` bytes; never NULL. */
void *arena_take(size_t count, size_t size);

/* Takes everything back, for another run in the same process (the tests). */
void arena_reset(void);

/* A string that grows; start with all zero. `string` is NULL while empty. */
struct text {
    char *string;
    size_t length;
    size_t room;
};

/* What has been added so far; "" while that is nothing. */
const char *text_string(const struct text *text);

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_char(struct text *text, char c);

/* Adds item number `index` of `count` to an enumeration: "a, b or c". */
void text_add_item(struct text *text, const char *item, size_t index,
                   size_t count, const char *last);

/* All the strings, one behind the other. */
#define concat(...) concat_all((const char *const[]){__VA_ARGS__, NULL})
char *concat_all(const char *const *strings);

/* A number that is not negative in decimal digits. */
char *decimal(long number);

/* With the first letter made small, but where it starts an acronym. */
char *uncapitalized(const char *sentence);

/* A clause as a sentence: with a capital and a stop. */
char *sentence_of(const char *clause);

#endif
