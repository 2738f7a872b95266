/* SPDX-License-Identifier: MIT */
#include "recfile.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "fault.h"
#include "memory.h"

/* The data is a few hundred KiB; this only keeps a wrong file out. */
#define LARGEST_FILE ((size_t)16 << 20)

struct reader {
    struct recfile file;
    unsigned line;
    bool in_entry;
};

static char *copy(const char *text, size_t length) {
    char *string = resize(NULL, length + 1, 1);
    memcpy(string, text, length);
    string[length] = '\0';
    return string;
}

/* The rules for single characters, told with the very line they stand in. */
static void check_characters(const struct reader *reader, const char *line,
                             size_t length) {
    const char *path = reader->file.path;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];
        if (c >= ' ' && c <= '~')
            continue;
        if (c == '\t')
            fault(path, reader->line, "tab in column %zu; use blanks", i + 1);
        else if (c == '\r')
            fault(path, reader->line,
                  "carriage return; end lines with a line feed alone");
        else
            fault(path, reader->line,
                  "byte 0x%02X in column %zu is not printable ASCII", c, i + 1);
        return;
    }
    if (length && line[length - 1] == ' ')
        fault(path, reader->line, "trailing blank");
}

static bool is_name(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        bool letter = (text[i] >= 'A' && text[i] <= 'Z') ||
                      (text[i] >= 'a' && text[i] <= 'z');
        bool later = (text[i] >= '0' && text[i] <= '9') || text[i] == '_';
        if (!letter && !(i && later))
            return false;
    }
    return length > 0;
}

static void descriptor_line(struct reader *reader, const char *line,
                            size_t length) {
    static const char rec[] = "%rec: ";
    if (length < sizeof rec || memcmp(line, rec, sizeof rec - 1) != 0)
        return;
    if (reader->file.type)
        fault(reader->file.path, reader->line,
              "second %%rec; the first is in line %u", reader->file.type_line);
    else if (reader->file.count)
        fault(reader->file.path, reader->line, "%%rec after the first record");
    reader->file.type = copy(line + sizeof rec - 1, length - sizeof rec + 1);
    reader->file.type_line = reader->line;
}

static void value_line(struct reader *reader, const char *line, size_t length) {
    const char *colon = memchr(line, ':', length);
    size_t name = colon ? (size_t)(colon - line) : 0;
    if (!colon || !is_name(line, name)) {
        fault(
            reader->file.path, reader->line,
            "neither a comment nor 'Field: value' nor '+ ' and the rest of a value");
        return;
    }
    size_t start = name + 1;
    if (start < length && line[start] == ' ')
        start++;
    struct recfile *file = &reader->file;
    if (!reader->in_entry) {
        file->entries = grow(file->entries, file->count, sizeof *file->entries);
        file->entries[file->count++] = (struct entry){0};
        reader->in_entry = true;
    }
    struct entry *entry = &file->entries[file->count - 1];
    entry->values = grow(entry->values, entry->count, sizeof *entry->values);
    entry->values[entry->count++] =
        (struct value){.name = copy(line, name),
                       .text = copy(line + start, length - start),
                       .line = reader->line};
}

static void continuation_line(struct reader *reader, const char *line,
                              size_t length) {
    if (!reader->in_entry) {
        fault(reader->file.path, reader->line,
              "'+' continues nothing; it must follow a field");
        return;
    }
    struct entry *entry = &reader->file.entries[reader->file.count - 1];
    struct value *value = &entry->values[entry->count - 1];
    size_t start = length > 1 && line[1] == ' ' ? 2 : 1;
    if (start == length) {
        fault(reader->file.path, reader->line, "'+' continues with nothing");
        return;
    }
    size_t old = strlen(value->text), more = length - start;
    value->text = resize(value->text, old + more + 2, 1);
    value->text[old] = ' ';
    memcpy(value->text + old + 1, line + start, more);
    value->text[old + 1 + more] = '\0';
}

static void take_line(struct reader *reader, const char *line, size_t length) {
    check_characters(reader, line, length);
    if (!length)
        reader->in_entry = false;
    else if (*line == '%')
        descriptor_line(reader, line, length);
    else if (*line == '+')
        continuation_line(reader, line, length);
    else if (*line != '#')
        value_line(reader, line, length);
}

struct recfile rec_parse(const char *path, const char *text, size_t length) {
    struct reader reader = {.file = {.path = path}};
    while (length) {
        const char *end = memchr(text, '\n', length);
        size_t line = end ? (size_t)(end - text) : length;
        reader.line++;
        take_line(&reader, text, line);
        if (!end) {
            fault(path, reader.line, "no line feed at the end of the file");
            break;
        }
        text += line + 1;
        length -= line + 1;
    }
    if (!reader.file.type)
        fault(path, 1, "no %%rec that names the type of the records");
    return reader.file;
}

struct recfile rec_read(const char *path) {
    FILE *stream = fopen(path, "rb");
    if (!stream)
        die("%s: %s", path, strerror(errno));
    char *text = NULL;
    size_t length = 0, room = 0, got;
    do {
        if (length == room)
            text = resize(text, room = room ? 2 * room : 1 << 16, 1);
        got = fread(text + length, 1, room - length, stream);
        length += got;
        if (length > LARGEST_FILE)
            die("%s: larger than %zu bytes; not a data file", path,
                LARGEST_FILE);
    } while (got);
    if (ferror(stream))
        die("%s: %s", path, strerror(errno));
    fclose(stream);
    return rec_parse(path, text, length);
}
