/* SPDX-License-Identifier: MIT */
#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "../ascii.h"
#include "memory.h"

/* One word in one field; all of them are collected, sorted, then merged. */
struct occurrence {
    char *text;
    uint32_t posting;
};

struct list {
    struct occurrence *items;
    size_t count;
};

static void add_word(struct list *list, const char *start, size_t length,
                     uint32_t posting) {
    char *word = resize(NULL, length + 1, 1);
    for (size_t i = 0; i < length; i++)
        word[i] = ascii_lower(start[i]);
    word[length] = '\0';
    list->items = grow(list->items, list->count, sizeof *list->items);
    list->items[list->count++] = (struct occurrence){word, posting};
}

/*
 * A word is what stands between blanks, without the punctuation around it. A
 * compound ("Session-Expires") is a word from each of its parts on, so that
 * whoever looks for the start of a word finds it among the starts here.
 */
static void add_words(struct list *list, const char *text, uint32_t posting) {
    while (*text) {
        size_t length = ascii_until(text, ' '), end = length;
        while (end && !ascii_alnum(text[end - 1]))
            end--;
        for (size_t i = 0; i < end; i++)
            if (ascii_alnum(text[i]) && (!i || !ascii_alnum(text[i - 1])))
                add_word(list, text + i, end - i, posting);
        text += length + (text[length] == ' ');
    }
}

/* The number of a code is searched for as if it stood in the phrase. */
static unsigned slot_of(const struct value *value, const uint8_t *slots) {
    enum sipcode_field field = value->rule->field;
    return slots[field == FIELD_KEY ? SIPCODE_PHRASE : field];
}

static bool is_searched(const struct value *value) {
    return value->rule->form != FORM_REFERENCE &&
           value->rule->form != FORM_CODE;
}

static int compare(const void *a, const void *b) {
    const struct occurrence *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    if (order)
        return order;
    return x->posting < y->posting ? -1 : x->posting > y->posting;
}

/* Adds a field to the word's last posting, or a posting for another record. */
static void add_posting(struct word *word, uint32_t posting) {
    if (word->count && word->postings[word->count - 1] >> POSTING_FIELDS ==
                           posting >> POSTING_FIELDS) {
        word->postings[word->count - 1] |= posting;
        return;
    }
    word->postings = grow(word->postings, word->count, sizeof *word->postings);
    word->postings[word->count++] = posting;
}

static struct lexicon merge(const struct list *list) {
    struct lexicon lexicon = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct occurrence *item = &list->items[i];
        if (!i || strcmp(item->text, item[-1].text) != 0) {
            lexicon.words =
                grow(lexicon.words, lexicon.count, sizeof *lexicon.words);
            lexicon.words[lexicon.count++] = (struct word){.text = item->text};
        }
        add_posting(&lexicon.words[lexicon.count - 1], item->posting);
    }
    return lexicon;
}

struct lexicon lexicon_make(const struct recfile *codes, const uint8_t *slots) {
    struct list list = {0};
    for (size_t i = 0; i < codes->count; i++)
        for (size_t j = 0; j < codes->entries[i].count; j++) {
            const struct value *value = &codes->entries[i].values[j];
            if (is_searched(value))
                add_words(&list, value->text,
                          (uint32_t)i << POSTING_FIELDS |
                              UINT32_C(1) << slot_of(value, slots));
        }
    if (list.count) /* as ever: the number of a code is one of its words */
        qsort(list.items, list.count, sizeof *list.items, compare);
    return merge(&list);
}
