/* Match the reviews and the sentences of two states of a report. */
/* SPDX-License-Identifier: MIT */
#include "report/diff.h"

#include "base/arena.h"
#include "report/flow.h"

#include <stdint.h>
#include <string.h>

/* --- reviews --- */

static const char *
state_code(const struct dataset *dataset, int review)
{
	return dataset->states[dataset->reviews[review].state].term.code;
}

static const char *
cycle_code(const struct dataset *dataset, int review)
{
	return dataset->cycles[dataset->reviews[review].cycle].term.code;
}

static int
review_find(const struct dataset *dataset, const char *state, const char *cycle)
{
	for (size_t i = 0; i < dataset->review_count; i++)
		if (strcmp(state_code(dataset, (int)i), state) == 0 &&
		    strcmp(cycle_code(dataset, (int)i), cycle) == 0)
			return (int)i;
	return NONE;
}

static void
entries_count(const struct dataset *dataset, int index,
	      size_t counts[ENTRY_KINDS])
{
	const struct review *review = &dataset->reviews[index];

	for (uint32_t i = 0; i < review->entry_count; i++)
		counts[entry_at(dataset, review->first_entry + i)->kind]++;
}

static bool
code_is(const struct term *a, const struct term *b)
{
	return strcmp(a->code, b->code) == 0;
}

static bool
entries_match(const struct dataset *a, const struct entry *x,
	      const struct dataset *b, const struct entry *y)
{
	if (x->kind != y->kind || x->paragraph != y->paragraph ||
	    x->topics != y->topics ||
	    (x->article == NONE) != (y->article == NONE) ||
	    (x->category == NONE) != (y->category == NONE) ||
	    !code_is(&a->chapters[x->chapter].term,
		     &b->chapters[y->chapter].term))
		return false;
	if (x->article != NONE && !code_is(&a->articles[x->article].term,
					   &b->articles[y->article].term))
		return false;
	return x->category == NONE || code_is(&a->categories[x->category].term,
					      &b->categories[y->category].term);
}

static bool
reviews_match(const struct dataset *a, const struct review *x,
	      const struct dataset *b, const struct review *y)
{
	if (x->completed != y->completed || x->entry_count != y->entry_count)
		return false;
	for (uint32_t i = 0; i < x->entry_count; i++)
		if (!entries_match(a, entry_at(a, x->first_entry + i), b,
				   entry_at(b, y->first_entry + i)))
			return false;
	return true;
}

static void
review_add(struct arena *arena, struct diff *diff, int from, int to)
{
	const struct dataset *datasets[SIDES] = {
	    diff->sides[0].measures->dataset, diff->sides[1].measures->dataset};
	struct review_change change = {.index = {from, to}};
	int side = to == NONE ? 0 : 1;

	if (from != NONE && to != NONE &&
	    reviews_match(datasets[0], &datasets[0]->reviews[from], datasets[1],
			  &datasets[1]->reviews[to]))
		return;
	change.state = state_code(datasets[side], change.index[side]);
	change.cycle = cycle_code(datasets[side], change.index[side]);
	for (side = 0; side < SIDES; side++)
		if (change.index[side] != NONE)
			entries_count(datasets[side], change.index[side],
				      change.entries[side]);
	ARENA_PUSH(arena, diff->reviews, diff->review_count, change);
}

static void
cycle_add(struct arena *arena, struct diff *diff, const char *code)
{
	struct cycle_change change = {.cycle = code};

	for (int side = 0; side < SIDES; side++) {
		const struct dataset *dataset =
		    diff->sides[side].measures->dataset;

		for (size_t i = 0; i < dataset->review_count; i++) {
			if (strcmp(cycle_code(dataset, (int)i), code) != 0)
				continue;
			change.reviews[side]++;
			entries_count(dataset, (int)i, change.entries[side]);
		}
	}
	ARENA_PUSH(arena, diff->cycles, diff->cycle_count, change);
}

void
diff_reviews(struct arena *arena, struct diff *diff)
{
	const struct dataset *from = diff->sides[0].measures->dataset;
	const struct dataset *to = diff->sides[1].measures->dataset;

	for (size_t i = 0; i < to->cycle_count; i++)
		cycle_add(arena, diff, to->cycles[i].term.code);
	for (int i = 0; i < (int)to->review_count; i++)
		review_add(
		    arena, diff,
		    review_find(from, state_code(to, i), cycle_code(to, i)), i);
	for (int i = 0; i < (int)from->review_count; i++)
		if (review_find(to, state_code(from, i), cycle_code(from, i)) ==
		    NONE)
			review_add(arena, diff, i, NONE);
}

/* --- sentences --- */

const char *
block_anchor(const struct node *block)
{
	for (; block != NULL; block = block->parent)
		for (const struct node *node = block; node != NULL;
		     node = node->previous)
			if (node_is_block(node) && node->anchor != NULL)
				return node->anchor;
	return "";
}

static size_t
sentences_count(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text += sentence_length(text))
		count++;
	return count;
}

static const char *
sentence_take(struct arena *arena, const char **text)
{
	size_t length = sentence_length(*text), trimmed = length;
	const char *words;

	while (trimmed > 0 && (*text)[trimmed - 1] == ' ')
		trimmed--;
	words = arena_copy_bytes(arena, *text, trimmed);
	*text += length;
	return words;
}

/* What changed among the values and claims of a stretch of the block. */
static struct grounds
grounds_find(struct arena *arena, const struct diff *diff,
	     const struct flow *flow, size_t from, size_t end)
{
	struct grounds grounds = {0};

	for (size_t i = 0; i < flow->count; i++) {
		const struct stretch *stretch = &flow->stretches[i];
		const struct node *node = stretch->node;

		if (stretch->from < from || stretch->from >= end)
			continue;
		if (node->kind == NODE_VALUE) {
			grounds_add(arena, diff, &grounds, node->target);
			grounds_add(arena, diff, &grounds,
				    value_range_end(node));
		}
		for (; node != flow->block; node = node->parent)
			if (node->kind == NODE_CLAIM)
				grounds_add(arena, diff, &grounds,
					    node->target);
	}
	return grounds;
}

static void
words_compare(struct arena *arena, struct diff *diff, const struct flow *flow,
	      struct sentence_change change)
{
	const char *from = change.words[0], *to = change.words[1];
	const char *start = to;

	if (strcmp(from, to) == 0)
		return;
	if (sentences_count(from) != sentences_count(to)) {
		change.grounds = grounds_find(arena, diff, flow, 0, SIZE_MAX);
		ARENA_PUSH(arena, diff->sentences, diff->sentence_count,
			   change);
		return;
	}
	while (*from != '\0') {
		size_t at = (size_t)(to - start);

		change.words[0] = sentence_take(arena, &from);
		change.words[1] = sentence_take(arena, &to);
		if (strcmp(change.words[0], change.words[1]) == 0)
			continue;
		change.grounds = grounds_find(arena, diff, flow, at,
					      (size_t)(to - start));
		ARENA_PUSH(arena, diff->sentences, diff->sentence_count,
			   change);
	}
}

/* The next block with words, or NULL. */
static const struct node *
block_next(struct walk *walk)
{
	while (walk_next(walk))
		if (walk->phase == PHASE_ENTER && block_has_words(walk->node))
			return walk->node;
	return NULL;
}

/* The templates are the same, and so are the blocks. */
static void
trees_compare(struct arena *arena, struct diff *diff,
	      const struct edition *edition, struct node *from, struct node *to)
{
	struct walk walks[SIDES] = {walk_begin(from), walk_begin(to)};

	for (;;) {
		const struct node *a = block_next(&walks[0]);
		const struct node *b = block_next(&walks[1]);
		struct sentence_change change = {.edition = edition,
						 .block = b};
		struct flow flows[SIDES];

		if (a == NULL || b == NULL)
			return;
		flows[0] = flow_make(arena, a);
		flows[1] = flow_make(arena, b);
		for (int side = 0; side < SIDES; side++)
			change.words[side] = arena_copy(
			    arena, text_string(&flows[side].text));
		words_compare(arena, diff, &flows[1], change);
		for (int side = 0; side < SIDES; side++)
			flow_free(&flows[side]);
	}
}

void
diff_sentences(struct arena *arena, const struct report *report,
	       struct diff *diff)
{
	for (size_t i = 0; i < report->edition_count; i++) {
		const struct document *from = diff->sides[0].documents[i];
		const struct document *to = diff->sides[1].documents[i];

		if (from == NULL || to == NULL)
			continue;
		trees_compare(arena, diff, &report->editions[i], from->root,
			      to->root);
		trees_compare(arena, diff, &report->editions[i], from->notes,
			      to->notes);
	}
}
