/* SPDX-License-Identifier: MIT */
#include "emit.h"

#include <string.h>

#include "fault.h"
#include "lexicon.h"
#include "memory.h"
#include "output.h"
#include "pool.h"

struct numbers {
    uint32_t *items;
    size_t count;
};

/* The table in the making; see ../lib/table.h for what the parts are. */
struct table {
    struct pool pool;
    struct sipcode_record *records;
    size_t record_count;
    struct table_range ranges[KINDS];
    uint8_t slots[KINDS][SIPCODE_FIELDS];
    uint8_t widths[SIPCODE_FIELDS];
    struct numbers starts, parts, words, word_postings, postings;
    uint8_t code_index[CODES];
    struct numbers phrases;
};

static void add(struct numbers *numbers, uint32_t number) {
    numbers->items =
        grow(numbers->items, numbers->count, sizeof *numbers->items);
    numbers->items[numbers->count++] = number;
}

/* Guards every field of the table that is narrower than what it holds. */
static uint16_t narrow(size_t number) {
    if (number > UINT16_MAX)
        die("%zu does not fit into 16 bits: the table must be widened", number);
    return (uint16_t)number;
}

static void lay_out_slots(struct table *table) {
    memset(table->slots, NO_SLOT, sizeof table->slots);
    memset(table->widths, 1, sizeof table->widths);
    for (enum kind kind = 0; kind < KINDS; kind++) {
        uint8_t slot = 0;
        for (const struct field_rule *rule = schema[kind].fields; rule->name;
             rule++) {
            if (rule->field == FIELD_KEY)
                continue;
            table->slots[kind][rule->field] = slot++;
            table->widths[rule->field] = (uint8_t)form_width(rule->form);
        }
    }
}

static void add_values(struct table *table, const struct entry *entry,
                       const struct field_rule *rule) {
    add(&table->starts, narrow(table->parts.count));
    for (size_t i = 0; i < entry->count; i++) {
        const struct value *value = &entry->values[i];
        if (value->rule != rule)
            continue;
        for (unsigned part = 0; part < form_width(rule->form); part++)
            add(&table->parts, pool_add(&table->pool, value->parts[part]));
    }
}

/* Where a code stands among the codes, from 1. */
static size_t position(const struct table *table, int code) {
    return table->code_index[code - SIPCODE_LOWEST];
}

/* The key of a term is the field that it belongs to; see also PAIR_KEY. */
static uint16_t record_key(const struct table *table, enum kind kind,
                           const struct entry *entry) {
    if (kind == KIND_TERM)
        return (uint16_t)vocabulary_field(entry->values[0].text)->field;
    if (kind == KIND_PAIR)
        return narrow(PAIR_KEY(position(table, entry->key / 1000),
                               position(table, entry->key % 1000)));
    return narrow((size_t)entry->key);
}

static void add_record(struct table *table, enum kind kind,
                       const struct entry *entry) {
    table->records =
        grow(table->records, table->record_count, sizeof *table->records);
    table->records[table->record_count++] = (struct sipcode_record){
        .kind = (uint16_t)kind,
        .key = record_key(table, kind, entry),
        .starts = narrow(table->starts.count),
    };
    for (const struct field_rule *rule = schema[kind].fields; rule->name;
         rule++)
        if (rule->field != FIELD_KEY)
            add_values(table, entry, rule);
    add(&table->starts, narrow(table->parts.count));
}

static void add_records(struct table *table, const struct data *data) {
    for (enum kind kind = 0; kind < KINDS; kind++) {
        const struct recfile *file = data->files[kind];
        table->ranges[kind] = (struct table_range){narrow(table->record_count),
                                                   narrow(file->count)};
        for (size_t i = 0; i < file->count; i++)
            add_record(table, kind, &file->entries[i]);
    }
}

static void add_blank_record(struct table *table) {
    table->records =
        grow(table->records, table->record_count, sizeof *table->records);
    table->records[table->record_count++] =
        (struct sipcode_record){.kind = KINDS};
}

/*
 * Direct indices from a code to its record and to its phrase. In both 0 stands
 * for none: the first record and the first string of the pool are blank. The
 * phrases come next in the pool, where 16 bits reach.
 */
static void index_codes(struct table *table, const struct recfile *codes) {
    size_t next = 0;
    add_blank_record(table);
    pool_add(&table->pool, "");
    _Static_assert(UINT8_MAX <= POSTING_RECORDS, "postings hold as many");
    if (codes->count > UINT8_MAX)
        die("%zu codes do not fit into 8 bits: the index must be widened",
            codes->count);
    for (int code = SIPCODE_LOWEST; code <= SIPCODE_HIGHEST_LOCAL; code++) {
        const char *phrase = "";
        if (next < codes->count && codes->entries[next].key == code) {
            phrase =
                find_value(&codes->entries[next++], SIPCODE_PHRASE)->parts[0];
            table->code_index[code - SIPCODE_LOWEST] = (uint8_t)next;
        }
        add(&table->phrases, narrow(pool_add(&table->pool, phrase)));
    }
}

static void add_lexicon(struct table *table, const struct recfile *codes) {
    struct lexicon lexicon = lexicon_make(codes, table->slots[KIND_CODE]);
    for (size_t i = 0; i < lexicon.count; i++) {
        const struct word *word = &lexicon.words[i];
        add(&table->words, pool_add(&table->pool, word->text));
        add(&table->word_postings, (uint32_t)table->postings.count);
        for (size_t j = 0; j < word->count; j++)
            add(&table->postings, word->postings[j]);
    }
    add(&table->word_postings, (uint32_t)table->postings.count);
}

/* ---- Writing ------------------------------------------------------------ */

static void write_item(FILE *out, size_t index, unsigned long number) {
    fprintf(out, "%s%lu,", index % 12 ? " " : "\n    ", number);
}

static void write_numbers(FILE *out, const char *declaration,
                          const struct numbers *numbers) {
    fprintf(out, "\nstatic const %s[] = {", declaration);
    for (size_t i = 0; i < numbers->count; i++)
        write_item(out, i, numbers->items[i]);
    fputs("\n};\n", out);
}

static void write_bytes(FILE *out, const char *declaration,
                        const uint8_t *bytes, size_t count) {
    fprintf(out, "\nstatic const %s = {", declaration);
    for (size_t i = 0; i < count; i++)
        write_item(out, i, bytes[i]);
    fputs("\n};\n", out);
}

static void write_records(FILE *out, const struct table *table) {
    fputs("\nstatic const struct sipcode_record records[] = {\n", out);
    for (size_t i = 0; i < table->record_count; i++) {
        const struct sipcode_record *record = &table->records[i];
        fprintf(out, "    {%u, %u, %u},\n", record->kind, record->key,
                record->starts);
    }
    fputs("};\n\nstatic const struct table_range ranges[KINDS] = {\n", out);
    for (enum kind kind = 0; kind < KINDS; kind++)
        fprintf(out, "    {%u, %u},\n", table->ranges[kind].first,
                table->ranges[kind].count);
    fputs("};\n\nstatic const uint8_t slots[KINDS][SIPCODE_FIELDS] = {\n", out);
    for (enum kind kind = 0; kind < KINDS; kind++) {
        fputs("    {", out);
        for (int field = 0; field < SIPCODE_FIELDS; field++)
            fprintf(out, "%s%u", field ? ", " : "", table->slots[kind][field]);
        fputs("},\n", out);
    }
    fputs("};\n", out);
}

static void write_table(FILE *out, const void *content) {
    const struct table *table = content;
    fputs(
        "/* Written by sipcode-gen from the records in data/. Do not edit. */\n\n",
        out);
    pool_write(&table->pool, out);
    write_records(out, table);
    write_bytes(out, "uint8_t widths[SIPCODE_FIELDS]", table->widths,
                SIPCODE_FIELDS);
    write_bytes(out, "uint8_t code_index[CODES]", table->code_index,
                sizeof table->code_index);
    write_numbers(out, "uint16_t phrases", &table->phrases);
    write_numbers(out, "uint16_t starts", &table->starts);
    write_numbers(out, "uint32_t parts", &table->parts);
    write_numbers(out, "uint32_t words", &table->words);
    write_numbers(out, "uint32_t word_postings", &table->word_postings);
    write_numbers(out, "uint32_t postings", &table->postings);
}

void emit_table(const struct data *data, const char *path) {
    struct table table = {0};
    lay_out_slots(&table);
    index_codes(&table, data->files[KIND_CODE]);
    add_records(&table, data);
    add_lexicon(&table, data->files[KIND_CODE]);
    write_file(path, write_table, &table);
}
