/* SPDX-License-Identifier: MIT */
/*
 * The five formats, over all commands and all codes: the shapes that scripts
 * rely on to the letter, the layout for people by what must hold at any width.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "latest.h"
#include "program.h"
#include "rows.h"

#define MOST_CODES 600
#define WORDS      12

static bool ends(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && !strcmp(text + length - tail, end);
}

static bool is_letter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Whatever the user has set stays out but for these. */
#define PLAIN_ENVIRONMENT "PATH=/usr/bin:/bin"
#define ENVIRONMENT(...)                                                       \
    (const char *const[]) {                                                    \
        PLAIN_ENVIRONMENT, __VA_ARGS__, NULL                                   \
    }

/* ---- What is printed ---------------------------------------------------- */

/* Codes as list --all has them, which the tests of the commands hold to the
 * data. */
static struct code {
    int number;
    char digits[12];
    char phrase[80];
    bool registered;
} codes[MOST_CODES];
static size_t code_count, registered_count;

/* Numbers beyond SIP's range have no class. */
static bool has_class(const struct code *code) {
    return code->number <= 699;
}

/* Commands whose reports every format must print. */
static const struct command {
    const char *name;
    const char *words[WORDS]; /* none: show, with all codes */
} commands[] = {
    {"show, all codes", {NULL}},
    {"show", {"show", "183", "422"}},
    {"classes", {"1xx", "2xx", "3xx", "4xx", "5xx", "6xx"}},
    {"phrases", {"show", "busy"}},
    {"compare", {"compare", "183", "422"}},
    {"compare three", {"compare", "486", "600", "603"}},
    {"list", {"list"}},
    {"search", {"search", "early", "media"}},
    {"list --all", {"list", "--all"}},
    {"search, not registered", {"search", "pjsip"}},
    {"compare a curated pair", {"compare", "180", "183"}},
    {"compare, not registered", {"compare", "477", "478"}},
    {"compare, beyond the range", {"compare", "701", "408"}},
    {"known phrase", {"show", "SIP/2.0 603 Network Blocked", "-q"}},
};

enum {
    SHOW_ALL,
    SHOW,
    CLASSES,
    PHRASES,
    COMPARE,
    COMPARE_THREE,
    LIST,
    SEARCH,
    LIST_ALL,
    SEARCH_ALL,
    COMPARE_CURATED,
    COMPARE_UNREGISTERED,
    COMPARE_BEYOND,
    KNOWN_PHRASE
};

/* Runs a command with more words behind it, the last one being NULL. */
static void run_in(const struct setting *setting, const struct command *command,
                   ...) {
    const char *argv[MOST_CODES + 2 * WORDS] = {getenv("SIPCODE")};
    size_t count = 1;
    va_list more;
    assert_non_null(argv[0]);
    for (size_t i = 0; i < WORDS && command->words[i]; i++)
        argv[count++] = command->words[i];
    for (size_t i = 0; !command->words[0] && i < code_count; i++)
        argv[count++] = codes[i].digits;
    va_start(more, command);
    while ((argv[count] = va_arg(more, const char *)))
        count++;
    va_end(more);
    result_free(&got);
    got = program_run(argv, setting);
}

static bool is_comparison(const struct command *command) {
    return command->words[0] && !strcmp(command->words[0], "compare");
}

/* Whether it prints a line a code. */
static bool is_lines(const struct command *command) {
    return command->words[0] && (!strcmp(command->words[0], "list") ||
                                 !strcmp(command->words[0], "search") ||
                                 command == &commands[PHRASES]);
}

static bool is_search(const struct command *command) {
    return command->words[0] && !strcmp(command->words[0], "search");
}

/* Cuts the next line off; NULL at the end. */
static char *next_line(char **text) {
    char *line = *text;
    if (!*line)
        return NULL;
    char *end = strchr(line, '\n');
    assert_non_null(end);
    *end = '\0';
    *text = end + 1;
    return line;
}

static bool is_ascii(const char *text) {
    for (; *text; text++)
        if ((*text < ' ' || *text > '~') && *text != '\n' && *text != '\t')
            return false;
    return true;
}

/* How many columns of a terminal a line of UTF-8 takes. */
static size_t columns_of(const char *line) {
    size_t columns = 0;
    for (; *line; line++)
        columns += ((unsigned char)*line & 0xC0) != 0x80;
    return columns;
}

/* ---- JSON --------------------------------------------------------------- */

/*
 * A strict reader: each function returns what follows the value, or NULL where
 * there is none by RFC 8259. What may be left out must be: null and empty
 * strings, arrays and objects do not pass either, nor does a name given twice.
 */
static const char *json_value(const char *at, int depth);

static const char *json_space(const char *at) {
    while (at && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at;
}

static const char *json_escape(const char *at) {
    if (*at && strchr("\"\\/bfnrt", *at))
        return at + 1;
    if (*at++ != 'u')
        return NULL;
    for (int i = 0; i < 4; i++, at++)
        if (!*at || !strchr("0123456789abcdefABCDEF", *at))
            return NULL;
    return at;
}

static const char *json_string(const char *at) {
    const char *start = at;
    if (*at++ != '"')
        return NULL;
    while (at && *at != '"') {
        if ((unsigned char)*at < ' ')
            return NULL;
        at = *at == '\\' ? json_escape(at + 1) : at + 1;
    }
    return at && at > start + 1 ? at + 1 : NULL;
}

static const char *json_digits(const char *at) {
    const char *start = at;
    while (is_digit(*at))
        at++;
    return at > start ? at : NULL;
}

static const char *json_number(const char *at) {
    if (*at == '-')
        at++;
    if (*at == '0' && is_digit(at[1]))
        return NULL;
    at = json_digits(at);
    if (at && *at == '.')
        at = json_digits(at + 1);
    if (at && (*at | 0x20) == 'e')
        at = json_digits(at + 1 + (at[1] == '+' || at[1] == '-'));
    return at;
}

static bool json_same_name(const char *a, const char *b) {
    size_t length = (size_t)(json_string(a) - a);
    return !strncmp(a, b, length);
}

/* A member's name is not one of those between `first` and it. */
static bool json_is_new(const char *first, const char *name) {
    while (first < name) {
        if (json_same_name(first, name))
            return false;
        first = json_value(json_space(json_space(json_string(first)) + 1), 0);
        first = json_space(json_space(first) + 1);
    }
    return true;
}

static const char *json_member(const char *at, const char *first, int depth) {
    const char *name = at;
    at = json_space(json_string(at));
    if (!at || *at != ':' || !json_is_new(first, name))
        return NULL;
    return json_value(json_space(at + 1), depth);
}

/* An array or an object, after its first bracket. */
static const char *json_list(const char *at, char close, int depth) {
    const char *first = json_space(at);
    at = first;
    for (;;) {
        at = close == '}' ? json_member(at, first, depth)
                          : json_value(at, depth);
        at = json_space(at);
        if (!at || (*at != ',' && *at != close))
            return NULL;
        if (*at++ == close)
            return at;
        at = json_space(at);
    }
}

static const char *json_value(const char *at, int depth) {
    if (depth > 16)
        return NULL;
    switch (*at) {
    case '"':
        return json_string(at);
    case '[':
        return json_list(at + 1, ']', depth + 1);
    case '{':
        return json_list(at + 1, '}', depth + 1);
    case 't':
        return starts(at, "true") ? at + 4 : NULL;
    case 'f':
        return starts(at, "false") ? at + 5 : NULL;
    default:
        return json_number(at);
    }
}

static bool json_is_object(const char *line) {
    const char *end = *line == '{' ? json_value(line, 0) : NULL;
    return end && !*end;
}

/* The value of a member of a sound object, or NULL. */
static const char *json_find(const char *object, const char *name) {
    size_t length = strlen(name);
    for (const char *at = object + 1;;) {
        const char *value = json_string(at) + 1;
        if (!strncmp(at + 1, name, length) && at[length + 1] == '"')
            return value;
        at = json_value(value, 0);
        if (*at++ != ',')
            return NULL;
    }
}

/* Item number `index` of a sound array, or NULL. */
static const char *json_item(const char *array, size_t index) {
    const char *at = array + 1;
    for (; index; index--) {
        at = json_value(at, 0);
        if (*at++ != ',')
            return NULL;
    }
    return at;
}

/* The text of a string, into room enough for it; what else stands there as it
 * is. */
static const char *json_text(const char *value) {
    static char text[8192];
    const char *end = json_value(value, 0);
    char *to = text;
    assert_true((size_t)(end - value) < sizeof text);
    if (*value != '"') {
        snprintf(text, sizeof text, "%.*s", (int)(end - value), value);
        return text;
    }
    for (value++; value < end - 1; value++)
        /* Of all escapes these two are the only ones in printable ASCII. */
        *to++ = *value == '\\' ? *++value : *value;
    *to = '\0';
    return text;
}

static void the_json_reader_is_strict(void **state) {
    static const char *const sound[] = {
        "{\"a\":1}",
        "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}",
        "{\"a\":[1,-2,0.5,1e3,2E-4,0],\"b\":{\"a\":[\"x\"]},\"c\":true}",
        "{ \"a\" : [ 1 , 2 ] , \"b\" : false }",
    };
    static const char *const faulty[] = {
        "",
        "{}",
        "[1]",
        "\"a\"",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1} {\"a\":1}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":\"\"}",
        "{\"a\":null}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":nan}",
        "{\"a\":tru}",
        "{a:1}",
        "{'a':1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":\"\\x41\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\\"}",
        "{\"a\":\"b\tc\"}",
        "{\"a\":\"b\nc\"}",
        "{\"a\":\"b}",
        "{\"a\":\"b\"c\"}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "{\"b\":{\"a\":[1],\"a\":2}}",
    };
    (void)state;
    for (size_t i = 0; i < ROWS(sound); i++)
        if (!json_is_object(sound[i]))
            fail_msg("refused: %s", sound[i]);
    for (size_t i = 0; i < ROWS(faulty); i++)
        if (json_is_object(faulty[i]))
            fail_msg("passed: %s", faulty[i]);
}

static void json_is_an_object_a_line(void **state) {
    const struct command *command = *state;
    size_t count = 0;
    run_in(NULL, command, "--format", "json", NULL);
    assert_found();
    assert_true(is_ascii(got.out));
    char *rest = got.out;
    for (char *line; (line = next_line(&rest)); count++)
        if (!json_is_object(line))
            fail_msg("no JSON object: %.300s", line);
    size_t expected = is_comparison(command)               ? 1
                      : command == &commands[SHOW_ALL]     ? code_count
                      : command == &commands[LIST]         ? registered_count
                      : command == &commands[LIST_ALL]     ? code_count
                      : command == &commands[KNOWN_PHRASE] ? 1
                      : command == &commands[SHOW]         ? 2
                      : command == &commands[PHRASES]      ? 2
                      : command == &commands[CLASSES]      ? 6
                                                           : count;
    assert_int_equal(count, expected);
    assert_true(count > 0);
}

enum kind { TEXT, NUMBER, TEXTS, NUMBERS, OBJECT, OBJECTS };

static bool is_kind(const char *value, enum kind kind) {
    switch (kind) {
    case TEXT:
        return *value == '"';
    case NUMBER:
        return is_digit(*value);
    case TEXTS:
        return starts(value, "[\"");
    case NUMBERS:
        return *value == '[' && is_digit(value[1]);
    case OBJECT:
        return *value == '{';
    case OBJECTS:
        return starts(value, "[{");
    }
    return false;
}

static void assert_member(const char *object, const char *name,
                          enum kind kind) {
    const char *value = json_find(object, name);
    if (!value)
        fail_msg("no member %s: %.200s", name, object);
    else if (!is_kind(value, kind))
        fail_msg("member %s is of another kind: %.80s", name, value);
}

static void assert_references(const char *object) {
    const char *references = json_find(object, "references"), *item;
    for (size_t i = 0; (item = json_item(references, i)); i++) {
        char url[128], section[32];
        assert_member(item, "rfc", NUMBER);
        assert_member(item, "section", TEXT);
        assert_member(item, "url", TEXT);
        snprintf(section, sizeof section, "%s",
                 json_text(json_find(item, "section")));
        snprintf(url, sizeof url,
                 "https://www.rfc-editor.org/rfc/rfc%d#section-%s",
                 atoi(json_find(item, "rfc")), section);
        assert_string_equal(json_text(json_find(item, "url")), url);
    }
}

/* The members that a code has wherever it stands. */
static void assert_code(const char *object, const struct code *code) {
    assert_int_equal(atoi(json_find(object, "code")), code->number);
    assert_member(object, "code", NUMBER);
    assert_string_equal(json_text(json_find(object, "phrase")), code->phrase);
    if (has_class(code)) {
        assert_member(object, "class", NUMBER);
        assert_int_equal(atoi(json_find(object, "class")), code->number / 100);
        assert_member(object, "class_name", TEXT);
    } else {
        assert_null(json_find(object, "class"));
        assert_null(json_find(object, "class_name"));
    }
    assert_member(object, "summary", TEXT);
    assert_member(object, "references", OBJECTS);
    assert_references(object);
    if (json_find(object, "status") || !code->registered)
        assert_member(object, "status", TEXT);
}

/* A member that a code may lack. */
static void assert_kind(const char *object, const char *name, enum kind kind) {
    if (json_find(object, name))
        assert_member(object, name, kind);
}

/* All objects of an array have these two members. */
static void assert_items(const char *array, const char *a, const char *b) {
    const char *item;
    for (size_t i = 0; (item = json_item(array, i)); i++) {
        assert_member(item, a, TEXT);
        assert_member(item, b, TEXT);
    }
}

static void assert_verdict(const char *object, const char *name) {
    assert_member(object, name, OBJECT);
    const char *verdict = json_find(object, name);
    const char *word = json_text(json_find(verdict, "value"));
    assert_true(!strcmp(word, "yes") || !strcmp(word, "no") ||
                !strcmp(word, "depends"));
    assert_member(verdict, "note", TEXT);
}

static void assert_whole_code(const char *object, const struct code *code) {
    assert_code(object, code);
    assert_kind(object, "stack", OBJECTS);
    if (json_find(object, "stack"))
        assert_items(json_find(object, "stack"), "name", "note");
    assert_member(object, "description", TEXT);
    assert_member(object, "when", TEXT);
    assert_member(object, "fix", TEXTS);
    assert_kind(object, "dead_end", TEXTS);
    assert_member(object, "use", TEXT);
    assert_member(object, "sender", TEXTS);
    assert_member(object, "method", TEXTS);
    assert_member(object, "trigger", TEXT);
    assert_member(object, "trace", TEXT);
    assert_kind(object, "header", OBJECTS);
    if (json_find(object, "header")) {
        assert_items(json_find(object, "header"), "name", "level");
        assert_items(json_find(object, "header"), "name", "note");
    }
    assert_member(object, "retry", OBJECTS);
    assert_items(json_find(object, "retry"), "action", "note");
    assert_verdict(object, "failover");
    assert_kind(object, "dialog", TEXT);
    assert_kind(object, "fork", TEXT);
    assert_verdict(object, "fault");
    assert_kind(object, "see_also", NUMBERS);
}

static void json_of_show_has_its_members(void **state) {
    (void)state;
    run_in(NULL, &commands[SHOW_ALL], "--format", "json", NULL);
    char *rest = got.out;
    for (size_t i = 0; i < code_count; i++)
        assert_whole_code(next_line(&rest), &codes[i]);
}

static void json_leaves_out_what_a_code_does_not_have(void **state) {
    (void)state;
    RUN("402", "400", "--format", "json");
    char *rest = got.out;
    assert_string_equal(json_text(json_find(next_line(&rest), "status")),
                        "reserved");
    assert_null(json_find(next_line(&rest), "status"));
}

static void json_of_list_has_its_members(void **state) {
    (void)state;
    RUN("list", "--format", "json");
    char *rest = got.out;
    for (size_t i = 0; i < code_count; i++)
        if (codes[i].registered)
            assert_code(next_line(&rest), &codes[i]);
    assert_string_equal(rest, "");
    RUN("list", "--all", "--format", "json");
    rest = got.out;
    for (size_t i = 0; i < code_count; i++)
        assert_code(next_line(&rest), &codes[i]);
    assert_string_equal(rest, "");
}

static void json_of_477_has_a_meaning_for_each_stack(void **state) {
    (void)state;
    RUN("477", "--format", "json");
    assert_found();
    char *rest = got.out;
    const char *line = next_line(&rest), *stack = json_find(line, "stack");
    assert_string_equal(json_text(json_find(line, "status")), "unregistered");
    assert_non_null(stack);
    assert_string_equal(json_text(json_find(json_item(stack, 0), "name")),
                        "Kamailio");
    assert_string_equal(json_text(json_find(json_item(stack, 1), "name")),
                        "OpenSIPS");
    assert_null(json_item(stack, 2));
}

/* The record is that of the code, with a member more. */
static void json_of_a_known_phrase_tells_its_origin(void **state) {
    (void)state;
    RUN("SIP/2.0 603 Network Blocked", "--format", "json");
    assert_int_equal(got.status, 0);
    assert_string_equal(got.err, "sipcode: 603 Network Blocked: the registered "
                                 "reason phrase is \"Decline\"\n");
    char *known = take_output(), *rest = known;
    const char *line = next_line(&rest);
    assert_true(json_is_object(line));
    assert_string_equal(json_text(json_find(line, "phrase")), "Decline");
    assert_member(line, "wire", OBJECTS);
    const char *wire = json_item(json_find(line, "wire"), 0);
    assert_null(json_item(json_find(line, "wire"), 1));
    assert_string_equal(json_text(json_find(wire, "phrase")),
                        "Network Blocked");
    assert_string_equal(json_text(json_find(wire, "origin")), "analytics");
    assert_member(wire, "note", TEXT);
    RUN("-q", "SIP/2.0", "603", "Network", "Blocked", "--format", "json");
    assert_found();
    assert_non_null(json_find(got.out, "wire"));
    RUN("603", "--format", "json");
    rest = got.out;
    line = next_line(&rest);
    assert_null(json_find(line, "wire"));
    RUN("-q", "603 Nobody Knows This", "--format", "json");
    assert_found();
    assert_null(strstr(got.out, "\"wire\""));
    free(known);
}

static void json_of_search_tells_the_place(void **state) {
    (void)state;
    RUN("search", "ringing", "--format", "json");
    char *rest = got.out, *line = next_line(&rest);
    assert_int_equal(atoi(json_find(line, "code")), 180);
    assert_string_equal(json_text(json_find(line, "matched")), "Phrase");
    assert_string_equal(json_text(json_find(line, "match")), "Ringing");
}

static const struct code *code_of(int number) {
    for (size_t i = 0; i < code_count; i++)
        if (codes[i].number == number)
            return &codes[i];
    fail_msg("%d is not listed", number);
    return NULL;
}

static void json_of_compare_has_its_members(void **state) {
    static const int numbers[] = {486, 600, 603};
    (void)state;
    run_in(NULL, &commands[COMPARE_THREE], "--format", "json", NULL);
    char *rest = got.out, *line = next_line(&rest);
    assert_member(line, "codes", OBJECTS);
    assert_member(line, "summary", TEXT);
    assert_member(line, "key_differences", TEXTS);
    assert_member(line, "when_to_use_which", OBJECTS);
    assert_member(line, "learn_more", OBJECTS);
    const char *link = json_item(json_find(line, "learn_more"), 0);
    assert_int_equal(atoi(json_find(link, "code")), 486);
    assert_member(link, "text", TEXT);
    for (size_t i = 0; i < 3; i++) {
        const char *use = json_item(json_find(line, "when_to_use_which"), i);
        assert_non_null(use);
        assert_member(use, "code", NUMBER);
        assert_member(use, "text", TEXT);
        assert_int_equal(atoi(json_find(use, "code")), numbers[i]);
        const char *code = json_item(json_find(line, "codes"), i);
        assert_non_null(code);
        assert_whole_code(code, code_of(numbers[i]));
        char *text = strdup(json_text(json_find(use, "text")));
        assert_string_equal(text, json_text(json_find(code, "use")));
        free(text);
    }
    assert_null(json_item(json_find(line, "codes"), 3));
    assert_null(json_item(json_find(line, "when_to_use_which"), 3));
    assert_non_null(json_item(json_find(line, "key_differences"), 2));
}

/* The values of a field of a comparison are those of the member. */
static void assert_member_is_field(const struct command *command,
                                   const char *name) {
    run_in(NULL, command, "--field", name, NULL);
    assert_found();
    char *fields = take_output(), *wanted = fields;
    run_in(NULL, command, "--format", "json", NULL);
    char *rest = got.out, *line = next_line(&rest);
    assert_member(line, name, TEXTS);
    const char *array = json_find(line, name), *item;
    for (size_t i = 0; (item = json_item(array, i)); i++)
        assert_string_equal(json_text(item), next_line(&wanted));
    assert_string_equal(wanted, "");
    free(fields);
}

static void json_of_a_curated_pair_has_more_members(void **state) {
    (void)state;
    static const char *const names[] = {"key_differences", "tell", "choose"};
    for (size_t i = 0; i < ROWS(names); i++)
        assert_member_is_field(&commands[COMPARE_CURATED], names[i]);
    RUN("compare", "180", "183", "--format", "json");
    char *rest = got.out;
    const char *line = next_line(&rest);
    assert_null(json_item(json_find(line, "tell"), 1));
    assert_null(json_item(json_find(line, "choose"), 1));
    /* 183 with 200 is another pair that is curated, and 180 with 200. */
    RUN("compare", "180", "183", "200", "--format", "json");
    rest = got.out;
    line = next_line(&rest);
    assert_non_null(json_item(json_find(line, "tell"), 2));
    assert_null(json_item(json_find(line, "tell"), 3));
    assert_non_null(json_item(json_find(line, "choose"), 2));
    assert_null(json_item(json_find(line, "choose"), 3));
}

static void json_of_another_pair_lacks_them(void **state) {
    (void)state;
    run_in(NULL, &commands[COMPARE], "--format", "json", NULL);
    char *rest = got.out;
    const char *line = next_line(&rest);
    assert_member(line, "key_differences", TEXTS);
    assert_null(json_find(line, "tell"));
    assert_null(json_find(line, "choose"));
}

static void json_of_compare_beyond_the_range_has_no_class(void **state) {
    (void)state;
    run_in(NULL, &commands[COMPARE_BEYOND], "--format", "json", NULL);
    char *rest = got.out;
    const char *codes_member = json_find(next_line(&rest), "codes");
    assert_whole_code(json_item(codes_member, 0), code_of(701));
    assert_whole_code(json_item(codes_member, 1), code_of(408));
}

static void json_of_a_class_has_its_members(void **state) {
    (void)state;
    RUN("3xx", "--format", "json");
    char *rest = got.out, *line = next_line(&rest);
    assert_int_equal(atoi(json_find(line, "class")), 3);
    assert_string_equal(json_text(json_find(line, "class_name")),
                        "Redirection");
    assert_member(line, "summary", TEXT);
    assert_member(line, "unknown", NUMBER);
    assert_member(line, "codes", NUMBERS);
    assert_member(line, "references", OBJECTS);
    assert_references(line);
    assert_null(json_find(line, "code"));
}

static void json_quotes_what_must_be_quoted(void **state) {
    (void)state;
    size_t quotes = 0;
    run_in(NULL, &commands[SHOW_ALL], "--field", "fix", NULL);
    char *fields = take_output(), *wanted = fields;
    run_in(NULL, &commands[SHOW_ALL], "--format", "json", NULL);
    char *rest = got.out;
    for (size_t i = 0; i < code_count; i++) {
        const char *fix = json_find(next_line(&rest), "fix"), *item;
        for (size_t j = 0; (item = json_item(fix, j)); j++) {
            assert_string_equal(json_text(item), next_line(&wanted));
            quotes += strstr(item, "\\\"") != NULL;
        }
    }
    assert_string_equal(wanted, "");
    assert_true(quotes > 0); /* or else this tests nothing */
    free(fields);
}

static const char *texts[] = {"phrase", "class_name", "summary", "description",
                              "when",   "use",        "trigger", "trace"};

/* The same value whichever way it is asked for. */
static void json_has_the_value_of_the_field(void **state) {
    const char *name = *state;
    run_in(NULL, &commands[SHOW_ALL], "--field", name, NULL);
    assert_found();
    char *fields = take_output(), *wanted = fields;
    run_in(NULL, &commands[SHOW_ALL], "--format", "json", NULL);
    char *rest = got.out;
    for (size_t i = 0; i < code_count; i++) {
        const char *value = json_find(next_line(&rest), name);
        if (!value && !has_class(&codes[i]) && !strcmp(name, "class_name"))
            continue;
        assert_non_null(value);
        assert_string_equal(json_text(value), next_line(&wanted));
    }
    assert_string_equal(wanted, "");
    free(fields);
}

/* ---- tsv ---------------------------------------------------------------- */

static size_t tabs_in(const char *line) {
    size_t count = 0;
    for (; *line; line++)
        count += *line == '\t';
    return count;
}

static void tsv_has_the_same_columns_in_each_line(void **state) {
    const struct command *command = *state;
    size_t tabs = 0;
    run_in(NULL, command, "--format", "tsv", NULL);
    assert_found();
    assert_true(is_ascii(got.out));
    char *rest = got.out;
    for (char *line; (line = next_line(&rest));) {
        if (!tabs)
            tabs = tabs_in(line);
        assert_true(tabs > 1);
        assert_int_equal(tabs_in(line), tabs);
    }
    assert_true(tabs > 0);
    if (is_lines(command))
        assert_int_equal(tabs, is_search(command) ? 7 : 5);
    if (is_comparison(command))
        assert_int_equal(tabs, 2);
}

static void tsv_of_list_is_what_is_documented(void **state) {
    (void)state;
    RUN("list", "--format", "tsv");
    assert_non_null(strstr(got.out,
                           "\n402\tPayment Required\tClient Failure\tRFC 3261 "
                           "21.4.3\treserved\t"));
    assert_non_null(strstr(got.out, "\n422\tSession Interval Too Small\tClient "
                                    "Failure\tRFC 4028 6\t\t"));
}

/* Column number `index`, from 1, of a line; NULL beyond the last. */
static const char *column_of(const char *line, size_t index) {
    while (--index && line) {
        line = strchr(line, '\t');
        line = line ? line + 1 : NULL;
    }
    return line;
}

/* Columns are only ever added, at the end. */
static void tsv_of_show_keeps_its_columns(void **state) {
    static const struct {
        size_t index;
        const char *field;
    } columns[] = {{3, "class_name"}, {5, "summary"}, {6, "description"},
                   {7, "when"},       {10, "use"},    {13, "trigger"},
                   {14, "trace"}};
    (void)state;
    for (size_t i = 0; i < ROWS(columns); i++) {
        run_in(NULL, &commands[SHOW_ALL], "--field", columns[i].field, NULL);
        char *fields = take_output(), *wanted = fields;
        run_in(NULL, &commands[SHOW_ALL], "--format", "tsv", NULL);
        char *rest = got.out;
        for (size_t j = 0; j < code_count; j++) {
            const char *line = next_line(&rest), *value = "";
            if (has_class(&codes[j]) ||
                strcmp(columns[i].field, "class_name") != 0)
                value = next_line(&wanted);
            const char *column = column_of(line, columns[i].index);
            char start[128];
            snprintf(start, sizeof start, "%d\t%s\t", codes[j].number,
                     codes[j].phrase);
            assert_true(starts(line, start));
            assert_non_null(column);
            assert_true(starts(column, value));
            assert_int_equal(column[strlen(value)], '\t');
            assert_non_null(column_of(line, 22));
            assert_true(starts(column_of(line, 22), "RFC "));
        }
        free(fields);
    }
}

static void tsv_of_compare_has_a_field_a_line(void **state) {
    (void)state;
    RUN("compare", "183", "422", "--format", "tsv");
    assert_found();
    assert_true(starts(got.out, "summary\t183 422\t"));
    const char *at = got.out;
    static const char *const rows[] = {
        "\ncode\t183\t183\n",           "\ndescription\t183\t",
        "\ncode\t422\t422\n",           "\ndescription\t422\t",
        "\nkey_differences\t183 422\t", "\nwhen_to_use_which\t183 422\t",
        "\nlearn_more\t183 422\t"};
    for (size_t i = 0; i < ROWS(rows); i++) {
        at = strstr(at, rows[i]);
        if (!at)
            fail_msg("not in its place: %s", rows[i]);
    }
}

/* The youngest column, behind those that were there before it. */
static void tsv_has_the_stacks_at_the_end(void **state) {
    (void)state;
    RUN("477", "--format", "tsv");
    assert_found();
    assert_true(starts(column_of(got.out, 22), "RFC "));
    assert_non_null(column_of(got.out, 23));
    assert_true(starts(column_of(got.out, 23), "Kamailio: "));
    assert_non_null(strstr(column_of(got.out, 23), " | OpenSIPS: "));
}

static void tsv_has_an_empty_class_beyond_the_range(void **state) {
    (void)state;
    RUN("701", "--format", "tsv");
    assert_found();
    assert_true(starts(got.out, "701\tNo response\t\tunregistered\t"));
    RUN("list", "--all", "--format", "tsv");
    assert_non_null(strstr(got.out, "\n701\tNo response\t\tRFC 3261 "
                                    "8.1.3.2\tunregistered\t"));
}

/* A curated pair has its values where any other pair has an empty column. */
static void tsv_of_a_curated_pair_has_its_parts(void **state) {
    (void)state;
    static const char *const names[] = {"tell", "choose"};
    for (size_t i = 0; i < ROWS(names); i++) {
        char row[256];
        run_in(NULL, &commands[COMPARE_CURATED], "--field", names[i], NULL);
        char *value = take_output();
        snprintf(row, sizeof row, "\n%s\t180 183\t%s", names[i], value);
        assert_in_range(strlen(row), 40, sizeof row - 2);
        run_in(NULL, &commands[COMPARE_CURATED], "--format", "tsv", NULL);
        assert_non_null(strstr(got.out, row));
        run_in(NULL, &commands[COMPARE], "--format", "tsv", NULL);
        snprintf(row, sizeof row, "\n%s\t183 422\t\n", names[i]);
        assert_non_null(strstr(got.out, row));
        free(value);
    }
    run_in(NULL, &commands[COMPARE_CURATED], "--field", "key_differences",
           NULL);
    char *values = take_output(), *rest = values, start[512];
    snprintf(start, sizeof start, "\nkey_differences\t180 183\t%s",
             next_line(&rest));
    run_in(NULL, &commands[COMPARE_CURATED], "--format", "tsv", NULL);
    assert_non_null(strstr(got.out, start));
    free(values);
}

static void tsv_has_no_column_for_a_known_phrase(void **state) {
    (void)state;
    RUN("603", "--format", "tsv");
    assert_found();
    char *expected = take_output();
    run_in(NULL, &commands[KNOWN_PHRASE], "--format", "tsv", NULL);
    assert_found();
    assert_string_equal(got.out, expected);
    free(expected);
}

/* ---- plain -------------------------------------------------------------- */

/* "Label: text"; in a comparison "183 Label: text" too. */
static bool is_labelled(const char *line, bool tagged) {
    if (tagged && is_digit(line[0]) && is_digit(line[1]) && is_digit(line[2]) &&
        line[3] == ' ')
        line += 4;
    size_t length = strcspn(line, ":");
    if (!is_capital(*line) || length > 20 || !starts(line + length, ": "))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!is_letter(line[i]) && line[i] != ' ')
            return false;
    return line[length + 2] > ' ';
}

/* "486 Busy Here: text", perhaps with a status in brackets. */
static bool is_listed(const char *line) {
    const struct code *code = code_of(atoi(line));
    size_t length = strlen(code->phrase);
    if (line[3] != ' ' || strncmp(line + 4, code->phrase, length) != 0)
        return false;
    line += 4 + length;
    if (*line == ' ' && line[1] == '(')
        line += strcspn(line, ")") + 1;
    return starts(line, ": ") && line[2] > ' ';
}

static void plain_is_a_fact_a_line(void **state) {
    const struct command *command = *state;
    bool title = !is_lines(command);
    size_t count = 0;
    run_in(NULL, command, "--format", "plain", NULL);
    assert_found();
    assert_true(is_ascii(got.out));
    assert_null(strchr(got.out, '\t'));
    char *rest = got.out;
    for (char *line; (line = next_line(&rest)); count++) {
        bool sound = title               ? starts(line, "SIP ")
                     : is_lines(command) ? is_listed(line)
                     : *line ? is_labelled(line, is_comparison(command))
                             : *rest != '\0';
        if (!sound || ends(line, " "))
            fail_msg("no fact: '%s'", line);
        title = !is_lines(command) && !*line;
    }
    assert_true(count > 1);
}

static void plain_is_never_wrapped(void **state) {
    const struct command *command = *state;
    struct setting narrow = {.environment =
                                 ENVIRONMENT("TERM=xterm", "COLUMNS=20")};
    run_in(NULL, command, "--format", "plain", NULL);
    char *expected = take_output();
    run_in(&narrow, command, "--format", "plain", "--width", "20", NULL);
    assert_found();
    assert_string_equal(got.out, expected);
    free(expected);
}

/* ---- Which format ------------------------------------------------------- */

/* A terminal turns each line feed into two characters; turns them back. */
static char *without_returns(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != '\r')
            *to++ = *from;
    *to = '\0';
    return text;
}

static void a_pipe_gets_plain(void **state) {
    run_in(NULL, *state, "--format", "plain", NULL);
    char *expected = take_output();
    run_in(NULL, *state, NULL);
    assert_found();
    assert_string_equal(got.out, expected);
    free(expected);
}

static void a_terminal_gets_pretty(void **state) {
    struct setting terminal = {.columns = 93};
    run_in(NULL, *state, "--format", "pretty", "--color", "always", "--width",
           "93", NULL);
    char *expected = take_output();
    run_in(&terminal, *state, NULL);
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 0);
    assert_string_equal(without_returns(got.out), expected);
    free(expected);
}

static void a_terminal_gets_what_is_asked_for(void **state) {
    struct setting terminal = {.columns = 40};
    const char *const formats[] = {"plain", "json", "tsv", "markdown"};
    for (size_t i = 0; i < ROWS(formats); i++) {
        run_in(NULL, *state, "--format", formats[i], NULL);
        char *expected = take_output();
        run_in(&terminal, *state, "--format", formats[i], NULL);
        assert_string_equal(without_returns(got.out), expected);
        free(expected);
    }
}

/* ---- pretty ------------------------------------------------------------- */

#define LABEL 14 /* the column of labels in a table of facts */

/* Whether nothing but a number or a label stands before the only word. */
static bool is_one_word(const char *line) {
    const char *word = line + strspn(line, " ");
    size_t digits = strspn(word, "0123456789");
    if (digits && starts(word + digits, ". "))
        word += digits + 2;
    else if (digits == 3 && starts(word + digits, ": "))
        word += digits + 2;
    else if ((is_capital(*line) || *line == '*') && strlen(line) > LABEL &&
             line[LABEL - 1] == ' ')
        word = line + LABEL;
    return !strchr(word, ' ');
}

static void assert_width(const char *line, size_t width) {
    if (ends(line, " "))
        fail_msg("at width %zu a blank ends: '%s'", width, line);
    if (columns_of(line) > width && !is_one_word(line))
        fail_msg("at width %zu, %zu columns: '%s'", width, columns_of(line),
                 line);
}

/* All blanks and line feeds in a row become one blank. */
static void make_flow(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from != ' ' && *from != '\n')
            *to++ = *from;
        else if (to == text || to[-1] != ' ')
            *to++ = ' ';
    }
    *to = '\0';
}

/* Moves on behind the words; they must be there, whole and in a row. */
static void assert_flows(const char **flow, const char *words, size_t width) {
    const char *at = strstr(*flow, words);
    if (!at)
        fail_msg("at width %zu lost or broken: %s", width, words);
    else
        *flow = at + strlen(words);
}

/*
 * Every value of the plain text stands in the flow, in the same order; so do
 * titles, alone on their lines or, in a list, before the value.
 */
static void assert_same_words(const char *plain, char *pretty, bool listed,
                              size_t width) {
    char *copy = strdup(plain), *rest = copy;
    make_flow(pretty);
    const char *flow = pretty;
    for (char *line; (line = next_line(&rest));) {
        char *value = strstr(line, ": "), *url = strstr(line, "https://");
        if (value) {
            *value = '\0';
            value += 2;
        }
        if (listed || !value)
            assert_flows(&flow, line, width);
        if (value)
            assert_flows(&flow, url ? url : value, width);
    }
    free(copy);
}

/* The widest title of the list: below that, titles stand as they are. */
static size_t widest_title(const struct command *command) {
    size_t widest = 0;
    bool all =
        command == &commands[LIST_ALL] || command == &commands[SEARCH_ALL];
    RUN("list", all ? "--all" : NULL);
    char *rest = got.out;
    for (char *line; (line = next_line(&rest));) {
        size_t length = (size_t)(strstr(line, ": ") - line);
        widest = length > widest ? length : widest;
    }
    return widest;
}

static const char *decimal(size_t number) {
    static char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    return digits;
}

static const struct setting unicode = {
    .environment = ENVIRONMENT("TERM=xterm", "LANG=C.UTF-8")};

static void run_pretty(const struct command *command, size_t width) {
    run_in(&unicode, command, "--format", "pretty", "--width", decimal(width),
           NULL);
    assert_found();
}

/* No line is too long and no word broken, lost or out of its place. */
static void pretty_fits_any_width(void **state) {
    const struct command *command = *state;
    size_t narrowest = is_lines(command) ? widest_title(command) : 20;
    run_in(NULL, command, "--format", "plain", NULL);
    char *plain = take_output();
    for (size_t width = narrowest; width <= 130; width++) {
        run_pretty(command, width);
        char *copy = strdup(got.out), *rest = copy;
        for (char *line; (line = next_line(&rest));)
            assert_width(line, width);
        free(copy);
        if (!is_comparison(command))
            assert_same_words(plain, got.out, is_lines(command), width);
    }
    free(plain);
}

static void pretty_has_at_most_100_columns_of_text(void **state) {
    static const size_t widths[] = {101, 130, 200, 1000};
    const struct command *command = *state;
    size_t most = is_lines(command) ? widest_title(command) + 2 + 100 : 100;
    if (is_comparison(command))
        most = command == &commands[COMPARE_THREE] ? 300 : 200;
    for (size_t i = 0; i < ROWS(widths); i++) {
        size_t longest = 0;
        run_pretty(command, widths[i]);
        char *rest = got.out;
        for (char *line; (line = next_line(&rest));) {
            assert_width(line, widths[i] < most ? widths[i] : most);
            longest = columns_of(line) > longest ? columns_of(line) : longest;
        }
        assert_true(longest > 80); /* the room is used */
    }
}

/* What is about all codes is text like any other. */
static void a_wide_comparison_does_not_widen_its_text(void **state) {
    (void)state;
    run_pretty(&commands[COMPARE], 200);
    char *rest = strstr(got.out, "\nKey Differences\n");
    assert_non_null(rest);
    rest++;
    for (char *line; (line = next_line(&rest));)
        assert_width(line, 100);
}

static void urls_and_header_names_are_never_broken(void **state) {
    (void)state;
    static const char *const words[] = {
        "\n  https://www.rfc-editor.org/rfc/rfc4028#section-6\n",
        "Session-Expires", "Min-SE", "Supported"};
    run_pretty(&(struct command){"422", {"422"}}, 20);
    for (size_t i = 0; i < ROWS(words); i++)
        if (!strstr(got.out, words[i]))
            fail_msg("broken: %s", words[i]);
}

/* Their headings stand between those of any pair, which has none of them. */
static void pretty_of_a_curated_pair_has_its_headings(void **state) {
    (void)state;
    static const char *const headings[] = {
        "\nKey Differences\n", "\nHow to Tell Apart\n", "\nWhich to Send\n",
        "\nWhen to Use Which\n", "\nLearn More\n"};
    for (size_t width = 20; width <= 140; width += 40) {
        run_pretty(&commands[COMPARE_CURATED], width);
        const char *at = got.out;
        for (size_t i = 0; i < ROWS(headings); i++)
            if (!(at = strstr(at, headings[i])))
                fail_msg("not in its place: %s", headings[i]);
        run_pretty(&commands[COMPARE], width);
        assert_non_null(strstr(got.out, headings[0]));
        assert_null(strstr(got.out, headings[1]));
        assert_null(strstr(got.out, headings[2]));
    }
}

/* ---- Side by side ------------------------------------------------------- */

/* The columns of two codes, put together again from the lines they are in. */
struct columns {
    char *texts[2];
    size_t cells;
};

#define BAR "\342\224\202"

/* The byte that a column starts at, past characters of several bytes. */
static const char *column_at(const char *line, size_t column) {
    while (column && *line) {
        line++;
        column -= ((unsigned char)*line & 0xC0) != 0x80;
    }
    return column ? NULL : line;
}

/* Splits a line where a bar stands in that column, from `start` on. */
static bool add_cells(struct columns *columns, const char *line, size_t start,
                      size_t bar) {
    const char *from = column_at(line, start), *at = column_at(line, bar);
    if (!from || !at || !starts(at, BAR))
        return false;
    strncat(columns->texts[0], from, (size_t)(at - from));
    strcat(columns->texts[0], "\n");
    if (at[strlen(BAR)])
        strcat(columns->texts[1], at + strlen(BAR) + 1);
    strcat(columns->texts[1], "\n");
    columns->cells++;
    return true;
}

/* Cells are as wide as two of them and a gap of three can be. */
static struct columns read_columns(char *printed, size_t width) {
    struct columns columns = {
        {calloc(1, strlen(printed) + 1), calloc(1, strlen(printed) + 1)}, 0};
    size_t prose = (width - 3) / 2, row = (width - LABEL - 3) / 2;
    assert_non_null(columns.texts[0]);
    assert_non_null(columns.texts[1]);
    for (char *line; (line = next_line(&printed));)
        if (strstr(line, BAR) && !add_cells(&columns, line, 0, prose + 1) &&
            !add_cells(&columns, line, LABEL, LABEL + row + 1))
            fail_msg("at width %zu the bar is out of line: '%s'", width, line);
    return columns;
}

/* The plain lines of one code, without what the lines tell of it. */
static char *tagged_lines(const char *plain, const char *tag) {
    char *lines = calloc(1, strlen(plain) + 1);
    assert_non_null(lines);
    for (const char *line = plain; *line; line = strchr(line, '\n') + 1) {
        size_t length = strcspn(line, "\n") + 1;
        if (starts(line, tag) && line[strlen(tag)] == ' ')
            strncat(lines, line + strlen(tag) + 1, length - strlen(tag) - 1);
    }
    return lines;
}

static void compare_has_columns_from_80_on(void **state) {
    (void)state;
    run_in(NULL, &commands[COMPARE], "--format", "plain", NULL);
    char *plain = take_output();
    char *left = tagged_lines(plain, "183"),
         *right = tagged_lines(plain, "422");
    assert_string_not_equal(left, "");
    assert_string_not_equal(right, "");
    for (size_t width = 80; width <= 130; width++) {
        run_pretty(&commands[COMPARE], width);
        struct columns columns = read_columns(got.out, width);
        assert_true(columns.cells > 20);
        assert_same_words(left, columns.texts[0], false, width);
        assert_same_words(right, columns.texts[1], false, width);
        free(columns.texts[0]);
        free(columns.texts[1]);
    }
    free(plain);
    free(left);
    free(right);
}

static void compare_is_stacked_below_80(void **state) {
    const struct command *command = *state;
    run_in(NULL, command, "--format", "plain", NULL);
    char *plain = take_output();
    for (size_t width = 20; width < 80; width++) {
        run_pretty(command, width);
        assert_null(strstr(got.out, BAR));
        assert_same_words(plain, got.out, false, width);
    }
    free(plain);
}

static void a_narrow_terminal_stacks_what_a_wide_one_does_not(void **state) {
    (void)state;
    for (int columns = 79; columns <= 80; columns++) {
        struct setting terminal = {.columns = columns,
                                   .environment = unicode.environment};
        run_in(&terminal, &commands[COMPARE], "--color", "never", NULL);
        assert_int_equal(strstr(got.out, BAR) != NULL, columns == 80);
    }
}

/* Beside one another too, only one unbreakable word may be too long. */
static void assert_cells(const char *line) {
    const char *bar = strstr(line, " | ");
    if (columns_of(line) <= 80 || !bar) {
        assert_width(line, 80);
        return;
    }
    char *left = strndup(line, (size_t)(bar - line));
    for (size_t length = strlen(left); length && left[length - 1] == ' ';)
        left[--length] = '\0';
    if (!is_one_word(left) && !is_one_word(bar + 3))
        fail_msg("%zu columns: '%s'", columns_of(line), line);
    free(left);
}

static void pairs_in_columns_fit_their_window(void **state) {
    (void)state;
    for (size_t i = 1; i < code_count; i++) {
        struct command pair = {
            "pair", {"compare", codes[i - 1].digits, codes[i].digits}};
        run_in(NULL, &pair, "--format", "pretty", "--width", "80", NULL);
        assert_found();
        assert_non_null(strstr(got.out, " | "));
        char *rest = got.out;
        for (char *line; (line = next_line(&rest));)
            assert_cells(line);
    }
}

/* ---- Colour ------------------------------------------------------------- */

#define ESCAPE '\033'

static struct paint {
    const char *name;
    int columns; /* of a terminal, else it is a pipe */
    const char *environment[6];
    const char *color; /* the option, or NULL */
    bool expected;
} paints[] = {
    {"a terminal", 80, {"TERM=xterm"}, NULL, true},
    {"a pipe", 0, {"TERM=xterm"}, NULL, false},
    {"NO_COLOR", 80, {"TERM=xterm", "NO_COLOR=1"}, NULL, false},
    {"NO_COLOR with any value", 80, {"TERM=xterm", "NO_COLOR=0"}, NULL, false},
    {"NO_COLOR empty", 80, {"TERM=xterm", "NO_COLOR="}, NULL, true},
    {"TERM=dumb", 80, {"TERM=dumb"}, NULL, false},
    {"TERM unset", 80, {"LANG=C"}, NULL, false},
    {"TERM empty", 80, {"TERM="}, NULL, false},
    {"auto on a terminal", 80, {"TERM=xterm"}, "auto", true},
    {"auto in a pipe", 0, {"TERM=xterm"}, "auto", false},
    {"auto and NO_COLOR", 80, {"TERM=xterm", "NO_COLOR=1"}, "auto", false},
    {"always in a pipe", 0, {"TERM=xterm"}, "always", true},
    {"always wins over NO_COLOR",
     80,
     {"TERM=xterm", "NO_COLOR=1"},
     "always",
     true},
    {"always wins over TERM=dumb", 80, {"TERM=dumb"}, "always", true},
    {"always wins over TERM unset", 0, {"LANG=C"}, "always", true},
    {"never on a terminal", 80, {"TERM=xterm"}, "never", false},
    {"never in a pipe", 0, {"TERM=xterm"}, "never", false},
};

static void is_coloured_as_it_should(void **state) {
    const struct paint *paint = *state;
    struct setting setting = {.columns = paint->columns,
                              .environment = paint->environment};
    for (size_t i = SHOW; i < ROWS(commands); i++) {
        run_in(&setting, &commands[i], "--format", "pretty",
               paint->color ? "--color" : NULL, paint->color, NULL);
        assert_int_equal(got.status, 0);
        assert_string_not_equal(got.out, "");
        assert_int_equal(strchr(got.out, ESCAPE) != NULL, paint->expected);
    }
}

/* Takes away "ESC [ digits m"; on each line what is set must be reset. */
static void strip_colors(char *text) {
    char *to = text;
    bool set = false;
    for (const char *from = text; *from;) {
        if (*from == '\n')
            assert_false(set);
        if (*from != ESCAPE) {
            *to++ = *from++;
            continue;
        }
        assert_int_equal(from[1], '[');
        size_t length = strspn(from + 2, "0123456789;");
        assert_int_equal(from[2 + length], 'm');
        assert_true(length > 0);
        set = !starts(from, "\033[0m");
        from += 3 + length;
    }
    assert_false(set);
    *to = '\0';
}

static void color_changes_no_text(void **state) {
    static const char *const widths[] = {"30", "80", "100"};
    for (size_t i = 0; i < ROWS(widths); i++) {
        run_in(&unicode, *state, "--format", "pretty", "--width", widths[i],
               "--color", "never", NULL);
        assert_null(strchr(got.out, ESCAPE));
        char *expected = take_output();
        run_in(&unicode, *state, "--format", "pretty", "--width", widths[i],
               "--color", "always", NULL);
        assert_non_null(strchr(got.out, ESCAPE));
        strip_colors(got.out);
        assert_string_equal(got.out, expected);
        free(expected);
    }
}

static void color_is_for_pretty_alone(void **state) {
    static const char *const formats[] = {"plain", "json", "tsv", "markdown"};
    for (size_t i = 0; i < ROWS(formats); i++) {
        run_in(NULL, *state, "--format", formats[i], "--color", "never", NULL);
        assert_null(strchr(got.out, ESCAPE));
        char *expected = take_output();
        run_in(NULL, *state, "--format", formats[i], "--color", "always", NULL);
        assert_string_equal(got.out, expected);
        free(expected);
    }
}

static void each_class_has_a_color_of_its_own(void **state) {
    (void)state;
    static const char *const numbers[] = {"100", "200", "300",
                                          "400", "500", "600"};
    char colors[6][16];
    for (size_t i = 0; i < 6; i++) {
        RUN(numbers[i], "--format", "pretty", "--color", "always");
        assert_int_equal(got.out[0], ESCAPE);
        snprintf(colors[i], sizeof *colors, "%.*s",
                 (int)strcspn(got.out + 1, "m"), got.out + 1);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(colors[i], colors[j]);
    }
}

/* ---- ASCII -------------------------------------------------------------- */

static struct locale {
    const char *name;
    const char *environment[6];
    bool unicode;
} locales[] = {
    {"no locale", {"TERM=xterm"}, false},
    {"LANG=C", {"LANG=C"}, false},
    {"LANG=POSIX", {"LANG=POSIX"}, false},
    {"LANG=C.UTF-8", {"LANG=C.UTF-8"}, true},
    {"LANG=en_US.utf8", {"LANG=en_US.utf8"}, true},
    {"LANG=de_DE.ISO-8859-1", {"LANG=de_DE.ISO-8859-1"}, false},
    {"LANG=ja_JP.eucJP", {"LANG=ja_JP.eucJP"}, false},
    {"LC_CTYPE before LANG", {"LANG=C", "LC_CTYPE=C.UTF-8"}, true},
    {"LC_CTYPE against LANG", {"LANG=C.UTF-8", "LC_CTYPE=C"}, false},
    {"LC_ALL before all", {"LANG=C", "LC_CTYPE=C", "LC_ALL=C.UTF-8"}, true},
    {"LC_ALL against all",
     {"LANG=C.UTF-8", "LC_CTYPE=C.UTF-8", "LC_ALL=C"},
     false},
    {"LC_ALL empty", {"LANG=C.UTF-8", "LC_ALL="}, true},
};

static void draws_with_what_the_locale_has(void **state) {
    const struct locale *locale = *state;
    struct setting setting = {.environment = locale->environment};
    RUN("183", "--format", "pretty", "--ascii");
    char *plain_lines = take_output();
    assert_true(is_ascii(plain_lines));
    result_free(&got);
    got = sipcode_in(&setting, "183", "--format", "pretty", NULL);
    assert_found();
    assert_int_equal(is_ascii(got.out), !locale->unicode);
    if (!locale->unicode)
        assert_string_equal(got.out, plain_lines);
    free(plain_lines);
}

static const char *const format_names[] = {"pretty", "plain", "json", "tsv",
                                           "markdown"};

static void ascii_is_ascii_everywhere(void **state) {
    const struct command *command = *state;
    for (size_t i = 0; i < ROWS(format_names); i++) {
        run_in(&unicode, command, "--format", format_names[i], "--ascii", NULL);
        assert_found();
        assert_true(is_ascii(got.out));
        run_in(NULL, command, "--format", format_names[i], NULL);
        assert_true(is_ascii(got.out));
    }
}

/* Line by line the same, but for the characters that draw. */
static void ascii_changes_no_layout(void **state) {
    for (size_t width = 60; width <= 100; width += 20) {
        run_pretty(*state, width);
        char *drawn = take_output(), *drawn_rest = drawn;
        run_in(&unicode, *state, "--format", "pretty", "--width",
               decimal(width), "--ascii", NULL);
        char *rest = got.out;
        for (char *line; (line = next_line(&rest));) {
            const char *other = next_line(&drawn_rest);
            assert_non_null(other);
            assert_int_equal(columns_of(line), columns_of(other));
        }
        assert_string_equal(drawn_rest, "");
        free(drawn);
    }
}

/* ---- Width -------------------------------------------------------------- */

static struct wide {
    const char *name;
    int window;          /* 0: a pipe; UNKNOWN_WINDOW */
    const char *columns; /* the variable, or NULL */
    const char *option;  /* or NULL */
    const char *same_as; /* --width of this */
} wides[] = {
    {"nothing known", 0, NULL, NULL, "80"},
    {"COLUMNS", 0, "COLUMNS=50", NULL, "50"},
    {"a window", 45, NULL, NULL, "45"},
    {"a window before COLUMNS", 45, "COLUMNS=60", NULL, "45"},
    {"--width before COLUMNS", 0, "COLUMNS=60", "70", "70"},
    {"--width before a window", 45, "COLUMNS=60", "70", "70"},
    {"COLUMNS empty", 0, "COLUMNS=", NULL, "80"},
    {"COLUMNS no number", 0, "COLUMNS=wide", NULL, "80"},
    {"COLUMNS not all a number", 0, "COLUMNS=60x", NULL, "80"},
    {"COLUMNS 0", 0, "COLUMNS=0", NULL, "80"},
    {"COLUMNS of five digits", 0, "COLUMNS=10000", NULL, "80"},
    {"COLUMNS negative", 0, "COLUMNS=-60", NULL, "80"},
    {"a window that nobody measured", UNKNOWN_WINDOW, NULL, NULL, "80"},
    {"such a window, and COLUMNS", UNKNOWN_WINDOW, "COLUMNS=60", NULL, "60"},
    {"a window of one column", 1, NULL, NULL, "20"},
    {"a wide window", 400, NULL, NULL, "400"},
};

static void is_as_wide_as_it_should(void **state) {
    const struct wide *wide = *state;
    const char *const environment[] = {PLAIN_ENVIRONMENT, "TERM=dumb",
                                       wide->columns, NULL};
    struct setting setting = {.columns = wide->window,
                              .environment = environment};
    for (size_t i = COMPARE; i <= LIST; i += LIST - COMPARE) {
        run_in(NULL, &commands[i], "--format", "pretty", "--width",
               wide->same_as, NULL);
        char *expected = take_output();
        run_in(&setting, &commands[i], "--format", "pretty",
               wide->option ? "--width" : NULL, wide->option, NULL);
        assert_string_equal(without_returns(got.out), expected);
        free(expected);
    }
}

/* ---- --field ------------------------------------------------------------ */

static void fields_come_in_the_order_asked_for(void **state) {
    (void)state;
    RUN("183", "--field", "phrase,code,class,class_name");
    assert_found();
    assert_string_equal(got.out, "Session Progress\n183\n1\nProvisional\n");
    RUN("183", "422", "--field=code,phrase");
    assert_found();
    assert_string_equal(got.out, "183\nSession Progress\n422\nSession Interval "
                                 "Too Small\n");
}

static void a_repeated_field_has_a_line_a_value(void **state) {
    (void)state;
    RUN("488", "--field", "see_also");
    assert_found();
    char *bare = take_output(), *bare_rest = bare;
    RUN("488");
    size_t count = 0;
    const char *line = got.out;
    for (; (line = strstr(line, "\nCompare With: ")); count++) {
        line += strlen("\nCompare With: ");
        assert_true(starts(line, next_line(&bare_rest)));
    }
    assert_string_equal(bare_rest, "");
    assert_true(count > 1);
    free(bare);
}

static void a_reference_is_short(void **state) {
    (void)state;
    RUN("422", "--field", "references");
    assert_found();
    assert_true(starts(got.out, "RFC 4028 6\n"));
}

static void fields_pass_over_the_format(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(format_names); i++) {
        RUN("183", "--field", "code", "--format", format_names[i]);
        assert_found();
        assert_string_equal(got.out, "183\n");
    }
}

static void fields_of_a_list(void **state) {
    (void)state;
    RUN("list", "2xx", "--field", "code,phrase");
    assert_found();
    assert_string_equal(got.out, "200\nOK\n202\nAccepted\n204\nNo "
                                 "Notification\n");
}

/* Without the number that text needs. */
static void fields_of_a_comparison(void **state) {
    (void)state;
    RUN("compare", "183", "422", "--field", "key_differences");
    assert_found();
    char *bare = take_output(), *rest = bare;
    RUN("compare", "183", "422");
    size_t count = 0;
    for (char *line; (line = next_line(&rest));) {
        char start[48];
        snprintf(start, sizeof start, "\nKey Differences: %zu. ", ++count);
        const char *found = strstr(got.out, start);
        assert_non_null(found);
        assert_true(starts(found + strlen(start), line));
    }
    assert_true(count >= 3);
    free(bare);
    RUN("compare", "183", "422", "--field", "phrase");
    assert_found();
    assert_string_equal(got.out,
                        "Session Progress\nSession Interval Too Small\n");
}

/* What is said of all codes together stands for what is said of each. */
static void the_summary_of_a_comparison_is_one(void **state) {
    (void)state;
    RUN("compare", "183", "422");
    assert_found();
    char *whole = take_output(), *summary = strstr(whole, "\nSummary: ");
    assert_non_null(summary);
    summary += strlen("\nSummary: ");
    strchr(summary, '\n')[1] = '\0';
    RUN("compare", "183", "422", "--field", "summary");
    assert_found();
    assert_string_equal(got.out, summary);
    free(whole);
}

static void an_unknown_field_is_refused(void **state) {
    (void)state;
    RUN("183", "--field", "code,nope");
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_true(starts(got.err, "sipcode: --field nope: no such field; "));
}

static void an_absent_value_is_status_1(void **state) {
    (void)state;
    RUN("183", "--field", "status");
    assert_string_equal(got.out, "");
    assert_string_equal(got.err,
                        "sipcode: --field status: nothing there to print\n");
    assert_int_equal(got.status, 1);
    RUN("183", "402", "--field", "status");
    assert_found();
    assert_string_equal(got.out, "reserved\n");
}

static void fields_are_bare_on_a_terminal_too(void **state) {
    (void)state;
    struct setting terminal = {.columns = 20};
    RUN("422", "--field", "description");
    char *expected = take_output();
    result_free(&got);
    got = sipcode_in(&terminal, "422", "--field", "description", NULL);
    assert_string_equal(without_returns(got.out), expected);
    free(expected);
}

/* ---- markdown ----------------------------------------------------------- */

/* A character that means something, if no backslash stands before it. */
static size_t count_bare(const char *line, char wanted) {
    size_t count = 0;
    for (; *line; line++) {
        if (*line == '\\' && line[1])
            line++;
        else
            count += *line == wanted;
    }
    return count;
}

static void markdown_is_safe(void **state) {
    size_t count = 0;
    run_in(NULL, *state, "--format", "markdown", NULL);
    assert_found();
    assert_true(is_ascii(got.out));
    char *rest = got.out;
    for (char *line; (line = next_line(&rest)); count++) {
        char *tag = line;
        while ((tag = strstr(tag, "<br>")))
            memmove(tag, tag + 4, strlen(tag + 4) + 1);
        assert_int_equal(count_bare(line, '<'), 0);
        assert_int_equal(count_bare(line, '_'), 0);
        assert_int_equal(count_bare(line, '`'), 0);
        assert_int_equal(count_bare(line, '*') % 4, 0);
        if (*line != '|')
            assert_int_equal(count_bare(line, '|'), 0);
    }
    assert_true(count > 1);
}

static void markdown_of_show_has_headings(void **state) {
    static const char *const headings[] = {
        "\n### Description\n\n", "\n### When You See It\n\n",
        "\n### How to Fix\n\n1. ", "\n### When to Use It\n\n"};
    (void)state;
    RUN("422", "--format", "markdown");
    assert_found();
    assert_true(starts(got.out, "## SIP 422 Session Interval Too Small\n"));
    const char *at = got.out;
    for (size_t i = 0; i < ROWS(headings); i++)
        if (!(at = strstr(at, headings[i])))
            fail_msg("not in its place: %s", headings[i]);
    assert_non_null(strstr(got.out, "[RFC 4028, Section 6](https://"
                                    "www.rfc-editor.org/rfc/rfc4028#section-6"
                                    ")"));
}

static void markdown_of_compare_has_a_table(void **state) {
    const struct command *command = *state;
    size_t rows = 0, bars = command == &commands[COMPARE] ? 4 : 5;
    run_in(NULL, command, "--format", "markdown", NULL);
    assert_true(starts(got.out, "## SIP "));
    char *rest = got.out;
    for (char *line; (line = next_line(&rest));)
        if (*line == '|') {
            assert_int_equal(count_bare(line, '|'), bars);
            rows++;
        }
    assert_true(rows > 5);
}

static void markdown_of_a_curated_pair_has_its_headings(void **state) {
    (void)state;
    static const char *const headings[] = {
        "\n### Key Differences\n\n1. ", "\n### How to Tell Apart\n\n",
        "\n### Which to Send\n\n", "\n### When to Use Which\n\n- 180: "};
    run_in(NULL, &commands[COMPARE_CURATED], "--format", "markdown", NULL);
    assert_found();
    const char *at = got.out;
    for (size_t i = 0; i < ROWS(headings); i++)
        if (!(at = strstr(at, headings[i])))
            fail_msg("not in its place: %s", headings[i]);
    run_in(NULL, &commands[COMPARE], "--format", "markdown", NULL);
    assert_null(strstr(got.out, headings[1]));
    assert_null(strstr(got.out, headings[2]));
}

static void markdown_of_a_known_phrase_tells_it(void **state) {
    (void)state;
    run_in(NULL, &commands[KNOWN_PHRASE], "--format", "markdown", NULL);
    assert_found();
    assert_true(starts(got.out, "## SIP 603 Decline\n\n- **Class:** 6xx Global "
                                "Failure\n- **On the Wire:** Network Blocked "
                                "(analytics): "));
}

static void markdown_of_a_list_is_a_list(void **state) {
    (void)state;
    RUN("list", "--all", "--format", "markdown");
    assert_found();
    char *rest = got.out;
    for (size_t i = 0; i < code_count; i++) {
        char start[100];
        const char *line = next_line(&rest);
        assert_non_null(line);
        snprintf(start, sizeof start, "- **%d %s", codes[i].number,
                 codes[i].phrase);
        assert_true(starts(line, start));
    }
    assert_string_equal(rest, "");
}

/* ---- What must hold in all of them -------------------------------------- */

static size_t word_length(const char *text) {
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    return length;
}

static bool same_letters(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((a[i] | 0x20) != (b[i] | 0x20))
            return false;
    return true;
}

/*
 * The first word that comes twice in a row ("when when"), or NULL. A word is
 * made of letters between blanks: "a a=rtpmap line" has no doubled one.
 */
static const char *doubled_word(const char *text) {
    for (const char *at = text; *at; at++) {
        size_t length = word_length(at);
        const char *next = at + length;
        if (!length || (at > text && at[-1] != ' ' && at[-1] != '\n'))
            continue;
        if (*next == ' ' && word_length(next + 1) == length &&
            same_letters(at, next + 1, length) &&
            (!next[1 + length] || !strchr("=-/@:", next[1 + length])))
            return at;
    }
    return NULL;
}

static void doubled_words_are_found(void **state) {
    (void)state;
    assert_non_null(doubled_word("it is is sent"));
    assert_non_null(doubled_word("The the"));
    assert_non_null(doubled_word("sent when when\n"));
    assert_null(doubled_word("is issued"));
    assert_null(doubled_word("bis is"));
    assert_null(doubled_word("a a=rtpmap line"));
    assert_null(doubled_word("Dialog        dialog"));
}

static void no_word_is_doubled(void **state) {
    for (size_t i = 0; i < ROWS(format_names); i++) {
        /* So narrow that what is compared is stacked. */
        run_in(NULL, *state, "--format", format_names[i], "--width", "60",
               NULL);
        assert_found();
        const char *word = doubled_word(got.out);
        if (word)
            fail_msg("in %s: %.60s", format_names[i], word);
        /* Across the line ends of wrapped text as well. */
        make_flow(got.out);
        word = strcmp(format_names[i], "pretty") ? NULL : doubled_word(got.out);
        if (word && !is_capital(*word))
            fail_msg("in the flow of %s: %.60s", format_names[i], word);
    }
}

/* A value, and not the mere place for one. */
static void no_field_is_empty(void **state) {
    run_in(NULL, *state, "--format", "plain", NULL);
    assert_null(strstr(got.out, ": \n"));
    assert_null(strstr(got.out, ":\n"));
    run_in(NULL, *state, "--format", "markdown", NULL);
    assert_null(strstr(got.out, ":** \n"));
    assert_null(strstr(got.out, "\n- \n"));
    assert_null(strstr(got.out, "\n1. \n"));
    assert_null(strstr(got.out, "()"));
    assert_null(strstr(got.out, "\n\n\n"));
    for (const char *at = got.out; (at = strstr(at, "\n### "));) {
        at = strstr(at, "\n\n");
        assert_non_null(at);
        assert_true(at[2] != '#' && at[2] != '\n' && at[2]);
    }
    run_in(NULL, *state, "--format", "pretty", NULL);
    assert_null(strstr(got.out, "\n\n\n"));
    /* json and tsv have tests of their own: for the members that must be
     * there, and for columns. */
}

static const char *const sentences[] = {
    "Summary",  "Description",    "When You See It",   "How to Fix",
    "Dead End", "When to Use It", "Trigger",           "In a Trace",
    "Header",   "Retry",          "Failover",          "Fork",
    "Fault",    "Acknowledged",   "Key Differences",   "When to Use Which",
    "Stack",    "On the Wire",    "How to Tell Apart", "Which to Send"};

static bool is_sentence(const char *line) {
    if (is_digit(*line))
        line += 4;
    for (size_t i = 0; i < ROWS(sentences); i++)
        if (starts(line, sentences[i]) && line[strlen(sentences[i])] == ':')
            return true;
    return false;
}

static void all_prose_ends_with_a_stop(void **state) {
    const struct command *command = *state;
    size_t count = 0;
    run_in(NULL, command, "--format", "plain", NULL);
    char *rest = got.out;
    for (char *line; (line = next_line(&rest));) {
        bool whole =
            is_lines(command) ? !is_search(command) : is_sentence(line);
        if (!whole)
            continue;
        count++;
        if (!ends(line, ".") || ends(line, ".."))
            fail_msg("not one stop at the end: %s", line);
    }
    assert_true(count > 1 || is_search(command));
}

/* Wherever it stands: the paragraphs of markdown. */
static void markdown_prose_ends_with_a_stop(void **state) {
    (void)state;
    size_t count = 0;
    run_in(NULL, &commands[SHOW_ALL], "--format", "markdown", NULL);
    char *rest = got.out;
    for (char *line; (line = next_line(&rest));)
        if (*line && *line != '#' && !starts(line, "- **")) {
            count++;
            if (!ends(line, "."))
                fail_msg("no stop: %s", line);
        }
    assert_true(count > 5 * code_count);
}

/* ---- All of them -------------------------------------------------------- */

#define ADD_COMMANDS(function) ADD_ROWS(commands, function)

/* The status is the column before the last. */
static bool is_registered(const char *line) {
    const char *status = column_of(line, 5);
    assert_non_null(status);
    return !starts(status, "unregistered\t") && !starts(status, "obsolete\t");
}

static int read_codes(void **state) {
    (void)state;
    RUN("list", "--all", "--format", "tsv");
    char *rest = got.out;
    for (char *line; (line = next_line(&rest)); code_count++) {
        struct code *code = &codes[code_count];
        if (code_count == MOST_CODES ||
            sscanf(line, "%d\t%79[^\t]", &code->number, code->phrase) != 2)
            return -1;
        snprintf(code->digits, sizeof code->digits, "%d", code->number);
        code->registered = is_registered(line);
        registered_count += code->registered;
    }
    return registered_count && registered_count < code_count ? 0 : -1;
}

static int free_all(void **state) {
    (void)state;
    result_free(&got);
    return 0;
}

static void add_formats(void) {
    ADD(the_json_reader_is_strict);
    ADD_COMMANDS(json_is_an_object_a_line);
    ADD(json_of_show_has_its_members);
    ADD(json_leaves_out_what_a_code_does_not_have);
    ADD(json_of_list_has_its_members);
    ADD(json_of_477_has_a_meaning_for_each_stack);
    ADD(json_of_a_known_phrase_tells_its_origin);
    ADD(json_of_search_tells_the_place);
    ADD(json_of_compare_has_its_members);
    ADD(json_of_a_curated_pair_has_more_members);
    ADD(json_of_another_pair_lacks_them);
    ADD(json_of_compare_beyond_the_range_has_no_class);
    ADD(json_of_a_class_has_its_members);
    ADD(json_quotes_what_must_be_quoted);
    for (size_t i = 0; i < ROWS(texts); i++)
        add(joined("json_has_the_value_of_the_field", texts[i]),
            json_has_the_value_of_the_field, texts[i]);

    ADD_COMMANDS(tsv_has_the_same_columns_in_each_line);
    ADD(tsv_of_list_is_what_is_documented);
    ADD(tsv_of_show_keeps_its_columns);
    ADD(tsv_of_compare_has_a_field_a_line);
    ADD(tsv_has_the_stacks_at_the_end);
    ADD(tsv_has_an_empty_class_beyond_the_range);
    ADD(tsv_of_a_curated_pair_has_its_parts);
    ADD(tsv_has_no_column_for_a_known_phrase);

    ADD_COMMANDS(plain_is_a_fact_a_line);
    ADD_COMMANDS(plain_is_never_wrapped);

    ADD_COMMANDS(markdown_is_safe);
    ADD(markdown_of_show_has_headings);
    add("markdown_of_compare_has_a_table: two", markdown_of_compare_has_a_table,
        &commands[COMPARE]);
    add("markdown_of_compare_has_a_table: three",
        markdown_of_compare_has_a_table, &commands[COMPARE_THREE]);
    ADD(markdown_of_a_curated_pair_has_its_headings);
    ADD(markdown_of_a_known_phrase_tells_it);
    ADD(markdown_of_a_list_is_a_list);
}

static void add_layout(void) {
    ADD_COMMANDS(a_pipe_gets_plain);
    ADD_COMMANDS(a_terminal_gets_pretty);
    ADD_COMMANDS(a_terminal_gets_what_is_asked_for);
    ADD_COMMANDS(pretty_fits_any_width);
    ADD_COMMANDS(pretty_has_at_most_100_columns_of_text);
    ADD(a_wide_comparison_does_not_widen_its_text);
    ADD(pretty_of_a_curated_pair_has_its_headings);
    ADD(urls_and_header_names_are_never_broken);
    ADD(compare_has_columns_from_80_on);
    add("compare_is_stacked_below_80: two", compare_is_stacked_below_80,
        &commands[COMPARE]);
    add("compare_is_stacked_below_80: curated", compare_is_stacked_below_80,
        &commands[COMPARE_CURATED]);
    add("compare_is_stacked_below_80: beyond", compare_is_stacked_below_80,
        &commands[COMPARE_BEYOND]);
    add("compare_is_stacked_below_80: three", compare_is_stacked_below_80,
        &commands[COMPARE_THREE]);
    ADD(a_narrow_terminal_stacks_what_a_wide_one_does_not);
    ADD(pairs_in_columns_fit_their_window);
    ADD_ROWS(wides, is_as_wide_as_it_should);
    ADD_ROWS(paints, is_coloured_as_it_should);
    ADD_COMMANDS(color_changes_no_text);
    ADD_COMMANDS(color_is_for_pretty_alone);
    ADD(each_class_has_a_color_of_its_own);
    ADD_ROWS(locales, draws_with_what_the_locale_has);
    ADD_COMMANDS(ascii_is_ascii_everywhere);
    ADD_COMMANDS(ascii_changes_no_layout);
}

static void add_values(void) {
    ADD(fields_come_in_the_order_asked_for);
    ADD(a_repeated_field_has_a_line_a_value);
    ADD(a_reference_is_short);
    ADD(fields_pass_over_the_format);
    ADD(fields_of_a_list);
    ADD(fields_of_a_comparison);
    ADD(the_summary_of_a_comparison_is_one);
    ADD(an_unknown_field_is_refused);
    ADD(an_absent_value_is_status_1);
    ADD(fields_are_bare_on_a_terminal_too);
    ADD(doubled_words_are_found);
    ADD_COMMANDS(no_word_is_doubled);
    ADD_COMMANDS(no_field_is_empty);
    ADD_COMMANDS(all_prose_ends_with_a_stop);
    ADD(markdown_prose_ends_with_a_stop);
}

int main(void) {
    add_formats();
    add_layout();
    add_values();
    return _cmocka_run_group_tests("formats", tests, test_count, read_codes,
                                   free_all);
}
