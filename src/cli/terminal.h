/* SPDX-License-Identifier: MIT */
/* What standard output is, and what it can show. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

#include "options.h"

/* What pretty text may use of the terminal. */
struct style {
    int width;
    bool color;
    bool unicode;
};

/* Whether standard output is a terminal. */
bool terminal_is_one(void);

/* What the options, the terminal and the environment together allow. */
struct style terminal_style(const struct options *options);

#endif
