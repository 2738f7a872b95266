/* SPDX-License-Identifier: MIT */
/*
 * The command on any arguments, a line of the input each: what it prints is
 * fit for a terminal, and the exit status is one of the three.
 */
#include <stdbool.h>
#include <string.h>

#include "../../src/cli/message.h"
#include "here.h"
#include "target.h"

/* Enough for all that arguments can do to each other. */
#define MOST_ARGUMENTS 24

static bool is_printable(char c) {
    return c >= ' ' && c <= '~';
}

static bool any_has(char *const *arguments, size_t count, const char *part) {
    for (size_t i = 0; i < count; i++)
        if (strstr(arguments[i], part))
            return true;
    return false;
}

/* The length of a colour, or of its end: ESC [ digits and semicolons m. */
static size_t color_length(const char *text) {
    size_t length = 2;
    if (text[0] != '\033' || text[1] != '[')
        return 0;
    length += strspn(text + length, "0123456789;");
    return text[length] == 'm' ? length + 1 : 0;
}

/* The length in UTF-8 of a line, a bullet or their like. */
static size_t sign_length(const char *text) {
    const unsigned char *byte = (const unsigned char *)text;
    bool is_sign = byte[0] == 0xE2 && byte[1] >> 6 == 2 && byte[2] >> 6 == 2;
    return is_sign ? 3 : 0;
}

/* What a shell completes begins with the last word as it was typed. */
static const char *behind_word(const char *line, const char *word) {
    CHECK(strncmp(line, word, strlen(word)) == 0);
    return line + strlen(word);
}

static void check_out(const struct printed *out, char *const *arguments,
                      size_t count) {
    bool colors = any_has(arguments, count, "always");
    bool completes = count && strcmp(arguments[0], "--complete") == 0;
    bool tabs = completes || any_has(arguments, count, "tsv");
    const char *word = completes && count > 1 ? arguments[count - 1] : "";
    CHECK(strlen(out->text) == out->size);
    CHECK(!out->size || out->text[out->size - 1] == '\n');
    for (const char *at = out->text; *at;) {
        if (at == out->text || at[-1] == '\n')
            at = behind_word(at, word);
        size_t length =
            is_printable(*at) || *at == '\n' || (tabs && *at == '\t') ? 1
            : *at == '\033' ? (colors ? color_length(at) : 0)
                            : sign_length(at);
        CHECK(length > 0);
        at += length;
    }
}

static void check_err(const struct printed *err) {
    CHECK(strlen(err->text) == err->size);
    CHECK(!err->size || err->text[err->size - 1] == '\n');
    for (const char *at = err->text; *at; at++)
        CHECK(is_printable(*at) || *at == '\n');
}

static void check_status(int status, const struct printed *out,
                         const struct printed *err) {
    CHECK(status == FOUND || status == NOT_FOUND || status == WRONG);
    if (status == WRONG)
        CHECK(!out->size && err->size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *lines[MOST_ARGUMENTS], *argv[MOST_ARGUMENTS + 2] = {"sipcode"};
    size_t count = take_lines(data, size, lines, MOST_ARGUMENTS);
    struct printed out, err;
    memcpy(argv + 1, lines, count * sizeof *lines);
    /* Whatever the terminal on which the test runs. */
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("NO_COLOR", "1", 1);
    /* Without arguments there need not even be a name. */
    int status = run_here(count ? argv : argv + 1, &out, &err);
    check_status(status, &out, &err);
    check_out(&out, lines, count);
    check_err(&err);
    free_lines(lines, count);
    return 0;
}
