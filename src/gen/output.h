/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdio.h>

/*
 * Has the content written to the file `path`: first under a temporary name
 * beside it, then renamed, so that no half of it is ever left. Dies where it
 * cannot write; only who is killed leaves the temporary, which the next run
 * takes.
 */
void write_file(const char *path, void (*write)(FILE *out, const void *content),
                const void *content);

#endif
