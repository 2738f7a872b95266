/* SPDX-License-Identifier: MIT */
#include <sipcode.h>
#include <stdio.h>

#define TEXT(number)  TEXT_(number)
#define TEXT_(number) #number

/* The version of the header, that of the library, and something from both. */
int main(void) {
    const struct sipcode_record *code = sipcode_find(486);
    printf("%s.%s.%s %s %d %s, %zu fixes\n", TEXT(SIPCODE_VERSION_MAJOR),
           TEXT(SIPCODE_VERSION_MINOR), TEXT(SIPCODE_VERSION_PATCH),
           sipcode_version(), sipcode_key(code), sipcode_phrase(486),
           sipcode_values(code, SIPCODE_FIX));
    return 0;
}
