/* SPDX-License-Identifier: MIT */
#include "block.h"

#include <string.h>

#include "../ascii.h"
#include "arena.h"

void block_line(struct block *block, const char *line) {
    if (block->count == block->room) {
        size_t room = 2 * block->room + 8;
        const char **larger = arena_take(room, sizeof *larger);
        if (block->count)
            memcpy(larger, block->lines, block->count * sizeof *larger);
        block->lines = larger;
        block->room = room;
    }
    block->lines[block->count++] = line;
}

/* The length of the longest start of the text that ends before a blank and
 * fits; that of the first word where not even this one does. */
static size_t fitting(const char *text, size_t width) {
    size_t fits = ascii_until(text, ' ');
    while (text[fits]) {
        size_t next = fits + 1 + ascii_until(text + fits + 1, ' ');
        if (next > width)
            break;
        fits = next;
    }
    return fits;
}

void block_wrap(struct block *block, const char *prefix, const char *text,
                size_t width) {
    size_t indent = strlen(prefix);
    size_t room = width > indent ? width - indent : 1;
    struct text blanks = {0};
    for (size_t i = 0; i < indent; i++)
        text_add_char(&blanks, ' ');
    do {
        size_t length = fitting(text, room);
        struct text line = {0};
        text_add(&line, prefix);
        text_add_bytes(&line, text, length);
        block_line(block, line.string);
        text += length + (text[length] == ' ');
        prefix = text_string(&blanks);
    } while (*text);
}
