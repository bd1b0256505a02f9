/* Codes and days: how they are looked up and read. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int
compare_rows(const void *a, const void *b)
{
	const struct code_row *left = a, *right = b;

	if (left->group != right->group)
		return left->group < right->group ? -1 : 1;
	return strcmp(left->code, right->code);
}

void
codes_sort(struct code_index *index)
{
	if (index->count > 1)
		qsort(index->rows, index->count, sizeof(*index->rows),
		      compare_rows);
}

int
codes_find(const struct code_index *index, int group, const char *code)
{
	struct code_row key = {group, code, NONE};
	const struct code_row *found = NULL;

	if (index->count > 0)
		found = bsearch(&key, index->rows, index->count,
				sizeof(*index->rows), compare_rows);
	return found == NULL ? NONE : found->at;
}

/* The tables hold the term first, at most a thousand of them. */
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
