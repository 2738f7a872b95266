/* SPDX-License-Identifier: MIT */
/* The commands. Help, usage and dispatch follow from one table. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"
#include "subject.h"

struct command {
    char name[8];
    char operands[24]; /* as the synopsis shows them */
    unsigned takes;    /* of enum operands */
    char summary[64];  /* in one line */
    const char *help;  /* the rest, up to a line feed */
    /* Returns the exit status. */
    int (*run)(const struct options *options, char **operands, size_t count);
    /* The words that it takes, with what they mean; NULL: none. False beyond
     * the last one. */
    bool (*word_help)(size_t index, const char **word, const char **meaning);
};

extern const struct command command_show, command_compare, command_list,
    command_search, command_is;

/* The command number `index`, or of that name; NULL where there is none. */
const struct command *command_at(size_t index);
const struct command *command_named(const char *name);

/* Runs the program on arguments (argv[0] is passed over); the exit status. */
int run(char **argv);

#endif
