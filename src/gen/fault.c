/* SPDX-License-Identifier: MIT */
#include "fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static size_t faults;

void fault(const char *path, unsigned line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%u: ", path, line);
    vfprintf(stderr, format, arguments);
    putc('\n', stderr);
    va_end(arguments);
    faults++;
}

size_t fault_count(void) {
    return faults;
}

void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("sipcode-gen: ", stderr);
    vfprintf(stderr, format, arguments);
    putc('\n', stderr);
    va_end(arguments);
    exit(2);
}
