/* SPDX-License-Identifier: MIT */
#ifndef EMIT_H
#define EMIT_H

#include "check.h"

/*
 * Writes the table of data without faults to the file `path`: first under a
 * temporary name beside it, then renamed, so that no half table is ever left.
 * The same data gives the same bytes. Dies where it cannot write.
 */
void emit(const struct data *data, const char *path);

#endif
