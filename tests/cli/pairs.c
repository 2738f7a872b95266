/* SPDX-License-Identifier: MIT */
/*
 * Every pair of codes compared, in one process: a difference is a difference,
 * and every line reads as one should.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "here.h"
#include "sipcode.h"

static char *text; /* what the latest run printed */

static void assert_runs(char **argv) {
    struct printed out, err;
    assert_int_equal(run_here(argv, &out, &err), 0);
    assert_string_equal(err.text, "");
    assert_true(out.size > 0);
    text = out.text;
}

static void compare(int a, int b, const char *format) {
    char a_digits[8], b_digits[8];
    snprintf(a_digits, sizeof a_digits, "%d", a);
    snprintf(b_digits, sizeof b_digits, "%d", b);
    char *argv[] = {"sipcode",  "compare",      a_digits, b_digits,
                    "--format", (char *)format, NULL};
    assert_runs(argv);
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "when when": two words of letters, parted by a blank, the same. */
static bool has_doubled_word(const char *line) {
    const char *last = NULL;
    size_t last_length = 0;
    while (*line) {
        size_t length = 0;
        while (is_letter(line[length]))
            length++;
        if (length && last && last + last_length + 1 == line &&
            line[-1] == ' ' && length == last_length &&
            !strncasecmp(last, line, length))
            return true;
        last = length ? line : NULL;
        last_length = length;
        line += length ? length : 1;
    }
    return false;
}

static void check_line(const char *line) {
    const char *value = strstr(line, ": ");
    if (has_doubled_word(line) || strstr(line, "  "))
        fail_msg("doubled word or blank: %s", line);
    if (value && !value[2])
        fail_msg("empty field: %s", line);
}

/* Lines that are prose end with a stop, whatever their label. */
static void check_stop(const char *line) {
    static const char *const words[] = {
        "Sender:", "Method:", "Dialog:", "Learn More:", "Status:"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(line, words[i]))
            return;
    if (strncmp(line, "SIP ", 4) != 0 && line[strlen(line) - 1] != '.')
        fail_msg("no stop: %s", line);
}

/* Whether two pieces say the same of the two codes. */
static bool same_but_for_codes(const char *a, size_t a_length, const char *b,
                               size_t b_length, int a_code, int b_code) {
    char a_text[2048], b_text[2048], digits[8], *at;
    snprintf(a_text, sizeof a_text, "%.*s", (int)a_length, a);
    snprintf(b_text, sizeof b_text, "%.*s", (int)b_length, b);
    snprintf(digits, sizeof digits, "%d", a_code);
    while ((at = strstr(a_text, digits)))
        memcpy(at, "NNN", 3);
    snprintf(digits, sizeof digits, "%d", b_code);
    while ((at = strstr(b_text, digits)))
        memcpy(at, "NNN", 3);
    return !strcasecmp(a_text, b_text);
}

static void check_names(const char *line, int code) {
    char digits[8];
    snprintf(digits, sizeof digits, "%d", code);
    if (!strstr(line, digits))
        fail_msg("nothing of %d in: %s", code, line);
}

/* A sentence made from facts: a piece of each code, and not the same one. */
static void check_pieces(const char *line, const char *first, int a, int b) {
    const char *middle = strstr(first, "; ");
    assert_non_null(middle);
    const char *second = middle + 2;
    if (same_but_for_codes(first, (size_t)(middle - first), second,
                           strlen(second) - 1, a, b))
        fail_msg("no difference: %s", line);
}

/* What is known of the pair comes first, as it stands in the table. */
static void check_difference(const char *line, unsigned number, int a, int b) {
    const char *curated =
        sipcode_value(sipcode_pair(a, b), SIPCODE_DIFFERENCE, number - 1);
    char start[40];
    snprintf(start, sizeof start, "Key Differences: %u. ", number);
    if (strncmp(line, start, strlen(start)) != 0)
        fail_msg("not number %u: %s", number, line);
    const char *first = line + strlen(start);
    check_names(first, a);
    check_names(first, b);
    if (!curated)
        check_pieces(line, first, a, b);
    else if (strcmp(first, curated) != 0)
        fail_msg("not '%s': %s", curated, line);
}

/* A line that a curated pair has once and no other pair at all. */
static unsigned check_curated(const char *line, const char *label,
                              const struct sipcode_record *pair,
                              enum sipcode_field field) {
    size_t length = strlen(label);
    if (strncmp(line, label, length) != 0)
        return 0;
    if (!pair)
        fail_msg("of a pair that nobody curated: %s", line);
    assert_string_equal(line + length, sipcode_value(pair, field, 0));
    return 1;
}

/* A difference must not say again what a description says. */
static void check_no_restatement(const char *line, int code) {
    const char *description =
        sipcode_value(sipcode_find(code), SIPCODE_DESCRIPTION, 0);
    char words[61] = {0};
    for (size_t i = 0; i + 60 < strlen(description); i++) {
        memcpy(words, description + i, 60);
        if (strstr(line, words))
            fail_msg("%d: restates its description: %s", code, line);
    }
}

static void check_pair(int a, int b) {
    const struct sipcode_record *pair = sipcode_pair(a, b);
    unsigned differences = 0, uses = 0, lines = 0, tells = 0, choices = 0;
    compare(a, b, "plain");
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        lines++;
        check_line(line);
        check_stop(line);
        if (!strncmp(line, "Key Differences:", 16)) {
            check_difference(line, ++differences, a, b);
            check_no_restatement(line, a);
            check_no_restatement(line, b);
        }
        uses += !strncmp(line, "When to Use Which:", 18);
        tells += check_curated(line, "How to Tell Apart: ", pair, SIPCODE_TELL);
        choices += check_curated(line, "Which to Send: ", pair, SIPCODE_CHOOSE);
    }
    if (differences < 3)
        fail_msg("%d and %d: only %u differences", a, b, differences);
    if (differences <= sipcode_values(pair, SIPCODE_DIFFERENCE))
        fail_msg("%d and %d: no difference by facts", a, b);
    assert_int_equal(tells, pair != NULL);
    assert_int_equal(choices, pair != NULL);
    assert_int_equal(uses, 2);
    assert_true(lines > 20);
}

static void every_pair_has_three_true_differences(void **state) {
    (void)state;
    size_t pairs = 0, curated = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = i + 1; j < sipcode_count(); j++, pairs++) {
            int a = sipcode_key(sipcode_at(i)), b = sipcode_key(sipcode_at(j));
            check_pair(a, b);
            curated += sipcode_pair(a, b) != NULL;
        }
    assert_int_equal(pairs, sipcode_count() * (sipcode_count() - 1) / 2);
    assert_in_range(curated, 1, pairs - 1);
}

/* The other way round, what is known of a pair is the same. */
static void curated_pairs_read_the_same_in_either_order(void **state) {
    (void)state;
    size_t curated = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = i + 1; j < sipcode_count(); j++) {
            int a = sipcode_key(sipcode_at(i)), b = sipcode_key(sipcode_at(j));
            if (!sipcode_pair(a, b))
                continue;
            assert_ptr_equal(sipcode_pair(a, b), sipcode_pair(b, a));
            check_pair(b, a);
            curated++;
        }
    assert_true(curated > 0);
}

/* All of the above ran in this process: it never had a child. */
static void all_pairs_take_one_process(void **state) {
    (void)state;
    errno = 0;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &usage), 0);
    assert_int_equal(usage.ru_maxrss, 0);
}

/* The order in which two codes are named changes what is said first, no more.
 */
static void order_of_codes_is_kept(void **state) {
    (void)state;
    compare(422, 183, "plain");
    assert_ptr_equal(strstr(text,
                            "SIP 422 Session Interval Too Small vs 183 Session "
                            "Progress\nSummary: 422 is a 4xx Client Failure "
                            "response: "),
                     text);
}

static const char *const formats[] = {"pretty", "plain", "json", "tsv",
                                      "markdown"};

/* The most that anybody can ask for fits into the memory there is. */
static void all_codes_at_once(void **state) {
    (void)state;
    char digits[128][4], *argv[140] = {"sipcode", "compare", "--width", "20"};
    size_t count = 4;
    for (size_t i = 0; i < sipcode_count(); i++) {
        snprintf(digits[i], sizeof digits[i], "%d", sipcode_key(sipcode_at(i)));
        argv[count++] = digits[i];
    }
    argv[count++] = "--format";
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        argv[count] = (char *)formats[i];
        argv[count + 1] = NULL;
        /* The options are taken out of the arguments. */
        char *copy[140];
        memcpy(copy, argv, sizeof copy);
        assert_runs(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_has_three_true_differences),
        cmocka_unit_test(curated_pairs_read_the_same_in_either_order),
        cmocka_unit_test(order_of_codes_is_kept),
        cmocka_unit_test(all_codes_at_once),
        cmocka_unit_test(all_pairs_take_one_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
