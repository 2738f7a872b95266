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

#include "latest.h"
#include "program.h"
#include "rows.h"

#define MOST_CODES 600

static void assert_missing(const char *err) {
    assert_string_equal(got.err, err);
    assert_int_equal(got.status, 1);
}

/* What a run printed, for a later comparison; the caller frees it. */
#define KEEP(...) (RUN(__VA_ARGS__), take_output())

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

static char *pair_data, *wire_data; /* what the files of that name hold */

static int read_codes(void **state) {
    (void)state;
    struct code *code = NULL;
    pair_data = read_file(data_path("pairs.rec"));
    unfold(pair_data);
    wire_data = read_file(data_path("phrases.rec"));
    unfold(wire_data);
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
    free(pair_data);
    free(wire_data);
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
    "", /* beyond SIP's range */
};

static bool is_registered(const struct code *code) {
    return !code->status || (strcmp(code->status, "obsolete") != 0 &&
                             strcmp(code->status, "unregistered") != 0);
}

static size_t count_registered(void) {
    size_t count = 0;
    for (size_t i = 0; i < code_count; i++)
        count += is_registered(&codes[i]);
    return count;
}

/* The line of a code in a list. */
static void print_line(FILE *stream, const struct code *code) {
    fprintf(stream, "%d %s", code->number, code->phrase);
    if (code->status)
        fprintf(stream, " (%s)", code->status);
    fprintf(stream, ": %s\n", code->summary);
}

/* The list of the classes whose digits are given. */
static char *list_of(const char *digits, bool all) {
    struct text text;
    text_start(&text);
    for (size_t i = 0; i < code_count; i++)
        if ((all || is_registered(&codes[i])) &&
            strchr(digits, '0' + codes[i].number / 100))
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
        if (digit <= 6)
            snprintf(start, sizeof start, "SIP %d %s\nClass: %dxx %s\n",
                     codes[i].number, codes[i].phrase, digit,
                     class_names[digit]);
        else
            snprintf(start, sizeof start, "SIP %d %s\nStatus: unregistered\n",
                     codes[i].number, codes[i].phrase);
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

static void what_is_named_twice_is_shown_twice(void **state) {
    (void)state;
    static const char *const subjects[] = {"183", "4xx"};
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        struct text both;
        char *once = KEEP(subjects[i]);
        text_start(&both);
        fprintf(both.stream, "%s\n%s", once, once);
        RUN(subjects[i], subjects[i]);
        assert_found();
        assert_printed(text_end(&both));
        free(once);
    }
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
            if (codes[i].number / 100 == digit && is_registered(&codes[i]))
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
    {"a status line with an unregistered code",
     {"SIP/2.0 473 Filtered destination"},
     {"473"}},
    {"a status line with a number beyond SIP's range",
     {"SIP/2.0", "701", "No", "response"},
     {"701"}},
    {"the phrase of an unregistered code",
     {"show", "filtered", "destination"},
     {"473"}},
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

/* Lines come first; an empty one parts them from records in full, but in a
 * format that has a line for either. */
static void phrases_and_codes_together(void **state) {
    (void)state;
    struct text both;
    char *lines = KEEP("show", "busy"), *record = KEEP("183");
    text_start(&both);
    fprintf(both.stream, "%s\n%s", lines, record);
    RUN("show", "busy", "183");
    assert_found();
    assert_printed(text_end(&both));
    free(lines);
    free(record);
    lines = KEEP("show", "busy", "--format", "tsv");
    record = KEEP("183", "--format", "tsv");
    text_start(&both);
    fprintf(both.stream, "%s%s", lines, record);
    RUN("show", "busy", "183", "--format", "tsv");
    assert_found();
    assert_printed(text_end(&both));
    free(lines);
    free(record);
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

/* ---- Codes that are not registered -------------------------------------- */

/* "Kamailio what it means" in the data is "Kamailio: what it means." here. */
static char *stacks_in_data(void) {
    struct text text;
    char *file = read_file(data_path("codes.rec"));
    unfold(file);
    char *values = values_of(strstr(file, "\nCode: ") + 1, "Stack");
    free(file);
    text_start(&text);
    for (char *line = strtok(values, "\n"); line; line = strtok(NULL, "\n")) {
        size_t name = strcspn(line, " ");
        fprintf(text.stream, "%.*s:%s.\n", (int)name, line, line + name);
    }
    free(values);
    return text_end(&text);
}

static void every_stack_tells_what_it_means(void **state) {
    (void)state;
    run_all(NULL, NULL);
    assert_found();
    char *stacks = values_of(got.out, "Stack"), *wanted = stacks_in_data();
    assert_string_not_equal(wanted, "");
    assert_string_equal(stacks, wanted);
    free(stacks);
    free(wanted);
}

static void two_stacks_mean_477_each_in_its_way(void **state) {
    (void)state;
    char *lines[8];
    RUN("477");
    assert_found();
    assert_true(starts(got.out, "SIP 477 Unfortunately error on sending to "
                                "next hop occurred\nClass: 4xx Client "
                                "Failure\nStatus: unregistered\nStack: "));
    char *stacks = values_of(got.out, "Stack");
    assert_int_equal(split(stacks, lines, 8), 2);
    assert_true(starts(lines[0], "Kamailio: "));
    assert_true(starts(lines[1], "OpenSIPS: "));
    free(stacks);
}

static void a_number_beyond_the_range_has_no_class(void **state) {
    (void)state;
    static const char *const labels[] = {
        "Status",       "Stack",      "Summary",    "Description",
        "How to Fix",   "Sender",     "In a Trace", "Retry",
        "Compare With", "Learn More", NULL};
    RUN("701");
    assert_found();
    assert_true(starts(got.out, "SIP 701 No response\nStatus: unregistered\n"
                                "Stack: pjsip: "));
    assert_null(strstr(got.out, "\nClass: "));
    assert_labels(got.out, labels);
    RUN("701", "--field", "code,class,class_name,phrase");
    assert_found();
    assert_string_equal(got.out, "701\nNo response\n");
}

/* ---- Status lines whose phrase is another ------------------------------- */

/* The fields of a record of phrases.rec follow its key. */
static const char *wire_value(const char *wire, const char *name) {
    static char value[1024];
    const char *end = strstr(wire, "\n\n");
    char label[32];
    snprintf(label, sizeof label, "\n%s: ", name);
    const char *at = strstr(wire, label);
    assert_true(at && (!end || at < end));
    at += strlen(label);
    snprintf(value, sizeof value, "%.*s", (int)strcspn(at, "\n"), at);
    return value;
}

/* The record of the code, with what is known of the phrase behind its class. */
static char *record_with_wire(const char *code, const char *phrase,
                              const char *wire) {
    struct text text;
    RUN(code);
    assert_found();
    const char *class = strstr(got.out, "\nClass: ");
    assert_non_null(class);
    int length = (int)(strchr(class + 1, '\n') + 1 - got.out);
    text_start(&text);
    fprintf(text.stream, "%.*sOn the Wire: %s (%s): ", length, got.out, phrase,
            wire_value(wire, "Origin"));
    fprintf(text.stream, "%s\n%s", wire_value(wire, "Meaning"),
            got.out + length);
    return text_end(&text);
}

static void assert_noted(const char *code, const char *phrase) {
    const struct code *known = code_of(atoi(code));
    char note[256];
    snprintf(note, sizeof note,
             "sipcode: %s %s: the %s reason phrase is \"%s\"\n", code, phrase,
             is_registered(known) ? "registered" : "usual", known->phrase);
    assert_string_equal(got.err, note);
    assert_int_equal(got.status, 0);
}

static void every_known_phrase_is_explained(void **state) {
    (void)state;
    size_t count = 0;
    const char *wire = wire_data;
    for (; (wire = strstr(wire, "\nWire: ")); wire++) {
        char code[4], phrase[128], line[160];
        if (sscanf(wire, "\nWire: %3[0-9] %127[^\n]", code, phrase) != 2)
            continue; /* an end that any phrase may have */
        char *expected = record_with_wire(code, phrase, wire + 1);
        snprintf(line, sizeof line, "SIP/2.0 %s %s", code, phrase);
        RUN(line);
        assert_string_equal(got.out, expected);
        assert_noted(code, phrase);
        RUN("show", line, "--quiet");
        assert_found();
        assert_printed(expected);
        count++;
    }
    assert_true(count >= 10);
}

static const char *wire_of(const char *key) {
    char line[128];
    snprintf(line, sizeof line, "\nWire: %s\n", key);
    const char *wire = strstr(wire_data, line);
    assert_non_null(wire);
    return wire + 1;
}

static void a_known_phrase_may_come_in_words_and_in_any_case(void **state) {
    (void)state;
    const char *wire = wire_of("603 Network Blocked");
    char *expected = record_with_wire("603", "Network Blocked", wire);
    RUN("SIP/2.0", "603", "Network", "Blocked");
    assert_string_equal(got.out, expected);
    assert_noted("603", "Network Blocked");
    RUN("show", "603", "Network", "Blocked");
    assert_string_equal(got.out, expected);
    assert_noted("603", "Network Blocked");
    RUN("-q", "603 Network Blocked");
    assert_found();
    assert_printed(expected);
    expected = record_with_wire("603", "network BLOCKED", wire);
    RUN("603 network BLOCKED");
    assert_noted("603", "network BLOCKED");
    assert_printed(expected);
}

/* (478/TM) at the end of any phrase, of any code. */
static void a_known_end_of_a_phrase_is_explained(void **state) {
    (void)state;
    const char *wire = wire_of("(NNN/XX)");
    char *expected = record_with_wire("478", "x (478/TM)", wire);
    RUN("478", "x", "(478/TM)");
    assert_string_equal(got.out, expected);
    assert_string_equal(got.err, "sipcode: 478 x (478/TM): the usual reason "
                                 "phrase is \"Unresolvable destination\"\n");
    assert_int_equal(got.status, 0);
    RUN("-q", "SIP/2.0 478 x (478/TM)");
    assert_found();
    assert_printed(expected);
    expected =
        record_with_wire("500", "I'm terribly sorry (1/SL) (479/SL)", wire);
    RUN("SIP/2.0 500 I'm terribly sorry (1/SL) (479/SL)", "-q");
    assert_found();
    assert_printed(expected);
}

/* It tells something even where the code does not. */
static void a_known_end_behind_a_code_that_nobody_knows(void **state) {
    (void)state;
    struct text expected;
    RUN("499");
    text_start(&expected);
    fprintf(expected.stream, "%ssipcode: 499 x (499/SL): %s\n", got.err,
            wire_value(wire_of("(NNN/XX)"), "Meaning"));
    char *err = text_end(&expected);
    RUN("SIP/2.0 499 x (499/SL)");
    assert_missing(err);
    assert_string_equal(got.out, "");
    RUN("-q", "SIP/2.0 499 x (499/SL)");
    assert_missing("");
    free(err);
}

/* Each is explained for its own code alone, and only where it is given. */
static void a_phrase_that_nobody_knows_adds_no_line(void **state) {
    (void)state;
    char *expected = KEEP("603");
    assert_null(strstr(expected, "On the Wire"));
    RUN("SIP/2.0 603 Nobody Knows This");
    assert_string_equal(got.out, expected);
    assert_noted("603", "Nobody Knows This");
    RUN("603 x (478/tm)");
    assert_string_equal(got.out, expected);
    assert_noted("603", "x (478/tm)");
    RUN("603 Decline");
    assert_found();
    assert_printed(expected);
    expected = KEEP("486");
    RUN("486 Network Blocked");
    assert_noted("486", "Network Blocked");
    assert_printed(expected);
}

static void a_known_phrase_is_told_of_its_own_line_alone(void **state) {
    (void)state;
    struct text expected;
    char *known = record_with_wire("603", "Network Blocked",
                                   wire_of("603 Network Blocked"));
    char *plain = KEEP("603");
    text_start(&expected);
    fprintf(expected.stream, "%s\n%s\n%s", plain, known, plain);
    RUN("-q", "603", "SIP/2.0 603 Network Blocked", "603");
    assert_found();
    assert_printed(text_end(&expected));
    free(known);
    free(plain);
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

/* The values that a field has in the curated pairs of these codes. */
static char *curated(const char *const *numbers, size_t count,
                     const char *field) {
    struct text text;
    text_start(&text);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            bool ascending = atoi(numbers[i]) < atoi(numbers[j]);
            char key[32];
            snprintf(key, sizeof key, "\nPair: %s %s\n",
                     numbers[ascending ? i : j], numbers[ascending ? j : i]);
            const char *pair = strstr(pair_data, key);
            if (!pair)
                continue;
            const char *end = strstr(pair, "\n\n");
            char *record = end ? strndup(pair + 1, (size_t)(end - pair))
                               : strdup(pair + 1);
            char *values = values_of(record, field);
            fputs(values, text.stream);
            free(values);
            free(record);
        }
    return text_end(&text);
}

static void a_curated_pair_has_more_parts_in_their_order(void **state) {
    (void)state;
    static const char *const labels[] = {
        "Summary",           "180 Description",   "183 Description",
        "Key Differences",   "How to Tell Apart", "Which to Send",
        "When to Use Which", "Learn More",        NULL};
    RUN("compare", "180", "183");
    assert_found();
    assert_labels(got.out, labels);
}

static void a_pair_that_nobody_curated_lacks_them(void **state) {
    (void)state;
    static const char *const numbers[] = {"183", "422"};
    char *values = curated(numbers, 2, "Difference");
    assert_string_equal(values, "");
    free(values);
    RUN("compare", "183", "422");
    assert_found();
    assert_null(strstr(got.out, "How to Tell Apart"));
    assert_null(strstr(got.out, "Which to Send"));
    RUN("compare", "183", "422", "--field", "tell,choose");
    assert_missing("sipcode: --field tell,choose: nothing there to print\n");
    assert_string_equal(got.out, "");
}

static void compare_says_what_is_not_registered(void **state) {
    (void)state;
    RUN("compare", "477", "478");
    assert_found();
    assert_true(starts(got.out,
                       "SIP 477 Unfortunately error on sending to next hop "
                       "occurred vs 478 Unresolvable destination\nSummary: 477 "
                       "is an unregistered 4xx Client Failure response: "));
    assert_non_null(strstr(got.out, "\n477 Status: unregistered\n477 Stack: "
                                    "Kamailio: "));
    assert_non_null(strstr(got.out, "\n478 Stack: Kamailio: "));
    RUN("compare", "409", "400");
    assert_found();
    assert_non_null(strstr(got.out, "\nSummary: 409 is an obsolete 4xx Client "
                                    "Failure response: "));
    assert_non_null(strstr(got.out, " 400 is a 4xx Client Failure response: "));
}

static void compare_says_what_is_no_response(void **state) {
    (void)state;
    RUN("compare", "701", "408");
    assert_found();
    assert_true(starts(got.out, "SIP 701 No response vs 408 Request Timeout\n"
                                "Summary: 701 is no SIP response code: "));
    assert_non_null(strstr(got.out, " 408 is a 4xx Client Failure response: "));
    assert_non_null(strstr(got.out, "\nKey Differences: 1. 701 is no SIP "
                                    "response code; 408 is "));
    RUN("compare", "408", "701");
    assert_found();
    assert_non_null(strstr(got.out, "; 701 is no SIP response code.\n"));
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
                                         "How to Tell Apart",
                                         "Which to Send",
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

/*
 * "1. ", "2. " and so on; first what is known of the pairs, as it stands in
 * the data, then sentences about all of the codes.
 */
static void assert_differences(const char *const *numbers, size_t count) {
    char *lines[64], *known[64];
    char *values = values_of(got.out, "Key Differences");
    char *wanted = curated(numbers, count, "Difference");
    size_t found = split(values, lines, 64), first = split(wanted, known, 64);
    assert_in_range(found, 3, 64);
    assert_true(found > first);
    for (size_t i = 0; i < found; i++) {
        char start[24];
        snprintf(start, sizeof start, "%zu. ", i + 1);
        assert_true(starts(lines[i], start));
        assert_int_equal(lines[i][strlen(lines[i]) - 1], '.');
        if (i < first)
            assert_string_equal(lines[i] + strlen(start), known[i]);
        for (size_t j = 0; i >= first && j < count; j++)
            if (!strstr(lines[i], numbers[j]))
                fail_msg("nothing of %s in: %s", numbers[j], lines[i]);
    }
    free(wanted);
    free(values);
}

/* What the latest comparison has under a label is what the pairs have. */
static void assert_curated(const char *const *numbers, size_t count,
                           const char *label, const char *field) {
    char *values = values_of(got.out, label);
    char *wanted = curated(numbers, count, field);
    assert_string_equal(values, wanted);
    free(wanted);
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
    {"differences of 180 and 183", {"180", "183"}, 2},
    {"differences of 183 and 180", {"183", "180"}, 2},
    {"differences of 180, 183 and 200", {"180", "183", "200"}, 3},
    {"differences of 183, 422 and 423", {"183", "422", "423"}, 3},
    {"differences of 477 and 478", {"477", "478"}, 2},
    {"differences of 701 and 408", {"701", "408"}, 2},
    {"differences of 701 and 702", {"701", "702"}, 2},
    {"differences of 409 and 411", {"409", "411"}, 2},
};

static void differences_are_numbered_without_gaps(void **state) {
    const struct pair *row = *state;
    RUN("compare", row->numbers[0], row->numbers[1], row->numbers[2],
        row->count > 3 ? row->numbers[3] : NULL);
    assert_found();
    assert_differences(row->numbers, row->count);
    assert_curated(row->numbers, row->count, "How to Tell Apart", "Tell");
    assert_curated(row->numbers, row->count, "Which to Send", "Choose");
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

static struct listing whole_listings[] = {
    {"list --all", {"--all"}, "1234567"},
    {"list -a", {"-a"}, "1234567"},
    {"list all --all", {"all", "--all"}, "1234567"},
    {"list --all 4xx", {"--all", "4xx"}, "4"},
    {"list client-failure -a", {"client-failure", "-a"}, "4"},
    {"list 5xx 6xx -a", {"5xx", "6xx", "-a"}, "56"},
};

static void lists_its_classes(void **state) {
    const struct listing *row = *state;
    RUN("list", row->arguments[0], row->arguments[1], row->arguments[2]);
    assert_found();
    assert_printed(list_of(row->digits, false));
}

static void lists_all_of_its_classes(void **state) {
    const struct listing *row = *state;
    RUN("list", row->arguments[0], row->arguments[1], row->arguments[2]);
    assert_found();
    assert_printed(list_of(row->digits, true));
}

static void the_list_has_all_codes_ascending(void **state) {
    (void)state;
    char *lines[MOST_CODES];
    RUN("list");
    size_t count = split(got.out, lines, MOST_CODES);
    assert_int_equal(count, count_registered());
    /* As many as IANA registers: a record lost would be no surprise else. */
    assert_true(count >= 75);
    for (size_t i = 1; i < count; i++)
        assert_true(atoi(lines[i - 1]) < atoi(lines[i]));
}

static void the_list_of_all_has_more_codes(void **state) {
    (void)state;
    char *lines[MOST_CODES];
    size_t marked = 0;
    RUN("list", "--all");
    size_t count = split(got.out, lines, MOST_CODES);
    assert_int_equal(count, code_count);
    for (size_t i = 0; i < count; i++) {
        if (i)
            assert_true(atoi(lines[i - 1]) < atoi(lines[i]));
        marked += strstr(lines[i], " (unregistered): ") ||
                  strstr(lines[i], " (obsolete): ");
    }
    assert_true(marked > 0);
    assert_int_equal(marked, code_count - count_registered());
}

static char *tsv_of(bool all) {
    struct text text;
    text_start(&text);
    for (size_t i = 0; i < code_count; i++)
        if (all || is_registered(&codes[i]))
            fprintf(text.stream, "%d\t%s\t%s\t%s\t%s\t%s\n", codes[i].number,
                    codes[i].phrase, class_names[codes[i].number / 100],
                    codes[i].reference, codes[i].status ? codes[i].status : "",
                    codes[i].summary);
    return text_end(&text);
}

static void the_list_in_tsv_has_what_the_data_have(void **state) {
    (void)state;
    RUN("list", "--format", "tsv");
    assert_found();
    assert_printed(tsv_of(false));
    RUN("list", "--format", "tsv", "-a");
    assert_found();
    assert_printed(tsv_of(true));
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

static void search_marks_what_is_not_registered(void **state) {
    (void)state;
    RUN("search", "filtered", "destination");
    assert_found();
    assert_true(starts(got.out, "473 Filtered destination (unregistered): "
                                "Phrase: Filtered destination\n"));
    RUN("search", "conflict");
    assert_found();
    assert_true(starts(got.out, "409 Conflict (obsolete): Phrase: Conflict\n"));
    RUN("search", "pjsip");
    assert_found();
    assert_non_null(strstr(got.out, "\n701 No response (unregistered): "));
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

/* ---- is ----------------------------------------------------------------- */

static const struct property {
    const char *name;
    const char *yes[5], *no[5]; /* codes that have it, and some that have not */
} properties[] = {
    {"provisional", {"100", "183", "199", "150"}, {"200", "486", "499", "701"}},
    {"final",
     {"200", "302", "486", "603", "499"},
     {"100", "183", "150", "701"}},
    {"success", {"200", "204", "299"}, {"183", "302", "404", "701"}},
    {"redirection", {"300", "302", "399"}, {"200", "404", "701"}},
    {"failure", {"404", "503", "603", "499"}, {"183", "200", "302", "701"}},
    {"client-failure", {"404", "477", "499"}, {"302", "503", "603", "701"}},
    {"server-failure", {"503", "599"}, {"404", "603", "701"}},
    {"global", {"600", "603", "699"}, {"500", "486", "701"}},
    {"registered", {"100", "402", "202"}, {"477", "409", "499", "701"}},
    {"deprecated", {"202"}, {"200", "402", "477", "499"}},
    {"reserved", {"402"}, {"400", "202", "499"}},
    {"obsolete", {"409", "411"}, {"404", "410", "477", "499"}},
    {"local", {"408", "503", "701", "703"}, {"183", "486", "404"}},
    {"challenge", {"401", "407"}, {"403", "200", "499", "701"}},
    {"retryable", {"503", "401", "422", "491"}, {"200", "183", "501", "607"}},
    {"failover", {"503", "477"}, {"486", "200", "603"}},
    {"fault", {"500", "477"}, {"200", "486", "183"}},
    {"acked", {"302", "486", "503", "603", "499"}, {"200", "183", "701"}},
    {"ends-dialog", {"404", "410", "604"}, {"481", "486", "200", "503"}},
    {"ends-usage", {"481", "480", "404", "489"}, {"486", "200", "503"}},
};

static void assert_silent(int status) {
    assert_string_equal(got.out, "");
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, status);
}

/* Which code it was, in the message, if not the status expected. */
static void assert_answers(const char *code, const char *name, int status) {
    RUN("is", code, name);
    if (got.status != status)
        fail_msg("is %s %s: %d %s", code, name, got.status, got.err);
    assert_silent(status);
}

static void is_answers_by_its_status(void **state) {
    const struct property *property = *state;
    for (size_t i = 0; i < 5 && property->yes[i]; i++)
        assert_answers(property->yes[i], property->name, 0);
    for (size_t i = 0; i < 5 && property->no[i]; i++)
        assert_answers(property->no[i], property->name, 1);
}

static void is_takes_what_stands_in_a_trace(void **state) {
    (void)state;
    assert_answers("SIP/2.0 183 Session Progress", "provisional", 0);
    assert_answers("SIP/2.0 183 Session Progress", "final", 1);
    assert_answers("sip/2.0 503 x (503/TM)", "server-failure", 0);
    assert_answers("603 Network Blocked", "global", 0);
    assert_answers("SIP/2.0 701 No response", "registered", 1);
    assert_answers(" 183 ", "provisional", 0);
    RUN("is", "SIP/2.0", "183", "Session", "Progress", "provisional");
    assert_silent(0);
    RUN("is", "SIP/2.0", "183", "Session", "Progress", "final");
    assert_silent(1);
    RUN("-q", "is", "183", "final");
    assert_silent(1);
    RUN("is", "--", "183", "provisional");
    assert_silent(0);
}

/* All of them, and registered is what list shows without --all. */
static void is_registered_of_every_code(void **state) {
    (void)state;
    for (size_t i = 0; i < code_count; i++) {
        char number[12];
        snprintf(number, sizeof number, "%d", codes[i].number);
        assert_answers(number, "registered", !is_registered(&codes[i]));
    }
}

/* The names that stand in a list behind the start of a message. */
static size_t read_properties(char **names, size_t room) {
    static const char start[] = "sipcode: nope: no such property; choose from ";
    static char list[1024];
    size_t count = 0;
    RUN("is", "183", "nope");
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_true(starts(got.err, start));
    snprintf(list, sizeof list, "%s", got.err + strlen(start));
    for (char *name = strtok(list, ", \n"); name; name = strtok(NULL, ", \n")) {
        assert_true(count < room);
        names[count++] = name;
    }
    return count;
}

/* The error, the help and the tests here name the same ones in one order. */
static void is_names_every_property(void **state) {
    (void)state;
    char *names[64];
    size_t count = read_properties(names, 64);
    assert_int_equal(count, sizeof properties / sizeof *properties);
    RUN("is", "--help");
    assert_found();
    const char *at = strstr(got.out, "\nProperties:\n"),
               *end = strstr(got.out, "\nOptions:\n");
    assert_true(at && end && at < end);
    for (size_t i = 0; i < count; i++) {
        char line[40];
        assert_string_equal(names[i], properties[i].name);
        snprintf(line, sizeof line, "\n  %s ", names[i]);
        at = strstr(at, line);
        if (!at || at > end)
            fail_msg("%s is not in the help, or not in its place", names[i]);
    }
    /* And nothing else: what goes on with a definition is indented further. */
    size_t listed = 0;
    for (at = strstr(got.out, "\nProperties:\n") + 1; at < end;
         at = strchr(at, '\n') + 1)
        listed += starts(at, "  ") && at[2] != ' ';
    assert_int_equal(listed, count);
}

/* 499 is treated as 400 and 150 as 183, but neither is registered. */
static void is_takes_an_unknown_code_for_its_stand_in(void **state) {
    static const char *const stand_ins[][2] = {{"150", "183"}, {"299", "200"},
                                               {"399", "300"}, {"499", "400"},
                                               {"599", "500"}, {"699", "600"}};
    (void)state;
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        for (size_t j = 0; j < sizeof properties / sizeof *properties; j++) {
            RUN("is", stand_ins[i][1], properties[j].name);
            int status = got.status;
            if (!strcmp(properties[j].name, "registered"))
                status = 1;
            assert_answers(stand_ins[i][0], properties[j].name, status);
        }
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
    assert_int_equal(
        sscanf(got.out,
               "sipcode %u.%u.%u\n%zu registered response codes, data "
               "edition %10[0-9-]%c",
               &major, &minor, &patch, &count, edition, &end),
        6);
    assert_int_equal(end, '\n');
    assert_int_equal(count, count_registered());
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

static const char *commands[] = {"show", "compare", "list", "search", "is"};

static const char *const options[] = {
    "    --format NAME ", "    --field NAME", "    --color WHEN ",
    "    --width N ",     "-a, --all ",       "    --ascii ",
    "-q, --quiet ",       "-h, --help ",      "-V, --version "};

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

int main(void) {
    ADD(show_has_a_title_and_its_labels_in_order);
    ADD(show_has_a_status_where_the_data_give_one);
    ADD(every_code_is_shown_under_its_title_and_class);
    ADD(the_values_of_a_label_are_those_of_its_field);
    ADD(several_codes_are_parted_by_an_empty_line);
    ADD(what_is_named_twice_is_shown_twice);
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
    ADD(phrases_and_codes_together);
    ADD(fields_of_codes_and_classes_together);

    ADD(every_stack_tells_what_it_means);
    ADD(two_stacks_mean_477_each_in_its_way);
    ADD(a_number_beyond_the_range_has_no_class);
    ADD(every_known_phrase_is_explained);
    ADD(a_known_phrase_may_come_in_words_and_in_any_case);
    ADD(a_known_end_of_a_phrase_is_explained);
    ADD(a_known_end_behind_a_code_that_nobody_knows);
    ADD(a_phrase_that_nobody_knows_adds_no_line);
    ADD(a_known_phrase_is_told_of_its_own_line_alone);

    ADD(compare_has_every_part_in_its_order);
    ADD(a_curated_pair_has_more_parts_in_their_order);
    ADD(a_pair_that_nobody_curated_lacks_them);
    ADD(compare_says_what_is_not_registered);
    ADD(compare_says_what_is_no_response);
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
    ADD_ROWS(whole_listings, lists_all_of_its_classes);
    ADD(the_list_has_all_codes_ascending);
    ADD(the_list_of_all_has_more_codes);
    ADD(the_list_in_tsv_has_what_the_data_have);

    for (size_t i = 0; i < ROWS(searched); i++)
        add(joined("search ranks and quotes", searched[i]),
            search_ranks_and_quotes_what_it_finds, searched[i]);
    for (size_t i = 0; i < 3; i++)
        add(joined("search finds all of", searched[i]),
            search_finds_every_code_that_mentions_the_word, searched[i]);
    ADD(numbers_and_short_words_must_be_whole);
    ADD(search_shows_the_phrase_that_matched);
    ADD(search_marks_what_is_not_registered);
    ADD(words_in_the_phrase_come_first);
    ADD(search_wants_all_words);
    ADD(words_may_share_an_argument);

    for (size_t i = 0; i < ROWS(properties); i++)
        add(joined("is", properties[i].name), is_answers_by_its_status,
            &properties[i]);
    ADD(is_takes_what_stands_in_a_trace);
    ADD(is_registered_of_every_code);
    ADD(is_names_every_property);
    ADD(is_takes_an_unknown_code_for_its_stand_in);

    ADD_ROWS(same_in_json, prints_183_in_json);
    ADD(two_dashes_end_the_options);
    ADD(short_options_share_a_dash);
    ADD(version_tells_program_and_data);

    ADD(help_lists_commands_and_options);
    ADD(help_lists_nothing_but_commands);
    for (size_t i = 0; i < ROWS(commands); i++)
        add(joined("help of", commands[i]), a_command_has_help, commands[i]);
    ADD(without_arguments_a_short_help_is_an_error);
    ADD(options_alone_are_no_arguments);
    ADD(the_examples_work);
    return _cmocka_run_group_tests("commands", tests, test_count, read_codes,
                                   free_all);
}
