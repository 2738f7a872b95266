/* SPDX-License-Identifier: MIT */
/*
 * What may follow on a line that is being typed: the lines that shells read,
 * and that nothing the command knows is missing from them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "here.h"
#include "latest.h"
#include "rows.h"
#include "sipcode.h"

#define WORDS 8
#define LONG  10000

/* ---- To the letter ------------------------------------------------------ */

struct row {
    const char *name;
    const char *words[WORDS];
    const char *out; /* "": no candidate */
};

#define COMMANDS                                                               \
    "show\twhat each response means\n"                                         \
    "compare\tcodes side by side, and what tells them apart\n"                 \
    "list\tone line per code: all, 4xx, client-failure, ...\n"                 \
    "search\tcodes whose record mentions all words, best first\n"              \
    "is\ta test for scripts: prints nothing, exits 0 (yes) or 1 (no)\n"
#define BUSY_HERE "486\tBusy Here\n"
#define CODES_48                                                               \
    "480\tTemporarily Unavailable\n"                                           \
    "481\tCall/Transaction Does Not Exist\n"                                   \
    "482\tLoop Detected\n"                                                     \
    "483\tToo Many Hops\n"                                                     \
    "484\tAddress Incomplete\n"                                                \
    "485\tAmbiguous\n" BUSY_HERE "487\tRequest Terminated\n"                   \
    "488\tNot Acceptable Here\n"                                               \
    "489\tBad Event\n"
#define CODES_60                                                               \
    "600\tBusy Everywhere\n"                                                   \
    "603\tDecline\n"                                                           \
    "604\tDoes Not Exist Anywhere\n"                                           \
    "606\tNot Acceptable\n"                                                    \
    "607\tUnwanted\n"                                                          \
    "608\tRejected\n"
#define RETRYABLE                                                              \
    "retryable\tthe client may repeat the request: later, changed, with "      \
    "credentials or elsewhere\n"
#define FORMATS "pretty\nplain\njson\ntsv\nmarkdown\n"

static const struct row rows[] = {
    /* The first word. */
    {"no word at all", {NULL}, COMMANDS},
    {"an empty word", {""}, COMMANDS},
    {"a letter",
     {"s"},
     "show\twhat each response means\n"
     "search\tcodes whose record mentions all words, best "
     "first\n"},
    {"a command in capitals is none", {"SE"}, ""},
    {"a phrase is no first word", {"busy"}, ""},
    {"a digit", {"6"}, CODES_60 "6xx\tGlobal Failure\n"},
    {"two digits", {"48"}, CODES_48},
    {"a whole code", {"486"}, BUSY_HERE},
    {"no code", {"49x"}, ""},
    {"a class", {"4x"}, "4xx\tClient Failure\n"},
    {"behind no command", {"foo", "4"}, ""},

    /* Codes. */
    {"behind a code", {"486", "60"}, CODES_60},
    {"its phrase needs no help", {"486", "B"}, ""},
    {"behind the version", {"SIP/2.0", "60"}, CODES_60},
    {"two digits have what is not registered",
     {"compare", "47"},
     "470\tConsent Needed\n"
     "473\tFiltered destination (unregistered)\n"
     "474\tBad protocol (unregistered)\n"
     "475\tBad URI (unregistered)\n"
     "476\tUnresolvable destination (unregistered)\n"
     "477\tUnfortunately error on sending to next hop occurred "
     "(unregistered)\n"
     "478\tUnresolvable destination (unregistered)\n"
     "479\tRegretfully, we were not able to process the URI "
     "(unregistered)\n"},
    {"compare", {"compare", "60"}, CODES_60},
    {"compare leaves out what it has",
     {"compare", "603", "604", "607", "60"},
     "600\tBusy Everywhere\n606\tNot Acceptable\n608\tRejected\n"},
    {"of a status line, too", {"compare", "SIP/2.0 486 Busy", "486"}, ""},
    {"compare takes no class", {"compare", "4x"}, ""},
    {"what is no code hides none",
     {"compare", "600", "99", "60"},
     "603\tDecline\n604\tDoes Not Exist Anywhere\n606\tNot Acceptable\n"
     "607\tUnwanted\n608\tRejected\n"},

    /* Phrases. */
    {"show", {"show", "here"}, "here\t2 codes\n"},
    {"the next words of a phrase",
     {"show", "busy", ""},
     "everywhere\t600 Busy Everywhere\nhere\t486 Busy Here\n"},
    {"in any order", {"show", "here", "b"}, "busy\t486 Busy Here\n"},
    {"in one operand", {"show", "too many", ""}, "hops\t483 Too Many Hops\n"},
    {"what is typed keeps its case",
     {"show", "BUSY", "Her"},
     "Here\t486 Busy Here\n"},
    {"a phrase begins behind a class",
     {"show", "4xx", "hop"},
     "hop\t3 codes\nhops\t483 Too Many Hops\n"},
    {"a phrase that nothing has", {"show", "nosuch", "h"}, ""},
    {"a code behind a phrase", {"show", "busy", "486"}, BUSY_HERE},
    {"compounds", {"show", "max-"}, "max-breadth\t440 Max-Breadth Exceeded\n"},

    /* Classes. */
    {"list",
     {"list", ""},
     "all\tevery class\n"
     "1xx\tProvisional\nprovisional\t1xx\n"
     "2xx\tSuccessful\nsuccessful\t2xx\n"
     "3xx\tRedirection\nredirection\t3xx\n"
     "4xx\tClient Failure\nclient-failure\t4xx\n"
     "5xx\tServer Failure\nserver-failure\t5xx\n"
     "6xx\tGlobal Failure\nglobal-failure\t6xx\n"},
    {"list, a class", {"list", "cl"}, "client-failure\t4xx\n"},
    {"list, another class", {"list", "4xx", "Se"}, "Server-failure\t5xx\n"},
    {"list takes no code", {"list", "48"}, ""},
    {"show takes classes, but not all",
     {"show", "al"},
     "alert\t425 Bad Alert Message\n"
     "allowed\t405 Method Not Allowed\n"
     "alternative\t380 Alternative Service\n"},

    /* Words, properties. */
    {"search", {"search", "preco"}, "precondition\npreconditions\n"},
    {"search, in any case",
     {"search", "early", "PRECONDITIONS"},
     "PRECONDITIONS\n"},
    {"search waits for two letters", {"search", "p"}, ""},
    {"no word that a shell must quote", {"search", "850;"}, ""},
    {"is, the code", {"is", "60"}, CODES_60},
    {"is, the property", {"is", "503", "ret"}, RETRYABLE},
    {"is, behind a phrase",
     {"is", "SIP/2.0", "503", "Service", "Unavailable", "ret"},
     RETRYABLE},
    {"is, without a code", {"is", "ret"}, ""},
    {"is, with a property already", {"is", "503", "final", "ret"}, ""},

    /* Options. */
    {"an option",
     {"--fo"},
     "--format\tpretty (on a terminal), plain (elsewhere), json, tsv or "
     "markdown\n"},
    {"behind operands",
     {"compare", "486", "--asc"},
     "--ascii\tdraw pretty with ASCII characters alone\n"},
    {"a short one", {"-q"}, "-q\tno message when something is not found\n"},
    {"no such option", {"--nosuch"}, ""},
    {"behind --", {"--", "--fo"}, ""},
    {"a value behind --", {"--", "--format=j"}, ""},
    {"a dash behind --", {"--", "-"}, ""},
    {"a command behind --",
     {"--", "li"},
     "list\tone line per code: all, 4xx, client-failure, ...\n"},
    {"a format", {"--format", ""}, FORMATS},
    {"a format of one word", {"--format=j"}, "--format=json\n"},
    {"a format behind operands", {"list", "4xx", "--format", "t"}, "tsv\n"},
    {"a format may not look like an option", {"--format", "-"}, ""},
    {"a color", {"--color=a"}, "--color=auto\n--color=always\n"},
    {"a width is any number", {"--width", ""}, ""},
    {"a flag has no value", {"--quiet="}, ""},
    {"nor has no option", {"--nosuch=j"}, ""},
    {"a value is no operand", {"--format", "list", "60"}, CODES_60},
    {"nor is one behind =", {"--format=list", "compare", "60"}, CODES_60},
    {"a flag awaits no value",
     {"--quiet", "li"},
     "list\tone line per code: all, 4xx, client-failure, ...\n"},

    /* Fields: the only one that is left leaves room for more. */
    {"a field", {"--field", "su"}, "summary\tSummary\nsummary,\n"},
    {"one of several",
     {"--field", "se"},
     "sender\tSender\n"
     "see_also\tCompare With\n"},
    {"a second field",
     {"--field", "phrase,su"},
     "phrase,summary\tSummary\nphrase,summary,\n"},
    {"a field of one word",
     {"--field=phrase,su"},
     "--field=phrase,summary\tSummary\n--field=phrase,summary,\n"},
    {"a field without a label", {"--field", "cod"}, "code\ncode,\n"},
    {"not twice", {"--field", "summary,su"}, ""},
    {"not twice, but what it begins",
     {"--field", "class,class"},
     "class,class_name\tClass\nclass,class_name,\n"},
    {"nor is it what begins like it",
     {"--field", "class_name,class"},
     "class_name,class\nclass_name,class,\n"},
    {"a phrase in quotes", {"show", "busy h"}, "busy here\t486 Busy Here\n"},
    {"and the words of all",
     {"show", "not acceptable H"},
     "not acceptable Here\t488 Not Acceptable Here\n"},
    {"a status line in quotes",
     {"SIP/2.0 60"},
     "SIP/2.0 600\tBusy Everywhere\nSIP/2.0 603\tDecline\n"
     "SIP/2.0 604\tDoes Not Exist Anywhere\nSIP/2.0 606\tNot Acceptable\n"
     "SIP/2.0 607\tUnwanted\nSIP/2.0 608\tRejected\n"},
    {"no code behind one in quotes", {"show", "486 60"}, ""},
    {"no code behind a phrase in quotes", {"show", "busy 48"}, ""},
    {"no phrase in quotes without show", {"busy h"}, ""},
    {"no command in quotes", {"x s"}, ""},
    {"no two codes in quotes", {"compare", "486 60"}, ""},
    {"no two words in quotes", {"search", "early med"}, ""},
    {"a field of a class", {"4xx", "--field", "co"}, "codes\tCodes\ncodes,\n"},
    {"a field of a comparison",
     {"compare", "--field", "ke"},
     "key_differences\tKey Differences\nkey_differences,\n"},
    {"a field of a search",
     {"search", "--field=ma"},
     "--field=matched\tMatched\n--field=match\tMatch\n"},
    {"a field of a list", {"list", "--field", "ma"}, ""},
    {"a test has no field", {"is", "503", "--field", "su"}, ""},
    {"no field without a command", {"foo", "--field", "su"}, ""},
    {"no control character is printed back", {"--field", "\n,su"}, ""},
};

static void run_words(const char *const *words) {
    const char *argv[WORDS + 3] = {getenv("SIPCODE"), "--complete"};
    assert_non_null(argv[0]);
    memcpy(argv + 2, words, WORDS * sizeof *words);
    result_free(&got);
    got = program_run(argv, NULL);
}

static void completes(void **state) {
    const struct row *row = *state;
    run_words(row->words);
    assert_string_equal(got.out, row->out);
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, *row->out ? 0 : 1);
}

/* Only the first argument of all asks for it. */
static void elsewhere_it_is_no_option(void **state) {
    (void)state;
    RUN("183", "--complete");
    assert_string_equal(got.out, "");
    assert_string_equal(got.err, "sipcode: --complete: no such option; see "
                                 "sipcode --help\n");
    assert_int_equal(got.status, 2);
}

static void output_that_is_lost(void **state) {
    (void)state;
    const struct setting full = {.output = "/dev/full"};
    result_free(&got);
    got = sipcode_in(&full, "--complete", "", NULL);
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 2);
}

/* ---- Nothing is missing ------------------------------------------------- */

static char *printed; /* what the latest run in this process printed */

static int run_quickly(char **argv) {
    struct printed out, err;
    int status = run_here(argv, &out, &err);
    printed = out.text;
    return status;
}

/* Another run prints over it; a test that needs it longer keeps it here. */
static char *keep_printed(void) {
    static char kept[1 << 16];
    assert_in_range(strlen(printed), 0, sizeof kept - 1);
    return strcpy(kept, printed);
}

/* Completes a line in this process; the candidates are in `printed`. */
static int complete_here(const char *const *words, size_t count) {
    char *argv[32] = {"sipcode", "--complete"};
    assert_in_range(count, 0, 29);
    for (size_t i = 0; i < count; i++)
        argv[2 + i] = (char *)(uintptr_t)words[i];
    return run_quickly(argv);
}

#define COMPLETE(...)                                                          \
    complete_here((const char *const[]){__VA_ARGS__},                          \
                  sizeof(const char *[]){__VA_ARGS__} / sizeof(char *))

/* The line of a candidate; NULL where there is none. */
static const char *line_of(const char *candidate) {
    size_t length = strlen(candidate);
    for (const char *line = printed; *line; line = strchr(line, '\n') + 1)
        if (strncmp(line, candidate, length) == 0 &&
            (line[length] == '\t' || line[length] == '\n'))
            return line;
    return NULL;
}

static size_t count_lines(void) {
    size_t count = 0;
    for (const char *c = printed; *c; c++)
        count += *c == '\n';
    return count;
}

static void assert_offered(const char *candidate) {
    if (!line_of(candidate))
        fail_msg("'%s' is not among:\n%s", candidate, printed);
}

/* The names that a message offers to choose from. */
static char *names[64];
static size_t name_count;

static void read_names(void) {
    char *at = strstr(got.err, "choose ");
    assert_non_null(at);
    name_count = 0;
    for (char *name = strtok(at + strlen("choose "), ", \n"); name;
         name = strtok(NULL, ", \n"))
        if (strcmp(name, "from") != 0 && strcmp(name, "or") != 0) {
            assert_in_range(name_count, 0, ROWS(names) - 1);
            names[name_count++] = name;
        }
    assert_in_range(name_count, 3, ROWS(names));
}

/* The candidates are the names, all of them and no others, in their order. */
static void assert_names(void) {
    const char *line = printed;
    for (size_t i = 0; i < name_count; i++) {
        assert_ptr_equal(line_of(names[i]), line);
        line = strchr(line, '\n') + 1;
    }
    assert_string_equal(line, "");
}

static void all_formats_colors_and_properties(void **state) {
    (void)state;
    RUN("--format", "?", "183");
    read_names();
    COMPLETE("--format", "");
    assert_names();
    RUN("--color", "?", "183");
    read_names();
    COMPLETE("--color", "");
    assert_names();
    RUN("is", "183", "?");
    read_names();
    COMPLETE("is", "183", "");
    assert_names();
}

static void all_fields_of_a_command(void **state) {
    (void)state;
    static const char *const lines[][3] = {
        {"183"},           {"show", "183"},
        {"show", "4xx"},   {"show", "busy"},
        {"list"},          {"list", "4xx"},
        {"search", "183"}, {"compare", "183", "422"}};
    for (size_t i = 0; i < ROWS(lines); i++) {
        const char *words[5] = {"--field", "?"};
        memcpy(words + 2, lines[i], sizeof lines[i]);
        RUN(words[0], words[1], words[2], words[3], words[4]);
        read_names();
        words[0] = lines[i][0];
        size_t count = 0;
        while (count < 3 && lines[i][count]) {
            words[count] = lines[i][count];
            count++;
        }
        words[count] = "--field";
        words[count + 1] = "";
        complete_here(words, count + 2);
        assert_names();
    }
}

/* A command stands two blanks from the margin, in the order of the help. */
static void all_commands(void **state) {
    (void)state;
    size_t count = 0;
    RUN("--help");
    assert_int_equal(COMPLETE(""), 0);
    char *line = strstr(got.out, "\nCommands:\n");
    assert_non_null(line);
    for (line = strtok(line + strlen("\nCommands:\n"), "\n");
         strcmp(line, "Options, anywhere before --:") != 0;
         line = strtok(NULL, "\n"))
        if (strncmp(line, "   ", 3) != 0) {
            line[2 + strcspn(line + 2, " ")] = '\0';
            assert_offered(line + 2);
            count++;
        }
    assert_int_equal(count_lines(), count);
}

static void all_options(void **state) {
    (void)state;
    size_t count = 0;
    RUN("--help");
    assert_int_equal(COMPLETE("-"), 0);
    char *at = strstr(got.out, "\nOptions");
    assert_non_null(at);
    for (at = strtok(strchr(at + 1, '\n'), ", \n"); at;
         at = strtok(NULL, ", \n"))
        if (at[0] == '-' && at[1]) {
            assert_offered(at);
            count++;
        }
    assert_int_equal(count_lines(), count);
}

/* What a code's line is to be: its phrase, and its status if there is one. */
static const char *code_line(const struct sipcode_record *code) {
    static char line[160];
    const char *status = sipcode_value(code, SIPCODE_STATUS, 0);
    snprintf(line, sizeof line, "%d\t%s%s%s%s\n", sipcode_key(code),
             sipcode_value(code, SIPCODE_PHRASE, 0), status ? " (" : "",
             status ? status : "", status ? ")" : "");
    return line;
}

static void all_codes(void **state) {
    (void)state;
    static const char *const commands[] = {"show", "compare", "is"};
    for (size_t i = 0; i < sipcode_count(); i++) {
        char digits[8];
        snprintf(digits, sizeof digits, "%d", sipcode_key(sipcode_at(i)));
        assert_int_equal(COMPLETE(digits), 0);
        assert_string_equal(printed, code_line(sipcode_at(i)));
        for (size_t j = 0; j < ROWS(commands); j++) {
            assert_int_equal(COMPLETE(commands[j], digits), 0);
            assert_string_equal(printed, code_line(sipcode_at(i)));
        }
    }
}

/* Until there are two digits, the codes of a list: those that are registered.
 */
static void all_registered_codes(void **state) {
    (void)state;
    char expected[16 << 10] = "";
    assert_int_equal(COMPLETE("compare", ""), 0);
    for (size_t i = 0; i < sipcode_count(); i++)
        if (sipcode_is_registered(sipcode_at(i)))
            strcat(expected, code_line(sipcode_at(i)));
    assert_string_equal(printed, expected);
}

static void all_classes(void **state) {
    (void)state;
    for (int digit = 1; digit <= 6; digit++) {
        char pattern[8], name[40];
        snprintf(pattern, sizeof pattern, "%dxx", digit);
        snprintf(name, sizeof name, "%s",
                 sipcode_value(sipcode_class(digit), SIPCODE_NAME, 0));
        for (char *c = name; *c; c++)
            *c = *c == ' ' ? '-' : (char)(*c | ('a' - 'A'));
        COMPLETE("list", "");
        assert_offered(pattern);
        assert_offered(name);
        COMPLETE("show", "");
        assert_offered(pattern);
        COMPLETE("show", name);
        assert_offered(name);
        COMPLETE(pattern);
        assert_offered(pattern);
    }
}

/* Each word of a phrase follows on the others, and completes from a letter. */
static void all_words_of_phrases(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        char phrase[80];
        snprintf(phrase, sizeof phrase, "%s",
                 sipcode_value(sipcode_at(i), SIPCODE_PHRASE, 0));
        const char *words[16] = {"show"};
        size_t count = 1;
        for (char *word = strtok(phrase, " ,"); word;
             word = strtok(NULL, " ,")) {
            char start[2] = {*word, '\0'};
            bool again = false;
            for (size_t j = 1; j < count; j++)
                again |= strcmp(words[j], word) == 0;
            for (char *c = word + 1; *c; c++)
                *c = *c >= 'A' && *c <= 'Z' ? (char)(*c | ('a' - 'A')) : *c;
            words[count] = start;
            complete_here(words, count + 1);
            if (!again)
                assert_offered(word);
            words[count++] = word;
        }
    }
}

static void all_words_of_the_lexicon(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        const char *word = sipcode_word(i);
        bool searched = strlen(word) >= 2 && !strpbrk(word, "';*");
        COMPLETE("search", word);
        assert_int_equal(line_of(word) != NULL, searched);
    }
}

/* ---- What is offered, the command takes --------------------------------- */

/* Runs the command in this process on the words and a candidate, quietly. */
static void assert_taken(const char *const *words, size_t count,
                         const char *candidate) {
    char *argv[16] = {"sipcode", "--quiet"}, word[128];
    snprintf(word, sizeof word, "%s", candidate);
    for (size_t i = 0; i < count; i++)
        argv[2 + i] = (char *)(uintptr_t)words[i];
    argv[2 + count] = word;
    if (run_quickly(argv) == 2)
        fail_msg("not taken: %s", candidate);
}

static void check_taken(const char *const *words, size_t count) {
    const char *line[16];
    memcpy(line, words, count * sizeof *words);
    line[count] = "";
    assert_int_equal(complete_here(line, count + 1), 0);
    for (char *next, *at = keep_printed(); *at; at = next) {
        next = strchr(at, '\n') + 1;
        at[strcspn(at, "\t\n")] = '\0';
        assert_taken(words, count, at);
    }
}

#define CHECK_TAKEN(...)                                                       \
    check_taken((const char *const[]){__VA_ARGS__},                            \
                sizeof(const char *[]){__VA_ARGS__} / sizeof(char *))

static void what_is_offered_is_taken(void **state) {
    (void)state;
    CHECK_TAKEN("list");
    CHECK_TAKEN("show");
    CHECK_TAKEN("show", "not");
    CHECK_TAKEN("show", "4xx");
    CHECK_TAKEN("show", "486");
    CHECK_TAKEN("compare", "486");
    CHECK_TAKEN("is", "486");
    CHECK_TAKEN("486", "--format");
    CHECK_TAKEN("486", "--color");
    CHECK_TAKEN("486", "--field");
    CHECK_TAKEN("list", "--field");
    CHECK_TAKEN("compare", "183", "422", "--field");
}

/* A phrase that is offered shows what its meaning says. */
static void phrases_show_what_they_say(void **state) {
    (void)state;
    for (char c = 'a'; c <= 'z'; c++) {
        char start[2] = {c, '\0'};
        COMPLETE("show", start);
        for (char *next, *at = keep_printed(); *at; at = next) {
            next = strchr(at, '\n') + 1;
            next[-1] = '\0';
            char *meaning = strchr(at, '\t'), title[80];
            assert_non_null(meaning);
            *meaning++ = '\0';
            if (strstr(meaning, "xx") == meaning + 1)
                continue; /* the name of a class */
            char *argv[] = {"sipcode", "show", "--", at, NULL};
            assert_int_equal(run_quickly(argv), 0);
            snprintf(title, sizeof title, "SIP %s\n", meaning);
            if (strstr(meaning, " codes") && strtoul(meaning, NULL, 10) < 100)
                assert_int_equal(count_lines(), strtoul(meaning, NULL, 10));
            else if (!starts(printed, title))
                fail_msg("show %s: not %s", at, title);
        }
    }
}

/* ---- Nothing breaks it -------------------------------------------------- */

/* Every line is a candidate that begins like the last word, and no other. */
static void check_lines(const char *last) {
    for (char *line = printed, *next; *line; line = next) {
        next = strchr(line, '\n');
        assert_non_null(next);
        *next++ = '\0';
        char *meaning = strchr(line, '\t');
        if (meaning)
            *meaning++ = '\0';
        if (strncmp(line, last, strlen(last)) != 0)
            fail_msg("'%s' does not begin with '%s'", line, last);
        if (meaning && (!*meaning || strchr(meaning, '\t')))
            fail_msg("'%s' has the meaning '%s'", line, meaning);
        for (char *other = next; *other; other = strchr(other, '\n') + 1)
            if (strncmp(other, line, strlen(line)) == 0 &&
                (other[strlen(line)] == '\t' || other[strlen(line)] == '\n'))
                fail_msg("'%s' stands there twice", line);
    }
}

static void check_line(const char *const *words, size_t count) {
    int status = complete_here(words, count);
    assert_int_equal(status, *printed ? 0 : 1);
    check_lines(words[count - 1]);
}

/* A line is typed byte by byte; TAB may come at any time. */
static void every_start_of_a_line(void **state) {
    (void)state;
    static const char *const lines[] = {
        "SIP/2.0 486 Busy Here compare",
        "compare 183 422 --format=json --field code,phrase,summary -q -- -x",
        "show busy here 4xx client-failure 477 not acceptable here --ascii",
        "list 4xx client-failure all --color never --width 80 --all",
        "search early media session-expires precondition 100rel a=crypto",
        "is SIP/2.0 503 Service Unavailable retryable final --field x",
        "--field=code,nosuch,,code, --field --field 183 603 Network Blocked",
    };
    for (size_t i = 0; i < ROWS(lines); i++)
        for (size_t length = 0; length <= strlen(lines[i]); length++) {
            char line[100];
            const char *words[24] = {""};
            size_t count = 0;
            snprintf(line, sizeof line, "%.*s", (int)length, lines[i]);
            for (char *word = strtok(line, " "); word; word = strtok(NULL, " "))
                words[count++] = word;
            if (!length || lines[i][length - 1] == ' ')
                words[count++] = "";
            check_line(words, count);
        }
}

static unsigned next_random(void) {
    static uint32_t state = 1;
    state = state * 1664525 + 1013904223;
    return state >> 16;
}

/* Words out of the blue, many of them with a piece that means something. */
static void odd_lines(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "",         "--",       "-",       "--field", "--field=", "--format=",
        "--format", "show",     "compare", "is",      "list",     "search",
        "4",        "486",      "4xx",     "busy",    "SIP/2.0",  "code,",
        "'",        "\"",       "\\",      "$(",      "\t",       "\n",
        "\x7F",     "\xC3\xBC", "=",       ",",       "re",       "not"};
    for (int i = 0; i < 20000; i++) {
        char room[8][32];
        const char *words[8];
        size_t count = 1 + next_random() % 8;
        for (size_t j = 0; j < count; j++) {
            int length = snprintf(
                room[j], 20, "%s%s", pieces[next_random() % ROWS(pieces)],
                next_random() % 3 ? "" : pieces[next_random() % ROWS(pieces)]);
            if (next_random() % 8 == 0) {
                room[j][length] = (char)(1 + next_random() % 255);
                room[j][length + 1] = '\0';
            }
            words[j] = room[j];
        }
        check_line(words, count);
    }
}

static void long_words(void **state) {
    (void)state;
    static const char *const fills[] = {"4",  "a", "-", "'",
                                        "\n", ",", " ", "a "};
    static char word[LONG + 1];
    for (size_t i = 0; i < ROWS(fills); i++) {
        for (size_t j = 0; j < LONG; j++)
            word[j] = fills[i][j % strlen(fills[i])];
        const char *const lines[][4] = {
            {word, word, word, word},        {"show", word, "busy", word},
            {"search", word, word, "ea"},    {"is", word, word, word},
            {"--field", word, "list", word}, {"list", "486", "--field", word},
            {"show", word, word, ""}};
        for (size_t j = 0; j < ROWS(lines); j++)
            check_line(lines[j], 4);
        RUN("--complete", "show", word, word);
        assert_string_equal(got.err, "");
        assert_int_equal(got.status, *got.out ? 0 : 1);
    }
}

int main(void) {
    ADD_ROWS(rows, completes);
    ADD(elsewhere_it_is_no_option);
    ADD(output_that_is_lost);
    ADD(all_formats_colors_and_properties);
    ADD(all_fields_of_a_command);
    ADD(all_commands);
    ADD(all_options);
    ADD(all_codes);
    ADD(all_registered_codes);
    ADD(all_classes);
    ADD(all_words_of_phrases);
    ADD(all_words_of_the_lexicon);
    ADD(what_is_offered_is_taken);
    ADD(phrases_show_what_they_say);
    ADD(every_start_of_a_line);
    ADD(odd_lines);
    ADD(long_words);
    return _cmocka_run_group_tests("complete", tests, test_count, NULL, NULL);
}
