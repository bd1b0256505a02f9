/* Hear the reviews of many files as they are parsed; nothing of a file stays
 * but flat entries. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>

enum {
	REVIEWS_FILE_MOST = 256 * 1024 * 1024 /* [bytes] */
};

struct hearing {
	struct reading *reading;
	bool is_begun; /* the root was heard */
	int cycle;     /* of the review at hand, or NONE */
	bool is_kept;  /* entries of the review at hand are */
};

struct attributes {
	const struct xml_attribute *items;
	size_t count;
};

static const char *
value_of(struct attributes attributes, const char *name)
{
	return xml_attribute_in(attributes.items, attributes.count, name);
}

/* An attribute that the schema requires is still missing here when the schema
 * is about to say so. */
static day
completed_read(struct reading *reading, struct place at, const char *text)
{
	day completed = 0, cutoff = reading->data->cutoff;

	if (text == NULL)
		return 0;
	if (!day_read(text, &completed))
		reading_fault(reading, at,
			      "\"%s\" is not a day of the calendar, yyyy-mm-dd",
			      quoted(reading, text));
	else if (cutoff != 0 && completed > cutoff)
		reading_fault(reading, at,
			      "completed %s, after the cutoff %04d-%02d-%02d",
			      text, cutoff / 10000, cutoff / 100 % 100,
			      cutoff % 100);
	return completed;
}

static int
state_known(struct reading *reading, struct place at, const char *code)
{
	int state = code == NULL ? NONE : codes_find(&reading->states, 0, code);

	if (code != NULL && state == NONE && reading->has_states)
		reading_fault(reading, at, "unknown State \"%s\"",
			      quoted(reading, code));
	return state;
}

static int
cycle_known(struct reading *reading, struct place at, const char *code)
{
	int cycle = code == NULL ? NONE : cycle_find(reading->data, code);

	if (code != NULL && cycle == NONE && reading->has_convention)
		reading_fault(reading, at, "unknown cycle \"%s\"",
			      quoted(reading, code));
	return cycle;
}

/* One review of a State in a cycle. */
static void
review_check_once(struct reading *reading, const struct review *review)
{
	const struct dataset *data = reading->data;
	const struct place **slot, *other;
	struct place *here;

	if (review->state == NONE || review->cycle == NONE)
		return;
	slot = &reading->reviewed[(size_t)review->cycle * data->state_count +
				  (size_t)review->state];
	other = *slot;
	if (other != NULL) {
		reading_fault(reading, review->at,
			      "State \"%s\" is reviewed in cycle \"%s\" "
			      "already at %s:%d:%d",
			      data->states[review->state].term.code,
			      data->cycles[review->cycle].term.code,
			      other->file, other->line, other->column);
		return;
	}
	here = arena_take(reading->scratch, sizeof(*here));
	*here = review->at;
	*slot = here;
}

static void
review_hear(struct hearing *hearing, struct place at,
	    struct attributes attributes)
{
	struct reading *reading = hearing->reading;
	struct review review = {
	    .state = state_known(reading, at, value_of(attributes, "state")),
	    .cycle = cycle_known(reading, at, value_of(attributes, "cycle")),
	    .completed = completed_read(reading, at,
					value_of(attributes, "completed")),
	    .at = at,
	    .first_entry = (uint32_t)reading->entry_count,
	};

	review_check_once(reading, &review);
	hearing->cycle = review.cycle;
	hearing->is_kept = reading->is_good &&
			   (reading->as_of == 0 ||
			    review.completed <= reading->as_of);
	if (hearing->is_kept)
		ARENA_PUSH(reading->scratch, reading->reviews,
			   reading->review_count, review);
}

static void
check_chapter_in_cycle(struct hearing *hearing, struct place at, int chapter,
		       const char *article)
{
	struct reading *reading = hearing->reading;
	const struct dataset *data = reading->data;
	const char *chapter_code, *cycle_code;

	if (hearing->cycle == NONE ||
	    (data->cycles[hearing->cycle].chapters >> chapter & 1) != 0)
		return;
	chapter_code = data->chapters[chapter].term.code;
	cycle_code = data->cycles[hearing->cycle].term.code;
	if (article != NULL)
		reading_fault(reading, at,
			      "article %s is of chapter \"%s\", which cycle "
			      "\"%s\" does not review",
			      article, chapter_code, cycle_code);
	else
		reading_fault(reading, at,
			      "chapter \"%s\" is not reviewed in cycle \"%s\"",
			      chapter_code, cycle_code);
}

/* The whole number that at most four digits spell, else 0. */
static int
number_read(const char *text)
{
	size_t length = strspn(text, "0123456789");

	return length > 4 || text[length] != '\0' || text[0] == '0'
		   ? 0
		   : atoi(text);
}

/* The paragraph is beside its article and small: the Convention's own text is
 * no part of the data, so that it exists cannot be known. */
static uint8_t
paragraph_hear(struct reading *reading, struct place at,
	       struct attributes attributes)
{
	const char *text = value_of(attributes, "paragraph");
	int number = text == NULL ? 0 : number_read(text);

	if (text == NULL)
		return 0;
	if (value_of(attributes, "article") == NULL)
		reading_fault(reading, at, "a paragraph without its article");
	if (number < 1 || number > UINT8_MAX) {
		reading_fault(reading, at, "paragraph \"%s\" is not 1 to %d",
			      quoted(reading, text), UINT8_MAX);
		return 0;
	}
	return (uint8_t)number;
}

static void
provision_hear(struct hearing *hearing, struct place at,
	       struct attributes attributes, struct entry *entry)
{
	struct reading *reading = hearing->reading;
	const char *article = value_of(attributes, "article");
	const char *chapter = value_of(attributes, "chapter");
	int found;

	if ((article == NULL) == (chapter == NULL)) {
		reading_fault(reading, at,
			      "an entry names an article or a chapter%s",
			      article == NULL ? "" : ", not both");
		return;
	}
	if (!reading->has_convention)
		return;
	found = article == NULL
		    ? chapter_find(reading->data, chapter)
		    : article_find(reading->data, number_read(article));
	if (found == NONE) {
		reading_fault(
		    reading, at, "unknown %s \"%s\"",
		    article == NULL ? "chapter" : "article",
		    quoted(reading, article == NULL ? chapter : article));
		return;
	}
	if (article != NULL) {
		entry->article = (int16_t)found;
		found = reading->data->articles[found].chapter;
	}
	entry->chapter = (uint8_t)found;
	check_chapter_in_cycle(hearing, at, found, article);
}

static int
category_known(struct hearing *hearing, struct place at, const char *code)
{
	struct reading *reading = hearing->reading;
	int category;

	if (code == NULL || hearing->cycle == NONE)
		return NONE;
	category = codes_find(&reading->categories, hearing->cycle, code);
	if (category == NONE)
		reading_fault(reading, at,
			      "unknown category \"%s\" in cycle \"%s\"",
			      quoted(reading, code),
			      reading->data->cycles[hearing->cycle].term.code);
	return category;
}

static uint64_t
topics_hear(struct reading *reading, struct place at, const char *list)
{
	uint64_t topics = 0;
	const char *code;

	if (list == NULL || !reading->has_convention)
		return 0;
	while ((code = list_next(reading, &list)) != NULL) {
		int topic = topic_find(reading->data, code);

		if (topic == NONE)
			reading_fault(reading, at, "unknown topic \"%s\"",
				      quoted(reading, code));
		else
			topics |= UINT64_C(1) << topic;
	}
	return topics;
}

static void
entry_hear(struct hearing *hearing, struct place at, enum entry_kind kind,
	   struct attributes attributes)
{
	struct reading *reading = hearing->reading;
	struct entry entry = {.article = NONE, .kind = (uint8_t)kind};

	provision_hear(hearing, at, attributes, &entry);
	entry.paragraph = paragraph_hear(reading, at, attributes);
	entry.category = (int16_t)category_known(
	    hearing, at, value_of(attributes, "category"));
	entry.topics = topics_hear(reading, at, value_of(attributes, "topics"));
	if (!reading->is_good || !hearing->is_kept)
		return;
	if (reading->entry_count == UINT32_MAX) {
		reading_fault(reading, at, "one entry too many");
		return;
	}
	ARENA_PUSH(reading->scratch, reading->entries, reading->entry_count,
		   entry);
	reading->reviews[reading->review_count - 1].entry_count++;
}

static void
hear_start(void *context, struct place at, const char *name,
	   const struct xml_attribute *items, size_t count)
{
	struct hearing *hearing = context;
	struct attributes attributes = {items, count};
	bool is_review = strcmp(name, "review") == 0;

	if (!hearing->is_begun && !is_review && strcmp(name, "reviews") != 0)
		reading_fault(hearing->reading, at,
			      "this file holds <review> or <reviews>, not <%s>",
			      name);
	hearing->is_begun = true;
	if (is_review)
		review_hear(hearing, at, attributes);
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++)
		if (strcmp(name, entry_kind_name(kind)) == 0)
			entry_hear(hearing, at, kind, attributes);
	if (strcmp(name, "text") == 0)
		language_check(hearing->reading, at, name,
			       value_of(attributes, "xml:lang"));
}

void
reviews_read(struct reading *reading, const char *folder)
{
	char **names;
	size_t count;

	if (!folder_list(reading->scratch, reading->messages, folder, ".xml",
			 &names, &count)) {
		reading->is_good = false;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct hearing hearing = {reading, false, NONE, false};
		struct xml_handler handler = {.start = hear_start,
					      .context = &hearing};
		const char *path = arena_print(reading->arena, "%s/%s", folder,
					       names[i]);

		if (!xml_read(reading->messages, reading->schema, path,
			      REVIEWS_FILE_MOST, &handler))
			reading->is_good = false;
	}
}
