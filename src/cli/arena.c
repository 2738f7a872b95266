/* SPDX-License-Identifier: MIT */
#include "arena.h"

#include <stdbool.h>
#include <string.h>

#include "message.h"

/*
 * All of the memory, several times what the largest report takes (every code
 * compared with every other). Pages are not there before they are touched, so
 * its size costs nothing, and it is zero from the start.
 */
#define ROOM ((size_t)16 << 20)
#define UNIT sizeof(max_align_t)

static max_align_t memory[ROOM / UNIT];
static size_t taken; /* in units */

void *arena_take(size_t count, size_t size) {
    size_t units = (count * size + UNIT - 1) / UNIT;
    /* The first test is for a product that has wrapped around. */
    if ((size && count > ROOM / size) || units > ROOM / UNIT - taken)
        die_of("memory", "too much asked for at once; ask for less");
    void *room = &memory[taken];
    taken += units;
    return room;
}

void arena_reset(void) {
    memset(memory, 0, taken * UNIT);
    taken = 0;
}

void text_add_bytes(struct text *text, const char *bytes, size_t length) {
    if (text->length + length >= text->room) {
        size_t room = 2 * (text->length + length) + 64;
        char *larger = arena_take(room, 1);
        if (text->length)
            memcpy(larger, text->string, text->length);
        text->string = larger;
        text->room = room;
    }
    memcpy(text->string + text->length, bytes, length);
    text->length += length;
    text->string[text->length] = '\0';
}

const char *text_string(const struct text *text) {
    return text->length ? text->string : "";
}

void text_add(struct text *text, const char *string) {
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(struct text *text, char c) {
    text_add_bytes(text, &c, 1);
}

void text_add_item(struct text *text, const char *item, size_t index,
                   size_t count, const char *last) {
    if (index)
        text_add(text, index + 1 == count ? last : ", ");
    text_add(text, item);
}

char *concat_all(const char *const *strings) {
    size_t length = 0;
    for (size_t i = 0; strings[i]; i++)
        length += strlen(strings[i]);
    char *whole = arena_take(length + 1, 1), *end = whole;
    for (size_t i = 0; strings[i]; i++) {
        size_t part = strlen(strings[i]);
        memcpy(end, strings[i], part);
        end += part;
    }
    return whole;
}

/* The digits of any long, and the end. */
#define LONGEST_NUMBER 24

char *decimal(long number) {
    char *at = (char *)arena_take(LONGEST_NUMBER, 1) + LONGEST_NUMBER;
    *--at = '\0';
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    return at;
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

char *uncapitalized(const char *sentence) {
    char *copy = concat(sentence);
    if (is_upper(copy[0]) && !is_upper(copy[1]))
        *copy = (char)(*copy - 'A' + 'a');
    return copy;
}

char *sentence_of(const char *clause) {
    char *copy = concat(clause, ".");
    if (*copy >= 'a' && *copy <= 'z')
        *copy = (char)(*copy - 'a' + 'A');
    return copy;
}
