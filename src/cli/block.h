/* SPDX-License-Identifier: MIT */
/* Lines of text that fit a width. */
#ifndef BLOCK_H
#define BLOCK_H

#include <stddef.h>

struct block {
    const char **lines;
    size_t count;
    size_t room;
};

/*
 * Adds a text wrapped to `width` columns. The first line starts with `prefix`,
 * the others with as many blanks. Breaks only at blanks, so that a header name
 * or a URL stays whole, even where it is longer than the width.
 */
void block_wrap(struct block *block, const char *prefix, const char *text,
                size_t width);

/* Adds a line as it is. */
void block_line(struct block *block, const char *line);

#endif
