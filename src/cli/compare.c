/* SPDX-License-Identifier: MIT */
/* sipcode compare: codes side by side, and what tells them apart. */
#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "command.h"
#include "describe.h"
#include "format.h"
#include "message.h"
#include "sipcode.h"
#include "subject.h"

struct codes {
    const struct sipcode_record **items;
    size_t count;
};

static const char *number_of(const struct sipcode_record *code) {
    return decimal(sipcode_key(code));
}

/* ---- Key differences ---------------------------------------------------- */

static const struct sipcode_record *
class_of(const struct sipcode_record *code) {
    return sipcode_class(sipcode_key(code));
}

static const char *class_piece(const struct sipcode_record *code) {
    if (!class_of(code))
        return concat(number_of(code), " is no SIP response code");
    return concat(number_of(code), " is ",
                  sipcode_value(class_of(code), SIPCODE_OUTCOME, 0));
}

static const char *ack_piece(const struct sipcode_record *code) {
    if (!class_of(code))
        return NULL;
    const char *word = sipcode_value(class_of(code), SIPCODE_ACK, 0);
    return concat(
        number_of(code), " ",
        sipcode_value(sipcode_term(SIPCODE_ACK, word), SIPCODE_NAME, 0));
}

static const char *trigger_piece(const struct sipcode_record *code) {
    return concat(number_of(code), " is sent when ",
                  sipcode_value(code, SIPCODE_TRIGGER, 0));
}

static const char *retry_piece(const struct sipcode_record *code) {
    return concat("after ", number_of(code), " the client ",
                  sipcode_part(code, SIPCODE_RETRY, 0, 1));
}

static const char *trace_piece(const struct sipcode_record *code) {
    return concat("a trace of ", number_of(code), " shows ",
                  sipcode_value(code, SIPCODE_TRACE, 0));
}

/* "a, b or c": the names of a field's terms. */
static const char *names(const struct sipcode_record *code,
                         enum sipcode_field field, const char *last) {
    struct text text = {0};
    size_t count = sipcode_values(code, field);
    for (size_t i = 0; i < count; i++) {
        const char *word = sipcode_value(code, field, i);
        text_add_item(&text,
                      sipcode_value(sipcode_term(field, word), SIPCODE_NAME, 0),
                      i, count, last);
    }
    return text.string;
}

static const char *sender_piece(const struct sipcode_record *code) {
    return concat(number_of(code), " comes from ",
                  names(code, SIPCODE_SENDER, " or "));
}

static const char *method_piece(const struct sipcode_record *code) {
    return concat(number_of(code), " answers ",
                  names(code, SIPCODE_METHOD, " and "));
}

/* A verdict: what its word says, then why. */
static const char *verdict(const struct sipcode_record *code,
                           enum sipcode_field field) {
    const char *word = sipcode_part(code, field, 0, 0);
    return concat(number_of(code), " ",
                  sipcode_value(sipcode_term(field, word), SIPCODE_NAME, 0),
                  ": ", sipcode_part(code, field, 0, 1));
}

static const char *failover_piece(const struct sipcode_record *code) {
    return verdict(code, SIPCODE_FAILOVER);
}

static const char *dialog_piece(const struct sipcode_record *code) {
    const char *word = sipcode_value(code, SIPCODE_DIALOG, 0);
    if (!word)
        return NULL;
    return concat(
        "within a dialog ", number_of(code), " ",
        sipcode_value(sipcode_term(SIPCODE_DIALOG, word), SIPCODE_NAME, 0));
}

static const char *fault_piece(const struct sipcode_record *code) {
    return verdict(code, SIPCODE_FAULT);
}

static const char *header_piece(const struct sipcode_record *code) {
    struct text text = {0};
    size_t count = sipcode_values(code, SIPCODE_HEADER);
    text_add(&text, concat(number_of(code), " comes with ",
                           count ? "" : "no header field of its own"));
    for (size_t i = 0; i < count; i++)
        text_add_item(&text, sipcode_part(code, SIPCODE_HEADER, i, 0), i, count,
                      " and ");
    return text.string;
}

static const char *rfc_piece(const struct sipcode_record *code) {
    const char *digits = sipcode_value(code, SIPCODE_REFERENCE, 0);
    return concat(
        number_of(code), " is defined in RFC ", digits, " (",
        sipcode_value(sipcode_rfc(ascii_number(digits)), SIPCODE_TITLE, 0),
        ")");
}

/* What says that two codes differ. */
enum basis {
    BY_CLASS, /* the sets of values of the field of their classes do */
    BY_TEXT,  /* they always do: the generator lets no text stand twice */
    BY_FIRST, /* the first values of the field differ */
    BY_FIELD  /* the sets of values do */
};

/*
 * A difference is a sentence with a piece for each code. A piece is NULL where
 * a code has nothing to say, and then the difference is left out.
 *
 * What matters most comes first. Those by text make three at the least for any
 * two codes.
 */
static const struct difference {
    enum basis basis;
    enum sipcode_field field;
    const char *(*piece)(const struct sipcode_record *code);
} differences[] = {
    {BY_CLASS, SIPCODE_NAME, class_piece},
    {BY_CLASS, SIPCODE_ACK, ack_piece},
    {BY_TEXT, SIPCODE_TRIGGER, trigger_piece},
    {BY_FIELD, SIPCODE_SENDER, sender_piece},
    {BY_FIELD, SIPCODE_METHOD, method_piece},
    {BY_TEXT, SIPCODE_RETRY, retry_piece},
    {BY_TEXT, SIPCODE_TRACE, trace_piece},
    {BY_FIELD, SIPCODE_DIALOG, dialog_piece},
    {BY_FIELD, SIPCODE_FAILOVER, failover_piece},
    {BY_FIELD, SIPCODE_FAULT, fault_piece},
    {BY_FIELD, SIPCODE_HEADER, header_piece},
    {BY_FIRST, SIPCODE_REFERENCE, rfc_piece},
};

#define DIFFERENCES (sizeof differences / sizeof *differences)

static bool two_differ(const struct difference *difference,
                       const struct sipcode_record *a,
                       const struct sipcode_record *b) {
    switch (difference->basis) {
    case BY_CLASS:
        return !sipcode_same(class_of(a), class_of(b), difference->field);
    case BY_FIRST:
        /* The library holds each string once. */
        return sipcode_value(a, difference->field, 0) !=
               sipcode_value(b, difference->field, 0);
    case BY_FIELD:
        return !sipcode_same(a, b, difference->field);
    case BY_TEXT:
        break;
    }
    return true;
}

static bool differ(const struct difference *difference,
                   const struct codes *codes) {
    for (size_t i = 1; i < codes->count; i++)
        if (two_differ(difference, codes->items[0], codes->items[i]))
            return true;
    return false;
}

/* The pieces in one sentence, or NULL where a code has none. */
static const char *sentence(const struct difference *difference,
                            const struct codes *codes) {
    struct text text = {0};
    for (size_t i = 0; i < codes->count; i++) {
        const char *piece = difference->piece(codes->items[i]);
        if (!piece)
            return NULL;
        text_add(&text, i ? "; " : "");
        text_add(&text, piece);
    }
    return sentence_of(text.string);
}

/* ---- The parts of the report -------------------------------------------- */

static const struct field_kind summary_kind = {
    "summary", "Summary", ROLE_HEAD, JSON_TEXT, TSV_ALL, SHAPE_TEXT};
static const struct field_kind differences_kind = {
    "key_differences", "Key Differences", ROLE_LIST,
    JSON_TEXTS,        TSV_ALL,           SHAPE_TEXT};
static const struct field_kind tell_kind = {
    "tell", "How to Tell Apart", ROLE_PROSE, JSON_TEXTS, TSV_ALL, SHAPE_TEXT};
static const struct field_kind choose_kind = {
    "choose", "Which to Send", ROLE_PROSE, JSON_TEXTS, TSV_ALL, SHAPE_TEXT};
static const struct field_kind uses_kind = {
    "when_to_use_which", "When to Use Which", ROLE_TAGGED, JSON_TEXTS, TSV_ALL,
    SHAPE_TAGGED};
static const struct field_kind references_kind = {
    "learn_more", "Learn More", ROLE_TAGGED,
    JSON_TEXTS,   TSV_ALL,      SHAPE_TAGGED_REFERENCE};

/* "422 is a 4xx Client Failure response: " */
static const char *kind_of(const struct sipcode_record *code,
                           const struct sipcode_record *class) {
    const char *status = sipcode_value(code, SIPCODE_STATUS, 0);
    if (!class)
        return concat(number_of(code), " is no SIP response code: ");
    return concat(number_of(code), " is ",
                  sipcode_is_registered(code) ? "a" : "an ",
                  sipcode_is_registered(code) ? "" : status, " ",
                  decimal(sipcode_key(class)), "xx ",
                  sipcode_value(class, SIPCODE_NAME, 0), " response: ");
}

static void add_summary(struct record *lead, const struct codes *codes) {
    struct text text = {0};
    for (size_t i = 0; i < codes->count; i++) {
        const struct sipcode_record *code = codes->items[i];
        const struct sipcode_record *class = class_of(code);
        text_add(&text, i ? " " : "");
        text_add(&text, kind_of(code, class));
        text_add(&text, uncapitalized(sipcode_value(code, SIPCODE_SUMMARY, 0)));
    }
    record_add_text(lead, &summary_kind, text.string);
}

/* The curated pairs among the codes, each with one of their fields. */
static size_t pair_values(const struct codes *codes, enum sipcode_field from,
                          struct field *field) {
    size_t count = 0;
    for (size_t i = 0; i < codes->count; i++)
        for (size_t j = i + 1; j < codes->count; j++) {
            const struct sipcode_record *pair = sipcode_pair(
                sipcode_key(codes->items[i]), sipcode_key(codes->items[j]));
            for (size_t k = 0; k < sipcode_values(pair, from); k++, count++)
                if (field)
                    field_add(field, sipcode_value(pair, from, k));
        }
    return count;
}

/* What people know of the pair comes first, what the facts give follows. */
static void add_differences(struct record *tail, const struct codes *codes) {
    size_t curated = pair_values(codes, SIPCODE_DIFFERENCE, NULL);
    struct field *field =
        record_add(tail, &differences_kind, curated + DIFFERENCES);
    pair_values(codes, SIPCODE_DIFFERENCE, field);
    for (size_t i = 0; i < DIFFERENCES; i++) {
        const char *text = differ(&differences[i], codes)
                               ? sentence(&differences[i], codes)
                               : NULL;
        if (text)
            field_add(field, text);
    }
}

static void add_pair_field(struct record *tail, const struct codes *codes,
                           enum sipcode_field from,
                           const struct field_kind *kind) {
    size_t count = pair_values(codes, from, NULL);
    pair_values(codes, from, record_add(tail, kind, count));
}

static void add_uses(struct record *tail, const struct codes *codes) {
    struct field *field = record_add(tail, &uses_kind, codes->count);
    for (size_t i = 0; i < codes->count; i++)
        field_add(field, number_of(codes->items[i]))->parts[1] =
            sipcode_value(codes->items[i], SIPCODE_USE, 0);
}

static void add_reference(struct field *field, const char *tag,
                          const struct field *references, size_t index) {
    const struct reading *reading = reading_of(references);
    const struct value *from = &references->values[index];
    struct value *value = field_add(field, tag);
    value->parts[1] = value_string(reading->text, from);
    value->parts[2] = value_string(reading->link, from);
}

static void add_references(struct record *tail, const struct report *report) {
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += find_field(&report->records[i], "references")->count;
    struct field *field = record_add(tail, &references_kind, count);
    for (size_t i = 0; i < report->count; i++) {
        const struct record *record = &report->records[i];
        const struct field *references = find_field(record, "references");
        for (size_t j = 0; j < references->count; j++)
            add_reference(field, record->tag, references, j);
    }
}

/* What the parts about all codes say already is not shown for each again. */
static void hide_fields(struct report *report) {
    static const char hidden[][12] = {"class_name", "summary", "use",
                                      "see_also", "references"};
    for (size_t i = 0; i < report->count; i++)
        for (size_t j = 0; j < report->records[i].count; j++) {
            struct field *field = &report->records[i].fields[j];
            for (size_t k = 0; k < sizeof hidden / sizeof *hidden; k++)
                if (ascii_equal(field->kind->name, hidden[k]))
                    field->hidden = true;
        }
}

/* Equal parts are the same string: the library holds each once. */
static bool same_values(const struct field *a, const struct field *b) {
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (memcmp(&a->values[i], &b->values[i], sizeof *a->values) != 0)
            return false;
    return true;
}

static void mark_differences(struct report *report) {
    struct record *first = &report->records[0];
    for (size_t f = 0; f < first->count; f++)
        for (size_t i = 1; i < report->count; i++)
            if (!same_values(&first->fields[f], &report->records[i].fields[f]))
                first->fields[f].differs = true;
}

static const char *title(const struct codes *codes) {
    struct text text = {0};
    text_add(&text, "SIP ");
    for (size_t i = 0; i < codes->count; i++) {
        text_add(&text, i ? " vs " : "");
        text_add(&text, code_title(codes->items[i]));
    }
    return text.string;
}

static struct report compare_codes(const struct codes *codes) {
    struct report report = {.layout = LAYOUT_COMPARISON,
                            .title = title(codes),
                            .count = codes->count};
    report.records = arena_take(codes->count, sizeof *report.records);
    for (size_t i = 0; i < codes->count; i++)
        report.records[i] = describe_code(codes->items[i], NULL);
    record_start(&report.lead, 1);
    add_summary(&report.lead, codes);
    record_start(&report.tail, 5);
    add_differences(&report.tail, codes);
    add_pair_field(&report.tail, codes, SIPCODE_TELL, &tell_kind);
    add_pair_field(&report.tail, codes, SIPCODE_CHOOSE, &choose_kind);
    add_uses(&report.tail, codes);
    add_references(&report.tail, &report);
    hide_fields(&report);
    mark_differences(&report);
    return report;
}

/* ---- The command -------------------------------------------------------- */

static bool is_named_before(const struct subject *subjects, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (subjects[i].number == subjects[index].number)
            return true;
    return false;
}

/* Finds the codes; a status of its own where one is missing or stands twice. */
static int find_codes(const struct subject *subjects, size_t count,
                      struct codes *codes) {
    int status = FOUND;
    for (size_t i = 0; i < count; i++)
        if (is_named_before(subjects, i))
            return wrong(decimal(subjects[i].number),
                         "named twice; a code does not differ from itself, "
                         "compare it with another");
    for (size_t i = 0; i < count; i++) {
        const struct sipcode_record *code = sipcode_find(subjects[i].number);
        if (code)
            codes->items[codes->count++] = code;
        else
            status = not_registered(subjects[i].number);
    }
    return status;
}

static int compare(const struct options *options, char **operands,
                   size_t count) {
    struct subject *subjects = arena_take(count + 1, sizeof *subjects);
    if (!subjects_read(operands, count, command_compare.takes, subjects,
                       &count))
        return WRONG;
    for (size_t i = 0; i < count; i++)
        note_phrase(&subjects[i]);
    if (count < 2)
        return wrong("compare", "needs two codes or more, as in: sipcode "
                                "compare 183 422");
    struct codes codes = {arena_take(count, sizeof *codes.items), 0};
    int status = find_codes(subjects, count, &codes);
    if (status == WRONG || codes.count < 2)
        return status;
    struct report report = compare_codes(&codes);
    int presented = present(&report, 1, options);
    return presented > status ? presented : status;
}

const struct command command_compare = {
    "compare",
    "CODE CODE...",
    OPERAND_CODES,
    "codes side by side, and what tells them apart",
    "Prints what each means, how they differ, and when to send which. On a\n"
    "terminal of 80 columns or more the codes stand in columns.\n",
    compare,
    NULL,
};
