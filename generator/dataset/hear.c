/* Hear reviews and their entries, whoever reads them out: each code is looked
 * up, each fault reported. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "dataset/hearing.h"

#include <stdlib.h>
#include <string.h>

static const struct xml_value *
given(const struct xml_start *start, enum attribute attribute)
{
	return (start->given >> attribute & 1) != 0 ? &start->values[attribute]
						    : NULL;
}

/* An attribute that the schema requires is still missing here when the schema
 * is about to say so. */
static day
completed_read(struct reading *reading, struct place at,
	       const struct xml_value *value)
{
	day completed = 0, cutoff = reading->data->cutoff;
	char text[sizeof("yyyy-mm-dd")] = "";

	if (value == NULL)
		return 0;
	if (value->length + 1 == sizeof(text))
		memcpy(text, value->bytes, value->length);
	if (!day_read(text, &completed))
		reading_fault(reading, at,
			      "\"%s\" is not a day of the calendar, yyyy-mm-dd",
			      quoted(reading, *value));
	else if (cutoff != 0 && completed > cutoff)
		reading_fault(reading, at,
			      "completed %s, after the cutoff %04d-%02d-%02d",
			      text, cutoff / 10000, cutoff / 100 % 100,
			      cutoff % 100);
	return completed;
}

static int
state_known(struct reading *reading, struct place at,
	    const struct xml_value *code)
{
	int state = code == NULL
			? NONE
			: codes_find(&reading->codes, CODES_STATES, *code);

	if (code != NULL && state == NONE && reading->has_states)
		reading_fault(reading, at, "unknown State \"%s\"",
			      quoted(reading, *code));
	return state;
}

static int
cycle_known(struct reading *reading, struct place at,
	    const struct xml_value *code)
{
	int cycle = code == NULL
			? NONE
			: codes_find(&reading->codes, CODES_CYCLES, *code);

	if (code != NULL && cycle == NONE && reading->has_convention)
		reading_fault(reading, at, "unknown cycle \"%s\"",
			      quoted(reading, *code));
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
review_hear(struct hearing *hearing, const struct xml_start *start)
{
	struct reading *reading = hearing->reading;
	const struct place at = start->at;
	struct review review;

	entries_settle(reading);
	review = (struct review){
	    .state = state_known(reading, at, given(start, ATTRIBUTE_STATE)),
	    .cycle = cycle_known(reading, at, given(start, ATTRIBUTE_CYCLE)),
	    .completed = completed_read(reading, at,
					given(start, ATTRIBUTE_COMPLETED)),
	    .at = at,
	    .first_entry = (uint32_t)reading->entry_count,
	};

	review_check_once(reading, &review);
	hearing->cycle = review.cycle;
	hearing->is_kept = reading->is_good &&
			   (reading->as_of == 0 ||
			    review.completed <= reading->as_of);
	if (hearing->is_kept)
		ARENA_PUSH(reading->arena, reading->reviews,
			   reading->review_count, review);
}

static void
check_chapter_in_cycle(struct hearing *hearing, int chapter,
		       const struct xml_value *article)
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
		reading_fault(reading, hearing->at,
			      "article %s is of chapter \"%s\", which cycle "
			      "\"%s\" does not review",
			      quoted(reading, *article), chapter_code,
			      cycle_code);
	else
		reading_fault(reading, hearing->at,
			      "chapter \"%s\" is not reviewed in cycle \"%s\"",
			      chapter_code, cycle_code);
}

/* The whole number that at most four digits spell, else 0. */
static int
number_read(struct xml_value value)
{
	int number = 0;

	if (value.length == 0 || value.length > 4 || value.bytes[0] == '0')
		return 0;
	for (size_t i = 0; i < value.length; i++) {
		unsigned digit = (unsigned)value.bytes[i] - '0';

		if (digit > 9)
			return 0;
		number = number * 10 + (int)digit;
	}
	return number;
}

/* The paragraph is beside its article and small: the Convention's own text is
 * no part of the data, so that it exists cannot be known. */
static uint8_t
paragraph_hear(struct hearing *hearing, const struct xml_start *start)
{
	struct reading *reading = hearing->reading;
	const struct xml_value *text = given(start, ATTRIBUTE_PARAGRAPH);
	int number = text == NULL ? 0 : number_read(*text);

	if (text == NULL)
		return 0;
	if (given(start, ATTRIBUTE_ARTICLE) == NULL)
		reading_fault(reading, hearing->at,
			      "a paragraph without its article");
	if (number < 1 || number > UINT8_MAX) {
		reading_fault(reading, hearing->at,
			      "paragraph \"%s\" is not 1 to %d",
			      quoted(reading, *text), UINT8_MAX);
		return 0;
	}
	return (uint8_t)number;
}

/* Name the article in the entry; the index of its chapter, or NONE. */
static int
article_known(const struct reading *reading, struct xml_value code,
	      struct entry *entry)
{
	int number = number_read(code);
	struct numbered found =
	    reading->articles[number < reading->article_end ? number : 0];

	entry->article = found.article;
	return found.article == NONE ? NONE : found.chapter;
}

static void
provision_hear(struct hearing *hearing, const struct xml_start *start,
	       struct entry *entry)
{
	struct reading *reading = hearing->reading;
	const struct xml_value *article = given(start, ATTRIBUTE_ARTICLE);
	const struct xml_value *chapter = given(start, ATTRIBUTE_CHAPTER);
	int found;

	if ((article == NULL) == (chapter == NULL)) {
		reading_fault(reading, hearing->at,
			      "an entry names an article or a chapter%s",
			      article == NULL ? "" : ", not both");
		return;
	}
	if (!reading->has_convention)
		return;
	found = article == NULL
		    ? codes_find(&reading->codes, CODES_CHAPTERS, *chapter)
		    : article_known(reading, *article, entry);
	if (found == NONE) {
		reading_fault(
		    reading, hearing->at, "unknown %s \"%s\"",
		    article == NULL ? "chapter" : "article",
		    quoted(reading, article == NULL ? *chapter : *article));
		return;
	}
	entry->chapter = (uint8_t)found;
	check_chapter_in_cycle(hearing, found, article);
}

static int
category_known(struct hearing *hearing, const struct xml_value *code)
{
	struct reading *reading = hearing->reading;
	int category;

	if (code == NULL || hearing->cycle == NONE)
		return NONE;
	category = codes_find(&reading->codes, hearing->cycle, *code);
	if (category == NONE)
		reading_fault(reading, hearing->at,
			      "unknown category \"%s\" in cycle \"%s\"",
			      quoted(reading, *code),
			      reading->data->cycles[hearing->cycle].term.code);
	return category;
}

static uint64_t
topics_hear(struct hearing *hearing, const struct xml_value *given_list)
{
	struct reading *reading = hearing->reading;
	struct xml_value list, code;
	uint64_t topics = 0;

	if (given_list == NULL || !reading->has_convention)
		return 0;
	list = *given_list;
	while (list_next(&list, &code)) {
		int topic = codes_find(&reading->codes, CODES_TOPICS, code);

		if (topic == NONE)
			reading_fault(reading, hearing->at,
				      "unknown topic \"%s\"",
				      quoted(reading, code));
		else
			topics |= UINT64_C(1) << topic;
	}
	return topics;
}

static void
entry_hear(struct hearing *hearing, enum entry_kind kind,
	   const struct xml_start *start)
{
	struct reading *reading = hearing->reading;
	struct entry entry = {.article = NONE, .kind = (uint8_t)kind};

	provision_hear(hearing, start, &entry);
	entry.paragraph = paragraph_hear(hearing, start);
	entry.category = (int16_t)category_known(
	    hearing, given(start, ATTRIBUTE_CATEGORY));
	entry.topics = topics_hear(hearing, given(start, ATTRIBUTE_TOPICS));
	if (!reading->is_good || !hearing->is_kept)
		return;
	if (reading->entry_count >= UINT32_MAX - HEARD_MOST) {
		reading_fault(reading, hearing->at, "one entry too many");
		return;
	}
	entry_keep(reading, &entry);
	reading->reviews[reading->review_count - 1].entry_count++;
}

void
element_hear(struct hearing *hearing, const struct xml_start *start)
{
	switch ((enum shape)start->shape) {
	case SHAPE_REVIEW:
		review_hear(hearing, start);
		return;
	case SHAPE_NEED:
		entry_hear(hearing, ENTRY_NEED, start);
		return;
	case SHAPE_CHALLENGE:
		entry_hear(hearing, ENTRY_CHALLENGE, start);
		return;
	case SHAPE_PRACTICE:
		entry_hear(hearing, ENTRY_PRACTICE, start);
		return;
	case SHAPE_TEXT:
		language_check(hearing->reading, hearing->at, "text",
			       given(start, ATTRIBUTE_LANGUAGE));
		return;
	case SHAPE_REVIEWS:
	case SHAPES:
		return;
	}
	abort();
}
