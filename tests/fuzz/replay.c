/* SPDX-License-Identifier: MIT */
/*
 * Runs a target once on each file named, and on each in a directory named.
 *
 * usage: replay_TARGET PATH...
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "target.h"

static size_t replayed;

/* The whole of a file, in a block that is not a byte larger. */
static uint8_t *read_input(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    CHECK(file);
    CHECK(fseek(file, 0, SEEK_END) == 0);
    long end = ftell(file);
    CHECK(end >= 0);
    *size = (size_t)end;
    rewind(file);
    uint8_t *data = malloc(*size ? *size : 1);
    CHECK(data);
    CHECK(fread(data, 1, *size, file) == *size);
    fclose(file);
    return data;
}

static void replay_file(const char *path) {
    size_t size;
    uint8_t *data = read_input(path, &size);
    printf("%s: %zu bytes\n", path, size);
    fflush(stdout); /* before what may end the process */
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    replayed++;
}

static void replay_directory(const char *path, DIR *directory) {
    char file[4096];
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (*entry->d_name == '.')
            continue;
        int length = snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        CHECK(length > 0 && (size_t)length < sizeof file);
        replay_file(file);
    }
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        DIR *directory = opendir(argv[i]);
        if (directory) {
            replay_directory(argv[i], directory);
            closedir(directory);
        } else {
            replay_file(argv[i]);
        }
    }
    printf("%zu inputs\n", replayed);
    return replayed ? 0 : 1;
}
