/* SPDX-License-Identifier: MIT */
/*
 * sipcode-gen: compiles the records in data/ into the table of the library, or
 * into the manual that shows them all.
 *
 * Reads all the files, reports every fault as `file:line: message`, and writes
 * the output only when there is none. Exit status: 0 written, 1 faults found,
 * 2 wrong usage or a file that cannot be read or written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "emit.h"
#include "fault.h"
#include "memory.h"
#include "output.h"

static const struct kind_of_output {
    const char *name;
    void (*emit)(const struct data *data, const char *path);
} outputs[] = {{"table", emit_table}, {"manual", emit_manual}};

static const struct kind_of_output *find_output(const char *name) {
    for (size_t i = 0; name && i < sizeof outputs / sizeof *outputs; i++)
        if (strcmp(outputs[i].name, name) == 0)
            return &outputs[i];
    return NULL;
}

int main(int argc, char **argv) {
    atexit(free_all);
    atexit(remove_unfinished);
    const struct kind_of_output *output = find_output(argc ? argv[1] : NULL);
    if (argc < 4 || !output)
        die("usage: sipcode-gen table|manual OUTPUT FILE.rec...");
    size_t count = (size_t)argc - 3;
    struct recfile *files = resize(NULL, count, sizeof *files);
    for (size_t i = 0; i < count; i++)
        files[i] = rec_read(argv[3 + i]);
    struct data data = check(files, count);
    if (fault_count()) {
        fprintf(stderr, "sipcode-gen: %zu fault%s, nothing written\n",
                fault_count(), fault_count() == 1 ? "" : "s");
        return 1;
    }
    output->emit(&data, argv[2]);
    return 0;
}
