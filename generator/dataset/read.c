/* Read a dataset: the convention, the States, then every file of reviews. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void
reading_fault(struct reading *reading, struct place at, const char *format, ...)
{
	char *words = NULL;
	va_list arguments;

	reading->is_good = false;
	va_start(arguments, format);
	if (vasprintf(&words, format, arguments) < 0)
		memory_exhausted();
	va_end(arguments);
	message_error(reading->messages, at, "%s", words);
	free(words);
}

const char *
quoted(struct reading *reading, const char *value)
{
	reading->quote = (reading->quote + 1) % COUNT(reading->quotes);
	return xml_excerpt(&reading->quotes[reading->quote], value, 64);
}

const char *
list_next(struct reading *reading, const char **at)
{
	static const char blanks[] = " \t\r\n";
	size_t length;

	*at += strspn(*at, blanks);
	length = strcspn(*at, blanks);
	if (length == 0)
		return NULL;
	reading->word.length = 0;
	text_add_bytes(&reading->word, *at, length);
	*at += length;
	return text_string(&reading->word);
}

static void
codes_collect(struct reading *reading)
{
	struct dataset *data = reading->data;

	for (size_t i = 0; i < data->state_count; i++)
		ARENA_PUSH(
		    reading->scratch, reading->states.rows,
		    reading->states.count,
		    ((struct code_row){0, data->states[i].term.code, (int)i}));
	for (size_t i = 0; i < data->category_count; i++)
		ARENA_PUSH(
		    reading->scratch, reading->categories.rows,
		    reading->categories.count,
		    ((struct code_row){data->categories[i].cycle,
				       data->categories[i].term.code, (int)i}));
	codes_sort(&reading->states);
	codes_sort(&reading->categories);
	reading->reviewed = arena_array(reading->scratch,
					data->cycle_count * data->state_count,
					sizeof(*reading->reviewed));
}

static int
compare_reviews(const void *a, const void *b)
{
	const struct review *left = a, *right = b;

	if (left->cycle != right->cycle)
		return left->cycle < right->cycle ? -1 : 1;
	return (left->state > right->state) - (left->state < right->state);
}

/* Into the order of cycles and States, whatever the files were called. */
static void
reviews_arrange(struct reading *reading)
{
	struct dataset *data = reading->data;
	struct entry *next = arena_array(reading->arena, reading->entry_count,
					 sizeof(*next));

	if (reading->review_count > 1)
		qsort(reading->reviews, reading->review_count,
		      sizeof(*reading->reviews), compare_reviews);
	data->reviews = arena_array(reading->arena, reading->review_count,
				    sizeof(*data->reviews));
	data->review_count = reading->review_count;
	data->entries = next;
	data->entry_count = reading->entry_count;
	for (size_t i = 0; i < reading->review_count; i++) {
		const struct review *review = &reading->reviews[i];

		data->reviews[i] = *review;
		data->reviews[i].first_entry = (uint32_t)(next - data->entries);
		for (uint32_t k = 0; k < review->entry_count; k++) {
			*next = reading->entries[review->first_entry + k];
			next->review = (uint32_t)i;
			next++;
		}
	}
}

struct dataset *
dataset_read(struct arena *arena, struct messages *messages,
	     struct xml_schema *schema, const char *folder, day cutoff,
	     day as_of)
{
	struct reading reading = {
	    .arena = arena,
	    .scratch = arena_new(),
	    .messages = messages,
	    .schema = schema,
	    .data = arena_take(arena, sizeof(struct dataset)),
	    .as_of = as_of,
	    .is_good = true,
	};

	assert(schema != NULL);
	reading.data->cutoff = cutoff;
	convention_read(&reading,
			arena_print(arena, "%s/convention.xml", folder));
	states_read(&reading, arena_print(arena, "%s/states.xml", folder));
	names_compare(&reading);
	codes_collect(&reading);
	reviews_read(&reading, arena_print(arena, "%s/reviews", folder));
	if (reading.is_good)
		reviews_arrange(&reading);
	for (size_t i = 0; i < COUNT(reading.quotes); i++)
		text_free(&reading.quotes[i]);
	text_free(&reading.word);
	arena_free(reading.scratch);
	return reading.is_good ? reading.data : NULL;
}
