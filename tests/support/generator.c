/* SPDX-License-Identifier: MIT */
#include "generator.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define MOST_FILES 14

const char *const sample[SAMPLE_FILES] = {
    "codes.rec",   "classes.rec", "terms.rec",  "rfcs.rec",
    "edition.rec", "pairs.rec",   "phrases.rec"};

char workplace[] = "/tmp/sipcode-gen-XXXXXX";

bool exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

void write_bytes(const char *path, const char *bytes, size_t count) {
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, count, out), count);
    assert_int_equal(fclose(out), 0);
}

void write_text(const char *path, const char *text) {
    write_bytes(path, text, strlen(text));
}

void copy_sample(const char *name) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/tests/data/gen/%s",
                          getenv("SIPCODE_SOURCE"), name);
    assert_in_range(length, 1, sizeof path - 1);
    char *text = read_file(path);
    write_text(name, text);
    free(text);
}

static int clear_workplace(void) {
    DIR *directory = opendir(workplace);
    if (!directory || chdir(workplace) != 0)
        return -1;
    for (struct dirent *entry; (entry = readdir(directory));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove(entry->d_name);
    return closedir(directory);
}

int lay_out_sample(void **state) {
    (void)state;
    if (clear_workplace() != 0)
        return -1;
    for (size_t i = 0; i < SAMPLE_FILES; i++)
        copy_sample(sample[i]);
    return 0;
}

int open_workplace(void **state) {
    (void)state;
    if (!getenv("SIPCODE_GEN") || !getenv("SIPCODE_SOURCE")) {
        fputs("SIPCODE_GEN and SIPCODE_SOURCE must be set\n", stderr);
        return -1;
    }
    return mkdtemp(workplace) ? 0 : -1;
}

int close_workplace(void **state) {
    (void)state;
    return clear_workplace() || chdir("/") || rmdir(workplace);
}

struct result generate(const struct setting *setting, const char *kind,
                       const char *output, const char *const *files,
                       size_t count) {
    const char *argv[MOST_FILES + 4] = {getenv("SIPCODE_GEN"), kind, output};
    assert_true(count <= MOST_FILES);
    for (size_t i = 0; i < count; i++)
        argv[3 + i] = files[i];
    return program_run(argv, setting);
}

struct result generate_sample(const struct setting *setting, const char *kind) {
    return generate(setting, kind, TABLE, sample, SAMPLE_FILES);
}

void assert_result(struct result result, int status, const char *err) {
    assert_string_equal(result.err, err);
    assert_int_equal(result.status, status);
    assert_string_equal(result.out, "");
    result_free(&result);
}

void assert_nothing_left(void) {
    assert_false(exists(TABLE));
    assert_false(exists(TEMPORARY));
}
