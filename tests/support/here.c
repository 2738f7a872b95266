/* SPDX-License-Identifier: MIT */
#include "here.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../../src/cli/arena.h"
#include "../../src/cli/command.h"
#include "../../src/cli/message.h"
#include "../../src/cli/output.h"

/* A file that a stream of the command goes to, and what is read from it. */
struct sink {
    FILE *file;
    char *text;
    size_t room;
};

static void fail(const char *what) {
    perror(what);
    abort();
}

/* A descriptor of the sink, which starts empty; the command may close it. */
static int open_sink(struct sink *sink) {
    if (!sink->file)
        sink->file = tmpfile();
    if (!sink->file || ftruncate(fileno(sink->file), 0) != 0 ||
        lseek(fileno(sink->file), 0, SEEK_SET) != 0)
        fail("temporary file");
    return dup(fileno(sink->file));
}

static struct printed read_sink(struct sink *sink) {
    off_t size = lseek(fileno(sink->file), 0, SEEK_END);
    if (size < 0)
        fail("temporary file");
    if ((size_t)size >= sink->room) {
        sink->room = 2 * (size_t)size + 1;
        sink->text = realloc(sink->text, sink->room);
        if (!sink->text)
            fail("realloc");
    }
    if (pread(fileno(sink->file), sink->text, (size_t)size, 0) != size)
        fail("temporary file");
    sink->text[size] = '\0';
    return (struct printed){sink->text, (size_t)size};
}

int run_here(char **argv, struct printed *out, struct printed *err) {
    static struct sink sinks[2];
    int fds[] = {open_sink(&sinks[0]), open_sink(&sinks[1])};
    arena_reset();
    out_start(fds[0]);
    message_start(fds[1]);
    int status = run(argv);
    *out = read_sink(&sinks[0]);
    *err = read_sink(&sinks[1]);
    if (!out_any())
        close(fds[0]); /* else it is closed with the last byte */
    close(fds[1]);
    return status;
}
