/* Match the reviews and the sentences of two states of a report. */
/* SPDX-License-Identifier: MIT */
#include "report/diff.h"

#include "base/arena.h"
#include "report/flow.h"

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
		if (block->anchor != NULL)
			return block->anchor;
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

static void
words_compare(struct arena *arena, struct diff *diff,
	      struct sentence_change change)
{
	const char *from = change.words[0], *to = change.words[1];

	if (strcmp(from, to) == 0)
		return;
	if (sentences_count(from) != sentences_count(to)) {
		ARENA_PUSH(arena, diff->sentences, diff->sentence_count,
			   change);
		return;
	}
	while (*from != '\0') {
		change.words[0] = sentence_take(arena, &from);
		change.words[1] = sentence_take(arena, &to);
		if (strcmp(change.words[0], change.words[1]) != 0)
			ARENA_PUSH(arena, diff->sentences, diff->sentence_count,
				   change);
	}
}

static const char *
flow_words(struct arena *arena, const struct node *block)
{
	struct flow flow = flow_make(arena, block);
	const char *words = arena_copy(arena, text_string(&flow.text));

	flow_free(&flow);
	return words;
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

		if (a == NULL || b == NULL)
			return;
		change.words[0] = flow_words(arena, a);
		change.words[1] = flow_words(arena, b);
		words_compare(arena, diff, change);
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
