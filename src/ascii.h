/* SPDX-License-Identifier: MIT */
/*
 * Characters of ASCII, whatever the locale (ctype.h would ask it), and the
 * little of string.h that a start-up is cheaper without: each function of libc
 * that a program names costs a symbol look-up before main().
 */
#ifndef ASCII_H
#define ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool ascii_alpha(char c) {
    c = ascii_lower(c);
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_alnum(char c) {
    return ascii_alpha(c) || ascii_digit(c);
}

static inline bool ascii_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether two strings are the same but for the case of letters. */
static inline bool ascii_same(const char *a, const char *b) {
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return !*a && !*b;
}

/* Whether two strings are the same. */
static inline bool ascii_equal(const char *a, const char *b) {
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

/* How many characters stand before the first `end`, or in all. */
static inline size_t ascii_until(const char *text, char end) {
    size_t length = 0;
    while (text[length] && text[length] != end)
        length++;
    return length;
}

/* The number that a text starts with, 0 without one; for up to nine digits. */
static inline int ascii_number(const char *text) {
    int number = 0;
    for (; ascii_digit(*text); text++)
        number = number * 10 + (*text - '0');
    return number;
}

/* How many digits a text starts with. */
static inline size_t ascii_digits(const char *text) {
    size_t length = 0;
    while (ascii_digit(text[length]))
        length++;
    return length;
}

#endif
