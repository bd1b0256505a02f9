/* Read the rows of a plan: VERB KIND CYCLE [FILTER …] NUMBER or LEAST..MOST. */
/* SPDX-License-Identifier: MIT */
#include "plan_row.h"

#include "base/arena.h"

#include <limits.h>
#include <string.h>

/* The place of a code among labels of the row's kind and cycle. */
static int
label_find(struct plan_reader *reader, const struct row *row,
	   const struct label *labels, size_t count, const char *code)
{
	for (size_t i = 0; i < count && i < 64; i++)
		if (labels[i].kind == row->kind &&
		    labels[i].cycle == row->cycle &&
		    strcmp(labels[i].code, code) == 0)
			return (int)i;
	message_error(reader->messages, reader->at, "no such code: \"%s\"",
		      code);
	return NONE;
}

static void
bit_set(uint64_t *bits, int index)
{
	if (index >= 0 && index < 64)
		*bits |= UINT64_C(1) << index;
}

static void
filter_article(struct plan_reader *reader, struct row *row, const char *value)
{
	ARENA_PUSH(reader->arena, row->provisions, row->provision_count,
		   plan_provision(reader, value));
}

static void
filter_chapter(struct plan_reader *reader, struct row *row, const char *value)
{
	bit_set(&row->chapters, plan_chapter(reader, value));
}

static void
filter_region(struct plan_reader *reader, struct row *row, const char *value)
{
	bit_set(&row->regions, plan_region(reader, value));
}

static void
filter_category(struct plan_reader *reader, struct row *row, const char *value)
{
	bit_set(&row->categories,
		label_find(reader, row, reader->plan->categories,
			   reader->plan->category_count, value));
}

static void
filter_topic(struct plan_reader *reader, struct row *row, const char *value)
{
	bit_set(&row->topics, label_find(reader, row, reader->plan->topics,
					 reader->plan->topic_count, value));
}

static void
filter_after(struct plan_reader *reader, struct row *row, const char *value)
{
	row->after = plan_day(reader, value);
}

static void
filter_as_of(struct plan_reader *reader, struct row *row, const char *value)
{
	row->as_of = plan_day(reader, value);
}

static const struct filter {
	const char *name;
	void (*read)(struct plan_reader *, struct row *, const char *value);
} filters[] = {
    {"article", filter_article}, {"chapter", filter_chapter},
    {"region", filter_region},	 {"category", filter_category},
    {"topic", filter_topic},	 {"after", filter_after},
    {"as_of", filter_as_of},
};

/* Read "name=value,value". */
static void
filter_read(struct plan_reader *reader, struct row *row, char *word)
{
	char *values = strchr(word, '='), *rest;

	if (values != NULL)
		*values++ = '\0';
	for (size_t i = 0; values != NULL && i < COUNT(filters); i++) {
		if (strcmp(filters[i].name, word) != 0)
			continue;
		for (char *value = strtok_r(values, ",", &rest); value != NULL;
		     value = strtok_r(NULL, ",", &rest))
			filters[i].read(reader, row, value);
		return;
	}
	message_error(reader->messages, reader->at, "no such filter: \"%s\"",
		      word);
}

static void
bounds_read(struct plan_reader *reader, struct row *row, char *word)
{
	char *dots = strstr(word, "..");

	if (dots != NULL)
		*dots = '\0';
	row->least = plan_number(reader, word, 0, INT_MAX);
	row->most = dots == NULL ? row->least
				 : plan_number(reader, dots + 2,
					       (int)row->least, INT_MAX);
}

void
plan_row_read(struct plan_reader *reader, char **words, size_t count)
{
	struct row row = {.at = reader->at};

	if (count < 4) {
		message_error(reader->messages, reader->at,
			      "\"%s\" takes a kind, a cycle, filters and a "
			      "number",
			      words[0]);
		return;
	}
	row.is_states = strcmp(words[0], "states") == 0;
	row.kind = plan_kind(reader, words[1]);
	row.cycle = plan_cycle(reader, words[2]);
	for (size_t i = 3; i + 1 < count; i++)
		filter_read(reader, &row, words[i]);
	bounds_read(reader, &row, words[count - 1]);
	ARENA_PUSH(reader->arena, reader->plan->rows, reader->plan->row_count,
		   row);
}
