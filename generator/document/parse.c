/* Parse a template: its text, its notes, and whether they fit together. */
/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include "base/arena.h"
#include "document/convert.h"

#include <stdlib.h>
#include <string.h>

static int
compare_definitions(const void *a, const void *b)
{
	const struct definition *left = *(struct definition *const *)a;
	const struct definition *right = *(struct definition *const *)b;
	int order = strcmp(left->id, right->id);

	return order != 0 ? order
			  : (left->at.line > right->at.line) -
				(left->at.line < right->at.line);
}

static int
compare_id(const void *key, const void *definition)
{
	return strcmp(key, (*(struct definition *const *)definition)->id);
}

/* The definitions sorted by id, without those that define a note again. */
static struct definition **
definitions_sort(struct parser *parser, size_t *count)
{
	size_t all = parser->definition_count, kept = 0;
	struct definition **sorted = arena_array(parser->arena, all,
						 sizeof(struct definition *));

	for (size_t i = 0; i < all; i++)
		sorted[i] = &parser->definitions[i];
	if (all > 1)
		qsort(sorted, all, sizeof(struct definition *),
		      compare_definitions);
	for (size_t i = 0; i < all; i++) {
		const struct definition *first = kept > 0 ? sorted[kept - 1]
							  : NULL;

		if (first == NULL || strcmp(first->id, sorted[i]->id) != 0)
			sorted[kept++] = sorted[i];
		else
			message_error(parser->messages, sorted[i]->at,
				      "note '%s' is defined again, first in "
				      "line %d",
				      first->id, first->at.line);
	}
	*count = kept;
	return sorted;
}

/* Hold the calls, which are among the first `marked` nodes, against the
 * definitions. */
static void
notes_check(struct parser *parser, size_t marked)
{
	size_t count;
	struct definition **sorted = definitions_sort(parser, &count);

	for (size_t i = 0; i < marked; i++) {
		struct node *call = parser->marked[i];
		struct definition **found;

		if (call->kind != NODE_CALL)
			continue;
		found = count == 0
			    ? NULL
			    : bsearch(call->target, sorted, count,
				      sizeof(struct definition *), compare_id);
		if (found == NULL)
			message_error(parser->messages, call->at,
				      "note '%s' is not defined", call->target);
		else
			(*found)->is_called = true;
	}
	for (size_t i = 0; i < count; i++)
		if (!sorted[i]->is_called)
			message_error(parser->messages, sorted[i]->at,
				      "note '%s' is never called",
				      sorted[i]->id);
}

static void
notes_convert(struct parser *parser, struct node *notes)
{
	size_t marked = parser->marked_count;

	for (size_t i = 0; i < parser->definition_count; i++) {
		const struct definition *definition = &parser->definitions[i];
		struct node *note = node_new(parser->arena, NODE_NOTE,
					     definition->at);

		note->target = definition->id;
		node_append(notes, note);
		lines_convert(parser, definition->lines, definition->line_count,
			      note);
		if (note->first == NULL)
			message_error(parser->messages, note->at,
				      "note '%s' has no words", note->target);
	}
	for (; marked < parser->marked_count; marked++)
		if (parser->marked[marked]->kind == NODE_CALL)
			message_error(parser->messages,
				      parser->marked[marked]->at,
				      "a note cannot call another note");
}

static int
compare_labels(const void *a, const void *b)
{
	const struct node *left = *(struct node *const *)a;
	const struct node *right = *(struct node *const *)b;
	int order = strcmp(left->label, right->label);

	return order != 0 ? order
			  : (left->at.line > right->at.line) -
				(left->at.line < right->at.line);
}

static void
labels_check(struct parser *parser)
{
	struct node **labelled = parser->labelled;

	if (parser->labelled_count > 1)
		qsort(labelled, parser->labelled_count, sizeof(struct node *),
		      compare_labels);
	for (size_t i = 1; i < parser->labelled_count; i++)
		if (strcmp(labelled[i]->label, labelled[i - 1]->label) == 0)
			message_error(parser->messages, labelled[i]->at,
				      "label '%s' stands already in line %d",
				      labelled[i]->label,
				      labelled[i - 1]->at.line);
}

struct document *
document_parse(struct arena *arena, struct messages *messages, const char *path,
	       const char *bytes, size_t length)
{
	const size_t errors = messages->counts[WEIGHT_ERROR];
	struct parser parser = {.arena = arena, .messages = messages};
	struct document *document = arena_take(arena, sizeof(*document));
	struct slice *lines;
	size_t marked;

	if (!source_open(arena, messages, &parser.source, path, bytes, length))
		return NULL;
	document->root = node_new(arena, NODE_DOCUMENT,
				  (struct place){path, 0, 0});
	document->notes = node_new(arena, NODE_DOCUMENT,
				   (struct place){path, 0, 0});
	lines = notes_part(&parser);
	lines_convert(&parser, lines, parser.source.line_count, document->root);
	marked = parser.marked_count;
	notes_convert(&parser, document->notes);
	notes_check(&parser, marked);
	labels_check(&parser);
	return messages->counts[WEIGHT_ERROR] == errors ? document : NULL;
}
