/* SPDX-License-Identifier: MIT */
/* The commands. Help, usage and dispatch follow from one table. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stddef.h>

#include "options.h"

struct command {
    const char *name;
    const char *operands; /* as the synopsis shows them */
    const char *summary;  /* in one line */
    const char *help;     /* the rest, up to a line feed */
    /* Returns the exit status. The operands end with NULL. */
    int (*run)(const struct options *options, char **operands, size_t count);
};

extern const struct command command_show, command_compare, command_list,
    command_search;

/* Runs the program on arguments (argv[0] is passed over); the exit status. */
int run(char **argv);

#endif
