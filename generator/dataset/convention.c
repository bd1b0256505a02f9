/* Read convention.xml and states.xml: all that reviews refer to by a code. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

static struct term
term_read(struct reading *reading, const struct element *element,
	  const char *attribute)
{
	const char *code = element_attribute(element, attribute);
	const char *what = arena_print(reading->scratch, "%s \"%s\"",
				       element->name, code);

	return (struct term){code, names_take(reading, element, "name", what),
			     element->at};
}

/* True if there is room for one more of these and its code is new; `other` is
 * the index of the same code and `table` holds the terms first. */
static bool
may_add(struct reading *reading, const struct element *element,
	const char *code, const struct term *other, size_t count, size_t most)
{
	if (other != NULL) {
		reading_fault(reading, element->at,
			      "%s \"%s\" stands already at %s:%d:%d",
			      element->name, code, other->at.file,
			      other->at.line, other->at.column);
		return false;
	}
	if (count == most) {
		reading_fault(reading, element->at,
			      "%s \"%s\" is one too many: at most %zu",
			      element->name, code, most);
		return false;
	}
	return true;
}

/* The term at an index that may be NONE. */
#define TERM_AT(table, index) ((index) == NONE ? NULL : &(table)[(index)].term)

static void
article_read(struct reading *reading, const struct element *element,
	     int chapter)
{
	struct dataset *data = reading->data;
	struct article article = {term_read(reading, element, "number"), 0,
				  chapter};
	const struct term *other = NULL;

	article.number = atoi(article.term.code); /* four digits: the schema */
	for (size_t i = 0; i < data->article_count; i++)
		if (data->articles[i].number == article.number)
			other = &data->articles[i].term;
	if (may_add(reading, element, article.term.code, other,
		    data->article_count, CODED_MOST))
		ARENA_PUSH(reading->arena, data->articles, data->article_count,
			   article);
}

static void
chapter_read(struct reading *reading, const struct element *element)
{
	struct dataset *data = reading->data;
	struct chapter chapter = {term_read(reading, element, "code")};
	int other = chapter_find(data, chapter.term.code);
	const struct element *child = element_child(element, "article");
	int index = (int)data->chapter_count;

	if (!may_add(reading, element, chapter.term.code,
		     TERM_AT(data->chapters, other), data->chapter_count,
		     BITS_MOST))
		return;
	ARENA_PUSH(reading->arena, data->chapters, data->chapter_count,
		   chapter);
	for (; child != NULL; child = element_next(child, "article"))
		article_read(reading, child, index);
}

static void
category_read(struct reading *reading, const struct element *element, int cycle)
{
	struct dataset *data = reading->data;
	struct category category = {term_read(reading, element, "code"), cycle};
	int other = category_find(data, cycle, category.term.code);

	if (may_add(reading, element, category.term.code,
		    TERM_AT(data->categories, other), data->category_count,
		    CODED_MOST))
		ARENA_PUSH(reading->arena, data->categories,
			   data->category_count, category);
}

static uint64_t
cycle_chapters(struct reading *reading, const struct element *element)
{
	const char *attribute = element_attribute(element, "chapters");
	struct xml_value list = value_of(attribute), code;
	uint64_t chapters = 0;

	while (list_next(&list, &code)) {
		int chapter = chapter_find(
		    reading->data, arena_copy_bytes(reading->scratch,
						    code.bytes, code.length));

		if (chapter == NONE)
			reading_fault(reading, element->at,
				      "unknown chapter \"%s\"",
				      quoted(reading, code));
		else
			chapters |= UINT64_C(1) << chapter;
	}
	return chapters;
}

static void
cycle_read(struct reading *reading, const struct element *element)
{
	struct dataset *data = reading->data;
	struct cycle cycle = {term_read(reading, element, "code"),
			      cycle_chapters(reading, element)};
	int other = cycle_find(data, cycle.term.code);
	const struct element *child = element_child(element, "category");
	int index = (int)data->cycle_count;

	if (!may_add(reading, element, cycle.term.code,
		     TERM_AT(data->cycles, other), data->cycle_count,
		     BITS_MOST))
		return;
	ARENA_PUSH(reading->arena, data->cycles, data->cycle_count, cycle);
	for (; child != NULL; child = element_next(child, "category"))
		category_read(reading, child, index);
}

static void
topic_read(struct reading *reading, const struct element *element)
{
	struct dataset *data = reading->data;
	struct topic topic = {term_read(reading, element, "code")};
	int other = topic_find(data, topic.term.code);

	if (may_add(reading, element, topic.term.code,
		    TERM_AT(data->topics, other), data->topic_count, BITS_MOST))
		ARENA_PUSH(reading->arena, data->topics, data->topic_count,
			   topic);
}

static void
region_read(struct reading *reading, const struct element *element)
{
	struct dataset *data = reading->data;
	struct region region = {term_read(reading, element, "code")};
	int other = region_find(data, region.term.code);

	if (may_add(reading, element, region.term.code,
		    TERM_AT(data->regions, other), data->region_count,
		    BITS_MOST))
		ARENA_PUSH(reading->arena, data->regions, data->region_count,
			   region);
}

static void
state_read(struct reading *reading, const struct element *element)
{
	struct dataset *data = reading->data;
	const char *region = element_attribute(element, "region");
	struct state state = {term_read(reading, element, "code"),
			      region_find(data, region)};
	int other = codes_find(&reading->codes, CODES_STATES,
			       value_of(state.term.code));

	if (state.region == NONE && reading->has_convention)
		reading_fault(reading, element->at, "unknown region \"%s\"",
			      quoted(reading, value_of(region)));
	if (may_add(reading, element, state.term.code,
		    TERM_AT(data->states, other), data->state_count,
		    STATES_MOST)) {
		codes_add(reading->scratch, &reading->codes, CODES_STATES,
			  state.term.code, (int)data->state_count);
		ARENA_PUSH(reading->arena, data->states, data->state_count,
			   state);
	}
}

static int
compare_articles(const void *a, const void *b)
{
	const struct article *left = a, *right = b;

	return (left->number > right->number) - (left->number < right->number);
}

/* The root of a file that the schema finds good, but whose kind it cannot know:
 * NULL after a message if it is another. */
static const struct element *
root_read(struct reading *reading, const char *path, const char *name)
{
	const struct element *root = xml_read_tree(
	    reading->arena, reading->messages, reading->schema, path);

	if (root == NULL) {
		reading->is_good = false;
	} else if (strcmp(root->name, name) != 0) {
		reading_fault(reading, root->at,
			      "this file holds <%s>, not <%s>", name,
			      root->name);
		root = NULL;
	}
	return root;
}

/* What stands in the convention, by its element. */
static const struct {
	const char *name;
	void (*read)(struct reading *, const struct element *);
} parts[] = {
    {"chapter", chapter_read},
    {"cycle", cycle_read},
    {"topic", topic_read},
    {"region", region_read},
};

void
convention_read(struct reading *reading, const char *path)
{
	const struct element *root = root_read(reading, path, "convention");
	struct dataset *data = reading->data;
	const char *reconstructed;

	if (root == NULL)
		return;
	reconstructed = element_attribute(root, "reconstructed");
	data->is_reconstructed = reconstructed != NULL &&
				 strcmp(reconstructed, "true") == 0;
	data->title = names_take(reading, root, "title", "title");
	data->notice = names_take(reading, root, "notice", "notice");
	for (size_t i = 0; i < COUNT(parts); i++) {
		const struct element *child = element_child(root,
							    parts[i].name);

		for (; child != NULL;
		     child = element_next(child, parts[i].name))
			parts[i].read(reading, child);
	}
	if (data->article_count > 1)
		qsort(data->articles, data->article_count,
		      sizeof(*data->articles), compare_articles);
	reading->has_convention = true;
}

void
states_read(struct reading *reading, const char *path)
{
	const struct element *root = root_read(reading, path, "states");
	const struct element *child = root == NULL
					  ? NULL
					  : element_child(root, "state");

	for (; child != NULL; child = element_next(child, "state"))
		state_read(reading, child);
	reading->has_states = root != NULL;
}
