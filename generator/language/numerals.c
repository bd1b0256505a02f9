/* Read a profile's words for numbers and its contexts. */
/* SPDX-License-Identifier: MIT */
#include "language/numerals.h"

#include "base/arena.h"
#include "xml/xml.h"

#include <stdlib.h>
#include <string.h>

enum {
	VALUE_DIGITS_MOST = 12,
	PIECES_MOST = 32
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

size_t
text_group(const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	if (bytes[0] >= 'A' && bytes[0] <= 'Z')
		return bytes[0] | 0x20;
	return bytes[0] < 0xe0 ? bytes[0] : bytes[0] ^ bytes[1] ^ bytes[2];
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

static const char *
attribute_or_none(const struct element *element, const char *name)
{
	const char *value = element_attribute(element, name);

	return value == NULL ? "" : value;
}

void
numerals_read(struct arena *arena, struct messages *messages,
	      struct numerals *numerals, const struct element *element)
{
	numerals->over = "";
	groups_mark(numerals);
	if (element == NULL)
		return;
	numerals->joins = strings_split(arena,
					attribute_or_none(element, "joins"));
	numerals->percents = strings_split(
	    arena, attribute_or_none(element, "percents"));
	numerals->over = attribute_or_none(element, "over");
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

/* --- contexts --- */

struct pattern {
	struct arena *arena;
	const struct element *contexts; /* where the groups stand */
	struct context context;
	const char *fault;
};

static void
piece_push(struct pattern *pattern, struct piece piece)
{
	if (pattern->context.count == PIECES_MOST)
		pattern->fault = "more than 32 pieces";
	else
		ARENA_PUSH(pattern->arena, pattern->context.pieces,
			   pattern->context.count, piece);
}

static struct piece
place_read(struct pattern *pattern, const char *name)
{
	static const struct {
		const char *name;
		enum piece_kind kind;
	} places[] = {
	    {"n", PIECE_NUMBER},    {"n...", PIECE_NUMBERS},
	    {"nth", PIECE_ORDINAL}, {"nth...", PIECE_ORDINALS},
	    {"year", PIECE_YEAR},
	};
	const struct element *group = element_child(pattern->contexts, "group");

	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(places[i].name, name) == 0)
			return (struct piece){.kind = places[i].kind};
	for (; group != NULL; group = element_next(group, "group"))
		if (strcmp(attribute_or_none(group, "name"), name) == 0)
			return (struct piece){
			    .kind = PIECE_CHOICE,
			    .choices = strings_split(
				pattern->arena,
				element_words(pattern->arena, group))};
	pattern->fault = "an unknown place in { }";
	return (struct piece){0};
}

/* A blank at the front is found as one that no line breaks at, too. */
static void
beginning_mark(struct context *context, const char *words)
{
	context->may_begin[text_group(words)] = true;
	if (words[0] == ' ')
		context->may_begin[text_group("\xc2\xa0")] = true;
}

static void
beginnings_mark(struct context *context)
{
	const struct piece *first = &context->pieces[0];

	switch (first->kind) {
	case PIECE_WORDS:
		beginning_mark(context, first->words);
		break;
	case PIECE_CHOICE:
		for (size_t i = 0; i < first->choices.count; i++)
			beginning_mark(context, first->choices.items[i]);
		break;
	case PIECE_NUMBER:
	case PIECE_NUMBERS:
	case PIECE_ORDINAL:
	case PIECE_ORDINALS:
	case PIECE_YEAR:
		context->begins_with_number = true;
		break;
	}
}

static bool
pattern_read(struct pattern *pattern, const char *at)
{
	while (*at != '\0' && pattern->fault == NULL) {
		size_t length = strcspn(at, "{");
		const char *end = strchr(at + length, '}');

		if (length > 0)
			piece_push(
			    pattern,
			    (struct piece){.kind = PIECE_WORDS,
					   .words = arena_copy_bytes(
					       pattern->arena, at, length)});
		if (at[length] == '\0')
			break;
		if (end == NULL) {
			pattern->fault = "an open bracket";
			break;
		}
		at += length + 1;
		piece_push(
		    pattern,
		    place_read(pattern, arena_copy_bytes(pattern->arena, at,
							 (size_t)(end - at))));
		at = end + 1;
	}
	if (pattern->context.count == 0 && pattern->fault == NULL)
		pattern->fault = "an empty pattern";
	if (pattern->fault != NULL)
		return false;
	beginnings_mark(&pattern->context);
	return true;
}

static void
context_read(struct arena *arena, struct messages *messages,
	     struct contexts *contexts, const struct element *element)
{
	const char *at = element_words(arena, element);

	for (;;) {
		size_t length = strcspn(at, "|");
		size_t from = strspn(at, " "), to = length;
		struct pattern pattern = {.arena = arena,
					  .contexts = element->parent};
		const char *words;

		while (to > from && at[to - 1] == ' ')
			to--;
		words = arena_copy_bytes(arena, at + from,
					 to > from ? to - from : 0);
		if (pattern_read(&pattern, words))
			ARENA_PUSH(arena, contexts->items, contexts->count,
				   pattern.context);
		else
			message_error(messages, element->at, "'%.60s': %s",
				      words, pattern.fault);
		if (at[length] == '\0')
			return;
		at += length + 1;
	}
}

void
contexts_read(struct arena *arena, struct messages *messages,
	      struct contexts *contexts, const struct element *element)
{
	const struct element *child;

	if (element == NULL)
		return;
	contexts->lists = strings_split(arena,
					attribute_or_none(element, "lists"));
	contexts->last = strings_split(arena,
				       attribute_or_none(element, "last"));
	contexts->ranges = strings_split(arena,
					 attribute_or_none(element, "ranges"));
	for (child = element_child(element, "context"); child != NULL;
	     child = element_next(child, "context"))
		context_read(arena, messages, contexts, child);
	for (size_t i = 0; i < contexts->count; i++) {
		const struct context *context = &contexts->items[i];

		contexts->any_begins_with_number |= context->begins_with_number;
		for (size_t group = 0; group < TEXT_GROUPS; group++)
			contexts->may_begin[group] |= context->may_begin[group];
	}
}
