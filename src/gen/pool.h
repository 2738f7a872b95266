/* SPDX-License-Identifier: MIT */
/* The string pool: every string once, each known by its offset. */
#ifndef POOL_H
#define POOL_H

#include <stdint.h>
#include <stdio.h>

struct pool {
    const char **strings;
    uint32_t *offsets;
    size_t count;
    uint32_t size;     /* bytes so far, with the end marks */
    uint32_t *table;   /* hash table of indices into strings, plus 1; 0: free */
    size_t table_size; /* a power of two */
};

/* The offset of a string, which is added where it is new. Not copied. */
uint32_t pool_add(struct pool *pool, const char *string);

/* Writes the pool as a C object named `pool`. */
void pool_write(const struct pool *pool, FILE *out);

#endif
