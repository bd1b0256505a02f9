/* What a break between two letters costs. */
/* SPDX-License-Identifier: MIT */
#include "typeset/pair.h"

enum {
	PENALTY_HYPHEN = 100,	   /* that the typesetter adds */
	PENALTY_HYPHEN_LAST = 200, /* in a name, or behind two letters */
	PENALTY_SLASH = 100,	   /* behind it: and/or, addresses */
	PENALTY_UNIT = 50,	   /* between a number and what it counts */
	PENALTY_NUMBER = 50,	   /* between a word and the number behind it */
	PENALTY_STRAY = 50,   /* one Han character alone with its bracket */
	PENALTY_SYMBOL = 500, /* behind the slash of a document symbol */
	/* Of headings: 5 is as bad as a fifth of the measure left empty. */
	PENALTY_PHRASE = 5,  /* inside a phrase: no mark, no bracket */
	PENALTY_LEANING = 20 /* behind "of", "the"; in a name; at a number */
};

enum {
	HYPHEN = 0x2010,
	ORDINAL = 0x7b2c, /* it makes the number behind it an ordinal */
	SMALL_WORD = 3,	  /* letters at most */
	WORD_MOST = 100	  /* letters */
};

/* The first letter of the word that ends here, NULL if it ends with none or is
 * no word by its length. */
static const struct letter *
word_start(const struct paragraph *paragraph, const struct letter *end)
{
	const struct letter *start = NULL;

	for (const struct letter *at = end; end - at < WORD_MOST; at--) {
		if (at->is_blank ||
		    letter_sign(paragraph, at)->class != CLASS_LETTER)
			return start;
		start = at;
		if (at == paragraph->letters)
			return start;
	}
	return NULL;
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

static enum class letter_class(const struct paragraph *paragraph,
			       const struct letter *letter) {
	return letter_sign(paragraph, letter)->class;
}

/* True where a break would leave 《公 or 约》 at a line's edge. */
static bool
pair_is_stray(const struct paragraph *paragraph, const struct pair *pair)
{
	const struct letter *first = paragraph->letters;
	const struct letter *end = first + paragraph->letter_count;

	if (pair->sign_a->class != CLASS_HAN ||
	    pair->sign_b->class != CLASS_HAN)
		return false;
	return (pair->a > first &&
		letter_class(paragraph, pair->a - 1) == CLASS_OPEN) ||
	       (pair->b + 1 < end &&
		letter_class(paragraph, pair->b + 1) == CLASS_CLOSE);
}

int
pair_penalty(const struct paragraph *paragraph, const struct pair *pair)
{
	uint32_t a = pair->sign_a->character, b = pair->sign_b->character;
	const char *units = paragraph->setting->units;

	if (pair->sign_b->bond == BOND_SLASH)
		return PENALTY_SYMBOL;
	if (pair->sign_a->class == CLASS_DIGIT && units != NULL &&
	    utf8_is_among(units, b))
		return PENALTY_UNIT;
	if (a == ORDINAL && pair->sign_b->class == CLASS_DIGIT)
		return PENALTY_UNIT;
	if (pair->sign_a->class == CLASS_LETTER &&
	    pair->sign_b->class == CLASS_DIGIT)
		return PENALTY_NUMBER;
	if (pair_is_stray(paragraph, pair))
		return PENALTY_STRAY;
	if (pair->b == pair->a + 1 && a == '/')
		return PENALTY_SLASH;
	if (pair->b == pair->a + 1 && (a == '-' || a == HYPHEN))
		return PENALTY_DASH;
	return paragraph->setting->alignment == ALIGN_JUSTIFY
		   ? 0
		   : heading_penalty(paragraph, pair);
}

int
pair_hyphen_penalty(const struct pair *pair)
{
	return pair->sign_b->bond == BOND_HYPHEN_LAST ? PENALTY_HYPHEN_LAST
						      : PENALTY_HYPHEN;
}
