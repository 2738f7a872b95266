/* SPDX-License-Identifier: MIT */
/* The formats: how a report is printed. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"
#include "report.h"

/* Prints a report of one layout, as far as the options matter to it. */
typedef void printer(const struct report *report,
                     const struct options *options);

/* A format has a printer for each layout. */
struct format {
    char name[12];
    bool is_table; /* a record a line, and no line between them */
    printer *print[LAYOUTS];
};

extern const struct format format_pretty, format_plain, format_json, format_tsv,
    format_markdown;

/* The format of that name, or NULL. */
const struct format *format_find(const char *name);

/* The name of the format number `index`; NULL beyond the last. */
const char *format_name(size_t index);

/*
 * The field number `index` of those that --field has to choose from where this
 * report comes first; NULL beyond the last.
 */
const struct field *field_choice(const struct report *report, size_t index);

/*
 * Prints reports, at least one, as the options ask. Returns FOUND, NOT_FOUND
 * where --field asks for what is absent in all of them, or WRONG where it asks
 * for what none of them knows; nothing is printed then.
 */
int present(const struct report *reports, size_t count,
            const struct options *options);

#endif
