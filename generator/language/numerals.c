/* Read a profile's words for numbers. */
/* SPDX-License-Identifier: MIT */
#include "language/attribute.h"

#include "base/arena.h"
#include "xml/xml.h"

#include <stdlib.h>
#include <string.h>

enum {
	VALUE_DIGITS_MOST = 12
};

static const struct {
	const char *element;
	enum numeral_role role;
} roles[] = {
    {"counts", ROLE_COUNT}, {"scales", ROLE_SCALE}, {"ordinals", ROLE_ORDINAL},
    {"parts", ROLE_PART},   {"vagues", ROLE_VAGUE},
};

struct strings
strings_split(struct arena *arena, const char *list)
{
	struct strings strings = {0};

	for (;;) {
		size_t length = strcspn(list, "|");

		if (length > 0)
			ARENA_PUSH(arena, strings.items, strings.count,
				   arena_copy_bytes(arena, list, length));
		if (list[length] == '\0')
			return strings;
		list += length + 1;
	}
}

/* Take "word=value" from the front of the list; the word alone if it tells no
 * value. */
static bool
word_read(struct arena *arena, const char *token, size_t length,
	  struct numeral_word *word)
{
	const char *sign = memchr(token, '=', length);
	size_t digits;

	if (word->role == ROLE_VAGUE) {
		word->length = length;
		word->word = arena_copy_bytes(arena, token, length);
		word->value = -1;
		return sign == NULL;
	}
	if (sign == NULL || sign == token)
		return false;
	word->length = (size_t)(sign - token);
	word->word = arena_copy_bytes(arena, token, word->length);
	digits = strspn(sign + 1, "0123456789");
	if (digits == 0 || digits > VALUE_DIGITS_MOST ||
	    sign + 1 + digits != token + length)
		return false;
	word->value = strtoll(sign + 1, NULL, 10);
	return (word->role != ROLE_SCALE && word->role != ROLE_PART) ||
	       word->value > 1;
}

static void
words_read(struct arena *arena, struct messages *messages,
	   struct numerals *numerals, const struct element *element,
	   enum numeral_role role)
{
	const char *token = element->text;

	for (;;) {
		struct numeral_word word = {.role = role};
		size_t length;

		token += strspn(token, " \t\r\n");
		length = strcspn(token, " \t\r\n");
		if (length == 0)
			return;
		if (word_read(arena, token, length, &word))
			ARENA_PUSH(arena, numerals->words, numerals->count,
				   word);
		else
			message_error(messages, element->at,
				      "not a word and its value: '%.*s'",
				      length > 40 ? 40 : (int)length, token);
		token += length;
	}
}

static int
longer_first(const void *a, const void *b)
{
	const struct numeral_word *left = a, *right = b;
	size_t x = text_group(left->word), y = text_group(right->word);

	if (x != y)
		return x < y ? -1 : 1;
	if (left->length != right->length)
		return left->length > right->length ? -1 : 1;
	return (int)left->role - (int)right->role;
}

/* Most places of a text are passed over by their group alone. */
static void
groups_mark(struct numerals *numerals)
{
	static const char *const digits[] = {
	    "0",  "1",	"2",  "3",  "4",  "5",	"6",  "7",  "8",  "9",
	    "０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};

	for (size_t i = 0; i < COUNT(digits); i++)
		numerals->may_begin[text_group(digits[i])] = true;
	for (size_t i = 0; i < numerals->count; i++)
		numerals->may_begin[text_group(numerals->words[i].word)] = true;
}

static void
words_arrange(struct numerals *numerals)
{
	size_t word = 0;

	if (numerals->count > 0)
		qsort(numerals->words, numerals->count,
		      sizeof(*numerals->words), longer_first);
	for (size_t group = 0; group <= TEXT_GROUPS; group++) {
		while (word < numerals->count &&
		       text_group(numerals->words[word].word) < group)
			word++;
		numerals->first[group] = word;
	}
}

void
numerals_read(struct arena *arena, struct messages *messages,
	      struct numerals *numerals, const struct element *element)
{
	numerals->over = "";
	groups_mark(numerals);
	if (element == NULL)
		return;
	numerals->joins = strings_split(
	    arena, attribute_optional(element, "joins", ""));
	numerals->percents = strings_split(
	    arena, attribute_optional(element, "percents", ""));
	numerals->over = attribute_optional(element, "over", "");
	for (size_t i = 0; i < COUNT(roles); i++) {
		const struct element *child = element_child(element,
							    roles[i].element);

		for (; child != NULL;
		     child = element_next(child, roles[i].element))
			words_read(arena, messages, numerals, child,
				   roles[i].role);
	}
	words_arrange(numerals);
	groups_mark(numerals);
}
