/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdio.h>

/*
 * Has the content written to the file `path`: first under a temporary name
 * beside it, then renamed, so that no half of it is ever left. Dies where it
 * cannot write.
 */
void write_file(const char *path, void (*write)(FILE *out, const void *content),
                const void *content);

/*
 * For the end of the program: removes the temporary of a file that has not
 * become whole. Who is killed leaves it, and the next run takes it over.
 */
void remove_unfinished(void);

#endif
