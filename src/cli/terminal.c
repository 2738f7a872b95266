/* SPDX-License-Identifier: MIT */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../ascii.h"

#define WIDTH_UNKNOWN 80

/* Nothing but a terminal has a window, whatever its size. */
static bool ask_window(struct winsize *window) {
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, window) == 0;
}

bool terminal_is_one(void) {
    struct winsize window;
    return ask_window(&window);
}

/* The value of a variable that is set and not empty, or NULL. */
static const char *value_of(const char *variable) {
    const char *value = getenv(variable);
    return value && *value ? value : NULL;
}

static bool use_color(enum color color) {
    if (color != COLOR_AUTO)
        return color == COLOR_ALWAYS;
    const char *term = value_of("TERM");
    return terminal_is_one() && !value_of("NO_COLOR") && term &&
           !ascii_equal(term, "dumb");
}

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && ascii_same(text + length - tail, end);
}

/* Without setlocale(): the three variables in the order in which it asks. */
static bool is_utf8(void) {
    static const char variables[][9] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = value_of(variables[i]);
        if (value)
            return ends_with(value, ".UTF-8") || ends_with(value, ".utf8");
    }
    return false;
}

static int bounded(int width) {
    if (width < NARROWEST)
        return NARROWEST;
    return width > WIDEST ? WIDEST : width;
}

/* The number that a variable holds, 0 where it is none. */
static int number_in(const char *variable) {
    const char *value = getenv(variable);
    size_t digits = value ? ascii_digits(value) : 0;
    return digits && digits <= 4 && !value[digits] ? ascii_number(value) : 0;
}

static int find_width(int wanted) {
    struct winsize window;
    if (wanted)
        return wanted;
    if (ask_window(&window) && window.ws_col)
        return bounded(window.ws_col);
    int columns = number_in("COLUMNS");
    return columns ? bounded(columns) : WIDTH_UNKNOWN;
}

struct style terminal_style(const struct options *options) {
    return (struct style){
        .width = find_width(options->width),
        .color = use_color(options->color),
        .unicode = !options->ascii && is_utf8(),
    };
}
