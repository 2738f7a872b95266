/* SPDX-License-Identifier: MIT */
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"

/* Stands before each block, and links it to the others. */
union header {
    struct {
        union header *before, *behind;
    } link;
    max_align_t aligned;
};

static union header list = {{&list, &list}};

void free_all(void) {
    while (list.link.behind != &list) {
        union header *header = list.link.behind;
        list.link.behind = header->link.behind;
        free(header);
    }
}

void *resize(void *block, size_t count, size_t size) {
    union header *header = block ? (union header *)block - 1 : NULL;
    union header *moved = NULL;
    if (count <= (SIZE_MAX - sizeof *moved) / size)
        moved = realloc(header, sizeof *moved + count * size);
    if (!moved)
        die("out of memory");
    if (!header) {
        moved->link.before = &list;
        moved->link.behind = list.link.behind;
    }
    moved->link.before->link.behind = moved;
    moved->link.behind->link.before = moved;
    return moved + 1;
}

void *grow(void *array, size_t count, size_t size) {
    if (count & (count - 1))
        return array;
    return resize(array, count ? 2 * count : 1, size);
}

char *join(const char *const *strings) {
    char *whole = resize(NULL, 1, 1);
    size_t length = 0;
    for (; *strings; strings++) {
        size_t more = strlen(*strings);
        whole = resize(whole, length + more + 1, 1);
        memcpy(whole + length, *strings, more);
        length += more;
    }
    whole[length] = '\0';
    return whole;
}
