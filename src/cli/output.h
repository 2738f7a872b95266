/* SPDX-License-Identifier: MIT */
/* Standard output: collected, written in one go, checked to the last byte. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Where the next byte goes, and where the room ends. */
struct output {
    char *next;
    char *end;
};

extern struct output output;

/* Writes what is there, to make room. */
void out_flush(void);

/* For what does not fit: writes some of it first. */
void out_slowly(const char *bytes, size_t length);

/* Where `length` bytes may be put; the caller then moves output.next. */
static inline char *out_room(size_t length) {
    if (length > (size_t)(output.end - output.next))
        out_flush();
    return output.next;
}

/* Inline, so that a literal is a move or two. */
static inline void out_bytes(const char *bytes, size_t length) {
    if (length > (size_t)(output.end - output.next)) {
        out_slowly(bytes, length);
        return;
    }
    memcpy(output.next, bytes, length);
    output.next += length;
}

static inline void out(const char *string) {
    out_bytes(string, strlen(string));
}

static inline void out_char(char c) {
    *out_room(1) = c;
    output.next++;
}

/* Whether anything has been put out since the program started. */
bool out_any(void);

/*
 * Writes what is left and closes the stream. False, with errno set, where any
 * byte could not be written.
 */
bool out_finish(void);

/* Where the stream goes; 1 unless a test says otherwise. */
void out_start(int fd);

#endif
