/* Words, and where they may be hyphenated. */
/* SPDX-License-Identifier: MIT */
#include "typeset/latin.h"

#include "base/arena.h"
#include "typeset/typeset.h"

#include <stdlib.h>

enum {
	WORD_LEAST = 5,
	WORD_MOST = 100,
	HYPHEN_LEFT = 2, /* letters that stay */
	HYPHEN_RIGHT = 3 /* letters that go down */
};

HyphenDict *
patterns_read(const char *path)
{
	return hnj_hyphen_load(path);
}

void
patterns_free(HyphenDict *patterns)
{
	if (patterns != NULL)
		hnj_hyphen_free(patterns);
}

void
hyphens_open(struct arena *arena, struct hyphens *hyphens, HyphenDict *patterns)
{
	hyphens->arena = arena;
	hyphens->patterns = patterns;
	hyphens->words = g_hash_table_new(g_str_hash, g_str_equal);
}

void
hyphens_close(struct hyphens *hyphens)
{
	if (hyphens->patterns == NULL)
		return;
	patterns_free(hyphens->patterns);
	g_hash_table_destroy(hyphens->words);
}

static bool
is_in(uint32_t c, uint32_t low, uint32_t high)
{
	return c >= low && c <= high;
}

/* The character at i, 0 outside. */
static uint32_t
character_at(const struct sign *signs, size_t count, size_t i)
{
	return i < count ? signs[i].character : 0;
}

/* Beside these a string of letters is no word of the dictionary's language. */
static bool
spoils_word(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == '/' || c == '@' ||
	       c == '_' || c == 0xad || is_in(c, '0', '9');
}

static enum bond
hyphen_bond(const struct sign *word, size_t stays)
{
	return stays <= HYPHEN_LEFT || is_in(word->character, 'A', 'Z')
		   ? BOND_HYPHEN_LAST
		   : BOND_HYPHEN;
}

/* For each letter of the word, whether a hyphen may stand before it. Points
 * that would change the spelling are passed over. */
static bool *
word_points(const struct hyphens *hyphens, const char *word, size_t length)
{
	bool *points = arena_array(hyphens->arena, length, sizeof(*points));
	char found[WORD_MOST + 6] = "";
	char **replacements = NULL;
	int *positions = NULL, *cuts = NULL;

	if (hnj_hyphen_hyphenate3(hyphens->patterns, word, (int)length, found,
				  NULL, &replacements, &positions, &cuts,
				  HYPHEN_LEFT, HYPHEN_RIGHT, 0, 0) == 0)
		for (size_t i = HYPHEN_LEFT; i + HYPHEN_RIGHT <= length; i++)
			if ((found[i - 1] & 1) != 0 &&
			    (replacements == NULL ||
			     replacements[i - 1] == NULL))
				points[i] = true;
	for (size_t i = 0; replacements != NULL && i < length; i++)
		free(replacements[i]);
	free(replacements);
	free(positions);
	free(cuts);
	return points;
}

/* The patterns know small letters. */
static void
word_hyphenate(struct sign *signs, size_t length, struct hyphens *hyphens)
{
	char word[WORD_MOST + 1];
	bool *points;

	for (size_t i = 0; i < length; i++)
		word[i] = g_ascii_tolower((char)signs[i].character);
	word[length] = '\0';
	points = g_hash_table_lookup(hyphens->words, word);
	if (points == NULL) {
		points = word_points(hyphens, word, length);
		g_hash_table_insert(hyphens->words,
				    arena_copy(hyphens->arena, word), points);
	}
	for (size_t i = 0; i < length; i++)
		if (points[i])
			signs[i].bond = hyphen_bond(signs, i);
}

/* The next word that patterns are for, from *end on; it is as long as that is
 * behind *first. */
static bool
word_next(const struct sign *signs, size_t count, size_t *first, size_t *end)
{
	for (; *end < count; ++*end) {
		bool is_small = true;

		*first = *end;
		while (*end < count && signs[*end].class == CLASS_LETTER) {
			uint32_t c = signs[*end].character;

			is_small = is_small &&
				   (is_in(c, 'a', 'z') ||
				    (*end == *first && is_in(c, 'A', 'Z')));
			++*end;
		}
		if (is_small && *end - *first >= WORD_LEAST &&
		    *end - *first <= WORD_MOST &&
		    !spoils_word(character_at(signs, count, *end)) &&
		    (*first == 0 || !spoils_word(signs[*first - 1].character)))
			return true;
	}
	return false;
}

bool
signs_have_word(const struct sign *signs, size_t count)
{
	size_t first, end = 0;

	return word_next(signs, count, &first, &end);
}

void
signs_hyphenate(struct sign *signs, size_t count, struct hyphens *hyphens)
{
	size_t first, end = 0;

	while (word_next(signs, count, &first, &end))
		word_hyphenate(signs + first, end - first, hyphens);
}
