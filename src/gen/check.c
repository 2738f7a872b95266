/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../ascii.h"
#include "fault.h"
#include "memory.h"

/* ---- Text --------------------------------------------------------------- */

static bool same_letters(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

/* A word of letters, and what stands right before and behind it. */
static const char *next_letters(const char *text, size_t *length) {
    while (*text && !ascii_alpha(*text))
        text++;
    for (*length = 0; ascii_alpha(text[*length]);)
        ++*length;
    return text;
}

static void check_doubled_words(const char *path, const struct value *value) {
    size_t length;
    const char *word = next_letters(value->text, &length);
    while (length) {
        size_t next_length;
        const char *next = next_letters(word + length, &next_length);
        if (next == word + length + 1 && next[-1] == ' ' &&
            next_length == length && same_letters(word, next, length))
            fault(path, value->line, "%s: doubled word \"%.*s\"", value->name,
                  (int)(2 * length + 1), word);
        word = next;
        length = next_length;
    }
}

static void check_blanks(const char *path, const struct value *value) {
    if (strstr(value->text, "  "))
        fault(path, value->line, "%s: double blank", value->name);
    if (*value->text == ' ')
        fault(path, value->line, "%s: starts with a blank", value->name);
}

static void check_length(const char *path, const struct value *value) {
    const struct field_rule *rule = value->rule;
    size_t length = strlen(value->text);
    if (!length)
        fault(path, value->line, "%s: empty", value->name);
    else if (length < rule->shortest)
        fault(path, value->line, "%s: %zu characters, at least %u", value->name,
              length, rule->shortest);
    else if (length > rule->longest)
        fault(path, value->line, "%s: %zu characters, at most %u", value->name,
              length, rule->longest);
}

static bool ends_with_stop(const char *text) {
    size_t length = strlen(text);
    return length && text[length - 1] == '.';
}

static void check_sentences(const char *path, const struct value *value) {
    if (*value->text && !ends_with_stop(value->text))
        fault(path, value->line, "%s: must end with a stop", value->name);
    if (*value->text >= 'a' && *value->text <= 'z')
        fault(path, value->line, "%s: must start with a capital", value->name);
}

/* A clause is put into a sentence, whose stop and semicolons are its own. */
static void check_clause(const char *path, const struct value *value,
                         const char *clause) {
    if (!*clause)
        fault(path, value->line, "%s: no clause after the first word",
              value->name);
    else if (ends_with_stop(clause))
        fault(path, value->line, "%s: a clause must not end with a stop",
              value->name);
    else if (strchr(clause, ';') || strstr(clause, ". "))
        fault(path, value->line,
              "%s: a clause must not hold a stop or a semicolon", value->name);
}

/* ---- Forms -------------------------------------------------------------- */

/* Cuts the first word off a copy of the text; the rest is "" if none. */
static const char *cut_word(const char *text, const char **rest) {
    size_t length = ascii_until(text, ' ');
    char *word = resize(NULL, length + 1, 1);
    memcpy(word, text, length);
    word[length] = '\0';
    *rest = text[length] ? text + length + 1 : text + length;
    return word;
}

/* A decimal number without sign or leading zero; -1 for anything else. */
static int number(const char *text) {
    size_t digits = ascii_digits(text);
    if (!digits || text[digits] || digits > 6 || (*text == '0' && digits > 1))
        return -1;
    return atoi(text);
}

/* One or more numbers parted by dots: "21.4.26". */
static bool is_section(const char *text) {
    while (ascii_digit(*text)) {
        text += ascii_digits(text);
        if (!*text)
            return true;
        if (*text++ != '.')
            return false;
    }
    return false;
}

static void split_reference(const char *path, struct value *value) {
    const char *rest;
    const char *rfc = cut_word(value->text, &rest);
    value->parts[0] = cut_word(rest, &rest);
    value->parts[1] = rest;
    value->parts[2] = join(
        (const char *[]){"https://www.rfc-editor.org/rfc/rfc", value->parts[0],
                         "#section-", value->parts[1], NULL});
    value->bad = strcmp(rfc, "RFC") != 0 || number(value->parts[0]) <= 0 ||
                 !is_section(value->parts[1]);
    if (value->bad)
        fault(path, value->line,
              "%s: \"%s\" is not of the form \"RFC 3261 21.4.26\"", value->name,
              value->text);
}

static bool is_date(const char *text) {
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == 'd' ? !ascii_digit(text[i]) : text[i] != form[i])
            return false;
    return !text[sizeof form - 1];
}

/* Whether what has the form of a date is one. */
static bool is_day(const char *date) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = ascii_number(date), month = ascii_number(date + 5);
    int day = ascii_number(date + 8);
    if (month < 1 || month > 12)
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

static void check_date(const char *path, const struct value *value) {
    if (!is_date(value->text))
        fault(path, value->line, "%s: \"%s\" is not of the form YYYY-MM-DD",
              value->name, value->text);
    else if (!is_day(value->text))
        fault(path, value->line, "%s: \"%s\" is not a day of a year",
              value->name, value->text);
}

/* Splits the value into its parts and checks what its form alone demands. */
static void check_form(const char *path, struct value *value) {
    const char *rest;
    value->parts[0] = value->text;
    switch (value->rule->form) {
    case FORM_TEXT:
        check_sentences(path, value);
        break;
    case FORM_CLAUSE:
        check_clause(path, value, value->text);
        break;
    case FORM_NAME:
        if (ends_with_stop(value->text))
            fault(path, value->line, "%s: must not end with a stop",
                  value->name);
        break;
    case FORM_REFERENCE:
        split_reference(path, value);
        break;
    case FORM_DATE:
        check_date(path, value);
        break;
    case FORM_TERM_CLAUSE:
        value->parts[0] = cut_word(value->text, &value->parts[1]);
        check_clause(path, value, value->parts[1]);
        break;
    case FORM_HEADER:
        value->parts[0] = cut_word(value->text, &rest);
        value->parts[1] = cut_word(rest, &value->parts[2]);
        check_clause(path, value, value->parts[2]);
        break;
    case FORM_NEW_TERM:
        cut_word(value->text, &value->parts[0]);
        if (!*value->parts[0] || strchr(value->parts[0], ' '))
            fault(path, value->line,
                  "%s: \"%s\" is not of the form \"Field word\"", value->name,
                  value->text);
        break;
    case FORM_WIRE:
        cut_word(value->text, &rest);
        value->parts[0] = *value->text == '(' ? value->text : rest;
        break;
    case FORM_NUMBER:
    case FORM_CODE:
    case FORM_TERM:
    case FORM_PAIR:
        break;
    }
}

/* ---- One record --------------------------------------------------------- */

static const struct field_rule *find_rule(const struct kind_rule *kind,
                                          const char *name) {
    for (const struct field_rule *rule = kind->fields; rule->name; rule++)
        if (!strcmp(rule->name, name))
            return rule;
    return NULL;
}

static void check_value(const char *path, const struct kind_rule *kind,
                        struct value *value) {
    value->rule = find_rule(kind, value->name);
    if (!value->rule) {
        fault(path, value->line,
              "unknown field %s; records of type %s have none", value->name,
              kind->name);
        return;
    }
    check_length(path, value);
    if (!*value->text) {
        value->bad = true;
        return;
    }
    check_blanks(path, value);
    if (value->rule->form != FORM_NEW_TERM)
        check_doubled_words(path, value);
    check_form(path, value);
}

/* How often each field stands, and no value of it twice. */
static void check_counts(const char *path, const struct kind_rule *kind,
                         const struct entry *entry) {
    for (const struct field_rule *rule = kind->fields; rule->name; rule++) {
        unsigned count = 0;
        for (size_t i = 0; i < entry->count; i++)
            if (entry->values[i].rule == rule && ++count == rule->most + 1)
                fault(path, entry->values[i].line,
                      "%s: more than %u in one record", rule->name, rule->most);
        if (rule == kind->fields)
            continue; /* told of by check_key() */
        if (!count && rule->fewest)
            fault(path, entry->values[0].line, "%s is missing in this record",
                  rule->name);
    }
}

/* No value stands twice in a field. */
static void check_repeats(const char *path, const struct entry *entry) {
    for (size_t i = 0; i < entry->count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct value *a = &entry->values[j], *b = &entry->values[i];
            if (b->rule && a->rule == b->rule && !strcmp(a->text, b->text))
                fault(path, b->line, "%s: same value as in line %u", b->name,
                      a->line);
        }
}

/* The key of a record, which stands first in it; NULL where it does not. */
static const struct value *key_of(const struct kind_rule *kind,
                                  const struct entry *entry) {
    return entry->values[0].rule == kind->fields ? &entry->values[0] : NULL;
}

/* The key of a record whose key is at fault; nothing is to follow from it. */
#define BAD_KEY (-1)

/* The number of a code that a text starts with, a blank behind it; or 0. */
static int leading_code(const char *text) {
    return *text != '0' && ascii_digits(text) == 3 && text[3] == ' '
               ? atoi(text)
               : 0;
}

/* Both numbers of a pair as one, which sorts as they do; or BAD_KEY. */
static int pair(const char *text) {
    int low = leading_code(text);
    int high = low ? number(text + 4) : 0;
    return low < high && high < 1000 ? low * 1000 + high : BAD_KEY;
}

/* "(NNN/XX)": a number, then letters that say which part of a stack spoke. */
static bool is_ending(const char *text) {
    static const char start[] = "(NNN/X";
    if (strncmp(text, start, sizeof start - 1) != 0)
        return false;
    for (text += sizeof start - 1; *text == 'X';)
        text++;
    return !strcmp(text, ")");
}

static void check_key(const char *path, const struct kind_rule *kind,
                      struct entry *entry) {
    const struct value *key = key_of(kind, entry);
    if (!key)
        fault(path, entry->values[0].line, "%s must be the first field",
              kind->fields->name);
    if (!key || key->bad) {
        entry->key = BAD_KEY;
        return;
    }
    switch (kind->fields->form) {
    case FORM_NUMBER:
        entry->key = number(key->text);
        if (entry->key < kind->lowest || entry->key > kind->highest) {
            fault(path, key->line, "%s: \"%s\" is not a number from %d to %d",
                  key->name, key->text, kind->lowest, kind->highest);
            entry->key = BAD_KEY;
        }
        break;
    case FORM_PAIR:
        entry->key = pair(key->text);
        if (entry->key == BAD_KEY)
            fault(path, key->line,
                  "%s: \"%s\" is not of the form \"180 183\", the lower code "
                  "first",
                  key->name, key->text);
        break;
    case FORM_WIRE:
        entry->key = leading_code(key->text);
        if (!entry->key && !is_ending(key->text))
            fault(path, key->line,
                  "%s: \"%s\" is not of the form \"603 Network Blocked\" or "
                  "\"(NNN/XX)\"",
                  key->name, key->text);
        break;
    default:
        break;
    }
}

/* Unique and, where keys are numbers, ascending. */
static void check_order(const struct kind_rule *kind,
                        const struct recfile *file) {
    for (size_t i = 1; i < file->count; i++) {
        const struct value *key = key_of(kind, &file->entries[i]);
        const struct value *before = key_of(kind, &file->entries[i - 1]);
        const struct value *earlier = NULL;
        if (!key || !before)
            continue;
        for (size_t j = 0; j < i && !earlier; j++) {
            earlier = key_of(kind, &file->entries[j]);
            if (earlier && strcmp(earlier->text, key->text) != 0)
                earlier = NULL;
        }
        if (earlier)
            fault(file->path, key->line, "%s: %s stands already in line %u",
                  key->name, key->text, earlier->line);
        else if (file->entries[i].key != BAD_KEY &&
                 file->entries[i].key < file->entries[i - 1].key)
            fault(file->path, key->line,
                  "%s: %s must come before %s of line %u", key->name, key->text,
                  before->text, before->line);
    }
}

static void check_file(const struct kind_rule *kind, struct recfile *file) {
    for (size_t i = 0; i < file->count; i++) {
        struct entry *entry = &file->entries[i];
        for (size_t j = 0; j < entry->count; j++)
            check_value(file->path, kind, &entry->values[j]);
        check_counts(file->path, kind, entry);
        check_repeats(file->path, entry);
        check_key(file->path, kind, entry);
    }
    check_order(kind, file);
    if (!file->count)
        fault(file->path, 1, "no record");
    if (kind->most && file->count > kind->most)
        fault(file->path, file->entries[kind->most].values[0].line,
              "more than %u of type %s", kind->most, kind->name);
}

/* ---- Between records ---------------------------------------------------- */

/* The vocabulary of a field is what terms begin with its name. */
static bool find_term(const struct recfile *terms, const char *field,
                      const char *word) {
    size_t length = strlen(field);
    for (size_t i = 0; i < terms->count; i++) {
        const struct value *key =
            key_of(&schema[KIND_TERM], &terms->entries[i]);
        if (key && !strncmp(key->text, field, length) &&
            key->text[length] == ' ' && !strcmp(key->text + length + 1, word))
            return true;
    }
    return false;
}

static void check_term(const struct data *data, const char *path,
                       const struct value *value, const char *word) {
    if (!find_term(data->files[KIND_TERM], value->name, word))
        fault(path, value->line,
              "%s: \"%s\" is not in the vocabulary; see the terms of %s",
              value->name, word, value->name);
}

static void check_code(const struct data *data, const char *path,
                       const struct entry *entry, const struct value *value,
                       bool own_kind) {
    int code = number(value->text);
    if (!find_entry(data, KIND_CODE, code))
        fault(path, value->line, "%s: there is no code %s", value->name,
              value->text);
    else if (own_kind && code == entry->key)
        fault(path, value->line, "%s: %s names itself", value->name,
              value->text);
}

static void check_link(const struct data *data, enum kind kind,
                       const struct entry *entry, const struct value *value) {
    const char *path = data->files[kind]->path;
    switch (value->rule->form) {
    case FORM_CODE:
        check_code(data, path, entry, value, kind == KIND_CODE);
        break;
    case FORM_REFERENCE:
        if (!find_entry(data, KIND_RFC, number(value->parts[0])))
            fault(path, value->line, "%s: RFC %s has no record with its title",
                  value->name, value->parts[0]);
        break;
    case FORM_TERM:
    case FORM_TERM_CLAUSE:
        check_term(data, path, value, value->parts[0]);
        break;
    case FORM_HEADER:
        check_term(data, path, value, value->parts[1]);
        break;
    default:
        break;
    }
}

static void check_new_term(const char *path, const struct value *value) {
    if (!vocabulary_field(value->text))
        fault(path, value->line, "%s: %.*s is not a field with a vocabulary",
              value->name, (int)ascii_until(value->text, ' '), value->text);
}

/* What lies beyond SIP's range can be nothing but private. */
static void check_local(const char *path, const struct entry *entry) {
    for (size_t i = 0; i < entry->count; i++)
        if (entry->values[i].rule &&
            entry->values[i].rule->field == SIPCODE_STATUS &&
            !strcmp(entry->values[i].text, "unregistered"))
            return;
    fault(path, entry->values[0].line,
          "Code: %d is above %d and not of Status unregistered", entry->key,
          SIPCODE_HIGHEST);
}

/* Every code of SIP belongs to a class. */
static void check_class(const struct data *data, const struct entry *entry) {
    const struct recfile *codes = data->files[KIND_CODE];
    if (entry->key > SIPCODE_HIGHEST) {
        check_local(codes->path, entry);
        return;
    }
    if (entry->key != BAD_KEY &&
        !find_entry(data, KIND_CLASS, entry->key / 100))
        fault(codes->path, entry->values[0].line,
              "Code: %d is of class %d, which has no record", entry->key,
              entry->key / 100);
}

/* A failure is what people want to mend: one step is not enough. */
static void check_steps(const struct data *data, const struct entry *entry) {
    unsigned steps = 0;
    for (size_t i = 0; i < entry->count; i++)
        steps += entry->values[i].rule &&
                 entry->values[i].rule->field == SIPCODE_FIX;
    if (entry->key >= 400 && steps == 1)
        fault(data->files[KIND_CODE]->path, entry->values[0].line,
              "Fix: 1 in this record, at least 2 for a failure");
}

static bool is_prose(const struct value *value) {
    if (!value->rule || value->bad)
        return false;
    enum form form = value->rule->form;
    return form == FORM_TEXT || form == FORM_CLAUSE || form == FORM_TERM_CLAUSE;
}

/* The prose of a value: what stands behind the term, where there is one. */
static const char *prose_of(const struct value *value) {
    return value->parts[form_width(value->rule->form) - 1];
}

/*
 * Prose that stands in two records says nothing of either. It is also what
 * guarantees that any two codes have differences to tell.
 */
static void check_same_prose(const struct recfile *file,
                             const struct entry *entry) {
    for (size_t i = 0; i < entry->count; i++) {
        const struct value *value = &entry->values[i];
        if (!is_prose(value))
            continue;
        for (const struct entry *other = file->entries; other < entry; other++)
            for (size_t j = 0; j < other->count; j++)
                if (other->values[j].rule == value->rule &&
                    !other->values[j].bad &&
                    !strcmp(prose_of(&other->values[j]), prose_of(value)))
                    fault(file->path, value->line,
                          "%s: same words as in line %u", value->name,
                          other->values[j].line);
    }
}

static void check_wire(const struct data *data, const struct entry *entry) {
    const struct value *key = &entry->values[0];
    const struct entry *code = find_entry(data, KIND_CODE, entry->key);
    if (!code)
        fault(data->files[KIND_WIRE]->path, key->line,
              "Wire: there is no code %d", entry->key);
    for (size_t i = 0; code && i < code->count; i++)
        if (code->values[i].rule &&
            code->values[i].rule->field == SIPCODE_PHRASE &&
            ascii_same(code->values[i].text, key->parts[0]))
            fault(data->files[KIND_WIRE]->path, key->line,
                  "Wire: \"%s\" is the very phrase of %d", key->parts[0],
                  entry->key);
}

static void check_pair(const struct data *data, const struct entry *entry) {
    int codes[] = {entry->key / 1000, entry->key % 1000};
    for (size_t i = 0; i < 2; i++)
        if (!find_entry(data, KIND_CODE, codes[i]))
            fault(data->files[KIND_PAIR]->path, entry->values[0].line,
                  "Pair: there is no code %d", codes[i]);
}

static void check_links(const struct data *data, enum kind kind) {
    const struct recfile *file = data->files[kind];
    for (size_t i = 0; i < file->count; i++) {
        const struct entry *entry = &file->entries[i];
        for (size_t j = 0; j < entry->count; j++)
            if (entry->values[j].rule && !entry->values[j].bad)
                check_link(data, kind, entry, &entry->values[j]);
        if (kind == KIND_TERM && key_of(&schema[kind], entry))
            check_new_term(file->path, key_of(&schema[kind], entry));
        if (kind == KIND_PAIR && entry->key != BAD_KEY)
            check_pair(data, entry);
        if (kind == KIND_WIRE && entry->key > 0)
            check_wire(data, entry);
        if (kind == KIND_CODE) {
            check_class(data, entry);
            check_steps(data, entry);
        }
        check_same_prose(file, entry);
    }
}

struct data check(struct recfile *files, size_t count) {
    struct data data = {{NULL}};
    for (size_t i = 0; i < count; i++) {
        struct recfile *file = &files[i];
        enum kind kind = 0;
        if (!file->type)
            continue;
        while (kind < KINDS && strcmp(file->type, schema[kind].name) != 0)
            kind++;
        if (kind == KINDS)
            fault(file->path, file->type_line,
                  "%%rec: unknown type %s of records", file->type);
        else if (data.files[kind])
            fault(file->path, file->type_line,
                  "%%rec: records of type %s stand already in %s", file->type,
                  data.files[kind]->path);
        else {
            data.files[kind] = file;
            check_file(&schema[kind], file);
        }
    }
    for (enum kind kind = 0; kind < KINDS; kind++)
        if (!data.files[kind] && fault_count())
            return data; /* most likely for a %rec at fault */
        else if (!data.files[kind])
            die("no file with records of type %s", schema[kind].name);
    for (enum kind kind = 0; kind < KINDS; kind++)
        check_links(&data, kind);
    return data;
}
