/* SPDX-License-Identifier: MIT */
/* The latest run of the command, which the next one frees. Include it behind
 * cmocka.h. */
#ifndef LATEST_H
#define LATEST_H

#include <stdbool.h>
#include <string.h>

#include "program.h"

static struct result got;

#define RUN(...) (result_free(&got), got = sipcode(__VA_ARGS__, NULL))

static inline void assert_found(void) {
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 0);
    if (got.out) /* else it was taken */
        assert_int_equal(strlen(got.out), got.size);
}

/* What the latest run printed; the caller frees it. */
static inline char *take_output(void) {
    char *out = got.out;
    got.out = NULL;
    return out;
}

static inline bool starts(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

#endif
