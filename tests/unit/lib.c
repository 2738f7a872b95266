/* SPDX-License-Identifier: MIT */
/*
 * The library as a program sees it: through sipcode.h and nothing else. What it
 * returns is held against sources that do not know of each other: the registry
 * and the RFCs, typed in here by hand; the data files, read by a reader of the
 * test's own; and, for the search, a slow look at every text.
 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "program.h"
#include "rows.h"
#include "sipcode.h"

/* Room for every value, part and word of the table. */
#define MOST_TEXTS 20000

/* Fields that are none; a caller built against a later header may ask them. */
static const int no_fields[] = {
    -1, INT_MIN, SIPCODE_FIELDS, SIPCODE_FIELDS + 1, 255, 256, 65536, INT_MAX};

static const struct sipcode_record *found(int code) {
    const struct sipcode_record *record = sipcode_find(code);
    if (!record)
        fail_msg("%d is not in the table", code);
    return record;
}

static const char *first_value(int code, enum sipcode_field field) {
    const char *value = sipcode_value(found(code), field, 0);
    if (!value)
        fail_msg("%d has no value in field %d", code, (int)field);
    return value;
}

static bool has_value(const struct sipcode_record *record,
                      enum sipcode_field field, const char *value) {
    for (size_t i = 0; i < sipcode_values(record, field); i++)
        if (!strcmp(sipcode_value(record, field, i), value))
            return true;
    return false;
}

/* Whether a test of this table wants such a character inside a word. */
static bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static char capital(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* ---- Facts typed by hand ------------------------------------------------ */

/* The whole registry of IANA: number, phrase, the RFC that defines it. */
struct registered {
    int code;
    const char *phrase, *rfc;
};

static const struct registered registry[] = {
    {100, "Trying", "3261"},
    {180, "Ringing", "3261"},
    {181, "Call Is Being Forwarded", "3261"},
    {182, "Queued", "3261"},
    {183, "Session Progress", "3261"},
    {199, "Early Dialog Terminated", "6228"},
    {200, "OK", "3261"},
    {202, "Accepted", "6665"},
    {204, "No Notification", "5839"},
    {300, "Multiple Choices", "3261"},
    {301, "Moved Permanently", "3261"},
    {302, "Moved Temporarily", "3261"},
    {305, "Use Proxy", "3261"},
    {380, "Alternative Service", "3261"},
    {400, "Bad Request", "3261"},
    {401, "Unauthorized", "3261"},
    {402, "Payment Required", "3261"},
    {403, "Forbidden", "3261"},
    {404, "Not Found", "3261"},
    {405, "Method Not Allowed", "3261"},
    {406, "Not Acceptable", "3261"},
    {407, "Proxy Authentication Required", "3261"},
    {408, "Request Timeout", "3261"},
    {410, "Gone", "3261"},
    {412, "Conditional Request Failed", "3903"},
    {413, "Request Entity Too Large", "3261"},
    {414, "Request-URI Too Long", "3261"},
    {415, "Unsupported Media Type", "3261"},
    {416, "Unsupported URI Scheme", "3261"},
    {417, "Unknown Resource-Priority", "4412"},
    {420, "Bad Extension", "3261"},
    {421, "Extension Required", "3261"},
    {422, "Session Interval Too Small", "4028"},
    {423, "Interval Too Brief", "3261"},
    {424, "Bad Location Information", "6442"},
    {425, "Bad Alert Message", "8876"},
    {428, "Use Identity Header", "8224"},
    {429, "Provide Referrer Identity", "3892"},
    {430, "Flow Failed", "5626"},
    {433, "Anonymity Disallowed", "5079"},
    {436, "Bad Identity Info", "8224"},
    {437, "Unsupported Credential", "8224"},
    {438, "Invalid Identity Header", "8224"},
    {439, "First Hop Lacks Outbound Support", "5626"},
    {440, "Max-Breadth Exceeded", "5393"},
    {469, "Bad Info Package", "6086"},
    {470, "Consent Needed", "5360"},
    {480, "Temporarily Unavailable", "3261"},
    {481, "Call/Transaction Does Not Exist", "3261"},
    {482, "Loop Detected", "3261"},
    {483, "Too Many Hops", "3261"},
    {484, "Address Incomplete", "3261"},
    {485, "Ambiguous", "3261"},
    {486, "Busy Here", "3261"},
    {487, "Request Terminated", "3261"},
    {488, "Not Acceptable Here", "3261"},
    {489, "Bad Event", "6665"},
    {491, "Request Pending", "3261"},
    {493, "Undecipherable", "3261"},
    {494, "Security Agreement Required", "3329"},
    {500, "Server Internal Error", "3261"},
    {501, "Not Implemented", "3261"},
    {502, "Bad Gateway", "3261"},
    {503, "Service Unavailable", "3261"},
    {504, "Server Time-out", "3261"},
    {505, "Version Not Supported", "3261"},
    {513, "Message Too Large", "3261"},
    {555, "Push Notification Service Not Supported", "8599"},
    {580, "Precondition Failure", "3312"},
    {600, "Busy Everywhere", "3261"},
    {603, "Decline", "3261"},
    {604, "Does Not Exist Anywhere", "3261"},
    {606, "Not Acceptable", "3261"},
    {607, "Unwanted", "8197"},
    {608, "Rejected", "8688"},
};

static void registered_as_at_iana(void **state) {
    const struct registered *row = *state;
    assert_true(sipcode_is_registered(found(row->code)));
    assert_string_equal(first_value(row->code, SIPCODE_PHRASE), row->phrase);
    assert_string_equal(first_value(row->code, SIPCODE_REFERENCE), row->rfc);
}

/* What is in use without being in the registry. */
struct other {
    int code;
    const char *phrase, *status;
    const char *stacks[2]; /* which use it; NULL where there is none */
    int treated_as;        /* 0: beyond SIP's range, so as nothing */
};

static const struct other others[] = {
    {409, "Conflict", "obsolete", {NULL}, 400},
    {411, "Length Required", "obsolete", {NULL}, 400},
    {473, "Filtered destination", "unregistered", {"OpenSIPS"}, 400},
    {474, "Bad protocol", "unregistered", {"OpenSIPS"}, 400},
    {475, "Bad URI", "unregistered", {"OpenSIPS"}, 400},
    {476, "Unresolvable destination", "unregistered", {"OpenSIPS"}, 400},
    {477,
     "Unfortunately error on sending to next hop occurred",
     "unregistered",
     {"Kamailio", "OpenSIPS"},
     400},
    {478, "Unresolvable destination", "unregistered", {"Kamailio"}, 400},
    {479,
     "Regretfully, we were not able to process the URI",
     "unregistered",
     {"Kamailio"},
     400},
    {490, "Request Updated", "unregistered", {"pjsip"}, 400},
    {701, "No response", "unregistered", {"pjsip"}, 0},
    {702, "Cannot resolve", "unregistered", {"pjsip"}, 0},
    {703, "Cannot send", "unregistered", {"pjsip"}, 0},
};

#define KNOWN_CODES (ROWS(registry) + ROWS(others))

/* Both tables as one, ascending. */
static int known_code(size_t index) {
    size_t i = 0, j = 0;
    int code = 0;
    assert_true(index < KNOWN_CODES);
    while (i + j <= index)
        if (j == ROWS(others) ||
            (i < ROWS(registry) && registry[i].code < others[j].code))
            code = registry[i++].code;
        else
            code = others[j++].code;
    return code;
}

static void in_use_without_registration(void **state) {
    const struct other *row = *state;
    const struct sipcode_record *record = found(row->code);
    assert_false(sipcode_is_registered(record));
    assert_string_equal(first_value(row->code, SIPCODE_PHRASE), row->phrase);
    assert_string_equal(first_value(row->code, SIPCODE_STATUS), row->status);
    assert_int_equal(sipcode_key(sipcode_treated_as(row->code)),
                     row->treated_as);
    assert_ptr_equal(sipcode_class(row->code),
                     row->treated_as ? sipcode_class(4) : NULL);
}

static void used_by_its_stacks(void **state) {
    const struct other *row = *state;
    const struct sipcode_record *record = found(row->code);
    size_t count = 0;
    for (; count < ROWS(row->stacks) && row->stacks[count]; count++)
        if (!has_value(record, SIPCODE_STACK, row->stacks[count]))
            fail_msg("%d says nothing of %s", row->code, row->stacks[count]);
    assert_int_equal(sipcode_values(record, SIPCODE_STACK), count);
}

static void nothing_beyond_what_is_known(void **state) {
    (void)state;
    assert_int_equal(sipcode_count(), KNOWN_CODES);
    for (size_t i = 0; i < KNOWN_CODES; i++)
        assert_int_equal(sipcode_key(sipcode_at(i)), known_code(i));
}

static void as_many_are_registered_as_at_iana(void **state) {
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        count += sipcode_is_registered(sipcode_at(i));
    assert_int_equal(count, ROWS(registry));
}

static void only_codes_are_registered(void **state) {
    (void)state;
    assert_false(sipcode_is_registered(NULL));
    for (int digit = 1; digit <= 6; digit++)
        assert_false(sipcode_is_registered(sipcode_class(digit)));
    assert_non_null(sipcode_rfc(3261));
    assert_false(sipcode_is_registered(sipcode_rfc(3261)));
    assert_non_null(sipcode_term(SIPCODE_STATUS, "reserved"));
    assert_false(
        sipcode_is_registered(sipcode_term(SIPCODE_STATUS, "reserved")));
    assert_non_null(sipcode_pair(480, 486));
    assert_false(sipcode_is_registered(sipcode_pair(480, 486)));
    assert_non_null(sipcode_wire(603, "Network Blocked"));
    assert_false(sipcode_is_registered(sipcode_wire(603, "Network Blocked")));
}

/* A pair has two numbers, a term has none. */
static void what_no_number_identifies_has_key_0(void **state) {
    (void)state;
    assert_int_equal(sipcode_key(NULL), 0);
    assert_int_equal(sipcode_key(sipcode_pair(480, 486)), 0);
    assert_int_equal(sipcode_key(sipcode_term(SIPCODE_STATUS, "reserved")), 0);
}

/* The two stacks do not mean the same by it. */
static void one_code_means_two_things(void **state) {
    const struct sipcode_record *record = found(477);
    (void)state;
    assert_int_equal(sipcode_values(record, SIPCODE_STACK), 2);
    assert_string_not_equal(sipcode_part(record, SIPCODE_STACK, 0, 0),
                            sipcode_part(record, SIPCODE_STACK, 1, 0));
    assert_string_not_equal(sipcode_part(record, SIPCODE_STACK, 0, 1),
                            sipcode_part(record, SIPCODE_STACK, 1, 1));
    for (size_t i = 0; i < 2; i++)
        if (!strcmp(sipcode_part(record, SIPCODE_STACK, i, 0), "OpenSIPS"))
            assert_non_null(strstr(sipcode_part(record, SIPCODE_STACK, i, 1),
                                   "Send failed"));
}

/* The section whose heading defines the code. */
struct definition {
    int code;
    const char *rfc, *section;
};

static const struct definition definitions[] = {
    {100, "3261", "21.1.1"},  {183, "3261", "21.1.5"},
    {200, "3261", "21.2.1"},  {202, "6665", "8.3.1"},
    {204, "5839", "7.1"},     {302, "3261", "21.3.3"},
    {380, "3261", "21.3.5"},  {400, "3261", "21.4.1"},
    {401, "3261", "21.4.2"},  {404, "3261", "21.4.5"},
    {408, "3261", "21.4.9"},  {409, "2543", "7.4.10"},
    {411, "2543", "7.4.12"},  {412, "3903", "11.2.1"},
    {413, "3261", "21.4.11"}, {422, "4028", "6"},
    {423, "3261", "21.4.17"}, {424, "6442", "4.3"},
    {425, "8876", "5.1"},     {429, "3892", "5"},
    {430, "5626", "11.5"},    {433, "5079", "5"},
    {439, "5626", "11.6"},    {470, "5360", "5.9.2"},
    {481, "3261", "21.4.19"}, {486, "3261", "21.4.24"},
    {487, "3261", "21.4.25"}, {488, "3261", "21.4.26"},
    {489, "6665", "8.3.2"},   {491, "3261", "21.4.27"},
    {493, "3261", "21.4.28"}, {500, "3261", "21.5.1"},
    {503, "3261", "21.5.4"},  {513, "3261", "21.5.7"},
    {555, "8599", "8.1"},     {580, "3312", "8"},
    {600, "3261", "21.6.1"},  {603, "3261", "21.6.2"},
    {606, "3261", "21.6.4"},
};

static void defined_in_section(void **state) {
    const struct definition *row = *state;
    const struct sipcode_record *record = found(row->code);
    assert_string_equal(sipcode_part(record, SIPCODE_REFERENCE, 0, 0),
                        row->rfc);
    assert_string_equal(sipcode_part(record, SIPCODE_REFERENCE, 0, 1),
                        row->section);
}

static void reference_has_the_url_of_its_section(void **state) {
    (void)state;
    assert_string_equal(sipcode_part(found(422), SIPCODE_REFERENCE, 0, 2),
                        "https://www.rfc-editor.org/rfc/rfc4028#section-6");
    assert_string_equal(
        sipcode_part(found(183), SIPCODE_REFERENCE, 0, 2),
        "https://www.rfc-editor.org/rfc/rfc3261#section-21.1.5");
}

/* RFC 5057, table 1, column by column. */
struct effect {
    const char *term;
    int codes[40]; /* up to 0 */
};

static const struct effect effects[] = {
    {"transaction",
     {400, 401, 402, 403, 406, 407, 408, 412, 413, 414, 415, 417, 420,
      421, 422, 423, 428, 429, 436, 437, 438, 486, 487, 488, 491, 493,
      494, 500, 503, 504, 505, 513, 580, 600, 603, 606, 0}},
    {"usage", {405, 480, 481, 489, 501, 0}},
    {"dialog", {404, 410, 416, 482, 483, 484, 485, 502, 604, 0}},
};

static void ends_in_a_dialog(void **state) {
    const struct effect *column = *state;
    for (const int *code = column->codes; *code; code++) {
        const char *term = first_value(*code, SIPCODE_DIALOG);
        if (strcmp(term, column->term) != 0)
            fail_msg("%d ends the %s, not the %s", *code, column->term, term);
    }
}

/* Of a failure that table 1 does not name, nobody says that it ends more. */
static void only_what_is_named_ends_more_than_a_transaction(void **state) {
    bool named[SIPCODE_HIGHEST_LOCAL + 1] = {false};
    (void)state;
    for (size_t i = 0; i < ROWS(effects); i++)
        for (const int *code = effects[i].codes; *code; code++)
            named[*code] = true;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *record = sipcode_at(i);
        if (!named[sipcode_key(record)] &&
            (has_value(record, SIPCODE_DIALOG, "usage") ||
             has_value(record, SIPCODE_DIALOG, "dialog")))
            fail_msg("%d is not in table 1", sipcode_key(record));
    }
}

/* "400 (or unknown 4xx)"; what is never on the wire ends nothing. */
static void the_unknown_ends_what_its_equivalent_ends(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(others); i++) {
        const struct sipcode_record *record = found(others[i].code);
        if (others[i].treated_as)
            assert_true(sipcode_same(record, found(others[i].treated_as),
                                     SIPCODE_DIALOG));
        else
            assert_int_equal(sipcode_values(record, SIPCODE_DIALOG), 0);
    }
}

/* A provisional or successful response ends nothing. */
static void success_ends_no_dialog(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *record = sipcode_at(i);
        if (sipcode_key(record) < 300 && sipcode_values(record, SIPCODE_DIALOG))
            assert_string_equal(sipcode_value(record, SIPCODE_DIALOG, 0),
                                "none");
    }
}

/* Header fields that an RFC ties to a code. */
struct tied {
    const char *source;
    int code;
    const char *header, *level;
};

static const struct tied tied[] = {
    {"RFC 6228 5", 199, "Reason", "required"},
    {"RFC 3261 22.2", 401, "WWW-Authenticate", "required"},
    {"RFC 3261 20.33", 404, "Retry-After", "optional"},
    {"RFC 3261 21.4.6", 405, "Allow", "required"},
    {"RFC 3261 20", 407, "Proxy-Authenticate", "required"},
    {"RFC 3261 21.4.11", 413, "Retry-After", "recommended"},
    {"RFC 3261 21.4.13", 415, "Accept", "required"},
    {"RFC 3261 21.4.15", 420, "Unsupported", "required"},
    {"RFC 3261 21.4.16", 421, "Require", "required"},
    {"RFC 4028 6", 422, "Min-SE", "required"},
    {"RFC 3261 10.3", 423, "Min-Expires", "required"},
    {"RFC 8876 5.1", 425, "AlertMsg-Error", "required"},
    {"RFC 6086 4.2.2", 469, "Recv-Info", "required"},
    {"RFC 5360 5.9.2", 470, "Permission-Missing", "recommended"},
    {"RFC 3261 21.4.18", 480, "Retry-After", "optional"},
    {"RFC 3261 21.4.24", 486, "Retry-After", "optional"},
    {"RFC 3261 14.1", 488, "Warning", "recommended"},
    {"RFC 3265 7.2", 489, "Allow-Events", "required"},
    {"RFC 3329 2.3.1", 494, "Security-Server", "required"},
    {"RFC 3261 21.5.4", 503, "Retry-After", "optional"},
    {"RFC 3261 21.6.1", 600, "Retry-After", "optional"},
    {"RFC 3261 21.6.2", 603, "Retry-After", "optional"},
    {"RFC 3261 21.6.4", 606, "Warning", "optional"},
};

static void carries_header(void **state) {
    const struct tied *row = *state;
    const struct sipcode_record *record = found(row->code);
    for (size_t i = 0; i < sipcode_values(record, SIPCODE_HEADER); i++)
        if (!strcmp(sipcode_value(record, SIPCODE_HEADER, i), row->header)) {
            assert_string_equal(sipcode_part(record, SIPCODE_HEADER, i, 1),
                                row->level);
            return;
        }
    fail_msg("%d does not name %s", row->code, row->header);
}

/* Terms that an RFC gives or denies a code. */
enum claim { HAS, LACKS, HAS_ONLY };

struct claimed {
    const char *source;
    int code;
    enum sipcode_field field;
    enum claim claim;
    const char *term;
};

static const struct claimed claimed[] = {
    {"RFC 3261 21.1.1: any next hop", 100, SIPCODE_SENDER, HAS, "proxy"},
    {"RFC 3261 17.2.1: the UAS too", 100, SIPCODE_SENDER, HAS, "uas"},
    {"RFC 3261 21.1.2", 180, SIPCODE_METHOD, HAS_ONLY, "INVITE"},
    {"RFC 3261 21.1.2: the alerted UA", 180, SIPCODE_SENDER, HAS, "uas"},
    {"RFC 3261 21.2.1", 200, SIPCODE_METHOD, HAS_ONLY, "any"},
    {"RFC 6665 8.3.1", 202, SIPCODE_STATUS, HAS_ONLY, "deprecated"},
    {"RFC 5839 7.1", 204, SIPCODE_METHOD, HAS_ONLY, "SUBSCRIBE"},
    {"RFC 5839 7.1", 204, SIPCODE_SENDER, HAS, "notifier"},
    {"RFC 3261 8.1.3.4", 302, SIPCODE_RETRY, HAS, "elsewhere"},
    {"RFC 3261 8.3", 302, SIPCODE_SENDER, HAS, "redirect-server"},
    {"RFC 3261 22.2", 401, SIPCODE_RETRY, HAS, "credentials"},
    {"RFC 3261 22.1", 401, SIPCODE_SENDER, HAS, "registrar"},
    {"RFC 3261 22.1: never a proxy", 401, SIPCODE_SENDER, LACKS, "proxy"},
    {"RFC 3261 21.4.3", 402, SIPCODE_STATUS, HAS_ONLY, "reserved"},
    {"RFC 3261 21.4.4", 403, SIPCODE_RETRY, HAS, "never"},
    {"RFC 3261 22.3", 407, SIPCODE_RETRY, HAS, "credentials"},
    {"RFC 3261 22.3", 407, SIPCODE_SENDER, HAS, "proxy"},
    {"RFC 4320 4.2", 408, SIPCODE_METHOD, HAS_ONLY, "INVITE"},
    {"RFC 3261 8.1.3.1", 408, SIPCODE_SENDER, HAS, "uac-local"},
    {"RFC 5057 table 1", 408, SIPCODE_DIALOG, HAS_ONLY, "transaction"},
    {"RFC 2543 4.2.6", 409, SIPCODE_METHOD, HAS_ONLY, "REGISTER"},
    {"RFC 3261 28.1: no Conflict", 409, SIPCODE_STATUS, HAS_ONLY, "obsolete"},
    {"RFC 2543 7.4.12", 411, SIPCODE_RETRY, HAS_ONLY, "changed"},
    {"RFC 3903 11.2.1", 412, SIPCODE_METHOD, HAS_ONLY, "PUBLISH"},
    {"RFC 3903 6", 412, SIPCODE_SENDER, HAS, "event-state-compositor"},
    {"RFC 4028 7.3", 422, SIPCODE_RETRY, HAS, "changed"},
    {"RFC 3261 10.3", 423, SIPCODE_SENDER, HAS, "registrar"},
    {"RFC 8876 5.1", 425, SIPCODE_METHOD, HAS_ONLY, "MESSAGE"},
    {"RFC 8224 6.2", 428, SIPCODE_SENDER, HAS, "verification-service"},
    {"RFC 5626 11.5", 430, SIPCODE_SENDER, HAS, "edge-proxy"},
    {"RFC 5626 11.6", 439, SIPCODE_METHOD, HAS_ONLY, "REGISTER"},
    {"RFC 5626 11.6", 439, SIPCODE_SENDER, HAS, "registrar"},
    {"RFC 5393 5.3.3", 440, SIPCODE_SENDER, HAS, "proxy"},
    {"RFC 6086 4.2.2", 469, SIPCODE_METHOD, HAS_ONLY, "INFO"},
    {"RFC 5360 5.9.2", 470, SIPCODE_SENDER, HAS, "relay"},
    {"RFC 3261 9.2", 481, SIPCODE_METHOD, HAS, "CANCEL"},
    {"RFC 3261 15.1.2", 481, SIPCODE_METHOD, HAS, "BYE"},
    {"RFC 3261 21.4.25", 487, SIPCODE_METHOD, LACKS, "CANCEL"},
    {"the proxy failed to send", 477, SIPCODE_SENDER, HAS_ONLY, "proxy"},
    {"RFC 6665 8.3.2", 489, SIPCODE_METHOD, HAS, "SUBSCRIBE"},
    {"RFC 3261 14.2", 491, SIPCODE_METHOD, HAS, "INVITE"},
    {"RFC 3261 14.1", 491, SIPCODE_RETRY, HAS, "later"},
    {"RFC 3261 21.5.4", 503, SIPCODE_RETRY, HAS, "elsewhere"},
    {"RFC 3261 21.5.4", 503, SIPCODE_FAILOVER, HAS_ONLY, "yes"},
    {"RFC 8599 8.1", 555, SIPCODE_METHOD, HAS_ONLY, "REGISTER"},
    {"RFC 3312 8", 580, SIPCODE_METHOD, HAS, "UPDATE"},
    {"RFC 3261 21.6", 600, SIPCODE_FAILOVER, HAS_ONLY, "no"},
    {"no response came", 701, SIPCODE_SENDER, HAS_ONLY, "uac-local"},
    {"nothing was sent", 702, SIPCODE_SENDER, HAS_ONLY, "uac-local"},
    {"sending failed", 703, SIPCODE_SENDER, HAS_ONLY, "uac-local"},
};

static void is_so_by_the_rfc(void **state) {
    const struct claimed *row = *state;
    const struct sipcode_record *record = found(row->code);
    assert_non_null(sipcode_term(row->field, row->term));
    assert_int_equal(has_value(record, row->field, row->term),
                     row->claim != LACKS);
    if (row->claim == HAS_ONLY)
        assert_int_equal(sipcode_values(record, row->field), 1);
}

static void most_codes_have_no_status(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(registry); i++)
        if (registry[i].code != 202 && registry[i].code != 402)
            assert_int_equal(
                sipcode_values(found(registry[i].code), SIPCODE_STATUS), 0);
}

/* What a comparison and an alarm cannot do without. */
static void registered_codes_have_all_facts(void **state) {
    static const enum sipcode_field facts[] = {
        SIPCODE_SENDER, SIPCODE_METHOD,  SIPCODE_RETRY, SIPCODE_FAILOVER,
        SIPCODE_FAULT,  SIPCODE_TRIGGER, SIPCODE_TRACE};
    (void)state;
    for (size_t i = 0; i < ROWS(registry); i++)
        for (size_t j = 0; j < ROWS(facts); j++)
            if (!sipcode_values(found(registry[i].code), facts[j]))
                fail_msg("%d has no value in field %d", registry[i].code,
                         (int)facts[j]);
}

static const char *const class_names[] = {"Provisional",    "Successful",
                                          "Redirection",    "Client Failure",
                                          "Server Failure", "Global Failure"};

static void classes_have_their_names(void **state) {
    (void)state;
    for (int digit = 1; digit <= 6; digit++)
        assert_string_equal(
            sipcode_value(sipcode_class(digit), SIPCODE_NAME, 0),
            class_names[digit - 1]);
}

/* RFC 3261 sections 13.2.2.4 and 17.1.1.3. */
static void final_answers_have_their_ack(void **state) {
    static const char *const acks[] = {"none",       "end-to-end",
                                       "hop-by-hop", "hop-by-hop",
                                       "hop-by-hop", "hop-by-hop"};
    (void)state;
    for (int digit = 1; digit <= 6; digit++) {
        const char *ack = sipcode_value(sipcode_class(digit), SIPCODE_ACK, 0);
        assert_non_null(ack);
        assert_string_equal(ack, acks[digit - 1]);
        assert_non_null(sipcode_term(SIPCODE_ACK, ack));
    }
}

static void rfcs_have_their_titles(void **state) {
    (void)state;
    assert_string_equal(sipcode_value(sipcode_rfc(3261), SIPCODE_TITLE, 0),
                        "SIP: Session Initiation Protocol");
    assert_string_equal(
        sipcode_value(sipcode_rfc(4028), SIPCODE_TITLE, 0),
        "Session Timers in the Session Initiation Protocol (SIP)");
    assert_string_equal(sipcode_value(sipcode_rfc(6665), SIPCODE_TITLE, 0),
                        "SIP-Specific Event Notification");
    assert_string_equal(sipcode_value(sipcode_rfc(2543), SIPCODE_TITLE, 0),
                        "SIP: Session Initiation Protocol");
}

/* ---- Any integer -------------------------------------------------------- */

static bool is_registered(int code) {
    for (size_t i = 0; i < ROWS(registry); i++)
        if (registry[i].code == code)
            return true;
    return false;
}

static bool is_known(int code) {
    for (size_t i = 0; i < ROWS(others); i++)
        if (others[i].code == code)
            return true;
    return is_registered(code);
}

/* RFC 3261 section 8.1.3.2; 0 for what is no status code. */
static int equivalent(int code) {
    if (code < 100 || code > 699)
        return 0;
    if (is_registered(code))
        return code;
    return code < 200 ? 183 : code / 100 * 100;
}

static int class_digit(int number) {
    if (number >= 1 && number <= 6)
        return number;
    return number >= 100 && number <= 699 ? number / 100 : 0;
}

static void ask(int number) {
    const struct sipcode_record *record = sipcode_find(number);
    const char *phrase = sipcode_phrase(number);

    if ((record != NULL) != is_known(number))
        fail_msg("%d: found or not", number);
    if (sipcode_is_registered(record) != is_registered(number))
        fail_msg("%d: registered or not", number);
    if ((record != NULL) != (phrase != NULL))
        fail_msg("%d: record without phrase or phrase without record", number);
    if (record) {
        assert_int_equal(sipcode_key(record), number);
        assert_string_equal(phrase, sipcode_value(record, SIPCODE_PHRASE, 0));
    }
    if (sipcode_key(sipcode_treated_as(number)) != equivalent(number))
        fail_msg("%d: treated as %d", number,
                 sipcode_key(sipcode_treated_as(number)));
    if (sipcode_treated_as(number) != sipcode_find(equivalent(number)))
        fail_msg("%d: treated as a record that is not found", number);
    if (sipcode_key(sipcode_class(number)) != class_digit(number))
        fail_msg("%d: of class %d", number, sipcode_key(sipcode_class(number)));
    if (sipcode_class(number) != sipcode_class(class_digit(number)))
        fail_msg("%d: another record of its class", number);
}

static void any_integer_may_be_asked(void **state) {
    (void)state;
    for (int number = -1000; number <= 2000; number++)
        ask(number);
    ask(INT_MIN);
    ask(INT_MIN + 1);
    ask(INT_MAX - 1);
    ask(INT_MAX);
    /* What would be a code if only 8 or 16 bits of it were looked at. */
    ask(65536 + 183);
    ask(-65536 + 183);
    ask(256 + 200 - 65536);
}

static void any_integer_may_be_asked_as_rfc(void **state) {
    (void)state;
    for (int number = -1000; number <= 70000; number++)
        if (sipcode_rfc(number)) {
            assert_int_equal(sipcode_key(sipcode_rfc(number)), number);
            assert_int_equal(sipcode_values(sipcode_rfc(number), SIPCODE_TITLE),
                             1);
        }
    assert_null(sipcode_rfc(INT_MIN));
    assert_null(sipcode_rfc(INT_MAX));
    assert_null(sipcode_rfc(65536 + 3261));
    assert_null(sipcode_rfc(0));
    assert_null(sipcode_rfc(3265)); /* obsolete; nothing is cited from it */
}

static void the_limits_are_those_of_sip_and_of_the_table(void **state) {
    (void)state;
    assert_int_equal(SIPCODE_LOWEST, 100);
    assert_int_equal(SIPCODE_HIGHEST, 699);
    assert_int_equal(SIPCODE_HIGHEST_LOCAL, 799);
    assert_ptr_equal(sipcode_treated_as(SIPCODE_HIGHEST), found(600));
    assert_null(sipcode_treated_as(SIPCODE_HIGHEST + 1));
    assert_null(sipcode_class(SIPCODE_HIGHEST + 1));
    assert_null(sipcode_class(7));
}

static void positions_and_codes_agree(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *record = sipcode_at(i);
        assert_non_null(record);
        assert_ptr_equal(record, sipcode_find(sipcode_key(record)));
        if (i)
            assert_true(sipcode_key(sipcode_at(i - 1)) < sipcode_key(record));
    }
    assert_null(sipcode_at(sipcode_count()));
    assert_null(sipcode_at(sipcode_count() + 1));
    assert_null(sipcode_at(UINT16_MAX + (size_t)1));
    assert_null(sipcode_at(SIZE_MAX));
}

/* ---- The data files, read independently --------------------------------- */

/* One `Name: text` of a file, and the number of the record it stands in. */
struct line {
    size_t record;
    const char *name, *text;
};

struct file {
    const char *path; /* below the root of the sources */
    char *text;
    struct line *lines;
    size_t count, records;
};

static struct file codes = {.path = "data/codes.rec"},
                   classes = {.path = "data/classes.rec"},
                   terms = {.path = "data/terms.rec"},
                   rfcs = {.path = "data/rfcs.rec"},
                   edition = {.path = "data/edition.rec"},
                   pairs = {.path = "data/pairs.rec"},
                   wires = {.path = "data/phrases.rec"};
static struct file *const files[] = {&codes,   &classes, &terms, &rfcs,
                                     &edition, &pairs,   &wires};

/* Joins each line that starts with "+ " to the one before it, by a blank. */
static void unfold(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++)
        if (from[0] == '\n' && from[1] == '+') {
            *to++ = ' ';
            from += from[2] == ' ' ? 2 : 1;
        } else {
            *to++ = *from;
        }
    *to = '\0';
}

static void add_line(struct file *file, char *line) {
    char *colon = strstr(line, ": ");
    if (!colon) {
        fprintf(stderr, "%s: no field: %s\n", file->path, line);
        abort();
    }
    *colon = '\0';
    file->lines = realloc(file->lines, (file->count + 1) * sizeof *file->lines);
    if (!file->lines)
        abort();
    file->lines[file->count++] =
        (struct line){file->records - 1, line, colon + 2};
}

static void read_lines(struct file *file) {
    bool inside = false;
    for (char *line = file->text; *line;) {
        char *end = line + strcspn(line, "\n");
        bool last = !*end;
        *end = '\0';
        if (!*line) {
            inside = false;
        } else if (*line != '#' && *line != '%') {
            file->records += !inside;
            inside = true;
            add_line(file, line);
        }
        line = last ? end : end + 1;
    }
}

static int read_files(void **state) {
    const char *root = getenv("SIPCODE_SOURCE");
    (void)state;
    if (!root) {
        fputs("SIPCODE_SOURCE must name the root of the sources\n", stderr);
        return -1;
    }
    for (size_t i = 0; i < ROWS(files); i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", root, files[i]->path);
        files[i]->text = read_file(path);
        unfold(files[i]->text);
        read_lines(files[i]);
    }
    return 0;
}

static int free_files(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(files); i++) {
        free(files[i]->text);
        free(files[i]->lines);
    }
    return 0;
}

/* How a value of the data splits into the parts that sipcode.h promises. */
enum split {
    AS_KEY,         /* no field: what identifies the record */
    AS_CODES,       /* no field: the two codes of a pair */
    AS_WHOLE,       /* one part */
    AS_SECOND_WORD, /* one part, behind the name of a field */
    AS_PHRASE,      /* one part, behind the code if there is one */
    AS_WORD_REST,   /* term, clause */
    AS_HEADER,      /* header field, term, clause */
    AS_REFERENCE    /* RFC number, section, URL */
};

struct name {
    const char *name;
    enum sipcode_field field;
    enum split split;
};

static const struct name names[] = {
    {"Code", SIPCODE_FIELDS, AS_KEY},
    {"Class", SIPCODE_FIELDS, AS_KEY},
    {"RFC", SIPCODE_FIELDS, AS_KEY},
    {"Pair", SIPCODE_FIELDS, AS_CODES},
    {"Phrase", SIPCODE_PHRASE, AS_WHOLE},
    {"Summary", SIPCODE_SUMMARY, AS_WHOLE},
    {"Description", SIPCODE_DESCRIPTION, AS_WHOLE},
    {"When", SIPCODE_WHEN, AS_WHOLE},
    {"Fix", SIPCODE_FIX, AS_WHOLE},
    {"Use", SIPCODE_USE, AS_WHOLE},
    {"Status", SIPCODE_STATUS, AS_WHOLE},
    {"Reference", SIPCODE_REFERENCE, AS_REFERENCE},
    {"SeeAlso", SIPCODE_SEE_ALSO, AS_WHOLE},
    {"Sender", SIPCODE_SENDER, AS_WHOLE},
    {"Method", SIPCODE_METHOD, AS_WHOLE},
    {"Trigger", SIPCODE_TRIGGER, AS_WHOLE},
    {"Trace", SIPCODE_TRACE, AS_WHOLE},
    {"Retry", SIPCODE_RETRY, AS_WORD_REST},
    {"Failover", SIPCODE_FAILOVER, AS_WORD_REST},
    {"Dialog", SIPCODE_DIALOG, AS_WHOLE},
    {"Fork", SIPCODE_FORK, AS_WHOLE},
    {"Fault", SIPCODE_FAULT, AS_WORD_REST},
    {"Header", SIPCODE_HEADER, AS_HEADER},
    {"Deadend", SIPCODE_DEAD_END, AS_WHOLE},
    {"Name", SIPCODE_NAME, AS_WHOLE},
    {"Meaning", SIPCODE_MEANING, AS_WHOLE},
    {"Outcome", SIPCODE_OUTCOME, AS_WHOLE},
    {"Ack", SIPCODE_ACK, AS_WHOLE},
    {"Acknowledged", SIPCODE_ACK_HOW, AS_WHOLE},
    {"Unknown", SIPCODE_UNKNOWN, AS_WHOLE},
    {"Term", SIPCODE_TERM, AS_SECOND_WORD},
    {"Title", SIPCODE_TITLE, AS_WHOLE},
    {"Edition", SIPCODE_EDITION, AS_WHOLE},
    {"Stack", SIPCODE_STACK, AS_WORD_REST},
    {"Difference", SIPCODE_DIFFERENCE, AS_WHOLE},
    {"Tell", SIPCODE_TELL, AS_WHOLE},
    {"Choose", SIPCODE_CHOOSE, AS_WHOLE},
    {"Wire", SIPCODE_WIRE, AS_PHRASE},
    {"Origin", SIPCODE_ORIGIN, AS_WHOLE},
};

static const struct name *name_of(const char *text, size_t length) {
    for (size_t i = 0; i < ROWS(names); i++)
        if (strlen(names[i].name) == length &&
            !strncmp(names[i].name, text, length))
            return &names[i];
    fail_msg("the test knows no field \"%.*s\"", (int)length, text);
    return NULL;
}

struct parts {
    char text[2048], url[128];
    const char *part[3];
    size_t count;
};

/* Ends the word at its first blank and returns what is behind it. */
static char *cut(char *text) {
    char *blank = strchr(text, ' ');
    if (!blank)
        fail_msg("one word alone: \"%s\"", text);
    *blank = '\0';
    return blank + 1;
}

static void split(struct parts *parts, const char *text, enum split split) {
    assert_true(strlen(text) < sizeof parts->text);
    strcpy(parts->text, text);
    parts->part[0] = parts->text;
    parts->count = 1;
    if (split == AS_SECOND_WORD || (split == AS_PHRASE && *text != '('))
        parts->part[0] = cut(parts->text);
    if (split == AS_WORD_REST || split == AS_HEADER)
        parts->part[parts->count++] = cut(parts->text);
    if (split == AS_HEADER)
        parts->part[parts->count++] =
            cut(parts->text + strlen(parts->text) + 1);
    if (split != AS_REFERENCE)
        return;
    char *number = cut(parts->text), *section = cut(number);
    assert_string_equal(parts->text, "RFC");
    snprintf(parts->url, sizeof parts->url,
             "https://www.rfc-editor.org/rfc/rfc%s#section-%s", number,
             section);
    parts->part[0] = number;
    parts->part[1] = section;
    parts->part[2] = parts->url;
    parts->count = 3;
}

static void same_value(const struct sipcode_record *record,
                       enum sipcode_field field, size_t index,
                       const struct parts *parts) {
    for (size_t i = 0; i < parts->count; i++) {
        const char *part = sipcode_part(record, field, index, i);
        assert_non_null(part);
        assert_string_equal(part, parts->part[i]);
    }
    assert_null(sipcode_part(record, field, index, parts->count));
    assert_null(sipcode_part(record, field, index, SIZE_MAX));
    assert_ptr_equal(sipcode_value(record, field, index),
                     sipcode_part(record, field, index, 0));
}

/* Each field has as many values as were seen in the data, and none beyond. */
static void no_more_values(const struct sipcode_record *record,
                           const size_t *seen) {
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++) {
        assert_int_equal(sipcode_values(record, field), seen[field]);
        assert_null(sipcode_value(record, field, seen[field]));
        assert_null(sipcode_value(record, field, SIZE_MAX));
        assert_null(sipcode_part(record, field, seen[field], 0));
        assert_null(sipcode_part(record, field, seen[field], 1));
    }
}

static void same_record(const struct file *file, size_t number,
                        const struct sipcode_record *record) {
    size_t seen[SIPCODE_FIELDS] = {0};
    assert_non_null(record);
    for (size_t i = 0; i < file->count; i++) {
        const struct line *line = &file->lines[i];
        if (line->record != number)
            continue;
        const struct name *name = name_of(line->name, strlen(line->name));
        if (name->split == AS_KEY) {
            assert_int_equal(sipcode_key(record), atoi(line->text));
            continue;
        }
        if (name->split == AS_CODES)
            continue; /* by them the record was found */
        struct parts parts;
        split(&parts, line->text, name->split);
        same_value(record, name->field, seen[name->field]++, &parts);
    }
    no_more_values(record, seen);
}

/* The first line of a record, which holds its key. */
static const struct line *first_line(const struct file *file, size_t number) {
    for (size_t i = 0; i < file->count; i++)
        if (file->lines[i].record == number)
            return &file->lines[i];
    fail_msg("%s has no record number %zu", file->path, number);
    return NULL;
}

/* The place of a code among the records of the data. */
static size_t place_in_data(int code) {
    for (size_t i = 0; i < codes.records; i++)
        if (atoi(first_line(&codes, i)->text) == code)
            return i;
    fail_msg("%s has no code %d", codes.path, code);
    return 0;
}

static void code_is_as_in_the_data(void **state) {
    const int *code = *state;
    same_record(&codes, place_in_data(*code), sipcode_find(*code));
}

/* In the order of their numbers, and no others. */
static void data_holds_the_known_codes(void **state) {
    (void)state;
    assert_int_equal(codes.records, KNOWN_CODES);
    for (size_t i = 0; i < codes.records; i++)
        assert_int_equal(atoi(first_line(&codes, i)->text), known_code(i));
}

static void classes_are_as_in_the_data(void **state) {
    (void)state;
    assert_int_equal(classes.records, 6);
    for (size_t i = 0; i < classes.records; i++)
        same_record(&classes, i,
                    sipcode_class(atoi(first_line(&classes, i)->text)));
}

static void rfcs_are_as_in_the_data(void **state) {
    size_t known = 0;
    (void)state;
    for (size_t i = 0; i < rfcs.records; i++)
        same_record(&rfcs, i, sipcode_rfc(atoi(first_line(&rfcs, i)->text)));
    for (int number = 0; number <= 100000; number++)
        known += sipcode_rfc(number) != NULL;
    assert_int_equal(known, rfcs.records);
}

/* The field in whose vocabulary a record of terms.rec puts its word. */
static enum sipcode_field vocabulary(size_t number, const char **word) {
    const char *text = first_line(&terms, number)->text;
    size_t length = strcspn(text, " ");
    *word = text + length + 1;
    return name_of(text, length)->field;
}

static void terms_are_as_in_the_data(void **state) {
    (void)state;
    for (size_t i = 0; i < terms.records; i++) {
        const char *word;
        enum sipcode_field field = vocabulary(i, &word);
        const struct sipcode_record *term = sipcode_term(field, word);
        same_record(&terms, i, term);
        assert_int_equal(sipcode_key(term), 0);
    }
}

static bool in_data(enum sipcode_field field, const char *word) {
    const char *other;
    for (size_t i = 0; i < terms.records; i++)
        if (vocabulary(i, &other) == field && !strcmp(other, word))
            return true;
    return false;
}

/* Every word asked in every field is there only where the data puts it. */
static void terms_are_in_their_own_vocabulary(void **state) {
    const char *word;
    (void)state;
    for (size_t i = 0; i < terms.records; i++) {
        vocabulary(i, &word);
        for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
            if ((sipcode_term(field, word) != NULL) != in_data(field, word))
                fail_msg("\"%s\" in field %d", word, (int)field);
    }
}

static void edition_is_as_in_the_data(void **state) {
    (void)state;
    assert_int_equal(edition.records, 1);
    assert_string_equal(sipcode_edition(), first_line(&edition, 0)->text);
}

/* ---- Pairs -------------------------------------------------------------- */

/* Which pairs of codes the data holds: 1 + the number of the record, or 0. */
static void read_pairs(size_t curated[800][800]) {
    for (size_t i = 0; i < pairs.records; i++) {
        const struct line *line = first_line(&pairs, i);
        int low, high, length = 0;
        assert_string_equal(line->name, "Pair");
        assert_int_equal(sscanf(line->text, "%3d %3d%n", &low, &high, &length),
                         2);
        assert_int_equal(length, 7);
        assert_in_range(low, 100, 799);
        assert_in_range(high, low + 1, 799);
        assert_int_equal(curated[low][high], 0);
        curated[low][high] = curated[high][low] = i + 1;
    }
}

static void pairs_are_as_in_the_data(void **state) {
    static size_t curated[800][800];
    (void)state;
    assert_true(pairs.records > 0);
    read_pairs(curated);
    for (int a = 0; a < 800; a++)
        for (int b = 0; b < 800; b++) {
            const struct sipcode_record *pair = sipcode_pair(a, b);
            if ((pair != NULL) != (curated[a][b] != 0))
                fail_msg("%d and %d: a pair or not", a, b);
            if (pair)
                same_record(&pairs, curated[a][b] - 1, pair);
        }
}

/* Pairs that people confuse, and in one of them the words that matter. */
static void well_known_pairs_are_known(void **state) {
    static const int known[][2] = {
        {180, 183}, {401, 407}, {404, 410}, {480, 486}, {486, 600},
        {487, 408}, {502, 503}, {503, 504}, {603, 486}, {608, 607}};
    (void)state;
    for (size_t i = 0; i < ROWS(known); i++) {
        const struct sipcode_record *pair =
            sipcode_pair(known[i][0], known[i][1]);
        if (!pair)
            fail_msg("%d and %d are no pair", known[i][0], known[i][1]);
        assert_ptr_equal(pair, sipcode_pair(known[i][1], known[i][0]));
    }
    assert_non_null(strstr(
        sipcode_value(sipcode_pair(180, 183), SIPCODE_DIFFERENCE, 0), "183"));
}

static void no_pair_of_other_numbers(void **state) {
    static const int numbers[] = {INT_MIN, -1,          0,      1,   4,
                                  99,      704,         800,    999, 480 + 256,
                                  1000,    486 + 65536, INT_MAX};
    (void)state;
    for (size_t i = 0; i < ROWS(numbers); i++) {
        for (size_t j = 0; j < ROWS(numbers); j++)
            assert_null(sipcode_pair(numbers[i], numbers[j]));
        for (size_t j = 0; j < sipcode_count(); j++) {
            int code = sipcode_key(sipcode_at(j));
            assert_null(sipcode_pair(numbers[i], code));
            assert_null(sipcode_pair(code, numbers[i]));
        }
    }
    assert_null(sipcode_pair(480, 480));
    assert_null(sipcode_pair(183, 422));
}

/* By the key of a record, "480 486". */
static const struct sipcode_record *pair_of(const char *key) {
    return sipcode_pair(atoi(key), atoi(key + 4));
}

static void pairs_have_the_promised_values(void **state) {
    (void)state;
    for (size_t i = 0; i < pairs.records; i++) {
        const struct sipcode_record *pair =
            pair_of(first_line(&pairs, i)->text);
        assert_in_range(sipcode_values(pair, SIPCODE_DIFFERENCE), 1, 5);
        assert_int_equal(sipcode_values(pair, SIPCODE_TELL), 1);
        assert_int_equal(sipcode_values(pair, SIPCODE_CHOOSE), 1);
        assert_int_equal(sipcode_values(pair, SIPCODE_PHRASE), 0);
    }
}

/* ---- Phrases on the wire ------------------------------------------------ */

#define ENDING "(NNN/XX)"

/* By the key of a record, "603 Network Blocked" or the end of any phrase. */
static const struct sipcode_record *wire_of(const char *key) {
    return *key == '(' ? sipcode_wire(404, "Not here (478/TM)")
                       : sipcode_wire(atoi(key), key + 4);
}

static void wires_are_as_in_the_data(void **state) {
    (void)state;
    assert_true(wires.records > 0);
    for (size_t i = 0; i < wires.records; i++)
        same_record(&wires, i, wire_of(first_line(&wires, i)->text));
}

static void wires_have_the_promised_values(void **state) {
    (void)state;
    for (size_t i = 0; i < wires.records; i++) {
        const struct sipcode_record *wire =
            wire_of(first_line(&wires, i)->text);
        assert_int_equal(sipcode_values(wire, SIPCODE_WIRE), 1);
        assert_int_equal(sipcode_values(wire, SIPCODE_ORIGIN), 1);
        assert_int_equal(sipcode_values(wire, SIPCODE_MEANING), 1);
        assert_int_equal(sipcode_values(wire, SIPCODE_PHRASE), 0);
        for (size_t j = 0; j < sipcode_values(wire, SIPCODE_REFERENCE); j++)
            assert_non_null(
                sipcode_rfc(atoi(sipcode_value(wire, SIPCODE_REFERENCE, j))));
    }
}

static bool is_in_wires(int code, const char *phrase) {
    char key[128];
    snprintf(key, sizeof key, "%d %s", code, phrase);
    for (size_t i = 0; i < wires.records; i++)
        if (!strcmp(first_line(&wires, i)->text, key))
            return true;
    return false;
}

/* A phrase says nothing with another code than the one it was seen with. */
static void wires_belong_to_their_code(void **state) {
    (void)state;
    for (size_t i = 0; i < wires.records; i++) {
        const char *key = first_line(&wires, i)->text;
        for (int code = -1; *key != '(' && code <= 1000; code++)
            if ((sipcode_wire(code, key + 4) != NULL) !=
                is_in_wires(code, key + 4))
                fail_msg("%d %s: known or not", code, key + 4);
    }
}

/* The same words in another dress are found; more or fewer are not. */
static void wires_are_compared_by_words(void **state) {
    (void)state;
    for (size_t i = 0; i < wires.records; i++) {
        const char *key = first_line(&wires, i)->text;
        const struct sipcode_record *wire = wire_of(key);
        char dressed[128] = " \"", longer[128];
        size_t length = strlen(dressed);
        if (*key == '(')
            continue;
        assert_true(strlen(key) + 16 < sizeof dressed);
        for (const char *c = key + 4; *c; c++) {
            dressed[length++] = is_alnum(*c) ? capital(*c) : *c;
            if (*c == ' ')
                dressed[length++] = ' ';
            assert_true(length + 3 < sizeof dressed);
        }
        strcpy(dressed + length, "\".");
        assert_ptr_equal(sipcode_wire(atoi(key), dressed), wire);
        snprintf(longer, sizeof longer, "%s zzz", key + 4);
        assert_null(sipcode_wire(atoi(key), longer));
        snprintf(longer, sizeof longer, "zzz %s", key + 4);
        assert_null(sipcode_wire(atoi(key), longer));
        length = strlen(longer);
        while (!is_alnum(longer[length - 1]))
            length--;
        longer[length - 1] = '\0'; /* its last letter is gone */
        assert_null(sipcode_wire(atoi(key), longer + 4));
    }
}

static void registered_phrases_need_no_explanation(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        int code = sipcode_key(sipcode_at(i));
        if (sipcode_wire(code, sipcode_phrase(code)))
            fail_msg("%d %s is the phrase of the table itself", code,
                     sipcode_phrase(code));
    }
}

struct wire {
    int code;
    const char *phrase;
    const char *wire, *origin; /* NULL where the phrase is not known */
};

static const struct wire wire_cases[] = {
    {603, "Network Blocked", "Network Blocked", "analytics"},
    {603, "network blocked", "Network Blocked", "analytics"},
    {603, "NETWORK-BLOCKED", "Network Blocked", "analytics"},
    {603, "Blocked Network", NULL, NULL},
    {603, "Network", NULL, NULL},
    {603, "Network Block", NULL, NULL},
    {603, "Network Blocked Call", NULL, NULL},
    {603, "NetworkBlocked", NULL, NULL},
    {603, "Decline", NULL, NULL},
    {603, "never seen by anybody", NULL, NULL},
    {603, "", NULL, NULL},
    {603, " ", NULL, NULL},
    {603, "...", NULL, NULL},
    {603, NULL, NULL, NULL},
    {600, "Network Blocked", NULL, NULL},
    {0, "Network Blocked", NULL, NULL},
    {INT_MIN, "Network Blocked", NULL, NULL},
    {603 + 65536, "Network Blocked", NULL, NULL},
    {0, "", NULL, NULL},
    {0, NULL, NULL, NULL},
    {100, "trying -- your call is important to us",
     "trying -- your call is important to us", "SER"},
    {100, "Trying, your call is important to us",
     "trying -- your call is important to us", "SER"},
    {403, "Wrong password", "Wrong password", "Cirpack"},
    {403, "Wrong password or domain", "Wrong password or domain", "Cirpack"},
    {404, "Not found (no mailbox)", "Not found (no mailbox)", "Asterisk"},
    {404, "Not found", NULL, NULL},
    {417, "Bad Extension", "Bad Extension", "Kamailio"},
    {420, "Bad Extension", NULL, NULL},
    {477, "Unfortunately error on sending to next hop occurred (477/SL)",
     ENDING, "SER family"},
    {478, "Unresolvable destination (478/TM)", ENDING, "SER family"},
    {404, "Not Found (478/TM)", ENDING, "SER family"},
    {603, "Network Blocked (603/TM)", ENDING, "SER family"},
    {999, "x (000/AZ)", ENDING, "SER family"},
    {INT_MAX, "x (999/ZA)", ENDING, "SER family"},
    {INT_MIN, "x (478/TM)", ENDING, "SER family"},
    {478, "x (478/tm)", NULL, NULL},
    {478, "x (478/Tm)", NULL, NULL},
    {478, "x (478/T1)", NULL, NULL},
    {478, "x (47a/TM)", NULL, NULL},
    {478, "x (4788/TM)", NULL, NULL},
    {478, "x (478/TMX)", NULL, NULL},
    {478, "x (478/T)", NULL, NULL},
    {478, "x (478-TM)", NULL, NULL},
    {478, "x [478/TM]", NULL, NULL},
    {478, "x (478/TM", NULL, NULL},
    {478, "x (478/TM) y", NULL, NULL},
    {478, "x (NNN/XX)", NULL, NULL},
    {478, "78/TM)", NULL, NULL},
    {478, "x 478/TM)", NULL, NULL},
    {478, "TM)", NULL, NULL},
    {478, ")", NULL, NULL},
};

static void is_known_on_the_wire(void **state) {
    const struct wire *row = *state;
    const struct sipcode_record *wire = sipcode_wire(row->code, row->phrase);
    if (!row->wire) {
        assert_null(wire);
        return;
    }
    assert_non_null(wire);
    assert_string_equal(sipcode_value(wire, SIPCODE_WIRE, 0), row->wire);
    assert_string_equal(sipcode_value(wire, SIPCODE_ORIGIN, 0), row->origin);
}

/* What the record is for: whom to look to, and where that is written. */
static void a_blocked_call_is_not_a_declined_one(void **state) {
    const struct sipcode_record *wire = sipcode_wire(603, "Network Blocked");
    (void)state;
    assert_non_null(wire);
    assert_int_equal(sipcode_key(wire), 603);
    assert_non_null(strstr(sipcode_value(wire, SIPCODE_MEANING, 0), "603+"));
    assert_string_equal(sipcode_value(wire, SIPCODE_REFERENCE, 0), "3326");
}

/* ---- All parts at once -------------------------------------------------- */

#define MOST_PARTS 3

/* As many as there is room for are written, as they are one by one. */
static void check_parts(const struct sipcode_record *record,
                        enum sipcode_field field, size_t index) {
    static const char untouched[] = "";
    size_t count = 0;
    while (sipcode_part(record, field, index, count))
        count++;
    assert_in_range(count, 1, MOST_PARTS);
    assert_int_equal(sipcode_parts(record, field, index, NULL, 0), count);
    for (size_t capacity = 0; capacity <= MOST_PARTS + 1; capacity++) {
        const char *parts[MOST_PARTS + 1];
        for (size_t i = 0; i < ROWS(parts); i++)
            parts[i] = untouched;
        assert_int_equal(sipcode_parts(record, field, index, parts, capacity),
                         count);
        for (size_t i = 0; i < ROWS(parts); i++)
            assert_ptr_equal(parts[i],
                             i < count && i < capacity
                                 ? sipcode_part(record, field, index, i)
                                 : untouched);
    }
}

static void no_parts(const struct sipcode_record *record,
                     enum sipcode_field field, size_t index) {
    static const char untouched[] = "";
    const char *parts[MOST_PARTS] = {untouched, untouched, untouched};
    assert_int_equal(sipcode_parts(record, field, index, NULL, 0), 0);
    assert_int_equal(sipcode_parts(record, field, index, parts, ROWS(parts)),
                     0);
    for (size_t i = 0; i < ROWS(parts); i++)
        assert_ptr_equal(parts[i], untouched);
}

static void check_all_parts(const struct sipcode_record *record) {
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++) {
        size_t count = sipcode_values(record, field);
        for (size_t i = 0; i < count; i++)
            check_parts(record, field, i);
        no_parts(record, field, count);
        no_parts(record, field, count + 1);
        no_parts(record, field, SIZE_MAX);
    }
    for (size_t i = 0; i < ROWS(no_fields); i++)
        no_parts(record, (enum sipcode_field)no_fields[i], 0);
}

static void all_parts_are_each_of_them(void **state) {
    (void)state;
    check_all_parts(NULL);
    for (size_t i = 0; i < sipcode_count(); i++)
        check_all_parts(sipcode_at(i));
    check_all_parts(sipcode_class(4));
    check_all_parts(sipcode_rfc(3261));
    check_all_parts(sipcode_term(SIPCODE_RETRY, "later"));
    check_all_parts(sipcode_pair(480, 486));
    check_all_parts(sipcode_wire(603, "Network Blocked"));
}

static void a_value_has_as_many_parts_as_promised(void **state) {
    static const struct {
        int code;
        enum sipcode_field field;
        size_t parts;
    } promised[] = {{183, SIPCODE_PHRASE, 1},    {183, SIPCODE_SENDER, 1},
                    {183, SIPCODE_REFERENCE, 3}, {422, SIPCODE_HEADER, 3},
                    {422, SIPCODE_RETRY, 2},     {422, SIPCODE_FAILOVER, 2},
                    {422, SIPCODE_FAULT, 2},     {477, SIPCODE_STACK, 2}};
    (void)state;
    for (size_t i = 0; i < ROWS(promised); i++)
        assert_int_equal(sipcode_parts(found(promised[i].code),
                                       promised[i].field, 0, NULL, 0),
                         promised[i].parts);
}

/* ---- Versions ----------------------------------------------------------- */

static void version_is_that_of_the_header(void **state) {
    char version[64];
    (void)state;
    snprintf(version, sizeof version, "%d.%d.%d", SIPCODE_VERSION_MAJOR,
             SIPCODE_VERSION_MINOR, SIPCODE_VERSION_PATCH);
    assert_string_equal(sipcode_version(), version);
}

static void edition_is_a_date(void **state) {
    int year, month, day, length = 0;
    (void)state;
    assert_int_equal(strlen(sipcode_edition()), 10);
    assert_int_equal(sscanf(sipcode_edition(), "%4d-%2d-%2d%n", &year, &month,
                            &day, &length),
                     3);
    assert_int_equal(length, 10);
    assert_in_range(year, 2026, 2999);
    assert_in_range(month, 1, 12);
    assert_in_range(day, 1, 31);
}

/* ---- What is not there -------------------------------------------------- */

static void null_is_a_record_without_values(void **state) {
    size_t none[SIPCODE_FIELDS] = {0};
    (void)state;
    assert_int_equal(sipcode_key(NULL), 0);
    no_more_values(NULL, none);
}

static void no_field_has_no_values(void **state) {
    const struct sipcode_record *records[] = {
        NULL,
        sipcode_find(183),
        sipcode_class(4),
        sipcode_rfc(3261),
        sipcode_term(SIPCODE_RETRY, "later"),
        sipcode_find(701),
        sipcode_pair(480, 486),
        sipcode_wire(603, "Network Blocked")};
    (void)state;
    for (size_t i = 0; i < ROWS(records); i++)
        for (size_t j = 0; j < ROWS(no_fields); j++) {
            enum sipcode_field field = (enum sipcode_field)no_fields[j];
            assert_int_equal(sipcode_values(records[i], field), 0);
            assert_null(sipcode_value(records[i], field, 0));
            assert_null(sipcode_part(records[i], field, 0, 0));
            assert_true(sipcode_same(records[i], records[i], field));
            assert_true(sipcode_same(records[i], sipcode_find(486), field));
        }
}

static void no_field_has_a_vocabulary(void **state) {
    (void)state;
    for (size_t i = 0; i < ROWS(no_fields); i++)
        assert_null(sipcode_term((enum sipcode_field)no_fields[i], "later"));
}

static void other_words_are_no_terms(void **state) {
    static const char *const words[] = {"",       "Later",   "LATER",  "late",
                                        "laters", "later ",  " later", "yes",
                                        "uas",    "nothing", "later\n"};
    (void)state;
    assert_non_null(sipcode_term(SIPCODE_RETRY, "later"));
    for (size_t i = 0; i < ROWS(words); i++)
        if (sipcode_term(SIPCODE_RETRY, words[i]))
            fail_msg("\"%s\" is no term of Retry", words[i]);
    assert_null(sipcode_term(SIPCODE_RETRY, NULL));
    assert_null(sipcode_term(SIPCODE_METHOD, "ACK")); /* gets no response */
    assert_null(sipcode_term(SIPCODE_METHOD, "invite"));
    assert_null(sipcode_term(SIPCODE_PHRASE, "Ringing"));
    assert_non_null(sipcode_term(SIPCODE_STACK, "Kamailio"));
    assert_null(sipcode_term(SIPCODE_STACK, "kamailio"));
    assert_null(sipcode_term(SIPCODE_STACK, "Asterisk"));
}

/* ---- Comparing ---------------------------------------------------------- */

static bool includes(const struct sipcode_record *a,
                     const struct sipcode_record *b, enum sipcode_field field) {
    for (size_t i = 0; i < sipcode_values(b, field); i++)
        if (!has_value(a, field, sipcode_value(b, field, i)))
            return false;
    return true;
}

/* The same set of first parts, however often each of them stands. */
static void any_two_codes_compare_as_sets(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < sipcode_count(); j++)
            for (enum sipcode_field field = 0; field < SIPCODE_FIELDS;
                 field++) {
                const struct sipcode_record *a = sipcode_at(i),
                                            *b = sipcode_at(j);
                bool same = includes(a, b, field) && includes(b, a, field);
                if (sipcode_same(a, b, field) != same)
                    fail_msg("%d and %d in field %d: %ssame", sipcode_key(a),
                             sipcode_key(b), (int)field,
                             same ? "" : "not the ");
            }
}

static void same_is_reflexive_and_symmetric(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++) {
            const struct sipcode_record *a = sipcode_at(i);
            assert_true(sipcode_same(a, a, field));
            for (size_t j = 0; j < i; j++)
                if (sipcode_same(a, sipcode_at(j), field) !=
                    sipcode_same(sipcode_at(j), a, field))
                    fail_msg("%d and %d in field %d: it depends on the order",
                             sipcode_key(a), sipcode_key(sipcode_at(j)),
                             (int)field);
        }
}

/* 0 stands for NULL. */
struct comparison {
    int a, b;
    enum sipcode_field field;
    bool same;
    const char *why;
};

static const struct comparison comparisons[] = {
    {406, 606, SIPCODE_PHRASE, true, "both are Not Acceptable"},
    {406, 488, SIPCODE_PHRASE, false, "one says Here"},
    {183, 422, SIPCODE_PHRASE, false, "two phrases"},
    {404, 410, SIPCODE_DIALOG, true, "both end the dialog"},
    {404, 486, SIPCODE_DIALOG, false, "dialog and transaction"},
    {480, 481, SIPCODE_DIALOG, true, "both end the usage"},
    {401, 407, SIPCODE_DIALOG, true, "both end the transaction"},
    {401, 407, SIPCODE_METHOD, true, "the same requests in another order"},
    {401, 407, SIPCODE_HEADER, true, "the same headers with other clauses"},
    {401, 407, SIPCODE_SENDER, false, "a UAS and a proxy"},
    {412, 555, SIPCODE_METHOD, false, "PUBLISH and REGISTER"},
    {439, 555, SIPCODE_METHOD, true, "both answer REGISTER alone"},
    {202, 402, SIPCODE_STATUS, false, "deprecated and reserved"},
    {200, 202, SIPCODE_STATUS, false, "only one is deprecated"},
    {200, 486, SIPCODE_STATUS, true, "neither has a status"},
    {409, 411, SIPCODE_STATUS, true, "both are obsolete"},
    {409, 477, SIPCODE_STATUS, false, "obsolete and unregistered"},
    {486, 477, SIPCODE_STATUS, false, "only one is registered"},
    {476, 478, SIPCODE_PHRASE, true, "two stacks with one phrase"},
    {476, 478, SIPCODE_STACK, false, "OpenSIPS and Kamailio"},
    {477, 478, SIPCODE_STACK, false, "two stacks and one of them"},
    {478, 479, SIPCODE_STACK, true, "both are Kamailio's"},
    {200, 0, SIPCODE_STATUS, true, "NULL has none, either"},
    {200, 0, SIPCODE_PHRASE, false, "NULL has no phrase"},
    {0, 0, SIPCODE_PHRASE, true, "neither has a phrase"},
    {200, 486, SIPCODE_TITLE, true, "codes have no title"},
};

static void compares(void **state) {
    const struct comparison *row = *state;
    const struct sipcode_record *a = sipcode_find(row->a),
                                *b = sipcode_find(row->b);
    assert_int_equal(sipcode_same(a, b, row->field), row->same);
    assert_int_equal(sipcode_same(b, a, row->field), row->same);
}

/* ---- Fitting a phrase --------------------------------------------------- */

struct fit {
    int code; /* 0 stands for NULL */
    const char *text;
    enum sipcode_fit fit;
};

static const struct fit fits[] = {
    {486, "Busy Here", SIPCODE_FIT_EXACT},
    {486, "busy here", SIPCODE_FIT_EXACT},
    {486, "BUSY HERE", SIPCODE_FIT_EXACT},
    {486, "  busy \t here\n", SIPCODE_FIT_EXACT},
    {486, "\"Busy, here!\"", SIPCODE_FIT_EXACT},
    {486, "busy-here", SIPCODE_FIT_EXACT},
    {486, "busy_here", SIPCODE_FIT_EXACT},
    {486, "busy", SIPCODE_FIT_PARTIAL},
    {486, "here", SIPCODE_FIT_PARTIAL},
    {486, "here busy", SIPCODE_FIT_PARTIAL},
    {486, "bus her", SIPCODE_FIT_PARTIAL},
    {486, "busy busy", SIPCODE_FIT_PARTIAL},
    {486, "busy here here", SIPCODE_FIT_PARTIAL},
    {486, "b", SIPCODE_FIT_PARTIAL},
    {486, "busyhere", SIPCODE_FIT_NONE},
    {486, "usy", SIPCODE_FIT_NONE},
    {486, "busy there", SIPCODE_FIT_NONE},
    {486, "busy here now", SIPCODE_FIT_NONE},
    {486, "busy everywhere", SIPCODE_FIT_NONE},
    {486, "486", SIPCODE_FIT_NONE},
    {486, "486 Busy Here", SIPCODE_FIT_NONE},
    {486, "", SIPCODE_FIT_NONE},
    {486, "   ", SIPCODE_FIT_NONE},
    {486, "...", SIPCODE_FIT_NONE},
    {486, "\xc3\xa4", SIPCODE_FIT_NONE},
    {486, NULL, SIPCODE_FIT_NONE},
    {600, "busy here", SIPCODE_FIT_NONE},
    {600, "busy", SIPCODE_FIT_PARTIAL},
    {406, "not acceptable", SIPCODE_FIT_EXACT},
    {606, "not acceptable", SIPCODE_FIT_EXACT},
    {488, "not acceptable", SIPCODE_FIT_PARTIAL},
    {414, "Request-URI Too Long", SIPCODE_FIT_EXACT},
    {414, "request uri too long", SIPCODE_FIT_EXACT},
    {414, "uri", SIPCODE_FIT_PARTIAL},
    {481, "Call/Transaction Does Not Exist", SIPCODE_FIT_EXACT},
    {481, "call transaction does not exist", SIPCODE_FIT_EXACT},
    {481, "transaction does not exist", SIPCODE_FIT_PARTIAL},
    {481, "call leg/transaction does not exist", SIPCODE_FIT_NONE},
    {504, "server time out", SIPCODE_FIT_EXACT},
    {504, "Server Time-out", SIPCODE_FIT_EXACT},
    {504, "server timeout", SIPCODE_FIT_NONE},
    {408, "request time-out", SIPCODE_FIT_NONE},
    {200, "ok", SIPCODE_FIT_EXACT},
    {200, "o", SIPCODE_FIT_PARTIAL},
    {200, "okay", SIPCODE_FIT_NONE},
    {477, "Send failed", SIPCODE_FIT_NONE},
    {479, "regretfully we were not able to process the uri", SIPCODE_FIT_EXACT},
    {701, "NO RESPONSE", SIPCODE_FIT_EXACT},
    {0, "ok", SIPCODE_FIT_NONE},
    {0, "", SIPCODE_FIT_NONE},
    {0, NULL, SIPCODE_FIT_NONE},
};

static void fits_the_phrase(void **state) {
    const struct fit *row = *state;
    assert_int_equal(sipcode_fit_phrase(sipcode_find(row->code), row->text),
                     row->fit);
}

static void each_phrase_fits_itself(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < sipcode_count(); j++) {
            const char *a = sipcode_value(sipcode_at(i), SIPCODE_PHRASE, 0);
            const char *b = sipcode_value(sipcode_at(j), SIPCODE_PHRASE, 0);
            bool exact =
                sipcode_fit_phrase(sipcode_at(i), b) == SIPCODE_FIT_EXACT;
            if (exact != !strcmp(a, b))
                fail_msg("\"%s\" held against \"%s\"", b, a);
        }
}

static void what_has_no_phrase_fits_nothing(void **state) {
    (void)state;
    assert_int_equal(sipcode_fit_phrase(sipcode_class(4), "client failure"),
                     SIPCODE_FIT_NONE);
    assert_int_equal(sipcode_fit_phrase(sipcode_rfc(3261), "sip"),
                     SIPCODE_FIT_NONE);
}

/* ---- Mentions ----------------------------------------------------------- */

struct mention {
    const char *text, *word;
    int offset; /* -1 where the word is not mentioned */
    size_t length;
};

static const struct mention mentions[] = {
    {"Ringing", "ring", 0, 4},
    {"Ringing", "ringing", 0, 7},
    {"Ringing", "ringings", -1, 0},
    {"during the call", "ring", -1, 0},
    {"during a ring", "ring", 9, 4},
    {"rang, then RINGS", "ring", 11, 4},
    {"a Session-Expires header", "expires", 10, 7},
    {"a Session-Expires header", "session-expires", 2, 15},
    {"a Session-Expires header", "session", 2, 7},
    {"a Session-Expires header", "ession", -1, 0},
    {"fr_inv_timer runs", "timer", 7, 5},
    {"SIP/2.0", "2.0", 4, 3},
    {"SIP/2.0", "sip/2", 0, 5},
    {"SIP/2.0", "SIP 2", -1, 0},
    {"(RFC 3261)", "rfc,", 1, 3},
    {"(RFC 3261)", "\"(3261)\"", 5, 4},
    {"(RFC 3261)", "261", -1, 0},
    {"100rel", "rel", -1, 0},
    {"100rel", "100", -1, 0},
    {"100rel 100", "100", 7, 3},
    {"18300", "183", -1, 0},
    {"183.", "183", 0, 3},
    {"cause=183", "183", 6, 3},
    {"RFC 3261", "326", -1, 0},
    {"RFC 3261", "r", -1, 0},
    {"RFC 3261", "rf", -1, 0},
    {"an R2 trunk", "r2", 3, 2},
    {"to the UA", "ua", 7, 2},
    {"UAS or UA", "ua", 7, 2},
    {"a-b", "b", 2, 1},
    {"two two", "two", 0, 3},
    {"pass ass", "ass", 5, 3},
    {"pass-pat", "pat", 5, 3},
    {"word", "word", 0, 4},
    {"word", "words", -1, 0},
    {"Busy Here", "busy here", -1, 0},
    {"word", "", -1, 0},
    {"word", "--", -1, 0},
    {"a -- b", "--", -1, 0},
    {"", "word", -1, 0},
    {"", "", -1, 0},
    {" ", " ", -1, 0},
    {"na\xc3\xafvely word", "vely", 4, 4},
    {"word", "\xff", -1, 0},
    {"word", "\xffword\xff", 0, 4},
};

static void is_mentioned(void **state) {
    const struct mention *row = *state;
    size_t length = 12345;
    const char *place = sipcode_mention(row->text, row->word, &length);
    assert_ptr_equal(place, sipcode_mention(row->text, row->word, NULL));
    if (row->offset < 0) {
        assert_null(place);
        return;
    }
    assert_ptr_equal(place, row->text + row->offset);
    assert_int_equal(length, row->length);
}

/* ---- Searching ---------------------------------------------------------- */

/* One code of an answer, or of what the answer should be. */
struct hit {
    int code;
    uint64_t any;      /* the fields that mention one of the words */
    uint64_t together; /* the fields that mention all of them */
    unsigned ranks[2]; /* of each word: phrase, summary, the rest */
};

static uint64_t bit(enum sipcode_field field) {
    return UINT64_C(1) << field;
}

static bool is_searched(enum sipcode_field field) {
    return field != SIPCODE_REFERENCE && field != SIPCODE_SEE_ALSO;
}

static size_t width(const struct sipcode_record *record,
                    enum sipcode_field field, size_t index) {
    size_t parts = 0;
    while (sipcode_part(record, field, index, parts))
        parts++;
    return parts;
}

static bool value_mentions(const struct sipcode_record *record,
                           enum sipcode_field field, size_t index,
                           const char *word) {
    for (size_t i = 0; i < width(record, field, index); i++)
        if (sipcode_mention(sipcode_part(record, field, index, i), word, NULL))
            return true;
    return false;
}

static bool number_mentions(const struct sipcode_record *record,
                            const char *word) {
    char number[16];
    snprintf(number, sizeof number, "%d", sipcode_key(record));
    return sipcode_mention(number, word, NULL) != NULL;
}

/* The fields that mention a word; the number counts as part of the phrase. */
static uint64_t mask_of(const struct sipcode_record *record, const char *word) {
    uint64_t mask = number_mentions(record, word) ? bit(SIPCODE_PHRASE) : 0;
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
        for (size_t i = 0;
             is_searched(field) && i < sipcode_values(record, field); i++)
            if (value_mentions(record, field, i, word))
                mask |= bit(field);
    return mask;
}

static unsigned rank_of(uint64_t mask) {
    if (mask & bit(SIPCODE_PHRASE))
        return 0;
    return mask & bit(SIPCODE_SUMMARY) ? 1 : 2;
}

static unsigned bits_of(uint64_t mask) {
    unsigned count = 0;
    for (; mask; mask >>= 1)
        count += (unsigned)(mask & 1);
    return count;
}

/* All of one or two words, looked for in every text of a code. */
static bool expect(const struct sipcode_record *record,
                   const char *const *words, size_t count, struct hit *hit) {
    *hit = (struct hit){.code = sipcode_key(record), .together = UINT64_MAX};
    for (size_t i = 0; i < count; i++) {
        uint64_t mask = mask_of(record, words[i]);
        if (!mask)
            return false;
        hit->any |= mask;
        hit->together &= mask;
        hit->ranks[i] = rank_of(mask);
    }
    return true;
}

/*
 * Whether the first must stand before the second, by the header's rule. Where
 * each is ahead in one word, or one word alone is in the phrase, the rule
 * leaves the order open.
 */
static bool must_lead(const struct hit *a, const struct hit *b, size_t count) {
    bool ahead = a->ranks[0] < b->ranks[0] || a->ranks[1] < b->ranks[1];
    bool behind = a->ranks[0] > b->ranks[0] || a->ranks[1] > b->ranks[1];
    size_t in_phrase = 0;
    if (ahead || behind)
        return !behind;
    if (!a->together != !b->together)
        return a->together != 0;
    for (size_t i = 0; i < count; i++)
        in_phrase += a->ranks[i] == 0;
    if (in_phrase && in_phrase < count)
        return false;
    if (!in_phrase && bits_of(a->any) != bits_of(b->any))
        return bits_of(a->any) > bits_of(b->any);
    return a->code < b->code;
}

static size_t words_in_value(const struct sipcode_match *match, size_t index,
                             const char *const *words, size_t count) {
    size_t mentioned = 0;
    for (size_t i = 0; i < count; i++)
        mentioned +=
            value_mentions(match->record, match->field, index, words[i]) ||
            (match->field == SIPCODE_PHRASE &&
             number_mentions(match->record, words[i]));
    return mentioned;
}

/* The place holds all the words if any field does, and shows most of them. */
static void check_place(const struct sipcode_match *match,
                        const struct hit *hit, const char *const *words,
                        size_t count) {
    uint64_t fields = hit->together ? hit->together : hit->any;
    size_t shown = words_in_value(match, match->index, words, count);
    if (!(fields & bit(match->field)))
        fail_msg("%s: %d shown in field %d", *words, hit->code,
                 (int)match->field);
    assert_true(match->index < sipcode_values(match->record, match->field));
    assert_true(shown > 0);
    for (size_t i = 0; i < sipcode_values(match->record, match->field); i++)
        if (words_in_value(match, i, words, count) > shown)
            fail_msg("%s: %d has more of the words in value %zu of field %d",
                     *words, hit->code, i, (int)match->field);
}

static const char *second(const char *const *words, size_t count) {
    return count > 1 ? words[1] : "";
}

/* What the search should find, in the order of the codes. */
static size_t expect_all(const char *const *words, size_t count,
                         struct hit *hits) {
    size_t expected = 0;
    for (size_t i = 0; i < sipcode_count(); i++)
        expected += expect(sipcode_at(i), words, count, &hits[expected]);
    return expected;
}

static const struct hit *hit_of(const struct sipcode_match *match,
                                const struct hit *hits, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (hits[i].code == sipcode_key(match->record))
            return &hits[i];
    fail_msg("%d is found and does not mention it", sipcode_key(match->record));
    return NULL;
}

/* Holds one search for one or two words against a look at every text. */
static size_t check_search(const char *const *words, size_t count) {
    struct sipcode_match matches[KNOWN_CODES];
    struct hit hits[KNOWN_CODES + 1];
    const struct hit *ordered[KNOWN_CODES];
    size_t total = sipcode_search(words, count, matches, ROWS(matches));
    size_t expected = expect_all(words, count, hits);

    if (total != expected)
        fail_msg("%s %s: %zu codes found, not %zu", *words,
                 second(words, count), total, expected);
    for (size_t i = 0; i < total; i++) {
        ordered[i] = hit_of(&matches[i], hits, expected);
        for (size_t j = 0; j < i; j++)
            if (ordered[i] == ordered[j] ||
                must_lead(ordered[i], ordered[j], count))
                fail_msg("%s %s: %d must come before %d", *words,
                         second(words, count), ordered[i]->code,
                         ordered[j]->code);
        check_place(&matches[i], ordered[i], words, count);
    }
    return total;
}

/* The codes found, in order, into `found_codes`; returns how many. */
static size_t search(const char *const *words, size_t count, int *found_codes) {
    struct sipcode_match matches[KNOWN_CODES];
    size_t total = sipcode_search(words, count, matches, ROWS(matches));
    assert_true(total <= ROWS(matches));
    for (size_t i = 0; i < total; i++)
        found_codes[i] = sipcode_key(matches[i].record);
    return total;
}

static bool is_among(int code, const int *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == code)
            return true;
    return false;
}

static void each_word_is_found_as_by_reading_all(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        const char *word = sipcode_word(i);
        if (!check_search(&word, 1))
            fail_msg("\"%s\" is in the list of words but in no record", word);
    }
}

/* Numbers and one or two letters are no start of a longer word. */
static bool is_start(const char *word) {
    return strlen(word) > 2 && word[strspn(word, "0123456789")];
}

static void each_start_of_a_word_is_found_as_by_reading_all(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_word_count(); i += 13)
        for (size_t length = 1; length <= 4; length++) {
            char start[5] = "";
            const char *word = start;
            strncpy(start, sipcode_word(i), length);
            bool any = check_search(&word, 1) > 0;
            if (!any && is_start(start))
                fail_msg("\"%s\" starts \"%s\" and is not found", start,
                         sipcode_word(i));
        }
}

static void pairs_are_found_as_by_reading_all(void **state) {
    size_t count = sipcode_word_count(), successes = 0;
    (void)state;
    for (size_t i = 0; i < count; i += 9) {
        const char *near[] = {sipcode_word(i), sipcode_word((i + 1) % count)};
        const char *far[] = {sipcode_word(i),
                             sipcode_word((i * 31 + 7) % count)};
        successes += check_search(near, 2) > 0;
        successes += check_search(far, 2) > 0;
    }
    assert_true(successes > 100); /* else the pairs prove nothing */
}

/* Pairs that do stand together: of neighbours in each summary. */
static void neighbours_are_found_as_by_reading_all(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        char summary[256];
        const char *text = sipcode_value(sipcode_at(i), SIPCODE_SUMMARY, 0);
        assert_true(strlen(text) < sizeof summary);
        strcpy(summary, text);
        for (char *word = strtok(summary, " "); word;
             word = strtok(NULL, " ")) {
            const char *pair[] = {word, strtok(NULL, " ")};
            if (!pair[1])
                break;
            assert_true(check_search(pair, 2) > 0);
        }
    }
}

/* Of a value with parts, no word counts twice because two parts mention it. */
static void check_place_of(const struct sipcode_record *record,
                           const char *const *pair) {
    struct sipcode_match matches[KNOWN_CODES];
    size_t total = sipcode_search(pair, 2, matches, ROWS(matches));
    struct hit hit;
    for (size_t i = 0; i < total; i++)
        if (matches[i].record == record) {
            assert_true(expect(record, pair, 2, &hit));
            check_place(&matches[i], &hit, pair, 2);
            return;
        }
    fail_msg("%s %s does not find %d", pair[0], pair[1], sipcode_key(record));
}

static void places_are_right_in_values_with_parts(void **state) {
    static const enum sipcode_field parted[] = {SIPCODE_RETRY, SIPCODE_FAILOVER,
                                                SIPCODE_FAULT, SIPCODE_HEADER,
                                                SIPCODE_STACK};
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < ROWS(parted); j++)
            for (size_t k = 0; k < sipcode_values(sipcode_at(i), parted[j]);
                 k++) {
                size_t last = width(sipcode_at(i), parted[j], k) - 1;
                char clause[512];
                const char *text =
                    sipcode_part(sipcode_at(i), parted[j], k, last);
                assert_true(strlen(text) < sizeof clause);
                strcpy(clause, text);
                for (char *word = strtok(clause, " "); word;
                     word = strtok(NULL, " ")) {
                    const char *pair[] = {
                        sipcode_value(sipcode_at(i), parted[j], k), word};
                    check_place_of(sipcode_at(i), pair);
                }
            }
}

/* Without the library's own idea of a mention: all of it is set algebra. */
static void several_words_find_what_each_finds(void **state) {
    static const char *const queries[][2] = {
        {"busy", "everywhere"}, {"proxy", "authentication"},
        {"early", "media"},     {"retry-after", "later"},
        {"SDP", "codec"},       {"486", "600"},
        {"NAT", "timer"},       {"invite", "notinanyrecord"}};
    (void)state;
    for (size_t i = 0; i < ROWS(queries); i++) {
        const char *const *pair = queries[i];
        const char *const back[] = {pair[1], pair[0], pair[1]};
        int both[KNOWN_CODES], a[KNOWN_CODES], b[KNOWN_CODES];
        size_t count = search(pair, 2, both), common = 0;
        size_t a_count = search(&pair[0], 1, a);
        size_t b_count = search(&pair[1], 1, b);
        for (size_t j = 0; j < a_count; j++)
            if (is_among(a[j], b, b_count)) {
                assert_true(is_among(a[j], both, count));
                common++;
            }
        assert_int_equal(count, common);
        assert_int_equal(sipcode_search(back, 2, NULL, 0), count);
        assert_int_equal(sipcode_search(back, 3, NULL, 0), count);
    }
}

/* Queries whose best answer nobody doubts. */
struct query {
    const char *words[4]; /* up to NULL */
    int best;
};

static const struct query queries[] = {
    {{"ringing"}, 180},
    {{"RINGING"}, 180},
    {{"ring"}, 180},
    {{"forbidden"}, 403},
    {{"(forbidden),"}, 403},
    {{"queued"}, 182},
    {{"busy", "here"}, 486},
    {{"here", "busy"}, 486},
    {{"busy", "everywhere"}, 600},
    {{"too", "many", "hops"}, 483},
    {{"loop"}, 482},
    {{"time-out"}, 504},
    {{"timeout"}, 408},
    {{"uri", "long"}, 414},
    {{"transaction", "exist"}, 481},
    {{"call/transaction"}, 481},
    {{"breadth"}, 440},
    {{"max-breadth"}, 440},
    {{"183"}, 183},
    {{"session", "183"}, 183},
    {{"486", "busy", "here"}, 486},
    {{"608"}, 608},
    {{"conflict"}, 409},
    {{"length", "required"}, 411},
    {{"unresolvable"}, 476},
    {{"regretfully"}, 479},
    {{"477"}, 477},
    {{"701"}, 701},
};

static size_t word_count(const char *const *words, size_t most) {
    size_t count = 0;
    while (count < most && words[count])
        count++;
    return count;
}

static void finds_first(void **state) {
    const struct query *row = *state;
    struct sipcode_match best;
    size_t count = word_count(row->words, ROWS(row->words));
    assert_true(sipcode_search(row->words, count, &best, 1) > 0);
    assert_int_equal(sipcode_key(best.record), row->best);
}

/* The words of a phrase find its code before any that lacks one of them. */
static void words_of_a_phrase_find_it_first(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        int code = sipcode_key(sipcode_at(i));
        char phrase[80];
        const char *words[12];
        size_t count = 0;
        int list[KNOWN_CODES];
        assert_true(strlen(sipcode_phrase(code)) < sizeof phrase);
        strcpy(phrase, sipcode_phrase(code));
        for (char *word = strtok(phrase, " "); word; word = strtok(NULL, " ")) {
            assert_true(count < ROWS(words));
            words[count++] = word;
        }
        size_t total = search(words, count, list), place = 0;
        assert_true(is_among(code, list, total));
        while (list[place] != code)
            if (sipcode_fit_phrase(sipcode_find(list[place++]),
                                   sipcode_phrase(code)) == SIPCODE_FIT_NONE)
                fail_msg("\"%s\" finds %d before %d", sipcode_phrase(code),
                         list[place - 1], code);
    }
}

static void numbers_find_the_code_first(void **state) {
    (void)state;
    for (size_t i = 0; i < KNOWN_CODES; i++) {
        char number[8];
        const char *word = number;
        int list[KNOWN_CODES];
        snprintf(number, sizeof number, "%d", known_code(i));
        assert_true(search(&word, 1, list) > 0);
        assert_int_equal(list[0], known_code(i));
    }
}

static void a_compound_is_found_by_its_second_word(void **state) {
    static const char *const words[] = {"expires", "after", "breadth", "uri"};
    static const int members[] = {422, 503, 440, 414};
    (void)state;
    for (size_t i = 0; i < ROWS(words); i++) {
        int list[KNOWN_CODES];
        size_t count = search(&words[i], 1, list);
        assert_true(is_among(members[i], list, count));
    }
}

static void case_and_punctuation_do_not_count(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        const char *word = sipcode_word(i), *query;
        char dressed[128] = "\"(";
        int plain[KNOWN_CODES], other[KNOWN_CODES];
        size_t length = strlen(dressed);
        assert_true(strlen(word) + 8 < sizeof dressed);
        for (const char *c = word; *c; c++)
            dressed[length++] = capital(*c);
        strcpy(dressed + length, ").,:");
        query = dressed;
        size_t count = search(&word, 1, plain);
        if (search(&query, 1, other) != count ||
            memcmp(plain, other, count * sizeof *plain) != 0)
            fail_msg("\"%s\" and %s find different codes", word, dressed);
    }
}

static void words_that_find_nothing(void **state) {
    static char endless[5000];
    static const char *const words[] = {
        "",   " ",     "...",       "-",
        "--", "\xff",  "\xc3\xa4",  "notinanyrecord",
        "\"", "uring", "busy here", endless};
    (void)state;
    memset(endless, 'a', sizeof endless - 1);
    for (size_t i = 0; i < ROWS(words); i++) {
        const char *pair[] = {"invite", words[i]};
        const char *swapped[] = {words[i], "invite"};
        assert_int_equal(sipcode_search(&words[i], 1, NULL, 0), 0);
        assert_int_equal(sipcode_search(pair, 2, NULL, 0), 0);
        assert_int_equal(sipcode_search(swapped, 2, NULL, 0), 0);
    }
}

static void no_words_find_nothing(void **state) {
    static const char *const words[] = {"invite"};
    struct sipcode_match match;
    (void)state;
    assert_int_equal(sipcode_search(NULL, 0, NULL, 0), 0);
    assert_int_equal(sipcode_search(NULL, 0, &match, 1), 0);
    assert_int_equal(sipcode_search(words, 0, &match, 1), 0);
}

static void many_words_are_no_trouble(void **state) {
    const char *words[1000];
    const char *one = "invite";
    (void)state;
    for (size_t i = 0; i < ROWS(words); i++)
        words[i] = one;
    size_t count = sipcode_search(&one, 1, NULL, 0);
    assert_true(count > 0);
    assert_int_equal(sipcode_search(words, ROWS(words), NULL, 0), count);
}

static bool same_match(const struct sipcode_match *a,
                       const struct sipcode_match *b) {
    return a->record == b->record && a->field == b->field &&
           a->index == b->index;
}

/* Each capacity gets the first of the same list, and not a match more. */
static void capacity_limits_what_is_written(void **state) {
    static const char *const words[] = {"invite"};
    struct sipcode_match all[KNOWN_CODES + 1], some[KNOWN_CODES + 1];
    (void)state;
    size_t total = sipcode_search(words, 1, all, ROWS(all));
    assert_in_range(total, 10, sipcode_count());
    for (size_t capacity = 0; capacity < ROWS(some); capacity++) {
        const struct sipcode_match untouched = {NULL, SIPCODE_FIELDS, 4711};
        for (size_t i = 0; i < ROWS(some); i++)
            some[i] = untouched;
        assert_int_equal(sipcode_search(words, 1, some, capacity), total);
        for (size_t i = 0; i < ROWS(some); i++)
            if (i < capacity && i < total)
                assert_true(same_match(&some[i], &all[i]));
            else
                assert_true(same_match(&some[i], &untouched));
    }
    assert_int_equal(sipcode_search(words, 1, NULL, 0), total);
}

/* ---- The list of words -------------------------------------------------- */

static int by_text(const void *a, const void *b) {
    return strcmp(a, *(const char *const *)b);
}

static bool is_listed(const char *const *list, size_t count, const char *word) {
    return bsearch(word, list, count, sizeof *list, by_text) != NULL;
}

static void words_ascend_in_lower_case(void **state) {
    (void)state;
    assert_true(sipcode_word_count() > 1000);
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        const char *word = sipcode_word(i);
        assert_non_null(word);
        assert_true(is_alnum(*word));
        for (const char *c = word; *c; c++)
            if (*c == ' ' || *c != small(*c))
                fail_msg("\"%s\" is no word in lower case", word);
        if (i && strcmp(sipcode_word(i - 1), word) >= 0)
            fail_msg("\"%s\" after \"%s\"", word, sipcode_word(i - 1));
    }
    assert_null(sipcode_word(sipcode_word_count()));
    assert_null(sipcode_word(sipcode_word_count() + 1));
    assert_null(sipcode_word(SIZE_MAX));
}

/* What stands between blanks, without the punctuation around it. */
static void check_listed(const char *text, const char *const *list,
                         size_t count) {
    while (*text) {
        char word[128];
        size_t length = strcspn(text, " "), start = 0, end = length, n = 0;
        while (start < end && !is_alnum(text[start]))
            start++;
        while (end > start && !is_alnum(text[end - 1]))
            end--;
        assert_true(end - start < sizeof word);
        for (size_t i = start; i < end; i++)
            word[n++] = small(text[i]);
        word[n] = '\0';
        if (n && !is_listed(list, count, word))
            fail_msg("\"%s\" is in a record, but not in the list", word);
        text += length + (text[length] == ' ');
    }
}

static void every_word_of_the_records_is_listed(void **state) {
    size_t count = sipcode_word_count();
    const char **list = test_calloc(count, sizeof *list);
    (void)state;
    for (size_t i = 0; i < count; i++)
        list[i] = sipcode_word(i);
    for (size_t i = 0; i < sipcode_count(); i++)
        for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
            for (size_t j = 0;
                 is_searched(field) && j < sipcode_values(sipcode_at(i), field);
                 j++)
                for (size_t k = 0; k < width(sipcode_at(i), field, j); k++)
                    check_listed(sipcode_part(sipcode_at(i), field, j, k), list,
                                 count);
    assert_true(is_listed(list, count, "session-expires"));
    assert_true(is_listed(list, count, "expires"));
    assert_true(is_listed(list, count, "183"));
    assert_false(is_listed(list, count, "ring a"));
    assert_false(is_listed(list, count, "uring"));
    test_free(list);
}

/* ---- Over the whole table ----------------------------------------------- */

static void check_text(const char *text) {
    size_t length = strlen(text);
    assert_true(length > 0);
    assert_true(text[0] != ' ' && text[length - 1] != ' ');
    for (size_t i = 0; i < length; i++) {
        if (text[i] < ' ' || text[i] > '~')
            fail_msg("not printable ASCII: %s", text);
        if (text[i] == ' ' && text[i + 1] == ' ')
            fail_msg("double blank: %s", text);
    }
}

static void check_texts(const struct sipcode_record *record) {
    size_t checked = 0;
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
        for (size_t i = 0; i < sipcode_values(record, field); i++)
            for (size_t j = 0; j < width(record, field, i); j++, checked++)
                check_text(sipcode_part(record, field, i, j));
    assert_true(checked > 0);
}

static void all_text_is_clean(void **state) {
    const char *word;
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        check_texts(sipcode_at(i));
    for (int digit = 1; digit <= 6; digit++)
        check_texts(sipcode_class(digit));
    for (size_t i = 0; i < rfcs.records; i++)
        check_texts(sipcode_rfc(atoi(first_line(&rfcs, i)->text)));
    for (size_t i = 0; i < terms.records; i++) {
        enum sipcode_field field = vocabulary(i, &word);
        check_texts(sipcode_term(field, word));
    }
    for (size_t i = 0; i < pairs.records; i++)
        check_texts(pair_of(first_line(&pairs, i)->text));
    for (size_t i = 0; i < wires.records; i++)
        check_texts(wire_of(first_line(&wires, i)->text));
}

/* All texts of the table, to be sorted. */
struct texts {
    const char **list;
    size_t count;
};

static void collect(struct texts *texts, const struct sipcode_record *record) {
    for (enum sipcode_field field = 0; field < SIPCODE_FIELDS; field++)
        for (size_t i = 0; i < sipcode_values(record, field); i++)
            for (size_t j = 0; j < width(record, field, i); j++) {
                assert_true(texts->count < MOST_TEXTS);
                texts->list[texts->count++] = sipcode_part(record, field, i, j);
            }
}

static int by_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void equal_texts_are_equal_pointers(void **state) {
    struct texts texts = {test_calloc(MOST_TEXTS, sizeof(const char *)), 0};
    size_t equal = 0;
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        collect(&texts, sipcode_at(i));
    for (int digit = 1; digit <= 6; digit++)
        collect(&texts, sipcode_class(digit));
    for (size_t i = 0; i < pairs.records; i++)
        collect(&texts, pair_of(first_line(&pairs, i)->text));
    for (size_t i = 0; i < wires.records; i++)
        collect(&texts, wire_of(first_line(&wires, i)->text));
    for (size_t i = 0; i < sipcode_word_count(); i++) {
        assert_true(texts.count < MOST_TEXTS);
        texts.list[texts.count++] = sipcode_word(i);
    }
    qsort(texts.list, texts.count, sizeof *texts.list, by_texts);
    for (size_t i = 1; i < texts.count; i++)
        if (!strcmp(texts.list[i - 1], texts.list[i])) {
            assert_ptr_equal(texts.list[i - 1], texts.list[i]);
            equal++;
        }
    assert_true(equal > 100); /* else nothing has been compared */
    test_free(texts.list);
}

/* What sipcode.h says of the number of values: at least, at most. */
static const struct {
    enum sipcode_field field;
    size_t fewest, most;
} bounds[] = {
    {SIPCODE_PHRASE, 1, 1},        {SIPCODE_SUMMARY, 1, 1},
    {SIPCODE_DESCRIPTION, 1, 1},   {SIPCODE_WHEN, 1, 1},
    {SIPCODE_FIX, 1, SIZE_MAX},    {SIPCODE_USE, 1, 1},
    {SIPCODE_STATUS, 0, 1},        {SIPCODE_REFERENCE, 1, SIZE_MAX},
    {SIPCODE_SENDER, 1, SIZE_MAX}, {SIPCODE_METHOD, 1, SIZE_MAX},
    {SIPCODE_TRIGGER, 1, 1},       {SIPCODE_TRACE, 1, 1},
    {SIPCODE_RETRY, 1, SIZE_MAX},  {SIPCODE_FAILOVER, 1, 1},
    {SIPCODE_DIALOG, 0, 1},        {SIPCODE_FORK, 0, 1},
    {SIPCODE_FAULT, 1, 1},         {SIPCODE_NAME, 0, 0},
    {SIPCODE_TITLE, 0, 0},         {SIPCODE_EDITION, 0, 0},
    {SIPCODE_DIFFERENCE, 0, 0},    {SIPCODE_TELL, 0, 0},
    {SIPCODE_CHOOSE, 0, 0},        {SIPCODE_WIRE, 0, 0},
    {SIPCODE_ORIGIN, 0, 0},
};

static void codes_have_the_promised_values(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *record = sipcode_at(i);
        for (size_t j = 0; j < ROWS(bounds); j++) {
            size_t count = sipcode_values(record, bounds[j].field);
            if (count < bounds[j].fewest || count > bounds[j].most)
                fail_msg("%d has %zu values in field %d", sipcode_key(record),
                         count, (int)bounds[j].field);
        }
        assert_true(strlen(sipcode_value(record, SIPCODE_SUMMARY, 0)) <= 100);
    }
}

/* Where a field's term stands among the parts of its values. */
static const struct {
    enum sipcode_field field;
    size_t part;
} term_places[] = {
    {SIPCODE_STATUS, 0}, {SIPCODE_SENDER, 0},   {SIPCODE_METHOD, 0},
    {SIPCODE_RETRY, 0},  {SIPCODE_FAILOVER, 0}, {SIPCODE_DIALOG, 0},
    {SIPCODE_FAULT, 0},  {SIPCODE_HEADER, 1},   {SIPCODE_STACK, 0}};

static void terms_are_of_the_vocabulary(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < ROWS(term_places); j++) {
            enum sipcode_field field = term_places[j].field;
            for (size_t k = 0; k < sipcode_values(sipcode_at(i), field); k++) {
                const char *word =
                    sipcode_part(sipcode_at(i), field, k, term_places[j].part);
                const struct sipcode_record *term = sipcode_term(field, word);
                if (!term)
                    fail_msg("%d: \"%s\" is no term of field %d",
                             sipcode_key(sipcode_at(i)), word, (int)field);
                assert_string_equal(sipcode_value(term, SIPCODE_TERM, 0), word);
            }
        }
}

/* Where a clause stands; it is put into a sentence of somebody else's. */
static const struct {
    enum sipcode_field field;
    size_t part;
} clause_places[] = {{SIPCODE_TRIGGER, 0},  {SIPCODE_TRACE, 0},
                     {SIPCODE_FORK, 0},     {SIPCODE_RETRY, 1},
                     {SIPCODE_FAILOVER, 1}, {SIPCODE_FAULT, 1},
                     {SIPCODE_HEADER, 2},   {SIPCODE_STACK, 1}};

static void clauses_have_no_stop(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < ROWS(clause_places); j++) {
            enum sipcode_field field = clause_places[j].field;
            for (size_t k = 0; k < sipcode_values(sipcode_at(i), field); k++) {
                const char *clause = sipcode_part(sipcode_at(i), field, k,
                                                  clause_places[j].part);
                if (clause[strlen(clause) - 1] == '.' || strstr(clause, ". ") ||
                    strchr(clause, ';'))
                    fail_msg("%d: more than a clause: %s",
                             sipcode_key(sipcode_at(i)), clause);
            }
        }
}

/* What tells any two codes apart in a comparison. */
static void any_two_codes_differ(void **state) {
    static const struct {
        enum sipcode_field field;
        size_t part;
    } telling[] = {
        {SIPCODE_TRIGGER, 0}, {SIPCODE_TRACE, 0}, {SIPCODE_RETRY, 1}};
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++)
        for (size_t j = 0; j < i; j++)
            for (size_t k = 0; k < ROWS(telling); k++)
                if (!strcmp(sipcode_part(sipcode_at(i), telling[k].field, 0,
                                         telling[k].part),
                            sipcode_part(sipcode_at(j), telling[k].field, 0,
                                         telling[k].part)))
                    fail_msg("%d and %d have the same words in field %d",
                             sipcode_key(sipcode_at(j)),
                             sipcode_key(sipcode_at(i)), (int)telling[k].field);
}

static void links_lead_somewhere(void **state) {
    (void)state;
    for (size_t i = 0; i < sipcode_count(); i++) {
        const struct sipcode_record *record = sipcode_at(i);
        for (size_t j = 0; j < sipcode_values(record, SIPCODE_SEE_ALSO); j++) {
            const char *other = sipcode_value(record, SIPCODE_SEE_ALSO, j);
            assert_int_equal(strlen(other), 3);
            assert_true(atoi(other) != sipcode_key(record));
            found(atoi(other));
        }
        for (size_t j = 0; j < sipcode_values(record, SIPCODE_REFERENCE); j++)
            if (!sipcode_rfc(atoi(sipcode_value(record, SIPCODE_REFERENCE, j))))
                fail_msg("%d cites RFC %s, which has no record",
                         sipcode_key(record),
                         sipcode_value(record, SIPCODE_REFERENCE, j));
    }
}

static void classes_name_what_stands_for_the_unknown(void **state) {
    (void)state;
    for (int digit = 1; digit <= 6; digit++) {
        const char *code =
            sipcode_value(sipcode_class(digit), SIPCODE_UNKNOWN, 0);
        assert_int_equal(atoi(code), digit == 1 ? 183 : 100 * digit);
    }
}

/* ---- All of it ---------------------------------------------------------- */

static void add_facts(void) {
    for (size_t i = 0; i < ROWS(registry); i++)
        add(named("registry: %d %s", registry[i].code, registry[i].phrase),
            registered_as_at_iana, &registry[i]);
    for (size_t i = 0; i < ROWS(others); i++)
        add(named("%s: %d %s", others[i].status, others[i].code,
                  others[i].phrase),
            in_use_without_registration, &others[i]);
    for (size_t i = 0; i < ROWS(others); i++)
        add(named("stacks: %d", others[i].code), used_by_its_stacks,
            &others[i]);
    for (size_t i = 0; i < ROWS(definitions); i++)
        add(named("%d is defined in RFC %s %s", definitions[i].code,
                  definitions[i].rfc, definitions[i].section),
            defined_in_section, &definitions[i]);
    for (size_t i = 0; i < ROWS(effects); i++)
        add(named("RFC 5057 table 1: %s", effects[i].term), ends_in_a_dialog,
            &effects[i]);
    for (size_t i = 0; i < ROWS(tied); i++)
        add(named("%s: %d, %s %s", tied[i].source, tied[i].code, tied[i].header,
                  tied[i].level),
            carries_header, &tied[i]);
    for (size_t i = 0; i < ROWS(claimed); i++)
        add(named("%s: %d %s %s", claimed[i].source, claimed[i].code,
                  claimed[i].claim == LACKS ? "without" : "with",
                  claimed[i].term),
            is_so_by_the_rfc, &claimed[i]);
}

static void add_records(void) {
    for (size_t i = 0; i < ROWS(registry); i++)
        add(named("data: %d", registry[i].code), code_is_as_in_the_data,
            &registry[i].code);
    for (size_t i = 0; i < ROWS(others); i++)
        add(named("data: %d", others[i].code), code_is_as_in_the_data,
            &others[i].code);
}

static void add_cases(void) {
    for (size_t i = 0; i < ROWS(comparisons); i++)
        add(named("same: %d and %d: %s", comparisons[i].a, comparisons[i].b,
                  comparisons[i].why),
            compares, &comparisons[i]);
    for (size_t i = 0; i < ROWS(fits); i++)
        add(named("fit: %d and row %zu", fits[i].code, i), fits_the_phrase,
            &fits[i]);
    for (size_t i = 0; i < ROWS(wire_cases); i++)
        add(named("wire: %d %s", wire_cases[i].code,
                  wire_cases[i].phrase ? wire_cases[i].phrase : "NULL"),
            is_known_on_the_wire, &wire_cases[i]);
    for (size_t i = 0; i < ROWS(mentions); i++)
        add(named("mention: row %zu in \"%s\"", i, mentions[i].text),
            is_mentioned, &mentions[i]);
    for (size_t i = 0; i < ROWS(queries); i++)
        add(named("search: %s... finds %d", queries[i].words[0],
                  queries[i].best),
            finds_first, &queries[i]);
}

static const struct CMUnitTest plain_tests[] = {
    cmocka_unit_test(nothing_beyond_what_is_known),
    cmocka_unit_test(as_many_are_registered_as_at_iana),
    cmocka_unit_test(only_codes_are_registered),
    cmocka_unit_test(what_no_number_identifies_has_key_0),
    cmocka_unit_test(one_code_means_two_things),
    cmocka_unit_test(only_what_is_named_ends_more_than_a_transaction),
    cmocka_unit_test(the_unknown_ends_what_its_equivalent_ends),
    cmocka_unit_test(registered_codes_have_all_facts),
    cmocka_unit_test(reference_has_the_url_of_its_section),
    cmocka_unit_test(success_ends_no_dialog),
    cmocka_unit_test(most_codes_have_no_status),
    cmocka_unit_test(classes_have_their_names),
    cmocka_unit_test(final_answers_have_their_ack),
    cmocka_unit_test(rfcs_have_their_titles),
    cmocka_unit_test(any_integer_may_be_asked),
    cmocka_unit_test(any_integer_may_be_asked_as_rfc),
    cmocka_unit_test(the_limits_are_those_of_sip_and_of_the_table),
    cmocka_unit_test(positions_and_codes_agree),
    cmocka_unit_test(data_holds_the_known_codes),
    cmocka_unit_test(classes_are_as_in_the_data),
    cmocka_unit_test(rfcs_are_as_in_the_data),
    cmocka_unit_test(terms_are_as_in_the_data),
    cmocka_unit_test(terms_are_in_their_own_vocabulary),
    cmocka_unit_test(edition_is_as_in_the_data),
    cmocka_unit_test(pairs_are_as_in_the_data),
    cmocka_unit_test(well_known_pairs_are_known),
    cmocka_unit_test(no_pair_of_other_numbers),
    cmocka_unit_test(pairs_have_the_promised_values),
    cmocka_unit_test(wires_are_as_in_the_data),
    cmocka_unit_test(wires_have_the_promised_values),
    cmocka_unit_test(wires_belong_to_their_code),
    cmocka_unit_test(wires_are_compared_by_words),
    cmocka_unit_test(registered_phrases_need_no_explanation),
    cmocka_unit_test(a_blocked_call_is_not_a_declined_one),
    cmocka_unit_test(all_parts_are_each_of_them),
    cmocka_unit_test(a_value_has_as_many_parts_as_promised),
    cmocka_unit_test(version_is_that_of_the_header),
    cmocka_unit_test(edition_is_a_date),
    cmocka_unit_test(null_is_a_record_without_values),
    cmocka_unit_test(no_field_has_no_values),
    cmocka_unit_test(no_field_has_a_vocabulary),
    cmocka_unit_test(other_words_are_no_terms),
    cmocka_unit_test(any_two_codes_compare_as_sets),
    cmocka_unit_test(same_is_reflexive_and_symmetric),
    cmocka_unit_test(each_phrase_fits_itself),
    cmocka_unit_test(what_has_no_phrase_fits_nothing),
    cmocka_unit_test(each_word_is_found_as_by_reading_all),
    cmocka_unit_test(each_start_of_a_word_is_found_as_by_reading_all),
    cmocka_unit_test(pairs_are_found_as_by_reading_all),
    cmocka_unit_test(neighbours_are_found_as_by_reading_all),
    cmocka_unit_test(places_are_right_in_values_with_parts),
    cmocka_unit_test(several_words_find_what_each_finds),
    cmocka_unit_test(words_of_a_phrase_find_it_first),
    cmocka_unit_test(numbers_find_the_code_first),
    cmocka_unit_test(a_compound_is_found_by_its_second_word),
    cmocka_unit_test(case_and_punctuation_do_not_count),
    cmocka_unit_test(words_that_find_nothing),
    cmocka_unit_test(no_words_find_nothing),
    cmocka_unit_test(many_words_are_no_trouble),
    cmocka_unit_test(capacity_limits_what_is_written),
    cmocka_unit_test(words_ascend_in_lower_case),
    cmocka_unit_test(every_word_of_the_records_is_listed),
    cmocka_unit_test(all_text_is_clean),
    cmocka_unit_test(equal_texts_are_equal_pointers),
    cmocka_unit_test(codes_have_the_promised_values),
    cmocka_unit_test(terms_are_of_the_vocabulary),
    cmocka_unit_test(clauses_have_no_stop),
    cmocka_unit_test(any_two_codes_differ),
    cmocka_unit_test(links_lead_somewhere),
    cmocka_unit_test(classes_name_what_stands_for_the_unknown),
};

int main(void) {
    add_facts();
    add_records();
    add_cases();
    ADD_TESTS(plain_tests);
    return cmocka_run_group_tests_name("library", tests, read_files,
                                       free_files);
}
