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
quoted(struct reading *reading, struct xml_value value)
{
	struct text whole = {0};
	const char *words;

	text_add_bytes(&whole, value.bytes, value.length);
	reading->quote = (reading->quote + 1) % COUNT(reading->quotes);
	words = xml_excerpt(&reading->quotes[reading->quote],
			    text_string(&whole), 64);
	text_free(&whole);
	return words;
}

struct xml_value
value_of(const char *string)
{
	return (struct xml_value){string, strlen(string)};
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool
list_next(struct xml_value *list, struct xml_value *word)
{
	const char *at = list->bytes, *end = list->bytes + list->length;

	while (at < end && is_blank(*at))
		at++;
	word->bytes = at;
	while (at < end && !is_blank(*at))
		at++;
	word->length = (size_t)(at - word->bytes);
	*list = (struct xml_value){at, (size_t)(end - at)};
	return word->length > 0;
}

static void
articles_number(struct reading *reading)
{
	const struct dataset *data = reading->data;
	size_t count = data->article_count;
	int end = 1;

	for (size_t i = 0; i < count; i++)
		if (data->articles[i].number >= end)
			end = data->articles[i].number + 1;
	reading->article_end = end;
	reading->articles = arena_room(reading->scratch, (size_t)end,
				       sizeof(*reading->articles));
	for (int i = 0; i < end; i++)
		reading->articles[i] = (struct numbered){NONE, 0};
	for (size_t i = 0; i < count; i++)
		reading->articles[data->articles[i].number] = (struct numbered){
		    (int16_t)i, (uint8_t)data->articles[i].chapter};
}

/* States are there already: they are looked up while they are read. */
static void
codes_collect(struct reading *reading)
{
	struct dataset *data = reading->data;
	struct arena *scratch = reading->scratch;
	struct code_index *codes = &reading->codes;

	for (size_t i = 0; i < data->category_count; i++)
		codes_add(scratch, codes, data->categories[i].cycle,
			  data->categories[i].term.code, (int)i);
	for (size_t i = 0; i < data->topic_count; i++)
		codes_add(scratch, codes, CODES_TOPICS,
			  data->topics[i].term.code, (int)i);
	for (size_t i = 0; i < data->chapter_count; i++)
		codes_add(scratch, codes, CODES_CHAPTERS,
			  data->chapters[i].term.code, (int)i);
	for (size_t i = 0; i < data->cycle_count; i++)
		codes_add(scratch, codes, CODES_CYCLES,
			  data->cycles[i].term.code, (int)i);
	articles_number(reading);
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

/* Into the order of cycles and States, whatever the files were called. Entries
 * stay where they are. */
static void
reviews_arrange(struct reading *reading)
{
	struct dataset *data = reading->data;

	if (reading->review_count > 1)
		qsort(reading->reviews, reading->review_count,
		      sizeof(*reading->reviews), compare_reviews);
	data->reviews = reading->reviews;
	data->review_count = reading->review_count;
	data->entries = reading->entries;
	data->entry_count = reading->entry_count;
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
	arena_free(reading.scratch);
	return reading.is_good ? reading.data : NULL;
}
