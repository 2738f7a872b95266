/* SPDX-License-Identifier: MIT */
#include "message.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"

#define LONGEST_SUBJECT 64

static int stream = STDERR_FILENO;
static bool quiet;

void message_start(int fd) {
    stream = fd;
    quiet = false;
}

void message_quiet(bool on) {
    quiet = on;
}

/* Up to `most` characters of a string from the user. */
static const char *printable(const char *raw, size_t most) {
    static const char hex[] = "0123456789ABCDEF";
    struct text text = {0};
    for (size_t i = 0; raw[i]; i++) {
        unsigned char c = (unsigned char)raw[i];
        if (i == most) {
            text_add(&text, "...");
            break;
        }
        if (c >= ' ' && c <= '~') {
            text_add_char(&text, (char)c);
        } else {
            text_add(&text, "\\x");
            text_add_char(&text, hex[c >> 4]);
            text_add_char(&text, hex[c & 15]);
        }
    }
    return text_string(&text);
}

const char *shown(const char *raw) {
    return *raw ? printable(raw, LONGEST_SUBJECT) : "''";
}

const char *shown_whole(const char *raw) {
    return printable(raw, SIZE_MAX);
}

/* Nothing can be done where even standard error is closed. */
void message_text(const char *text) {
    size_t left = strlen(text);
    while (left) {
        ssize_t written = write(stream, text, left);
        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            text += written;
            left -= (size_t)written;
        }
    }
}

static void say_of(const char *subject, const char *message) {
    message_text(concat("sipcode: ", shown(subject), ": ", message, "\n"));
}

int wrong(const char *subject, const char *message) {
    say_of(subject, message);
    return WRONG;
}

void note(const char *subject, const char *message) {
    if (!quiet)
        say_of(subject, message);
}

int not_found(const char *subject, const char *message) {
    note(subject, message);
    return NOT_FOUND;
}

void die_of(const char *subject, const char *message) {
    static const char prefix[] = "sipcode: ", colon[] = ": ", end[] = "\n";
    /* Without the arena: it may be what failed. */
    message_text(prefix);
    message_text(subject);
    message_text(colon);
    message_text(message);
    message_text(end);
    exit(WRONG);
}
