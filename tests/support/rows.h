/* SPDX-License-Identifier: MIT */
/*
 * Tests made of rows of a table: a test for each row, under a name of its own,
 * so that each has its line in the output. Include it behind cmocka.h.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS(array) (sizeof(array) / sizeof *(array))

static struct CMUnitTest tests[640];
static size_t test_count;

/* "function: row", which lives as long as the program. */
static inline const char *joined(const char *function, const char *row) {
    static char names[ROWS(tests)][96];
    static size_t count;
    if (count == ROWS(names))
        abort();
    snprintf(names[count], sizeof *names, "%s: %s", function, row);
    return names[count++];
}

static inline void add(const char *name, CMUnitTestFunction function,
                       const void *state) {
    if (test_count == ROWS(tests))
        abort();
    tests[test_count++] = (struct CMUnitTest){
        .name = name,
        .test_func = function,
        .initial_state = (void *)(uintptr_t)state,
    };
}

#define ADD(function) add(#function, function, NULL)

/* The function on each row; the row's name follows the function's. */
#define ADD_ROWS(array, function)                                              \
    for (size_t i = 0; i < ROWS(array); i++)                                   \
    add(joined(#function, (array)[i].name), function, &(array)[i])

#endif
