/* SPDX-License-Identifier: MIT */
/* sipcode --complete: what may follow on a line that is still being typed. */
#ifndef COMPLETE_H
#define COMPLETE_H

/*
 * Prints what the last one of the words behind `sipcode` may become, a line
 * each: all of the word, a tab, and what it means where there is a meaning.
 * FOUND, or NOT_FOUND where there is nothing to print. No message is printed.
 */
int complete(char **words);

#endif
