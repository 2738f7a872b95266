/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <string.h>

#include "../ascii.h"
#include "output.h"

const struct reading readings[] = {
    [SHAPE_TEXT] = {.text = "%0", .bare = "%0"},
    [SHAPE_CLAUSE] = {.text = "%^0.", .bare = "%0"},
    [SHAPE_RETRY] = {.text = "%0: the client %1.",
                     .bare = "%0: %1",
                     .members = {{"action", "%0", false},
                                 {"note", "%1", false}}},
    [SHAPE_VERDICT] = {.text = "%0: %1.",
                       .bare = "%0: %1",
                       .members = {{"value", "%0", false},
                                   {"note", "%1", false}}},
    [SHAPE_HEADER] = {.text = "%0 (%1): %2.",
                      .bare = "%0 %1: %2",
                      .members = {{"name", "%0", false},
                                  {"level", "%1", false},
                                  {"note", "%2", false}}},
    [SHAPE_STACK] = {.text = "%0: %1.",
                     .bare = "%0: %1",
                     .members = {{"name", "%0", false}, {"note", "%1", false}}},
    [SHAPE_WIRE] = {.text = "%0 (%1): %2",
                    .bare = "%0 (%1): %2",
                    .members = {{"phrase", "%0", false},
                                {"origin", "%1", false},
                                {"note", "%2", false}}},
    [SHAPE_REFERENCE] = {.text = "RFC %0, Section %1",
                         .link = "%2",
                         .brief = "%2",
                         .bare = "RFC %0 %1",
                         .members = {{"rfc", "%0", true},
                                     {"section", "%1", false},
                                     {"url", "%2", false}}},
    [SHAPE_CODE] = {.text = "%0 %1", .bare = "%0"},
    [SHAPE_CLASS] = {.text = "%1xx %0", .bare = "%0"},
    [SHAPE_TAGGED] = {.text = "%0: %1",
                      .bare = "%0: %1",
                      .members = {{"code", "%0", true}, {"text", "%1", false}}},
    [SHAPE_TAGGED_REFERENCE] = {.text = "%0: %1",
                                .link = "%2",
                                .brief = "%0: %2",
                                .bare = "%0: %1, %2",
                                .members = {{"code", "%0", true},
                                            {"text", "%1", false},
                                            {"url", "%2", false}}},
};

const struct reading *reading_of(const struct field *field) {
    return &readings[field->kind->shape];
}

void record_start(struct record *record, size_t count) {
    record->fields = arena_take(count, sizeof *record->fields);
    record->count = 0;
}

struct field *record_add(struct record *record, const struct field_kind *kind,
                         size_t count) {
    struct field *field = &record->fields[record->count++];
    field->kind = kind;
    field->values = arena_take(count, sizeof *field->values);
    return field;
}

struct value *field_add(struct field *field, const char *part) {
    struct value *value = &field->values[field->count++];
    value->parts[0] = part;
    return value;
}

void record_add_text(struct record *record, const struct field_kind *kind,
                     const char *part) {
    field_add(record_add(record, kind, 1), part);
}

const struct field *find_field(const struct record *record, const char *name) {
    for (size_t i = 0; i < record->count; i++)
        if (ascii_equal(record->fields[i].kind->name, name))
            return &record->fields[i];
    return NULL;
}

/*
 * The part that a pattern names where it stands at a '%'; moves it behind. A
 * capital that the part is to start with is handed out apart, or '\0'.
 */
static inline const char *next_part(const char **pattern,
                                    const struct value *value, char *capital) {
    const char *at = *pattern + 1;
    bool capitalize = *at == '^';
    at += capitalize;
    const char *part = value->parts[*at - '0'];
    *pattern = at + 1;
    *capital = '\0';
    if (capitalize && *part >= 'a' && *part <= 'z')
        *capital = (char)(*part++ - 'a' + 'A');
    return part;
}

static bool is_one_part(const char *pattern) {
    return pattern[0] == '%' && ascii_digit(pattern[1]) && !pattern[2];
}

/* No pattern is longer than a shape has room for. */
#define LONGEST_PATTERN sizeof(readings->text)

void out_value(const char *pattern, const struct value *value) {
    /* Most values are one part and no more. */
    if (is_one_part(pattern)) {
        out(value->parts[pattern[1] - '0']);
        return;
    }
    for (;;) {
        /* Copied here: what stands between the parts is short. */
        char *next = out_room(LONGEST_PATTERN), capital, c;
        for (; (c = *pattern) != '%' && c; pattern++)
            *next++ = c;
        output.next = next;
        if (!c)
            break;
        const char *part = next_part(&pattern, value, &capital);
        if (capital)
            out_char(capital);
        out(part);
    }
}

const char *value_string(const char *pattern, const struct value *value) {
    struct text text = {0};
    if (is_one_part(pattern))
        return value->parts[pattern[1] - '0'];
    while (*pattern) {
        char capital;
        if (*pattern != '%') {
            text_add_char(&text, *pattern++);
            continue;
        }
        const char *part = next_part(&pattern, value, &capital);
        if (capital)
            text_add_char(&text, capital);
        text_add(&text, part);
    }
    return text.string;
}

void out_text(const struct field *field, size_t index) {
    const struct reading *reading = reading_of(field);
    out_value(reading->text, &field->values[index]);
    if (*reading->link) {
        out(", ");
        out_value(reading->link, &field->values[index]);
    }
}

const char *text_of(const struct field *field, size_t index) {
    return value_string(reading_of(field)->text, &field->values[index]);
}
