/* SPDX-License-Identifier: MIT */
/* sipcode is: a test for scripts, silent, answered by the exit status. */
#include "../ascii.h"
#include "arena.h"
#include "command.h"
#include "message.h"
#include "sipcode.h"
#include "spell.h"
#include "subject.h"

/* How a property is tested. */
enum test {
    TEST_CLASS,      /* the class of the number is one of a range */
    TEST_REGISTERED, /* the number is registered */
    TEST_STATUS,     /* the number's own status is one of the words */
    TEST_VALUE,      /* a value of the field is one of the words */
    TEST_ACK         /* the way the class is acknowledged is */
};

static const struct property {
    char name[16];
    enum test test;
    int lowest, highest; /* of the classes */
    enum sipcode_field field;
    char words[40]; /* each in blanks */
    char definition[88];
} properties[] = {
    {.name = "provisional",
     .lowest = 1,
     .highest = 1,
     .definition = "1xx: a final response is still to come"},
    {.name = "final",
     .lowest = 2,
     .highest = 6,
     .definition = "2xx to 6xx: ends the transaction"},
    {.name = "success", .lowest = 2, .highest = 2, .definition = "2xx"},
    {.name = "redirection", .lowest = 3, .highest = 3, .definition = "3xx"},
    {.name = "failure", .lowest = 4, .highest = 6, .definition = "4xx to 6xx"},
    {.name = "client-failure", .lowest = 4, .highest = 4, .definition = "4xx"},
    {.name = "server-failure", .lowest = 5, .highest = 5, .definition = "5xx"},
    {.name = "global",
     .lowest = 6,
     .highest = 6,
     .definition = "6xx: speaks for the user everywhere"},
    {.name = "registered",
     .test = TEST_REGISTERED,
     .definition = "in IANA's registry"},
    {.name = "deprecated",
     .test = TEST_STATUS,
     .words = " deprecated ",
     .definition = "an RFC says not to send it any more"},
    {.name = "reserved",
     .test = TEST_STATUS,
     .words = " reserved ",
     .definition = "registered, but without a defined use"},
    {.name = "obsolete",
     .test = TEST_STATUS,
     .words = " obsolete ",
     .definition = "in RFC 2543 and no RFC since"},
    {.name = "local",
     .test = TEST_VALUE,
     .field = SIPCODE_SENDER,
     .words = " uac-local ",
     .definition = "may be made by the client itself"},
    {.name = "challenge",
     .test = TEST_VALUE,
     .field = SIPCODE_RETRY,
     .words = " credentials ",
     .definition = "asks for credentials"},
    {.name = "retryable",
     .test = TEST_VALUE,
     .field = SIPCODE_RETRY,
     .words = " later changed credentials elsewhere ",
     .definition = "the client may repeat the request: later, changed,\n"
                   "with credentials or elsewhere"},
    {.name = "failover",
     .test = TEST_VALUE,
     .field = SIPCODE_FAILOVER,
     .words = " yes ",
     .definition = "another route is worth trying; no where it depends"},
    {.name = "fault",
     .test = TEST_VALUE,
     .field = SIPCODE_FAULT,
     .words = " yes ",
     .definition = "an alarm should count it; no where it depends"},
    {.name = "acked",
     .test = TEST_ACK,
     .field = SIPCODE_ACK,
     .words = " hop-by-hop ",
     .definition = "the ACK belongs to the same transaction: 3xx to 6xx\n"
                   "to an INVITE"},
    {.name = "ends-dialog",
     .test = TEST_VALUE,
     .field = SIPCODE_DIALOG,
     .words = " dialog ",
     .definition = "destroys the dialog it comes in (RFC 5057)"},
    {.name = "ends-usage",
     .test = TEST_VALUE,
     .field = SIPCODE_DIALOG,
     .words = " usage dialog ",
     .definition = "destroys the usage it comes in, or the dialog"},
};

#define COUNT (sizeof properties / sizeof *properties)

/* Whether a text starts with a word and a blank behind it. */
static bool starts_with(const char *text, const char *word) {
    while (*word && *text == *word) {
        text++;
        word++;
    }
    return !*word && *text == ' ';
}

/* Whether a list, in which each word stands in blanks, holds this one. */
static bool lists(const char *words, const char *word) {
    for (; *words; words++)
        if (*words == ' ' && starts_with(words + 1, word))
            return true;
    return false;
}

static bool has_value(const struct property *property,
                      const struct sipcode_record *record) {
    for (size_t i = 0; i < sipcode_values(record, property->field); i++)
        if (lists(property->words, sipcode_value(record, property->field, i)))
            return true;
    return false;
}

/*
 * What the facts say of a number that nobody registered is what they say of the
 * code as which a UA treats it.
 */
static bool holds(const struct property *property, int number) {
    const struct sipcode_record *own = sipcode_find(number);
    const struct sipcode_record *class = sipcode_class(number);
    const char *status = sipcode_value(own, SIPCODE_STATUS, 0);
    int digit = sipcode_key(class);
    switch (property->test) {
    case TEST_CLASS:
        return digit >= property->lowest && digit <= property->highest;
    case TEST_REGISTERED:
        return sipcode_is_registered(own);
    case TEST_STATUS:
        return status && lists(property->words, status);
    case TEST_VALUE:
        return has_value(property, own ? own : sipcode_treated_as(number));
    case TEST_ACK:
        break;
    }
    return has_value(property, class);
}

static bool property_help(size_t index, const char **name,
                          const char **definition) {
    if (index >= COUNT)
        return false;
    *name = properties[index].name;
    *definition = properties[index].definition;
    return true;
}

static const struct property *find(const char *name) {
    for (size_t i = 0; i < COUNT; i++)
        if (ascii_equal(properties[i].name, name))
            return &properties[i];
    return NULL;
}

static int no_property(const char *name) {
    struct spelling spelling = {.word = name};
    struct text names = {0};
    for (size_t i = 0; i < COUNT; i++) {
        spell_try(&spelling, properties[i].name);
        text_add(&names, i ? ", " : "");
        text_add(&names, properties[i].name);
    }
    const char *near = spell_list(&spelling);
    return wrong(name, concat("no such property; ", near ? "did you mean " : "",
                              near ? near : "", near ? "? " : "",
                              "choose from ", names.string));
}

static int needs_two(void) {
    return wrong("is", "needs a code and a property, as in: sipcode is 503 "
                       "retryable; see: sipcode is --help");
}

/* The last operand is the property; what stands before it must be one code. */
static int is(const struct options *options, char **operands, size_t count) {
    struct subject *subjects = arena_take(count + 1, sizeof *subjects);
    size_t found;
    (void)options;
    if (count < 2)
        return needs_two();
    if (!subjects_read(operands, count - 1, command_is.takes, subjects, &found))
        return WRONG;
    if (found != 1)
        return needs_two();
    const char *name = operands[count - 1];
    const struct property *property = find(name);
    if (!property)
        return no_property(name);
    return holds(property, subjects->number) ? FOUND : NOT_FOUND;
}

const struct command command_is = {
    "is",
    "CODE PROPERTY",
    OPERAND_CODES | OPERAND_PROPERTY,
    "a test for scripts: prints nothing, exits 0 (yes) or 1 (no)",
    "A code that nobody registered is taken for the one as which a UA treats\n"
    "it (499 for 400), but it is not registered.\n",
    is,
    property_help,
};
