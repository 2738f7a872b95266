/* SPDX-License-Identifier: MIT */
/*
 * Runs the command in the process of the test, many thousand times a second.
 * Include it behind cmocka.h; the group needs here_open and here_close.
 */
#ifndef HERE_H
#define HERE_H

#include <stdio.h>
#include <unistd.h>

#include "../../src/cli/arena.h"
#include "../../src/cli/command.h"
#include "../../src/cli/message.h"
#include "../../src/cli/output.h"

static FILE *file;
static char printed[256 << 10]; /* what the latest run printed */

/* Runs the command on argv, which it changes; the exit status. */
static inline int run_here(char **argv) {
    int fd = fileno(file);
    assert_int_equal(ftruncate(fd, 0), 0);
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    arena_reset();
    out_start(dup(fd));
    message_start(STDERR_FILENO);
    int status = run(argv);
    ssize_t size = pread(fd, printed, sizeof printed - 1, 0);
    assert_in_range(size, 0, sizeof printed - 2);
    printed[size] = '\0';
    return status;
}

static inline int here_open(void **state) {
    (void)state;
    file = tmpfile();
    return file ? 0 : -1;
}

static inline int here_close(void **state) {
    (void)state;
    return fclose(file);
}

#endif
