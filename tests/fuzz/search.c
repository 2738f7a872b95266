/* SPDX-License-Identifier: MIT */
/*
 * The search on any words, a line of the input each, held against what
 * sipcode.h says of it, word by word and record by record.
 */
#include <stdbool.h>
#include <string.h>

#include "../../src/ascii.h"
#include "sipcode.h"
#include "target.h"

#define MOST_WORDS 6
#define MOST_CODES 256

/* ---- What a record mentions ---------------------------------------------- */

static bool value_mentions(const struct sipcode_record *record,
                           enum sipcode_field field, size_t index,
                           const char *word) {
    const char *parts[8];
    size_t count = sipcode_parts(record, field, index, parts, 8);
    CHECK(count >= 1 && count <= 8);
    for (size_t i = 0; i < count; i++)
        if (sipcode_mention(parts[i], word, NULL))
            return true;
    return false;
}

static bool field_mentions(const struct sipcode_record *record,
                           enum sipcode_field field, const char *word) {
    for (size_t i = 0; i < sipcode_values(record, field); i++)
        if (value_mentions(record, field, i, word))
            return true;
    return false;
}

/* The number of a code is part of its phrase. */
static bool phrase_mentions(const struct sipcode_record *record,
                            const char *word) {
    char digits[12];
    snprintf(digits, sizeof digits, "%d", sipcode_key(record));
    return sipcode_mention(digits, word, NULL) ||
           field_mentions(record, SIPCODE_PHRASE, word);
}

enum place { IN_PHRASE, IN_SUMMARY, ELSEWHERE, NOWHERE };

static enum place place_of(const struct sipcode_record *record,
                           const char *word) {
    if (phrase_mentions(record, word))
        return IN_PHRASE;
    if (field_mentions(record, SIPCODE_SUMMARY, word))
        return IN_SUMMARY;
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
        if (field != SIPCODE_REFERENCE && field != SIPCODE_SEE_ALSO &&
            field_mentions(record, field, word))
            return ELSEWHERE;
    return NOWHERE;
}

/* How far from the front a match belongs; -1 where a word is nowhere. */
static int rank_of(const struct sipcode_record *record,
                   const char *const *words, size_t count) {
    int rank = 0;
    for (size_t i = 0; i < count; i++) {
        enum place place = place_of(record, words[i]);
        if (place == NOWHERE)
            return -1;
        rank += (int)place;
    }
    return count ? rank : -1;
}

/* ---- What a search promises ---------------------------------------------- */

static void check_place(const struct sipcode_match *match,
                        const char *const *words, size_t count) {
    CHECK(match->index < sipcode_values(match->record, match->field));
    for (size_t i = 0; i < count; i++)
        if (value_mentions(match->record, match->field, match->index, words[i]))
            return;
    /* A number is found without standing in the phrase. */
    CHECK(match->field == SIPCODE_PHRASE);
}

/* Each that has all the words is among the matches, once, the best first. */
static void check_matches(const struct sipcode_match *matches, size_t found,
                          const char *const *words, size_t count) {
    size_t expected = 0;
    int last = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        expected += rank_of(sipcode_at(i), words, count) >= 0;
    CHECK(found == expected);
    for (size_t i = 0; i < found; i++) {
        int rank = rank_of(matches[i].record, words, count);
        CHECK(rank >= last);
        last = rank;
        check_place(&matches[i], words, count);
        for (size_t j = 0; j < i; j++)
            CHECK(matches[j].record != matches[i].record);
    }
}

/* With less room there are fewer of the same, and nothing beyond them. */
static void check_capacity(const struct sipcode_match *matches, size_t found,
                           const char *const *words, size_t count,
                           size_t capacity) {
    struct sipcode_match *fewer = malloc((capacity + 1) * sizeof *fewer);
    struct sipcode_match guard = {NULL, SIPCODE_FIELDS, SIZE_MAX};
    CHECK(fewer);
    for (size_t i = 0; i <= capacity; i++)
        fewer[i] = guard;
    CHECK(sipcode_search(words, count, fewer, capacity) == found);
    for (size_t i = 0; i <= capacity; i++) {
        const struct sipcode_match *same =
            i < capacity && i < found ? &matches[i] : &guard;
        CHECK(fewer[i].record == same->record);
        CHECK(fewer[i].field == same->field);
        CHECK(fewer[i].index == same->index);
    }
    free(fewer);
}

static void check_search(const char *const *words, size_t count) {
    static struct sipcode_match matches[MOST_CODES];
    CHECK(sipcode_count() <= MOST_CODES);
    size_t found = sipcode_search(words, count, matches, MOST_CODES);
    check_matches(matches, found, words, count);
    check_capacity(matches, found, words, count, found / 2);
    check_capacity(matches, found, words, count, found + 1);
    CHECK(sipcode_search(words, count, NULL, 0) == found);
}

/* A mention lies in the text, starts a word and is the word. */
static void check_mention(const char *text, const char *word) {
    size_t length = SIZE_MAX;
    const char *mention = sipcode_mention(text, word, &length);
    CHECK(length <= strlen(word));
    if (!mention)
        return;
    CHECK(mention >= text && length && length <= strlen(mention));
    CHECK(mention == text || !ascii_alnum(mention[-1]));
    CHECK(sipcode_mention(mention, word, NULL) == mention);
}

/* ---- What phrases promise ------------------------------------------------ */

/* Whether a run of letters and digits begins a word of the text. */
static bool begins_word(const char *text, const char *run, size_t length) {
    for (const char *at = text; *at; at++) {
        size_t same = 0;
        while (same < length && ascii_lower(at[same]) == ascii_lower(run[same]))
            same++;
        if (same == length && (at == text || !ascii_alnum(at[-1])))
            return true;
    }
    return false;
}

static bool fits(const char *phrase, const char *text) {
    bool any = false;
    while (*text) {
        size_t length = 0;
        while (ascii_alnum(text[length]))
            length++;
        if (length && !begins_word(phrase, text, length))
            return false;
        any = any || length;
        text += length ? length : 1;
    }
    return any;
}

static void check_fit(const struct sipcode_record *record, const char *text) {
    const char *phrase = sipcode_value(record, SIPCODE_PHRASE, 0);
    enum sipcode_fit fit = sipcode_fit_phrase(record, text);
    CHECK((fit != SIPCODE_FIT_NONE) == fits(phrase, text));
    CHECK(fit != SIPCODE_FIT_EXACT || fits(text, phrase));
}

static void check_wire(int code, const char *text) {
    const struct sipcode_record *wire = sipcode_wire(code, text);
    if (!wire)
        return;
    const char *known = sipcode_value(wire, SIPCODE_WIRE, 0);
    if (sipcode_key(wire)) {
        CHECK(sipcode_key(wire) == code);
        CHECK(fits(known, text) && fits(text, known));
    } else {
        CHECK(*known == '(' && strrchr(text, '/') > strrchr(text, '('));
        CHECK(text[strlen(text) - 1] == ')');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *lines[MOST_WORDS];
    size_t count = take_lines(data, size, lines, MOST_WORDS);
    const char *const *words = (const char *const *)lines;
    check_search(words, count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++)
            check_mention(words[j], words[i]);
        for (size_t j = 0; j < sipcode_count(); j++) {
            check_fit(sipcode_at(j), words[i]);
            check_wire(sipcode_key(sipcode_at(j)), words[i]);
        }
    }
    free_lines(lines, count);
    return 0;
}
