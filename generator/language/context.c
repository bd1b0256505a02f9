/* Expressions in which a number is none: references, dates, names. */
/* SPDX-License-Identifier: MIT */
#include "language/profile.h"
#include "language/sight.h"
#include "language/wording.h"

#include <stdint.h>
#include <string.h>

/* No match: an offset that no text reaches. */
#define NOWHERE SIZE_MAX

enum {
	YEAR_FIRST = 1800,
	YEAR_END = 2200,
	YEAR_DIGITS = 4
};

/* A number that was looked for: most contexts of a place look for the same. */
struct seen {
	size_t at; /* [bytes] in the text; NOWHERE before the first look */
	size_t length;
	struct sighting sighting;
};

/* One context held against one place of a text. */
struct match {
	const struct language *language;
	const char *text;
	const struct context *context;
	struct seen *seen;
};

/* Where a number of some kind ends that begins at the offset. */
typedef size_t number_ender(const struct match *, size_t at);

static size_t match_from(const struct match *, size_t piece, size_t at);

/* A published text may have spaces around digits in a Han text. */
static size_t
spaces_skip(const struct match *match, size_t at)
{
	if (match->language->is_han)
		while (match->text[at] == ' ')
			at++;
	return at;
}

static size_t
number_sight(const struct match *match, size_t at, struct sighting *sighting)
{
	struct seen *seen = match->seen;

	if (seen->at == NOWHERE) {
		seen->at = at;
		seen->length = sight_at(match->language, match->text, at,
					&seen->sighting);
	}
	if (seen->at != at)
		return sight_at(match->language, match->text, at, sighting);
	*sighting = seen->sighting;
	return seen->length;
}

static size_t
number_end(const struct match *match, enum sighting_kind kind, size_t at)
{
	struct sighting sighting;

	at = spaces_skip(match, at);
	if (number_sight(match, at, &sighting) == 0 || sighting.kind != kind)
		return NOWHERE;
	return at + sighting.length;
}

static size_t
cardinal_end(const struct match *match, size_t at)
{
	return number_end(match, SIGHTING_NUMBER, at);
}

static size_t
ordinal_end(const struct match *match, size_t at)
{
	return number_end(match, SIGHTING_ORDINAL, at);
}

static size_t
roman_end(const struct match *match, size_t at)
{
	long long value;
	size_t length = roman_read(match->text + at, &value);

	return length == 0 ? NOWHERE : at + length;
}

static size_t
year_end(const struct match *match, size_t at)
{
	struct sighting sighting;

	at = spaces_skip(match, at);
	if (number_sight(match, at, &sighting) != YEAR_DIGITS ||
	    sighting.kind != SIGHTING_NUMBER || sighting.number < YEAR_FIRST ||
	    sighting.number >= YEAR_END)
		return NOWHERE;
	return at + YEAR_DIGITS;
}

/* The words that each member of a list may have before it. */
static const char *
prefix_of(const struct match *match, size_t piece)
{
	const struct piece *pieces = match->context->pieces;

	return piece > 0 && pieces[piece - 1].kind == PIECE_WORDS
		   ? pieces[piece - 1].words
		   : "";
}

/* A number behind what joins it, with the words before it or without. */
static size_t
joined_end(const struct match *match, size_t piece, number_ender *ender,
	   size_t at)
{
	at += words_match(prefix_of(match, piece), match->text + at);
	return ender(match, at);
}

/* A member of a list: a number, or a range of two. */
static size_t
member_end(const struct match *match, size_t piece, number_ender *ender,
	   size_t at)
{
	const struct strings *ranges = &match->language->contexts.ranges;
	size_t end = joined_end(match, piece, ender, at), join, to;

	if (end == NOWHERE)
		return NOWHERE;
	join = strings_match(ranges, match->text + end);
	to = join == 0 ? NOWHERE : joined_end(match, piece, ender, end + join);
	return to == NOWHERE ? end : to;
}

/* Behind what joins the last member, no other follows: in "articles 5 and 6, 14
 * States" the third number is none of the list. */
static size_t
list_end(const struct match *match, size_t piece, number_ender *ender,
	 size_t at)
{
	const struct contexts *contexts = &match->language->contexts;
	size_t end = member_end(match, piece, ender, at);
	bool is_open = end != NOWHERE;

	while (is_open) {
		const char *text = match->text + end;
		size_t join = strings_match(&contexts->lists, text);
		size_t last = strings_match(&contexts->last, text);
		size_t next = NOWHERE;

		is_open = join > last;
		join = is_open ? join : last;
		if (join > 0)
			next = member_end(match, piece, ender, end + join);
		if (next == NOWHERE)
			break;
		end = next;
	}
	return end;
}

static size_t
choice_match(const struct match *match, const struct piece *piece, size_t next,
	     size_t at)
{
	size_t longest = NOWHERE;

	for (size_t i = 0; i < piece->choices.count; i++) {
		size_t length = words_match(piece->choices.items[i],
					    match->text + at);
		size_t end = length == 0 ? NOWHERE
					 : match_from(match, next, at + length);

		if (end != NOWHERE && (longest == NOWHERE || end > longest))
			longest = end;
	}
	return longest;
}

/* The end of the pieces from one on, or NOWHERE. */
static size_t
match_from(const struct match *match, size_t index, size_t at)
{
	const struct piece *piece = &match->context->pieces[index];
	size_t end = NOWHERE, length;

	if (index == match->context->count)
		return at;
	switch (piece->kind) {
	case PIECE_WORDS:
		at = index > 0 ? spaces_skip(match, at) : at;
		length = words_match(piece->words, match->text + at);
		end = length == 0 ? NOWHERE : at + length;
		break;
	case PIECE_CHOICE:
		return choice_match(match, piece, index + 1, at);
	case PIECE_NUMBER:
		end = cardinal_end(match, at);
		break;
	case PIECE_NUMBERS:
		end = list_end(match, index, cardinal_end, at);
		break;
	case PIECE_ORDINAL:
		end = ordinal_end(match, at);
		break;
	case PIECE_ORDINALS:
		end = list_end(match, index, ordinal_end, at);
		break;
	case PIECE_YEAR:
		end = year_end(match, at);
		break;
	case PIECE_ROMAN:
		end = roman_end(match, at);
		break;
	case PIECE_ROMANS:
		end = list_end(match, index, roman_end, at);
		break;
	}
	return end == NOWHERE ? NOWHERE : match_from(match, index + 1, end);
}

/* What does not begin with words has to be tried. */
static bool
goes_on(const struct context *context, const char *text)
{
	const struct piece *first = &context->pieces[0];

	return first->kind != PIECE_WORDS ||
	       words_may_match(first->words, text);
}

/* The end of the longest of the contexts that may begin here, or `longest`. */
static size_t
longest_end(struct match *match, const struct openings *openings, size_t at,
	    bool is_idiom, size_t longest)
{
	const char *text = match->text;

	for (size_t i = 0; i < openings->count; i++) {
		size_t end;

		match->context = openings->items[i];
		if ((is_idiom && !match->context->is_idiom) ||
		    !goes_on(match->context, text + at))
			continue;
		end = match_from(match, 0, at);
		if (end == NOWHERE || end <= longest)
			continue;
		if (language_is_letter(text, end - 1) &&
		    language_is_letter(text, end))
			continue;
		longest = end;
	}
	return longest;
}

/* [bytes] of the longest context at the offset, of idioms only or of all. An
 * idiom begins with no number. */
static size_t
context_length(const struct language *language, const char *text, size_t at,
	       bool is_idiom)
{
	const struct contexts *contexts = &language->contexts;
	struct seen seen = {.at = NOWHERE};
	struct match match = {
	    .language = language, .text = text, .seen = &seen};
	struct sighting sighting;
	size_t longest;

	if (at > 0 && language_is_letter(text, at - 1) &&
	    language_is_letter(text, at))
		return 0;
	longest = longest_end(&match, &contexts->words[text_group(text + at)],
			      at, is_idiom, at);
	if (!is_idiom && contexts->numbers.count > 0 &&
	    number_sight(&match, spaces_skip(&match, at), &sighting) > 0)
		longest = longest_end(&match, &contexts->numbers, at, false,
				      longest);
	return longest - at;
}

size_t
language_context(const struct language *language, const char *text, size_t at)
{
	return context_length(language, text, at, false);
}

size_t
language_idiom(const struct language *language, const char *text, size_t at)
{
	return context_length(language, text, at, true);
}
