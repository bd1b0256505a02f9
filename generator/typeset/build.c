/* Make letters into pieces with glue between them, and penalties to break. */
/* SPDX-License-Identifier: MIT */
#include "typeset/paragraph.h"

#include "base/arena.h"

/* In the measure of TeX, where a hyphen costs 50. */
enum {
	PENALTY_DASH = 50,	   /* behind the author's own hyphen */
	PENALTY_HYPHEN = 100,	   /* that the typesetter adds */
	PENALTY_HYPHEN_LAST = 200, /* in a name, or behind two letters */
	PENALTY_SLASH = 100,	   /* behind it: and/or, addresses */
	PENALTY_UNIT = 50,	   /* between a number and what it counts */
	PENALTY_SYMBOL = 500,	   /* behind the slash of a document symbol */
	/* Of headings: 5 is as bad as a fifth of the measure left empty. */
	PENALTY_PHRASE = 5,  /* inside a phrase: no mark, no bracket */
	PENALTY_LEANING = 20 /* behind "of", "the"; in a name; at a number */
};

enum {
	HYPHEN = 0x2010,
	EN_DASH = 0x2013,
	EM_DASH = 0x2014,
	ORDINAL = 0x7b2c, /* it makes the number behind it an ordinal */
	SMALL_WORD = 3	  /* letters at most */
};

/* A word space gives by ½ and takes ⅓ of its width. */
static const double space_stretch = 1.0 / 2;
static const double space_shrink = 1.0 / 3;

/* Two letters with ink and the spaces that were typed between them. */
struct pair {
	const struct letter *a, *b;
	const struct sign *sign_a, *sign_b;
	const struct run *run_a, *run_b;
	double em; /* [pt] of the first that is Han, or else of a */
};

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
	const struct letter *called = letter_called(paragraph, pair->a);
	double blank;

	if (glue.width > 0 || pair->run_b->type.rise > 0 || called == NULL)
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

/* The first letter of the word that ends here, NULL if it ends with none. */
static const struct letter *
word_start(const struct paragraph *paragraph, const struct letter *end)
{
	const struct letter *start = NULL;

	for (const struct letter *at = end;; at--) {
		if (at->is_blank ||
		    letter_sign(paragraph, at)->class != CLASS_LETTER)
			return start;
		start = at;
		if (at == paragraph->letters)
			return start;
	}
}

/* True if the word ahead leans on the next: one of few small letters, or two
 * in a row that begin with capitals, as names do. */
static bool
pair_leans(const struct paragraph *paragraph, const struct pair *pair)
{
	const struct letter *start = word_start(paragraph, pair->a);
	uint32_t first;

	if (start == NULL)
		return false;
	first = letter_sign(paragraph, start)->character;
	return g_unichar_isupper(first)
		   ? g_unichar_isupper(pair->sign_b->character)
		   : pair->a - start < SMALL_WORD;
}

static bool
pair_has_digit(const struct pair *pair)
{
	return pair->sign_a->class == CLASS_DIGIT ||
	       pair->sign_b->class == CLASS_DIGIT;
}

/* A heading breaks where its sense does, as far as letters show that. */
static int
heading_penalty(const struct paragraph *paragraph, const struct pair *pair)
{
	enum class a = pair->sign_a->class, b = pair->sign_b->class;

	if (b == CLASS_OPEN || b == CLASS_LATIN_OPEN || a == CLASS_CLOSE ||
	    a == CLASS_PAUSE || a == CLASS_MARK)
		return 0;
	if (pair_has_digit(pair) || pair_leans(paragraph, pair))
		return PENALTY_LEANING;
	return PENALTY_PHRASE;
}

/* What a break costs where one may be. */
static int
pair_penalty(const struct paragraph *paragraph, const struct pair *pair)
{
	uint32_t a = pair->sign_a->character, b = pair->sign_b->character;
	const char *units = paragraph->setting->units;

	if (pair->sign_b->bond == BOND_SLASH)
		return PENALTY_SYMBOL;
	if (pair->sign_a->class == CLASS_DIGIT && units != NULL &&
	    string_has(units, b))
		return PENALTY_UNIT;
	if (a == ORDINAL && pair->sign_b->class == CLASS_DIGIT)
		return PENALTY_UNIT;
	if (pair->b == pair->a + 1 && a == '/')
		return PENALTY_SLASH;
	if (pair->b == pair->a + 1 && (a == '-' || a == HYPHEN))
		return PENALTY_DASH;
	return paragraph->setting->alignment == ALIGN_JUSTIFY
		   ? 0
		   : heading_penalty(paragraph, pair);
}

static struct piece
piece_of(const struct paragraph *paragraph, size_t a, size_t b)
{
	struct pair pair = pair_of(paragraph, a, b);
	struct piece piece = {
	    .width = pair.a->width,
	    .glue = gap_glue(paragraph, &pair),
	    .penalty = PENALTY_NEVER,
	};

	if (!pair_may_break(paragraph, &pair))
		return piece;
	piece.penalty = pair_penalty(paragraph, &pair);
	if (pair_draws_hyphen(paragraph, &pair)) {
		piece.hyphen = pair.a->font->hyphen_width;
		piece.penalty = pair.sign_b->bond == BOND_HYPHEN_LAST
				    ? PENALTY_HYPHEN_LAST
				    : PENALTY_HYPHEN;
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

	paragraph->pieces = arena_array(paragraph->scratch, count,
					sizeof(*paragraph->pieces));
	paragraph->piece_letters = arena_array(
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
