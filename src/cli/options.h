/* SPDX-License-Identifier: MIT */
/* The options that all commands share. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct report;

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

#define NARROWEST 20
#define WIDEST    1000

struct options {
    const char *format; /* the name of one, or NULL: by where output goes */
    const char *fields; /* names parted by commas, or NULL */
    enum color color;
    int width; /* 0: that of the window */
    bool all, ascii, quiet, help, version;
    /* Gets, in place of any output, a report that --field would choose from;
     * or NULL. */
    struct report *report;
};

/* The values of an option, as far as there is a list of them. */
enum values { VALUES_NONE, VALUES_FORMATS, VALUES_FIELDS, VALUES_COLORS };

struct option {
    char short_name; /* '\0': none */
    char name[8];
    char argument[16]; /* "": takes none, and is a flag */
    enum values values;
    size_t flag; /* where that is in struct options */
    bool (*set)(struct options *options, const char *text);
    char help[96]; /* in lines */
};

/*
 * Takes the options out of the arguments, wherever they stand before `--`, and
 * leaves the operands in argv[0..*count). False, after a message, where an
 * option is wrong.
 */
bool options_read(struct options *options, char **argv, size_t *count);

/* The last word of a line that is still being typed. */
struct typed {
    const char *word;
    bool ended;                  /* by a `--` before it: it is no option */
    const struct option *option; /* the one that it is about, or NULL */
    const char *value;           /* what it has of the value; NULL: nothing */
};

/*
 * Takes the options out of the words before the last one, of which there is at
 * least one, and leaves the operands in words[0..*count). Nothing is wrong with
 * a line that may go on.
 */
struct typed options_typed(char **words, size_t *count);

/* The option number `index`; NULL beyond the last. */
const struct option *option_at(size_t index);

/* The word number `index` that --color takes; NULL beyond the last. */
const char *color_name(size_t index);

/* Whether an option has this long name. */
bool is_option(const char *name);

/* The option number `index`: its help in two columns; false beyond the last. */
bool option_help(size_t index, const char **synopsis, const char **help);

#endif
