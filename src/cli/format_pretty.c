/* SPDX-License-Identifier: MIT */
/* For people at a terminal: wrapped, headed, coloured by class. */
#include <string.h>

#include "arena.h"
#include "block.h"
#include "format.h"
#include "output.h"
#include "terminal.h"

#define WIDEST_TEXT    100 /* longer lines are hard to read */
#define NARROWEST_CELL 40  /* with its part of the gap: two columns need 80 */
#define LABEL          14  /* the column of labels in a table of facts */
#define INDENT         "  "

/* ---- Colour ------------------------------------------------------------- */

static const char tones[][8] = {
    "\033[1m",    "\033[1;36m", "\033[1;32m", "\033[1;34m",
    "\033[1;33m", "\033[1;31m", "\033[1;35m",
};

/* Prints in bold, and in the colour of a class where `tone` is one. */
static void print_toned(const struct style *style, int tone, const char *text) {
    if (style->color)
        out(tones[tone]);
    out(text);
    if (style->color)
        out("\033[0m");
}

static void print_heading(const struct style *style, const char *text) {
    out_char('\n');
    print_toned(style, 0, text);
    out_char('\n');
}

/* ---- Blocks ------------------------------------------------------------- */

static size_t text_width(const struct style *style) {
    return style->width < WIDEST_TEXT ? (size_t)style->width : WIDEST_TEXT;
}

static void print_block(const struct block *block) {
    for (size_t i = 0; i < block->count; i++) {
        out(block->lines[i]);
        out_char('\n');
    }
}

static const char *numbered(const char *indent, size_t index, size_t count) {
    const char *number = decimal((long)index + 1);
    const char *pad = count > 9 && index < 9 ? " " : "";
    return concat(indent, pad, number, ". ");
}

/* A URL names the RFC and the section: there is no need to say both. */
static const char *short_text(const struct field *field, size_t index) {
    const char *brief = reading_of(field)->brief;
    return *brief ? value_string(brief, &field->values[index])
                  : text_of(field, index);
}

static const char *joined(const struct field *field) {
    struct text text = {0};
    for (size_t i = 0; i < field->count; i++) {
        text_add(&text, i ? ", " : "");
        text_add(&text, text_of(field, i));
    }
    return text.string;
}

/* The values of a field, wrapped as its role asks. */
static struct block lay_out(const struct field *field, const char *indent,
                            size_t width) {
    struct block block = {0};
    enum role role = field->kind->role;
    bool steps = role == ROLE_STEPS || role == ROLE_LIST;
    if (role == ROLE_WORDS && field->count) {
        block_wrap(&block, indent, joined(field), width);
        return block;
    }
    for (size_t i = 0; i < field->count; i++) {
        const char *prefix = steps ? numbered(indent, i, field->count) : indent;
        block_wrap(&block, prefix, short_text(field, i), width);
    }
    return block;
}

static const char *padded(const char *text, size_t width) {
    struct text line = {0};
    text_add(&line, text);
    while (line.length < width)
        text_add_char(&line, ' ');
    return line.string;
}

/* ---- One record after the other ----------------------------------------- */

static bool is_link(const struct field *field) {
    return field->kind->role == ROLE_LINKS;
}

static bool is_row(const struct field *field) {
    enum role role = field->kind->role;
    return role == ROLE_FACT || role == ROLE_WORDS || role == ROLE_LINKS;
}

/* A row of a table: the label, beside it the values. */
static void print_row(const struct style *style, const struct field *field) {
    struct block block = lay_out(field, "", text_width(style) - LABEL);
    for (size_t i = 0; i < block.count; i++) {
        print_toned(style, 0, padded(i ? "" : field->kind->label, LABEL));
        out(block.lines[i]);
        out_char('\n');
    }
}

/* Where a row would be too narrow, the label gets a line of its own. */
static bool fits_in_row(const struct style *style, const struct field *field) {
    size_t width = text_width(style);
    if (width < (size_t)3 * LABEL)
        return false;
    if (*reading_of(field)->brief)
        for (size_t i = 0; i < field->count; i++)
            if (LABEL + strlen(short_text(field, i)) > width)
                return false;
    return true;
}

/* Facts stand together, and so do links; whatever else has a heading. */
static void print_fields(const struct style *style,
                         const struct record *record) {
    const struct field *before = NULL;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!in_text(field) || field->kind->role == ROLE_TITLE)
            continue;
        if (is_row(field) && fits_in_row(style, field)) {
            if (!before || !is_row(before) || is_link(before) != is_link(field))
                out_char('\n');
            print_row(style, field);
        } else {
            const char *indent = field->kind->role == ROLE_HEAD ? "" : INDENT;
            if (*indent)
                print_heading(style, field->kind->label);
            struct block block = lay_out(field, indent, text_width(style));
            print_block(&block);
        }
        before = field;
    }
}

static void print_rule(const struct style *style, size_t width) {
    for (size_t i = 0; i < width; i++)
        out(style->unicode ? "\342\224\200" : "-");
    out_char('\n');
}

static void print_title(const struct style *style, const char *title,
                        int tone) {
    struct block block = {0};
    block_wrap(&block, "", title, text_width(style));
    size_t longest = 0;
    for (size_t i = 0; i < block.count; i++) {
        size_t length = strlen(block.lines[i]);
        print_toned(style, tone, block.lines[i]);
        out_char('\n');
        longest = length > longest ? length : longest;
    }
    print_rule(style, longest);
}

/* What stands beside the title, or NULL. */
static const char *subtitle(const struct record *record) {
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (field->kind->role == ROLE_TITLE && in_text(field))
            return text_of(field, 0);
    }
    return NULL;
}

static void print_record(const struct style *style,
                         const struct record *record) {
    const char *beside = subtitle(record);
    const char *title = record->title;
    if (beside)
        title = concat(title, " (", beside, ")");
    print_title(style, title, record->tone);
    print_fields(style, record);
}

static void print_records(const struct report *report,
                          const struct options *options) {
    const struct style style = terminal_style(options);
    for (size_t i = 0; i < report->count; i++) {
        if (i)
            out_char('\n');
        print_record(&style, &report->records[i]);
    }
}

/* ---- Side by side ------------------------------------------------------- */

#define GAP 3 /* between columns: a blank, a line, a blank */

static size_t cell_width(const struct report *report, size_t width) {
    size_t gaps = GAP * (report->count - 1);
    return width > gaps ? (width - gaps) / report->count : 0;
}

static bool is_in_any(const struct report *report, size_t index) {
    for (size_t i = 0; i < report->count; i++)
        if (in_text(&report->records[i].fields[index]))
            return true;
    return false;
}

/* The line between columns; a blank behind it only where something follows. */
static void print_gap(const struct style *style, const char *next) {
    out(style->unicode ? " \342\224\202" : " |");
    if (*next)
        out_char(' ');
}

/*
 * Prints the cells line by line, in the colours of their records where they are
 * toned; no blanks at the end of a line.
 */
static void print_cells(const struct style *style, const char *label,
                        const struct record *toned, const struct block *cells,
                        size_t count, size_t width) {
    size_t lines = 0;
    for (size_t i = 0; i < count; i++)
        lines = cells[i].count > lines ? cells[i].count : lines;
    for (size_t line = 0; line < lines; line++) {
        if (label)
            print_toned(style, 0, padded(line ? "" : label, LABEL));
        for (size_t i = 0; i < count; i++) {
            const char *text =
                line < cells[i].count ? cells[i].lines[line] : "";
            if (i + 1 < count)
                text = padded(text, width);
            if (i)
                print_gap(style, text);
            if (toned)
                print_toned(style, toned[i].tone, text);
            else
                out(text);
        }
        out_char('\n');
    }
}

/* The titles above the columns, each in the colour of its class. */
static void print_titles(const struct report *report, const struct style *style,
                         size_t width) {
    struct block *cells = arena_take(report->count, sizeof *cells);
    for (size_t i = 0; i < report->count; i++)
        block_wrap(&cells[i], "", report->records[i].title, width);
    out_char('\n');
    print_cells(style, NULL, report->records, cells, report->count, width);
}

/* One field of all records. A fact that differs is marked beside its label. */
static void print_across(const struct report *report, const struct style *style,
                         size_t index, size_t width) {
    struct block *cells = arena_take(report->count, sizeof *cells);
    const struct field *field = &report->records->fields[index];
    bool row = is_row(field);
    size_t cell = cell_width(report, row ? width - LABEL : width);
    for (size_t i = 0; i < report->count; i++)
        cells[i] = lay_out(&report->records[i].fields[index], "", cell);
    if (!row)
        print_heading(style, field->kind->label);
    const char *mark = field->differs ? "* " : "  ";
    print_cells(style, row ? concat(mark, field->kind->label) : NULL, NULL,
                cells, report->count, cell);
}

static void print_columns(const struct report *report,
                          const struct style *style, size_t width) {
    bool in_rows = false;
    print_titles(report, style, cell_width(report, width));
    for (size_t i = 0; i < report->records->count; i++) {
        if (!is_in_any(report, i))
            continue;
        bool row = is_row(&report->records->fields[i]);
        if (row && !in_rows)
            print_heading(style, "Facts (* differs)");
        in_rows = row;
        print_across(report, style, i, width);
    }
}

static void print_comparison(const struct report *report,
                             const struct options *options) {
    const struct style style = terminal_style(options);
    size_t width = (size_t)style.width;
    print_title(&style, report->title, 0);
    print_fields(&style, &report->lead);
    if (width > WIDEST_TEXT * report->count)
        width = WIDEST_TEXT * report->count;
    if (width >= NARROWEST_CELL * report->count) {
        print_columns(report, &style, width);
    } else {
        for (size_t i = 0; i < report->count; i++) {
            out_char('\n');
            print_record(&style, &report->records[i]);
        }
    }
    print_fields(&style, &report->tail);
}

/* ---- One line each ------------------------------------------------------ */

#define NARROWEST_TEXT 40 /* beside the titles; else it goes below them */

static void print_line(const struct style *style, const struct record *record,
                       size_t titles, size_t width) {
    struct block title = {0}, text = {0};
    bool beside = width >= titles + 2 + NARROWEST_TEXT;
    size_t indent = beside ? titles + 2 : 4;
    block_wrap(&title, "", record->title, width);
    block_wrap(&text, "", record->line, width - indent);
    for (size_t i = 0; i < title.count; i++) {
        if (i)
            out_char('\n');
        print_toned(style, record->tone, title.lines[i]);
    }
    if (!beside)
        out_char('\n');
    for (size_t i = 0; i < text.count; i++) {
        size_t before = beside && !i ? strlen(record->title) : 0;
        out(padded("", indent - before));
        out(text.lines[i]);
        out_char('\n');
    }
}

static void print_lines(const struct report *report,
                        const struct options *options) {
    const struct style style = terminal_style(options);
    size_t titles = 0;
    size_t width = (size_t)style.width;
    for (size_t i = 0; i < report->count; i++) {
        size_t length = strlen(report->records[i].title);
        titles = length > titles ? length : titles;
    }
    if (width > titles + WIDEST_TEXT)
        width = titles + WIDEST_TEXT;
    for (size_t i = 0; i < report->count; i++)
        print_line(&style, &report->records[i], titles, width);
}

const struct format format_pretty = {
    "pretty",
    false,
    {[LAYOUT_RECORDS] = print_records,
     [LAYOUT_COMPARISON] = print_comparison,
     [LAYOUT_LINES] = print_lines},
};
