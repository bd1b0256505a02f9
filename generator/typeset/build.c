/* Make letters into pieces with glue between them, and penalties to break. */
/* SPDX-License-Identifier: MIT */
#include "typeset/pair.h"

#include "base/arena.h"

enum {
	EN_DASH = 0x2013,
	EM_DASH = 0x2014
};

/* A word space gives by ½ and takes ⅓ of its width. */
static const double space_stretch = 1.0 / 2;
static const double space_shrink = 1.0 / 3;

static struct pair
pair_of(const struct paragraph *paragraph, size_t a, size_t b)
{
	struct pair pair = {.a = &paragraph->letters[a],
			    .b = &paragraph->letters[b]};

	pair.sign_a = letter_sign(paragraph, pair.a);
	pair.sign_b = letter_sign(paragraph, pair.b);
	pair.run_a = letter_run(paragraph, pair.a);
	pair.run_b = letter_run(paragraph, pair.b);
	pair.em = class_is_han(pair.sign_b->class) &&
			  !class_is_han(pair.sign_a->class)
		      ? pair.run_b->type.size
		      : pair.run_a->type.size;
	return pair;
}

static bool
pair_is_raised(const struct pair *pair)
{
	return pair->run_a->type.rise > 0 || pair->run_b->type.rise > 0;
}

/* The typed spaces as they are: a font's own space gives, others do not. */
static struct glue
typed_glue(const struct paragraph *paragraph, const struct pair *pair)
{
	struct glue glue = {0, 0, 0};

	for (const struct letter *at = pair->a + 1; at < pair->b; at++) {
		const struct sign *sign = letter_sign(paragraph, at);

		glue.width += at->width;
		if (space_width(sign->character) >= 0)
			continue;
		glue.stretch += at->width * space_stretch;
		glue.shrink += at->width * space_shrink;
	}
	return glue;
}

/* The letter that a note is called behind, NULL if that letter is not there. */
static const struct letter *
letter_called(const struct paragraph *paragraph, const struct letter *call)
{
	for (const struct letter *at = call; at > paragraph->letters; at--)
		if (!(letter_run(paragraph, at - 1)->type.rise > 0))
			return at[-1].is_blank ? NULL : at - 1;
	return NULL;
}

/* A note mark takes up half of the blank of the mark that it stands behind, or
 * ahead of. */
static struct glue
raised_glue(const struct paragraph *paragraph, const struct pair *pair)
{
	struct glue glue = typed_glue(paragraph, pair);
	const struct letter *called;
	double blank;

	if (glue.width > 0 || pair->run_b->type.rise > 0)
		return glue;
	called = letter_called(paragraph, pair->a);
	if (called == NULL)
		return glue;
	blank = pair_blank(letter_sign(paragraph, called)->class, called->after,
			   pair->sign_b->class, pair->b->before);
	return blank > 0 ? pair_glue(CLASS_MARK, pair->sign_b->class, blank / 2,
				     pair->em)
			 : glue;
}

/* Where Chinese rules set the space, they replace a word space; one of half an
 * em and more was meant. */
static struct glue
gap_glue(const struct paragraph *paragraph, const struct pair *pair)
{
	enum class a = pair->sign_a->class, b = pair->sign_b->class;
	struct glue typed = typed_glue(paragraph, pair);
	double blank = pair_blank(a, pair->a->after, b, pair->b->before);

	if (pair_is_raised(pair))
		return raised_glue(paragraph, pair);
	if (pair->sign_b->bond == BOND_TIGHT)
		return (struct glue){typed.width, 0, 0};
	if (typed.width >= pair->em / 2) {
		typed.width += blank;
		return typed;
	}
	if (typed.width <= 0 || pair_is_mixed(a, b) || class_has_blank(a) ||
	    class_has_blank(b))
		return pair_glue(a, b, blank, pair->em);
	return typed;
}

/* True if one of the spaces between the two is of the class. */
static bool
pair_has_between(const struct paragraph *paragraph, const struct pair *pair,
		 enum class class)
{
	for (const struct letter *at = pair->a + 1; at < pair->b; at++)
		if (letter_sign(paragraph, at)->class == class)
			return true;
	return false;
}

static bool
pair_may_break(const struct paragraph *paragraph, const struct pair *pair)
{
	enum class a = pair->sign_a->class, b = pair->sign_b->class;
	uint32_t next = pair->sign_b->character;

	if (pair->run_a == pair->run_b && pair->run_a->is_tight)
		return false;
	if (pair->run_b->type.rise > 0 || pair->sign_b->bond == BOND_TIGHT)
		return false;
	if (pair_is_bound(a, b) || next == EM_DASH || next == EN_DASH ||
	    pair_has_between(paragraph, pair, CLASS_FIXED))
		return false;
	return pair->sign_b->may_break || pair->sign_b->bond != BOND_NONE ||
	       pair_is_open(a, b) ||
	       pair_has_between(paragraph, pair, CLASS_SOFT);
}

/* True where a break shows a hyphen that the text has not. */
static bool
pair_draws_hyphen(const struct paragraph *paragraph, const struct pair *pair)
{
	if (pair->b == pair->a + 1)
		return pair->sign_b->bond == BOND_HYPHEN ||
		       pair->sign_b->bond == BOND_HYPHEN_LAST;
	return pair_has_between(paragraph, pair, CLASS_SOFT) &&
	       !pair_has_between(paragraph, pair, CLASS_SPACE);
}

/* Inside a word nothing gives. */
static bool
pair_is_in_word(const struct pair *pair)
{
	return pair->b == pair->a + 1 && pair->sign_a->class == CLASS_LETTER &&
	       pair->sign_b->class == CLASS_LETTER &&
	       pair->sign_b->bond == BOND_NONE && !pair->sign_b->may_break;
}

static struct piece
piece_of(const struct paragraph *paragraph, size_t a, size_t b)
{
	struct pair pair = pair_of(paragraph, a, b);
	struct piece piece = {.width = pair.a->width, .penalty = PENALTY_NEVER};

	if (pair_is_in_word(&pair))
		return piece;
	piece.glue = gap_glue(paragraph, &pair);
	if (!pair_may_break(paragraph, &pair))
		return piece;
	piece.penalty = pair_penalty(paragraph, &pair);
	if (pair_draws_hyphen(paragraph, &pair)) {
		piece.hyphen = pair.a->font->hyphen_width;
		piece.penalty = pair_hyphen_penalty(&pair);
	}
	return piece;
}

static void
segment_build(struct paragraph *paragraph, struct segment *segment)
{
	size_t first = paragraph->piece_count;

	for (size_t i = segment->first; i < segment->end; i++) {
		if (paragraph->letters[i].is_blank)
			continue;
		if (paragraph->piece_count > first) {
			size_t last = paragraph->piece_count - 1;

			paragraph->pieces[last] = piece_of(
			    paragraph, paragraph->piece_letters[last], i);
		}
		paragraph->piece_letters[paragraph->piece_count] = i;
		paragraph->pieces[paragraph->piece_count++] = (struct piece){
		    .width = paragraph->letters[i].width};
	}
	segment->piece = first;
	segment->piece_count = paragraph->piece_count - first;
}

void
paragraph_build(struct paragraph *paragraph)
{
	size_t count = paragraph->letter_count;

	paragraph->pieces = arena_room(paragraph->scratch, count,
				       sizeof(*paragraph->pieces));
	paragraph->piece_letters = arena_room(
	    paragraph->scratch, count, sizeof(*paragraph->piece_letters));
	for (size_t at = 0; at < count;) {
		struct segment segment = {.first = at};

		while (at < count &&
		       letter_sign(paragraph, &paragraph->letters[at])->class !=
			   CLASS_NEWLINE)
			at++;
		if (at < count)
			at++;
		segment.end = at;
		segment_build(paragraph, &segment);
		ARENA_PUSH(paragraph->scratch, paragraph->segments,
			   paragraph->segment_count, segment);
	}
}
