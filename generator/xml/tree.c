/* A small file as a tree of elements, and names in several languages. */
/* SPDX-License-Identifier: MIT */
#include "xml/xml.h"

#include "base/arena.h"
#include "base/text.h"
#include "xml/scan.h"

#include <string.h>

enum {
	TREE_MOST = 4 * 1024 * 1024 /* [bytes] of the file */
};

struct builder {
	struct arena *arena;
	struct element *root;
	size_t depth;
	struct {
		struct element *element;
		struct element *last; /* child */
		struct text text;     /* kept for the next of this depth */
	} open[DEPTH_MOST];
};

static void
builder_start(void *context, struct place at, const char *name,
	      const struct xml_attribute *attributes, size_t count)
{
	struct builder *builder = context;
	struct arena *arena = builder->arena;
	struct element *element = arena_take(arena, sizeof(*element));

	element->name = arena_copy(arena, name);
	element->at = at;
	element->text = "";
	element->attributes = arena_array(arena, count, sizeof(*attributes));
	element->attribute_count = count;
	for (size_t i = 0; i < count; i++) {
		element->attributes[i].name = arena_copy(arena,
							 attributes[i].name);
		element->attributes[i].value = arena_copy(arena,
							  attributes[i].value);
	}
	if (builder->depth == 0) {
		builder->root = element;
	} else {
		size_t above = builder->depth - 1;

		element->parent = builder->open[above].element;
		if (builder->open[above].last == NULL)
			element->parent->first = element;
		else
			builder->open[above].last->next = element;
		builder->open[above].last = element;
	}
	builder->open[builder->depth].element = element;
	builder->open[builder->depth].last = NULL;
	builder->open[builder->depth++].text.length = 0;
}

static void
builder_end(void *context, const char *name)
{
	struct builder *builder = context;
	struct text *text = &builder->open[--builder->depth].text;

	(void)name;
	if (text->length > 0)
		builder->open[builder->depth].element->text = arena_copy_bytes(
		    builder->arena, text->bytes, text->length);
}

static void
builder_characters(void *context, const char *bytes, size_t length)
{
	struct builder *builder = context;

	text_add_bytes(&builder->open[builder->depth - 1].text, bytes, length);
}

struct element *
xml_read_tree(struct arena *arena, struct messages *messages,
	      struct xml_schema *schema, const char *path)
{
	struct builder builder = {.arena = arena};
	struct xml_handler handler = {builder_start, builder_end,
				      builder_characters, &builder};
	bool good = xml_read(messages, schema, path, TREE_MOST, &handler);

	for (size_t i = 0; i < DEPTH_MOST; i++)
		text_free(&builder.open[i].text);
	return good ? builder.root : NULL;
}

const char *
element_attribute(const struct element *element, const char *name)
{
	return xml_attribute_in(element->attributes, element->attribute_count,
				name);
}

static struct element *
first_named(struct element *element, const char *name)
{
	while (element != NULL && strcmp(element->name, name) != 0)
		element = element->next;
	return element;
}

struct element *
element_child(const struct element *element, const char *name)
{
	return first_named(element->first, name);
}

struct element *
element_next(const struct element *element, const char *name)
{
	return first_named(element->next, name);
}

const char *
element_words(struct arena *arena, const struct element *element)
{
	static const char blanks[] = " \t\r\n";
	char *words = arena_copy(arena, element->text);
	const char *at = words + strspn(words, blanks);
	char *end = words;

	while (*at != '\0') {
		size_t length = strcspn(at, blanks);

		if (end > words)
			*end++ = ' ';
		memmove(end, at, length);
		end += length;
		at += length;
		at += strspn(at, blanks);
	}
	*end = '\0';
	return words;
}

struct names
element_names(struct arena *arena, const struct element *parent,
	      const char *child)
{
	struct names names = {0};

	for (const struct element *element = element_child(parent, child);
	     element != NULL; element = element_next(element, child)) {
		const char *language = element_attribute(element, "xml:lang");

		if (language != NULL)
			ARENA_PUSH(
			    arena, names.items, names.count,
			    ((struct name){language,
					   element_words(arena, element)}));
	}
	return names;
}

const char *
names_in(const struct names *names, const char *language)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i].language, language) == 0)
			return names->items[i].words;
	return NULL;
}
