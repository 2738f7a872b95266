/* SPDX-License-Identifier: MIT */
#include "describe.h"

#include <string.h>

#include "../ascii.h"
#include "message.h"

/* ---- Fields ------------------------------------------------------------- */

static const struct field_kind code_kind = {"code",      "",      ROLE_HIDDEN,
                                            JSON_NUMBER, TSV_ALL, SHAPE_TEXT};
static const struct field_kind phrase_kind = {"phrase",  "Phrase", ROLE_HIDDEN,
                                              JSON_TEXT, TSV_ALL,  SHAPE_TEXT};
static const struct field_kind class_kind = {"class",     "",       ROLE_HIDDEN,
                                             JSON_NUMBER, TSV_NONE, SHAPE_TEXT};
static const struct field_kind class_name_kind = {
    "class_name", "Class", ROLE_TITLE, JSON_TEXT, TSV_ALL, SHAPE_CLASS};

/* A field of the library and what it becomes in a report. */
struct source {
    enum sipcode_field field;
    struct field_kind kind;
};

/*
 * The fields of a code in the order in which they are read; a field more in
 * the library is a row more here.
 */
static const struct source code_sources[] = {
    {SIPCODE_STATUS,
     {"status", "Status", ROLE_WORDS, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_STACK,
     {"stack", "Stack", ROLE_FACT, JSON_TEXTS, TSV_LAST, SHAPE_STACK}},
    {SIPCODE_SUMMARY,
     {"summary", "Summary", ROLE_HEAD, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_DESCRIPTION,
     {"description", "Description", ROLE_PROSE, JSON_TEXT, TSV_ALL,
      SHAPE_TEXT}},
    {SIPCODE_WHEN,
     {"when", "When You See It", ROLE_PROSE, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_FIX,
     {"fix", "How to Fix", ROLE_STEPS, JSON_TEXTS, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_DEAD_END,
     {"dead_end", "Dead End", ROLE_PROSE, JSON_TEXTS, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_USE,
     {"use", "When to Use It", ROLE_PROSE, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_SENDER,
     {"sender", "Sender", ROLE_WORDS, JSON_TEXTS, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_METHOD,
     {"method", "Method", ROLE_WORDS, JSON_TEXTS, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_TRIGGER,
     {"trigger", "Trigger", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_CLAUSE}},
    {SIPCODE_TRACE,
     {"trace", "In a Trace", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_CLAUSE}},
    {SIPCODE_HEADER,
     {"header", "Header", ROLE_FACT, JSON_TEXTS, TSV_ALL, SHAPE_HEADER}},
    {SIPCODE_RETRY,
     {"retry", "Retry", ROLE_FACT, JSON_TEXTS, TSV_ALL, SHAPE_RETRY}},
    {SIPCODE_FAILOVER,
     {"failover", "Failover", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_VERDICT}},
    {SIPCODE_DIALOG,
     {"dialog", "Dialog", ROLE_WORDS, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_FORK,
     {"fork", "Fork", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_CLAUSE}},
    {SIPCODE_FAULT,
     {"fault", "Fault", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_VERDICT}},
    {SIPCODE_SEE_ALSO,
     {"see_also", "Compare With", ROLE_LINKS, JSON_NUMBERS, TSV_ALL,
      SHAPE_CODE}},
    {SIPCODE_REFERENCE,
     {"references", "Learn More", ROLE_LINKS, JSON_TEXTS, TSV_ALL,
      SHAPE_REFERENCE}},
};

/* A class: its codes come between the facts and the references. */
static const struct source class_sources[] = {
    {SIPCODE_MEANING,
     {"summary", "Summary", ROLE_HEAD, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_ACK, {"ack", "ACK", ROLE_WORDS, JSON_TEXT, TSV_ALL, SHAPE_TEXT}},
    {SIPCODE_ACK_HOW,
     {"acknowledged", "Acknowledged", ROLE_FACT, JSON_TEXT, TSV_ALL,
      SHAPE_TEXT}},
    {SIPCODE_FORK,
     {"fork", "Fork", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_CLAUSE}},
    {SIPCODE_UNKNOWN,
     {"unknown", "Unknown Code", ROLE_FACT, JSON_NUMBER, TSV_ALL, SHAPE_CODE}},
};

static const struct field_kind codes_kind = {"codes",      "Codes", ROLE_WORDS,
                                             JSON_NUMBERS, TSV_ALL, SHAPE_CODE};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct source *source_of(enum sipcode_field field) {
    for (size_t i = 0; i < COUNT(code_sources); i++)
        if (code_sources[i].field == field)
            return &code_sources[i];
    return NULL;
}

static void add_source(struct record *record, const struct source *source,
                       const struct sipcode_record *from) {
    size_t count = sipcode_values(from, source->field);
    struct field *field = record_add(record, &source->kind, count);
    field->count = count;
    for (size_t i = 0; i < count; i++) {
        const char **parts = field->values[i].parts;
        sipcode_parts(from, source->field, i, parts, PARTS);
        if (source->kind.shape == SHAPE_CODE)
            parts[1] = sipcode_phrase(ascii_number(parts[0]));
    }
}

/* ---- Records ------------------------------------------------------------ */

const char *code_title(const struct sipcode_record *code) {
    return concat(decimal(sipcode_key(code)), " ",
                  sipcode_value(code, SIPCODE_PHRASE, 0));
}

const char *phrase_and_status(const struct sipcode_record *code) {
    const char *phrase = sipcode_value(code, SIPCODE_PHRASE, 0);
    const char *status = sipcode_value(code, SIPCODE_STATUS, 0);
    return status ? concat(phrase, " (", status, ")") : phrase;
}

/* What every record of a code starts with: its title line, in parts. */
#define IDENTITY_FIELDS 4

/* A number beyond SIP's range belongs to no class. */
static void add_class(struct record *record,
                      const struct sipcode_record *class) {
    struct field *digit = record_add(record, &class_kind, 1);
    struct field *name = record_add(record, &class_name_kind, 1);
    if (!class)
        return;
    field_add(digit, decimal(sipcode_key(class)));
    field_add(name, sipcode_value(class, SIPCODE_NAME, 0))->parts[1] =
        digit->values->parts[0];
}

static struct record start(const struct sipcode_record *code, size_t room) {
    const struct sipcode_record *class = sipcode_class(sipcode_key(code));
    struct record record = {.tag = decimal(sipcode_key(code)),
                            .tone = sipcode_key(class)};
    record_start(&record, IDENTITY_FIELDS + room);
    record_add_text(&record, &code_kind, record.tag);
    record_add_text(&record, &phrase_kind,
                    sipcode_value(code, SIPCODE_PHRASE, 0));
    add_class(&record, class);
    return record;
}

/* What is known of the phrase that came with the code; no column in tsv. */
static const struct field_kind wire_kind = {
    "wire", "On the Wire", ROLE_FACT, JSON_TEXTS, TSV_NONE, SHAPE_WIRE};

static void add_wire(struct record *record, const struct sipcode_record *code,
                     const char *phrase) {
    struct field *field = record_add(record, &wire_kind, 1);
    const struct sipcode_record *wire = sipcode_wire(sipcode_key(code), phrase);
    if (!wire)
        return;
    struct value *value = field_add(field, shown_whole(phrase));
    value->parts[1] = sipcode_value(wire, SIPCODE_ORIGIN, 0);
    value->parts[2] = sipcode_value(wire, SIPCODE_MEANING, 0);
}

struct record describe_code(const struct sipcode_record *code,
                            const char *phrase) {
    struct record record = start(code, COUNT(code_sources) + 1);
    record.title =
        concat("SIP ", record.tag, " ", sipcode_value(code, SIPCODE_PHRASE, 0));
    add_wire(&record, code, phrase);
    for (size_t i = 0; i < COUNT(code_sources); i++)
        add_source(&record, &code_sources[i], code);
    return record;
}

static void add_codes(struct record *record, int digit) {
    struct field *field = record_add(record, &codes_kind, sipcode_count());
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *code = sipcode_at(i);
        if (sipcode_key(code) / 100 == digit && sipcode_is_registered(code))
            field_add(field, decimal(sipcode_key(code)))->parts[1] =
                sipcode_value(code, SIPCODE_PHRASE, 0);
    }
}

struct record describe_class(const struct sipcode_record *class) {
    int digit = sipcode_key(class);
    const char *name = sipcode_value(class, SIPCODE_NAME, 0);
    struct record record = {.tag = concat(decimal(digit), "xx"), .tone = digit};
    record.title = concat("SIP ", record.tag, " ", name);
    record_start(&record, COUNT(class_sources) + 4);
    record_add_text(&record, &class_kind, decimal(digit));
    record_add_text(&record, &class_name_kind, name);
    record.fields[1].hidden = true; /* it is the title */
    for (size_t i = 0; i < COUNT(class_sources); i++)
        add_source(&record, &class_sources[i], class);
    add_codes(&record, digit);
    add_source(&record, source_of(SIPCODE_REFERENCE), class);
    return record;
}

/* ---- One line ----------------------------------------------------------- */

/* The lists' own columns: the defining reference alone, then what matched. */
static const struct source definition = {SIPCODE_REFERENCE,
                                         {"references", "Learn More",
                                          ROLE_LINKS, JSON_TEXTS, TSV_FIRST,
                                          SHAPE_REFERENCE}};
static const struct field_kind matched_kind = {
    "matched", "Matched", ROLE_FACT, JSON_TEXT, TSV_ALL, SHAPE_TEXT};
static const struct field_kind match_kind = {"match",   "Match", ROLE_FACT,
                                             JSON_TEXT, TSV_ALL, SHAPE_TEXT};

/* About as much as fits beside a code and its phrase on a wide terminal. */
#define SNIPPET_BEFORE 40
#define SNIPPET        110

static const char *first_mention(const char *text, const char *const *words,
                                 size_t count) {
    const char *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *mention = sipcode_mention(text, words[i], NULL);
        if (mention && (!first || mention < first))
            first = mention;
    }
    return first ? first : text;
}

/* The part of the text around the first mention, cut at blanks. */
static const char *snippet(const char *text, const char *const *words,
                           size_t count) {
    size_t length = strlen(text), start = 0, end = length;
    size_t at = (size_t)(first_mention(text, words, count) - text);
    if (length <= SNIPPET)
        return text;
    if (at > SNIPPET_BEFORE)
        for (start = at - SNIPPET_BEFORE; start < at && text[start - 1] != ' ';)
            start++;
    if (length - start > SNIPPET)
        for (end = start + SNIPPET; end > at && text[end] != ' ';)
            end--;
    struct text cut = {0};
    text_add(&cut, start ? "..." : "");
    text_add_bytes(&cut, text + start, end - start);
    text_add(&cut, end < length ? "..." : "");
    return cut.string;
}

/* The field and the value that matched, as text shows them. */
static void add_match(struct record *record, const struct sipcode_match *match,
                      const char *const *words, size_t count) {
    const struct source *source = source_of(match->field);
    const struct field_kind *kind = source ? &source->kind : &phrase_kind;
    struct value value = {{NULL}};
    sipcode_parts(match->record, match->field, match->index, value.parts,
                  PARTS);
    const char *text =
        snippet(value_string(readings[kind->shape].text, &value), words, count);
    record_add_text(record, &matched_kind, kind->label);
    record_add_text(record, &match_kind, text);
    record->line = concat(kind->label, ": ", text);
}

struct record describe_line(const struct sipcode_record *code,
                            const struct sipcode_match *match,
                            const char *const *words, size_t count) {
    struct record record = start(code, 5);
    record.title = concat(record.tag, " ", phrase_and_status(code));
    add_source(&record, &definition, code);
    add_source(&record, source_of(SIPCODE_STATUS), code);
    add_source(&record, source_of(SIPCODE_SUMMARY), code);
    record.line = sipcode_value(code, SIPCODE_SUMMARY, 0);
    if (match)
        add_match(&record, match, words, count);
    return record;
}
