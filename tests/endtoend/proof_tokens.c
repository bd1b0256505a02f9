/* Texts as words, and where two of them part. */
/* SPDX-License-Identifier: MIT */
#include "proof.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

enum {
	SAME = 6 /* tokens that show where a figure's own words end */
};

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r' ||
	       c == 0xa0 || c == 0x202f || c == 0x2009 || c == 0x200b ||
	       c == 0x2060 || c == 0x3000;
}

/* Latin letters with accents, too. */
static bool
is_word(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z') ||
	       (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7);
}

static void
hyphens_remove(char *text)
{
	static const char hyphen[] = "\u00ad";
	char *to = text;

	for (const char *at = text; *at != '\0';) {
		if (strncmp(at, hyphen, strlen(hyphen)) == 0) {
			at += strlen(hyphen);
			at += strspn(at, "\n\r\f");
		} else {
			*to++ = *at++;
		}
	}
	*to = '\0';
}

struct tokens
tokens_of(struct arena *arena, char *text)
{
	struct tokens tokens = {0};
	const char *at = text;
	bool is_in_word = false;

	hyphens_remove(text);
	for (;;) {
		const char *start = at;
		uint32_t c = utf8_next(&at);
		struct token token = {start, (size_t)(at - start)};

		if (c == 0)
			return tokens;
		if (is_in_word && is_word(c)) {
			tokens.items[tokens.count - 1].length += token.length;
			continue;
		}
		is_in_word = is_word(c);
		if (c == 1)
			token.length = 0;
		if (!is_space(c))
			ARENA_PUSH(arena, tokens.items, tokens.count, token);
	}
}

static bool
is_same(const struct tokens *a, size_t i, const struct tokens *b, size_t j)
{
	return i < a->count && j < b->count &&
	       a->items[i].length == b->items[j].length &&
	       memcmp(a->items[i].start, b->items[j].start,
		      a->items[i].length) == 0;
}

/* Where the tokens from `at` of the one go on in the other, from `from`. */
static size_t
tokens_resume(const struct tokens *wanted, size_t at,
	      const struct tokens *found, size_t from)
{
	for (; from < found->count; from++) {
		size_t same = 0;

		while (same < SAME && at + same < wanted->count &&
		       wanted->items[at + same].length > 0 &&
		       is_same(wanted, at + same, found, from + same))
			same++;
		if (same == SAME ||
		    (same > 0 && (at + same == wanted->count ||
				  wanted->items[at + same].length == 0)))
			return from;
	}
	return from;
}

/* As far as the eye needs: some words from there on. */
static const char *
tokens_show(struct arena *arena, const struct tokens *tokens, size_t from)
{
	const char *shown = "";

	for (size_t i = from; i < from + SAME && i < tokens->count; i++)
		shown = arena_print(arena, "%s %.*s", shown,
				    (int)tokens->items[i].length,
				    tokens->items[i].start);
	return shown;
}

void
tokens_prove(struct proof *proof, size_t page, const char *what,
	     const struct tokens *wanted, const struct tokens *found)
{
	size_t j = 0;

	for (size_t i = 0; i < wanted->count; i++) {
		if (wanted->items[i].length == 0) {
			j = tokens_resume(wanted, i + 1, found, j);
			continue;
		}
		if (!is_same(wanted, i, found, j)) {
			proof_fail(proof, page, "%s: not \"%s\" but \"%s\"",
				   what, tokens_show(proof->arena, wanted, i),
				   tokens_show(proof->arena, found, j));
			return;
		}
		j++;
	}
	if (j < found->count &&
	    (wanted->count == 0 || wanted->items[wanted->count - 1].length > 0))
		proof_fail(proof, page, "%s: behind the end: \"%s\"", what,
			   tokens_show(proof->arena, found, j));
}
