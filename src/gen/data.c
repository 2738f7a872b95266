/* SPDX-License-Identifier: MIT */
#include "data.h"

const struct entry *find_entry(const struct data *data, enum kind kind,
                               int key) {
    const struct recfile *file = data->files[kind];
    for (size_t i = 0; i < file->count; i++)
        if (key > 0 && file->entries[i].key == key)
            return &file->entries[i];
    return NULL;
}

const struct value *find_value(const struct entry *entry,
                               enum sipcode_field field) {
    for (size_t i = 0; i < entry->count; i++)
        if (entry->values[i].rule->field == field)
            return &entry->values[i];
    return NULL;
}
