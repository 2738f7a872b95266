/* SPDX-License-Identifier: MIT */
/* The rules that the data must keep. */
#ifndef CHECK_H
#define CHECK_H

#include "data.h"

/*
 * Sorts the files by kind, holds them against every rule, and reports each
 * fault. Fills in what the reader left open: rules, parts, keys.
 */
struct data check(struct recfile *files, size_t count);

#endif
