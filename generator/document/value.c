/* Read {{ measure | form: arguments }}. */
/* SPDX-License-Identifier: MIT */
#include "document/prepare.h"

#include "base/arena.h"

#include <string.h>

enum {
	ARGUMENTS_MOST = 8
};

/* Where the reading stands within the source. */
struct cursor {
	struct parser *parser;
	const char *bytes;
	size_t at;
	size_t end;
};

static void
fail(struct cursor *cursor, const char *words)
{
	message_error(cursor->parser->messages,
		      source_place(&cursor->parser->source, cursor->at), "%s",
		      words);
}

static void
blanks_skip(struct cursor *cursor)
{
	while (cursor->at < cursor->end && (cursor->bytes[cursor->at] == ' ' ||
					    cursor->bytes[cursor->at] == '\t'))
		cursor->at++;
}

static bool
skip(struct cursor *cursor, char c)
{
	blanks_skip(cursor);
	if (cursor->at == cursor->end || cursor->bytes[cursor->at] != c)
		return false;
	cursor->at++;
	blanks_skip(cursor);
	return true;
}

/* What stands before one of the characters of `stops`, or before a blank. */
static struct slice
word_read(struct cursor *cursor, const char *stops)
{
	struct slice word = {cursor->at, cursor->at};

	while (word.end < cursor->end &&
	       strchr(stops, cursor->bytes[word.end]) == NULL)
		word.end++;
	cursor->at = word.end;
	blanks_skip(cursor);
	return word;
}

static char *
slice_copy(const struct cursor *cursor, struct slice slice)
{
	return arena_copy_bytes(cursor->parser->arena,
				cursor->bytes + slice.start,
				slice.end - slice.start);
}

/* The offset of the closing braces outside of quotes, or, if the quotes are
 * the fault, of the next ones; 0 if there are none. */
static size_t
value_end(const struct source *source, size_t at, size_t end)
{
	bool is_quoted = false;
	size_t any = 0;

	for (; at + 1 < end; at++) {
		bool closes = source->bytes[at] == '}' &&
			      source->bytes[at + 1] == '}';

		if (source->bytes[at] == '"')
			is_quoted = !is_quoted;
		else if (closes && !is_quoted)
			return at;
		else if (closes && any == 0)
			any = at;
	}
	return any;
}

static bool
quoted_read(struct cursor *cursor, struct slice *word)
{
	const char *close = memchr(cursor->bytes + cursor->at, '"',
				   cursor->end - cursor->at);

	if (close == NULL) {
		fail(cursor, "a quotation mark is missing behind the argument");
		return false;
	}
	*word = (struct slice){cursor->at, (size_t)(close - cursor->bytes)};
	cursor->at = word->end + 1;
	blanks_skip(cursor);
	return true;
}

static bool
argument_read(struct cursor *cursor, struct node *value)
{
	struct slice word;

	if (value->argument_count == ARGUMENTS_MOST) {
		fail(cursor, "a form takes no more than 8 arguments");
		return false;
	}
	blanks_skip(cursor);
	if (cursor->at < cursor->end && cursor->bytes[cursor->at] == '"') {
		cursor->at++;
		if (!quoted_read(cursor, &word))
			return false;
	} else {
		word = word_read(cursor, ",\" \t");
	}
	if (word.start == word.end) {
		cursor->at = word.start;
		fail(cursor, "an argument is missing here");
		return false;
	}
	ARENA_PUSH(cursor->parser->arena, value->arguments,
		   value->argument_count, slice_copy(cursor, word));
	return true;
}

static bool
form_read(struct cursor *cursor, struct node *value)
{
	struct slice form = word_read(cursor, ": \t\"");

	if (form.start == form.end) {
		fail(cursor, "the form's name is missing after '|'");
		return false;
	}
	value->form = slice_copy(cursor, form);
	if (!skip(cursor, ':'))
		return true;
	do
		if (!argument_read(cursor, value))
			return false;
	while (skip(cursor, ','));
	return true;
}

static bool
inside_read(struct cursor *cursor, struct node *value)
{
	struct slice name;

	blanks_skip(cursor);
	name = word_read(cursor, "| \t");
	value->target = slice_copy(cursor, name);
	if (name.start == name.end) {
		fail(cursor, "the measure's name is missing");
		return false;
	}
	if (!name_is_valid(value->target, name.end - name.start, NAME_MOST)) {
		cursor->at = name.start;
		message_error(cursor->parser->messages,
			      source_place(&cursor->parser->source, cursor->at),
			      "'%s' is not a measure's name", value->target);
		return false;
	}
	if (skip(cursor, '|') && !form_read(cursor, value))
		return false;
	if (cursor->at < cursor->end)
		fail(cursor, "the value should end here");
	return cursor->at == cursor->end;
}

struct node *
value_read(struct parser *parser, struct slice line, size_t *at)
{
	size_t start = *at,
	       end = value_end(&parser->source, start + 2, line.end);
	struct place place = source_place(&parser->source, start);
	struct cursor cursor = {parser, parser->source.bytes, start + 2, end};
	struct node *value;

	if (end == 0) {
		message_error(parser->messages, place,
			      "'{{' is not closed on its line");
		*at = line.end;
		return NULL;
	}
	*at = end + 2;
	value = node_new(parser->arena, NODE_VALUE, place);
	return inside_read(&cursor, value) ? value : NULL;
}
