/* Words by which the measures are known in one language. */
/* SPDX-License-Identifier: MIT */
#include "report/known.h"

#include "base/arena.h"
#include "report/flow.h"

#include <string.h>

static void
known_add(struct arena *arena, struct knowledge *knowledge,
	  const struct measure *measure, struct surroundings words)
{
	struct known known = {measure, words};

	if (words.wide.count > 0)
		ARENA_PUSH(arena, knowledge->items, knowledge->count, known);
}

/* [bytes] of a full stop at the text, 0 if there is none. */
static size_t
stop_at(const char *text)
{
	static const char *const stops[] = {"。", ". ", ".\n", "\n\n"};

	for (size_t i = 0; i < COUNT(stops); i++)
		if (strncmp(text, stops[i], strlen(stops[i])) == 0)
			return strlen(stops[i]);
	return 0;
}

/* Cut where a character starts, and at the ends of the sentence. */
static struct grams
around(struct arena *arena, const char *text, size_t at, size_t length,
       size_t window)
{
	size_t to = at + length, from = at, end = to;

	while (from > 0 && at - from < window && stop_at(text + from - 1) == 0)
		from--;
	while (text[end] != '\0' && end - to < window &&
	       stop_at(text + end) == 0)
		end++;
	while (from < at && ((unsigned char)text[from] & 0xc0) == 0x80)
		from++;
	while (end > to && ((unsigned char)text[end] & 0xc0) == 0x80)
		end--;
	return grams_make(arena, (struct gram_text){text + from, at - from},
			  (struct gram_text){text + to, end - to});
}

struct surroundings
known_window(struct arena *arena, const char *text, size_t at, size_t length)
{
	return (struct surroundings){
	    around(arena, text, at, length, NEAR_WINDOW),
	    around(arena, text, at, length, WIDE_WINDOW)};
}

static void
flow_learn(struct arena *arena, struct knowledge *knowledge,
	   const struct flow *flow)
{
	for (size_t i = 0; i < flow->count; i++) {
		const struct stretch *stretch = &flow->stretches[i];
		const struct node *node = stretch->node;

		if (node->kind == NODE_VALUE && node->measure != NULL)
			known_add(arena, knowledge, node->measure,
				  known_window(arena, text_string(&flow->text),
					       stretch->from,
					       strlen(node->text)));
	}
}

static void
tree_learn(struct arena *arena, struct knowledge *knowledge, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk)) {
		struct flow flow;

		if (walk.phase != PHASE_ENTER || !block_has_words(walk.node))
			continue;
		flow = flow_make(arena, walk.node);
		flow_learn(arena, knowledge, &flow);
		flow_free(&flow);
	}
}

static void
names_learn(struct arena *arena, struct knowledge *knowledge,
	    const struct measures *measures, const char *code)
{
	for (size_t i = 0; i < measures->count; i++) {
		const char *name = names_in(&measures->items[i].names, code);

		if (name != NULL)
			known_add(arena, knowledge, &measures->items[i],
				  known_window(arena, name, 0, 0));
	}
}

struct knowledge
known_collect(struct arena *arena, const struct printed *printed,
	      size_t edition)
{
	const struct document *document = printed->documents[edition];
	struct knowledge knowledge = {0};
	struct grams *pieces;

	names_learn(arena, &knowledge, printed->measures,
		    printed->report->editions[edition].code);
	if (document != NULL) {
		tree_learn(arena, &knowledge, document->root);
		tree_learn(arena, &knowledge, document->notes);
	}
	pieces = arena_array(arena, knowledge.count, sizeof(*pieces));
	for (size_t i = 0; i < knowledge.count; i++)
		pieces[i] = knowledge.items[i].words.wide;
	knowledge.counts = grams_count(arena, pieces, knowledge.count);
	return knowledge;
}

/* What stands close by says more. */
static double
likeness_of(const struct knowledge *knowledge, const struct surroundings *a,
	    const struct surroundings *b)
{
	return 0.6 * grams_likeness(&a->near, &b->near, &knowledge->counts) +
	       0.4 * grams_likeness(&a->wide, &b->wide, &knowledge->counts);
}

double
known_likeness(const struct knowledge *knowledge,
	       const struct surroundings *words, const struct measure *measure)
{
	double likeness = 0;

	for (size_t i = 0; i < knowledge->count; i++) {
		double one;

		if (knowledge->items[i].measure != measure)
			continue;
		one = likeness_of(knowledge, words, &knowledge->items[i].words);
		likeness = one > likeness ? one : likeness;
	}
	return likeness;
}
