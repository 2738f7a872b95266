/* SPDX-License-Identifier: MIT */
/*
 * The generator, run in a directory of its own on the sample in
 * tests/data/gen/, which is without fault.
 */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "program.h"

#define TABLE     "table.h"
#define TEMPORARY TABLE ".tmp"

#define SAMPLE_FILES 7
extern const char *const sample[SAMPLE_FILES];

/* The directory, once it is open; it is then the working directory, too. */
extern char workplace[];

/* For a group of tests. */
int open_workplace(void **state);
int close_workplace(void **state);

/* For a test: leaves nothing in the directory but the sample. */
int lay_out_sample(void **state);

bool exists(const char *path);
void write_bytes(const char *path, const char *bytes, size_t count);
void write_text(const char *path, const char *text);

/* Copies a file of tests/data/gen/ into the directory. */
void copy_sample(const char *name);

/*
 * Writes what `kind` names, "table" or "manual", to `output`; `setting` as for
 * program_run(). What is made of the sample goes to TABLE.
 */
struct result generate(const struct setting *setting, const char *kind,
                       const char *output, const char *const *files,
                       size_t count);
struct result generate_sample(const struct setting *setting, const char *kind);

/* Takes the result, which prints nothing but messages. */
void assert_result(struct result result, int status, const char *err);

void assert_nothing_left(void);

#endif
