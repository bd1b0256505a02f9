/* How like two pieces of text are. */
/* SPDX-License-Identifier: MIT */
#include "report/grams.h"

#include "base/arena.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>

enum {
	LETTERS_LEAST = 3 /* of a word that says something */
};

static int
compare_grams(const void *a, const void *b)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	return (left > right) - (left < right);
}

/* FNV-1a by characters; a collision makes two texts a little more alike. */
static uint64_t
mix(uint64_t hash, uint32_t c)
{
	return (hash ^ c) * UINT64_C(1099511628211);
}

static uint64_t
mix_begin(void)
{
	return UINT64_C(14695981039346656037);
}

static void
gram_add(struct arena *arena, struct grams *grams, uint64_t gram)
{
	ARENA_PUSH(arena, grams->items, grams->count, gram);
}

static void
grams_sort(struct grams *grams)
{
	size_t kept = 0;

	if (grams->count == 0)
		return;
	qsort(grams->items, grams->count, sizeof(uint64_t), compare_grams);
	for (size_t i = 0; i < grams->count; i++)
		if (kept == 0 || grams->items[kept - 1] != grams->items[i])
			grams->items[kept++] = grams->items[i];
	grams->count = kept;
}

/* Digits too: "article 13" is not article 10. */
static bool
is_letter(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x2000);
}

/* An ideograph, not the punctuation around it. */
static bool
is_ideograph(uint32_t c)
{
	return utf8_is_han(c) && c >= 0x3400 && c < 0xfe00;
}

/* A word that is being read. */
struct word {
	uint64_t hash;
	int letters;
	bool has_digit;
};

static void
word_end(struct arena *arena, struct grams *grams, struct word *word)
{
	if (word->letters >= LETTERS_LEAST || word->has_digit)
		gram_add(arena, grams, word->hash);
	*word = (struct word){.hash = mix_begin()};
}

static void
text_add_grams(struct arena *arena, struct grams *grams, struct gram_text text)
{
	const char *at = text.at, *end = text.at + text.length;
	struct word word = {.hash = mix_begin()};
	uint32_t before = 0;

	while (at < end) {
		uint32_t c = utf8_next(&at);

		if (c == 0)
			break;
		if (is_letter(c)) {
			word.hash = mix(word.hash, c < 0x80 ? c | 0x20 : c);
			word.letters++;
			word.has_digit |= c <= '9';
			before = 0;
			continue;
		}
		word_end(arena, grams, &word);
		if (is_ideograph(c) && before != 0)
			gram_add(arena, grams,
				 mix(mix(mix_begin(), before), c));
		before = is_ideograph(c) ? c : 0;
	}
	word_end(arena, grams, &word);
}

struct grams
grams_make(struct arena *arena, struct gram_text before,
	   struct gram_text behind)
{
	struct grams grams = {0};

	text_add_grams(arena, &grams, before);
	text_add_grams(arena, &grams, behind);
	grams_sort(&grams);
	return grams;
}

struct gram_counts
grams_count(struct arena *arena, const struct grams *pieces, size_t count)
{
	struct gram_counts counts = {0};
	struct grams all = {0};

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pieces[i].count; k++)
			gram_add(arena, &all, pieces[i].items[k]);
	if (all.count == 0)
		return counts;
	qsort(all.items, all.count, sizeof(uint64_t), compare_grams);
	counts.items = arena_array(arena, all.count, sizeof(*counts.items));
	for (size_t i = 0; i < all.count; i++) {
		if (i == 0 || all.items[i] != all.items[i - 1])
			counts.items[counts.count++].gram = all.items[i];
		counts.items[counts.count - 1].count++;
	}
	return counts;
}

/* A text of another hand has words of its own: they make it less like any. */
static const double UNKNOWN = 0.1;

static double
weight(const struct gram_counts *counts, uint64_t gram)
{
	size_t low = 0, high = counts->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (counts->items[middle].gram < gram)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == counts->count || counts->items[low].gram != gram)
		return UNKNOWN;
	return 1.0 / sqrt((double)counts->items[low].count);
}

double
grams_likeness(const struct grams *a, const struct grams *b,
	       const struct gram_counts *counts)
{
	double all = 0, common = 0;

	for (size_t i = 0, k = 0; i < a->count; i++) {
		double heavy = weight(counts, a->items[i]);

		all += heavy;
		while (k < b->count && b->items[k] < a->items[i])
			k++;
		if (k < b->count && b->items[k] == a->items[i])
			common += heavy;
	}
	return all > 0 ? common / all : 0;
}
