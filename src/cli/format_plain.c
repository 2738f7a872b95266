/* SPDX-License-Identifier: MIT */
/* One fact a line, never wrapped, never coloured: an interface for scripts. */
#include <string.h>

#include "arena.h"
#include "format.h"
#include "output.h"

static void print_field(const char *tag, const struct field *field) {
    const char *label = field->kind->label;
    size_t length = strlen(label);
    if (!in_text(field))
        return;
    for (size_t i = 0; i < field->count; i++) {
        if (tag) {
            out(tag);
            out_char(' ');
        }
        out_bytes(label, length);
        out(": ");
        if (field->kind->role == ROLE_LIST) {
            out(decimal((long)i + 1));
            out(". ");
        }
        out_text(field, i);
        out_char('\n');
    }
}

static void print_fields(const char *tag, const struct record *record) {
    for (size_t i = 0; i < record->count; i++)
        print_field(tag, &record->fields[i]);
}

static void print_records(const struct report *report,
                          const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++) {
        const struct record *record = &report->records[i];
        if (i)
            out_char('\n');
        out(record->title);
        out_char('\n');
        print_fields(NULL, record);
    }
}

static void print_comparison(const struct report *report,
                             const struct options *options) {
    (void)options;
    out(report->title);
    out_char('\n');
    print_fields(NULL, &report->lead);
    for (size_t i = 0; i < report->count; i++) {
        const struct record *record = &report->records[i];
        print_fields(record->tag, record);
    }
    print_fields(NULL, &report->tail);
}

static void print_lines(const struct report *report,
                        const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++) {
        out(report->records[i].title);
        out(": ");
        out(report->records[i].line);
        out_char('\n');
    }
}

const struct format format_plain = {
    "plain",
    false,
    {[LAYOUT_RECORDS] = print_records,
     [LAYOUT_COMPARISON] = print_comparison,
     [LAYOUT_LINES] = print_lines},
};
