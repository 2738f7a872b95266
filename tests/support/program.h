/* SPDX-License-Identifier: MIT */
/* Runs a program as a user runs it, and keeps its streams and status apart. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

struct result {
    char *out;   /* standard output, ended by NUL */
    size_t size; /* of it, should it hold NULs */
    char *err;   /* standard error, ended by NUL */
    int status;  /* the exit status; 128 + n if signal n ended it */
};

#define UNKNOWN_WINDOW (-1) /* the width of a terminal that tells none */

/* How to run it; all zero is the usual way. */
struct setting {
    const char *const *environment; /* NAME=value..., NULL; else a plain one */
    const char *output; /* a file for standard output, as /dev/full */
    const char *errors; /* the same for standard error */
    bool closed_input, closed_output, closed_errors; /* not even open */
    bool broken_pipe; /* standard output is a pipe that nobody reads */
    bool ignore_sigpipe;
    int columns; /* standard output is a terminal of that width, unless 0 */
};

/* Runs argv, which ends with NULL; argv[0] is the path of the program. */
struct result program_run(const char *const *argv,
                          const struct setting *setting);

void result_free(struct result *result);

/* Runs the built command, which the environment names as SIPCODE, on the
 * arguments; the last one must be NULL. */
struct result sipcode(const char *first, ...);
struct result sipcode_in(const struct setting *setting, const char *first, ...);

/* The whole of a file, ended by NUL; fails the test where it cannot be read. */
char *read_file(const char *path);

#endif
