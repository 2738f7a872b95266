/* SPDX-License-Identifier: MIT */
/*
 * What goes wrong: bad input, codes that nobody knows, an output that cannot be
 * written. Messages are asserted to the letter, since they are what the user
 * has to go by; nothing of a usage error ever reaches standard output.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program.h"
#include "rows.h"

#define MOST_CODES 600
#define LONG       (100 << 10)

/* The latest run; the next one frees it. */
static struct result got;

#define RUN(...) (result_free(&got), got = sipcode(__VA_ARGS__, NULL))

static bool starts(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

#define WORDS 8

/* Runs the command on up to WORDS arguments. */
static void run_words(const char *const *words, const struct setting *setting) {
    const char *argv[WORDS + 2] = {getenv("SIPCODE")};
    assert_non_null(argv[0]);
    memcpy(argv + 1, words, WORDS * sizeof *words);
    result_free(&got);
    got = program_run(argv, setting);
}

/* ---- Bad input, and what is not found ----------------------------------- */

struct row {
    const char *name;
    const char *words[WORDS];
    int status;
    const char *err;
};

#define NO_CODE                                                                \
    ": not a response code; give three digits from 100 to 699, as in: "        \
    "sipcode 183\n"
#define EMPTY                                                                  \
    "sipcode: '': empty argument; give a response code, as in: sipcode 183\n"
#define NO_CLASS                                                               \
    ": not a class of responses; choose from all, 1xx Provisional, 2xx "       \
    "Successful, 3xx Redirection, 4xx Client Failure, 5xx Server Failure, "    \
    "6xx Global Failure\n"
#define NO_WIDTH ": give a number of columns from 20 to 1000\n"
#define NEEDS_TWO                                                              \
    "sipcode: compare: needs two codes or more, as in: sipcode compare 183 "   \
    "422\n"
#define NOT_REGISTERED_499                                                     \
    "sipcode: 499: not registered with IANA; a UA treats it as 400 Bad "       \
    "Request (RFC 3261 section 8.1.3.2); nearest registered: 494 Security "    \
    "Agreement Required, 500 Server Internal Error\n"

#define NEEDS_PROPERTY                                                         \
    "sipcode: is: needs a code and a property, as in: sipcode is 503 "         \
    "retryable; see: sipcode is --help\n"
#define PROPERTIES                                                             \
    "choose from provisional, final, success, redirection, failure, "          \
    "client-failure, server-failure, global, registered, deprecated, "         \
    "reserved, obsolete, local, challenge, retryable, failover, fault, "       \
    "acked, ends-dialog, ends-usage\n"

static struct row rows[] = {
    /* Codes that are none. */
    {"99", {"99"}, 2, "sipcode: 99" NO_CODE},
    {"099", {"099"}, 2, "sipcode: 099" NO_CODE},
    {"700", {"700"}, 2, "sipcode: 700" NO_CODE},
    {"704", {"704"}, 2, "sipcode: 704" NO_CODE},
    {"799", {"799"}, 2, "sipcode: 799" NO_CODE},
    {"show 704", {"show", "704"}, 2, "sipcode: 704" NO_CODE},
    {"a status line with 704",
     {"SIP/2.0 704 No response"},
     2,
     "sipcode: SIP/2.0 704 No response" NO_CODE},
    {"999", {"999"}, 2, "sipcode: 999" NO_CODE},
    {"000", {"000"}, 2, "sipcode: 000" NO_CODE},
    {"0183", {"0183"}, 2, "sipcode: 0183" NO_CODE},
    {"1830", {"1830"}, 2, "sipcode: 1830" NO_CODE},
    {"183x", {"183x"}, 2, "sipcode: 183x" NO_CODE},
    {"183.", {"183."}, 2, "sipcode: 183." NO_CODE},
    {"183,422", {"183,422"}, 2, "sipcode: 183,422" NO_CODE},
    {"+183", {"+183"}, 2, "sipcode: +183" NO_CODE},
    {"-- -183", {"--", "-183"}, 2, "sipcode: -183" NO_CODE},
    {"-183",
     {"-183"},
     2,
     "sipcode: -183: no such option; see sipcode --help\n"},
    {"1e2", {"1e2"}, 2, "sipcode: 1e2" NO_CODE},
    {"0x64", {"0x64"}, 2, "sipcode: 0x64" NO_CODE},
    {"18 3", {"18 3"}, 2, "sipcode: 18 3" NO_CODE},
    {"18, 3", {"18", "3"}, 2, "sipcode: 18" NO_CODE},
    {"a number too large for any integer",
     {"99999999999999999999"},
     2,
     "sipcode: 99999999999999999999" NO_CODE},
    {"2^32 + 183", {"4294967479"}, 2, "sipcode: 4294967479" NO_CODE},
    {"7xx", {"7xx"}, 2, "sipcode: 7xx" NO_CODE},
    {"0xx", {"show", "0xx"}, 2, "sipcode: 0xx" NO_CODE},
    {"4xxx", {"4xxx"}, 2, "sipcode: 4xxx" NO_CODE},
    {"4x", {"4x"}, 2, "sipcode: 4x" NO_CODE},
    {"a status line with 999",
     {"SIP/2.0 999 Odd"},
     2,
     "sipcode: SIP/2.0 999 Odd" NO_CODE},
    {"a status line without a code",
     {"SIP/2.0"},
     2,
     "sipcode: SIP/2.0" NO_CODE},
    {"an empty argument", {""}, 2, EMPTY},
    {"an argument of blanks", {" \t"}, 2, EMPTY},
    {"an empty argument for show", {"show", ""}, 2, EMPTY},
    {"an empty argument for compare", {"compare", "183", ""}, 2, EMPTY},
    {"an empty argument after a code", {"183", ""}, 2, EMPTY},
    {"show without a code",
     {"show"},
     2,
     "sipcode: show: which code? as in: sipcode show 183\n"},
    {"some codes fine, one not",
     {"183", "422", "999"},
     2,
     "sipcode: 999" NO_CODE},
    {"a phrase fine, a code not",
     {"show", "busy", "999"},
     2,
     "sipcode: 999" NO_CODE},

    /* Commands that are none. */
    {"a word that is no command",
     {"busy"},
     2,
     "sipcode: busy: no such command; try: sipcode search busy\n"},
    {"a word before a code",
     {"explane", "183"},
     2,
     "sipcode: explane: no such command; try: sipcode search explane\n"},
    {"an option without its dashes",
     {"help"},
     2,
     "sipcode: help: no such command; did you mean --help?\n"},
    {"a word that starts like the protocol",
     {"sipping"},
     2,
     "sipcode: sipping: no such command; try: sipcode search sipping\n"},
    {"words that are no command",
     {"busy here"},
     2,
     "sipcode: busy here: no such command; try: sipcode search busy here\n"},
    {"a command misspelt",
     {"serach", "busy"},
     2,
     "sipcode: serach: no such command; did you mean search?\n"},
    {"a command in part",
     {"comp", "183", "422"},
     2,
     "sipcode: comp: no such command; try: sipcode search comp\n"},
    {"another command misspelt",
     {"sow", "183"},
     2,
     "sipcode: sow: no such command; did you mean show?\n"},
    {"-- -x",
     {"--", "-x"},
     2,
     "sipcode: -x: no such command; see: sipcode --help\n"},
    {"a dash", {"-"}, 2, "sipcode: -: no such command; see: sipcode --help\n"},

    /* Options. */
    {"--format xml",
     {"183", "--format", "xml"},
     2,
     "sipcode: --format xml: no such format; choose pretty, plain, json, tsv "
     "or markdown\n"},
    {"--format without a name",
     {"183", "--format="},
     2,
     "sipcode: --format '': no such format; choose pretty, plain, json, tsv "
     "or markdown\n"},
    {"--format JSON",
     {"183", "--format=JSON"},
     2,
     "sipcode: --format JSON: no such format; choose pretty, plain, json, tsv "
     "or markdown\n"},
    {"--color blue",
     {"183", "--color", "blue"},
     2,
     "sipcode: --color blue: choose auto, always or never\n"},
    {"--color without a word",
     {"183", "--color="},
     2,
     "sipcode: --color '': choose auto, always or never\n"},
    {"an option misspelt",
     {"183", "--frmat", "json"},
     2,
     "sipcode: --frmat: no such option; did you mean --format?\n"},
    {"an option misspelt, with a value",
     {"183", "--colour=always"},
     2,
     "sipcode: --colour: no such option; did you mean --color?\n"},
    {"an unknown option",
     {"183", "--frobnicate"},
     2,
     "sipcode: --frobnicate: no such option; see sipcode --help\n"},
    {"an option in part",
     {"183", "--form", "json"},
     2,
     "sipcode: --form: no such option; did you mean --format?\n"},
    {"an unknown short option",
     {"-x", "183"},
     2,
     "sipcode: -x: no such option; see sipcode --help\n"},
    {"an unknown short option behind a known one",
     {"-qx", "183"},
     2,
     "sipcode: -qx: no such option; see sipcode --help\n"},
    {"no value for --format",
     {"183", "--format"},
     2,
     "sipcode: --format: needs a value: --format NAME\n"},
    {"no value for --field",
     {"183", "--field"},
     2,
     "sipcode: --field: needs a value: --field NAME[,NAME...]\n"},
    {"no value for --color",
     {"183", "--color"},
     2,
     "sipcode: --color: needs a value: --color WHEN\n"},
    {"no value for --width",
     {"183", "--width"},
     2,
     "sipcode: --width: needs a value: --width N\n"},
    {"a value for --quiet",
     {"--quiet=1", "183"},
     2,
     "sipcode: --quiet=1: --quiet takes no value\n"},
    {"a value for --all",
     {"list", "--all=4xx"},
     2,
     "sipcode: --all=4xx: --all takes no value\n"},
    {"a value for --help",
     {"--help=show"},
     2,
     "sipcode: --help=show: --help takes no value\n"},
    {"a value for --ascii",
     {"--ascii=", "183"},
     2,
     "sipcode: --ascii=: --ascii takes no value\n"},
    {"--width without a number",
     {"183", "--width="},
     2,
     "sipcode: --width ''" NO_WIDTH},
    {"--width 0", {"183", "--width", "0"}, 2, "sipcode: --width 0" NO_WIDTH},
    {"--width 19", {"183", "--width", "19"}, 2, "sipcode: --width 19" NO_WIDTH},
    {"--width 1001",
     {"183", "--width", "1001"},
     2,
     "sipcode: --width 1001" NO_WIDTH},
    {"--width 4294967376",
     {"183", "--width", "4294967376"},
     2,
     "sipcode: --width 4294967376" NO_WIDTH},
    {"--width abc",
     {"183", "--width", "abc"},
     2,
     "sipcode: --width abc" NO_WIDTH},
    {"--width 80x",
     {"183", "--width", "80x"},
     2,
     "sipcode: --width 80x" NO_WIDTH},
    {"--width -80", {"183", "--width=-80"}, 2, "sipcode: --width -80" NO_WIDTH},
    {"--width +80", {"183", "--width=+80"}, 2, "sipcode: --width +80" NO_WIDTH},
    {"an option wrong after a code that is none",
     {"999", "--width", "0"},
     2,
     "sipcode: --width 0" NO_WIDTH},

    /* compare */
    {"compare nothing", {"compare"}, 2, NEEDS_TWO},
    {"compare one", {"compare", "183"}, 2, NEEDS_TWO},
    {"compare one, a status line",
     {"compare", "SIP/2.0", "183", "Session", "Progress"},
     2,
     NEEDS_TWO},
    {"compare the same",
     {"compare", "183", "183"},
     2,
     "sipcode: 183: named twice; a code does not differ from itself, compare "
     "it with another\n"},
    {"compare the same, the third",
     {"compare", "183", "422", "183"},
     2,
     "sipcode: 183: named twice; a code does not differ from itself, compare "
     "it with another\n"},
    {"compare a class",
     {"compare", "4xx", "183"},
     2,
     "sipcode: 4xx: a class, not a code; see: sipcode list 4xx\n"},
    {"compare with a class",
     {"compare", "183", "5XX"},
     2,
     "sipcode: 5XX: a class, not a code; see: sipcode list 5XX\n"},
    {"compare a word",
     {"compare", "busy", "183"},
     2,
     "sipcode: busy: not a response code; to find codes by words: sipcode "
     "search busy\n"},
    {"compare what is no code",
     {"compare", "183", "422", "999"},
     2,
     "sipcode: 999" NO_CODE},

    {"compare 704", {"compare", "701", "704"}, 2, "sipcode: 704" NO_CODE},

    /* is */
    {"is nothing", {"is"}, 2, NEEDS_PROPERTY},
    {"is without a property", {"is", "183"}, 2, NEEDS_PROPERTY},
    {"is without a code", {"is", "final"}, 2, NEEDS_PROPERTY},
    {"is of two codes", {"is", "183", "422", "final"}, 2, NEEDS_PROPERTY},
    {"is of two status lines",
     {"is", "SIP/2.0 183 Session Progress", "SIP/2.0 200 OK", "final"},
     2,
     NEEDS_PROPERTY},
    {"is with a property that is none behind one",
     {"is", "183", "final", "4"},
     2,
     "sipcode: 4: no such property; " PROPERTIES},
    {"is with an unknown property",
     {"is", "183", "nope"},
     2,
     "sipcode: nope: no such property; " PROPERTIES},
    {"is with a property misspelt",
     {"is", "183", "finl"},
     2,
     "sipcode: finl: no such property; did you mean final? " PROPERTIES},
    {"is with a longer property misspelt",
     {"is", "503", "retriable"},
     2,
     "sipcode: retriable: no such property; did you mean retryable? " PROPERTIES},
    {"is with an empty property",
     {"is", "183", ""},
     2,
     "sipcode: '': no such property; " PROPERTIES},
    {"is of a class",
     {"is", "4xx", "final"},
     2,
     "sipcode: 4xx: a class, not a code; see: sipcode list 4xx\n"},
    {"is of a word",
     {"is", "busy", "final"},
     2,
     "sipcode: busy: not a response code; to find codes by words: sipcode "
     "search busy\n"},
    {"is of an empty argument", {"is", "", "final"}, 2, EMPTY},
    {"is of 704", {"is", "704", "final"}, 2, "sipcode: 704" NO_CODE},
    {"is of 999", {"is", "999", "registered"}, 2, "sipcode: 999" NO_CODE},
    {"is the wrong way round",
     {"is", "final", "183"},
     2,
     "sipcode: final: not a response code; to find codes by words: sipcode "
     "search final\n"},

    /* list */
    {"list 7xx", {"list", "7xx"}, 2, "sipcode: 7xx" NO_CLASS},
    {"list 0xx", {"list", "0xx"}, 2, "sipcode: 0xx" NO_CLASS},
    {"list --all 7xx", {"list", "--all", "7xx"}, 2, "sipcode: 7xx" NO_CLASS},
    {"list a code", {"list", "183"}, 2, "sipcode: 183" NO_CLASS},
    {"list a word", {"list", "failure"}, 2, "sipcode: failure" NO_CLASS},
    {"list an empty argument", {"list", ""}, 2, "sipcode: ''" NO_CLASS},
    {"list a class that is fine, and one that is not",
     {"list", "4xx", "7xx"},
     2,
     "sipcode: 7xx" NO_CLASS},

    /* search */
    {"search without words",
     {"search"},
     2,
     "sipcode: search: for which words? as in: sipcode search early media\n"},
    {"search for an empty word",
     {"search", ""},
     2,
     "sipcode: search: for which words? as in: sipcode search early media\n"},
    {"search for blanks",
     {"search", " "},
     2,
     "sipcode: search: for which words? as in: sipcode search early media\n"},
    {"search zzzz",
     {"search", "zzzz"},
     1,
     "sipcode: zzzz: no record mentions it; see all codes: sipcode list\n"},
    {"search for punctuation",
     {"search", "..."},
     1,
     "sipcode: ...: no record mentions it; see all codes: sipcode list\n"},
    {"search for one word known and one not",
     {"search", "busy", "zzzz"},
     1,
     "sipcode: zzzz: no record mentions it; see all codes: sipcode list\n"},
    {"search for words that are not together",
     {"search", "session-expires", "q.850"},
     1,
     "sipcode: session-expires q.850: no record mentions all of these words; "
     "try fewer\n"},

    /* Codes and phrases that are not there. */
    {"499", {"499"}, 1, NOT_REGISTERED_499},
    {"a status line with 499",
     {"SIP/2.0 499 Client Closed Request"},
     1,
     NOT_REGISTERED_499},
    {"101",
     {"101"},
     1,
     "sipcode: 101: not registered with IANA; a UA treats it as 183 Session "
     "Progress (RFC 3261 section 8.1.3.2); nearest registered: 100 Trying, "
     "180 Ringing\n"},
    {"699",
     {"699"},
     1,
     "sipcode: 699: not registered with IANA; a UA treats it as 600 Busy "
     "Everywhere (RFC 3261 section 8.1.3.2); nearest registered: 608 "
     "Rejected\n"},
    {"compare two that nobody knows",
     {"compare", "499", "699"},
     1,
     NOT_REGISTERED_499
     "sipcode: 699: not registered with IANA; a UA treats it as 600 Busy "
     "Everywhere (RFC 3261 section 8.1.3.2); nearest registered: 608 "
     "Rejected\n"},
    {"show a phrase that is none",
     {"show", "xyzzy"},
     1,
     "sipcode: xyzzy: no such reason phrase; try: sipcode search xyzzy\n"},
    {"show a phrase misspelt",
     {"show", "rining"},
     1,
     "sipcode: rining: no such reason phrase; did you mean Ringing?\n"},
    {"show a phrase of words misspelt",
     {"show", "bussy", "here"},
     1,
     "sipcode: bussy here: no such reason phrase; did you mean Busy Here?\n"},
    {"a phrase on the wire that is the registered one",
     {"603", "--field", "wire"},
     1,
     "sipcode: --field wire: nothing there to print\n"},
    {"a field that this code does not have",
     {"183", "--field", "status"},
     1,
     "sipcode: --field status: nothing there to print\n"},
    {"the class of a number that has none",
     {"701", "--field", "class,class_name"},
     1,
     "sipcode: --field class,class_name: nothing there to print\n"},
    {"what a pair lacks that nobody curated",
     {"compare", "183", "422", "--field", "tell"},
     1,
     "sipcode: --field tell: nothing there to print\n"},
};

static void is_refused(void **state) {
    const struct row *row = *state;
    run_words(row->words, NULL);
    assert_string_equal(got.err, row->err);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, row->status);
}

/* Only where nothing is found, -q takes the message away. */
static void quiet_silences_what_is_not_found(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        const char *words[WORDS] = {"-q"};
        memcpy(words + 1, rows[i].words, (WORDS - 1) * sizeof *words);
        run_words(words, NULL);
        assert_string_equal(got.err, rows[i].status == 1 ? "" : rows[i].err);
        assert_string_equal(got.out, "");
        assert_int_equal(got.status, rows[i].status);
    }
}

static void a_near_spelling_is_suggested(void **state) {
    (void)state;
    RUN("search", "ringbak");
    assert_string_equal(got.out, "");
    assert_string_equal(got.err, "sipcode: ringbak: no record mentions it; "
                                 "did you mean ringback?\n");
    assert_int_equal(got.status, 1);
    RUN("search", "ringback");
    assert_int_equal(got.status, 0);
}

/* The list of fields grows: its start is enough. */
static void an_unknown_field_names_those_there_are(void **state) {
    (void)state;
    RUN("183", "--field", "phrase,nope");
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_true(starts(got.err, "sipcode: --field nope: no such field; choose "
                                "from code, phrase, class, class_name, "));
    RUN("compare", "183", "422", "--field", "nope");
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_non_null(strstr(got.err, ", key_differences, "));
}

/* ---- All codes that nobody has registered ------------------------------- */

struct code {
    int number;
    char phrase[80];
};

/* The registered ones, or with --all those in use as well. */
static size_t read_list(struct code *codes, const char *option) {
    size_t count = 0;
    RUN("list", "--format", "tsv", option);
    for (const char *line = got.out; *line; line = strchr(line, '\n') + 1) {
        assert_true(count < MOST_CODES);
        assert_int_equal(sscanf(line, "%d\t%79[^\t]", &codes[count].number,
                                codes[count].phrase),
                         2);
        count++;
    }
    assert_true(count > 0);
    return count;
}

static const struct code *code_of(int number, const struct code *codes) {
    while (codes->number != number)
        codes++;
    return codes;
}

/* What is said of a code between codes[at - 1] and codes[at]. */
static void print_verdict(FILE *stream, int number, const struct code *codes,
                          size_t count, size_t at) {
    int stand_in = number < 200 ? 183 : number / 100 * 100;
    fprintf(stream,
            "sipcode: %d: not registered with IANA; a UA treats it as %d %s "
            "(RFC 3261 section 8.1.3.2); nearest registered: ",
            number, stand_in, code_of(stand_in, codes)->phrase);
    if (at)
        fprintf(stream, "%d %s", codes[at - 1].number, codes[at - 1].phrase);
    if (at && at < count)
        fprintf(stream, ", ");
    if (at < count)
        fprintf(stream, "%d %s", codes[at].number, codes[at].phrase);
    fprintf(stream, "\n");
}

static void every_unregistered_code_is_explained(void **state) {
    (void)state;
    static struct code codes[MOST_CODES + 1], known[MOST_CODES + 1];
    static char digits[MOST_CODES][4];
    const char *argv[MOST_CODES + 2] = {getenv("SIPCODE")};
    size_t count = read_list(codes, NULL), at = 0, asked = 0, size;
    size_t known_count = read_list(known, "--all"), passed = 0;
    char *expected;
    FILE *stream = open_memstream(&expected, &size);
    for (int number = 100; number <= 699; number++) {
        while (at < count && codes[at].number < number)
            at++;
        /* Those in use have a record, though nobody registered them. */
        if (passed < known_count && known[passed].number == number) {
            passed++;
            continue;
        }
        snprintf(digits[asked], sizeof *digits, "%03u",
                 (unsigned)number % 1000);
        argv[1 + asked] = digits[asked];
        asked++;
        print_verdict(stream, number, codes, count, at);
    }
    fclose(stream);
    assert_true(passed > count);
    assert_int_equal(asked, 600 - passed);
    result_free(&got);
    got = program_run(argv, NULL);
    assert_string_equal(got.err, expected);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 1);
    free(expected);
}

/* ---- Arguments that would do harm on a terminal ------------------------- */

/* Where an argument may stand, before and behind it. */
static const struct place {
    const char *name;
    const char *words[4]; /* "*" stands for the argument */
    int status;
} places[] = {
    {"as command", {"*"}, 2},
    {"as phrase", {"show", "*"}, 1},
    {"behind a code", {"*", "183"}, 2},
    {"in compare", {"compare", "*", "183"}, 2},
    {"in list", {"list", "*"}, 2},
    {"in is", {"is", "*", "final"}, 2},
    {"as property", {"is", "183", "*"}, 2},
    {"in search", {"search", "*"}, 1},
    {"as format", {"183", "--format", "*"}, 2},
    {"as field", {"183", "--field", "*"}, 2},
    {"as color", {"183", "--color", "*"}, 2},
    {"as width", {"183", "--width", "*"}, 2},
};

static void run_in_place(const struct place *place, const char *argument) {
    const char *words[WORDS] = {NULL};
    for (size_t i = 0; i < 4 && place->words[i]; i++)
        words[i] = strcmp(place->words[i], "*") ? place->words[i] : argument;
    run_words(words, NULL);
}

/* One line of printable ASCII, not too long to read. */
static void assert_one_clean_line(void) {
    size_t length = strlen(got.err);
    assert_in_range(length, 2, 1000);
    assert_int_equal(got.err[length - 1], '\n');
    for (size_t i = 0; i < length - 1; i++)
        if (got.err[i] < ' ' || got.err[i] > '~')
            fail_msg("byte 0x%02X on standard error",
                     (unsigned)(unsigned char)got.err[i]);
    assert_true(starts(got.err, "sipcode: "));
}

static const char *const harmful[] = {"\033[31mred", "\033]0;title\007",
                                      "zq\nzx",      "zq\rsipcode: fine",
                                      "\x7f",        "\x80",
                                      "\23331m",     "gr\xc3\xbc\xc3\x9f",
                                      "\xff\xfe",    "zq\tzx",
                                      "\001",        "zz\v\f\b"};

static void harmful_bytes_are_never_echoed(void **state) {
    const struct place *place = *state;
    for (size_t i = 0; i < ROWS(harmful); i++) {
        run_in_place(place, harmful[i]);
        assert_string_equal(got.out, "");
        assert_int_equal(got.status, place->status);
        assert_one_clean_line();
    }
}

static void harmful_bytes_are_shown_in_hex(void **state) {
    (void)state;
    RUN("list", "\033[31mred\x80\xff\n");
    assert_string_equal(got.err,
                        "sipcode: \\x1B[31mred\\x80\\xFF\\x0A" NO_CLASS);
    RUN("\033[31m");
    assert_string_equal(
        got.err, "sipcode: \\x1B[31m: no such command; see: sipcode --help\n");
    RUN("--\033[31m=\033");
    assert_string_equal(
        got.err, "sipcode: --\\x1B[31m: no such option; see sipcode --help\n");
    RUN("-\033");
    assert_string_equal(got.err, "sipcode: -\\x1B: no such option; see sipcode "
                                 "--help\n");
    RUN("--quiet=\033");
    assert_string_equal(got.err,
                        "sipcode: --quiet=\\x1B: --quiet takes no value\n");
    RUN("183 \033[31m");
    assert_string_equal(got.err,
                        "sipcode: 183 \\x1B[31m: the registered reason phrase "
                        "is \"Session Progress\"\n");
    RUN("183\033");
    assert_string_equal(got.err, "sipcode: 183\\x1B" NO_CODE);
}

/* A suggestion to run a command must not smuggle in a raw byte either. */
static void suggestions_are_clean_too(void **state) {
    (void)state;
    RUN("show", "zz\033zz");
    assert_string_equal(got.err, "sipcode: zz\\x1Bzz: no such reason phrase; "
                                 "try: sipcode search zz\\x1Bzz\n");
    RUN("compare", "zz\033zz", "183");
    assert_string_equal(got.err,
                        "sipcode: zz\\x1Bzz: not a response code; to find "
                        "codes by words: sipcode search zz\\x1Bzz\n");
}

static char *long_argument(char fill) {
    char *argument = malloc(LONG + 1);
    assert_non_null(argument);
    memset(argument, fill, LONG);
    argument[LONG] = '\0';
    return argument;
}

/* A phrase that came with a code is part of the report: whole, and as clean. */
static void a_phrase_in_a_report_is_clean_too(void **state) {
    (void)state;
    RUN("-q", "SIP/2.0 478 \033[31mx\ny\x80 (478/TM)", "--field", "wire");
    assert_true(starts(got.out, "\\x1B[31mx\\x0Ay\\x80 (478/TM) ("));
    RUN("-q", "SIP/2.0 478 \033[31mx\ny\x80 (478/TM)", "--format", "json");
    assert_non_null(strstr(
        got.out, "\"phrase\":\"\\\\x1B[31mx\\\\x0Ay\\\\x80 (478/TM)\","));
    RUN("-q", "SIP/2.0 603 Network\033Blocked");
    assert_non_null(strstr(got.out, "\nOn the Wire: Network\\x1BBlocked ("));
    char *argument = long_argument('a');
    memcpy(argument, "478 ", strlen("478 "));
    memcpy(argument + LONG - 8, "(478/TM)", 8);
    RUN("-q", argument, "--field", "wire");
    assert_true(starts(got.out, argument + strlen("478 ")));
    free(argument);
}

/* ---- Very long arguments ------------------------------------------------ */

static void a_long_argument_is_shortened(void **state) {
    const struct place *place = *state;
    for (const char *fill = "a7\033"; *fill; fill++) {
        char *argument = long_argument(*fill);
        run_in_place(place, argument);
        assert_string_equal(got.out, "");
        /* A number is no phrase: it is wrong where a phrase may stand. */
        if (*fill != '7' || strcmp(place->words[0], "show") != 0)
            assert_int_equal(got.status, place->status);
        else
            assert_int_equal(got.status, 2);
        assert_one_clean_line();
        assert_non_null(strstr(got.err, "...: "));
        free(argument);
    }
}

static void a_long_argument_keeps_its_start(void **state) {
    (void)state;
    char start[65] = "", expected[512];
    char *argument = long_argument('a');
    memset(start, 'a', sizeof start - 1);
    snprintf(expected, sizeof expected, "sipcode: %s..." NO_CLASS, start);
    RUN("list", argument);
    assert_string_equal(got.err, expected);
    assert_int_equal(got.status, 2);
    free(argument);
}

static void a_long_option_is_shortened(void **state) {
    (void)state;
    char *argument = long_argument('-');
    RUN(argument);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_one_clean_line();
    argument[1] = 'q';
    RUN(argument);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_one_clean_line();
    free(argument);
}

static void a_long_phrase_on_a_status_line_is_shortened(void **state) {
    (void)state;
    char *argument = long_argument('a');
    memcpy(argument, "SIP/2.0 183 ", strlen("SIP/2.0 183 "));
    RUN(argument);
    assert_true(starts(got.out, "SIP 183 Session Progress\n"));
    assert_int_equal(got.status, 0);
    assert_one_clean_line();
    assert_non_null(strstr(got.err, "...: the registered reason phrase is "));
    free(argument);
}

static void blanks_without_end_are_no_code(void **state) {
    (void)state;
    char *argument = long_argument(' ');
    RUN("show", argument);
    assert_string_equal(got.out, "");
    assert_int_equal(got.status, 2);
    assert_one_clean_line();
    memcpy(argument + LONG / 2, "183", 3);
    RUN("show", argument);
    assert_true(starts(got.out, "SIP 183 Session Progress\n"));
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 0);
    free(argument);
}

#define TOO_MANY 4000

static void too_much_at_once_is_refused(void **state) {
    (void)state;
    static const char *argv[TOO_MANY + 3];
    argv[0] = getenv("SIPCODE");
    argv[1] = "show";
    for (size_t i = 0; i < TOO_MANY; i++)
        argv[2 + i] = i % 2 ? "busy" : "trying";
    result_free(&got);
    got = program_run(argv, NULL);
    assert_string_equal(got.out, "");
    assert_string_equal(got.err, "sipcode: memory: too much asked for at once; "
                                 "ask for less\n");
    assert_int_equal(got.status, 2);
}

/* ---- Output that cannot be written -------------------------------------- */

static const char *const formats[] = {"pretty", "plain", "json", "tsv",
                                      "markdown"};

/* Each prints something. */
static const struct print {
    const char *name;
    const char *words[WORDS];
} prints[] = {
    {"show", {"183", "422"}},
    {"compare", {"compare", "183", "422"}},
    {"compare a pair", {"compare", "180", "183"}},
    {"list", {"list"}},
    {"list all", {"list", "--all"}},
    {"known phrase", {"-q", "SIP/2.0 603 Network Blocked"}},
    {"search", {"search", "busy"}},
    {"class", {"4xx"}},
    {"phrases", {"show", "busy"}},
    {"field", {"183", "--field", "phrase"}},
    {"help", {"--help"}},
    {"command help", {"show", "--help"}},
    {"help on properties", {"is", "--help"}},
    {"version", {"--version"}},
};

/* In every format: what it does with an output, and what it says. */
static void assert_with_output(const struct print *print,
                               const struct setting *setting, int status,
                               const char *err) {
    const char *words[WORDS] = {NULL};
    size_t count = 0;
    for (; print->words[count]; count++)
        words[count] = print->words[count];
    words[count] = "--format";
    for (size_t i = 0; i < ROWS(formats); i++) {
        words[count + 1] = formats[i];
        run_words(words, setting);
        assert_string_equal(got.err, err);
        assert_int_equal(got.status, status);
    }
}

static const char *output_error(int error) {
    static char message[200];
    snprintf(message, sizeof message, "sipcode: standard output: %s\n",
             strerror(error));
    return message;
}

static void a_full_disk_is_an_error(void **state) {
    assert_with_output(*state, &(struct setting){.output = "/dev/full"}, 2,
                       output_error(ENOSPC));
}

static void a_closed_output_is_an_error(void **state) {
    assert_with_output(*state, &(struct setting){.closed_output = true}, 2,
                       output_error(EBADF));
}

static void a_closed_pipe_ends_it(void **state) {
    assert_with_output(*state, &(struct setting){.broken_pipe = true},
                       128 + SIGPIPE, "");
}

static void a_closed_pipe_is_a_quiet_end(void **state) {
    assert_with_output(
        *state, &(struct setting){.broken_pipe = true, .ignore_sigpipe = true},
        2, "");
}

static void quiet_keeps_output_errors(void **state) {
    (void)state;
    struct setting full = {.output = "/dev/full"};
    result_free(&got);
    got = sipcode_in(&full, "-q", "183", NULL);
    assert_string_equal(got.err, output_error(ENOSPC));
    assert_int_equal(got.status, 2);
}

static void an_output_error_outweighs_what_is_not_found(void **state) {
    (void)state;
    struct setting full = {.output = "/dev/full"};
    result_free(&got);
    got = sipcode_in(&full, "-q", "183", "499", NULL);
    assert_string_equal(got.err, output_error(ENOSPC));
    assert_int_equal(got.status, 2);
}

/* Nothing to write: the output does not matter. */
static void nothing_found_needs_no_output(void **state) {
    (void)state;
    struct setting settings[] = {{.output = "/dev/full"},
                                 {.closed_output = true},
                                 {.broken_pipe = true}};
    for (size_t i = 0; i < ROWS(settings); i++) {
        result_free(&got);
        got = sipcode_in(&settings[i], "499", NULL);
        assert_string_equal(got.err, NOT_REGISTERED_499);
        assert_int_equal(got.status, 1);
        result_free(&got);
        got = sipcode_in(&settings[i], "999", NULL);
        assert_string_equal(got.err, "sipcode: 999" NO_CODE);
        assert_int_equal(got.status, 2);
    }
}

/* A test prints nothing: no output makes it fail, nor changes its answer. */
static void a_test_needs_no_output(void **state) {
    (void)state;
    struct setting settings[] = {{.output = "/dev/full"},
                                 {.closed_output = true},
                                 {.broken_pipe = true}};
    for (size_t i = 0; i < ROWS(settings); i++)
        for (int status = 0; status <= 1; status++) {
            result_free(&got);
            got = sipcode_in(&settings[i], "is", status ? "183" : "200",
                             "final", NULL);
            assert_string_equal(got.err, "");
            assert_int_equal(got.status, status);
        }
}

static void a_large_report_that_cannot_be_written(void **state) {
    (void)state;
    static struct code codes[MOST_CODES + 1];
    static char digits[MOST_CODES][12];
    const char *argv[MOST_CODES + 2] = {getenv("SIPCODE")};
    size_t count = read_list(codes, "--all");
    for (size_t i = 0; i < count; i++) {
        snprintf(digits[i], sizeof *digits, "%d", codes[i].number);
        argv[i + 1] = digits[i];
    }
    result_free(&got);
    got = program_run(argv, &(struct setting){.output = "/dev/full"});
    assert_string_equal(got.err, output_error(ENOSPC));
    assert_int_equal(got.status, 2);
    result_free(&got);
    got = program_run(argv, &(struct setting){.broken_pipe = true});
    assert_string_equal(got.err, "");
    assert_int_equal(got.status, 128 + SIGPIPE);
}

/* ---- One write per report ----------------------------------------------- */

/* Runs the command with a socket that keeps writes apart as its output. */
static pid_t start_on_socket(const char *const *words, int *reader) {
    int ends[2];
    const char *argv[WORDS + 2] = {getenv("SIPCODE")};
    memcpy(argv + 1, words, WORDS * sizeof *words);
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(argv[0], (char *const *)argv);
        _exit(126);
    }
    close(ends[1]);
    *reader = ends[0];
    return child;
}

static void a_report_is_one_write(void **state) {
    const struct print *print = *state;
    static char packet[512 << 10];
    int reader = -1, status, writes = 0;
    run_words(print->words, NULL);
    pid_t child = start_on_socket(print->words, &reader);
    assert_true(child > 0);
    for (ssize_t size; (size = recv(reader, packet, sizeof packet, 0)) > 0;) {
        assert_int_equal(size, got.size);
        assert_memory_equal(packet, got.out, got.size);
        writes++;
    }
    close(reader);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(writes, 1);
}

/* ---- All of them -------------------------------------------------------- */

static int free_all(void **state) {
    (void)state;
    result_free(&got);
    return 0;
}

int main(void) {
    ADD_ROWS(rows, is_refused);
    ADD(quiet_silences_what_is_not_found);
    ADD(a_near_spelling_is_suggested);
    ADD(an_unknown_field_names_those_there_are);
    ADD(every_unregistered_code_is_explained);

    ADD_ROWS(places, harmful_bytes_are_never_echoed);
    ADD(harmful_bytes_are_shown_in_hex);
    ADD(suggestions_are_clean_too);
    ADD(a_phrase_in_a_report_is_clean_too);
    ADD_ROWS(places, a_long_argument_is_shortened);
    ADD(a_long_argument_keeps_its_start);
    ADD(a_long_option_is_shortened);
    ADD(a_long_phrase_on_a_status_line_is_shortened);
    ADD(blanks_without_end_are_no_code);
    ADD(too_much_at_once_is_refused);

    ADD_ROWS(prints, a_full_disk_is_an_error);
    ADD_ROWS(prints, a_closed_output_is_an_error);
    ADD_ROWS(prints, a_closed_pipe_ends_it);
    ADD_ROWS(prints, a_closed_pipe_is_a_quiet_end);
    ADD(quiet_keeps_output_errors);
    ADD(an_output_error_outweighs_what_is_not_found);
    ADD(nothing_found_needs_no_output);
    ADD(a_test_needs_no_output);
    ADD(a_large_report_that_cannot_be_written);
    ADD_ROWS(prints, a_report_is_one_write);
    return _cmocka_run_group_tests("errors", tests, test_count, NULL, free_all);
}
