/* SPDX-License-Identifier: MIT */
#include <sipcode.h>

#include <iostream>

/* The same as consumer.c. */
int main() {
    const sipcode_record *code = sipcode_find(486);
    std::cout << SIPCODE_VERSION_MAJOR << '.' << SIPCODE_VERSION_MINOR << '.'
              << SIPCODE_VERSION_PATCH << ' ' << sipcode_version() << ' '
              << sipcode_key(code) << ' ' << sipcode_phrase(486) << ", "
              << sipcode_values(code, SIPCODE_FIX) << " fixes\n";
}
