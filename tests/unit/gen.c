/* SPDX-License-Identifier: MIT */
/*
 * The generator, run as the build runs it: what it takes, what it refuses, in
 * which words, and what it leaves behind.
 *
 * The samples in tests/data/gen/ are without fault. A case departs from them by
 * one edit; the line numbers that it expects are those of the samples.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "generator.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Replaces the one place that holds `old`; without `old`, adds at the end. */
struct edit {
    const char *name;
    const char *file;
    const char *old, *new;
    const char *expected;
};

/* What each file of the sample has records of. */
static const char *const types[SAMPLE_FILES] = {
    "Code", "Class", "Term", "RFC", "Edition", "Pair", "Wire"};

/* ---- Files -------------------------------------------------------------- */

static void apply(const struct edit *edit) {
    char *text = read_file(edit->file);
    char *place = edit->old ? strstr(text, edit->old) : text + strlen(text);
    size_t skipped = edit->old ? strlen(edit->old) : 0;
    assert_non_null(place);
    assert_true(!edit->old || !strstr(place + 1, edit->old));
    FILE *out = fopen(edit->file, "wb");
    assert_non_null(out);
    assert_true(fprintf(out, "%.*s%s%s", (int)(place - text), text, edit->new,
                        place + skipped) >= 0);
    assert_int_equal(fclose(out), 0);
    free(text);
}

static void edit_file(const char *file, const char *old, const char *new) {
    apply(&(struct edit){.file = file, .old = old, .new = new});
}

/* ---- Running ------------------------------------------------------------ */

#define RUN(output, ...)                                                       \
    generate(NULL, "table", (output), (const char *const[]){__VA_ARGS__},      \
             COUNT(((const char *const[]){__VA_ARGS__})))

static struct result run_sample(void) {
    return generate_sample(NULL, "table");
}

static void assert_written(struct result result) {
    assert_result(result, 0, "");
    assert_true(exists(TABLE));
    assert_false(exists(TEMPORARY));
}

/* Faults, a line each, then the line that counts them. */
static void assert_faults(struct result result, const char *faults) {
    char expected[4096];
    size_t count = 1;
    for (const char *c = faults; *c; c++)
        count += *c == '\n';
    snprintf(expected, sizeof expected,
             "%s\nsipcode-gen: %zu fault%s, nothing written\n", faults, count,
             count == 1 ? "" : "s");
    assert_result(result, 1, expected);
    assert_nothing_left();
}

static void assert_refused(struct result result, const char *format, ...) {
    char expected[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(expected, sizeof expected, format, arguments);
    va_end(arguments);
    assert_result(result, 2, expected);
    assert_nothing_left();
}

/* What the generator makes of the sample as it stands now. */
static char *compiled(void) {
    assert_written(run_sample());
    return read_file(TABLE);
}

/* ---- One fault a case --------------------------------------------------- */

#define X10 "xxxxxxxxxx"
#define X60 X10 X10 X10 X10 X10 X10
#define X98 X60 X10 X10 X10 "xxxxxxxx"

/* The rest of a record, in words that the sample has not. */
#define DIFFERENCE_TEXT                                                        \
    "Difference: One of the two is on its way while the other has arrived "    \
    "here.\n"
#define TELL_TEXT                                                              \
    "Tell: Look at the first line of the message, where the number stands "    \
    "alone.\n"
#define CHOOSE_TEXT                                                            \
    "Choose: Send the first when you have to and the other when nothing else " \
    "helps.\n"
#define PAIR_TEXT DIFFERENCE_TEXT TELL_TEXT CHOOSE_TEXT
#define WIRE_TEXT                                                              \
    "Origin: a phone\n"                                                        \
    "Meaning: The phone says in its own words what it has to say.\n"

#define NOT_A_PAIR " is not of the form \"180 183\", the lower code first"
#define NOT_A_WIRE " is not of the form \"603 Network Blocked\" or \"(NNN/XX)\""

static const struct edit faulty[] = {
    /* Characters */
    {"tab", "terms.rec", "Name: a UAS", "Name: a\tUAS",
     "terms.rec:8: tab in column 8; use blanks"},
    {"tab in a comment", "codes.rec", "# A small", "#\tA small",
     "codes.rec:1: tab in column 2; use blanks"},
    {"carriage return", "terms.rec", "Name: a UAS", "Name: a UAS\r",
     "terms.rec:8: carriage return; end lines with a line feed alone"},
    {"letter beyond ASCII", "terms.rec", "Name: a UAS", "Name: \xC3\xA0 UAS",
     "terms.rec:8: byte 0xC3 in column 7 is not printable ASCII"},
    {"escape", "terms.rec", "Name: a UAS", "Name: a UAS\x1B[m",
     "terms.rec:8: byte 0x1B in column 12 is not printable ASCII"},
    {"delete", "codes.rec", "Codes of the sample", "Codes\x7F",
     "codes.rec:6: byte 0x7F in column 12 is not printable ASCII"},
    {"trailing blank", "terms.rec", "Name: a UAS", "Name: a UAS ",
     "terms.rec:8: trailing blank"},
    {"trailing blank in a wrapped line", "codes.rec", "plays the ringback\n",
     "plays the ringback \n",
     "codes.rec:15: trailing blank\n"
     "codes.rec:15: When: double blank"},

    /* Lines */
    {"no colon", "terms.rec", "Name: a UAS\n", "Name: a UAS\nName a UAS\n",
     "terms.rec:9: neither a comment nor 'Field: value' nor '+ ' and the rest "
     "of a value"},
    {"no name before the colon", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\n: a UAS\n",
     "terms.rec:9: neither a comment nor 'Field: value' nor '+ ' and the rest "
     "of a value"},
    {"tilde in a name", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\nNa~e: a UAS\n",
     "terms.rec:9: neither a comment nor 'Field: value' nor '+ ' and the rest "
     "of a value"},
    {"blank in a name", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\nThe name: a UAS\n",
     "terms.rec:9: neither a comment nor 'Field: value' nor '+ ' and the rest "
     "of a value"},
    {"digit before a name", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\n1Name: a UAS\n",
     "terms.rec:9: neither a comment nor 'Field: value' nor '+ ' and the rest "
     "of a value"},
    {"continuation of an empty line", "terms.rec", "uas\nName",
     "uas\n\n+ a\nName",
     "terms.rec:9: '+' continues nothing; it must follow a field\n"
     "terms.rec:7: Name is missing in this record\n"
     "terms.rec:7: Meaning is missing in this record\n"
     "terms.rec:10: Term must be the first field"},
    {"continuation before any field", "rfcs.rec", "%rec: RFC\n",
     "%rec: RFC\n+ and more\n",
     "rfcs.rec:2: '+' continues nothing; it must follow a field"},
    {"no line feed at the end", "edition.rec", "2026-11-22\n", "2026-11-22",
     "edition.rec:3: no line feed at the end of the file"},

    /* The descriptor */
    {"no %rec", "edition.rec", "%rec: Edition\n", "",
     "edition.rec:1: no %rec that names the type of the records"},
    {"%rec without a type", "edition.rec", "%rec: Edition\n", "%rec:\n",
     "edition.rec:1: no %rec that names the type of the records"},
    {"second %rec", "codes.rec", "%key: Code\n", "%rec: Code\n",
     "codes.rec:5: second %rec; the first is in line 4"},
    {"%rec behind a record", "edition.rec",
     "%rec: Edition\n\nEdition: 2026-11-22\n",
     "Edition: 2026-11-22\n\n%rec: Edition\n",
     "edition.rec:3: %rec after the first record"},
    {"unknown type", "edition.rec", "%rec: Edition", "%rec: Editions",
     "edition.rec:1: %rec: unknown type Editions of records"},
    {"unknown type of one letter", "edition.rec", "%rec: Edition", "%rec: E",
     "edition.rec:1: %rec: unknown type E of records"},
    {"type in other letters", "edition.rec", "%rec: Edition", "%rec: edition",
     "edition.rec:1: %rec: unknown type edition of records"},
    {"no record", "edition.rec", "Edition: 2026-11-22\n", "",
     "edition.rec:1: no record"},

    /* Fields and how often they stand */
    {"unknown field", "terms.rec", "Name: a UAS\n", "Name: a UAS\nNote: Why.\n",
     "terms.rec:9: unknown field Note; records of type Term have none"},
    {"unknown field of all characters", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\nAZ_az09: Why.\n",
     "terms.rec:9: unknown field AZ_az09; records of type Term have none"},
    {"field in other letters", "codes.rec", "Status: deprecated",
     "status: deprecated",
     "codes.rec:34: unknown field status; records of type Code have none"},
    {"field of another type", "rfcs.rec", "Title: SIP, the first edition\n",
     "Title: SIP, the first edition\nPhrase: First\n",
     "rfcs.rec:5: unknown field Phrase; records of type RFC have none"},
    {"key missing", "rfcs.rec", "RFC: 2543\n", "",
     "rfcs.rec:3: RFC must be the first field"},
    {"field missing", "codes.rec", "Phrase: Session Progress\n", "",
     "codes.rec:8: Phrase is missing in this record"},
    {"repeatable field missing", "classes.rec",
     "Name: Provisional\nReference: RFC 3261 7.2\n", "Name: Provisional\n",
     "classes.rec:3: Reference is missing in this record"},
    {"two of a single field", "codes.rec", "Status: deprecated\n",
     "Status: deprecated\nPhrase: Too Small\n",
     "codes.rec:35: Phrase: more than 1 in one record"},
    {"three of a single field", "terms.rec", "Name: a UAS\n",
     "Name: a UAS\nName: a phone\nName: a user agent\n",
     "terms.rec:9: Name: more than 1 in one record"},
    {"two of an optional field", "codes.rec", "Status: deprecated\n",
     "Status: deprecated\nFork: passes it upstream at once\n",
     "codes.rec:53: Fork: more than 1 in one record"},
    {"more than the most", "codes.rec", "Use: Send it with SDP",
     "Fix: Look at the second thing of ten to look at.\n"
     "Fix: Look at the third thing of ten to look at.\n"
     "Fix: Look at the fourth thing of ten to look at.\n"
     "Fix: Look at the fifth thing of ten to look at.\n"
     "Fix: Look at the sixth thing of ten to look at.\n"
     "Fix: Look at the seventh thing of ten to look at.\n"
     "Fix: Look at the eighth thing of ten to look at.\n"
     "Fix: Look at the ninth thing of ten to look at.\n"
     "Fix: Look at the tenth thing of ten to look at.\n"
     "Use: Send it with SDP",
     "codes.rec:27: Fix: more than 9 in one record"},
    {"single step for a failure", "codes.rec",
     "Fix: Raise the session timer to the value of Min-SE in the response.\n",
     "", "codes.rec:30: Fix: 1 in this record, at least 2 for a failure"},
    {"same value twice", "codes.rec", "Reference: RFC 4028 7.3",
     "Reference: RFC 4028 6",
     "codes.rec:33: Reference: same value as in line 32"},
    {"same value in three", "codes.rec", "SeeAlso: 422\n",
     "SeeAlso: 422\nSeeAlso: 422\nSeeAlso: 422\n",
     "codes.rec:22: SeeAlso: same value as in line 21\n"
     "codes.rec:23: SeeAlso: same value as in line 21\n"
     "codes.rec:23: SeeAlso: same value as in line 22"},

    /* Length and blanks */
    {"empty value", "terms.rec", "Name: a UAS",
     "Name:", "terms.rec:8: Name: empty"},
    {"too short", "terms.rec", "Name: a UAS", "Name: a",
     "terms.rec:8: Name: 1 characters, at least 2"},
    {"sentence too short", "codes.rec", "The session timer is too short.",
     "The timer is short.",
     "codes.rec:35: Summary: 19 characters, at least 20"},
    {"too long", "codes.rec", "Phrase: Session Progress", "Phrase: " X60 "x",
     "codes.rec:9: Phrase: 61 characters, at most 60"},
    {"sentence too long", "codes.rec", "The session timer is too short.",
     "X" X98 "x.", "codes.rec:35: Summary: 101 characters, at most 100"},
    {"wrapped value too short", "codes.rec",
     "Use: Send it with SDP when the caller should hear something of the call "
     "before\n+ it is answered.",
     "Use: Send it\n+ with SDP.",
     "codes.rec:19: Use: 17 characters, at least 80"},
    {"double blank", "terms.rec", "Name: a UAS", "Name: a  UAS",
     "terms.rec:8: Name: double blank"},
    {"double blank where lines join", "codes.rec", "+ takes at least",
     "+  takes at least", "codes.rec:36: Description: double blank"},
    {"leading blank", "terms.rec", "Name: a UAS", "Name:  a UAS",
     "terms.rec:8: Name: starts with a blank"},
    {"value only in the next line", "terms.rec", "Name: a UAS",
     "Name:\n+ a UAS", "terms.rec:8: Name: starts with a blank"},

    /* Words */
    {"doubled word", "terms.rec", "Name: a UAS", "Name: when when",
     "terms.rec:8: Name: doubled word \"when when\""},
    {"doubled word in other letters", "terms.rec", "It sets up a session.",
     "The the session starts.",
     "terms.rec:13: Meaning: doubled word \"The the\""},
    {"doubled word where lines join", "codes.rec", "UPDATE\n+ whose",
     "UPDATE\n+ update whose",
     "codes.rec:36: Description: doubled word \"UPDATE update\""},
    {"tripled word", "codes.rec", "the call moves on before",
     "the call moves on on on before",
     "codes.rec:24: Trigger: doubled word \"on on\"\n"
     "codes.rec:24: Trigger: doubled word \"on on\""},

    /* Sentences, clauses, names */
    {"sentence without a stop", "terms.rec", "It sets up a session.",
     "It sets up a session", "terms.rec:13: Meaning: must end with a stop"},
    {"sentence with a small first letter", "terms.rec", "It sets up a session.",
     "a session starts here.",
     "terms.rec:13: Meaning: must start with a capital"},
    {"sentence with the last small letter", "terms.rec",
     "It sets up a session.", "z sets up a session.",
     "terms.rec:13: Meaning: must start with a capital"},
    {"name with a stop", "terms.rec", "Name: a UAS", "Name: a UAS.",
     "terms.rec:8: Name: must not end with a stop"},
    {"clause with a stop", "codes.rec", "before anybody answers\nTrace",
     "before anybody answers.\nTrace",
     "codes.rec:24: Trigger: a clause must not end with a stop"},
    {"clause with a stop inside", "codes.rec", "the call moves on before",
     "the call moves. This is before",
     "codes.rec:24: Trigger: a clause must not hold a stop or a semicolon"},
    {"clause with a semicolon", "codes.rec", "the call moves on before",
     "the call moves on; before",
     "codes.rec:24: Trigger: a clause must not hold a stop or a semicolon"},
    {"clause with a stop behind a term", "codes.rec", "the final response\n",
     "the final response.\n",
     "codes.rec:26: Retry: a clause must not end with a stop"},
    {"clause with a semicolon behind a term", "codes.rec",
     "none waits for the final", "none waits; for the final",
     "codes.rec:26: Retry: a clause must not hold a stop or a semicolon"},
    {"no clause behind a term", "codes.rec",
     "Retry: none waits for the final response", "Retry: none",
     "codes.rec:26: Retry: 4 characters, at least 20\n"
     "codes.rec:26: Retry: no clause after the first word"},
    {"no clause behind a header", "codes.rec",
     "Header: Min-SE required the shortest interval that it takes",
     "Header: Session-Expires required",
     "codes.rec:54: Header: no clause after the first word"},
    {"clause with a stop behind a header", "codes.rec",
     "the shortest interval that it takes", "the shortest interval.",
     "codes.rec:54: Header: a clause must not end with a stop"},

    /* Dates and keys */
    {"date with other marks", "edition.rec", "2026-11-22", "2026/11/22",
     "edition.rec:3: Edition: \"2026/11/22\" is not of the form YYYY-MM-DD"},
    {"date in another order", "edition.rec", "2026-11-22", "22-11-2026",
     "edition.rec:3: Edition: \"22-11-2026\" is not of the form YYYY-MM-DD"},
    {"date too short", "edition.rec", "2026-11-22", "2026-11-2",
     "edition.rec:3: Edition: 9 characters, at least 10\n"
     "edition.rec:3: Edition: \"2026-11-2\" is not of the form YYYY-MM-DD"},
    {"date in no month", "edition.rec", "2026-11-22", "2026-00-22",
     "edition.rec:3: Edition: \"2026-00-22\" is not a day of a year"},
    {"date in month 13", "edition.rec", "2026-11-22", "2026-13-22",
     "edition.rec:3: Edition: \"2026-13-22\" is not a day of a year"},
    {"date on day 0", "edition.rec", "2026-11-22", "2026-11-00",
     "edition.rec:3: Edition: \"2026-11-00\" is not a day of a year"},
    {"date behind the end of the month", "edition.rec", "2026-11-22",
     "2026-11-31",
     "edition.rec:3: Edition: \"2026-11-31\" is not a day of a year"},
    {"date in a month without it", "edition.rec", "2026-11-22", "2026-02-30",
     "edition.rec:3: Edition: \"2026-02-30\" is not a day of a year"},
    {"date too long", "edition.rec", "2026-11-22", "2026-11-22Z",
     "edition.rec:3: Edition: 11 characters, at most 10\n"
     "edition.rec:3: Edition: \"2026-11-22Z\" is not of the form YYYY-MM-DD"},
    {"key no number", "rfcs.rec", "RFC: 2543", "RFC: 2S43",
     "rfcs.rec:3: RFC: \"2S43\" is not a number from 1 to 65535"},
    {"key with a sign", "rfcs.rec", "RFC: 2543", "RFC: +543",
     "rfcs.rec:3: RFC: \"+543\" is not a number from 1 to 65535"},
    {"key with a leading zero", "rfcs.rec", "RFC: 2543", "RFC: 0543",
     "rfcs.rec:3: RFC: \"0543\" is not a number from 1 to 65535"},
    {"key too small", "rfcs.rec", "RFC: 2543", "RFC: 0",
     "rfcs.rec:3: RFC: \"0\" is not a number from 1 to 65535"},
    {"key too large", "rfcs.rec", "RFC: 5057", "RFC: 65536",
     "rfcs.rec:12: RFC: \"65536\" is not a number from 1 to 65535"},
    {"class too large", "classes.rec", "Class: 6", "Class: 7",
     "classes.rec:23: Class: \"7\" is not a number from 1 to 6"},
    {"same key twice", "rfcs.rec", "RFC: 5057", "RFC: 2543",
     "rfcs.rec:12: RFC: 2543 stands already in line 3"},
    {"same term twice", "terms.rec", "Term: Status deprecated",
     "Term: Sender uas",
     "terms.rec:7: Term: Sender uas stands already in line 3\n"
     "codes.rec:34: Status: \"deprecated\" is not in the vocabulary; see the "
     "terms of Status"},
    {"wrong order", "rfcs.rec", "RFC: 5057", "RFC: 3262",
     "rfcs.rec:12: RFC: 3262 must come before 4028 of line 9"},

    /* What other records must hold */
    {"RFC of seven digits", "codes.rec", "RFC 3261 21.1.5", "RFC 1003261 2",
     "codes.rec:10: Reference: \"RFC 1003261 2\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference without a section", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: RFC 3261",
     "codes.rec:10: Reference: \"RFC 3261\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference to a section that ends with a dot", "codes.rec",
     "Reference: RFC 3261 21.1.5", "Reference: RFC 3261 21.1.",
     "codes.rec:10: Reference: \"RFC 3261 21.1.\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference to a section with two dots", "codes.rec",
     "Reference: RFC 3261 21.1.5", "Reference: RFC 3261 21..5",
     "codes.rec:10: Reference: \"RFC 3261 21..5\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference with more words", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: RFC 3261 21.1.5 ff",
     "codes.rec:10: Reference: \"RFC 3261 21.1.5 ff\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference to another series", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: BCP 3261 21.1.5",
     "codes.rec:10: Reference: \"BCP 3261 21.1.5\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference to an RFC without title", "codes.rec",
     "Reference: RFC 3261 21.1.5", "Reference: RFC 3262 21.1.5",
     "codes.rec:10: Reference: RFC 3262 has no record with its title"},
    {"class refers to an RFC without title", "classes.rec",
     "Name: Provisional\nReference: RFC 3261",
     "Name: Provisional\nReference: "
     "RFC 7",
     "classes.rec:5: Reference: RFC 7 has no record with its title"},
    {"unknown code", "codes.rec", "SeeAlso: 183", "SeeAlso: 182",
     "codes.rec:45: SeeAlso: there is no code 182"},
    {"unknown code that is no number", "codes.rec", "SeeAlso: 183",
     "SeeAlso: 1xx", "codes.rec:45: SeeAlso: there is no code 1xx"},
    {"unknown code in a class", "classes.rec", "Unknown: 183", "Unknown: 199",
     "classes.rec:11: Unknown: there is no code 199"},
    {"record that names itself", "codes.rec", "SeeAlso: 183", "SeeAlso: 422",
     "codes.rec:45: SeeAlso: 422 names itself"},
    {"code without its class", "classes.rec", "Class: 4", "Class: 5",
     "codes.rec:30: Code: 422 is of class 4, which has no record"},

    /* Vocabularies */
    {"unknown term", "codes.rec", "Status: deprecated", "Status: outdated",
     "codes.rec:34: Status: \"outdated\" is not in the vocabulary; see the "
     "terms of Status"},
    {"term of another field", "codes.rec", "Status: deprecated",
     "Status: required",
     "codes.rec:34: Status: \"required\" is not in the vocabulary; see the "
     "terms of Status"},
    {"term in other letters", "codes.rec", "Status: deprecated",
     "Status: Deprecated",
     "codes.rec:34: Status: \"Deprecated\" is not in the vocabulary; see the "
     "terms of Status"},
    {"start of a term", "codes.rec", "Status: deprecated", "Status: deprecate",
     "codes.rec:34: Status: \"deprecate\" is not in the vocabulary; see the "
     "terms of Status"},
    {"unknown term before a clause", "codes.rec", "none waits for",
     "once waits for",
     "codes.rec:26: Retry: \"once\" is not in the vocabulary; see the terms of "
     "Retry"},
    {"unknown term behind a header", "codes.rec", "Min-SE required",
     "Min-SE needed",
     "codes.rec:54: Header: \"needed\" is not in the vocabulary; see the terms "
     "of Header"},
    {"new term without a word", "terms.rec", NULL,
     "\nTerm: Status\nName: new\nMeaning: It stands for nothing.\n",
     "terms.rec:51: Term: \"Status\" is not of the form \"Field word\""},
    {"new term of two words", "terms.rec", NULL,
     "\nTerm: Status quite new\nName: new\nMeaning: It is quite new.\n",
     "terms.rec:51: Term: \"Status quite new\" is not of the form \"Field "
     "word\""},
    {"new term of an unknown field", "terms.rec", NULL,
     "\nTerm: Mood good\nName: good\nMeaning: It is a good mood.\n",
     "terms.rec:51: Term: Mood is not a field with a vocabulary"},
    {"new term of a field without vocabulary", "terms.rec", NULL,
     "\nTerm: Phrase OK\nName: fine\nMeaning: It is a good one.\n",
     "terms.rec:51: Term: Phrase is not a field with a vocabulary"},

    /* Prose */
    {"same sentence in two records", "terms.rec", "It sets up a session.",
     "The user agent that answers.",
     "terms.rec:13: Meaning: same words as in line 9"},
    {"same clause in two records", "codes.rec",
     "the session interval is below the minimum",
     "the call moves on before anybody answers",
     "codes.rec:48: Trigger: same words as in line 24"},
    {"same clause behind two terms", "codes.rec",
     "changed repeats the request with the larger interval",
     "changed waits for the final response",
     "codes.rec:50: Retry: same words as in line 26"},
    {"same step in two records", "codes.rec",
     "Switch session timers off for the trunk where nobody needs them.",
     "Look for SDP in the response and for RTP right\n+ behind it.",
     "codes.rec:42: Fix: same words as in line 18"},
    {"same class in two records", "classes.rec", "cancels the other branches",
     "passes each one upstream at once",
     "classes.rec:30: Fork: same words as in line 10"},
    /* a bad key is told once, not up to three times */
    {"code no number", "codes.rec", "Code: 422", "Code: 4x2",
     "codes.rec:30: Code: \"4x2\" is not a number from 100 to 799\n"
     "codes.rec:21: SeeAlso: there is no code 422\n"
     "classes.rec:21: Unknown: there is no code 422\n"
     "classes.rec:31: Unknown: there is no code 422\n"
     "pairs.rec:3: Pair: there is no code 422"},
    {"code too small", "codes.rec", "Code: 183", "Code: 099",
     "codes.rec:8: Code: \"099\" is not a number from 100 to 799\n"
     "codes.rec:45: SeeAlso: there is no code 183\n"
     "classes.rec:11: Unknown: there is no code 183\n"
     "pairs.rec:3: Pair: there is no code 183\n"
     "phrases.rec:7: Wire: there is no code 183"},
    {"code too large", "codes.rec", "Code: 701", "Code: 800",
     "codes.rec:57: Code: \"800\" is not a number from 100 to 799"},
    {"bad key behind another", "rfcs.rec", "RFC: 5057", "RFC: 5O57",
     "rfcs.rec:12: RFC: \"5O57\" is not a number from 1 to 65535"},
    /* a malformed reference is told once, and without an empty number */
    {"reference without blanks", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: RFC3261-21.1.5",
     "codes.rec:10: Reference: \"RFC3261-21.1.5\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"reference with a leading zero", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: RFC 03261 21.1.5",
     "codes.rec:10: Reference: \"RFC 03261 21.1.5\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    /* an empty value is empty, and nothing else */
    {"empty clause", "codes.rec",
     "Trigger: the call moves on before anybody answers",
     "Trigger:", "codes.rec:24: Trigger: empty"},
    {"empty term and clause", "codes.rec",
     "Retry: none waits for the final response",
     "Retry:", "codes.rec:26: Retry: empty"},
    {"empty continuation", "terms.rec", "Name: a UAS\n", "Name: a UAS\n+\n",
     "terms.rec:9: '+' continues with nothing"},
    {"two editions", "edition.rec", NULL, "\nEdition: 2027-01-01\n",
     "edition.rec:5: more than 1 of type Edition"},

    {"key behind another field", "terms.rec", "Term: Sender uas\nName: a UAS\n",
     "Name: a UAS\nTerm: Sender uas\n",
     "terms.rec:7: Term must be the first field\n"
     "codes.rec:22: Sender: \"uas\" is not in the vocabulary; see the terms "
     "of Sender\n"
     "codes.rec:46: Sender: \"uas\" is not in the vocabulary; see the terms "
     "of Sender\n"
     "codes.rec:72: Sender: \"uas\" is not in the vocabulary; see the terms "
     "of Sender"},

    /* Codes beyond SIP's range, and what stacks mean by a code */
    {"local code without a status", "codes.rec",
     "Code: 701\nPhrase: No response\nReference: RFC 3261 7.2\n"
     "Status: unregistered\n",
     "Code: 700\nPhrase: No response\nReference: RFC 3261 7.2\n",
     "codes.rec:57: Code: 700 is above 699 and not of Status unregistered"},
    {"local code of another status", "codes.rec", "Status: unregistered",
     "# No longer\nStatus: deprecated",
     "codes.rec:57: Code: 701 is above 699 and not of Status unregistered"},
    {"unknown stack", "codes.rec", "Stack: pjsip", "Stack: resip",
     "codes.rec:61: Stack: \"resip\" is not in the vocabulary; see the terms "
     "of Stack"},
    {"no clause behind a stack", "codes.rec",
     "Stack: pjsip no final response came in time", "Stack: pjsip",
     "codes.rec:61: Stack: 5 characters, at least 10\n"
     "codes.rec:61: Stack: no clause after the first word"},
    {"clause with a stop behind a stack", "codes.rec", "came in time",
     "came in time.", "codes.rec:61: Stack: a clause must not end with a stop"},
    {"more stacks than the most", "codes.rec", "Stack: pjsip no final",
     "Stack: pjsip one\nStack: pjsip two\nStack: pjsip three\n"
     "Stack: pjsip four\nStack: pjsip five\nStack: pjsip six\n"
     "Stack: pjsip seven\nStack: pjsip eight\nStack: pjsip nine\n"
     "Stack: pjsip no final",
     "codes.rec:61: Stack: 9 characters, at least 10\n"
     "codes.rec:62: Stack: 9 characters, at least 10\n"
     "codes.rec:66: Stack: 9 characters, at least 10\n"
     "codes.rec:70: Stack: more than 9 in one record"},
    {"same stack's clause in two records", "codes.rec", "Status: deprecated\n",
     "Status: deprecated\nStack: pjsip no final response came in time\n",
     "codes.rec:62: Stack: same words as in line 35"},

    /* Pairs */
    {"pair without a blank", "pairs.rec", "183 422", "183-422",
     "pairs.rec:3: Pair: \"183-422\"" NOT_A_PAIR},
    {"pair with a letter", "pairs.rec", "183 422", "183 4x2",
     "pairs.rec:3: Pair: \"183 4x2\"" NOT_A_PAIR},
    {"pair with a zero first", "pairs.rec", "183 422", "000 422",
     "pairs.rec:3: Pair: \"000 422\"" NOT_A_PAIR},
    {"pair of one code", "pairs.rec", "183 422", "183",
     "pairs.rec:3: Pair: 3 characters, at least 7\n"
     "pairs.rec:3: Pair: \"183\"" NOT_A_PAIR},
    {"pair of three codes", "pairs.rec", "183 422", "183 422 701",
     "pairs.rec:3: Pair: 11 characters, at most 7\n"
     "pairs.rec:3: Pair: \"183 422 701\"" NOT_A_PAIR},
    {"pair with a number of four digits", "pairs.rec", "183 422", "183 1000",
     "pairs.rec:3: Pair: 8 characters, at most 7\n"
     "pairs.rec:3: Pair: \"183 1000\"" NOT_A_PAIR},
    {"pair with the higher code first", "pairs.rec", "183 422", "422 183",
     "pairs.rec:3: Pair: \"422 183\"" NOT_A_PAIR},
    {"pair of equal codes", "pairs.rec", "183 422", "422 422",
     "pairs.rec:3: Pair: \"422 422\"" NOT_A_PAIR},
    {"empty pair", "pairs.rec", "Pair: 183 422",
     "Pair:", "pairs.rec:3: Pair: empty"},
    {"pair with an unknown lower code", "pairs.rec", "183 422", "182 422",
     "pairs.rec:3: Pair: there is no code 182"},
    {"pair with an unknown higher code", "pairs.rec", "183 422", "183 999",
     "pairs.rec:3: Pair: there is no code 999"},
    {"pair of unknown codes", "pairs.rec", "183 422", "182 423",
     "pairs.rec:3: Pair: there is no code 182\n"
     "pairs.rec:3: Pair: there is no code 423"},
    {"same pair twice", "pairs.rec", NULL, "\nPair: 183 422\n" PAIR_TEXT,
     "pairs.rec:11: Pair: 183 422 stands already in line 3"},
    {"pairs in wrong order of the lower code", "pairs.rec", "Pair: 183 422",
     "Pair: 422 701\n" PAIR_TEXT "\nPair: 183 422",
     "pairs.rec:8: Pair: 183 422 must come before 422 701 of line 3"},
    {"pairs in wrong order of the higher code", "pairs.rec", "Pair: 183 422",
     "Pair: 183 701\n" PAIR_TEXT "\nPair: 183 422",
     "pairs.rec:8: Pair: 183 422 must come before 183 701 of line 3"},
    {"no pair in a record", "pairs.rec", "Pair: 183 422\n", "",
     "pairs.rec:3: Pair must be the first field"},
    {"pair behind another field", "pairs.rec",
     "Pair: 183 422\nDifference: A 183 leaves the call on its way while any 422 "
     "ends it there.\n",
     "Difference: A 183 leaves the call on its way while any 422 ends it there.\n"
     "Pair: 183 422\n",
     "pairs.rec:3: Pair must be the first field"},
    {"two pairs in a record", "pairs.rec", "Pair: 183 422\n",
     "Pair: 183 422\nPair: 183 701\n",
     "pairs.rec:4: Pair: more than 1 in one record"},
    {"pair without a difference", "pairs.rec", NULL,
     "\nPair: 183 701\n" TELL_TEXT CHOOSE_TEXT,
     "pairs.rec:11: Difference is missing in this record"},
    {"pair that nobody can tell apart", "pairs.rec", NULL,
     "\nPair: 183 701\n" DIFFERENCE_TEXT CHOOSE_TEXT,
     "pairs.rec:11: Tell is missing in this record"},
    {"pair that leaves no choice", "pairs.rec", NULL,
     "\nPair: 183 701\n" DIFFERENCE_TEXT TELL_TEXT,
     "pairs.rec:11: Choose is missing in this record"},
    {"more differences than the most", "pairs.rec", "Tell: A 183",
     "Difference: The third of all of the differences is no more than a few words."
     "\n"
     "Difference: The fourth of all of the differences is but a few more words.\n"
     "Difference: The fifth of all of the differences is one that still fits in."
     "\n"
     "Difference: The sixth of all of the differences is one that does not fit."
     "\n"
     "Tell: A 183",
     "pairs.rec:9: Difference: more than 5 in one record"},
    {"same difference twice", "pairs.rec", "Tell: A 183",
     "Difference: A 183 leaves the call on its way while any 422 ends it there.\n"
     "Tell: A 183",
     "pairs.rec:6: Difference: same value as in line 4"},
    {"same difference in two pairs", "pairs.rec", NULL,
     "\nPair: 183 701\n"
     "Difference: A 183 leaves the call on its way while any 422 ends it there."
     "\n" TELL_TEXT CHOOSE_TEXT,
     "pairs.rec:12: Difference: same words as in line 4"},
    {"difference too short", "pairs.rec", "ends it there.", "ends it now.",
     "pairs.rec:4: Difference: 59 characters, at least 60"},
    {"difference without a stop", "pairs.rec", "ends it there.",
     "ends it there", "pairs.rec:4: Difference: must end with a stop"},
    {"unknown field of a pair", "pairs.rec", NULL, "Meaning: None at all.\n",
     "pairs.rec:10: unknown field Meaning; records of type Pair have none"},

    /* Phrases on the wire */
    {"wire without a code", "phrases.rec", "183 Call Proceeding",
     "Call Proceeding", "phrases.rec:7: Wire: \"Call Proceeding\"" NOT_A_WIRE},
    {"wire with a code of two digits", "phrases.rec", "183 Call", "18 Call",
     "phrases.rec:7: Wire: \"18 Call Proceeding\"" NOT_A_WIRE},
    {"wire with a letter in the code", "phrases.rec", "183 Call", "18x Call",
     "phrases.rec:7: Wire: \"18x Call Proceeding\"" NOT_A_WIRE},
    {"wire with a code of four digits", "phrases.rec", "183 Call", "1830 Call",
     "phrases.rec:7: Wire: \"1830 Call Proceeding\"" NOT_A_WIRE},
    {"wire of code 0", "phrases.rec", "183 Call", "000 Call",
     "phrases.rec:7: Wire: \"000 Call Proceeding\"" NOT_A_WIRE},
    {"wire of an unknown code", "phrases.rec", "183 Call", "184 Call",
     "phrases.rec:7: Wire: there is no code 184"},
    {"wire with a leading zero", "phrases.rec", "183 Call", "083 Call",
     "phrases.rec:7: Wire: \"083 Call Proceeding\"" NOT_A_WIRE},
    {"wire with the registered phrase", "phrases.rec", "183 Call Proceeding",
     "183 session progress",
     "phrases.rec:7: Wire: \"session progress\" is the very phrase of 183"},
    {"ending with other characters", "phrases.rec", "(NNN/XX)", "(NNN/1a)",
     "phrases.rec:3: Wire: \"(NNN/1a)\"" NOT_A_WIRE},
    {"ending without letters", "phrases.rec", "(NNN/XX)", "(NNN/)",
     "phrases.rec:3: Wire: \"(NNN/)\"" NOT_A_WIRE},
    {"ending behind a wire", "phrases.rec", NULL,
     "\nWire: (NNN/XXX)\nOrigin: another family\n"
     "Meaning: The end of the phrase has one letter more than usual.\n",
     "phrases.rec:12: Wire: (NNN/XXX) must come before 183 Call Proceeding of "
     "line 7"},
    {"pair with a leading zero", "pairs.rec", "183 422", "083 422",
     "pairs.rec:3: Pair: \"083 422\" is not of the form \"180 183\", the lower "
     "code first"},
    {"wire without a blank", "phrases.rec", "183 Call", "183-Call",
     "phrases.rec:7: Wire: \"183-Call Proceeding\"" NOT_A_WIRE},
    {"wire without a phrase", "phrases.rec", "183 Call Proceeding", "183",
     "phrases.rec:7: Wire: 3 characters, at least 5\n"
     "phrases.rec:7: Wire: \"183\"" NOT_A_WIRE},
    {"empty wire", "phrases.rec", "Wire: 183 Call Proceeding",
     "Wire:", "phrases.rec:7: Wire: empty"},
    {"wire too long", "phrases.rec", "183 Call Proceeding",
     "183 " X60 X10 "1234567",
     "phrases.rec:7: Wire: 81 characters, at most 80"},
    {"end of a phrase with digits", "phrases.rec", "(NNN/XX)", "(478/TM)",
     "phrases.rec:3: Wire: \"(478/TM)\"" NOT_A_WIRE},
    {"end of a phrase without letters", "phrases.rec", "(NNN/XX)", "(NNN/)",
     "phrases.rec:3: Wire: \"(NNN/)\"" NOT_A_WIRE},
    {"end of a phrase left open", "phrases.rec", "(NNN/XX)", "(NNN/XX",
     "phrases.rec:3: Wire: \"(NNN/XX\"" NOT_A_WIRE},
    {"end of a phrase behind a blank", "phrases.rec", "(NNN/XX)", " (NNN/XX)",
     "phrases.rec:3: Wire: starts with a blank\n"
     "phrases.rec:3: Wire: \" (NNN/XX)\"" NOT_A_WIRE},
    {"same wire twice", "phrases.rec", NULL,
     "\nWire: 183 Call Proceeding\n" WIRE_TEXT,
     "phrases.rec:12: Wire: 183 Call Proceeding stands already in line 7"},
    {"same end of a phrase twice", "phrases.rec", NULL,
     "\nWire: (NNN/XX)\n" WIRE_TEXT,
     "phrases.rec:12: Wire: (NNN/XX) stands already in line 3"},
    {"wires in wrong order", "phrases.rec", "Wire: 183 Call",
     "Wire: 422 Timer\n" WIRE_TEXT "\nWire: 183 Call",
     "phrases.rec:11: Wire: 183 Call Proceeding must come before 422 Timer of "
     "line 7"},
    {"no wire in a record", "phrases.rec", "Wire: (NNN/XX)\n", "",
     "phrases.rec:3: Wire must be the first field"},
    {"wire behind another field", "phrases.rec",
     "Wire: (NNN/XX)\nOrigin: the SER family\n",
     "Origin: the SER family\nWire: (NNN/XX)\n",
     "phrases.rec:3: Wire must be the first field"},
    {"two wires in a record", "phrases.rec", "Wire: (NNN/XX)\n",
     "Wire: (NNN/XX)\nWire: (NNN/XXX)\n",
     "phrases.rec:4: Wire: more than 1 in one record"},
    {"wire from nowhere", "phrases.rec", "Origin: a gateway\n", "",
     "phrases.rec:7: Origin is missing in this record"},
    {"wire without a meaning", "phrases.rec",
     "Meaning: The end of the phrase says which module of the proxy sent it.\n",
     "", "phrases.rec:3: Meaning is missing in this record"},
    {"origin with a stop", "phrases.rec", "a gateway", "a gateway.",
     "phrases.rec:8: Origin: must not end with a stop"},
    {"same meaning of two wires", "phrases.rec",
     "The gateway puts the words of ISDN in place of the registered phrase.",
     "The end of the phrase says which module of the proxy sent it.",
     "phrases.rec:9: Meaning: same words as in line 5"},
    {"wire with a malformed reference", "phrases.rec", "RFC 3261 21.1.5",
     "RFC 3261 21.1.x",
     "phrases.rec:10: Reference: \"RFC 3261 21.1.x\" is not of the form "
     "\"RFC 3261 21.4.26\""},
    {"wire refers to an RFC without title", "phrases.rec", "RFC 3261", "RFC 7",
     "phrases.rec:10: Reference: RFC 7 has no record with its title"},
};

static void refuses(void **state) {
    const struct edit *edit = *state;
    apply(edit);
    assert_faults(run_sample(), edit->expected);
}

/* ---- What must not be taken for a fault --------------------------------- */

/* The table then holds the expected string. */
static const struct edit sound[] = {
    {"shortest name", "terms.rec", "Name: a UAS", "Name: UA", "UA"},
    {"longest phrase", "codes.rec", "Phrase: Session Progress", "Phrase: " X60,
     X60},
    {"shortest summary", "codes.rec", "The session timer is too short.",
     "The timers go wrong.", "The timers go wrong."},
    {"longest summary", "codes.rec", "The session timer is too short.",
     "X" X98 ".", "X" X98 "."},
    {"as many as the most", "codes.rec", "Use: Send it with SDP",
     "Fix: Look at the second thing of nine to look at.\n"
     "Fix: Look at the third thing of nine to look at.\n"
     "Fix: Look at the fourth thing of nine to look at.\n"
     "Fix: Look at the fifth thing of nine to look at.\n"
     "Fix: Look at the sixth thing of nine to look at.\n"
     "Fix: Look at the seventh thing of nine to look at.\n"
     "Fix: Look at the eighth thing of nine to look at.\n"
     "Fix: Look at the ninth thing of nine to look at.\n"
     "Use: Send it with SDP",
     "Look at the ninth thing of nine to look at."},
    {"word again behind a comma", "terms.rec", "It sets up a session.",
     "What it had, had to go.", "What it had, had to go."},
    {"number twice", "terms.rec", "It sets up a session.",
     "It counts 64 64 times.", "It counts 64 64 times."},
    {"word that starts the next", "terms.rec", "It sets up a session.",
     "It is in inner form.", "It is in inner form."},
    {"sentence that starts with a number", "terms.rec", "It sets up a session.",
     "1800 seconds will do.", "1800 seconds will do."},
    {"clause with a dot in a word", "codes.rec", "the call moves on before",
     "version 2.0 moves on before",
     "version 2.0 moves on before anybody answers"},
    {"lowest RFC", "rfcs.rec", "RFC: 2543\nTitle: SIP, the first edition\n",
     "RFC: 1\nTitle: Host Software\n", "Host Software"},
    {"highest RFC", "rfcs.rec", NULL, "\nRFC: 65535\nTitle: The Last RFC\n",
     "The Last RFC"},
    {"section of one number", "codes.rec", "Reference: RFC 3261 21.1.5",
     "Reference: RFC 3261 10",
     "https://www.rfc-editor.org/rfc/rfc3261#section-10"},
    {"highest code without a status", "codes.rec",
     "Code: 701\nPhrase: No response\nReference: RFC 3261 7.2\n"
     "Status: unregistered\n",
     "Code: 699\nPhrase: No reply\nReference: RFC 3261 7.2\n", "No reply"},
    {"highest local code", "codes.rec", "Code: 701\nPhrase: No response",
     "Code: 799\nPhrase: No reply", "No reply"},
    {"clause of a stack", "codes.rec", "Stack: pjsip no final response",
     "Stack: pjsip no last response", "no last response came in time"},
    {"pairs of the same lower code", "pairs.rec", NULL,
     "\nPair: 183 701\n" DIFFERENCE_TEXT TELL_TEXT
     "Choose: Send the first one, for the other is no response at all: it is "
     "local.\n",
     "Send the first one, for the other is no response at all: it is local."},
    {"phrase of a wire without its code", "phrases.rec", "183 Call Proceeding",
     "183 Still Looking", "Still Looking"},
    {"wires of the same code", "phrases.rec", NULL,
     "\nWire: 183 Alerting\n" WIRE_TEXT, "Alerting"},
    {"shortest phrase of a wire", "phrases.rec", "183 Call Proceeding", "183 !",
     "!"},
    {"longest phrase of a wire", "phrases.rec", "183 Call Proceeding",
     "183 " X60 X10 "123456", X60 X10 "123456"},
    {"end of a phrase", "phrases.rec", "(NNN/XX)", "(NNN/XXX)", "(NNN/XXX)"},
    {"end of a phrase with one letter", "phrases.rec", "(NNN/XX)", "(NNN/X)",
     "(NNN/X)"},
    {"same phrase in two records", "codes.rec", "Session Interval Too Small",
     "Session Progress", "Session Progress"},
    {"same term before two clauses", "codes.rec",
     "Retry: none waits for the final response\n",
     "Retry: none waits for the final response\n"
     "Retry: none stops repeating the request\n",
     "stops repeating the request"},
    {"first and last mark", "terms.rec", "Name: a UAS", "Name: !~", "!~"},
    {"characters that C must escape", "terms.rec", "Name: a UAS",
     "Name: say \"a\\b\" \?\?=", "say \\\"a\\\\b\\\" \\?\\?="},
};

static void accepts(void **state) {
    const struct edit *edit = *state;
    char literal[1024];
    snprintf(literal, sizeof literal, "    \"%s\\0\"\n", edit->expected);
    apply(edit);
    char *table = compiled();
    assert_non_null(strstr(table, literal));
    free(table);
}

/* ---- What makes no difference ------------------------------------------- */

static const struct edit idle[] = {
    {"comment in a record", "terms.rec", "Name: a UAS\n",
     "# Not a phone: see RFC 3261.\nName: a UAS\n", NULL},
    {"comment in a value", "codes.rec", "+ it is answered.",
     "# Before the 200.\n+ it is answered.", NULL},
    {"comment at the end", "terms.rec", NULL, "# The end.\n", NULL},
    {"more descriptors", "terms.rec", "%rec: Term\n",
     "%doc: Words\n%rec: Term\n%key: Term\n%mandatory: Name Meaning\n"
     "# A comment\n%unique: Name\n",
     NULL},
    {"more empty lines", "terms.rec", "\nTerm: Sender", "\n\n\nTerm: Sender",
     NULL},
    {"empty lines at the start", "terms.rec", "%rec: Term", "\n\n%rec: Term",
     NULL},
    {"value in one line", "codes.rec", "before\n+ it is answered.",
     "before it is answered.", NULL},
    {"value in many lines", "codes.rec", "Trigger: the call moves on before",
     "Trigger: the call\n+ moves\n+ on before", NULL},
    {"value without a blank", "terms.rec", "Name: a UAS", "Name:a UAS", NULL},
    {"continuation without a blank", "codes.rec", "before\n+ it is answered.",
     "before\n+it is answered.", NULL},
    {"fields in another order", "codes.rec",
     "Method: INVITE\nTrigger: the call moves on before anybody answers\n",
     "Trigger: the call moves on before anybody answers\nMethod: INVITE\n",
     NULL},
};

static void makes_no_difference(void **state) {
    const struct edit *edit = *state;
    char *before = compiled();
    apply(edit);
    char *after = compiled();
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void joins_lines_by_one_blank(void **state) {
    (void)state;
    char *table = compiled();
    assert_non_null(strstr(table, "\"On calls into the telephone network, "
                                  "where a gateway plays the ringback or an "
                                  "announcement of the carrier before anybody "
                                  "answers.\\0\""));
    free(table);
}

static void same_input_gives_the_same_bytes(void **state) {
    (void)state;
    char *first = compiled();
    char *second = compiled();
    assert_string_equal(second, first);
    free(first);
    free(second);
}

static void order_of_files_makes_no_difference(void **state) {
    (void)state;
    char *before = compiled();
    assert_written(RUN(TABLE, "phrases.rec", "edition.rec", "pairs.rec",
                       "terms.rec", "codes.rec", "rfcs.rec", "classes.rec"));
    char *after = read_file(TABLE);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

/* Neither the working directory nor a path must get into the table. */
static void place_makes_no_difference(void **state) {
    (void)state;
    char paths[SAMPLE_FILES][64], output[64];
    const char *files[SAMPLE_FILES];
    char *before = compiled();
    for (size_t i = 0; i < SAMPLE_FILES; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", workplace, sample[i]);
        files[i] = paths[i];
    }
    snprintf(output, sizeof output, "%s/other.h", workplace);
    assert_int_equal(chdir("/"), 0);
    assert_result(generate(NULL, "table", output, files, COUNT(files)), 0, "");
    char *after = read_file(output);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void compiles_the_data_of_the_project(void **state) {
    (void)state;
    char paths[SAMPLE_FILES][4096];
    const char *files[SAMPLE_FILES];
    for (size_t i = 0; i < SAMPLE_FILES; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/data/%s",
                 getenv("SIPCODE_SOURCE"), sample[i]);
        files[i] = paths[i];
    }
    assert_written(generate(NULL, "table", TABLE, files, COUNT(files)));
    char *table = read_file(TABLE);
    assert_non_null(strstr(table, "\"Session Interval Too Small\\0\""));
    free(table);
}

/* ---- Several faults ----------------------------------------------------- */

/* First what the lines show, then the records, then what links them. */
static void reports_all_faults_in_order(void **state) {
    (void)state;
    edit_file("codes.rec", "SeeAlso: 183", "SeeAlso: 182");
    edit_file("codes.rec", "Status: deprecated", "Status: outdated");
    edit_file("codes.rec", "Phrase: Session Progress", "Phrase: Progress.");
    edit_file("classes.rec", "Unknown: 183", "Unknown: 199");
    edit_file("phrases.rec", "RFC 3261", "RFC 7");
    edit_file("phrases.rec", "(NNN/XX)", "(478/TM)");
    edit_file("pairs.rec", "Pair: 183 422", "Pair: 182 422");
    edit_file("pairs.rec", "ends it there.", "ends it there");
    edit_file("terms.rec", "Name: a UAS", "Name: a  UAS ");
    edit_file("terms.rec", "It sets up a session.", "it sets up a session");
    edit_file("edition.rec", "2026-11-22\n", "2026-11.22");
    assert_faults(
        run_sample(),
        "terms.rec:8: trailing blank\n"
        "edition.rec:3: no line feed at the end of the file\n"
        "codes.rec:9: Phrase: must not end with a stop\n"
        "terms.rec:8: Name: double blank\n"
        "terms.rec:13: Meaning: must end with a stop\n"
        "terms.rec:13: Meaning: must start with a capital\n"
        "edition.rec:3: Edition: \"2026-11.22\" is not of the form YYYY-MM-DD\n"
        "pairs.rec:4: Difference: must end with a stop\n"
        "phrases.rec:3: Wire: \"(478/TM)\"" NOT_A_WIRE "\n"
        "codes.rec:34: Status: \"outdated\" is not in the vocabulary; see the "
        "terms of Status\n"
        "codes.rec:45: SeeAlso: there is no code 182\n"
        "classes.rec:11: Unknown: there is no code 199\n"
        "pairs.rec:3: Pair: there is no code 182\n"
        "phrases.rec:10: Reference: RFC 7 has no record with its title");
}

/* Messages name a file as the command line does. */
static void names_files_as_it_was_given_them(void **state) {
    (void)state;
    edit_file("terms.rec", "Name: a UAS", "Name: a UAS.");
    assert_faults(RUN(TABLE, "codes.rec", "classes.rec", "./terms.rec",
                      "rfcs.rec", "edition.rec", "pairs.rec", "phrases.rec"),
                  "./terms.rec:8: Name: must not end with a stop");
}

static void keeps_an_existing_output_after_a_fault(void **state) {
    (void)state;
    write_text(TABLE, "what was there\n");
    edit_file("terms.rec", "Name: a UAS", "Name: a UAS.");
    assert_result(run_sample(), 1,
                  "terms.rec:8: Name: must not end with a stop\n"
                  "sipcode-gen: 1 fault, nothing written\n");
    char *kept = read_file(TABLE);
    assert_string_equal(kept, "what was there\n");
    assert_false(exists(TEMPORARY));
    free(kept);
}

static void replaces_an_existing_output(void **state) {
    (void)state;
    char *fresh = compiled();
    write_text(TABLE, "what was there\n");
    char *replaced = compiled();
    assert_string_equal(replaced, fresh);
    free(fresh);
    free(replaced);
}

/* ---- Whole files -------------------------------------------------------- */

static void refuses_an_empty_file(void **state) {
    (void)state;
    write_text("edition.rec", "");
    assert_faults(run_sample(),
                  "edition.rec:1: no %rec that names the type of the records");
}

static void refuses_a_nul(void **state) {
    (void)state;
    static const char text[] = "%rec: Edition\n#\0\n\nEdition: 2026-11-22\n";
    write_bytes("edition.rec", text, sizeof text - 1);
    assert_faults(
        run_sample(),
        "edition.rec:2: byte 0x00 in column 2 is not printable ASCII");
}

static void refuses_two_files_of_a_type(void **state) {
    (void)state;
    write_text("again.rec",
               "# Once more\n%rec: Edition\n\nEdition: 2026-11-23\n");
    assert_faults(RUN(TABLE, "codes.rec", "classes.rec", "terms.rec",
                      "rfcs.rec", "edition.rec", "pairs.rec", "phrases.rec",
                      "again.rec"),
                  "again.rec:2: %rec: records of type Edition stand already in "
                  "edition.rec");
}

static void refuses_to_do_without_a_type(void **state) {
    (void)state;
    for (size_t left_out = 0; left_out < SAMPLE_FILES; left_out++) {
        const char *files[SAMPLE_FILES];
        size_t count = 0;
        for (size_t i = 0; i < SAMPLE_FILES; i++)
            if (i != left_out)
                files[count++] = sample[i];
        assert_refused(generate(NULL, "table", TABLE, files, count),
                       "sipcode-gen: no file with records of type %s\n",
                       types[left_out]);
    }
}

static void refuses_a_missing_file(void **state) {
    (void)state;
    assert_refused(RUN(TABLE, "codes.rec", "nothing.rec"),
                   "sipcode-gen: nothing.rec: %s\n", strerror(ENOENT));
}

static void refuses_a_directory(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder.rec", 0777), 0);
    assert_refused(RUN(TABLE, "folder.rec"), "sipcode-gen: folder.rec: %s\n",
                   strerror(EISDIR));
}

#define LARGEST_FILE (16 << 20)

static void refuses_a_file_too_large(void **state) {
    (void)state;
    assert_int_equal(truncate("terms.rec", LARGEST_FILE + 1), 0);
    assert_refused(run_sample(),
                   "sipcode-gen: terms.rec: larger than 16777216 bytes; not a "
                   "data file\n");
}

static void takes_a_file_of_the_largest_size(void **state) {
    (void)state;
    char *comment = malloc(LARGEST_FILE);
    char *text = read_file("edition.rec");
    assert_non_null(comment);
    size_t length = strlen(text), filler = LARGEST_FILE - length;
    memset(comment, '#', filler - 1);
    comment[filler - 1] = '\n';
    memcpy(comment + filler, text, length);
    write_bytes("edition.rec", comment, LARGEST_FILE);
    assert_written(run_sample());
    free(comment);
    free(text);
}

/* ---- Too much for the table --------------------------------------------- */

/* A record of a code whose words stand in no other, with many references. */
static void write_code(FILE *out, int code, int references) {
    fprintf(out, "\nCode: %d\nPhrase: Busy\n", code);
    for (int i = 1; i <= references; i++)
        fprintf(out, "Reference: RFC 3261 %d\n", i);
    fprintf(
        out,
        "Summary: The summary of the code %d.\n"
        "Description: %d is described with so many words that they reach\n"
        "+ two hundred characters, which takes a while, since a text that\n"
        "+ says nothing at all is harder to go on with than one that does,\n"
        "+ as everybody knows by now.\n"
        "When: %d is seen where as many codes are wanted as fit, and more\n"
        "+ than that, with no less than one hundred and twenty characters.\n"
        "Fix: Take the first of two steps to mend %d.\n"
        "Fix: Take the second of two steps to mend %d.\n"
        "Use: Send %d when there are too many codes to choose from, or too\n"
        "+ many references in each.\n"
        "Sender: uas\nMethod: INVITE\n"
        "Trigger: somebody asked for %d\n"
        "Trace: a response of %d\n"
        "Retry: none never again with %d\n"
        "Failover: no not even after %d\n"
        "Fault: no not even because of %d\n",
        code, code, code, code, code, code, code, code, code, code, code);
}

/* Codes of the classes that the sample has, in ascending order. */
static void write_codes(int count, int references) {
    FILE *out = fopen("codes.rec", "wb");
    assert_non_null(out);
    fputs("%rec: Code\n", out);
    for (int i = 0; i < count; i++)
        write_code(out,
                   i < 100   ? 100 + i
                   : i < 200 ? 300 + i
                             : 400 + i,
                   references);
    assert_int_equal(fclose(out), 0);
}

static void takes_254_codes(void **state) {
    (void)state;
    write_codes(254, 1);
    assert_written(run_sample());
}

/* 400 is the first that is a failure. */
static void wants_two_steps_from_400_on(void **state) {
    (void)state;
    write_codes(123, 1);
    edit_file("codes.rec", "Fix: Take the first of two steps to mend 199.\n",
              "");
    edit_file("codes.rec", "Fix: Take the first of two steps to mend 400.\n",
              "");
    assert_faults(run_sample(),
                  "codes.rec:2202: Fix: 1 in this record, at least 2 for a "
                  "failure");
}

static void refuses_256_codes(void **state) {
    (void)state;
    write_codes(256, 1);
    assert_refused(run_sample(),
                   "sipcode-gen: 256 codes do not fit into 8 bits: the index "
                   "must be widened\n");
}

static void refuses_more_parts_than_the_table_counts(void **state) {
    (void)state;
    unsigned long parts = 0;
    int length = 0;
    write_codes(150, 150);
    struct result result = run_sample();
    sscanf(result.err,
           "sipcode-gen: %lu does not fit into 16 bits: the table must be "
           "widened%n",
           &parts, &length);
    assert_true(parts > UINT16_MAX);
    assert_string_equal(result.err + length, "\n");
    assert_int_equal(result.status, 2);
    assert_nothing_left();
    result_free(&result);
}

/* ---- Output ------------------------------------------------------------- */

static void refuses_an_output_in_no_directory(void **state) {
    (void)state;
    assert_refused(
        generate(NULL, "table", "nowhere/" TABLE, sample, SAMPLE_FILES),
        "sipcode-gen: nowhere/" TEMPORARY ": %s\n", strerror(ENOENT));
    assert_refused(
        generate(NULL, "table", "codes.rec/" TABLE, sample, SAMPLE_FILES),
        "sipcode-gen: codes.rec/" TEMPORARY ": %s\n", strerror(ENOTDIR));
}

/* Where the temporary leads, there is no room. */
static void leaves_nothing_where_the_disk_is_full(void **state) {
    (void)state;
    assert_int_equal(symlink("/dev/full", TEMPORARY), 0);
    assert_refused(run_sample(), "sipcode-gen: " TEMPORARY ": %s\n",
                   strerror(ENOSPC));
}

static void wants_an_output_and_a_file(void **state) {
    (void)state;
    static const char usage[] =
        "sipcode-gen: usage: sipcode-gen table|manual OUTPUT FILE.rec...\n";
    assert_refused(generate(NULL, NULL, NULL, NULL, 0), usage);
    assert_refused(generate(NULL, "table", NULL, NULL, 0), usage);
    assert_refused(generate(NULL, "table", TABLE, NULL, 0), usage);
    assert_refused(generate(NULL, "tables", TABLE, sample, SAMPLE_FILES),
                   usage);
    assert_refused(generate(NULL, TABLE, "codes.rec", sample, SAMPLE_FILES),
                   usage);
}

/* ---- The manual --------------------------------------------------------- */

#define MANUAL "sipcode.7"

static struct result run_for_manual(void) {
    return generate(NULL, "manual", MANUAL, sample, SAMPLE_FILES);
}

static void takes_leap_days_where_there_are_any(void **state) {
    static const struct {
        const char *day;
        bool is_one;
    } days[] = {{"2024-02-29", true},
                {"2026-02-29", false},
                {"2000-02-29", true},
                {"2100-02-29", false}};
    (void)state;
    for (size_t i = 0; i < COUNT(days); i++) {
        char edition[64];
        snprintf(edition, sizeof edition, "%%rec: Edition\n\nEdition: %s\n",
                 days[i].day);
        write_text("edition.rec", edition);
        struct result result = run_sample();
        assert_int_equal(result.status, days[i].is_one ? 0 : 1);
        result_free(&result);
    }
}

/* The whole page of the sample, as tests/data/gen/sipcode.7 has it. */
static void writes_a_manual(void **state) {
    (void)state;
    copy_sample("sipcode.7");
    char *expected = read_file(MANUAL);
    assert_int_equal(remove(MANUAL), 0);
    assert_result(run_for_manual(), 0, "");
    char *written = read_file(MANUAL);
    assert_string_equal(written, expected);
    free(expected);
    free(written);
}

static void assert_manual_holds(const char *text) {
    assert_result(run_for_manual(), 0, "");
    char *page = read_file(MANUAL);
    if (!strstr(page, text))
        fail_msg("not in the manual: %s", text);
    free(page);
}

static void manual_prints_roff_as_it_is(void **state) {
    (void)state;
    edit_file("codes.rec", "Switch session timers off for the trunk",
              "Try .so and 'br, \\fB, ^A, ~B, `C` or \"D\" for the trunk");
    assert_manual_holds(
        "\n.It\nTry .so and 'br, \\efB, \\(haA, \\(tiB, \\(gaC\\(ga or "
        "\\(dqD\\(dq for the trunk\nwhere nobody needs them.\n");
}

static void manual_starts_no_line_with_a_request(void **state) {
    (void)state;
    edit_file("codes.rec", "Switch session timers off for the trunk",
              "Look at it? .pcap or 'x' tells! 'Yes' (or so.) It is");
    assert_manual_holds("\n.It\nLook at it?\n\\&.pcap or 'x' tells!\n"
                        "\\&'Yes' (or so.)\nIt is where nobody needs them.\n");
}

static void manual_takes_no_word_for_a_macro(void **state) {
    (void)state;
    edit_file("codes.rec", "Phrase: Session Progress", "Phrase: No Op Sh");
    assert_manual_holds("\n.Ss \"183 No Op Sh\"\n");
}

/* ---- All ---------------------------------------------------------------- */

#define TEST(function) cmocka_unit_test_setup(function, lay_out_sample)

static void refuses_a_directory_as_output(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_refused(generate(NULL, "table", "folder", sample, SAMPLE_FILES),
                   "sipcode-gen: folder: %s\n", strerror(EISDIR));
    assert_false(exists("folder.tmp"));
}

static const struct CMUnitTest single[] = {
    TEST(refuses_a_directory_as_output),
    TEST(joins_lines_by_one_blank),
    TEST(same_input_gives_the_same_bytes),
    TEST(order_of_files_makes_no_difference),
    TEST(place_makes_no_difference),
    TEST(compiles_the_data_of_the_project),
    TEST(reports_all_faults_in_order),
    TEST(names_files_as_it_was_given_them),
    TEST(keeps_an_existing_output_after_a_fault),
    TEST(replaces_an_existing_output),
    TEST(refuses_an_empty_file),
    TEST(refuses_a_nul),
    TEST(refuses_two_files_of_a_type),
    TEST(refuses_to_do_without_a_type),
    TEST(refuses_a_missing_file),
    TEST(refuses_a_directory),
    TEST(refuses_a_file_too_large),
    TEST(takes_a_file_of_the_largest_size),
    TEST(takes_254_codes),
    TEST(wants_two_steps_from_400_on),
    TEST(refuses_256_codes),
    TEST(refuses_more_parts_than_the_table_counts),
    TEST(refuses_an_output_in_no_directory),
    TEST(leaves_nothing_where_the_disk_is_full),
    TEST(wants_an_output_and_a_file),
    TEST(takes_leap_days_where_there_are_any),
    TEST(writes_a_manual),
    TEST(manual_prints_roff_as_it_is),
    TEST(manual_starts_no_line_with_a_request),
    TEST(manual_takes_no_word_for_a_macro),
};

static struct CMUnitTest
    tests[COUNT(faulty) + COUNT(sound) + COUNT(idle) + COUNT(single)];

static struct CMUnitTest *add_cases(struct CMUnitTest *test,
                                    const struct edit *edits, size_t count,
                                    CMUnitTestFunction function) {
    for (size_t i = 0; i < count; i++)
        *test++ = (struct CMUnitTest){.name = edits[i].name,
                                      .test_func = function,
                                      .setup_func = lay_out_sample,
                                      .initial_state = (void *)&edits[i]};
    return test;
}

int main(void) {
    struct CMUnitTest *end = tests;
    end = add_cases(end, faulty, COUNT(faulty), refuses);
    end = add_cases(end, sound, COUNT(sound), accepts);
    end = add_cases(end, idle, COUNT(idle), makes_no_difference);
    memcpy(end, single, sizeof single);
    return cmocka_run_group_tests_name("gen", tests, open_workplace,
                                       close_workplace);
}
