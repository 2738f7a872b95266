/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Larger than any report of a few codes, so that each is one write. */
#define ROOM ((size_t)256 << 10)

static char buffer[ROOM];
struct output output = {buffer, buffer + ROOM};

static int stream = STDOUT_FILENO;
static int failure; /* the errno of the first write that failed, or 0 */
static bool flushed;

void out_flush(void) {
    const char *rest = buffer;
    while (rest < output.next && !failure) {
        ssize_t written = write(stream, rest, (size_t)(output.next - rest));
        if (written > 0)
            rest += written;
        else if (errno != EINTR)
            failure = errno;
    }
    flushed = flushed || output.next > buffer;
    output.next = buffer;
}

void out_slowly(const char *bytes, size_t length) {
    while (length) {
        size_t room = (size_t)(output.end - output.next);
        size_t part = length < room ? length : room;
        memcpy(output.next, bytes, part);
        output.next += part;
        bytes += part;
        length -= part;
        if (output.next == output.end)
            out_flush();
    }
}

bool out_any(void) {
    return flushed || output.next > buffer;
}

void out_start(int fd) {
    stream = fd;
    failure = 0;
    flushed = false;
    output.next = buffer;
}

/* Some file systems tell of a full disk only when the file is closed. */
bool out_finish(void) {
    out_flush();
    if (flushed && !failure && close(stream) != 0)
        failure = errno;
    errno = failure;
    return !failure;
}
