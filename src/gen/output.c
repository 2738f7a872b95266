/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <string.h>

#include "fault.h"
#include "memory.h"

static FILE *open_output(const char *path) {
    FILE *out = fopen(path, "w");
    if (out)
        return out;
    die("%s: %s", path, strerror(errno));
}

_Noreturn static void give_up(const char *temporary, const char *path,
                              int reason) {
    remove(temporary);
    die("%s: %s", path, strerror(reason));
}

void write_file(const char *path, void (*write)(FILE *out, const void *content),
                const void *content) {
    char *temporary = join((const char *[]){path, ".tmp", NULL});
    FILE *out = open_output(temporary);
    write(out, content);
    int failed = ferror(out);
    if (fclose(out) != 0 || failed)
        give_up(temporary, temporary, errno);
    if (rename(temporary, path) != 0)
        give_up(temporary, path, errno);
}
