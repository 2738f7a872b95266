/* SPDX-License-Identifier: MIT */
/*
 * The fastest look-up that SIP stacks use: an array of pointers with the code
 * as its index, as PJSIP has behind pjsip_get_status_text().
 */
#ifndef ARRAY_H
#define ARRAY_H

/* Fills the array; PJSIP does so on the first look-up. */
void array_fill(void);

/* The reason phrase of a code, or NULL. */
const char *array_phrase(int code);

#endif
