/* SPDX-License-Identifier: MIT */
/* sipcode list: one line per code. */
#include <string.h>

#include "../ascii.h"
#include "arena.h"
#include "command.h"
#include "describe.h"
#include "format.h"
#include "message.h"
#include "sipcode.h"
#include "subject.h"

static int no_class(const char *word) {
    struct text names = {0};
    for (int digit = 1; digit <= 6; digit++)
        text_add(&names,
                 concat(decimal(digit), "xx ",
                        sipcode_value(sipcode_class(digit), SIPCODE_NAME, 0),
                        digit < 6 ? ", " : ""));
    return wrong(
        word, concat("not a class of responses; choose from " ALL_CLASSES ", ",
                     names.string));
}

static int list(const struct options *options, char **operands, size_t count) {
    bool wanted[SIPCODE_HIGHEST_LOCAL / 100 + 1] = {false};
    for (size_t i = 0; i < count; i++) {
        const struct sipcode_record *class = class_named(operands[i]);
        if (!class && !ascii_same(operands[i], ALL_CLASSES))
            return no_class(operands[i]);
        wanted[sipcode_key(class)] = true;
    }
    /* Index 0 is where "all" went, which has no record. */
    bool all = !count || wanted[0];
    struct report report = {.layout = LAYOUT_LINES};
    report.records = arena_take(sipcode_count(), sizeof *report.records);
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *code = sipcode_at(i);
        if (!options->all && !sipcode_is_registered(code))
            continue;
        if (all || wanted[sipcode_key(code) / 100])
            report.records[report.count++] = describe_line(code, NULL, NULL, 0);
    }
    return present(&report, 1, options);
}

const struct command command_list = {
    "list",
    "[CLASS...]",
    OPERAND_CLASSES | OPERAND_ALL,
    "one line per code: all, 4xx, client-failure, ...",
    "A class is its first digit with xx (4xx) or its name (client-failure).\n"
    "In tsv: code, phrase, class, reference, status, summary. With --all\n"
    "also codes that are in use without being registered.\n",
    list,
    NULL,
};
