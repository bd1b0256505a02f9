/* Read files of reviews: plainly, and closely where that does not do; nothing
 * of a file stays but flat entries. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/file.h"
#include "dataset/hearing.h"

#include <string.h>

enum {
	REVIEWS_FILE_MOST = 1024 * 1024 * 1024, /* [bytes] */
	LARGE = 1024 * 1024 /* [bytes] of a file that is worth threads */
};

/* --- a file that is good --- */

static bool
hear_plainly(void *context, const struct xml_start *start)
{
	struct hearing *hearing = context;

	element_hear(hearing, start);
	return hearing->reading->is_good;
}

/* Forget what was heard of a file since so many reviews and entries. */
static void
file_forget(struct reading *reading, const char *path, size_t reviews,
	    size_t entries)
{
	const struct dataset *data = reading->data;

	reading->review_count = reviews;
	reading->entry_count = entries;
	reading->sayings.heard_count = 0;
	for (size_t i = 0; i < data->cycle_count * data->state_count; i++)
		if (reading->reviewed[i] != NULL &&
		    reading->reviewed[i]->file == path)
			reading->reviewed[i] = NULL;
}

/* True if the file is good, which most are. Otherwise it is as if it had not
 * been read, and nothing was said. */
static bool
file_read_plainly(struct reading *reading, struct xml_plain *plain,
		  const char *path)
{
	struct messages *messages = reading->messages, mute = {0};
	struct hearing hearing = {reading, {path, 0, 0}, false, NONE, false};
	struct xml_listener listener = {hear_plainly, &hearing};
	size_t reviews = reading->review_count, entries = reading->entry_count;
	bool was_good = reading->is_good;
	bool is_good;

	reading->messages = &mute;
	reading->is_good = true;
	is_good = xml_plain_read(plain, path, &listener) && reading->is_good;
	reading->messages = messages;
	reading->is_good = was_good;
	if (!is_good)
		file_forget(reading, path, reviews, entries);
	return is_good;
}

/* --- a file that may not be --- */

/* The index of a name in the grammar, or SHAPES. */
static size_t
shape_find(const char *name)
{
	size_t i = 0;

	while (i < SHAPES && strcmp(review_grammar.shapes[i].name, name) != 0)
		i++;
	return i;
}

static void
attribute_take(struct xml_start *start, const struct xml_attribute *attribute)
{
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (strcmp(review_grammar.attributes[i], attribute->name) ==
		    0) {
			start->given |= UINT32_C(1) << i;
			start->values[i] = value_of(attribute->value);
		}
}

static void
hear_start(void *context, struct place at, const char *name,
	   const struct xml_attribute *items, size_t count)
{
	struct hearing *hearing = context;
	struct xml_start start = {.at = at, .shape = shape_find(name)};

	hearing->at = at;
	if (!hearing->is_begun &&
	    (review_grammar.roots >> start.shape & 1) == 0)
		reading_fault(hearing->reading, at,
			      "this file holds <review> or <reviews>, not <%s>",
			      name);
	hearing->is_begun = true;
	for (size_t i = 0; i < count; i++)
		attribute_take(&start, &items[i]);
	element_hear(hearing, &start);
}

static bool
file_read_closely(struct reading *reading, const char *path)
{
	struct hearing hearing = {reading, {path, 0, 0}, false, NONE, false};
	struct xml_handler handler = {.start = hear_start, .context = &hearing};

	return xml_read(reading->messages, reading->schema, path,
			REVIEWS_FILE_MOST, &handler);
}

void
reviews_read(struct reading *reading, const char *folder)
{
	struct xml_plain *plain;
	char **names;
	size_t count;

	if (!folder_list(reading->scratch, reading->messages, folder, ".xml",
			 &names, &count)) {
		reading->is_good = false;
		return;
	}
	plain = xml_plain_open(&review_grammar, LARGE);
	for (size_t i = 0; i < count; i++) {
		const char *path = arena_print(reading->arena, "%s/%s", folder,
					       names[i]);

		if (!file_read_plainly(reading, plain, path) &&
		    !file_read_closely(reading, path))
			reading->is_good = false;
	}
	entries_settle(reading);
	xml_plain_close(plain);
}
