/* Codes and days: how they are looked up and read. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Up to sixteen bytes are told by their first and last eight and their length,
 * read in one go and not byte by byte: a code is looked up for every entry. */
static inline struct code_key
code_key(int group, const char *code, size_t length)
{
	struct code_key key = {
	    .length = length | (uint64_t)(unsigned)group << 32,
	};
	uint32_t first, last;

	if (length >= sizeof(key.first)) {
		memcpy(&key.first, code, sizeof(key.first));
		memcpy(&key.last, code + length - sizeof(key.last),
		       sizeof(key.last));
	} else if (length >= sizeof(first)) {
		memcpy(&first, code, sizeof(first));
		memcpy(&last, code + length - sizeof(last), sizeof(last));
		key.first = first | (uint64_t)last << 32;
	} else if (length > 0) {
		key.first = (unsigned char)code[0] |
			    (unsigned)(unsigned char)code[length / 2] << 8 |
			    (unsigned)(unsigned char)code[length - 1] << 16;
	}
	return key;
}

static size_t
key_hash(const struct code_key *key)
{
	uint64_t hash = (key->first ^ key->length << 16) *
			UINT64_C(0x9e3779b97f4a7c15);

	hash = (hash ^ hash >> 32 ^ key->last) * UINT64_C(0x9e3779b97f4a7c15);
	return (size_t)(hash ^ hash >> 32);
}

static bool
row_has(const struct code_row *row, const struct code_key *key,
	const char *code)
{
	const size_t told = 2 * sizeof(key->first);
	size_t length = (uint32_t)key->length;

	return row->key.first == key->first && row->key.last == key->last &&
	       row->key.length == key->length &&
	       (length <= told || memcmp(row->code, code, length) == 0);
}

/* The row of that code, or the free one where it belongs. */
static inline struct code_row *
row_find(const struct code_index *index, const struct code_key *key,
	 const char *code)
{
	size_t at = key_hash(key) & (index->size - 1);

	while (index->rows[at].code != NULL &&
	       !row_has(&index->rows[at], key, code))
		at = (at + 1) & (index->size - 1);
	return &index->rows[at];
}

static void
codes_grow(struct arena *arena, struct code_index *index)
{
	struct code_index grown = {.size = index->size == 0 ? 64
							    : index->size * 2,
				   .count = index->count};

	grown.rows = arena_array(arena, grown.size, sizeof(*grown.rows));
	for (size_t i = 0; i < index->size; i++)
		if (index->rows[i].code != NULL)
			*row_find(&grown, &index->rows[i].key,
				  index->rows[i].code) = index->rows[i];
	*index = grown;
}

void
codes_add(struct arena *arena, struct code_index *index, int group,
	  const char *code, int at)
{
	struct code_key key = code_key(group, code, strlen(code));

	if (index->count * 2 >= index->size)
		codes_grow(arena, index);
	*row_find(index, &key, code) = (struct code_row){key, code, at};
	index->count++;
}

int
codes_find(const struct code_index *index, int group, struct xml_value code)
{
	struct code_key key = code_key(group, code.bytes, code.length);
	const struct code_row *row;

	if (index->size == 0)
		return NONE;
	row = row_find(index, &key, code.bytes);
	return row->code == NULL ? NONE : row->at;
}

/* The tables hold the term first. */
static int
term_find(const void *table, size_t count, size_t size, const char *code)
{
	for (size_t i = 0; i < count; i++) {
		const struct term *term = (const void *)((const char *)table +
							 i * size);

		if (strcmp(term->code, code) == 0)
			return (int)i;
	}
	return NONE;
}

int
chapter_find(const struct dataset *data, const char *code)
{
	return term_find(data->chapters, data->chapter_count,
			 sizeof(*data->chapters), code);
}

int
cycle_find(const struct dataset *data, const char *code)
{
	return term_find(data->cycles, data->cycle_count, sizeof(*data->cycles),
			 code);
}

int
topic_find(const struct dataset *data, const char *code)
{
	return term_find(data->topics, data->topic_count, sizeof(*data->topics),
			 code);
}

int
region_find(const struct dataset *data, const char *code)
{
	return term_find(data->regions, data->region_count,
			 sizeof(*data->regions), code);
}

int
state_find(const struct dataset *data, const char *code)
{
	return term_find(data->states, data->state_count, sizeof(*data->states),
			 code);
}

int
category_find(const struct dataset *data, int cycle, const char *code)
{
	for (size_t i = 0; i < data->category_count; i++) {
		const struct category *category = &data->categories[i];

		if ((cycle == NONE || cycle == category->cycle) &&
		    strcmp(category->term.code, code) == 0)
			return (int)i;
	}
	return NONE;
}

int
article_find(const struct dataset *data, int number)
{
	size_t low = 0, high = data->article_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (data->articles[middle].number == number)
			return (int)middle;
		if (data->articles[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return NONE;
}

static const char *const kinds[] = {
    [ENTRY_NEED] = "need",
    [ENTRY_CHALLENGE] = "challenge",
    [ENTRY_PRACTICE] = "practice",
};
static_assert(COUNT(kinds) == ENTRY_KINDS, "every kind has its name");

const char *
entry_kind_name(enum entry_kind kind)
{
	return kinds[kind];
}

static int
days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && is_leap ? 29 : days[month - 1];
}

bool
day_read(const char *text, day *read)
{
	static const char form[] = "dddd-dd-dd";
	int parts[3] = {0}, part = 0;

	for (size_t i = 0; i < sizeof(form); i++) {
		if (form[i] == 'd' && text[i] >= '0' && text[i] <= '9')
			parts[part] = parts[part] * 10 + (text[i] - '0');
		else if (form[i] == 'd' || text[i] != form[i])
			return false;
		else
			part++;
	}
	if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
	    parts[2] > days_of_month(parts[0], parts[1]))
		return false;
	*read = parts[0] * 10000 + parts[1] * 100 + parts[2];
	return true;
}
