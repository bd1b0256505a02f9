/* Read measures.xml and compute it, of one dataset or of another. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "measure/formula.h"

#include <string.h>

/* The attribute, or "" after a message. */
static const char *
attribute_needed(struct messages *messages, const struct element *element,
		 const char *name)
{
	const char *value = element_attribute(element, name);

	if (value != NULL)
		return value;
	message_error(messages, element->at, "<%s> without '%s'", element->name,
		      name);
	return "";
}

/* Each name or wording needs a language, and no language has two. */
static void
check_languages(struct messages *messages, const struct element *element,
		const char *child, const struct names *names)
{
	size_t count = 0;

	for (const struct element *name = element_child(element, child);
	     name != NULL; name = element_next(name, child))
		count++;
	if (count > names->count)
		message_error(messages, element->at, "<%s> without xml:lang",
			      child);
	for (size_t i = 0; i < names->count; i++) {
		const struct name *name = &names->items[i];

		if (names_in(names, name->language) != name->words)
			message_error(messages, element->at,
				      "two <%s> in the language '%s'", child,
				      name->language);
	}
}

static struct names
names_read(struct arena *arena, struct messages *messages,
	   const struct element *element, const char *child)
{
	struct names names = element_names(arena, element, child);

	check_languages(messages, element, child, &names);
	return names;
}

static struct measure
measure_read(struct arena *arena, struct messages *messages,
	     const struct element *element)
{
	return (struct measure){
	    .id = attribute_needed(messages, element, "id"),
	    .formula = attribute_needed(messages, element, "formula"),
	    .names = names_read(arena, messages, element, "name"),
	    .at = element->at,
	};
}

static struct claim
claim_read(struct arena *arena, struct messages *messages,
	   const struct element *element)
{
	return (struct claim){
	    .id = attribute_needed(messages, element, "id"),
	    .formula = attribute_needed(messages, element, "formula"),
	    .names = names_read(arena, messages, element, "name"),
	    .otherwise = names_read(arena, messages, element, "otherwise"),
	    .at = element->at,
	};
}

/* What the file holds, not yet computed; NULL after messages. */
static struct measures *
file_collect(struct arena *arena, struct messages *messages,
	     struct xml_schema *schema, const char *path,
	     const struct dataset *dataset)
{
	size_t errors = messages->counts[WEIGHT_ERROR];
	struct measures *measures = arena_take(arena, sizeof(*measures));
	struct element *root = xml_read_tree(arena, messages, schema, path);

	if (root == NULL)
		return NULL;
	measures->dataset = dataset;
	for (struct element *element = element_child(root, "measure");
	     element != NULL; element = element_next(element, "measure"))
		ARENA_PUSH(arena, measures->items, measures->count,
			   measure_read(arena, messages, element));
	for (struct element *element = element_child(root, "claim");
	     element != NULL; element = element_next(element, "claim"))
		ARENA_PUSH(arena, measures->claims, measures->claim_count,
			   claim_read(arena, messages, element));
	return messages->counts[WEIGHT_ERROR] > errors ? NULL : measures;
}

struct measures *
measures_read(struct arena *arena, struct messages *messages,
	      struct xml_schema *schema, const char *path,
	      const struct dataset *dataset)
{
	struct measures *measures = file_collect(arena, messages, schema, path,
						 dataset);

	if (measures != NULL)
		measures_compute(arena, messages, measures);
	return measures;
}

struct measures *
measures_of(struct arena *arena, struct messages *messages,
	    const struct measures *read, const struct dataset *dataset)
{
	struct measures *measures = arena_take(arena, sizeof(*measures));

	measures->dataset = dataset;
	for (size_t i = 0; i < read->count; i++) {
		const struct measure *item = &read->items[i];
		struct measure measure = {.id = item->id,
					  .formula = item->formula,
					  .names = item->names,
					  .at = item->at};

		ARENA_PUSH(arena, measures->items, measures->count, measure);
	}
	for (size_t i = 0; i < read->claim_count; i++) {
		const struct claim *item = &read->claims[i];
		struct claim claim = {.id = item->id,
				      .formula = item->formula,
				      .names = item->names,
				      .otherwise = item->otherwise,
				      .at = item->at};

		ARENA_PUSH(arena, measures->claims, measures->claim_count,
			   claim);
	}
	measures_compute(arena, messages, measures);
	return measures;
}
