/* SPDX-License-Identifier: MIT */
#include "emit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "../ascii.h"
#include "memory.h"
#include "output.h"

/* ---- Text --------------------------------------------------------------- */

#define WIDTH 78 /* of a source line */

static bool ends_sentence(const char *word, size_t length) {
    while (length && strchr(")\"'", word[length - 1]))
        length--;
    return length && strchr(".?!", word[length - 1]);
}

/* What roff would not print as it is; NULL: it does. */
static const char *escape_of(char c) {
    static const struct {
        char c;
        const char *escape;
    } escapes[] = {{'\\', "\\e"},
                   {'^', "\\(ha"},
                   {'~', "\\(ti"},
                   {'`', "\\(ga"},
                   {'"', "\\(dq"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].c == c)
            return escapes[i].escape;
    return NULL;
}

/* How long a word is in the source. */
static size_t source_length(const char *word, size_t length) {
    size_t source = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of(word[i]);
        source += escape ? strlen(escape) : 1;
    }
    return source;
}

static void write_word(FILE *out, const char *word, size_t length) {
    for (size_t i = 0; i < length; i++) {
        const char *escape = escape_of(word[i]);
        if (escape)
            fputs(escape, out);
        else
            putc(word[i], out);
    }
}

/* A paragraph in lines of its own, a new one for each sentence. */
static void write_text(FILE *out, const char *text) {
    size_t column = 0;
    bool sentence = false;
    while (*text) {
        size_t length = ascii_until(text, ' ');
        size_t source = source_length(text, length);
        bool breaks = sentence || column + source > WIDTH;
        if (column)
            putc(breaks ? '\n' : ' ', out);
        if (!column || breaks) {
            /* At the start of a line these two would make it a request. */
            fputs(*text == '.' || *text == '\'' ? "\\&" : "", out);
            column = 0;
        }
        write_word(out, text, length);
        column += source + 1;
        sentence = ends_sentence(text, length);
        text += length + (text[length] == ' ');
    }
    putc('\n', out);
}

/* A macro with one argument, which is quoted: no word of it is a macro. */
static void write_macro(FILE *out, const char *macro, const char *argument) {
    fprintf(out, ".%s \"", macro);
    write_word(out, argument, strlen(argument));
    fputs("\"\n", out);
}

#define CONCAT(...) join((const char *const[]){__VA_ARGS__, NULL})

static const char *sentence_of(const char *clause) {
    char *sentence = CONCAT(clause, ".");
    if (*sentence >= 'a' && *sentence <= 'z')
        *sentence = (char)(*sentence - 'a' + 'A');
    return sentence;
}

/* ---- Values ------------------------------------------------------------- */

static const char *text_of(const struct entry *entry,
                           enum sipcode_field field) {
    const struct value *value = find_value(entry, field);
    return value ? value->parts[0] : "";
}

/* A code and its phrase. */
static const char *code_title(const struct entry *code) {
    return CONCAT(code->values[0].text, " ", text_of(code, SIPCODE_PHRASE));
}

/* How a value reads; the lead is what a clause behind a term starts with. */
static const char *reading_of(const struct data *data,
                              const struct value *value, const char *lead) {
    const char *const *parts = value->parts;
    switch (value->rule->form) {
    case FORM_CLAUSE:
        return sentence_of(parts[0]);
    case FORM_TERM_CLAUSE:
        return CONCAT(parts[0], ": ", lead, parts[1], ".");
    case FORM_HEADER:
        return CONCAT(parts[0], " (", parts[1], "): ", parts[2], ".");
    case FORM_REFERENCE:
        return CONCAT("RFC ", parts[0], " section ", parts[1]);
    case FORM_CODE:
        return code_title(find_entry(data, KIND_CODE, ascii_number(parts[0])));
    default:
        return parts[0];
    }
}

/* ---- Records ------------------------------------------------------------ */

enum style { STYLE_PARAGRAPHS, STYLE_STEPS, STYLE_WORDS };

/* A field, what it is called, and how its values are set. */
struct item {
    enum sipcode_field field;
    enum style style;
    const char *label;
    const char *lead;
};

/* The fields of a code after its summary and description. */
static const struct item code_items[] = {
    {SIPCODE_STATUS, STYLE_WORDS, "Status", ""},
    {SIPCODE_STACK, STYLE_PARAGRAPHS, "Stack", ""},
    {SIPCODE_WHEN, STYLE_PARAGRAPHS, "When You See It", ""},
    {SIPCODE_FIX, STYLE_STEPS, "How to Fix", ""},
    {SIPCODE_DEAD_END, STYLE_PARAGRAPHS, "Dead End", ""},
    {SIPCODE_USE, STYLE_PARAGRAPHS, "When to Use It", ""},
    {SIPCODE_SENDER, STYLE_WORDS, "Sender", ""},
    {SIPCODE_METHOD, STYLE_WORDS, "Method", ""},
    {SIPCODE_TRIGGER, STYLE_PARAGRAPHS, "Trigger", ""},
    {SIPCODE_TRACE, STYLE_PARAGRAPHS, "In a Trace", ""},
    {SIPCODE_HEADER, STYLE_PARAGRAPHS, "Header", ""},
    {SIPCODE_RETRY, STYLE_PARAGRAPHS, "Retry", "the client "},
    {SIPCODE_FAILOVER, STYLE_PARAGRAPHS, "Failover", ""},
    {SIPCODE_DIALOG, STYLE_WORDS, "Dialog", ""},
    {SIPCODE_FORK, STYLE_PARAGRAPHS, "Fork", ""},
    {SIPCODE_FAULT, STYLE_PARAGRAPHS, "Fault", ""},
    {SIPCODE_SEE_ALSO, STYLE_WORDS, "Compare With", ""},
    {SIPCODE_REFERENCE, STYLE_WORDS, "Learn More", ""},
};

static const struct item class_items[] = {
    {SIPCODE_OUTCOME, STYLE_PARAGRAPHS, "Outcome", ""},
    {SIPCODE_ACK_HOW, STYLE_PARAGRAPHS, "Acknowledged", ""},
    {SIPCODE_FORK, STYLE_PARAGRAPHS, "Fork", ""},
    {SIPCODE_UNKNOWN, STYLE_WORDS, "Unknown Code", ""},
    {SIPCODE_REFERENCE, STYLE_WORDS, "Learn More", ""},
};

static const struct item pair_items[] = {
    {SIPCODE_DIFFERENCE, STYLE_STEPS, "Key Differences", ""},
    {SIPCODE_TELL, STYLE_PARAGRAPHS, "How to Tell Apart", ""},
    {SIPCODE_CHOOSE, STYLE_PARAGRAPHS, "Which to Send", ""},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The next value of a field from *index on, which moves behind it; or NULL. */
static const struct value *next_value(const struct entry *entry,
                                      enum sipcode_field field, size_t *index) {
    while (*index < entry->count) {
        const struct value *value = &entry->values[(*index)++];
        if (value->rule->field == field)
            return value;
    }
    return NULL;
}

/* Values that are words stand in one line. */
static void write_words(FILE *out, const struct data *data,
                        const struct entry *entry, const struct item *item) {
    const char *words = "", *between = "";
    const struct value *value;
    for (size_t i = 0; (value = next_value(entry, item->field, &i));) {
        words = CONCAT(words, between, reading_of(data, value, item->lead));
        between = ", ";
    }
    write_text(out, words);
}

static void write_paragraphs(FILE *out, const struct data *data,
                             const struct entry *entry,
                             const struct item *item) {
    const char *between = "";
    const struct value *value;
    for (size_t i = 0; (value = next_value(entry, item->field, &i));) {
        fputs(between, out);
        write_text(out, reading_of(data, value, item->lead));
        between = ".Pp\n";
    }
}

static void write_steps(FILE *out, const struct data *data,
                        const struct entry *entry, const struct item *item) {
    const struct value *value;
    fputs(".Bl -enum -compact\n", out);
    for (size_t i = 0; (value = next_value(entry, item->field, &i));) {
        fputs(".It\n", out);
        write_text(out, reading_of(data, value, item->lead));
    }
    fputs(".El\n", out);
}

static void write_item(FILE *out, const struct data *data,
                       const struct entry *entry, const struct item *item) {
    if (!find_value(entry, item->field))
        return;
    write_macro(out, "It", item->label);
    switch (item->style) {
    case STYLE_WORDS:
        write_words(out, data, entry, item);
        break;
    case STYLE_PARAGRAPHS:
        write_paragraphs(out, data, entry, item);
        break;
    case STYLE_STEPS:
        write_steps(out, data, entry, item);
        break;
    }
}

static void write_items(FILE *out, const struct data *data,
                        const struct entry *entry, const struct item *items,
                        size_t count) {
    fputs(".Bl -tag -width 4n\n", out);
    for (size_t i = 0; i < count; i++)
        write_item(out, data, entry, &items[i]);
    fputs(".El\n", out);
}

/* ---- Sections ----------------------------------------------------------- */

/* mdoc wants the month in words. */
static void write_date(FILE *out, const char *edition) {
    static const char months[][10] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    int month = ascii_number(edition + 5), day = ascii_number(edition + 8);
    fprintf(out, ".Dd %s %d, %.4s\n", months[month - 1], day, edition);
}

static size_t count_registered(const struct recfile *codes) {
    size_t count = 0;
    for (size_t i = 0; i < codes->count; i++) {
        const char *status = text_of(&codes->entries[i], SIPCODE_STATUS);
        count += !ascii_equal(status, "obsolete") &&
                 !ascii_equal(status, "unregistered");
    }
    return count;
}

static void write_head(FILE *out, const struct data *data) {
    const struct recfile *codes = data->files[KIND_CODE];
    const char *edition =
        text_of(data->files[KIND_EDITION]->entries, SIPCODE_EDITION);
    size_t registered = count_registered(codes);
    fputs(".\\\" Written by sipcode-gen from the records in data/. "
          "Do not edit.\n",
          out);
    write_date(out, edition);
    fprintf(out,
            ".Dt SIPCODE 7\n.Os\n.Sh NAME\n.Nm sipcode\n"
            ".Nd catalogue of the SIP response codes\n"
            ".Sh DESCRIPTION\n"
            "These are the response codes that IANA had registered for SIP on\n"
            "%s (%zu), and those in use without it, now or once (%zu):\n"
            "what each means, when it is seen, what to do about it, and when\n"
            "to send it.\n"
            "Then come the pairs of codes that are confused with each other,\n"
            "the phrases seen on the wire that are not the registered ones,\n"
            "and the meaning of the words that the entries use.\n"
            ".Pp\n"
            ".Xr sipcode 1\n"
            "prints the same for one code, or compares any two.\n",
            edition, registered, codes->count - registered);
}

static void write_code(FILE *out, const struct data *data,
                       const struct entry *code) {
    write_macro(out, "Ss", code_title(code));
    write_text(out, text_of(code, SIPCODE_SUMMARY));
    fputs(".Pp\n", out);
    write_text(out, text_of(code, SIPCODE_DESCRIPTION));
    write_items(out, data, code, code_items, COUNT(code_items));
}

/* The codes of a class, or with 7 those beyond all classes. */
static void write_codes(FILE *out, const struct data *data, int digit) {
    const struct recfile *codes = data->files[KIND_CODE];
    for (size_t i = 0; i < codes->count; i++)
        if (codes->entries[i].key / 100 == digit)
            write_code(out, data, &codes->entries[i]);
}

static void write_classes(FILE *out, const struct data *data) {
    const struct recfile *classes = data->files[KIND_CLASS];
    for (size_t i = 0; i < classes->count; i++) {
        const struct entry *class = &classes->entries[i];
        write_macro(
            out, "Sh",
            CONCAT(class->values[0].text, "xx ", text_of(class, SIPCODE_NAME)));
        write_text(out, text_of(class, SIPCODE_MEANING));
        write_items(out, data, class, class_items, COUNT(class_items));
        write_codes(out, data, class->key);
    }
    write_macro(out, "Sh", "Beyond the range of SIP");
    fputs("Numbers that some stacks use among their own parts.\n", out);
    write_codes(out, data, SIPCODE_HIGHEST_LOCAL / 100);
}

static void write_pairs(FILE *out, const struct data *data) {
    const struct recfile *pairs = data->files[KIND_PAIR];
    write_macro(out, "Sh", "Codes that are confused");
    for (size_t i = 0; i < pairs->count; i++) {
        const struct entry *pair = &pairs->entries[i];
        const struct entry *low = find_entry(data, KIND_CODE, pair->key / 1000);
        const struct entry *high =
            find_entry(data, KIND_CODE, pair->key % 1000);
        write_macro(out, "Ss",
                    CONCAT(code_title(low), " or ", code_title(high)));
        write_items(out, data, pair, pair_items, COUNT(pair_items));
    }
}

static void write_wire(FILE *out, const struct data *data) {
    const struct recfile *wire = data->files[KIND_WIRE];
    write_macro(out, "Sh", "Phrases on the wire");
    fputs(".Bl -tag -width 4n\n", out);
    for (size_t i = 0; i < wire->count; i++) {
        const struct entry *line = &wire->entries[i];
        write_macro(out, "It", line->values[0].text);
        write_text(out, CONCAT(text_of(line, SIPCODE_ORIGIN), ": ",
                               text_of(line, SIPCODE_MEANING)));
    }
    fputs(".El\n", out);
}

static void write_words_of_fields(FILE *out, const struct data *data) {
    const struct recfile *terms = data->files[KIND_TERM];
    write_macro(out, "Sh", "Words");
    fputs(".Bl -tag -width 4n\n", out);
    for (size_t i = 0; i < terms->count; i++) {
        const char *key = terms->entries[i].values[0].text;
        const char *word = strchr(key, ' ') + 1;
        write_macro(out, "It",
                    CONCAT(word, " (", vocabulary_field(key)->name, ")"));
        write_text(out, text_of(&terms->entries[i], SIPCODE_MEANING));
    }
    fputs(".El\n", out);
}

static void write_tail(FILE *out, const struct data *data) {
    const struct recfile *rfcs = data->files[KIND_RFC];
    fputs(".Sh SEE ALSO\n.Xr sipcode 1 ,\n.Xr libsipcode 3 ,\n"
          ".Xr sipcode 5\n.Sh STANDARDS\n",
          out);
    for (size_t i = 0; i < rfcs->count; i++) {
        const struct entry *rfc = &rfcs->entries[i];
        fputs(".Rs\n", out);
        write_macro(out, "%R", CONCAT("RFC ", rfc->values[0].text));
        write_macro(out, "%T", text_of(rfc, SIPCODE_TITLE));
        fputs(".Re\n", out);
    }
}

static void write_manual(FILE *out, const void *content) {
    const struct data *data = content;
    write_head(out, data);
    write_classes(out, data);
    write_pairs(out, data);
    write_wire(out, data);
    write_words_of_fields(out, data);
    write_tail(out, data);
}

void emit_manual(const struct data *data, const char *path) {
    write_file(path, write_manual, data);
}
