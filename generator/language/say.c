/* Lists, articles, their paragraphs and phrases. */
/* SPDX-License-Identifier: MIT */
#include "language/profile.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

static char *
words_join(struct arena *arena, const char *const *words, size_t count,
	   const char *between, const char *last)
{
	struct text text = {0};
	char *list;

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			text_add(&text, i + 1 == count ? last : between);
		text_add(&text, words[i]);
	}
	list = arena_copy(arena, text_string(&text));
	text_free(&text);
	return list;
}

char *
language_list(struct arena *arena, const struct language *language,
	      const char *const *words, size_t count)
{
	return words_join(arena, words, count, language->list_between,
			  language->list_last);
}

/* Numbers as numerals in the pattern of each, joined. */
static char *
numerals_join(struct arena *arena, const struct language *language,
	      enum numeral numeral, const char *each, const int *numbers,
	      size_t count)
{
	const char **words = arena_array(arena, count, sizeof(*words));

	for (size_t i = 0; i < count; i++)
		words[i] = pattern_fill_one(
		    arena, each,
		    numeral_write(arena, language, numeral, numbers[i]));
	return language_list(arena, language, words, count);
}

char *
language_articles(struct arena *arena, const struct language *language,
		  const int *numbers, size_t count)
{
	return pattern_fill_one(
	    arena,
	    count == 1 ? language->article_one : language->article_several,
	    numerals_join(arena, language, language->article_numeral,
			  language->article, numbers, count));
}

/* An article with one or several of its paragraphs. */
static const char *
provision_say(struct arena *arena, const struct language *language, int article,
	      const int *paragraphs, size_t count)
{
	const char *parts[] = {
	    language_articles(arena, language, &article, 1),
	    numerals_join(arena, language, language->paragraph_numeral,
			  language->paragraph, paragraphs, count)};

	return pattern_fill(arena,
			    count == 1 ? language->provision_one
				       : language->provision_several,
			    parts, COUNT(parts));
}

char *
language_provisions(struct arena *arena, const struct language *language,
		    const int *articles, const int *paragraphs, size_t count)
{
	const char **words = arena_array(arena, count, sizeof(*words));
	const char *last = language->provision_last;
	size_t groups = 0;

	for (size_t from = 0, to; from < count; from = to) {
		to = from + 1;
		while (to < count && articles[to] == articles[from])
			to++;
		if (to - from > 1)
			last = language->provision_last_several;
		words[groups++] = provision_say(arena, language, articles[from],
						paragraphs + from, to - from);
	}
	return words_join(arena, words, groups, language->provision_between,
			  last);
}

char *
language_phrase(struct arena *arena, struct messages *messages,
		const struct language *language, struct place at,
		const char *key, const char *const *arguments, size_t count)
{
	for (size_t i = 0; i < language->phrase_count; i++)
		if (strcmp(language->phrases[i].key, key) == 0)
			return pattern_fill(arena, language->phrases[i].words,
					    arguments, count);
	message_error(messages, at, "the profile of '%s' has no phrase '%s'",
		      language->code, key);
	return arena_copy(arena, "");
}
