/* SPDX-License-Identifier: MIT */
#include "pool.h"

#include <stdbool.h>
#include <string.h>

#include "memory.h"

/*
 * C promises literals of 4095 characters, so the pool is a structure of
 * arrays, each filled by one literal. They follow each other without gaps,
 * since arrays of char need no alignment.
 */
#define LONGEST_CHUNK 4000u

/* FNV-1a: short, and the same everywhere. */
static uint32_t hash(const char *string) {
    uint32_t value = 2166136261u;
    for (; *string; string++)
        value = (value ^ (unsigned char)*string) * 16777619u;
    return value;
}

static uint32_t *find(const struct pool *pool, const char *string) {
    size_t at = hash(string) & (pool->table_size - 1);
    while (pool->table[at] &&
           strcmp(pool->strings[pool->table[at] - 1], string) != 0)
        at = (at + 1) & (pool->table_size - 1);
    return &pool->table[at];
}

static void rehash(struct pool *pool) {
    pool->table_size = pool->table_size ? 2 * pool->table_size : 1024;
    pool->table = resize(pool->table, pool->table_size, sizeof *pool->table);
    memset(pool->table, 0, pool->table_size * sizeof *pool->table);
    for (size_t i = 0; i < pool->count; i++)
        *find(pool, pool->strings[i]) = (uint32_t)i + 1;
}

uint32_t pool_add(struct pool *pool, const char *string) {
    if (2 * pool->count >= pool->table_size)
        rehash(pool);
    uint32_t *place = find(pool, string);
    if (*place)
        return pool->offsets[*place - 1];
    pool->strings = grow(pool->strings, pool->count, sizeof *pool->strings);
    pool->offsets = grow(pool->offsets, pool->count, sizeof *pool->offsets);
    pool->strings[pool->count] = string;
    pool->offsets[pool->count] = pool->size;
    pool->size += (uint32_t)strlen(string) + 1;
    *place = (uint32_t)++pool->count;
    return pool->offsets[pool->count - 1];
}

/* The index behind the last string of the chunk that starts with `first`. */
static size_t chunk_end(const struct pool *pool, size_t first, size_t *size) {
    size_t end = first;
    for (*size = 0; end < pool->count; end++) {
        size_t more = strlen(pool->strings[end]) + 1;
        if (*size && *size + more > LONGEST_CHUNK)
            break;
        *size += more;
    }
    return end;
}

static void write_literal(const char *string, bool last, FILE *out) {
    putc('"', out);
    for (; *string; string++) {
        /* "??" would start a trigraph. */
        if (*string == '"' || *string == '\\' || *string == '?')
            putc('\\', out);
        putc(*string, out);
    }
    fputs(last ? "\"" : "\\0\"", out);
}

void pool_write(const struct pool *pool, FILE *out) {
    size_t size;
    fputs("static const struct {\n", out);
    for (size_t i = 0, n = 0; i < pool->count; n++) {
        i = chunk_end(pool, i, &size);
        fprintf(out, "    char c%zu[%zu];\n", n, size);
    }
    fputs("} pool = {\n", out);
    for (size_t i = 0; i < pool->count;) {
        size_t end = chunk_end(pool, i, &size);
        for (; i < end; i++) {
            fputs("    ", out);
            write_literal(pool->strings[i], i + 1 == end, out);
            fputs(i + 1 == end ? ",\n" : "\n", out);
        }
    }
    fprintf(out, "};\n_Static_assert(sizeof pool == %lu, \"no gaps\");\n",
            (unsigned long)pool->size);
}
