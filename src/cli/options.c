/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <stddef.h>
#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "format.h"
#include "message.h"
#include "spell.h"

/* All that an option takes, as "a, b or c". */
static const char *choices(const char *name_at(size_t index)) {
    struct text text = {0};
    size_t count = 0;
    while (name_at(count))
        count++;
    for (size_t i = 0; i < count; i++)
        text_add_item(&text, name_at(i), i, count, " or ");
    return text.string;
}

static bool set_format(struct options *options, const char *text) {
    if (format_find(text)) {
        options->format = text;
        return true;
    }
    wrong(concat("--format ", *text ? text : "''"),
          concat("no such format; choose ", choices(format_name)));
    return false;
}

/* Which fields there are depends on the command: it checks the names. */
static bool set_field(struct options *options, const char *text) {
    options->fields = text;
    return true;
}

const char *color_name(size_t index) {
    static const char names[][8] = {
        [COLOR_AUTO] = "auto",
        [COLOR_ALWAYS] = "always",
        [COLOR_NEVER] = "never",
    };
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

static bool set_color(struct options *options, const char *text) {
    const char *name;
    for (size_t i = 0; (name = color_name(i)); i++)
        if (ascii_equal(text, name)) {
            options->color = (enum color)i;
            return true;
        }
    wrong(concat("--color ", *text ? text : "''"),
          concat("choose ", choices(color_name)));
    return false;
}

static bool set_width(struct options *options, const char *text) {
    size_t digits = ascii_digits(text);
    int width = digits <= 4 && !text[digits] ? ascii_number(text) : 0;
    if (width < NARROWEST || width > WIDEST) {
        wrong(concat("--width ", *text ? text : "''"),
              concat("give a number of columns from ", decimal(NARROWEST),
                     " to ", decimal(WIDEST)));
        return false;
    }
    options->width = width;
    return true;
}

#define FLAG(name) "", VALUES_NONE, offsetof(struct options, name), NULL

static const struct option table[] = {
    {'\0', "format", "NAME", VALUES_FORMATS, 0, set_format,
     "pretty (on a terminal), plain (elsewhere),\njson, tsv or markdown"},
    {'\0', "field", "NAME[,NAME...]", VALUES_FIELDS, 0, set_field,
     "only the values of these fields, one a line;\n"
     "the names are those of json"},
    {'\0', "color", "WHEN", VALUES_COLORS, 0, set_color,
     "always, never or auto: on a terminal, unless\n"
     "NO_COLOR is set or TERM is dumb"},
    {'\0', "width", "N", VALUES_NONE, 0, set_width,
     "columns for pretty; else the window's width"},
    {'a', "all", FLAG(all), "list codes that are not registered, too"},
    {'\0', "ascii", FLAG(ascii), "draw pretty with ASCII characters alone"},
    {'q', "quiet", FLAG(quiet), "no message when something is not found"},
    {'h', "help", FLAG(help), "help on the program or on a command"},
    {'V', "version", FLAG(version), "version of program and data"},
};

#define COUNT (sizeof table / sizeof *table)

const struct option *option_at(size_t index) {
    return index < COUNT ? &table[index] : NULL;
}

bool option_help(size_t index, const char **synopsis, const char **help) {
    if (index >= COUNT)
        return false;
    const struct option *option = &table[index];
    struct text text = {0};
    text_add(&text, option->short_name ? "-x, --" : "    --");
    if (option->short_name)
        text.string[1] = option->short_name;
    text_add(&text, option->name);
    if (*option->argument)
        text_add(&text, concat(" ", option->argument));
    *synopsis = text.string;
    *help = option->help;
    return true;
}

static const struct option *find_long(const char *name, size_t length) {
    for (size_t i = 0; i < COUNT; i++)
        if (strlen(table[i].name) == length &&
            !memcmp(table[i].name, name, length))
            return &table[i];
    return NULL;
}

bool is_option(const char *name) {
    return find_long(name, strlen(name)) != NULL;
}

static const struct option *find_short(char name) {
    for (size_t i = 0; i < COUNT; i++)
        if (table[i].short_name == name)
            return &table[i];
    return NULL;
}

static bool unknown(const char *argument, size_t length) {
    struct text given = {0};
    text_add_bytes(&given, argument, length);
    struct spelling spelling = {.word = given.string};
    for (size_t i = 0; i < COUNT; i++)
        spell_try(&spelling, concat("--", table[i].name));
    const char *near = spell_list(&spelling);
    wrong(given.string, near
                            ? concat("no such option; did you mean ", near, "?")
                            : "no such option; see sipcode --help");
    return false;
}

/* Takes an option that was found, with its value where it has one. */
static bool take(struct options *options, const struct option *option,
                 const char *value) {
    if (*option->argument)
        return option->set(options, value);
    return *(bool *)((char *)options + option->flag) = true;
}

/* The option of `--name` or `--name=value`, or NULL; *value: NULL without. */
static const struct option *parse_long(const char *argument,
                                       const char **value) {
    const char *name = argument + 2;
    size_t length = ascii_until(name, '=');
    *value = name[length] ? name + length + 1 : NULL;
    return find_long(name, length);
}

/* `--name`, `--name value` and `--name=value`; takes the value from *next. */
static bool read_long(struct options *options, const char *argument,
                      char *const **next) {
    const char *value;
    const struct option *option = parse_long(argument, &value);
    if (!option)
        return unknown(argument, ascii_until(argument, '='));
    if (!*option->argument && value) {
        wrong(argument, concat("--", option->name, " takes no value"));
        return false;
    }
    if (*option->argument && !value)
        value = *(*next)++;
    if (*option->argument && !value) {
        wrong(argument,
              concat("needs a value: --", option->name, " ", option->argument));
        return false;
    }
    return take(options, option, value);
}

/* `-qh`: short options take no values and may share a dash. */
static bool read_short(struct options *options, const char *argument) {
    for (const char *name = argument + 1; *name; name++) {
        const struct option *option = find_short(*name);
        if (!option)
            return unknown(argument, strlen(argument));
        take(options, option, NULL);
    }
    return true;
}

static bool is_operand(const char *argument) {
    return argument[0] != '-' || !argument[1];
}

bool options_read(struct options *options, char **argv, size_t *count) {
    char *const *next = argv;
    bool ended = false;
    *count = 0;
    while (*next) {
        char *argument = *next++;
        if (ended || is_operand(argument))
            argv[(*count)++] = argument;
        else if (ascii_equal(argument, "--"))
            ended = true;
        else if (argument[1] == '-' ? !read_long(options, argument, &next)
                                    : !read_short(options, argument))
            return false;
    }
    return true;
}

/* ---- A line that is still being typed ----------------------------------- */

static bool is_long(const char *argument) {
    return argument[0] == '-' && argument[1] == '-';
}

/* The option whose value is the argument behind this one, or NULL. */
static const struct option *awaits_value(const char *argument) {
    const char *value;
    const struct option *option =
        is_long(argument) ? parse_long(argument, &value) : NULL;
    return option && *option->argument && !value ? option : NULL;
}

struct typed options_typed(char **words, size_t *count) {
    struct typed typed = {0};
    char **next = words;
    *count = 0;
    for (; next[1]; next++) {
        if (typed.option)
            typed.option = NULL; /* it has its value */
        else if (typed.ended || is_operand(*next))
            words[(*count)++] = *next;
        else if (ascii_equal(*next, "--"))
            typed.ended = true;
        else
            typed.option = awaits_value(*next);
    }
    typed.word = *next;
    if (typed.option)
        typed.value = *next;
    else if (!typed.ended && is_long(*next))
        typed.option = parse_long(*next, &typed.value);
    return typed;
}
