/* SPDX-License-Identifier: MIT */
/* For a ticket or a wiki: headings, lists, and a table for what compares. */
#include "format.h"
#include "output.h"

static bool is_markup(char c) {
    for (const char *markup = "\\`*_[]<>|#"; *markup; markup++)
        if (c == *markup)
            return true;
    return false;
}

/* Text in which nothing is taken for markup, in a table nothing for a cell. */
static void print_text(const char *text) {
    for (; *text; text++) {
        if (is_markup(*text))
            out_char('\\');
        out_char(*text);
    }
}

static void print_value(const struct field *field, size_t index) {
    const struct reading *reading = reading_of(field);
    const struct value *value = &field->values[index];
    if (!*reading->link) {
        print_text(value_string(reading->text, value));
        return;
    }
    out_char('[');
    print_text(value_string(reading->text, value));
    out("](");
    out_value(reading->link, value);
    out_char(')');
}

static void print_list(const struct field *field) {
    for (size_t i = 0; i < field->count; i++) {
        bool numbered =
            field->kind->role == ROLE_STEPS || field->kind->role == ROLE_LIST;
        out(numbered ? "1. " : "- ");
        print_value(field, i);
        out_char('\n');
    }
}

static void print_heading(const char *text) {
    out("\n### ");
    print_text(text);
    out("\n\n");
}

/* A field as a row of a list: its label in bold, then its values. */
static void print_fact(const struct field *field) {
    out("- **");
    out(field->kind->label);
    out(":** ");
    for (size_t i = 0; i < field->count; i++) {
        if (i)
            out(field->kind->role == ROLE_FACT ? " " : ", ");
        print_value(field, i);
    }
    out_char('\n');
}

static bool is_block(const struct field *field) {
    enum role role = field->kind->role;
    return role == ROLE_PROSE || role == ROLE_STEPS || role == ROLE_LIST ||
           role == ROLE_TAGGED;
}

static void print_fields(const struct record *record) {
    bool in_list = false;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!in_text(field))
            continue;
        if (field->kind->role == ROLE_HEAD) {
            out_char('\n');
            print_value(field, 0);
            out_char('\n');
        } else if (!is_block(field)) {
            if (!in_list)
                out_char('\n');
            print_fact(field);
        } else {
            print_heading(field->kind->label);
            if (field->count == 1 && field->kind->role == ROLE_PROSE) {
                print_value(field, 0);
                out_char('\n');
            } else {
                print_list(field);
            }
        }
        in_list = !is_block(field);
    }
}

static void print_records(const struct report *report,
                          const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++) {
        const struct record *record = &report->records[i];
        out(i ? "\n## " : "## ");
        print_text(record->title);
        out_char('\n');
        print_fields(record);
    }
}

static void print_cell(const struct field *field) {
    for (size_t i = 0; i < field->count; i++) {
        if (i)
            out("<br>");
        print_value(field, i);
    }
    out(" | ");
}

static bool any_has(const struct report *report, size_t index) {
    for (size_t i = 0; i < report->count; i++)
        if (in_text(&report->records[i].fields[index]))
            return true;
    return false;
}

static void print_comparison(const struct report *report,
                             const struct options *options) {
    (void)options;
    out("## ");
    print_text(report->title);
    out_char('\n');
    print_fields(&report->lead);
    out("\n|  | ");
    for (size_t i = 0; i < report->count; i++) {
        print_text(report->records[i].title);
        out(" | ");
    }
    out("\n|---|");
    for (size_t i = 0; i < report->count; i++)
        out("---|");
    out_char('\n');
    for (size_t f = 0; f < report->records->count; f++) {
        if (!any_has(report, f))
            continue;
        out("| **");
        out(report->records->fields[f].kind->label);
        out("** | ");
        for (size_t i = 0; i < report->count; i++)
            print_cell(&report->records[i].fields[f]);
        out_char('\n');
    }
    print_fields(&report->tail);
}

static void print_lines(const struct report *report,
                        const struct options *options) {
    (void)options;
    for (size_t i = 0; i < report->count; i++) {
        out("- **");
        print_text(report->records[i].title);
        out(":** ");
        print_text(report->records[i].line);
        out_char('\n');
    }
}

const struct format format_markdown = {
    "markdown",
    false,
    {[LAYOUT_RECORDS] = print_records,
     [LAYOUT_COMPARISON] = print_comparison,
     [LAYOUT_LINES] = print_lines},
};
