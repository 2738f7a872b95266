/* SPDX-License-Identifier: MIT */
/* What the data becomes; see write_file(). The same data gives the same bytes.
 */
#ifndef EMIT_H
#define EMIT_H

#include "data.h"

/* The table of the library, as a C header. Dies where it has grown too small.
 */
void emit_table(const struct data *data, const char *path);

/* The catalogue of all codes, as a manual in mdoc: sipcode(7). */
void emit_manual(const struct data *data, const char *path);

#endif
