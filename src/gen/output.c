/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <string.h>

#include "fault.h"
#include "memory.h"

static const char *unfinished; /* the temporary, while there is one */

void remove_unfinished(void) {
    if (unfinished)
        remove(unfinished);
}

static FILE *open_output(const char *path) {
    FILE *out = fopen(path, "w");
    if (out)
        return out;
    die("%s: %s", path, strerror(errno));
}

void write_file(const char *path, void (*write)(FILE *out, const void *content),
                const void *content) {
    char *temporary = join((const char *[]){path, ".tmp", NULL});
    FILE *out = open_output(temporary);
    unfinished = temporary;
    write(out, content);
    int failed = ferror(out);
    if (fclose(out) != 0 || failed)
        die("%s: %s", temporary, strerror(errno));
    if (rename(temporary, path) != 0)
        die("%s: %s", path, strerror(errno));
    unfinished = NULL;
}
