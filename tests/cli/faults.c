/* SPDX-License-Identifier: MIT */
/*
 * Every call of libc that the command or the generator depends on, made to
 * fail, one after the other; support/inject.c does it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "generator.h"
#include "program.h"
#include "rows.h"

#define SKIPPED 77
#define SHORT   0 /* the fault of a write that takes only half */

/* ---- Injecting ----------------------------------------------------------- */

static char count_path[] = "/tmp/sipcode-count-XXXXXX";
static unsigned *count; /* of the calls in the latest run */

/* How to run a program so that call `number` of this kind has the fault. */
static const struct setting *with_fault(const char *call, unsigned number,
                                        int fault) {
    static char preload[4096], what[64], where[64];
    static const char *const environment[] = {
        "PATH=/usr/bin:/bin", "TERM=xterm", preload, what, where, NULL};
    static const struct setting setting = {.environment = environment};
    int length = snprintf(preload, sizeof preload, "LD_PRELOAD=%s",
                          getenv("SIPCODE_INJECTOR"));
    assert_in_range(length, 1, sizeof preload - 1);
    snprintf(what, sizeof what, "SIPCODE_INJECT=%s:%u:%d", call, number, fault);
    snprintf(where, sizeof where, "SIPCODE_INJECT_COUNT=%s", count_path);
    *count = 0;
    return &setting;
}

/* ---- The command --------------------------------------------------------- */

#define MOST_WORDS 256

/* Ends with NULL. */
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const char *const formats[] = {"pretty", "plain", "json", "tsv",
                                      "markdown"};

static const char *every_code[MOST_WORDS];

static const struct print {
    const char *name;
    const char *const *words;
    int status;
} prints[] = {
    {"show", WORDS("183", "422"), 0},
    {"class", WORDS("4xx"), 0},
    {"phrases", WORDS("show", "busy"), 0},
    {"some not found", WORDS("183", "499", "101"), 1},
    {"another phrase", WORDS("SIP/2.0 183 Ringing"), 0},
    {"compare", WORDS("compare", "183", "422"), 0},
    {"list", WORDS("list", "--all"), 0},
    {"search", WORDS("search", "busy"), 0},
    {"field", WORDS("183", "--field", "phrase"), 0},
    {"help", WORDS("--help"), 0},
    {"command help", WORDS("is", "--help"), 0},
    {"version", WORDS("--version"), 0},
    {"every code", every_code, 0},
};

/* Print only messages. */
static const struct print messages[] = {
    {"not found", WORDS("499", "101"), 1},
    {"no command", WORDS("busy"), 2},
    {"no arguments", WORDS(NULL), 2},
    {"no words", WORDS("search", "zzzz"), 1},
};

/* What a print is in a format, without a fault. */
static struct result usual;

static struct result run_print(const struct print *print, const char *format,
                               const struct setting *setting) {
    const char *argv[MOST_WORDS + 4] = {getenv("SIPCODE")};
    size_t words = 1;
    for (size_t i = 0; print->words[i]; i++)
        argv[words++] = print->words[i];
    if (format) {
        argv[words++] = "--format";
        argv[words] = format;
    }
    return program_run(argv, setting);
}

/* How many calls of this kind there are, which must not be none. */
static unsigned count_calls(const struct print *print, const char *format,
                            const char *call) {
    result_free(&usual);
    usual = run_print(print, format, with_fault(call, 0, EIO));
    assert_int_equal(usual.status, print->status);
    assert_true(*count > 0);
    return *count;
}

/* Each call of this kind in turn has the fault. */
static void assert_each(const struct print *print, const char *call, int fault,
                        void (*check)(struct result *got, int fault)) {
    for (size_t i = 0; i < ROWS(formats); i++) {
        const char *format = print->words[0] ? formats[i] : NULL;
        unsigned calls = count_calls(print, format, call);
        for (unsigned number = 1; number <= calls; number++) {
            struct result got =
                run_print(print, format, with_fault(call, number, fault));
            assert_true(*count >= number);
            check(&got, fault);
            result_free(&got);
        }
    }
}

static void is_told(struct result *got, int fault) {
    char expected[4096];
    snprintf(expected, sizeof expected, "%ssipcode: standard output: %s\n",
             usual.err, strerror(fault));
    assert_string_equal(got->err, expected);
    assert_int_equal(got->status, 2);
}

static void is_a_quiet_end(struct result *got, int fault) {
    (void)fault;
    assert_string_equal(got->err, usual.err);
    assert_int_equal(got->status, 2);
}

static void loses_nothing(struct result *got, int fault) {
    (void)fault;
    assert_string_equal(got->out, usual.out);
    assert_string_equal(got->err, usual.err);
    assert_int_equal(got->status, usual.status);
}

/* Of what standard error does not take, nobody can be told. */
static void loses_messages_alone(struct result *got, int fault) {
    (void)fault;
    assert_string_equal(got->out, usual.out);
    assert_true(strlen(got->err) < strlen(usual.err));
    assert_int_equal(got->status, usual.status);
}

static void ends_it(struct result *got, int fault) {
    assert_int_equal(got->status, 128 - fault);
}

static void a_write_that_fails_is_told(void **state) {
    assert_each(*state, "write", ENOSPC, is_told);
    assert_each(*state, "write", EIO, is_told);
}

static void a_write_that_nobody_reads_is_a_quiet_end(void **state) {
    assert_each(*state, "write", EPIPE, is_a_quiet_end);
}

/* The faults above and below hit the first of several writes, and the last. */
static void a_large_report_is_several_writes(void **state) {
    assert_true(count_calls(*state, "json", "write") > 1);
}

static void a_write_interrupted_loses_nothing(void **state) {
    assert_each(*state, "write", EINTR, loses_nothing);
}

static void a_short_write_loses_nothing(void **state) {
    assert_each(*state, "write", SHORT, loses_nothing);
}

static void a_close_that_fails_is_told(void **state) {
    assert_each(*state, "close", EIO, is_told);
}

static void a_signal_ends_it(void **state) {
    assert_each(*state, "write", -SIGINT, ends_it);
}

static void a_message_that_fails_changes_no_status(void **state) {
    assert_each(*state, "message", ENOSPC, loses_messages_alone);
    assert_each(*state, "message", EBADF, loses_messages_alone);
}

static void a_message_interrupted_loses_nothing(void **state) {
    assert_each(*state, "message", EINTR, loses_nothing);
}

static void a_short_message_loses_nothing(void **state) {
    assert_each(*state, "message", SHORT, loses_nothing);
}

/* ---- The generator ------------------------------------------------------- */

#define OLD "what was there\n"

static const struct step {
    const char *name;
    const char *call;
    int fault;
    const char *subject; /* of the message; NULL: any file of the sample */
} steps[] = {
    {"read", "read", EIO, NULL},
    {"write", "write", ENOSPC, TEMPORARY},
    {"interrupted write", "write", EINTR, TEMPORARY},
    {"close", "close", EIO, TEMPORARY},
    {"rename", "rename", EXDEV, TABLE},
};

static void assert_old_table(void) {
    char *table = read_file(TABLE);
    assert_string_equal(table, OLD);
    free(table);
}

/* What it writes, in either case to TABLE. */
static const char *const kinds[] = {"table", "manual"};

static unsigned count_generator_calls(const char *kind, const char *call) {
    assert_result(generate_sample(with_fault(call, 0, EIO), kind), 0, "");
    assert_true(*count > 0);
    write_text(TABLE, OLD);
    return *count;
}

static void assert_names(const char *message, const char *subject, int fault) {
    char expected[256];
    snprintf(expected, sizeof expected, "sipcode-gen: %s: %s\n", subject,
             strerror(fault));
    assert_string_equal(message, expected);
}

/* The file of the sample that a message is about. */
static const char *subject_in(const char *message) {
    for (size_t i = 0; i < SAMPLE_FILES; i++)
        if (strstr(message, sample[i]))
            return sample[i];
    fail_msg("about no file of the sample: %s", message);
    return NULL;
}

static void fail_at_each(const struct step *step, const char *kind) {
    unsigned calls = count_generator_calls(kind, step->call);
    for (unsigned number = 1; number <= calls; number++) {
        struct result got =
            generate_sample(with_fault(step->call, number, step->fault), kind);
        assert_true(*count >= number);
        assert_names(got.err,
                     step->subject ? step->subject : subject_in(got.err),
                     step->fault);
        assert_int_equal(got.status, 2);
        assert_old_table();
        assert_false(exists(TEMPORARY));
        result_free(&got);
    }
}

static void each_fault_leaves_the_old_table(void **state) {
    for (size_t i = 0; i < ROWS(kinds); i++)
        fail_at_each(*state, kinds[i]);
}

/* The files of the sample are opened in turn, then the temporary. */
static void each_file_that_cannot_be_opened_is_named(void **state) {
    (void)state;
    unsigned calls = count_generator_calls("table", "open");
    assert_int_equal(calls, SAMPLE_FILES + 1);
    for (unsigned number = 1; number <= calls; number++) {
        struct result got =
            generate_sample(with_fault("open", number, EMFILE), "table");
        assert_names(got.err, number < calls ? sample[number - 1] : TEMPORARY,
                     EMFILE);
        assert_int_equal(got.status, 2);
        assert_old_table();
        assert_false(exists(TEMPORARY));
        result_free(&got);
    }
}

static void memory_may_end_anywhere(void **state) {
    const char *kind = *state;
    unsigned calls = count_generator_calls(kind, "realloc");
    for (unsigned number = 1; number <= calls; number++) {
        assert_result(
            generate_sample(with_fault("realloc", number, ENOMEM), kind), 2,
            "sipcode-gen: out of memory\n");
        assert_int_equal(*count, number);
        assert_old_table();
        assert_false(exists(TEMPORARY));
    }
}

/* Ended in the middle, it may leave the temporary, which the next run takes. */
static void interrupt_at_each(const struct step *step, const char *kind) {
    unsigned calls = count_generator_calls(kind, step->call);
    for (unsigned number = 1; number <= calls; number++) {
        assert_result(
            generate_sample(with_fault(step->call, number, -SIGINT), kind),
            128 + SIGINT, "");
        assert_int_equal(*count, number);
        assert_old_table();
    }
    assert_result(generate_sample(NULL, kind), 0, "");
    assert_false(exists(TEMPORARY));
}

static void a_signal_leaves_the_old_table(void **state) {
    for (size_t i = 0; i < ROWS(kinds); i++)
        interrupt_at_each(*state, kinds[i]);
}

/* ---- All ----------------------------------------------------------------- */

static int read_codes(void) {
    static struct result list; /* which every_code points into */
    size_t codes = 0;
    list = sipcode("list", "--all", "--field", "code", NULL);
    for (char *code = strtok(list.out, "\n"); code; code = strtok(NULL, "\n")) {
        if (codes == MOST_WORDS - 1)
            return -1;
        every_code[codes++] = code;
    }
    return codes ? 0 : -1;
}

static int open_all(void **state) {
    int fd = mkstemp(count_path);
    if (fd < 0 || ftruncate(fd, sizeof *count) != 0)
        return -1;
    count =
        mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    return count == MAP_FAILED || read_codes() ? -1 : open_workplace(state);
}

static int close_all(void **state) {
    return munmap(count, sizeof *count) || remove(count_path) ||
           close_workplace(state);
}

static void add_in_workplace(const char *name, CMUnitTestFunction function,
                             const void *state) {
    add(name, function, state);
    tests[test_count - 1].setup_func = lay_out_sample;
}

int main(void) {
    const char *reason = getenv("SIPCODE_NO_INJECTOR");
    if (reason && *reason) {
        printf("skipped: %s\n", reason);
        return SKIPPED;
    }
    ADD_ROWS(prints, a_write_that_fails_is_told);
    ADD_ROWS(prints, a_write_that_nobody_reads_is_a_quiet_end);
    ADD_ROWS(prints, a_write_interrupted_loses_nothing);
    ADD_ROWS(prints, a_short_write_loses_nothing);
    add("a_large_report_is_several_writes", a_large_report_is_several_writes,
        &prints[ROWS(prints) - 1]);
    ADD_ROWS(prints, a_close_that_fails_is_told);
    ADD_ROWS(prints, a_signal_ends_it);
    ADD_ROWS(messages, a_message_that_fails_changes_no_status);
    ADD_ROWS(messages, a_message_interrupted_loses_nothing);
    ADD_ROWS(messages, a_short_message_loses_nothing);
    for (size_t i = 0; i < ROWS(steps); i++) {
        add_in_workplace(
            joined("each_fault_leaves_the_old_table", steps[i].name),
            each_fault_leaves_the_old_table, &steps[i]);
        add_in_workplace(joined("a_signal_leaves_the_old_table", steps[i].name),
                         a_signal_leaves_the_old_table, &steps[i]);
    }
    add_in_workplace("each_file_that_cannot_be_opened_is_named",
                     each_file_that_cannot_be_opened_is_named, NULL);
    for (size_t i = 0; i < ROWS(kinds); i++)
        add_in_workplace(joined("memory_may_end_anywhere", kinds[i]),
                         memory_may_end_anywhere, kinds[i]);
    return _cmocka_run_group_tests("faults", tests, test_count, open_all,
                                   close_all);
}
