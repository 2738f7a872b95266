/* SPDX-License-Identifier: MIT */
#include "command.h"

int main(int argc, char **argv) {
    (void)argc;
    return run(argv);
}
