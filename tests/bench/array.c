/* SPDX-License-Identifier: MIT */
#include "array.h"

#include <stddef.h>

#include "sipcode.h"

static const char *phrases[SIPCODE_HIGHEST + 1];

void array_fill(void) {
    for (int code = SIPCODE_LOWEST; code <= SIPCODE_HIGHEST; code++)
        phrases[code] = sipcode_phrase(code);
}

const char *array_phrase(int code) {
    if (code < SIPCODE_LOWEST || code > SIPCODE_HIGHEST)
        return NULL;
    return phrases[code];
}
