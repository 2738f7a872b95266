/* SPDX-License-Identifier: MIT */
#include "subject.h"

#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "message.h"

static const char *skip_blanks(const char *text) {
    while (ascii_blank(*text))
        text++;
    return text;
}

/* Behind the word that a text starts with, if it is this one. */
static const char *skip_word(const char *text, const char *word) {
    size_t i = 0;
    while (word[i] && ascii_lower(text[i]) == word[i])
        i++;
    bool found = !word[i] && (!text[i] || ascii_blank(text[i]));
    return found ? skip_blanks(text + i) : text;
}

/*
 * Behind the version that starts a status line, or the bare name of the
 * protocol that people write for it; the text as it is where there is neither.
 */
static const char *skip_version(const char *text) {
    const char *rest = skip_word(text, "sip/2.0");
    return rest != text ? rest : skip_word(text, "sip");
}

static bool is_version(const char *operand) {
    const char *text = skip_blanks(operand);
    return *text && !*skip_version(text);
}

/* What looks like a number must be a code: it is never a phrase. */
static bool starts_number(const char *text) {
    return ascii_digit(*text) ||
           ((*text == '+' || *text == '-') && ascii_digit(text[1]));
}

/* The class of `4xx`, or 0. */
static int class_digit(const char *text) {
    if (text[0] < '1' || text[0] > '6' || ascii_lower(text[1]) != 'x' ||
        ascii_lower(text[2]) != 'x' || text[3])
        return 0;
    return text[0] - '0';
}

/* The code that a text starts with, and what is behind it; 0: none. */
static int leading_code(const char *text, const char **rest) {
    if (!ascii_digit(text[0]) || !ascii_digit(text[1]) ||
        !ascii_digit(text[2]) || (text[3] && !ascii_blank(text[3])))
        return 0;
    int code = ascii_number(text);
    *rest = skip_blanks(text + 3);
    bool is_sip = code >= SIPCODE_LOWEST && code <= SIPCODE_HIGHEST;
    return is_sip || sipcode_find(code) ? code : 0;
}

bool subject_stands_alone(const char *operand) {
    const char *text = skip_blanks(operand);
    return starts_number(text) || skip_version(text) != text;
}

const char *class_word(const struct sipcode_record *class) {
    char *word = concat(sipcode_value(class, SIPCODE_NAME, 0));
    for (char *c = word; *c; c++)
        *c = *c == ' ' ? '-' : ascii_lower(*c);
    return word;
}

const struct sipcode_record *class_named(const char *word) {
    int digit = class_digit(word);
    if (digit)
        return sipcode_class(digit);
    for (digit = 1; digit <= 6; digit++) {
        const struct sipcode_record *record = sipcode_class(digit);
        if (ascii_same(word, sipcode_value(record, SIPCODE_NAME, 0)) ||
            ascii_same(word, class_word(record)))
            return record;
    }
    return NULL;
}

/* A text without the blanks around it. */
static char *trimmed(const char *text) {
    char *copy = concat(skip_blanks(text));
    size_t length = strlen(copy);
    while (length && ascii_blank(copy[length - 1]))
        copy[--length] = '\0';
    return copy;
}

static bool malformed(const char *operand) {
    wrong(operand, *trimmed(operand)
                       ? "not a response code; give three digits from 100 to "
                         "699, as in: sipcode 183"
                       : "empty argument; give a response code, as in: "
                         "sipcode 183");
    return false;
}

/* Words are for phrases; where none may stand, searching is what helps. */
static bool unexpected(const char *operand) {
    wrong(operand, concat("not a response code; to find codes by words: "
                          "sipcode search ",
                          shown(operand)));
    return false;
}

/* Whether the operand goes on with the words of the one before it. */
static bool is_word(const char *operand) {
    const char *text = skip_blanks(operand);
    return *text && !subject_stands_alone(text);
}

/* Adds the words that follow to those that a subject has. */
static size_t take_words(struct subject *subject, char *const *operands,
                         size_t count) {
    size_t taken = 0;
    struct text words = {0};
    if (subject->phrase)
        text_add(&words, subject->phrase);
    for (; taken < count && is_word(operands[taken]); taken++) {
        if (words.length)
            text_add_char(&words, ' ');
        text_add(&words, trimmed(operands[taken]));
    }
    subject->phrase = words.string;
    return taken;
}

static bool fits_any(const char *phrase) {
    for (size_t i = 0; i < sipcode_count(); i++)
        if (sipcode_fit_phrase(sipcode_at(i), phrase) != SIPCODE_FIT_NONE)
            return true;
    return false;
}

static bool each_fits(char *const *operands, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!fits_any(operands[i]))
            return false;
    return true;
}

/*
 * Words in a row are one phrase (show busy here), unless it fits no code but
 * each argument does so as a phrase of its own (show busy trying).
 */
static size_t take_phrase(struct subject *subject, char *const *operands,
                          size_t count) {
    *subject = (struct subject){.kind = SUBJECT_PHRASE};
    size_t taken = take_words(subject, operands, count);
    if (fits_any(subject->phrase) || !each_fits(operands, taken))
        return taken;
    subject->phrase = trimmed(operands[0]);
    return 1;
}

bool subjects_read(char *const *operands, size_t count, unsigned allowed,
                   struct subject *subjects, size_t *found) {
    *found = 0;
    for (size_t i = 0; i < count;) {
        struct subject *subject = &subjects[*found];
        const char *operand = operands[i], *rest = NULL;
        if (is_version(operand) && i + 1 < count)
            operand = operands[++i];
        const char *text = skip_version(skip_blanks(operand));
        int code = leading_code(text, &rest);
        const struct sipcode_record *class =
            code ? NULL : class_named(trimmed(text));
        if (code) {
            const char *phrase = *rest ? trimmed(rest) : NULL;
            *subject = (struct subject){SUBJECT_CODE, code, phrase};
            i++;
            i += take_words(subject, operands + i, count - i);
        } else if (class && allowed & OPERAND_CLASSES) {
            *subject =
                (struct subject){SUBJECT_CLASS, sipcode_key(class), NULL};
            i++;
        } else if (class) {
            wrong(operand, concat("a class, not a code; see: sipcode list ",
                                  trimmed(text)));
            return false;
        } else if (!is_word(operand)) {
            return malformed(operand);
        } else if (allowed & OPERAND_PHRASES) {
            i += take_phrase(subject, operands + i, count - i);
        } else {
            return unexpected(operand);
        }
        ++*found;
    }
    return true;
}

/* The codes whose phrase fits this well; how many there are. */
static size_t fitting(const char *phrase, enum sipcode_fit fit,
                      const struct sipcode_record **codes) {
    size_t count = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        if (sipcode_fit_phrase(sipcode_at(i), phrase) == fit)
            codes[count++] = sipcode_at(i);
    return count;
}

size_t codes_with_phrase(const char *phrase,
                         const struct sipcode_record **codes) {
    size_t count = fitting(phrase, SIPCODE_FIT_EXACT, codes);
    return count ? count : fitting(phrase, SIPCODE_FIT_PARTIAL, codes);
}

void note_phrase(const struct subject *subject) {
    const struct sipcode_record *code = sipcode_find(subject->number);
    if (code && subject->phrase &&
        sipcode_fit_phrase(code, subject->phrase) != SIPCODE_FIT_EXACT)
        note(concat(decimal(subject->number), " ", subject->phrase),
             concat(sipcode_is_registered(code)
                        ? "the registered reason phrase is \""
                        : "the usual reason phrase is \"",
                    sipcode_phrase(subject->number), "\""));
}

static const char *code_and_phrase(const struct sipcode_record *record) {
    return concat(decimal(sipcode_key(record)), " ",
                  sipcode_value(record, SIPCODE_PHRASE, 0));
}

/* The codes right below and above in the table. */
static const char *neighbours(int code) {
    const struct sipcode_record *below = NULL, *above = NULL;
    for (size_t i = 0; i < sipcode_count() && !above; i++) {
        const struct sipcode_record *record = sipcode_at(i);
        if (!sipcode_is_registered(record))
            continue;
        if (sipcode_key(record) < code)
            below = record;
        else
            above = record;
    }
    if (!below || !above)
        return code_and_phrase(below ? below : above);
    return concat(code_and_phrase(below), ", ", code_and_phrase(above));
}

int not_registered(int code) {
    const struct sipcode_record *stand_in = sipcode_treated_as(code);
    return not_found(decimal(code),
                     concat("not registered with IANA; a UA treats it as ",
                            code_and_phrase(stand_in),
                            " (RFC 3261 section 8.1.3.2); nearest registered: ",
                            neighbours(code)));
}
