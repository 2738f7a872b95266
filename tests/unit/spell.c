/* SPDX-License-Identifier: MIT */
/* Near spellings: the distance of two words, and the list that is offered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/cli/arena.h"
#include "../../src/cli/spell.h"
#include "rows.h"

static int give_memory_back(void **state) {
    (void)state;
    arena_reset();
    return 0;
}

/* ---- Distances ---------------------------------------------------------- */

struct pair {
    const char *a, *b;
    unsigned distance;
};

static const struct pair pairs[] = {
    {"", "", 0},
    {"", "a", 1},
    {"", "abc", 3},
    {"busy", "busy", 0},
    {"busy", "BUSY", 0},
    {"Busy Here", "busy here", 0},
    {"busy", "bussy", 1}, /* one more */
    {"busy", "bsy", 1},   /* one less */
    {"busy", "buzy", 1},  /* another one */
    {"busy", "bsuy", 1},  /* two neighbours swapped */
    {"busy", "ubsy", 1},  /* at the start */
    {"busy", "buys", 1},  /* at the end */
    {"busy", "BSUY", 1},  /* whatever the case */
    {"busy", "ubys", 2},  /* two swaps */
    {"busy", "ysub", 3},  /* not neighbours */
    {"ca", "abc", 3},     /* a swapped pair is not torn apart again */
    {"compare", "comapre", 1},
    {"compare", "copmaer", 2},
    {"search", "serach", 1},
    {"list", "lits", 1},
    {"kitten", "sitting", 3},
    {"show", "list", 4},
    {"ab", "ba", 1},
    {"a", "b", 1},
    {"a-b", "a_b", 1},
    {"[", "{", 1}, /* no letters, so their case is no matter */
    {"@", "`", 1},
    {"\xc3\x84", "\xc3\xa4", 1}, /* nor is that of other bytes */
};

static void distance_is(void **state) {
    const struct pair *row = *state;
    assert_int_equal(spell_distance(row->a, row->b, 10), row->distance);
    assert_int_equal(spell_distance(row->b, row->a, 10), row->distance);
}

/* What is farther than the limit is one farther, however far it is. */
static void distance_ends_behind_the_limit(void **state) {
    const struct pair *row = *state;
    for (unsigned limit = 0; limit <= 6; limit++) {
        unsigned shown = row->distance > limit ? limit + 1 : row->distance;
        assert_int_equal(spell_distance(row->a, row->b, limit), shown);
        assert_int_equal(spell_distance(row->b, row->a, limit), shown);
    }
}

/* The textbook definition, slow and without a limit. */
static unsigned defined(const char *a, size_t m, const char *b, size_t n) {
    if (!m || !n)
        return (unsigned)(m + n);
    unsigned best = defined(a, m - 1, b, n - 1) + (a[m - 1] != b[n - 1]);
    unsigned drop = defined(a, m - 1, b, n) + 1;
    unsigned add = defined(a, m, b, n - 1) + 1;
    if (drop < best)
        best = drop;
    if (add < best)
        best = add;
    if (m > 1 && n > 1 && a[m - 1] == b[n - 2] && a[m - 2] == b[n - 1]) {
        unsigned swap = defined(a, m - 2, b, n - 2) + 1;
        if (swap < best)
            best = swap;
    }
    return best;
}

/* The word number `number` of those of three letters, shortest first. */
static void short_word(unsigned number, char *word) {
    unsigned length = 0, words = 1;
    while (number >= words) {
        number -= words;
        words *= 3;
        length++;
    }
    for (unsigned i = 0; i < length; i++, number /= 3)
        word[i] = (char)('a' + number % 3);
    word[length] = '\0';
}

static void all_short_words_are_as_far_as_defined(void **state) {
    enum { WORDS = 1 + 3 + 9 + 27 + 81 };
    (void)state;
    for (unsigned i = 0; i < WORDS; i++)
        for (unsigned j = 0; j < WORDS; j++) {
            char a[8], b[8];
            short_word(i, a);
            short_word(j, b);
            unsigned distance = defined(a, strlen(a), b, strlen(b));
            for (unsigned limit = 0; limit <= 4; limit++)
                if (spell_distance(a, b, limit) !=
                    (distance > limit ? limit + 1 : distance))
                    fail_msg("\"%s\" and \"%s\", limit %u: %u, not %u", a, b,
                             limit, spell_distance(a, b, limit), distance);
        }
}

static const char *repeated(char letter, size_t length) {
    char *word = arena_take(length + 1, 1);
    memset(word, letter, length);
    return word;
}

/* The longest words that are compared letter by letter. */
static void words_of_forty_letters_are_compared(void **state) {
    const char *plain = repeated('a', 40);
    (void)state;
    assert_int_equal(spell_distance(plain, plain, 2), 0);
    assert_int_equal(spell_distance(plain, repeated('a', 39), 2), 1);
    assert_int_equal(spell_distance(repeated('a', 38), plain, 2), 2);
    assert_int_equal(spell_distance(plain, repeated('b', 40), 2), 3);
    assert_int_equal(spell_distance(plain, repeated('b', 40), 40), 40);
    assert_int_equal(spell_distance(plain, "", 40), 40);
    assert_int_equal(spell_distance("", plain, 39), 40);
    assert_int_equal(spell_distance(plain, repeated('a', 41), 2), 3);
    assert_int_equal(spell_distance(repeated('a', 41), plain, 2), 3);
}

/* Whatever their length, words that differ all over are not near. */
static void long_words_are_not_near(void **state) {
    static const size_t lengths[] = {41, 42, 43, 64, 1000, 100000};
    (void)state;
    for (size_t i = 0; i < ROWS(lengths); i++) {
        const char *a = repeated('a', lengths[i]);
        const char *b = repeated('b', lengths[i]);
        for (unsigned limit = 0; limit <= 3; limit++) {
            assert_int_equal(spell_distance(a, b, limit), limit + 1);
            assert_int_equal(spell_distance(a, "busy", limit), limit + 1);
            assert_int_equal(spell_distance("busy", a, limit), limit + 1);
            assert_int_equal(spell_distance("", a, limit), limit + 1);
            assert_int_equal(spell_distance(a, "", limit), limit + 1);
        }
    }
}

/* ---- How many slips are likely ------------------------------------------ */

static const struct {
    const char *word;
    unsigned limit;
} limits[] = {{"", 0},       {"a", 0},       {"ok", 0},
              {"abc", 1},    {"list", 1},    {"hello", 1},
              {"search", 2}, {"compare", 2}, {"Session Progress", 2}};

static void longer_words_may_have_more_slips(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(limits); i++)
        assert_int_equal(spell_limit(limits[i].word), limits[i].limit);
    assert_int_equal(spell_limit(repeated('a', 100000)), 2);
}

/* ---- The list ----------------------------------------------------------- */

struct trial {
    const char *name, *word;
    const char *known[8]; /* up to NULL, in the order of trying */
    const char *list;     /* NULL where nothing is near */
};

static const struct trial trials[] = {
    {"nothing is known", "busy", {NULL}, NULL},
    {"nothing is near", "busy", {"list", "show", "forbidden"}, NULL},
    {"one is near", "serach", {"show", "search", "list"}, "search"},
    {"two are near", "lst", {"last", "list"}, "last or list"},
    {"three are near", "lst", {"last", "list", "lust"}, "last, list or lust"},
    {"the nearest comes first",
     "compare",
     {"compar", "comprae", "compare", "cimpaer"},
     "compare, compar or comprae"},
    {"equals stay in the order of trying",
     "cat",
     {"rat", "hat", "bat"},
     "rat, hat or bat"},
    {"a fourth equal comes too late",
     "cat",
     {"rat", "hat", "bat", "mat"},
     "rat, hat or bat"},
    {"a fourth that is nearer drives out the last",
     "cat",
     {"rat", "hat", "bat", "mat", "cat"},
     "cat, rat or hat"},
    {"a nearer one drives out the farthest, not the earliest",
     "search",
     {"searchxy", "searchx", "searchz", "seerch"},
     "searchx, searchz or seerch"},
    {"two slips are too many in a short word",
     "list",
     {"lost", "loft"},
     "lost"},
    {"two slips are likely in a long one",
     "compare",
     {"kompore", "kompora"},
     "kompore"},
    {"two letters are no misspelling", "ok", {"oj", "o", "okk"}, NULL},
    {"two letters may be right", "ok", {"oj", "OK"}, "OK"},
    {"nothing is like the empty word", "", {"a", "ok"}, NULL},
    {"the case is kept and does not count",
     "RINGING",
     {"Ringing", "ring"},
     "Ringing"},
    {"words with blanks",
     "sesion progress",
     {"Session Progress", "Session Interval Too Small"},
     "Session Progress"},
};

static void offers(void **state) {
    const struct trial *row = *state;
    struct spelling spelling = {.word = row->word};
    for (size_t i = 0; i < ROWS(row->known) && row->known[i]; i++)
        spell_try(&spelling, row->known[i]);
    const char *list = spell_list(&spelling);
    if (!row->list) {
        assert_null(list);
        assert_int_equal(spelling.count, 0);
        return;
    }
    assert_non_null(list);
    assert_string_equal(list, row->list);
}

/* Ascending distances, equal to what spell_distance() says, at most three. */
static void the_list_is_what_the_distances_say(void **state) {
    static const char *const known[] = {
        "show",  "compare", "list",     "search", "last", "lust", "lists",
        "listx", "lits",    "lost-end", "mist",   "list", "lis",  "ls"};
    (void)state;
    for (size_t i = 0; i < ROWS(known); i++) {
        struct spelling spelling = {.word = known[i]};
        size_t near = 0;
        for (size_t j = 0; j < ROWS(known); j++) {
            unsigned limit = spell_limit(known[i]);
            near += spell_distance(known[i], known[j], limit) <= limit;
            spell_try(&spelling, known[j]);
        }
        assert_int_equal(spelling.count, near < SPELL_MOST ? near : SPELL_MOST);
        assert_true(spelling.count > 0);
        assert_int_equal(spelling.words[0].distance, 0);
        assert_string_equal(spelling.words[0].word, known[i]);
        for (size_t j = 0; j < spelling.count; j++) {
            const struct nearby *word = &spelling.words[j];
            assert_int_equal(word->distance,
                             spell_distance(known[i], word->word, 10));
            if (j)
                assert_true(word[-1].distance <= word->distance);
        }
    }
}

static void a_list_of_long_words_is_whole(void **state) {
    struct spelling spelling = {.word = repeated('a', 40)};
    char expected[3 * 40 + sizeof ",  or "];
    (void)state;
    spell_try(&spelling, repeated('a', 40));
    spell_try(&spelling, repeated('a', 39));
    spell_try(&spelling, repeated('a', 38));
    snprintf(expected, sizeof expected, "%s, %s or %s", repeated('a', 40),
             repeated('a', 39), repeated('a', 38));
    assert_string_equal(spell_list(&spelling), expected);
}

/* ---- All of it ---------------------------------------------------------- */

static const struct CMUnitTest plain_tests[] = {
    cmocka_unit_test(all_short_words_are_as_far_as_defined),
    cmocka_unit_test(words_of_forty_letters_are_compared),
    cmocka_unit_test(long_words_are_not_near),
    cmocka_unit_test(longer_words_may_have_more_slips),
    cmocka_unit_test(the_list_is_what_the_distances_say),
    cmocka_unit_test(a_list_of_long_words_is_whole),
};

int main(void) {
    for (size_t i = 0; i < ROWS(pairs); i++) {
        add(named("distance of \"%s\" and \"%s\"", pairs[i].a, pairs[i].b),
            distance_is, &pairs[i]);
        add(named("limited distance of \"%s\" and \"%s\"", pairs[i].a,
                  pairs[i].b),
            distance_ends_behind_the_limit, &pairs[i]);
    }
    for (size_t i = 0; i < ROWS(trials); i++)
        add(named("offers: %s", trials[i].name), offers, &trials[i]);
    ADD_TESTS(plain_tests);
    for (size_t i = 0; i < test_count; i++)
        tests[i].teardown_func = give_memory_back;
    return cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
}
