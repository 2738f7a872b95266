/* SPDX-License-Identifier: MIT */
/*
 * Makes one call of libc fail in a program that this library is preloaded
 * into. The environment says which:
 *
 *   SIPCODE_INJECT=CALL:NUMBER:FAULT  call NUMBER of this kind, from 1; 0: none
 *   SIPCODE_INJECT_COUNT=FILE         a file of sizeof(unsigned) bytes that is
 *                                     told how many such calls there were
 *
 * CALL is write, message (a write to standard error), close, open and read (of
 * a stream), rename or realloc. FAULT is the errno, 0 for a write that takes
 * only half, or the negative number of a signal that comes right before.
 *
 * A stream is opened on a cookie: what stdio does within libc to the file
 * behind it could not be preloaded, whichever function printed.
 */
#undef _FILE_OFFSET_BITS /* would make one of fopen() and fopen64() */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#undef fopen64

static char call[16];
static unsigned number;
static int fault;
static unsigned uncounted, *count = &uncounted;

/* The function of that name in libc; `function` points to a pointer to it. */
static void find(const char *name, void *function) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    memcpy(function, &found, sizeof found);
}

static int real_close(int fd) {
    int (*function)(int);
    find("close", &function);
    return function(fd);
}

static ssize_t real_write(int fd, const void *bytes, size_t length) {
    ssize_t (*function)(int, const void *, size_t);
    find("write", &function);
    return function(fd, bytes, length);
}

/* Shared memory outlives whatever ends the program. */
static void map_count(const char *path) {
    int fd = open(path, O_RDWR);
    if (fd < 0)
        abort();
    count =
        mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (count == MAP_FAILED)
        abort();
    real_close(fd);
}

__attribute__((constructor)) static void start(void) {
    const char *what = getenv("SIPCODE_INJECT");
    const char *path = getenv("SIPCODE_INJECT_COUNT");
    if (path)
        map_count(path);
    if (what && sscanf(what, "%15[^:]:%u:%d", call, &number, &fault) != 3)
        abort();
}

/* Counts a call; whether it is the one to fail, with errno set. */
static bool strikes(const char *name) {
    if (strcmp(name, call) != 0 || ++*count != number)
        return false;
    if (fault < 0) {
        raise(-fault);
        return false;
    }
    errno = fault;
    return true;
}

static ssize_t write_as(const char *name, int fd, const void *bytes,
                        size_t length) {
    if (!strikes(name))
        return real_write(fd, bytes, length);
    return fault ? -1 : real_write(fd, bytes, (length + 1) / 2);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    return write_as(fd == STDERR_FILENO ? "message" : "write", fd, bytes,
                    length);
}

int close(int fd) {
    bool fails = strikes("close");
    int closed = real_close(fd);
    if (!fails)
        return closed;
    errno = fault;
    return -1;
}

int rename(const char *from, const char *to) {
    int (*function)(const char *, const char *);
    find("rename", &function);
    return strikes("rename") ? -1 : function(from, to);
}

void *realloc(void *block, size_t size) {
    void *(*function)(void *, size_t);
    find("realloc", &function);
    return strikes("realloc") ? NULL : function(block, size);
}

/* ---- Streams ------------------------------------------------------------ */

static int fd_of(void *cookie) {
    return (int)(intptr_t)cookie;
}

static ssize_t read_stream(void *cookie, char *bytes, size_t length) {
    return strikes("read") ? -1 : read(fd_of(cookie), bytes, length);
}

/* As libc does, goes on behind a short write and fails with any error. */
static ssize_t write_stream(void *cookie, const char *bytes, size_t length) {
    size_t written = 0;
    while (written < length) {
        ssize_t more =
            write_as("write", fd_of(cookie), bytes + written, length - written);
        if (more < 0)
            return 0;
        written += (size_t)more;
    }
    return (ssize_t)written;
}

static int close_input(void *cookie) {
    return real_close(fd_of(cookie));
}

static int close_output(void *cookie) {
    return close(fd_of(cookie));
}

/* Modes that begin with r or w, and no + behind them. */
static FILE *open_stream(const char *path, const char *mode) {
    bool writes = *mode == 'w';
    if (strikes("open"))
        return NULL;
    int fd = open(path, writes ? O_WRONLY | O_CREAT | O_TRUNC : O_RDONLY, 0666);
    if (fd < 0)
        return NULL;
    return fopencookie((void *)(intptr_t)fd, mode,
                       (cookie_io_functions_t){
                           .read = read_stream,
                           .write = write_stream,
                           .close = writes ? close_output : close_input,
                       });
}

FILE *fopen(const char *path, const char *mode) {
    return open_stream(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
    return open_stream(path, mode);
}
