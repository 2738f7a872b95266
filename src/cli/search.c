/* SPDX-License-Identifier: MIT */
/* sipcode search: the codes whose record mentions all the words. */
#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "command.h"
#include "describe.h"
#include "format.h"
#include "message.h"
#include "sipcode.h"
#include "spell.h"

/* The words of all operands: an operand may hold several. */
static size_t split(char *const *operands, size_t count, const char ***words) {
    size_t room = 0, found = 0;
    for (size_t i = 0; i < count; i++)
        room += strlen(operands[i]) / 2 + 1;
    *words = arena_take(room, sizeof **words);
    for (size_t i = 0; i < count; i++)
        for (const char *at = operands[i]; *at;) {
            size_t length = 0;
            while (at[length] && !ascii_blank(at[length]))
                length++;
            struct text word = {0};
            text_add_bytes(&word, at, length);
            if (length)
                (*words)[found++] = word.string;
            at += length;
            while (ascii_blank(*at))
                at++;
        }
    return found;
}

static bool is_mentioned(const char *word) {
    return sipcode_search(&word, 1, NULL, 0) > 0;
}

/* Nothing has all the words: blames those that are nowhere, or the lot. */
static int nothing(const char **words, size_t count) {
    struct text all = {0};
    for (size_t i = 0; i < count; i++) {
        text_add(&all, i ? " " : "");
        text_add(&all, words[i]);
        if (is_mentioned(words[i]))
            continue;
        struct spelling spelling = {.word = words[i]};
        for (size_t j = 0; j < sipcode_word_count(); j++)
            spell_try(&spelling, sipcode_word(j));
        const char *near = spell_list(&spelling);
        return not_found(
            words[i],
            near ? concat("no record mentions it; did you mean ", near, "?")
                 : "no record mentions it; see all codes: sipcode list");
    }
    return not_found(all.string,
                     "no record mentions all of these words; try fewer");
}

static int search(const struct options *options, char **operands,
                  size_t count) {
    const char **words;
    count = split(operands, count, &words);
    if (!count)
        return wrong("search", "for which words? as in: sipcode search early "
                               "media");
    struct sipcode_match *matches =
        arena_take(sipcode_count(), sizeof *matches);
    struct report report = {.layout = LAYOUT_LINES};
    report.count = sipcode_search(words, count, matches, sipcode_count());
    if (!report.count)
        return nothing(words, count);
    report.records = arena_take(report.count, sizeof *report.records);
    for (size_t i = 0; i < report.count; i++)
        report.records[i] =
            describe_line(matches[i].record, &matches[i], words, count);
    return present(&report, 1, options);
}

const struct command command_search = {
    "search",
    "WORD...",
    OPERAND_WORDS,
    "codes whose record mentions all words, best first",
    "A word is found where it begins a word, in whatever case: expires finds\n"
    "Session-Expires, ring finds Ringing. Numbers and words of one or two\n"
    "letters are found where they stand alone. Each line shows the place.\n",
    search,
    NULL,
};
