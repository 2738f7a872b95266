/* SPDX-License-Identifier: MIT */
/*
 * Times look-ups by code, ours and those of other SIP stacks, and prints a line
 * for each: the sequence of codes, the function, nanoseconds a look-up.
 *
 * All take the same codes in turns, round after round, so that whatever slows
 * the machine down slows all of them; the median of the rounds counts.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef WITH_OSIP
#include <osipparser2/osip_parser.h>
#undef SIP_406_NOT_ACCEPTABLE /* Sofia-SIP means something else by them */
#undef SIP_606_NOT_ACCEPTABLE
#endif
#ifdef WITH_SOFIA
#include <sofia-sip/sip_status.h>
#endif

#include "array.h"
#include "sipcode.h"

#define ROUNDS 51
#define LENGTH 120000 /* look-ups a round */
#define CODES  (SIPCODE_HIGHEST - SIPCODE_LOWEST + 1)

/*
 * A loop of its own for each function, as a caller would write it: through a
 * pointer to function, the call would cost more than the look-up. The sum of
 * the results goes into a volatile, so that none of them can be dropped.
 */
#define LOOP(name, look_up)                                                    \
    static uintptr_t name(const int *codes) {                                  \
        uintptr_t sum = 0;                                                     \
        for (size_t i = 0; i < LENGTH; i++)                                    \
            sum += (uintptr_t)look_up(codes[i]);                               \
        return sum;                                                            \
    }

LOOP(loop_phrase, sipcode_phrase)
LOOP(loop_find, sipcode_find)
LOOP(loop_array, array_phrase)
#ifdef WITH_OSIP
LOOP(loop_osip, osip_message_get_reason)
#endif
#ifdef WITH_SOFIA
LOOP(loop_sofia, sip_status_phrase)
#endif

static struct {
    const char *name;
    uintptr_t (*loop)(const int *codes);
    double times[ROUNDS]; /* nanoseconds a look-up */
} functions[] = {
    {"sipcode_phrase", loop_phrase, {0}},
    {"sipcode_find", loop_find, {0}},
    {"array", loop_array, {0}},
#ifdef WITH_OSIP
    {"osip", loop_osip, {0}},
#endif
#ifdef WITH_SOFIA
    {"sofia", loop_sofia, {0}},
#endif
};

#define COUNT (sizeof functions / sizeof *functions)

static volatile uintptr_t sink;

/* Times mean nothing where something else than the phrases is looked up. */
static void check(const char *name, int code, const char *phrase) {
    const char *ours = sipcode_phrase(code);
    if (ours == phrase || (ours && phrase && strcmp(ours, phrase) == 0))
        return;
    fprintf(stderr,
            "lookup: %s takes %d for \"%s\", sipcode_phrase for "
            "\"%s\"\n",
            name, code, phrase ? phrase : "none", ours ? ours : "none");
    exit(EXIT_FAILURE);
}

static void check_all(void) {
    for (int code = SIPCODE_LOWEST - 1; code <= SIPCODE_HIGHEST + 1; code++)
        check("array", code, array_phrase(code));
#ifdef WITH_OSIP
    check("osip", 404, osip_message_get_reason(404));
#endif
#ifdef WITH_SOFIA
    check("sofia", 404, sip_status_phrase(404));
#endif
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times) {
    qsort(times, ROUNDS, sizeof *times, ascending);
    return times[ROUNDS / 2];
}

static void measure(const char *sequence, const int *codes) {
    for (size_t i = 0; i < COUNT; i++) /* warms caches and predictors up */
        sink = functions[i].loop(codes);
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < COUNT; i++) {
            double start = now();
            sink = functions[i].loop(codes);
            functions[i].times[round] = (now() - start) / LENGTH;
        }
    for (size_t i = 0; i < COUNT; i++)
        printf("%s %s %.3f\n", sequence, functions[i].name,
               median(functions[i].times));
}

int main(void) {
    static int codes[LENGTH];
    size_t registered = sipcode_count();

    array_fill();
    check_all();
    for (size_t i = 0; i < LENGTH; i++)
        codes[i] = SIPCODE_LOWEST + (int)(i % CODES);
    measure("100-699", codes);
    for (size_t i = 0; i < LENGTH; i++)
        codes[i] = sipcode_key(sipcode_at(i % registered));
    measure("registered", codes);
    return EXIT_SUCCESS;
}
