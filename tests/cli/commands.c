/* SPDX-License-Identifier: MIT */
/*
 * What each command answers, in plain text. What is an interface (titles,
 * labels, their order, statuses) is asserted to the letter; prose is held
 * against the data or against what --field gives.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "program.h"

#define MOST_CODES 600

/* The latest run; the next one frees it. */
static struct result got;

#define RUN(...) (result_free(&got), got = sipcode(__VA_ARGS__, NULL))

static void assert_found(void) {
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 0);
}

static void assert_missing(const char *err) {
    assert_string_equal(got.err, err);
    assert_int_equal(got.status, 1);
}

/* What a run printed, for a later comparison; the caller frees it. */
#define KEEP(...) (RUN(__VA_ARGS__), take_output())

static char *take_output(void) {
    char *out = got.out;
    got.out = NULL;
    return out;
}

static bool starts(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/* ---- Expected text ------------------------------------------------------ */

/* A text that is printed piece by piece; text_end() must follow. */
struct text {
    char *string;
    size_t size;
    FILE *stream;
};

static void text_start(struct text *text) {
    text->stream = open_memstream(&text->string, &text->size);
    assert_non_null(text->stream);
}

static char *text_end(struct text *text) {
    assert_int_equal(fclose(text->stream), 0);
    return text->string;
}

/* What the latest run printed must be this text, which is freed. */
static void assert_printed(char *expected) {
    assert_string_equal(got.out, expected);
    free(expected);
}

/* Cuts a text into its lines; each must have its line feed. */
static size_t split(char *text, char **lines, size_t room) {
    size_t count = 0;
    while (*text) {
        char *end = strchr(text, '\n');
        assert_non_null(end);
        assert_true(count < room);
        *end = '\0';
        lines[count++] = text;
        text = end + 1;
    }
    return count;
}

/* The values that follow a label, one a line, as --field prints them. */
static char *values_of(const char *printed, const char *label) {
    struct text text;
    text_start(&text);
    for (const char *line = printed; *line; line = strchr(line, '\n') + 1) {
        size_t length = strlen(label);
        if (!strncmp(line, label, length) && starts(line + length, ": ")) {
            const char *value = line + length + 2;
            fprintf(text.stream, "%.*s\n", (int)strcspn(value, "\n"), value);
        }
    }
    return text_end(&text);
}

/*
 * The labels of one record must hold the expected ones in their order; a label
 * more may stand among them, but the lines of one label stand together.
 */
static void assert_labels(const char *printed, const char *const *expected) {
    char seen[64][32];
    size_t count = 0;
    for (const char *line = strchr(printed, '\n') + 1; *line;
         line = strchr(line, '\n') + 1) {
        char label[32];
        size_t length = strcspn(line, ":\n");
        assert_true(length < sizeof label && starts(line + length, ": "));
        memcpy(label, line, length);
        label[length] = '\0';
        if (count && !strcmp(label, seen[count - 1]))
            continue;
        for (size_t i = 0; i < count; i++)
            assert_string_not_equal(label, seen[i]);
        assert_true(count < 64);
        memcpy(seen[count++], label, sizeof label);
        if (*expected && !strcmp(label, *expected))
            expected++;
    }
    if (*expected)
        fail_msg("no label '%s', or not in its place", *expected);
}

/* ---- What the data say -------------------------------------------------- */

static struct code {
    int number;
    const char *phrase, *reference, *status, *summary;
} codes[MOST_CODES];
static size_t code_count;
static char *data;

/* Lines that start with "+ " go on with the value of the line before. */
static void unfold(char *text) {
    char *to = text;
    for (const char *from = text; *from;) {
        if (starts(from, "\n+ ")) {
            *to++ = ' ';
            from += 3;
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
}

static const char *data_path(const char *name) {
    static char path[4096];
    const char *source = getenv("SIPCODE_SOURCE");
    assert_non_null(source);
    snprintf(path, sizeof path, "%s/data/%s", source, name);
    return path;
}

/* Of repeated fields the first one counts. */
static void keep_field(const char *line, const char *name, const char **field) {
    size_t length = strlen(name);
    if (!*field && !strncmp(line, name, length) && starts(line + length, ": "))
        *field = line + length + 2;
}

static int read_codes(void **state) {
    (void)state;
    struct code *code = NULL;
    data = read_file(data_path("codes.rec"));
    unfold(data);
    for (char *line = strtok(data, "\n"); line; line = strtok(NULL, "\n")) {
        if (starts(line, "Code: ") && code_count < MOST_CODES) {
            code = &codes[code_count++];
            code->number = atoi(line + strlen("Code: "));
        }
        if (!code)
            continue;
        keep_field(line, "Phrase", &code->phrase);
        keep_field(line, "Reference", &code->reference);
        keep_field(line, "Status", &code->status);
        keep_field(line, "Summary", &code->summary);
    }
    return code_count ? 0 : -1;
}

static int free_all(void **state) {
    (void)state;
    result_free(&got);
    free(data);
    return 0;
}

static const char *const class_names[] = {
    NULL,
    "Provisional",
    "Successful",
    "Redirection",
    "Client Failure",
    "Server Failure",
    "Global Failure",
};

/* The line of a code in a list. */
static void print_line(FILE *stream, const struct code *code) {
    fprintf(stream, "%d %s", code->number, code->phrase);
    if (code->status)
        fprintf(stream, " (%s)", code->status);
    fprintf(stream, ": %s\n", code->summary);
}

/* The list of the classes whose digits are given. */
static char *list_of(const char *digits) {
    struct text text;
    text_start(&text);
    for (size_t i = 0; i < code_count; i++)
        if (strchr(digits, '0' + codes[i].number / 100))
            print_line(text.stream, &codes[i]);
    return text_end(&text);
}

static const struct code *code_of(int number) {
    for (size_t i = 0; i < code_count; i++)
        if (codes[i].number == number)
            return &codes[i];
    fail_msg("%d is not in the data", number);
    return NULL;
}

/* Runs show for all codes at once, with one option and its value. */
static void run_all(const char *option, const char *value) {
    static char digits[MOST_CODES][12];
    const char *argv[MOST_CODES + 5] = {getenv("SIPCODE"), "show"};
    size_t count = 2;
    for (size_t i = 0; i < code_count; i++) {
        snprintf(digits[i], sizeof *digits, "%d", codes[i].number);
        argv[count++] = digits[i];
    }
    if (option)
        argv[count++] = option;
    argv[count] = value;
    result_free(&got);
    got = program_run(argv, NULL);
}

/* ---- show --------------------------------------------------------------- */

static void show_has_a_title_and_its_labels_in_order(void **state) {
    (void)state;
    static const char *const labels[] = {"Class",
                                         "Summary",
                                         "Description",
                                         "When You See It",
                                         "How to Fix",
                                         "Dead End",
                                         "When to Use It",
                                         "Sender",
                                         "Method",
                                         "Trigger",
                                         "In a Trace",
                                         "Header",
                                         "Retry",
                                         "Failover",
                                         "Dialog",
                                         "Fault",
                                         "Compare With",
                                         "Learn More",
                                         NULL};
    RUN("422");
    assert_found();
    assert_true(starts(got.out, "SIP 422 Session Interval Too Small\n"
                                "Class: 4xx Client Failure\n"
                                "Summary: "));
    assert_labels(got.out, labels);
    assert_non_null(
        strstr(got.out, "\nCompare With: 423 Interval Too Brief\n"));
    assert_non_null(
        strstr(got.out, "\nLearn More: RFC 4028, Section 6, "
                        "https://www.rfc-editor.org/rfc/rfc4028#section-6\n"));
}

static void show_has_a_status_where_the_data_give_one(void **state) {
    (void)state;
    run_all(NULL, NULL);
    assert_found();
    const char *record = got.out;
    for (size_t i = 0; i < code_count; i++) {
        const char *end = strstr(record, "\n\n");
        const char *status = strstr(record, "\nStatus: ");
        bool has = status && (!end || status < end);
        assert_int_equal(has, codes[i].status != NULL);
        if (has) {
            status += strlen("\nStatus: ");
            assert_true(starts(status, codes[i].status));
            assert_int_equal(status[strlen(codes[i].status)], '\n');
        }
        record = end ? end + 2 : "";
    }
    assert_string_equal(record, "");
}

static void every_code_is_shown_under_its_title_and_class(void **state) {
    (void)state;
    run_all(NULL, NULL);
    assert_found();
    const char *record = got.out;
    for (size_t i = 0; i < code_count; i++) {
        char start[200];
        int digit = codes[i].number / 100;
        snprintf(start, sizeof start, "SIP %d %s\nClass: %dxx %s\n",
                 codes[i].number, codes[i].phrase, digit, class_names[digit]);
        if (!starts(record, start))
            fail_msg("not at the start of its record: %s", start);
        const char *end = strstr(record, "\n\n");
        record = end ? end + 2 : "";
    }
    assert_string_equal(record, "");
}

static void the_values_of_a_label_are_those_of_its_field(void **state) {
    static const char *const pairs[][2] = {
        {"Summary", "summary"},      {"Description", "description"},
        {"When You See It", "when"}, {"How to Fix", "fix"},
        {"Dead End", "dead_end"},    {"When to Use It", "use"},
        {"Status", "status"},        {"Sender", "sender"},
        {"Method", "method"},        {"Dialog", "dialog"},
    };
    (void)state;
    run_all(NULL, NULL);
    char *printed = take_output();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        run_all("--field", pairs[i][1]);
        assert_found();
        assert_string_not_equal(got.out, "");
        assert_printed(values_of(printed, pairs[i][0]));
    }
    free(printed);
}

static void several_codes_are_parted_by_an_empty_line(void **state) {
    (void)state;
    struct text both;
    char *first = KEEP("183"), *second = KEEP("422");
    text_start(&both);
    fprintf(both.stream, "%s\n%s", first, second);
    RUN("183", "422");
    assert_found();
    assert_printed(text_end(&both));
    free(first);
    free(second);
}

static void codes_come_in_the_order_of_the_arguments(void **state) {
    (void)state;
    RUN("600", "100", "4xx", "--field", "class");
    assert_found();
    assert_string_equal(got.out, "6\n1\n4\n");
}

static void a_class_lists_its_codes(void **state) {
    (void)state;
    for (int digit = 1; digit <= 6; digit++) {
        char lower[] = "1xx", upper[] = "1XX", title[64];
        struct text expected;
        lower[0] = upper[0] = (char)('0' + digit);
        snprintf(title, sizeof title, "SIP %s %s\nSummary: ", lower,
                 class_names[digit]);
        text_start(&expected);
        for (size_t i = 0; i < code_count; i++)
            if (codes[i].number / 100 == digit)
                fprintf(expected.stream, "%d %s\n", codes[i].number,
                        codes[i].phrase);
        char *printed = KEEP(lower);
        assert_found();
        assert_true(starts(printed, title));
        char *listed = values_of(printed, "Codes"),
             *wanted = text_end(&expected);
        assert_string_equal(listed, wanted);
        free(listed);
        free(wanted);
        RUN(upper);
        assert_printed(printed);
    }
}

static void a_class_has_its_labels_in_order(void **state) {
    (void)state;
    static const char *const labels[] = {
        "Summary", "Acknowledged", "Fork", "Unknown Code",
        "Codes",   "Learn More",   NULL};
    RUN("1xx");
    assert_found();
    assert_labels(got.out, labels);
    assert_non_null(strstr(got.out, "\nUnknown Code: 183 Session Progress\n"));
}

/* Ways to write what the row says; all show the same. */
struct spelled {
    const char *name;
    const char *arguments[8];
    const char *same_as[3];
};

static struct spelled spellings[] = {
    {"show 183", {"show", "183"}, {"183"}},
    {"show 4xx", {"show", "4xx"}, {"4xx"}},
    {"a status line", {"SIP/2.0 183 Session Progress"}, {"183"}},
    {"a status line after show",
     {"show", "SIP/2.0 183 Session Progress"},
     {"183"}},
    {"a status line in words",
     {"SIP/2.0", "183", "Session", "Progress"},
     {"183"}},
    {"a status line in two arguments",
     {"SIP/2.0", "183 Session Progress"},
     {"183"}},
    {"a status line in words after show",
     {"show", "SIP/2.0", "183", "Session", "Progress"},
     {"183"}},
    {"a status line without a phrase", {"SIP/2.0 183"}, {"183"}},
    {"a status line with an empty phrase", {"SIP/2.0 183 "}, {"183"}},
    {"a status line in lower case", {"sip/2.0 183 session progress"}, {"183"}},
    {"a status line with its line end",
     {"SIP/2.0 183 Session Progress\r\n"},
     {"183"}},
    {"a status line among blanks",
     {" \tSIP/2.0   183  Session Progress  "},
     {"183"}},
    {"code and phrase", {"183 Session Progress"}, {"183"}},
    {"code and phrase in words", {"183", "Session", "Progress"}, {"183"}},
    {"code among blanks", {" 183 "}, {"183"}},
    {"class among blanks", {" 4xx "}, {"4xx"}},
    {"two status lines",
     {"SIP/2.0 183 Session Progress", "SIP/2.0 200 OK"},
     {"183", "200"}},
    {"two status lines in words",
     {"SIP/2.0", "183", "Session", "Progress", "SIP/2.0", "200", "OK"},
     {"183", "200"}},
    {"a status line, then a code",
     {"SIP/2.0", "183", "Session", "Progress", "200"},
     {"183", "200"}},
    {"the word SIP", {"SIP 183"}, {"183"}},
    {"the word SIP by itself", {"SIP", "183", "422"}, {"183", "422"}},
    {"the word SIP in lower case", {"show", "sip", "4xx"}, {"4xx"}},
    {"the name of a class", {"show", "client-failure"}, {"4xx"}},
    {"the name of a class with a capital", {"show", "Provisional"}, {"1xx"}},
    {"a phrase", {"show", "Busy Here"}, {"486"}},
    {"a phrase in another order", {"show", "here", "busy"}, {"486"}},
    {"a phrase in lower case", {"show", "busy here"}, {"486"}},
    {"a phrase in upper case", {"show", "BUSY HERE"}, {"486"}},
    {"a phrase in words", {"show", "busy", "here"}, {"486"}},
    {"a phrase among blanks", {"show", "  busy here "}, {"486"}},
    {"a phrase with a slash",
     {"show", "Call/Transaction Does Not Exist"},
     {"481"}},
    {"the start of one phrase", {"show", "session prog"}, {"183"}},
    {"a phrase that starts others", {"show", "ok"}, {"200"}},
    {"two phrases", {"show", "busy here", "ringing"}, {"486", "180"}},
    {"a phrase, then a code", {"show", "busy here", "180"}, {"486", "180"}},
};

static void is_the_same_as(void **state) {
    const struct spelled *row = *state;
    const char *argv[10] = {getenv("SIPCODE")};
    memcpy(argv + 1, row->same_as, sizeof row->same_as);
    result_free(&got);
    got = program_run(argv, NULL);
    assert_found();
    assert_true(starts(got.out, "SIP "));
    char *expected = take_output();
    memcpy(argv + 1, row->arguments, sizeof row->arguments);
    result_free(&got);
    got = program_run(argv, NULL);
    assert_found();
    assert_printed(expected);
}

static void another_phrase_on_a_status_line_is_worth_a_note(void **state) {
    (void)state;
    static const char note[] =
        "sipcode: 183 Call Progress: the registered reason phrase is "
        "\"Session Progress\"\n";
    char *expected = KEEP("183");
    RUN("SIP/2.0 183 Call Progress");
    assert_string_equal(got.out, expected);
    assert_string_equal(got.err, note);
    assert_int_equal(got.status, 0);
    RUN("SIP/2.0", "183", "Call", "Progress");
    assert_string_equal(got.out, expected);
    assert_string_equal(got.err, note);
    assert_int_equal(got.status, 0);
    RUN("-q", "SIP/2.0 183 Call Progress");
    assert_found();
    assert_printed(expected);
}

static void half_a_phrase_on_a_status_line_is_another_phrase(void **state) {
    (void)state;
    RUN("183 Session");
    assert_string_equal(got.err, "sipcode: 183 Session: the registered reason "
                                 "phrase is \"Session Progress\"\n");
    assert_int_equal(got.status, 0);
}

static void a_phrase_that_fits_several_lists_them(void **state) {
    (void)state;
    struct text expected;
    text_start(&expected);
    print_line(expected.stream, code_of(486));
    print_line(expected.stream, code_of(600));
    RUN("show", "busy");
    assert_found();
    assert_printed(text_end(&expected));
}

/* 488 Not Acceptable Here holds these words too, but is another phrase. */
static void an_exact_phrase_of_two_codes_lists_just_them(void **state) {
    (void)state;
    struct text expected;
    text_start(&expected);
    print_line(expected.stream, code_of(406));
    print_line(expected.stream, code_of(606));
    RUN("show", "not", "acceptable");
    assert_found();
    assert_printed(text_end(&expected));
}

static void every_phrase_finds_its_code(void **state) {
    (void)state;
    for (size_t i = 0; i < code_count; i++) {
        char number[16];
        RUN("show", codes[i].phrase, "--field", "code");
        assert_found();
        snprintf(number, sizeof number, "%d\n", codes[i].number);
        if (!strstr(got.out, number))
            fail_msg("show '%s' does not find %s", codes[i].phrase, number);
        /* More than one line only where codes share the phrase. */
        for (const char *line = got.out; *line; line = strchr(line, '\n') + 1)
            assert_int_equal(
                strcasecmp(code_of(atoi(line))->phrase, codes[i].phrase), 0);
    }
}

static void some_found_and_some_not_is_status_1(void **state) {
    (void)state;
    char *expected = KEEP("183", "422");
    RUN("183", "499", "422");
    assert_missing("sipcode: 499: not registered with IANA; a UA treats it as "
                   "400 Bad Request (RFC 3261 section 8.1.3.2); nearest "
                   "registered: 494 Security Agreement Required, 500 Server "
                   "Internal Error\n");
    assert_printed(expected);
}

/* Each gives what it has, whichever comes first. */
static void fields_of_codes_and_classes_together(void **state) {
    (void)state;
    RUN("4xx", "183", "--field", "code,class_name");
    assert_found();
    assert_string_equal(got.out, "Client Failure\n183\nProvisional\n");
    RUN("183", "4xx", "--field", "code,class_name");
    assert_found();
    assert_string_equal(got.out, "183\nProvisional\nClient Failure\n");
    RUN("show", "4xx", "busy", "--field", "code");
    assert_found();
    assert_string_equal(got.out, "486\n600\n");
}

/* ---- compare ------------------------------------------------------------ */

static void compare_has_every_part_in_its_order(void **state) {
    (void)state;
    static const char *const labels[] = {"Summary",
                                         "183 Description",
                                         "183 When You See It",
                                         "183 How to Fix",
                                         "422 Description",
                                         "422 When You See It",
                                         "422 How to Fix",
                                         "Key Differences",
                                         "When to Use Which",
                                         "Learn More",
                                         NULL};
    RUN("compare", "183", "422");
    assert_found();
    assert_true(starts(got.out, "SIP 183 Session Progress vs 422 Session "
                                "Interval Too Small\nSummary: 183 is a 1xx "
                                "Provisional response: "));
    assert_labels(got.out, labels);
}

static void compare_repeats_nothing_for_each_code(void **state) {
    (void)state;
    static const char *const labels[] = {"Class", "Summary", "When to Use It",
                                         "Compare With", "Learn More"};
    RUN("compare", "183", "422");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        char line[40];
        snprintf(line, sizeof line, "\n183 %s: ", labels[i]);
        assert_null(strstr(got.out, line));
    }
}

static void three_codes_each_have_their_parts(void **state) {
    (void)state;
    static const char *const labels[] = {"Summary",
                                         "486 Description",
                                         "486 When You See It",
                                         "486 How to Fix",
                                         "600 Description",
                                         "600 When You See It",
                                         "600 How to Fix",
                                         "603 Description",
                                         "603 When You See It",
                                         "603 How to Fix",
                                         "Key Differences",
                                         "When to Use Which",
                                         "Learn More",
                                         NULL};
    RUN("compare", "486", "600", "603");
    assert_found();
    assert_true(starts(got.out, "SIP 486 Busy Here vs 600 Busy Everywhere vs "
                                "603 Decline\nSummary: "));
    assert_labels(got.out, labels);
}

static void codes_are_compared_in_the_order_given(void **state) {
    (void)state;
    static const char *const labels[] = {"Summary", "422 Description",
                                         "183 Description", "Key Differences",
                                         NULL};
    RUN("compare", "422", "183");
    assert_found();
    assert_true(starts(got.out, "SIP 422 Session Interval Too Small vs 183 "
                                "Session Progress\nSummary: 422 is a "));
    assert_labels(got.out, labels);
}

static void compare_summarizes_both_codes(void **state) {
    (void)state;
    struct text expected;
    const char *first = code_of(183)->summary, *second = code_of(422)->summary;
    text_start(&expected);
    fprintf(expected.stream,
            "183 is a 1xx Provisional response: %c%s 422 is a 4xx Client "
            "Failure response: %c%s\n",
            first[0] | 0x20, first + 1, second[0] | 0x20, second + 1);
    char *printed = KEEP("compare", "183", "422");
    char *summary = values_of(printed, "Summary"),
         *wanted = text_end(&expected);
    assert_string_equal(summary, wanted);
    free(wanted);
    free(summary);
    free(printed);
}

static const char *const compared[] = {"183", "422"};

static void compare_has_the_texts_of_show(void **state) {
    static const char *const pairs[][2] = {
        {"Description", "description"},
        {"When You See It", "when"},
        {"How to Fix", "fix"},
        {"Dead End", "dead_end"},
    };
    (void)state;
    char *printed = KEEP("compare", "183", "422");
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < sizeof pairs / sizeof *pairs; j++) {
            char label[40];
            snprintf(label, sizeof label, "%s %s", compared[i], pairs[j][0]);
            RUN(compared[i], "--field", pairs[j][1]);
            assert_found();
            assert_string_not_equal(got.out, "");
            assert_printed(values_of(printed, label));
        }
    free(printed);
}

/* Each line of `values`, with "183: " or the like before it. */
static void print_tagged(FILE *stream, const char *tag, const char *values) {
    for (; *values; values = strchr(values, '\n') + 1)
        fprintf(stream, "%s: %.*s\n", tag, (int)strcspn(values, "\n"), values);
}

static void when_to_use_which_gives_each_code_its_use(void **state) {
    (void)state;
    struct text expected;
    text_start(&expected);
    for (size_t i = 0; i < 2; i++) {
        RUN(compared[i], "--field", "use");
        print_tagged(expected.stream, compared[i], got.out);
    }
    char *wanted = text_end(&expected),
         *printed = KEEP("compare", "183", "422");
    char *uses = values_of(printed, "When to Use Which");
    assert_string_equal(uses, wanted);
    free(uses);
    free(printed);
    free(wanted);
}

static void learn_more_names_the_code_of_each_reference(void **state) {
    (void)state;
    struct text expected;
    text_start(&expected);
    for (size_t i = 0; i < 2; i++) {
        RUN(compared[i]);
        char *references = values_of(got.out, "Learn More");
        print_tagged(expected.stream, compared[i], references);
        free(references);
    }
    char *wanted = text_end(&expected),
         *printed = KEEP("compare", "183", "422");
    char *references = values_of(printed, "Learn More");
    assert_string_equal(references, wanted);
    free(references);
    free(printed);
    free(wanted);
}

/* "1. ", "2. " and so on; each a sentence about all of the codes. */
static void assert_differences(const char *const *numbers, size_t count) {
    char *lines[32];
    char *values = values_of(got.out, "Key Differences");
    size_t found = split(values, lines, 32);
    assert_in_range(found, 3, 32);
    for (size_t i = 0; i < found; i++) {
        char start[24];
        snprintf(start, sizeof start, "%zu. ", i + 1);
        assert_true(starts(lines[i], start));
        assert_int_equal(lines[i][strlen(lines[i]) - 1], '.');
        for (size_t j = 0; j < count; j++)
            if (!strstr(lines[i], numbers[j]))
                fail_msg("nothing of %s in: %s", numbers[j], lines[i]);
    }
    free(values);
}

static struct pair {
    const char *name;
    const char *numbers[4];
    size_t count;
} differing[] = {
    {"differences of 183 and 422", {"183", "422"}, 2},
    {"differences of 100 and 180", {"100", "180"}, 2},
    {"differences of 200 and 202", {"200", "202"}, 2},
    {"differences of 301 and 302", {"301", "302"}, 2},
    {"differences of 401 and 407", {"401", "407"}, 2},
    {"differences of 500 and 503", {"500", "503"}, 2},
    {"differences of 406 and 606", {"406", "606"}, 2},
    {"differences of 486, 600 and 603", {"486", "600", "603"}, 3},
    {"differences of 480, 486, 487 and 488", {"480", "486", "487", "488"}, 4},
};

static void differences_are_numbered_without_gaps(void **state) {
    const struct pair *row = *state;
    RUN("compare", row->numbers[0], row->numbers[1], row->numbers[2],
        row->count > 3 ? row->numbers[3] : NULL);
    assert_found();
    assert_differences(row->numbers, row->count);
}

static void compare_reads_status_lines(void **state) {
    (void)state;
    char *expected = KEEP("compare", "183", "422");
    RUN("compare", "SIP/2.0 183 Session Progress", "SIP/2.0", "422", "Session",
        "Interval", "Too", "Small");
    assert_found();
    assert_printed(expected);
}

static void compare_notes_another_phrase(void **state) {
    (void)state;
    char *expected = KEEP("compare", "183", "422");
    RUN("compare", "183 Call Progress", "422");
    assert_string_equal(got.out, expected);
    assert_string_equal(got.err, "sipcode: 183 Call Progress: the registered "
                                 "reason phrase is \"Session Progress\"\n");
    assert_int_equal(got.status, 0);
    free(expected);
}

#define NOT_REGISTERED_499                                                     \
    "sipcode: 499: not registered with IANA; a UA treats it as 400 Bad "       \
    "Request (RFC 3261 section 8.1.3.2); nearest registered: 494 Security "    \
    "Agreement Required, 500 Server Internal Error\n"

static void an_unregistered_code_is_left_out_of_a_comparison(void **state) {
    (void)state;
    char *expected = KEEP("compare", "183", "422");
    RUN("compare", "183", "499", "422");
    assert_missing(NOT_REGISTERED_499);
    assert_printed(expected);
}

static void one_code_that_is_left_is_nothing_to_compare(void **state) {
    (void)state;
    RUN("compare", "183", "499");
    assert_missing(NOT_REGISTERED_499);
    assert_string_equal(got.out, "");
}

/* ---- list --------------------------------------------------------------- */

struct listing {
    const char *name;
    const char *arguments[4];
    const char *digits; /* of the classes that it lists */
};

static struct listing listings[] = {
    {"list", {NULL}, "123456"},
    {"list all", {"all"}, "123456"},
    {"list ALL", {"ALL"}, "123456"},
    {"list all 4xx", {"all", "4xx"}, "123456"},
    {"list 1xx", {"1xx"}, "1"},
    {"list 2xx", {"2xx"}, "2"},
    {"list 3xx", {"3xx"}, "3"},
    {"list 4xx", {"4xx"}, "4"},
    {"list 5xx", {"5xx"}, "5"},
    {"list 6xx", {"6xx"}, "6"},
    {"list 4XX", {"4XX"}, "4"},
    {"list 1xx 6xx", {"1xx", "6xx"}, "16"},
    {"list 6xx 1xx, ascending all the same", {"6xx", "1xx"}, "16"},
    {"list 5xx 5xx, once each", {"5xx", "5xx"}, "5"},
    {"list provisional", {"provisional"}, "1"},
    {"list successful", {"successful"}, "2"},
    {"list redirection", {"redirection"}, "3"},
    {"list client-failure", {"client-failure"}, "4"},
    {"list server-failure", {"server-failure"}, "5"},
    {"list global-failure", {"global-failure"}, "6"},
    {"list Client-Failure", {"Client-Failure"}, "4"},
    {"list 'Client Failure'", {"Client Failure"}, "4"},
    {"list 2xx global-failure", {"2xx", "global-failure"}, "26"},
};

static void lists_its_classes(void **state) {
    const struct listing *row = *state;
    RUN("list", row->arguments[0], row->arguments[1], row->arguments[2]);
    assert_found();
    assert_printed(list_of(row->digits));
}

static void the_list_has_all_codes_ascending(void **state) {
    (void)state;
    char *lines[MOST_CODES];
    RUN("list");
    size_t count = split(got.out, lines, MOST_CODES);
    assert_int_equal(count, code_count);
    /* As many as IANA registers: a record lost would be no surprise else. */
    assert_true(count >= 75);
    for (size_t i = 1; i < count; i++)
        assert_true(atoi(lines[i - 1]) < atoi(lines[i]));
}

static void the_list_in_tsv_has_what_the_data_have(void **state) {
    (void)state;
    struct text expected;
    text_start(&expected);
    for (size_t i = 0; i < code_count; i++)
        fprintf(expected.stream, "%d\t%s\t%s\t%s\t%s\t%s\n", codes[i].number,
                codes[i].phrase, class_names[codes[i].number / 100],
                codes[i].reference, codes[i].status ? codes[i].status : "",
                codes[i].summary);
    RUN("list", "--format", "tsv");
    assert_found();
    assert_printed(text_end(&expected));
}

/* ---- search ------------------------------------------------------------- */

/* A line of what search prints: "180 Ringing: Phrase: Ringing". */
struct hit {
    int code;
    const char *place; /* a label */
    const char *text;
};

static size_t read_hits(char *printed, struct hit *hits) {
    static char *lines[MOST_CODES];
    size_t count = split(printed, lines, MOST_CODES);
    for (size_t i = 0; i < count; i++) {
        const struct code *code = code_of(atoi(lines[i]));
        char title[160];
        int length =
            snprintf(title, sizeof title, "%d %s%s%s%s: ", code->number,
                     code->phrase, code->status ? " (" : "",
                     code->status ? code->status : "", code->status ? ")" : "");
        assert_true(starts(lines[i], title));
        char *place = lines[i] + length, *end = strstr(place, ": ");
        assert_non_null(end);
        *end = '\0';
        hits[i] = (struct hit){code->number, place, end + 2};
    }
    return count;
}

/* Whether a word of the text starts like this, or is this word as a whole. */
static bool has_word(const char *text, const char *word, bool whole) {
    size_t length = strlen(word);
    for (const char *at = text; *at; at++)
        if ((at == text || !isalnum((unsigned char)at[-1])) &&
            !strncasecmp(at, word, length) &&
            !(whole && isalnum((unsigned char)at[length])))
            return true;
    return false;
}

static bool mentions(const char *text, const char *word) {
    return has_word(text, word, false);
}

/* In the order in which search ranks the places. */
static int rank_of(const char *place) {
    return !strcmp(place, "Phrase") ? 0 : !strcmp(place, "Summary") ? 1 : 2;
}

/* A cut text is marked at both ends; what is between must be in the record. */
static void assert_quoted(const struct hit *hit, const char *record) {
    char text[256], start[64];
    const char *from = hit->text;
    if (starts(from, "..."))
        from += 3;
    snprintf(text, sizeof text, "%s", from);
    size_t length = strlen(text);
    if (length > 3 && !strcmp(text + length - 3, "..."))
        text[length - 3] = '\0';
    if (!strcmp(hit->place, "Phrase"))
        return;
    snprintf(start, sizeof start, "\n%s: ", hit->place);
    for (const char *at = record; (at = strstr(at, start)); at++) {
        const char *end = strchr(at + 1, '\n'), *found = strstr(at, text);
        if (found && found < end)
            return;
    }
    fail_msg("not in %d, '%s': %s", hit->code, hit->place, text);
}

static const char *searched[] = {"busy",    "ring",   "timer",       "codec",
                                 "expires", "invite", "retry-after", "BUSY",
                                 "warning", "q.850",  "422"};

static void search_ranks_and_quotes_what_it_finds(void **state) {
    const char *word = *state;
    struct hit hits[MOST_CODES];
    RUN("search", word);
    assert_found();
    char *printed = take_output();
    size_t count = read_hits(printed, hits);
    assert_in_range(count, 1, code_count);
    for (size_t i = 0; i < count; i++) {
        char number[12];
        if (i)
            assert_true(rank_of(hits[i - 1].place) <= rank_of(hits[i].place));
        snprintf(number, sizeof number, "%d", hits[i].code);
        RUN(number);
        assert_true(mentions(got.out, word));
        assert_true(mentions(hits[i].text, word));
        assert_quoted(&hits[i], got.out);
    }
    free(printed);
}

static void search_finds_every_code_that_mentions_the_word(void **state) {
    const char *word = *state;
    struct hit hits[MOST_CODES];
    RUN("search", word);
    char *printed = take_output();
    size_t count = read_hits(printed, hits);
    for (size_t i = 0; i < code_count; i++) {
        char number[12];
        bool found = false;
        snprintf(number, sizeof number, "%d", codes[i].number);
        for (size_t j = 0; j < count; j++)
            found = found || hits[j].code == codes[i].number;
        RUN(number, "--field", "phrase,summary,description,when,fix,use");
        if (mentions(got.out, word) && !found)
            fail_msg("%s mentions %s and is not found", number, word);
    }
    free(printed);
}

static void numbers_and_short_words_must_be_whole(void **state) {
    (void)state;
    static const char *const words[] = {"18", "no", "487"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct hit hits[MOST_CODES];
        RUN("search", words[i]);
        assert_found();
        size_t count = read_hits(got.out, hits);
        assert_true(count > 0);
        for (size_t j = 0; j < count; j++)
            if (!has_word(hits[j].text, words[i], true))
                fail_msg("%s is not in: %s", words[i], hits[j].text);
    }
}

static void search_shows_the_phrase_that_matched(void **state) {
    (void)state;
    RUN("search", "ringing");
    assert_found();
    assert_true(starts(got.out, "180 Ringing: Phrase: Ringing\n"));
}

static void words_in_the_phrase_come_first(void **state) {
    (void)state;
    struct hit hits[MOST_CODES];
    RUN("search", "busy");
    assert_found();
    assert_true(read_hits(got.out, hits) > 2);
    assert_int_equal(hits[0].code, 486);
    assert_int_equal(hits[1].code, 600);
}

static bool is_among(int code, const struct hit *hits, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (hits[i].code == code)
            return true;
    return false;
}

/* Two words find the codes that both of them find. */
static void search_wants_all_words(void **state) {
    (void)state;
    struct hit a[MOST_CODES], b[MOST_CODES], both[MOST_CODES];
    char *first = KEEP("search", "early"), *second = KEEP("search", "media");
    char *third = KEEP("search", "early", "media");
    size_t a_count = read_hits(first, a), b_count = read_hits(second, b);
    size_t both_count = read_hits(third, both), expected = 0;
    for (size_t i = 0; i < a_count; i++)
        if (is_among(a[i].code, b, b_count)) {
            expected++;
            assert_true(is_among(a[i].code, both, both_count));
        }
    assert_in_range(both_count, 1, a_count - 1);
    assert_int_equal(both_count, expected);
    free(first);
    free(second);
    free(third);
}

static void words_may_share_an_argument(void **state) {
    (void)state;
    char *expected = KEEP("search", "early", "media");
    assert_found();
    RUN("search", "early media");
    assert_string_equal(got.out, expected);
    RUN("search", " Early  MEDIA, ");
    assert_found();
    assert_printed(expected);
}

/* ---- Options ------------------------------------------------------------ */

static struct placed {
    const char *name;
    const char *arguments[6];
} same_in_json[] = {
    {"options before", {"--format", "json", "show", "183"}},
    {"options between", {"show", "--format", "json", "183"}},
    {"options after", {"show", "183", "--format", "json"}},
    {"options with an equals sign", {"183", "--format=json"}},
    {"options without a command", {"--format", "json", "183"}},
    {"options before --", {"--format", "json", "--", "183"}},
    {"the last of two options wins", {"--format=tsv", "183", "--format=json"}},
};

static void prints_183_in_json(void **state) {
    const struct placed *row = *state;
    const char *const *words = row->arguments;
    RUN(words[0], words[1], words[2], words[3], words[4]);
    assert_found();
    assert_true(starts(got.out, "{\"code\":183,"));
    char *printed = take_output();
    RUN("show", "183", "--format", "json");
    assert_printed(printed);
}

static void two_dashes_end_the_options(void **state) {
    (void)state;
    char *expected = KEEP("183");
    RUN("--", "183");
    assert_string_equal(got.out, expected);
    RUN("--", "show", "183");
    assert_string_equal(got.out, expected);
    RUN("show", "--", "183");
    assert_found();
    assert_printed(expected);
    RUN("show", "--", "--help");
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 1);
    assert_true(starts(got.err, "sipcode: --help: no such reason phrase"));
}

static void short_options_share_a_dash(void **state) {
    (void)state;
    char *expected = KEEP("--help");
    RUN("-qh");
    assert_found();
    assert_printed(expected);
}

static void version_tells_program_and_data(void **state) {
    (void)state;
    unsigned major, minor, patch;
    size_t count;
    char edition[16], line[40], end;
    RUN("-V");
    assert_found();
    assert_int_equal(sscanf(got.out,
                            "sipcode %u.%u.%u\n%zu response codes, data "
                            "edition %10[0-9-]%c",
                            &major, &minor, &patch, &count, edition, &end),
                     6);
    assert_int_equal(end, '\n');
    assert_int_equal(count, code_count);
    snprintf(line, sizeof line, "\nEdition: %s\n", edition);
    char *file = read_file(data_path("edition.rec"));
    assert_non_null(strstr(file, line));
    free(file);
    char *expected = take_output();
    RUN("183", "--version");
    assert_found();
    assert_printed(expected);
}

/* ---- Help --------------------------------------------------------------- */

static const char *commands[] = {"show", "compare", "list", "search"};

static const char *const options[] = {"    --format NAME ", "    --field NAME",
                                      "    --color WHEN ",  "    --width N ",
                                      "    --ascii ",       "-q, --quiet ",
                                      "-h, --help ",        "-V, --version "};

static void assert_lists_options(void) {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (!strstr(got.out, options[i]))
            fail_msg("no line for '%s'", options[i]);
}

static void help_lists_commands_and_options(void **state) {
    (void)state;
    RUN("--help");
    assert_found();
    assert_true(starts(got.out, "usage: sipcode CODE...\n"));
    const char *list = strstr(got.out, "\nCommands:\n");
    assert_non_null(list);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char line[32];
        snprintf(line, sizeof line, "\n  %s ", commands[i]);
        list = strstr(list, line);
        if (!list)
            fail_msg("%s is not listed, or not in its place", commands[i]);
    }
    assert_lists_options();
    char *expected = take_output();
    RUN("-h");
    assert_found();
    assert_printed(expected);
}

/* What the list of commands names must be one: its help can be had. */
static void help_lists_nothing_but_commands(void **state) {
    (void)state;
    size_t count = 0;
    char *help = KEEP("--help");
    char *line = strstr(help, "\nCommands:\n") + strlen("\nCommands:\n");
    for (; starts(line, "  "); line = strchr(line, '\n') + 1) {
        char name[32], usage[64];
        if (line[2] == ' ')
            continue; /* the explanation of the command before */
        assert_int_equal(sscanf(line, " %31s", name), 1);
        snprintf(usage, sizeof usage, "usage: sipcode %s ", name);
        RUN(name, "--help");
        assert_found();
        assert_true(starts(got.out, usage));
        count++;
    }
    assert_true(count >= sizeof commands / sizeof *commands);
    free(help);
}

static void a_command_has_help(void **state) {
    const char *name = *state;
    char usage[64];
    snprintf(usage, sizeof usage, "usage: sipcode %s ", name);
    RUN(name, "--help");
    assert_found();
    assert_true(starts(got.out, usage));
    assert_lists_options();
    char *expected = take_output();
    RUN("-h", name);
    assert_string_equal(got.out, expected);
    RUN(name, "183", "-h");
    assert_found();
    assert_printed(expected);
}

static void without_arguments_a_short_help_is_an_error(void **state) {
    (void)state;
    result_free(&got);
    got = sipcode(NULL);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_true(starts(got.err, "usage: sipcode CODE... | sipcode COMMAND "));
    assert_non_null(strstr(got.err, "sipcode --help\n"));
}

static void options_alone_are_no_arguments(void **state) {
    (void)state;
    result_free(&got);
    got = sipcode(NULL);
    char *expected = got.err;
    got.err = NULL;
    RUN("--format", "json");
    assert_string_equal(got.out, "");
    assert_string_equal(got.err, expected);
    assert_int_equal(got.status, 2);
    free(expected);
}

/* Every line "  sipcode ..." of a help must work as it stands. */
static size_t run_examples(const char *help) {
    size_t count = 0;
    for (const char *line = help; (line = strstr(line, "\n  sipcode "));) {
        char words[6][32], *end = strchr(line + 1, '\n');
        *end = '\0';
        int found = sscanf(line, " sipcode %31s %31s %31s %31s %31s", words[0],
                           words[1], words[2], words[3], words[4]);
        assert_in_range(found, 1, 5);
        RUN(words[0], found > 1 ? words[1] : NULL, found > 2 ? words[2] : NULL,
            found > 3 ? words[3] : NULL, found > 4 ? words[4] : NULL);
        assert_found();
        assert_string_not_equal(got.out, "");
        count++;
        *end = '\n';
        line = end;
    }
    return count;
}

static void the_examples_work(void **state) {
    (void)state;
    result_free(&got);
    got = sipcode(NULL);
    char *short_help = got.err;
    got.err = NULL;
    assert_true(run_examples(short_help) >= 3);
    free(short_help);
    char *help = KEEP("--help");
    assert_true(run_examples(help) >= 3);
    free(help);
}

/* ---- All of them -------------------------------------------------------- */

#define ROWS(array) (sizeof(array) / sizeof *(array))

static struct CMUnitTest tests[200];
static size_t test_count;

static void add(const char *name, CMUnitTestFunction function,
                const void *state) {
    if (test_count == ROWS(tests))
        abort();
    tests[test_count++] = (struct CMUnitTest){
        .name = name,
        .test_func = function,
        .initial_state = (void *)(uintptr_t)state,
    };
}

/* A table of rows that start with their names. */
#define ADD_ROWS(array, function)                                              \
    for (size_t i = 0; i < ROWS(array); i++)                                   \
    add((array)[i].name, function, &(array)[i])

#define ADD(function) add(#function, function, NULL)

static const char *named(const char *prefix, const char *word) {
    static char names[64][64];
    static size_t count;
    snprintf(names[count], sizeof *names, "%s %s", prefix, word);
    return names[count++];
}

int main(void) {
    ADD(show_has_a_title_and_its_labels_in_order);
    ADD(show_has_a_status_where_the_data_give_one);
    ADD(every_code_is_shown_under_its_title_and_class);
    ADD(the_values_of_a_label_are_those_of_its_field);
    ADD(several_codes_are_parted_by_an_empty_line);
    ADD(codes_come_in_the_order_of_the_arguments);
    ADD(a_class_lists_its_codes);
    ADD(a_class_has_its_labels_in_order);
    ADD_ROWS(spellings, is_the_same_as);
    ADD(another_phrase_on_a_status_line_is_worth_a_note);
    ADD(half_a_phrase_on_a_status_line_is_another_phrase);
    ADD(a_phrase_that_fits_several_lists_them);
    ADD(an_exact_phrase_of_two_codes_lists_just_them);
    ADD(every_phrase_finds_its_code);
    ADD(some_found_and_some_not_is_status_1);
    ADD(fields_of_codes_and_classes_together);

    ADD(compare_has_every_part_in_its_order);
    ADD(compare_repeats_nothing_for_each_code);
    ADD(three_codes_each_have_their_parts);
    ADD(codes_are_compared_in_the_order_given);
    ADD(compare_summarizes_both_codes);
    ADD(compare_has_the_texts_of_show);
    ADD(when_to_use_which_gives_each_code_its_use);
    ADD(learn_more_names_the_code_of_each_reference);
    ADD_ROWS(differing, differences_are_numbered_without_gaps);
    ADD(compare_reads_status_lines);
    ADD(compare_notes_another_phrase);
    ADD(an_unregistered_code_is_left_out_of_a_comparison);
    ADD(one_code_that_is_left_is_nothing_to_compare);

    ADD_ROWS(listings, lists_its_classes);
    ADD(the_list_has_all_codes_ascending);
    ADD(the_list_in_tsv_has_what_the_data_have);

    for (size_t i = 0; i < ROWS(searched); i++)
        add(named("search ranks and quotes", searched[i]),
            search_ranks_and_quotes_what_it_finds, searched[i]);
    for (size_t i = 0; i < 3; i++)
        add(named("search finds all of", searched[i]),
            search_finds_every_code_that_mentions_the_word, searched[i]);
    ADD(numbers_and_short_words_must_be_whole);
    ADD(search_shows_the_phrase_that_matched);
    ADD(words_in_the_phrase_come_first);
    ADD(search_wants_all_words);
    ADD(words_may_share_an_argument);

    ADD_ROWS(same_in_json, prints_183_in_json);
    ADD(two_dashes_end_the_options);
    ADD(short_options_share_a_dash);
    ADD(version_tells_program_and_data);

    ADD(help_lists_commands_and_options);
    ADD(help_lists_nothing_but_commands);
    for (size_t i = 0; i < ROWS(commands); i++)
        add(named("help of", commands[i]), a_command_has_help, commands[i]);
    ADD(without_arguments_a_short_help_is_an_error);
    ADD(options_alone_are_no_arguments);
    ADD(the_examples_work);
    return _cmocka_run_group_tests("commands", tests, test_count, read_codes,
                                   free_all);
}
