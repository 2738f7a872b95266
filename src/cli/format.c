/* SPDX-License-Identifier: MIT */
#include "format.h"

#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "message.h"
#include "output.h"
#include "terminal.h"

static const struct format *const formats[] = {
    &format_pretty, &format_plain, &format_json, &format_tsv, &format_markdown,
};

#define COUNT (sizeof formats / sizeof *formats)

const struct format *format_find(const char *name) {
    for (size_t i = 0; i < COUNT; i++)
        if (ascii_equal(formats[i]->name, name))
            return formats[i];
    return NULL;
}

const char *format_name(size_t index) {
    return index < COUNT ? formats[index]->name : NULL;
}

/* ---- --field ------------------------------------------------------------ */

/* One name of a list parted by commas; moves *list behind it. */
static const char *next_name(const char **list) {
    size_t length = ascii_until(*list, ',');
    struct text name = {0};
    text_add_bytes(&name, *list, length); /* "" where it is empty */
    *list += length;
    if (**list)
        ++*list;
    return name.string;
}

/* The names that a report knows: those of the whole, then of its records. */
static const struct field *find_in_report(const struct report *report,
                                          const char *name) {
    const struct field *field = find_field(&report->lead, name);
    if (!field)
        field = find_field(&report->tail, name);
    for (size_t i = 0; !field && i < report->count; i++)
        field = find_field(&report->records[i], name);
    return field;
}

static bool is_known(const struct report *reports, size_t count,
                     const char *name) {
    for (size_t i = 0; i < count; i++)
        if (find_in_report(&reports[i], name))
            return true;
    return false;
}

const struct field *field_choice(const struct report *report, size_t index) {
    const struct record *first = report->records;
    if (index < first->count)
        return &first->fields[index];
    index -= first->count;
    return index < report->tail.count ? &report->tail.fields[index] : NULL;
}

static const char *choices(const struct report *report) {
    const struct field *field;
    struct text names = {0};
    for (size_t i = 0; (field = field_choice(report, i)); i++) {
        text_add(&names, i ? ", " : "");
        text_add(&names, field->kind->name);
    }
    return names.string;
}

static bool check_names(const struct report *reports, size_t count,
                        const char *list) {
    do {
        const char *name = next_name(&list);
        if (is_known(reports, count, name))
            continue;
        wrong(concat("--field ", *name ? name : "''"),
              concat("no such field; choose from ", choices(reports)));
        return false;
    } while (*list);
    return true;
}

static void print_bare(const struct field *field) {
    for (size_t i = 0; field && i < field->count; i++) {
        out_value(reading_of(field)->bare, &field->values[i]);
        out_char('\n');
    }
}

static void print_named(const struct record *record, const char *list) {
    while (*list)
        print_bare(find_field(record, next_name(&list)));
}

/* What is said of all codes together hides what is said of each. */
static void print_fields(const struct report *report, const char *list) {
    print_named(&report->lead, list);
    print_named(&report->tail, list);
    for (size_t i = 0; i < report->count; i++)
        for (const char *rest = list; *rest;) {
            const char *name = next_name(&rest);
            if (!find_field(&report->lead, name))
                print_bare(find_field(&report->records[i], name));
        }
}

static int present_fields(const struct report *reports, size_t count,
                          const struct options *options) {
    const char *list = options->fields;
    if (options->report) {
        *options->report = *reports;
        return FOUND;
    }
    if (!check_names(reports, count, list))
        return WRONG;
    for (size_t i = 0; i < count; i++)
        print_fields(&reports[i], list);
    if (out_any())
        return FOUND;
    return not_found(concat("--field ", list), "nothing there to print");
}

int present(const struct report *reports, size_t count,
            const struct options *options) {
    if (options->fields)
        return present_fields(reports, count, options);
    const struct format *format = options->format ? format_find(options->format)
                                  : terminal_is_one() ? &format_pretty
                                                      : &format_plain;
    for (size_t i = 0; i < count; i++) {
        if (i && !format->is_table)
            out_char('\n');
        format->print[reports[i].layout](&reports[i], options);
    }
    return FOUND;
}
