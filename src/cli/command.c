/* SPDX-License-Identifier: MIT */
#include "command.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "complete.h"
#include "message.h"
#include "output.h"
#include "sipcode.h"
#include "spell.h"
#include "subject.h"

static const struct command *const commands[] = {
    &command_show,   &command_compare, &command_list,
    &command_search, &command_is,
};

#define COUNT (sizeof commands / sizeof *commands)

const struct command *command_at(size_t index) {
    return index < COUNT ? commands[index] : NULL;
}

const struct command *command_named(const char *name) {
    for (size_t i = 0; i < COUNT; i++)
        if (ascii_equal(commands[i]->name, name))
            return commands[i];
    return NULL;
}

/* ---- Help --------------------------------------------------------------- */

#define SYNOPSIS 30 /* the column in which explanations start */

/* A synopsis, and what explains it, beside it where there is room. */
static void add_row(struct text *help, const char *synopsis,
                    const char *explanation) {
    size_t column = strlen(synopsis) + 2;
    text_add(help, "  ");
    text_add(help, synopsis);
    for (const char *line = explanation; *line;) {
        size_t length = ascii_until(line, '\n');
        if (column > SYNOPSIS - 2) {
            text_add_char(help, '\n');
            column = 0;
        }
        for (; column < SYNOPSIS; column++)
            text_add_char(help, ' ');
        text_add_bytes(help, line, length);
        line += length + (line[length] == '\n');
    }
    text_add_char(help, '\n');
}

static const char *const examples = "  sipcode 183\n"
                                    "  sipcode compare 183 422\n"
                                    "  sipcode search early media\n"
                                    "  sipcode list 4xx\n"
                                    "  sipcode show busy here\n";

static void add_options(struct text *help) {
    const char *synopsis, *explanation;
    for (size_t i = 0; option_help(i, &synopsis, &explanation); i++)
        add_row(help, synopsis, explanation);
}

static const char *full_help(void) {
    struct text help = {0};
    text_add(&help, "usage: sipcode CODE...\n"
                    "       sipcode COMMAND [ARGUMENT...]\n\n"
                    "What a SIP response code means, when you see it, how to "
                    "fix it.\n\nExamples:\n");
    text_add(&help, examples);
    text_add(&help, "\nCommands:\n");
    for (size_t i = 0; i < COUNT; i++)
        add_row(&help, concat(commands[i]->name, " ", commands[i]->operands),
                commands[i]->summary);
    text_add(&help, "\nOptions, anywhere before --:\n");
    add_options(&help);
    text_add(&help, "\nExit status: 0 found, 1 not found (or not all of it), "
                    "2 wrong usage or an\ninput or output error.\n");
    return help.string;
}

static const char *short_help(void) {
    return concat("usage: sipcode CODE... | sipcode COMMAND [ARGUMENT...]\n\n",
                  examples, "\nMore: sipcode --help\n");
}

static void add_words(struct text *help, const struct command *command) {
    const char *word, *meaning;
    if (!command->word_help)
        return;
    text_add(help, "\nProperties:\n");
    for (size_t i = 0; command->word_help(i, &word, &meaning); i++)
        add_row(help, word, meaning);
}

static const char *command_help(const struct command *command) {
    struct text help = {0};
    text_add(&help,
             concat("usage: sipcode ", command->name, " ", command->operands,
                    "\n\n", command->summary, "\n\n", command->help));
    add_words(&help, command);
    text_add(&help, "\nOptions:\n");
    add_options(&help);
    return help.string;
}

static const char *version(void) {
    long registered = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        registered += sipcode_is_registered(sipcode_at(i));
    return concat("sipcode ", sipcode_version(), "\n", decimal(registered),
                  " registered response codes, data edition ",
                  sipcode_edition(), "\n");
}

/* ---- Dispatch ----------------------------------------------------------- */

static bool is_plain_word(const char *text) {
    for (; *text; text++) {
        if (!ascii_alpha(*text) && *text != '-' && *text != ' ')
            return false;
    }
    return true;
}

static bool is_blank(const char *text) {
    while (ascii_blank(*text))
        text++;
    return !*text;
}

static int no_command(const char *word) {
    struct spelling spelling = {.word = word};
    if (is_blank(word))
        return wrong("", "empty argument; give a response code, as in: "
                         "sipcode 183");
    if (is_option(word))
        return wrong(word,
                     concat("no such command; did you mean --", word, "?"));
    for (size_t i = 0; i < COUNT; i++)
        spell_try(&spelling, commands[i]->name);
    const char *near = spell_list(&spelling);
    if (near)
        return wrong(word, concat("no such command; did you mean ", near, "?"));
    if (is_plain_word(word) && *word != '-')
        return wrong(
            word, concat("no such command; try: sipcode search ", shown(word)));
    return wrong(word, "no such command; see: sipcode --help");
}

static int dispatch(const struct options *options, char **operands,
                    size_t count) {
    const struct command *command = count ? command_named(operands[0]) : NULL;
    if (options->version) {
        out(version());
        return FOUND;
    }
    if (options->help) {
        out(command ? command_help(command) : full_help());
        return FOUND;
    }
    if (!count) {
        message_text(short_help());
        return WRONG;
    }
    if (command)
        return command->run(options, operands + 1, count - 1);
    if (subject_stands_alone(operands[0]))
        return command_show.run(options, operands, count);
    return no_command(operands[0]);
}

/* Ends the output; the status, unless some of it could not be written. */
static int finish(int status) {
    if (out_finish())
        return status;
    /* Who closed the pipe has read enough, and needs no message. */
    if (errno != EPIPE)
        wrong("standard output", strerror(errno));
    return WRONG;
}

int run(char **argv) {
    struct options options = {0};
    size_t count;
    /* A program may be started without even its own name. */
    char **arguments = *argv ? argv + 1 : argv;
    if (*arguments && ascii_equal(*arguments, "--complete"))
        return finish(complete(arguments + 1));
    if (!options_read(&options, arguments, &count))
        return WRONG;
    message_quiet(options.quiet);
    return finish(dispatch(&options, arguments, count));
}
