/* Number the glyphs of a CFF table from 0. */
/* SPDX-License-Identifier: MIT */
#include "typeset/charset.h"

#include <stdbool.h>
#include <stdint.h>

/* Operators of a Top DICT, and what numbers begin with (table 3). */
enum {
	OPERATOR_CHARSET = 15,
	OPERATOR_ESCAPE = 12,
	OPERATORS = 22,
	NUMBER_2 = 28,
	NUMBER_4 = 29,
	NUMBER_REAL = 30,
	NUMBER_WORDS = 247,
	PREDEFINED = 3 /* offsets that stand for known charsets */
};

/* A range of bytes; once something lay outside, all that follows is 0. */
struct table {
	uint8_t *bytes;
	size_t length;
	bool is_broken;
};

static size_t
table_number(struct table *table, size_t at, size_t size)
{
	size_t number = 0;

	if (at > table->length || table->length - at < size)
		table->is_broken = true;
	for (size_t i = 0; i < size && !table->is_broken; i++)
		number = number << 8 | table->bytes[at + i];
	return number;
}

/* Where an INDEX (clause 5) has its first object, and where it ends. */
struct index {
	size_t first;
	size_t first_end;
	size_t end;
};

static struct index
index_read(struct table *table, size_t at)
{
	size_t count = table_number(table, at, 2);
	size_t size = count > 0 ? table_number(table, at + 2, 1) : 0;
	size_t base = at + 2 + (count + 1) * size;
	struct index index = {.end = at + 2};

	if (count == 0)
		return index;
	index.first = base + table_number(table, at + 3, size);
	index.first_end = base + table_number(table, at + 3 + size, size);
	index.end = base + table_number(table, at + 3 + count * size, size);
	return index;
}

/* Bytes of the number that begins with this one; a real one has its own end. */
static size_t
number_size(struct table *table, size_t at)
{
	size_t first = table_number(table, at, 1), size = 1;

	if (first == NUMBER_2)
		return 3;
	if (first == NUMBER_4)
		return 5;
	if (first != NUMBER_REAL)
		return first < NUMBER_WORDS ? 1 : 2;
	while (!table->is_broken &&
	       (table_number(table, at + size, 1) & 0xf) != 0xf)
		size++;
	return size + 1;
}

/* The offset of the charset in a Top DICT, or 0. HarfBuzz writes offsets with
 * four bytes. */
static size_t
charset_find(struct table *table, size_t at, size_t end)
{
	size_t number = 0;

	while (at < end && !table->is_broken) {
		size_t first = table_number(table, at, 1);

		if (first >= OPERATORS) {
			if (first == NUMBER_4)
				number = table_number(table, at + 1, 4);
			at += number_size(table, at);
			continue;
		}
		if (first == OPERATOR_CHARSET)
			return number;
		at += first == OPERATOR_ESCAPE ? 2 : 1;
	}
	return 0;
}

/* Bytes behind the format's that say which glyph is which (clause 13). */
static size_t
charset_size(struct table *table, size_t at, size_t count)
{
	size_t format = table_number(table, at, 1), named = 1, size = 0;

	if (format == 0)
		return 2 * (count - 1);
	while (named < count && !table->is_broken) {
		named += 1 + table_number(table, at + 1 + size + 2, format);
		size += 2 + format;
	}
	return size;
}

/* One range holds all glyphs; the rest is nothing, which packs well. */
static void
charset_write(uint8_t *at, size_t size, size_t count)
{
	for (size_t i = 1; i <= size; i++)
		at[i] = 0;
	if (size < 4) {
		/* so few that each is named, or one short range */
		at[2] = 1;
		at[size] = at[0] == 0 ? 1 : (uint8_t)(count - 2);
		return;
	}
	at[0] = 2;
	at[2] = 1;
	at[3] = (uint8_t)((count - 2) >> 8);
	at[4] = (uint8_t)(count - 2);
}

void
charset_number(uint8_t *bytes, size_t length, size_t count)
{
	struct table table = {.length = length};
	struct index names, dicts;
	size_t at, size;

	table.bytes = bytes;
	names = index_read(&table, table_number(&table, 2, 1));
	dicts = index_read(&table, names.end);
	at = charset_find(&table, dicts.first, dicts.first_end);
	if (table.is_broken || at < PREDEFINED || count < 2)
		return;
	size = charset_size(&table, at, count);
	table_number(&table, at, size + 1);
	if (!table.is_broken && size >= 2)
		charset_write(table.bytes + at, size, count);
}
