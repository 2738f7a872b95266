/* SPDX-License-Identifier: MIT */
/*
 * The command, run in the process of the test: many times faster than as a
 * program, and a fuzzer sees which way it goes.
 */
#ifndef HERE_H
#define HERE_H

#include <stddef.h>

/* What a run printed on a stream, ended by NUL. */
struct printed {
    char *text;
    size_t size;
};

/* Runs it on arguments, which it puts into another order. Returns the exit
 * status; the texts last until the next run. */
int run_here(char **argv, struct printed *out, struct printed *err);

#endif
