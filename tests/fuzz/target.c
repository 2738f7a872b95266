/* SPDX-License-Identifier: MIT */
#include "target.h"

#include <string.h>

size_t take_lines(const uint8_t *data, size_t size, char **lines, size_t most) {
    size_t count = 0;
    while (size && count < most) {
        const uint8_t *end = memchr(data, '\n', size);
        size_t length = end ? (size_t)(end - data) : size;
        char *line = malloc(length + 1);
        CHECK(line);
        memcpy(line, data, length);
        line[length] = '\0';
        lines[count++] = line;
        length += end != NULL;
        data += length;
        size -= length;
    }
    return count;
}

void free_lines(char **lines, size_t count) {
    for (size_t i = 0; i < count; i++)
        free(lines[i]);
}
