/* SPDX-License-Identifier: MIT */
/*
 * Memory of the generator. All of it is needed until the table is written, so
 * nobody frees a block: main() has them all freed when the program ends.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* Like realloc(), but dies where memory ends. */
void *resize(void *block, size_t count, size_t size);

/*
 * Makes room for one more element in a growing array that holds `count`;
 * doubles it each time `count` reaches a power of two.
 */
void *grow(void *array, size_t count, size_t size);

/* The strings up to NULL, one behind the other. */
char *join(const char *const *strings);

/* Frees all blocks there are. */
void free_all(void);

#endif
