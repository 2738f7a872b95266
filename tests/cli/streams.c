/* SPDX-License-Identifier: MIT */
/*
 * The command and the generator with standard streams that are closed or full:
 * the exit status still tells what happened, and nothing goes where it should
 * not, though the next file that is opened takes the place of a closed stream.
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
#include <sys/stat.h>
#include <unistd.h>

#include "generator.h"
#include "program.h"
#include "rows.h"

#define WORDS 4

static const struct closing {
    const char *name;
    struct setting setting;
} closings[] = {
    {"input", {.closed_input = true}},
    {"output", {.closed_output = true}},
    {"errors", {.closed_errors = true}},
    {"input, output", {.closed_input = true, .closed_output = true}},
    {"input, errors", {.closed_input = true, .closed_errors = true}},
    {"output, errors", {.closed_output = true, .closed_errors = true}},
    {"all",
     {.closed_input = true, .closed_output = true, .closed_errors = true}},
};

/* ---- The command --------------------------------------------------------- */

static const struct print {
    const char *words[WORDS];
} prints[] = {
    {{"183"}},  {{"183", "499"}},         {{"499"}},
    {{"busy"}}, {{"is", "183", "final"}}, {{"--help"}},
    {{NULL}},
};

static struct result run_print(const struct print *print,
                               const struct setting *setting) {
    const char *argv[WORDS + 2] = {getenv("SIPCODE")};
    memcpy(argv + 1, print->words, sizeof print->words);
    return program_run(argv, setting);
}

/* Output is lost where there is nowhere to put it, and that is told. */
static void assert_print(const struct print *print,
                         const struct setting *setting) {
    struct result usual = run_print(print, NULL);
    struct result got = run_print(print, setting);
    bool lost = setting->closed_output && usual.size > 0;
    char err[4096];
    snprintf(err, sizeof err, "%s%s%s%s", usual.err,
             lost ? "sipcode: standard output: " : "",
             lost ? strerror(EBADF) : "", lost ? "\n" : "");
    assert_string_equal(got.out, setting->closed_output ? "" : usual.out);
    assert_string_equal(got.err, setting->closed_errors ? "" : err);
    assert_int_equal(got.status, lost ? 2 : usual.status);
    result_free(&usual);
    result_free(&got);
}

static void the_command_tells_what_happened(void **state) {
    const struct closing *closing = *state;
    for (size_t i = 0; i < ROWS(prints); i++)
        assert_print(&prints[i], &closing->setting);
}

static void the_command_can_do_without_messages(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(prints); i++) {
        struct result usual = run_print(&prints[i], NULL);
        struct result got =
            run_print(&prints[i], &(struct setting){.errors = "/dev/full"});
        assert_string_equal(got.out, usual.out);
        assert_int_equal(got.status, usual.status);
        result_free(&usual);
        result_free(&got);
    }
}

/* Neither the output nor what is wrong with it can be told. */
static void nothing_at_all_can_be_written(void **state) {
    (void)state;
    struct setting full = {.output = "/dev/full", .errors = "/dev/full"};
    struct result got = run_print(&prints[0], &full);
    assert_int_equal(got.status, 2);
    result_free(&got);
}

/* ---- The generator ------------------------------------------------------- */

static const char faulty[] = "%rec: Edition\n\nEdition: today\n";
static const char fault[] =
    "edition.rec:3: Edition: 5 characters, at least 10\n"
    "edition.rec:3: Edition: \"today\" is not of the form YYYY-MM-DD\n"
    "sipcode-gen: 2 faults, nothing written\n";

/* The table as it is where all streams are open, and is now. */
static void assert_same_table(const struct setting *setting) {
    assert_result(generate_sample(NULL, "table"), 0, "");
    char *usual = read_file(TABLE);
    assert_result(generate_sample(setting, "table"), 0, "");
    char *got = read_file(TABLE);
    assert_string_equal(got, usual);
    free(usual);
    free(got);
}

static void assert_kept(const char *path, const char *text) {
    char *kept = read_file(path);
    assert_string_equal(kept, text);
    free(kept);
}

static void the_generator_writes_nothing_but_the_table(void **state) {
    const struct closing *closing = *state;
    assert_same_table(&closing->setting);
}

static void the_generator_writes_nothing_into_faulty_data(void **state) {
    const struct closing *closing = *state;
    bool silent = closing->setting.closed_errors;
    write_text("edition.rec", faulty);
    write_text(TABLE, "what was there\n");
    assert_result(generate_sample(&closing->setting, "table"), 1,
                  silent ? "" : fault);
    assert_kept("edition.rec", faulty);
    assert_kept(TABLE, "what was there\n");
    assert_false(exists(TEMPORARY));
}

/* What is told while files are open must get into none of them. */
static void the_generator_writes_no_message_into_a_file(void **state) {
    const struct closing *closing = *state;
    bool silent = closing->setting.closed_errors;
    char full[128], directory[128];
    snprintf(full, sizeof full, "sipcode-gen: " TEMPORARY ": %s\n",
             strerror(ENOSPC));
    snprintf(directory, sizeof directory, "sipcode-gen: folder: %s\n",
             strerror(EISDIR));
    assert_int_equal(symlink("/dev/full", TEMPORARY), 0);
    assert_result(generate_sample(&closing->setting, "table"), 2,
                  silent ? "" : full);
    assert_nothing_left();
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_result(
        generate(&closing->setting, "table", "folder", sample, SAMPLE_FILES), 2,
        silent ? "" : directory);
    assert_false(exists("folder.tmp"));
    assert_result(generate(&closing->setting, "table", TABLE,
                           (const char *const[]){"codes.rec", "folder"}, 2),
                  2, silent ? "" : directory);
    assert_nothing_left();
}

static void the_generator_can_do_without_messages(void **state) {
    (void)state;
    struct setting full = {.errors = "/dev/full"};
    assert_same_table(&full);
    write_text("edition.rec", faulty);
    assert_result(generate_sample(&full, "table"), 1, "");
    assert_result(generate(&full, NULL, NULL, NULL, 0), 2, "");
}

/* ---- All ----------------------------------------------------------------- */

#define ADD_IN_WORKPLACE(function)                                             \
    for (size_t i = 0; i < ROWS(closings); i++) {                              \
        add(joined(#function, closings[i].name), function, &closings[i]);      \
        tests[test_count - 1].setup_func = lay_out_sample;                     \
    }

int main(void) {
    ADD_ROWS(closings, the_command_tells_what_happened);
    ADD(the_command_can_do_without_messages);
    ADD(nothing_at_all_can_be_written);
    ADD_IN_WORKPLACE(the_generator_writes_nothing_but_the_table);
    ADD_IN_WORKPLACE(the_generator_writes_nothing_into_faulty_data);
    ADD_IN_WORKPLACE(the_generator_writes_no_message_into_a_file);
    ADD(the_generator_can_do_without_messages);
    tests[test_count - 1].setup_func = lay_out_sample;
    return _cmocka_run_group_tests("streams", tests, test_count, open_workplace,
                                   close_workplace);
}
