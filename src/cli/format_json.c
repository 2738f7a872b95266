/* SPDX-License-Identifier: MIT */
/* JSON Lines: an object a line, absent fields left out. */
#include "format.h"
#include "output.h"

/* All text is printable ASCII, so that little needs an escape. */
static bool is_plain(char c) {
    return c && c != '"' && c != '\\';
}

/* The name of a field or a member: nothing in it needs an escape. */
static void print_name(const char *name) {
    out_char('"');
    out(name);
    out_char('"');
}

static void print_string(const char *string) {
    out_char('"');
    while (*string) {
        size_t plain = 0;
        while (is_plain(string[plain]))
            plain++;
        out_bytes(string, plain);
        string += plain;
        if (!*string)
            break;
        out_char('\\');
        out_char(*string++);
    }
    out_char('"');
}

/* A number needs no quotes, and a pattern that gives one no escapes. */
static void print_value(const char *pattern, const struct value *value,
                        bool number) {
    if (number)
        out_value(pattern, value);
    else
        print_string(value_string(pattern, value));
}

static void print_object(const struct reading *reading,
                         const struct value *value) {
    for (size_t i = 0; i < PARTS && *reading->members[i].name; i++) {
        const struct member *member = &reading->members[i];
        out_char(i ? ',' : '{');
        print_name(member->name);
        out_char(':');
        print_value(member->pattern, value, member->number);
    }
    out_char('}');
}

static void print_field(const struct field *field) {
    const struct field_kind *kind = field->kind;
    bool number = kind->json == JSON_NUMBER || kind->json == JSON_NUMBERS;
    bool array = kind->json == JSON_TEXTS || kind->json == JSON_NUMBERS;
    print_name(kind->name);
    out(array ? ":[" : ":");
    for (size_t i = 0; i < field->count; i++) {
        if (i)
            out_char(',');
        if (*reading_of(field)->members->name)
            print_object(reading_of(field), &field->values[i]);
        else
            print_value(reading_of(field)->bare, &field->values[i], number);
    }
    if (array)
        out_char(']');
}

/* Prints the fields that are there; `first` tells whether nothing precedes. */
static void print_fields(const struct record *record, bool first) {
    for (size_t i = 0; i < record->count; i++) {
        if (!record->fields[i].count)
            continue;
        if (!first)
            out_char(',');
        first = false;
        print_field(&record->fields[i]);
    }
}

static void print_record(const struct record *record) {
    out_char('{');
    print_fields(record, true);
    out_char('}');
}

static void print_comparison(const struct report *report,
                             const struct options *options) {
    (void)options;
    out("{\"codes\":[");
    for (size_t i = 0; i < report->count; i++) {
        if (i)
            out_char(',');
        print_record(&report->records[i]);
    }
    out_char(']');
    print_fields(&report->lead, false);
    print_fields(&report->tail, false);
    out("}\n");
}

static void print_records(const struct report *report,
                          const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++) {
        print_record(&report->records[i]);
        out_char('\n');
    }
}

const struct format format_json = {
    "json",
    true,
    {[LAYOUT_RECORDS] = print_records,
     [LAYOUT_COMPARISON] = print_comparison,
     [LAYOUT_LINES] = print_records},
};
