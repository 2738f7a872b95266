/* SPDX-License-Identifier: MIT */
/* Faults found in the data: told one by one, counted, never fatal. */
#ifndef FAULT_H
#define FAULT_H

#include <stddef.h>

#if defined(__GNUC__)
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))
#else
#define PRINTF_LIKE(text, first)
#endif

/* Prints `path:line: message` on standard error and counts it. */
void fault(const char *path, unsigned line, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* How many faults there have been. */
size_t fault_count(void);

/* Prints `sipcode-gen: message` on standard error and exits with status 2. */
_Noreturn void die(const char *format, ...) PRINTF_LIKE(1, 2);

#endif
