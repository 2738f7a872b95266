/* SPDX-License-Identifier: MIT */
#include "complete.h"

#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "command.h"
#include "describe.h"
#include "format.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "report.h"
#include "sipcode.h"
#include "subject.h"

/* What is completed: the part of a word from `part` on. */
struct target {
    const char *word;
    const char *part; /* in it */
};

/* The command on the line, and its operands before the last word. */
struct line {
    const struct command *command; /* NULL: there is no such command */
    char **operands;
    size_t count;
};

/* ---- Candidates --------------------------------------------------------- */

static bool begins(const char *text, const char *start) {
    while (*start && *text == *start) {
        text++;
        start++;
    }
    return !*start;
}

/* Behind the start of a text, if it is this one in any case; else NULL. */
static const char *behind(const char *text, const char *start) {
    while (*start && ascii_lower(*text) == ascii_lower(*start)) {
        text++;
        start++;
    }
    return *start ? NULL : text;
}

/* Behind the last of these characters; the whole text where it has none. */
static const char *behind_last(const char *text, char c) {
    const char *last = text;
    for (; *text; text++)
        if (*text == c)
            last = text + 1;
    return last;
}

/* The lines of a help text as one. */
static void out_joined(const char *lines) {
    for (; *lines; lines++)
        out_char(*lines == '\n' ? ' ' : *lines);
}

/* Prints the word as it would be with this in place of its last part. */
static void print(const struct target *target, const char *candidate,
                  const char *meaning) {
    out_bytes(target->word, (size_t)(target->part - target->word));
    out(candidate);
    if (meaning && *meaning) {
        out_char('\t');
        out_joined(meaning);
    }
    out_char('\n');
}

/* For words that are taken as they are; whether this one is a candidate. */
static bool offer(const struct target *target, const char *candidate,
                  const char *meaning) {
    bool fits = begins(candidate, target->part);
    if (fits)
        print(target, candidate, meaning);
    return fits;
}

/* For those that are taken in any case: what is typed stays as it is. */
static void offer_any_case(const struct target *target, const char *candidate,
                           const char *meaning) {
    const char *rest = behind(candidate, target->part);
    if (rest)
        print(target, concat(target->part, rest), meaning);
}

/* ---- Options ------------------------------------------------------------ */

static void offer_options(const struct target *target) {
    const struct option *option;
    for (size_t i = 0; (option = option_at(i)); i++) {
        offer(target, concat("--", option->name), option->help);
        if (option->short_name)
            offer(target, (char[]){'-', option->short_name, '\0'},
                  option->help);
    }
}

static void offer_names(const struct target *target,
                        const char *name_at(size_t index)) {
    const char *name;
    for (size_t i = 0; (name = name_at(i)); i++)
        offer(target, name, NULL);
}

/*
 * A report of the command: on its operands or, where some of them are still to
 * come, on the first codes, which are also words to search for.
 */
static struct report sample(const struct line *line) {
    struct report report = {.count = 0};
    struct options options = {.fields = "", .report = &report};
    unsigned takes = line->command->takes;
    char *codes[] = {decimal(sipcode_key(sipcode_at(0))),
                     decimal(sipcode_key(sipcode_at(1)))};
    size_t needed = takes & OPERAND_CODES ? 2 : takes & OPERAND_WORDS ? 1 : 0;
    line->command->run(&options, line->operands, line->count);
    if (!report.count)
        line->command->run(&options, codes, needed);
    return report;
}

/* Whether a list has the name, other than as its last one. */
static bool is_given(const char *list, const char *name) {
    size_t length;
    for (; list[length = ascii_until(list, ',')]; list += length + 1)
        if (strlen(name) == length && begins(list, name))
            return true;
    return false;
}

/*
 * The names of fields. Where only one is left, it is offered with a comma, too:
 * a shell puts a blank behind what can be nothing else, but more may follow.
 */
static void offer_fields(const struct target *target, const char *list,
                         const struct line *line) {
    struct report report = sample(line);
    const struct field *field;
    const char *last = NULL;
    size_t count = 0;
    for (size_t i = 0; report.count && (field = field_choice(&report, i)); i++)
        if (!is_given(list, field->kind->name) &&
            offer(target, field->kind->name, field->kind->label)) {
            last = field->kind->name;
            count++;
        }
    if (count == 1)
        print(target, concat(last, ","), NULL);
}

static void offer_values(const struct typed *typed, const struct line *line) {
    struct target target = {typed->word, typed->value};
    switch (typed->option->values) {
    case VALUES_NONE:
        break;
    case VALUES_FORMATS:
        offer_names(&target, format_name);
        break;
    case VALUES_COLORS:
        offer_names(&target, color_name);
        break;
    case VALUES_FIELDS:
        target.part = behind_last(typed->value, ',');
        offer_fields(&target, typed->value, line);
        break;
    }
}

/* ---- Operands ----------------------------------------------------------- */

static bool is_named(const struct sipcode_record *code,
                     const struct subject *subjects, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (subjects[i].kind == SUBJECT_CODE &&
            subjects[i].number == sipcode_key(code))
            return true;
    return false;
}

/*
 * Codes, but for those that the line has. As in a list, those that are not
 * registered wait until they are asked for: here by their first two digits.
 */
static void offer_codes(const struct target *target,
                        const struct subject *subjects, size_t count) {
    bool all = ascii_digits(target->part) >= 2;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *code = sipcode_at(i);
        if ((all || sipcode_is_registered(code)) &&
            !is_named(code, subjects, count))
            offer(target, decimal(sipcode_key(code)), phrase_and_status(code));
    }
}

static void offer_classes(const struct target *target) {
    for (int digit = 1; digit <= 6; digit++) {
        const struct sipcode_record *class = sipcode_class(digit);
        const char *pattern = concat(decimal(digit), "xx");
        offer_any_case(target, pattern, sipcode_value(class, SIPCODE_NAME, 0));
        offer_any_case(target, class_word(class), pattern);
    }
}

/* Whether nothing but punctuation is left of a word. */
static bool ends_word(const char *text) {
    while (*text && *text != ' ' && !ascii_alnum(*text))
        text++;
    return !ascii_alnum(*text);
}

/* Whether the phrase has this word, and not only one that starts with it. */
static bool has_word(const char *phrase, const char *word) {
    size_t length;
    const char *at = phrase;
    while ((at = sipcode_mention(at, word, &length))) {
        at += length;
        if (ends_word(at))
            return true;
        while (ascii_alnum(*at))
            at++;
    }
    return false;
}

static bool any_has_word(const struct sipcode_record *const *codes,
                         size_t count, const char *word) {
    for (size_t i = 0; i < count; i++)
        if (has_word(sipcode_value(codes[i], SIPCODE_PHRASE, 0), word))
            return true;
    return false;
}

/* The codes whose phrase has the words so far, of which there may be none. */
static size_t fitting(const char *phrase, const struct sipcode_record **codes) {
    size_t count = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        if (!phrase || sipcode_fit_phrase(sipcode_at(i), phrase))
            codes[count++] = sipcode_at(i);
    return count;
}

/* What a phrase would show: a code, or how many. */
static const char *shown_by(const char *phrase,
                            const struct sipcode_record **room) {
    size_t count = codes_with_phrase(phrase, room);
    return count == 1 ? code_title(room[0])
                      : concat(decimal((long)count), " codes");
}

/* The other words of phrases that fit so far, whichever stands first there. */
static void offer_phrases(const struct target *target, const char *phrase) {
    const struct sipcode_record **codes =
        arena_take(2 * sipcode_count(), sizeof *codes);
    size_t count = fitting(phrase, codes);
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        const char *word = sipcode_word(i);
        if (!behind(word, target->part) || !any_has_word(codes, count, word) ||
            (phrase && has_word(phrase, word)))
            continue;
        offer_any_case(
            target, word,
            shown_by(phrase ? concat(phrase, " ", word) : word, codes + count));
    }
}

/* Whether the word is one to a shell even without quotes. */
static bool is_bare(const char *word) {
    for (; *word; word++)
        if (*word == '\'' || *word == ';' || *word == '*')
            return false;
    return true;
}

/* There are too many that begin with the same letter. */
static void offer_words(const struct target *target) {
    if (strlen(target->part) < 2)
        return;
    for (size_t i = 0; i < sipcode_word_count(); i++)
        if (is_bare(sipcode_word(i)))
            offer_any_case(target, sipcode_word(i), NULL);
}

/* One is enough. */
static void offer_properties(const struct target *target,
                             const struct line *line) {
    const char *name, *meaning;
    for (size_t i = 0; line->command->word_help(i, &name, &meaning); i++)
        for (size_t j = 0; j < line->count; j++)
            if (ascii_equal(line->operands[j], name))
                return;
    for (size_t i = 0; line->command->word_help(i, &name, &meaning); i++)
        offer(target, name, meaning);
}

/*
 * Words behind a code are those of its own phrase and need no help; behind the
 * words of a phrase come more of them, and within quotes nothing else; a class
 * is followed by anything, as if it were not there.
 */
static void offer_subjects(const struct target *target, unsigned takes,
                           const struct subject *subjects, size_t count) {
    enum subject_kind last = count ? subjects[count - 1].kind : SUBJECT_CLASS;
    const char *phrase =
        last == SUBJECT_PHRASE ? subjects[count - 1].phrase : NULL;
    bool empty = !*target->part, quoted = target->part != target->word;
    bool done = (phrase && empty) || (quoted && count);
    if (takes & OPERAND_CODES && !done)
        offer_codes(target, subjects, count);
    if (takes & OPERAND_ALL)
        offer_any_case(target, ALL_CLASSES, "every class");
    if (takes & OPERAND_CLASSES && !done)
        offer_classes(target);
    if (takes & OPERAND_PHRASES && last != SUBJECT_CODE && (phrase || !empty))
        offer_phrases(target, phrase);
}

static void offer_operands(const struct target *target,
                           const struct line *line) {
    unsigned takes = line->command->takes;
    struct subject *subjects = arena_take(line->count + 1, sizeof *subjects);
    size_t count = 0;
    /* Where an operand is none, those before it still count. */
    subjects_read(line->operands, line->count, takes, subjects, &count);
    if (takes & OPERAND_WORDS)
        offer_words(target);
    else if (takes & OPERAND_PROPERTY && count)
        offer_properties(target, line);
    else
        offer_subjects(target, takes, subjects, count);
}

/* ---- The line ----------------------------------------------------------- */

/* As sipcode reads it: without a command it is for `show`. */
static struct line read_line(char **operands, size_t count) {
    const struct command *command = count ? command_named(operands[0]) : NULL;
    if (command)
        return (struct line){command, operands + 1, count - 1};
    if (!count || subject_stands_alone(operands[0]))
        command = &command_show;
    return (struct line){command, operands, count};
}

/* Commands, and once it is plain that it will be one, codes and classes. */
static void offer_first(const struct target *target, const struct line *line) {
    const struct command *command;
    for (size_t i = 0; !line->count && (command = command_at(i)); i++)
        offer(target, command->name, command->summary);
    if (subject_stands_alone(target->word))
        offer_operands(target, line);
}

/* What is no text may not even be printed again. */
static bool is_text(const char *word) {
    for (; *word; word++)
        if ((unsigned char)*word < ' ' || *word == '\x7F')
            return false;
    return true;
}

/*
 * A phrase or a status line may stand in quotes, as one word: what it has
 * before the last blank is then an operand of its own. There is room for it,
 * for the last word itself is none.
 */
static void open_quotes(struct target *target, struct line *line) {
    const char *part = behind_last(target->word, ' ');
    struct text before = {0};
    if (part == target->word || *target->word == ' ' ||
        !(line->command->takes & OPERAND_PHRASES))
        return;
    text_add_bytes(&before, target->word, (size_t)(part - target->word - 1));
    line->operands[line->count++] = before.string;
    target->part = part;
}

int complete(char **words) {
    char empty[] = "", *none[] = {empty, NULL};
    size_t count;
    struct typed typed = options_typed(*words ? words : none, &count);
    struct line line = read_line(words, count);
    struct target target = {typed.word, typed.word};
    /* What is half typed has faults that nobody wants to hear of. */
    message_start(-1);
    if (!is_text(typed.word) || !line.command)
        return NOT_FOUND;
    if (typed.option && typed.value)
        offer_values(&typed, &line);
    else if (!typed.ended && *typed.word == '-')
        offer_options(&target);
    else {
        open_quotes(&target, &line);
        if (count)
            offer_operands(&target, &line);
        else
            offer_first(&target, &line);
    }
    return out_any() ? FOUND : NOT_FOUND;
}
