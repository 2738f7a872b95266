/* SPDX-License-Identifier: MIT */
/*
 * Tab-separated: a record a line, the same columns in each, no header line.
 * Several values in a column are parted by " | ". A comparison has a line a
 * field: its name, the code or codes it is about, its values.
 */
#include "arena.h"
#include "format.h"
#include "output.h"

/* No value holds a tab or a line feed: all text is printable ASCII. */
static void print_values(const struct field *field) {
    size_t count = field->count;
    if (count && field->kind->tsv == TSV_FIRST)
        count = 1;
    for (size_t i = 0; i < count; i++) {
        if (i)
            out(" | ");
        out_value(reading_of(field)->bare, &field->values[i]);
    }
}

static void print_record(const struct record *record) {
    bool first = true;
    for (int last = 0; last <= 1; last++)
        for (size_t i = 0; i < record->count; i++) {
            enum tsv tsv = record->fields[i].kind->tsv;
            if (tsv == TSV_NONE || (tsv == TSV_LAST) != last)
                continue;
            if (!first)
                out_char('\t');
            first = false;
            print_values(&record->fields[i]);
        }
    out_char('\n');
}

static void print_rows(const char *about, const struct record *record) {
    for (size_t i = 0; i < record->count; i++) {
        out(record->fields[i].kind->name);
        out_char('\t');
        out(about);
        out_char('\t');
        print_values(&record->fields[i]);
        out_char('\n');
    }
}

static void print_comparison(const struct report *report,
                             const struct options *options) {
    (void)options;
    struct text all = {0};
    for (size_t i = 0; i < report->count; i++) {
        text_add(&all, i ? " " : "");
        text_add(&all, report->records[i].tag);
    }
    print_rows(text_string(&all), &report->lead);
    for (size_t i = 0; i < report->count; i++)
        print_rows(report->records[i].tag, &report->records[i]);
    print_rows(text_string(&all), &report->tail);
}

static void print_records(const struct report *report,
                          const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++)
        print_record(&report->records[i]);
}

const struct format format_tsv = {
    "tsv",
    true,
    {[LAYOUT_RECORDS] = print_records,
     [LAYOUT_COMPARISON] = print_comparison,
     [LAYOUT_LINES] = print_records},
};
