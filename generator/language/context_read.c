/* Read the patterns of expressions in which a number is none. */
/* SPDX-License-Identifier: MIT */
#include "language/attribute.h"

#include "base/arena.h"

#include <string.h>

enum {
	PIECES_MOST = 32
};

struct pattern {
	struct arena *arena;
	const struct element *contexts; /* where the groups stand */
	struct context context;
	const char *fault;
};

static void
piece_push(struct pattern *pattern, struct piece piece)
{
	if (pattern->context.count == PIECES_MOST)
		pattern->fault = "more than 32 pieces";
	else
		ARENA_PUSH(pattern->arena, pattern->context.pieces,
			   pattern->context.count, piece);
}

static struct piece
place_read(struct pattern *pattern, const char *name)
{
	static const struct {
		const char *name;
		enum piece_kind kind;
	} places[] = {
	    {"n", PIECE_NUMBER},	{"n...", PIECE_NUMBERS},
	    {"nth", PIECE_ORDINAL},	{"nth...", PIECE_ORDINALS},
	    {"year", PIECE_YEAR},	{"roman", PIECE_ROMAN},
	    {"roman...", PIECE_ROMANS},
	};
	const struct element *group = element_child(pattern->contexts, "group");

	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(places[i].name, name) == 0)
			return (struct piece){.kind = places[i].kind};
	for (; group != NULL; group = element_next(group, "group"))
		if (strcmp(attribute_optional(group, "name", ""), name) == 0)
			return (struct piece){
			    .kind = PIECE_CHOICE,
			    .choices = strings_split(
				pattern->arena,
				element_words(pattern->arena, group))};
	pattern->fault = "an unknown place in { }";
	return (struct piece){0};
}

static bool
pattern_read(struct pattern *pattern, const char *at)
{
	while (*at != '\0' && pattern->fault == NULL) {
		size_t length = strcspn(at, "{");
		const char *end = strchr(at + length, '}');

		if (length > 0)
			piece_push(
			    pattern,
			    (struct piece){.kind = PIECE_WORDS,
					   .words = arena_copy_bytes(
					       pattern->arena, at, length)});
		if (at[length] == '\0')
			break;
		if (end == NULL) {
			pattern->fault = "an open bracket";
			break;
		}
		at += length + 1;
		piece_push(
		    pattern,
		    place_read(pattern, arena_copy_bytes(pattern->arena, at,
							 (size_t)(end - at))));
		at = end + 1;
	}
	if (pattern->context.count == 0 && pattern->fault == NULL)
		pattern->fault = "an empty pattern";
	if (pattern->fault != NULL)
		return false;
	pattern->context.is_idiom = pattern->context.count == 1 &&
				    pattern->context.pieces[0].kind ==
					PIECE_WORDS;
	return true;
}

static void
context_read(struct arena *arena, struct messages *messages,
	     struct contexts *contexts, const struct element *element)
{
	const char *at = element_words(arena, element);

	for (;;) {
		size_t length = strcspn(at, "|");
		size_t from = strspn(at, " "), to = length;
		struct pattern pattern = {.arena = arena,
					  .contexts = element->parent};
		const char *words;

		while (to > from && at[to - 1] == ' ')
			to--;
		words = arena_copy_bytes(arena, at + from,
					 to > from ? to - from : 0);
		if (pattern_read(&pattern, words))
			ARENA_PUSH(arena, contexts->items, contexts->count,
				   pattern.context);
		else
			message_error(messages, element->at, "'%.60s': %s",
				      words, pattern.fault);
		if (at[length] == '\0')
			return;
		at += length + 1;
	}
}

/* Several words of a choice may begin alike. */
static void
opening_add(struct arena *arena, struct openings *openings,
	    const struct context *context)
{
	if (openings->count == 0 ||
	    openings->items[openings->count - 1] != context)
		ARENA_PUSH(arena, openings->items, openings->count, context);
}

/* A blank at the front is found as one that no line breaks at, too. */
static void
words_index(struct arena *arena, struct contexts *contexts,
	    const struct context *context, const char *words)
{
	opening_add(arena, &contexts->words[text_group(words)], context);
	if (words[0] == ' ')
		opening_add(arena, &contexts->words[text_group("\xc2\xa0")],
			    context);
}

static void
opening_index(struct arena *arena, struct contexts *contexts,
	      const struct context *context)
{
	const struct piece *first = &context->pieces[0];

	switch (first->kind) {
	case PIECE_WORDS:
		words_index(arena, contexts, context, first->words);
		break;
	case PIECE_CHOICE:
		for (size_t i = 0; i < first->choices.count; i++)
			words_index(arena, contexts, context,
				    first->choices.items[i]);
		break;
	case PIECE_NUMBER:
	case PIECE_NUMBERS:
	case PIECE_ORDINAL:
	case PIECE_ORDINALS:
	case PIECE_YEAR:
		opening_add(arena, &contexts->numbers, context);
		break;
	case PIECE_ROMAN:
	case PIECE_ROMANS:
		for (const char *sign = ROMAN_SIGNS; *sign != '\0'; sign++)
			words_index(arena, contexts, context, sign);
		break;
	}
}

void
contexts_read(struct arena *arena, struct messages *messages,
	      struct contexts *contexts, const struct element *element)
{
	const struct element *child;

	if (element == NULL)
		return;
	contexts->lists = strings_split(
	    arena, attribute_optional(element, "lists", ""));
	contexts->last = strings_split(arena,
				       attribute_optional(element, "last", ""));
	contexts->ranges = strings_split(
	    arena, attribute_optional(element, "ranges", ""));
	for (child = element_child(element, "group"); child != NULL;
	     child = element_next(child, "group"))
		ARENA_PUSH(arena, contexts->groups, contexts->group_count,
			   strings_split(arena, element_words(arena, child)));
	for (child = element_child(element, "context"); child != NULL;
	     child = element_next(child, "context"))
		context_read(arena, messages, contexts, child);
	for (size_t i = 0; i < contexts->count; i++)
		opening_index(arena, contexts, &contexts->items[i]);
}
