/* SPDX-License-Identifier: MIT */
/* All data that has been read, and how to find something in it. */
#ifndef DATA_H
#define DATA_H

#include "recfile.h"
#include "schema.h"

/* A file a kind. */
struct data {
    const struct recfile *files[KINDS];
};

/* The record with this number as its key, or NULL. */
const struct entry *find_entry(const struct data *data, enum kind kind,
                               int key);

/*
 * The first value of a field, or NULL where the record has none; for records
 * without faults.
 */
const struct value *find_value(const struct entry *entry,
                               enum sipcode_field field);

#endif
