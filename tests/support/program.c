/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS 60

static const char *const plain_environment[] = {"PATH=/usr/bin:/bin",
                                                "TERM=xterm", NULL};

static void fail(const char *what) {
    perror(what);
    abort();
}

struct stream {
    int fd;
    char *text;
    size_t size, room;
};

/* Reads what is there; false at the end (a terminal ends with EIO). */
static bool fill(struct stream *stream) {
    if (stream->room - stream->size < 4097) {
        stream->room = 2 * stream->room + 8192;
        stream->text = realloc(stream->text, stream->room);
        if (!stream->text)
            fail("realloc");
    }
    ssize_t got = read(stream->fd, stream->text + stream->size, 4096);
    if (got > 0)
        stream->size += (size_t)got;
    stream->text[stream->size] = '\0';
    return got > 0;
}

static void drain(struct stream *streams, size_t count) {
    size_t open = 0;
    struct pollfd polls[2];
    for (size_t i = 0; i < count; i++) {
        polls[i] = (struct pollfd){streams[i].fd, POLLIN, 0};
        open += streams[i].fd >= 0;
    }
    while (open && poll(polls, count, -1) > 0)
        for (size_t i = 0; i < count; i++)
            if (polls[i].revents && polls[i].fd >= 0 && !fill(&streams[i])) {
                close(polls[i].fd);
                polls[i].fd = -1;
                open--;
            }
}

static int open_terminal(int columns, int *master) {
    struct winsize window = {.ws_row = 24, .ws_col = (unsigned short)columns};
    if (columns == UNKNOWN_WINDOW)
        window = (struct winsize){0};
    *master = posix_openpt(O_RDWR | O_NOCTTY);
    if (*master < 0 || grantpt(*master) || unlockpt(*master))
        fail("pseudo-terminal");
    int slave = open(ptsname(*master), O_RDWR | O_NOCTTY);
    if (slave < 0 || ioctl(slave, TIOCSWINSZ, &window))
        fail("pseudo-terminal");
    return slave;
}

static int open_file(const char *path) {
    int fd = open(path, O_WRONLY);
    if (fd < 0)
        fail(path);
    return fd;
}

/* Opens what the program writes to; *reader is where the test reads it. */
static int open_output(const struct setting *setting, int *reader) {
    int ends[2];
    *reader = -1;
    if (setting->columns)
        return open_terminal(setting->columns, reader);
    if (setting->output)
        return open_file(setting->output);
    if (pipe(ends))
        fail("pipe");
    if (setting->broken_pipe)
        close(ends[0]);
    else
        *reader = ends[0];
    return ends[1];
}

/* The same for messages. */
static int open_errors(const struct setting *setting, int *reader) {
    int ends[2];
    *reader = -1;
    if (setting->errors)
        return open_file(setting->errors);
    if (pipe(ends))
        fail("pipe");
    *reader = ends[0];
    return ends[1];
}

static void become(const char *const *argv, const struct setting *setting,
                   int out, int err) {
    const char *const *environment =
        setting->environment ? setting->environment : plain_environment;
    int in = open("/dev/null", O_RDONLY);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    for (int fd = 3; fd < 64; fd++)
        close(fd);
    if (setting->closed_input)
        close(STDIN_FILENO);
    if (setting->closed_output)
        close(STDOUT_FILENO);
    if (setting->closed_errors)
        close(STDERR_FILENO);
    signal(SIGPIPE, setting->ignore_sigpipe ? SIG_IGN : SIG_DFL);
    alarm(SECONDS);
    execve(argv[0], (char *const *)argv, (char *const *)environment);
    perror(argv[0]);
    _exit(126);
}

struct result program_run(const char *const *argv,
                          const struct setting *setting) {
    static const struct setting usual;
    struct stream streams[2] = {{.fd = -1}, {.fd = -1}};
    int status;
    if (!setting)
        setting = &usual;
    int out = open_output(setting, &streams[0].fd);
    int err = open_errors(setting, &streams[1].fd);
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (!child)
        become(argv, setting, out, err);
    close(out);
    close(err);
    drain(streams, 2);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            fail("waitpid");
    return (struct result){
        .out = streams[0].text ? streams[0].text : calloc(1, 1),
        .size = streams[0].size,
        .err = streams[1].text ? streams[1].text : calloc(1, 1),
        .status =
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
    };
}

void result_free(struct result *result) {
    free(result->out);
    free(result->err);
    *result = (struct result){0};
}

static struct result run_list(const struct setting *setting, const char *first,
                              va_list rest) {
    const char *argv[64] = {getenv("SIPCODE"), first};
    size_t count = 1 + (first != NULL);
    if (!argv[0])
        fail("SIPCODE is not set");
    while (first && count < 63 && (argv[count] = va_arg(rest, const char *)))
        count++;
    argv[count] = NULL;
    return program_run(argv, setting);
}

struct result sipcode(const char *first, ...) {
    va_list rest;
    va_start(rest, first);
    struct result result = run_list(NULL, first, rest);
    va_end(rest);
    return result;
}

struct result sipcode_in(const struct setting *setting, const char *first,
                         ...) {
    va_list rest;
    va_start(rest, first);
    struct result result = run_list(setting, first, rest);
    va_end(rest);
    return result;
}

char *read_file(const char *path) {
    struct stream stream = {.fd = open(path, O_RDONLY)};
    if (stream.fd < 0)
        fail(path);
    while (fill(&stream))
        ;
    close(stream.fd);
    return stream.text;
}
