/* SPDX-License-Identifier: MIT */
/*
 * sipcode-gen: compiles the records in data/ into the table of the library.
 *
 * Reads all the files, reports every fault as `file:line: message`, and writes
 * the table only when there is none. Exit status: 0 written, 1 faults found,
 * 2 wrong usage or a file that cannot be read or written.
 */
#include <stdio.h>

#include "check.h"
#include "emit.h"
#include "fault.h"
#include "memory.h"

int main(int argc, char **argv) {
    if (argc < 3)
        die("usage: sipcode-gen OUTPUT FILE.rec...");
    size_t count = (size_t)argc - 2;
    struct recfile *files = resize(NULL, count, sizeof *files);
    for (size_t i = 0; i < count; i++)
        files[i] = rec_read(argv[2 + i]);
    struct data data = check(files, count);
    if (fault_count()) {
        fprintf(stderr, "sipcode-gen: %zu fault%s, nothing written\n",
                fault_count(), fault_count() == 1 ? "" : "s");
        return 1;
    }
    emit(&data, argv[1]);
    return 0;
}
