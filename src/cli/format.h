/* SPDX-License-Identifier: MIT */
/* The formats: how a report is printed. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>

#include "options.h"
#include "report.h"

/* Prints a report of one layout, as far as the options matter to it. */
typedef void printer(const struct report *report,
                     const struct options *options);

/* A format has a printer for each layout. */
struct format {
    const char *name;
    bool is_table; /* a record a line, and no line between them */
    printer *print[LAYOUTS];
};

extern const struct format format_pretty, format_plain, format_json, format_tsv,
    format_markdown;

/* The format of that name, or NULL. */
const struct format *format_find(const char *name);

/* All the names, as "a, b or c". */
const char *format_names(void);

/*
 * Prints reports, at least one, as the options ask. Returns FOUND, NOT_FOUND
 * where --field asks for what is absent in all of them, or WRONG where it asks
 * for what none of them knows; nothing is printed then.
 */
int present(const struct report *reports, size_t count,
            const struct options *options);

#endif
