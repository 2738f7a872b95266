/* SPDX-License-Identifier: MIT */
/*
 * Text search over the lexicon that the generator makes: each word of the
 * records once, in order, with a posting (record, fields) for each record that
 * holds it. The entries that start with a query word are neighbours, so a word
 * costs a binary search, not a pass over all the prose.
 */
#include <string.h>

#include "../ascii.h"
#include "table.h"

/* A query word without the punctuation around it. */
struct word {
    const char *text;
    size_t length;
    bool whole; /* is not to be the mere start of a longer word */
};

/* What is shorter than this begins too many words to mean any. */
#define SHORTEST_START 3

static struct word trim(const char *text) {
    size_t length = strlen(text);
    while (length && !ascii_alnum(text[length - 1]))
        length--;
    while (length && !ascii_alnum(*text)) {
        text++;
        length--;
    }
    size_t digits = 0;
    while (digits < length && ascii_digit(text[digits]))
        digits++;
    return (struct word){text, length,
                         length < SHORTEST_START || digits == length};
}

/* Whether a text starts with the word, in whatever case. */
static bool starts_with(const char *text, struct word word) {
    size_t i = 0;
    while (i < word.length && ascii_lower(text[i]) == ascii_lower(word.text[i]))
        i++;
    return i == word.length && !(word.whole && ascii_alnum(text[i]));
}

/* The first place in text where the word begins a word, or NULL. */
static const char *mention(const char *text, struct word word) {
    bool inside = false;
    for (; *text; text++) {
        if (!inside && starts_with(text, word))
            return text;
        inside = ascii_alnum(*text);
    }
    return NULL;
}

const char *sipcode_mention(const char *text, const char *word,
                            size_t *length) {
    struct word trimmed = trim(word);
    if (length)
        *length = trimmed.length;
    for (size_t i = 0; i < trimmed.length; i++)
        if (ascii_blank(trimmed.text[i]))
            return NULL;
    return trimmed.length ? mention(text, trimmed) : NULL;
}

size_t sipcode_word_count(void) {
    return sipcode_table_word_count();
}

const char *sipcode_word(size_t index) {
    return index < sipcode_table_word_count() ? sipcode_table_word(index)
                                              : NULL;
}

/* What is known of a code while the query words are taken one by one. */
struct candidate {
    uint32_t fields;   /* those that hold the current word */
    uint32_t together; /* those that hold all the words so far */
    uint32_t any;      /* those that hold one of them */
    unsigned rank;     /* the sum of the words' ranks */
    bool out;          /* a word is not mentioned */
};

/* Less than, equal to or greater than 0 as the entry is before, among or
 * behind the words that start with this one. */
static int order(const char *entry, struct word word) {
    for (size_t i = 0; i < word.length; i++) {
        int difference =
            (unsigned char)entry[i] - (unsigned char)ascii_lower(word.text[i]);
        if (difference)
            return difference;
    }
    return 0;
}

/* The first entry of the lexicon that is not before the word. */
static size_t lower_bound(struct word word) {
    size_t low = 0, high = sipcode_table_word_count();
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order(sipcode_table_word(middle), word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Sets the fields that mention the word, for each candidate. */
static void look_up(struct word word, struct candidate *candidates) {
    for (size_t i = lower_bound(word); i < sipcode_table_word_count() &&
                                       order(sipcode_table_word(i), word) == 0;
         i++) {
        if (!starts_with(sipcode_table_word(i), word))
            continue;
        size_t count;
        const uint32_t *postings = sipcode_table_postings(i, &count);
        for (size_t j = 0; j < count; j++)
            candidates[postings[j] >> POSTING_FIELDS].fields |=
                postings[j] & POSTING_MASK;
    }
}

/* 0: the word is in the phrase, 1: in the summary, 2: somewhere else. */
static unsigned rank_of(uint32_t fields) {
    if (fields & sipcode_table_posting_bit(SIPCODE_PHRASE))
        return 0;
    return fields & sipcode_table_posting_bit(SIPCODE_SUMMARY) ? 1 : 2;
}

static void take(struct candidate *candidate) {
    if (!candidate->fields)
        candidate->out = true;
    candidate->together &= candidate->fields;
    candidate->any |= candidate->fields;
    candidate->rank += rank_of(candidate->fields);
    candidate->fields = 0;
}

static unsigned bit_count(uint32_t bits) {
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Whether a is a better match than b; with equal ones the lower code leads. */
static bool better(const struct candidate *a, const struct candidate *b) {
    if (a->rank != b->rank)
        return a->rank < b->rank;
    if (!a->together != !b->together)
        return a->together != 0;
    if (a->rank == 0)
        return false;
    return bit_count(a->any) > bit_count(b->any);
}

static bool is_in_value(const uint32_t *parts, size_t width, struct word word) {
    for (size_t i = 0; i < width; i++)
        if (mention(sipcode_table_text(parts[i]), word))
            return true;
    return false;
}

/* Finds the value that mentions most of the words, the first of equals. */
static struct sipcode_match locate(const struct sipcode_record *record,
                                   uint32_t fields, const char *const *words,
                                   size_t count) {
    struct sipcode_match best = {record, SIPCODE_PHRASE, 0};
    size_t most = 0;
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++) {
        if (!(fields & sipcode_table_posting_bit(field)))
            continue;
        size_t values, width;
        const uint32_t *parts =
            sipcode_table_values(record, field, &values, &width);
        for (size_t i = 0; i < values; i++) {
            size_t found = 0;
            for (size_t w = 0; w < count; w++)
                found += is_in_value(&parts[i * width], width, trim(words[w]));
            if (found > most) {
                most = found;
                best.field = field;
                best.index = i;
            }
            if (most >= count)
                return best;
        }
    }
    return best;
}

size_t sipcode_search(const char *const *words, size_t count,
                      struct sipcode_match *matches, size_t capacity) {
    struct candidate candidates[POSTING_RECORDS] = {0};
    uint8_t best[POSTING_RECORDS]; /* indices of the matches, best first */
    size_t found = 0;

    if (!count)
        return 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        candidates[i].together = POSTING_MASK;
    for (size_t w = 0; w < count; w++) {
        struct word word = trim(words[w]);
        if (!word.length)
            return 0;
        look_up(word, candidates);
        for (size_t i = 0; i < sipcode_count(); i++)
            take(&candidates[i]);
    }
    /* Insertion keeps equals in the order of their codes. */
    for (size_t i = 0; i < sipcode_count(); i++) {
        if (candidates[i].out)
            continue;
        size_t at = found++;
        for (; at && better(&candidates[i], &candidates[best[at - 1]]); at--)
            best[at] = best[at - 1];
        best[at] = (uint8_t)i;
    }
    for (size_t i = 0; i < found && i < capacity; i++) {
        const struct candidate *hit = &candidates[best[i]];
        matches[i] =
            locate(sipcode_at(best[i]),
                   hit->together ? hit->together : hit->any, words, count);
    }
    return found;
}

/* The next word of a text, or an empty one at its end; moves *text behind. */
static struct word next_word(const char **text) {
    while (**text && !ascii_alnum(**text))
        ++*text;
    struct word word = {*text, 0, false};
    while (ascii_alnum(**text)) {
        ++*text;
        word.length++;
    }
    return word;
}

/* How two texts fit: the words of `text` in `phrase`. */
static enum sipcode_fit fit(const char *phrase, const char *text) {
    const char *rest = phrase;
    bool exact = true, empty = true;
    for (struct word word = next_word(&text); word.length;
         word = next_word(&text)) {
        struct word own = next_word(&rest);
        empty = false;
        if (own.length != word.length || !starts_with(own.text, word))
            exact = false;
        if (!mention(phrase, word))
            return SIPCODE_FIT_NONE;
    }
    if (empty)
        return SIPCODE_FIT_NONE;
    return exact && !next_word(&rest).length ? SIPCODE_FIT_EXACT
                                             : SIPCODE_FIT_PARTIAL;
}

enum sipcode_fit sipcode_fit_phrase(const struct sipcode_record *record,
                                    const char *text) {
    const char *phrase = sipcode_value(record, SIPCODE_PHRASE, 0);
    return phrase && text ? fit(phrase, text) : SIPCODE_FIT_NONE;
}

/*
 * Whether a text ends like the pattern "(NNN/XX)": NNN stands for a number of
 * up to three digits, each X for a capital letter.
 */
static bool ends_like(const char *text, const char *pattern) {
    size_t at = strlen(text), capitals = strlen(pattern) - strlen("(NNN/)");
    if (!at || text[--at] != ')')
        return false;
    for (; capitals; capitals--)
        if (!at || text[--at] < 'A' || text[at] > 'Z')
            return false;
    if (!at || text[--at] != '/')
        return false;
    size_t end = at;
    while (at && ascii_digit(text[at - 1]))
        at--;
    return at < end && end - at <= 3 && at && text[at - 1] == '(';
}

/* The key is the code, or 0 for an end that any phrase may have. */
const struct sipcode_record *sipcode_wire(int code, const char *phrase) {
    struct table_range wires = sipcode_table_range(KIND_WIRE);
    for (size_t i = wires.count; phrase && i--;) {
        const struct sipcode_record *wire =
            sipcode_table_record(wires.first + i);
        const char *known = sipcode_value(wire, SIPCODE_WIRE, 0);
        if (wire->key
                ? wire->key == code && fit(known, phrase) == SIPCODE_FIT_EXACT
                : ends_like(phrase, known))
            return wire;
    }
    return NULL;
}
