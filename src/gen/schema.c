/* SPDX-License-Identifier: MIT */
#include "schema.h"

#include <stdbool.h>
#include <string.h>

#include "../ascii.h"

/* As many values as anybody likes. */
#define ANY UINT16_MAX

static const struct field_rule code_fields[] = {
    {FIELD_KEY, "Code", FORM_NUMBER, 1, 1, 3, 3},
    {SIPCODE_PHRASE, "Phrase", FORM_NAME, 1, 1, 2, 60},
    {SIPCODE_REFERENCE, "Reference", FORM_REFERENCE, 1, ANY, 7, 24},
    {SIPCODE_STATUS, "Status", FORM_TERM, 0, 1, 2, 20},
    {SIPCODE_STACK, "Stack", FORM_TERM_CLAUSE, 0, 9, 10, 200},
    {SIPCODE_SUMMARY, "Summary", FORM_TEXT, 1, 1, 20, 100},
    {SIPCODE_DESCRIPTION, "Description", FORM_TEXT, 1, 1, 200, 900},
    {SIPCODE_WHEN, "When", FORM_TEXT, 1, 1, 120, 800},
    {SIPCODE_FIX, "Fix", FORM_TEXT, 1, 9, 40, 320},
    {SIPCODE_USE, "Use", FORM_TEXT, 1, 1, 80, 500},
    {SIPCODE_SEE_ALSO, "SeeAlso", FORM_CODE, 0, 9, 3, 3},
    {SIPCODE_SENDER, "Sender", FORM_TERM, 1, 9, 2, 30},
    {SIPCODE_METHOD, "Method", FORM_TERM, 1, 15, 2, 20},
    {SIPCODE_TRIGGER, "Trigger", FORM_CLAUSE, 1, 1, 15, 140},
    {SIPCODE_TRACE, "Trace", FORM_CLAUSE, 1, 1, 15, 190},
    {SIPCODE_RETRY, "Retry", FORM_TERM_CLAUSE, 1, 5, 20, 220},
    {SIPCODE_FAILOVER, "Failover", FORM_TERM_CLAUSE, 1, 1, 20, 220},
    {SIPCODE_DIALOG, "Dialog", FORM_TERM, 0, 1, 2, 20},
    {SIPCODE_FORK, "Fork", FORM_CLAUSE, 0, 1, 15, 220},
    {SIPCODE_FAULT, "Fault", FORM_TERM_CLAUSE, 1, 1, 20, 220},
    {SIPCODE_HEADER, "Header", FORM_HEADER, 0, 9, 20, 240},
    {SIPCODE_DEAD_END, "Deadend", FORM_TEXT, 0, 5, 30, 260},
    {0},
};

/* All but the key and the end. */
_Static_assert(sizeof code_fields / sizeof *code_fields - 2 <= POSTING_FIELDS,
               "the postings must be widened");

static const struct field_rule class_fields[] = {
    {FIELD_KEY, "Class", FORM_NUMBER, 1, 1, 1, 1},
    {SIPCODE_NAME, "Name", FORM_NAME, 1, 1, 2, 40},
    {SIPCODE_REFERENCE, "Reference", FORM_REFERENCE, 1, ANY, 7, 24},
    {SIPCODE_MEANING, "Meaning", FORM_TEXT, 1, 1, 20, 400},
    {SIPCODE_OUTCOME, "Outcome", FORM_CLAUSE, 1, 1, 15, 200},
    {SIPCODE_ACK, "Ack", FORM_TERM, 1, 1, 2, 20},
    {SIPCODE_ACK_HOW, "Acknowledged", FORM_TEXT, 1, 1, 15, 400},
    {SIPCODE_FORK, "Fork", FORM_CLAUSE, 1, 1, 15, 220},
    {SIPCODE_UNKNOWN, "Unknown", FORM_CODE, 1, 1, 3, 3},
    {0},
};

static const struct field_rule term_fields[] = {
    {SIPCODE_TERM, "Term", FORM_NEW_TERM, 1, 1, 4, 60},
    {SIPCODE_NAME, "Name", FORM_NAME, 1, 1, 2, 80},
    {SIPCODE_MEANING, "Meaning", FORM_TEXT, 1, 1, 15, 300},
    {0},
};

static const struct field_rule rfc_fields[] = {
    {FIELD_KEY, "RFC", FORM_NUMBER, 1, 1, 1, 5},
    {SIPCODE_TITLE, "Title", FORM_NAME, 1, 1, 4, 200},
    {0},
};

static const struct field_rule edition_fields[] = {
    {SIPCODE_EDITION, "Edition", FORM_DATE, 1, 1, 10, 10},
    {0},
};

static const struct field_rule pair_fields[] = {
    {FIELD_KEY, "Pair", FORM_PAIR, 1, 1, 7, 7},
    {SIPCODE_DIFFERENCE, "Difference", FORM_TEXT, 1, 5, 60, 320},
    {SIPCODE_TELL, "Tell", FORM_TEXT, 1, 1, 60, 340},
    {SIPCODE_CHOOSE, "Choose", FORM_TEXT, 1, 1, 60, 340},
    {0},
};

static const struct field_rule wire_fields[] = {
    {SIPCODE_WIRE, "Wire", FORM_WIRE, 1, 1, 5, 80},
    {SIPCODE_ORIGIN, "Origin", FORM_NAME, 1, 1, 2, 40},
    {SIPCODE_MEANING, "Meaning", FORM_TEXT, 1, 1, 40, 420},
    {SIPCODE_REFERENCE, "Reference", FORM_REFERENCE, 0, ANY, 7, 24},
    {0},
};

const struct kind_rule schema[KINDS] = {
    [KIND_CODE] = {"Code", SIPCODE_LOWEST, SIPCODE_HIGHEST_LOCAL, 0,
                   code_fields},
    [KIND_CLASS] = {"Class", 1, 6, 6, class_fields},
    [KIND_TERM] = {"Term", 0, 0, 0, term_fields},
    [KIND_RFC] = {"RFC", 1, UINT16_MAX, 0, rfc_fields},
    [KIND_PAIR] = {"Pair", 0, 0, 0, pair_fields},
    [KIND_WIRE] = {"Wire", 0, 0, 0, wire_fields},
    [KIND_EDITION] = {"Edition", 0, 0, 1, edition_fields},
};

static bool has_vocabulary(const struct field_rule *rule) {
    return rule->form == FORM_TERM || rule->form == FORM_TERM_CLAUSE ||
           rule->form == FORM_HEADER;
}

const struct field_rule *vocabulary_field(const char *key) {
    size_t length = ascii_until(key, ' ');
    for (enum kind kind = 0; kind < KINDS; kind++)
        for (const struct field_rule *rule = schema[kind].fields; rule->name;
             rule++)
            if (has_vocabulary(rule) && strlen(rule->name) == length &&
                !memcmp(rule->name, key, length))
                return rule;
    return NULL;
}

unsigned form_width(enum form form) {
    switch (form) {
    case FORM_TERM_CLAUSE:
        return 2;
    case FORM_REFERENCE:
    case FORM_HEADER:
        return 3;
    default:
        return 1;
    }
}
