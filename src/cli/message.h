/* SPDX-License-Identifier: MIT */
/* What is said on standard error: `sipcode: subject: what is wrong`. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>

/* grep's exit statuses. */
enum status { FOUND = 0, NOT_FOUND = 1, WRONG = 2 };

/*
 * Says what is wrong with the subject, and what to do; one write. The subject
 * may be anything a user typed: it is shortened and control characters are
 * shown as \xNN. Returns WRONG.
 */
int wrong(const char *subject, const char *message);

/* The same for what was asked for and is not there: kept back by --quiet. */
int not_found(const char *subject, const char *message);

/* Something worth knowing that changes no status; kept back by --quiet. */
void note(const char *subject, const char *message);

/* The same as wrong() without a subject from the user, then exit. */
_Noreturn void die_of(const char *subject, const char *message);

/* Text on standard error as it is. */
void message_text(const char *text);

/* A string from the user as it may be shown: shortened, nothing raw. */
const char *shown(const char *raw);

/* The same where it is part of a report: nothing raw, but not shortened. */
const char *shown_whole(const char *raw);

/* For --quiet. */
void message_quiet(bool quiet);

/* Where messages go: 2, until another is named; -1 is nowhere. */
void message_start(int fd);

#endif
