/* Line ends within a paragraph: a space, or nothing between Han characters. */
/* SPDX-License-Identifier: MIT */
#include "document/convert.h"

#include "base/arena.h"

#include <string.h>

/* What stands beside a line end. */
enum side {
	SIDE_OTHER,
	SIDE_HAN,
	SIDE_SHARED, /* a mark that Han and Latin setting share */
	SIDE_VALUE   /* words not known yet */
};

static bool
is_shared(uint32_t c)
{
	return c == 0xb7 || (c >= 0x2014 && c <= 0x2026);
}

static enum side
side_of(uint32_t c)
{
	if (utf8_is_han(c))
		return SIDE_HAN;
	return is_shared(c) ? SIDE_SHARED : SIDE_OTHER;
}

static enum side
text_start(const char *text)
{
	uint32_t c = utf8_next(&text);
	enum side side = side_of(c);

	return side == SIDE_SHARED && utf8_is_han(utf8_next(&text)) ? SIDE_HAN
								    : side;
}

static enum side
text_end(const char *text)
{
	uint32_t last = 0, before = 0;

	for (uint32_t c; (c = utf8_next(&text)) != 0; last = c)
		before = last;
	return side_of(last) == SIDE_SHARED && utf8_is_han(before)
		   ? SIDE_HAN
		   : side_of(last);
}

/* The side of the leaf at *at, or of the next one in the step's direction if
 * that leaf is a note's call, which has no width of its own. */
static enum side
side_at(struct node **leaves, size_t count, size_t at, int step)
{
	while (at < count && leaves[at]->kind == NODE_CALL)
		at += (size_t)step;
	if (at >= count)
		return SIDE_OTHER;
	if (leaves[at]->kind == NODE_VALUE ||
	    leaves[at]->kind == NODE_REFERENCE)
		return SIDE_VALUE;
	if (leaves[at]->kind != NODE_TEXT)
		return SIDE_OTHER;
	return step > 0 ? text_start(leaves[at]->text)
			: text_end(leaves[at]->text);
}

static bool
line_end_vanishes(enum side before, enum side after)
{
	return before != SIDE_OTHER && after != SIDE_OTHER &&
	       (before == SIDE_HAN || after == SIDE_HAN);
}

static bool
is_text(const struct node *node)
{
	return node != NULL && node->kind == NODE_TEXT;
}

/* A literal stays by itself, so that its numbers are told from others. */
static bool
is_joined(const struct node *first)
{
	return is_text(first->next) &&
	       first->is_literal == first->next->is_literal;
}

/* Give the first of a run of texts the words of all. */
static void
texts_join(struct arena *arena, struct node *first)
{
	struct text joined = {0};

	if (!is_joined(first))
		return;
	text_add(&joined, first->text);
	while (is_joined(first)) {
		text_add(&joined, first->next->text);
		node_remove(first->next);
	}
	first->text = arena_copy(arena, text_string(&joined));
	text_free(&joined);
}

static void
line_ends_settle(struct arena *arena, struct node *block)
{
	struct walk walk = walk_begin(block);
	struct node **leaves = NULL;
	size_t count = 0;

	while (walk_next(&walk))
		if (node_is_leaf(walk.node))
			ARENA_PUSH(arena, leaves, count, walk.node);
	for (size_t i = 0; i < count; i++) {
		if (!is_text(leaves[i]) || strcmp(leaves[i]->text, "\n") != 0)
			continue;
		leaves[i]->text = " ";
		if (line_end_vanishes(side_at(leaves, count, i - 1, -1),
				      side_at(leaves, count, i + 1, 1)))
			leaves[i]->text = "";
	}
}

static void
texts_trim(struct arena *arena, struct node *block)
{
	if (is_text(block->first))
		block->first->text += strspn(block->first->text, " ");
	if (is_text(block->last)) {
		size_t length = strlen(block->last->text);

		while (length > 0 && block->last->text[length - 1] == ' ')
			length--;
		block->last->text = arena_copy_bytes(arena, block->last->text,
						     length);
	}
}

void
spaces_settle(struct arena *arena, struct node *block)
{
	struct walk walk = walk_begin(block);

	line_ends_settle(arena, block);
	while (walk_next(&walk))
		if (is_text(walk.node))
			texts_join(arena, walk.node);
	texts_trim(arena, block);
	for (walk = walk_begin(block); walk_next(&walk);) {
		struct node *child = walk.node->first, *next;

		if (node_is_leaf(walk.node) || walk.phase == PHASE_LEAVE)
			continue;
		for (; child != NULL; child = next) {
			next = child->next;
			if (is_text(child) && child->text[0] == '\0')
				node_remove(child);
		}
	}
}
