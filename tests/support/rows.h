/* SPDX-License-Identifier: MIT */
/*
 * Tests made of rows of a table: a test for each row, under a name of its own,
 * so that each has its line in the output. Include it behind cmocka.h.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS(array) (sizeof(array) / sizeof *(array))

static struct CMUnitTest tests[640];
static size_t test_count;

/* The name of a test, which lives as long as the program. */
__attribute__((format(printf, 1, 2))) static inline const char *
named(const char *format, ...) {
    static char names[ROWS(tests)][96];
    static size_t count;
    va_list values;
    if (count == ROWS(names))
        abort();
    va_start(values, format);
    vsnprintf(names[count], sizeof *names, format, values);
    va_end(values);
    return names[count++];
}

/* "function: row" */
static inline const char *joined(const char *function, const char *row) {
    return named("%s: %s", function, row);
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

/* Those of a list for cmocka that need no row. */
#define ADD_TESTS(array)                                                       \
    for (size_t i = 0; i < ROWS(array); i++)                                   \
    add((array)[i].name, (array)[i].test_func, NULL)

/* The function on each row; the row's name follows the function's. */
#define ADD_ROWS(array, function)                                              \
    for (size_t i = 0; i < ROWS(array); i++)                                   \
    add(joined(#function, (array)[i].name), function, &(array)[i])

#endif
