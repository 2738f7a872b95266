/* SPDX-License-Identifier: MIT */
/* sipcode show: what a response means. */
#include <string.h>

#include "arena.h"
#include "command.h"
#include "describe.h"
#include "format.h"
#include "message.h"
#include "spell.h"
#include "subject.h"

/*
 * What was asked for, in order: the records, and the lines of the codes that a
 * phrase fits where it fits several. A record asked for again is not made
 * again.
 */
struct found {
    struct report lines, records;
    const struct record *made[SIPCODE_HIGHEST_LOCAL + 1]; /* by code or class */
    int status;
};

static struct record *next_record(struct found *found) {
    return &found->records.records[found->records.count++];
}

/* A phrase that is known for itself makes the record another one. */
static void add_code(struct found *found, const struct sipcode_record *code,
                     const char *phrase) {
    struct record *record = next_record(found);
    int number = sipcode_key(code);
    bool plain = !sipcode_wire(number, phrase);
    if (plain && found->made[number])
        *record = *found->made[number];
    else
        *record = describe_code(code, phrase);
    if (plain)
        found->made[number] = record;
}

static void add_class(struct found *found, int digit) {
    struct record *record = next_record(found);
    *record = found->made[digit] ? *found->made[digit]
                                 : describe_class(sipcode_class(digit));
    found->made[digit] = record;
}

/* What the phrase of a code without a record still tells. */
static void note_wire(const struct subject *subject) {
    const struct sipcode_record *wire =
        sipcode_wire(subject->number, subject->phrase);
    if (wire)
        note(concat(decimal(subject->number), " ", subject->phrase),
             sipcode_value(wire, SIPCODE_MEANING, 0));
}

static void show_code(struct found *found, const struct subject *subject) {
    const struct sipcode_record *code = sipcode_find(subject->number);
    if (!code) {
        found->status = not_registered(subject->number);
        note_wire(subject);
        return;
    }
    note_phrase(subject);
    add_code(found, code, subject->phrase);
}

static int no_phrase(const char *phrase) {
    struct spelling spelling = {.word = phrase};
    for (size_t i = 0; i < sipcode_count(); i++)
        spell_try(&spelling, sipcode_value(sipcode_at(i), SIPCODE_PHRASE, 0));
    const char *near = spell_list(&spelling);
    return not_found(
        phrase, near ? concat("no such reason phrase; did you mean ", near, "?")
                     : concat("no such reason phrase; try: sipcode search ",
                              *phrase == '-' ? "-- " : "", shown(phrase)));
}

/* A phrase that fits one code shows it; one that fits several lists them. */
static void show_phrase(struct found *found, const char *phrase) {
    const struct sipcode_record **codes =
        arena_take(sipcode_count(), sizeof *codes);
    size_t count = codes_with_phrase(phrase, codes);
    if (!count)
        found->status = no_phrase(phrase);
    if (count == 1)
        add_code(found, codes[0], NULL);
    for (size_t i = 0; count > 1 && i < count; i++)
        found->lines.records[found->lines.count++] =
            describe_line(codes[i], NULL, NULL, 0);
}

static int present_found(struct found *found, const struct options *options) {
    struct report reports[2];
    size_t count = 0;
    found->lines.layout = LAYOUT_LINES;
    if (found->lines.count)
        reports[count++] = found->lines;
    if (found->records.count)
        reports[count++] = found->records;
    int presented = count ? present(reports, count, options) : FOUND;
    return presented > found->status ? presented : found->status;
}

static int show(const struct options *options, char **operands, size_t count) {
    struct subject *subjects = arena_take(count + 1, sizeof *subjects);
    struct found *found = arena_take(1, sizeof *found);
    size_t phrases = 0;

    if (!count)
        return wrong("show", "which code? as in: sipcode show 183");
    if (!subjects_read(operands, count, command_show.takes, subjects, &count))
        return WRONG;
    for (size_t i = 0; i < count; i++)
        phrases += subjects[i].kind == SUBJECT_PHRASE;
    found->records.records = arena_take(count, sizeof(struct record));
    found->lines.records =
        arena_take(phrases * sipcode_count(), sizeof(struct record));
    for (size_t i = 0; i < count; i++) {
        const struct subject *subject = &subjects[i];
        if (subject->kind == SUBJECT_CODE)
            show_code(found, subject);
        else if (subject->kind == SUBJECT_CLASS)
            add_class(found, subject->number);
        else
            show_phrase(found, subject->phrase);
    }
    return present_found(found, options);
}

const struct command command_show = {
    "show",
    "CODE|CLASS|PHRASE...",
    OPERAND_CODES | OPERAND_CLASSES | OPERAND_PHRASES,
    "what each response means",
    "A code is three digits (183), a status line as it stands in a trace\n"
    "(SIP/2.0 183 Session Progress) or a class (4xx). A phrase that fits one\n"
    "code shows it (busy here); one that fits several lists them (busy).\n",
    show,
    NULL,
};
