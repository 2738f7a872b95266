/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share. */
#ifndef TARGET_H
#define TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Takes one input; a fuzzer calls it without end, the replay once a seed. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process where a promise is broken; fuzzers keep the input then. */
#define CHECK(promise)                                                         \
    ((promise) ? (void)0                                                       \
               : (fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__,     \
                          __LINE__, #promise),                                 \
                  abort()))

/*
 * The lines of an input as strings, at most `most` of them, each in a block of
 * its own, so that a sanitizer sees whoever reads beyond it. Returns how many.
 */
size_t take_lines(const uint8_t *data, size_t size, char **lines, size_t most);

void free_lines(char **lines, size_t count);

#endif
