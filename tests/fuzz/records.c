/* SPDX-License-Identifier: MIT */
/*
 * The generator on any data: files parted by form feeds. What is at fault is
 * told with a line that the data has; what is not makes a table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "../../src/gen/check.h"
#include "../../src/gen/emit.h"
#include "../../src/gen/fault.h"
#include "../../src/gen/memory.h"
#include "target.h"

#define MOST_FILES   16
#define LONGEST_NAME 16

static jmp_buf death;
static size_t faults;
static size_t most_lines; /* in the largest of the files */

/* ---- In the place of src/gen/fault.c: nothing printed, nobody dies ------- */

static void check_message(const char *format, va_list arguments) {
    char message[4096];
    int length = vsnprintf(message, sizeof message, format, arguments);
    CHECK(length > 0);
}

void fault(const char *path, unsigned line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    check_message(format, arguments);
    va_end(arguments);
    CHECK(*path);
    CHECK(line >= 1 && line <= most_lines);
    faults++;
}

size_t fault_count(void) {
    return faults;
}

void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    check_message(format, arguments);
    va_end(arguments);
    longjmp(death, 1);
}

/* ---- The data ------------------------------------------------------------ */

static size_t count_lines(const char *text, size_t length) {
    size_t lines = 1;
    for (size_t i = 0; i + 1 < length; i++)
        lines += text[i] == '\n';
    return lines;
}

/* A file in a block of its own, so that a sanitizer sees its end. */
static struct recfile parse(const char *text, size_t length, size_t number) {
    char *path = resize(NULL, LONGEST_NAME, 1);
    char *copy = resize(NULL, length, 1);
    size_t lines = count_lines(text, length);
    if (lines > most_lines)
        most_lines = lines;
    snprintf(path, LONGEST_NAME, "%zu.rec", number);
    if (length)
        memcpy(copy, text, length);
    return rec_parse(path, copy, length);
}

static size_t parse_all(const char *text, size_t length,
                        struct recfile *files) {
    size_t count = 0;
    const char *end;
    do {
        end = length ? memchr(text, '\f', length) : NULL;
        size_t part = end ? (size_t)(end - text) : length;
        files[count] = parse(text, part, count);
        count++;
        part += end != NULL;
        text += part;
        length -= part;
    } while (end && count < MOST_FILES);
    return count;
}

static char output[] = "/tmp/sipcode-fuzz-XXXXXX";

static void remove_output(void) {
    remove(output);
}

static void open_output(void) {
    static bool opened;
    if (opened)
        return;
    opened = true;
    int fd = mkstemp(output);
    CHECK(fd >= 0);
    close(fd);
    atexit(remove_output);
}

static void compile(const char *text, size_t length) {
    struct recfile files[MOST_FILES];
    size_t count = parse_all(text, length, files);
    struct data data = check(files, count);
    if (faults)
        return;
    emit_table(&data, output);
    emit_manual(&data, output);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    open_output();
    faults = 0;
    most_lines = 0;
    if (setjmp(death) == 0)
        compile((const char *)data, size);
    free_all();
    return 0;
}
