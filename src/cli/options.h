/* SPDX-License-Identifier: MIT */
/* The options that all commands share. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

#define NARROWEST 20
#define WIDEST    1000

struct options {
    const char *format; /* the name of one, or NULL: by where output goes */
    const char *fields; /* names parted by commas, or NULL */
    enum color color;
    int width; /* 0: that of the window */
    bool all, ascii, quiet, help, version;
};

/*
 * Takes the options out of the arguments, wherever they stand before `--`, and
 * leaves the operands in argv[0..*count). False, after a message, where an
 * option is wrong.
 */
bool options_read(struct options *options, char **argv, size_t *count);

/* Whether an option has this long name. */
bool is_option(const char *name);

/* The option number `index`: its help in two columns; false beyond the last. */
bool option_help(size_t index, const char **synopsis, const char **help);

#endif
