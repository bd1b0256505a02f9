/* A template made ready for cmark: values and calls replaced by marks,
 * emphasis guarded beside full-width marks. */
/* SPDX-License-Identifier: MIT */
#include "document/prepare.h"

#include "base/arena.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct preparation {
	struct parser *parser;
	struct prepared *made;
	struct slice line;
};

/* Add bytes that stand for the source's from `from` on. */
static void
emit(struct preparation *work, size_t from, const char *bytes, size_t length)
{
	struct prepared *made = work->made;
	struct piece piece = {made->text.length, from};

	/* A next byte of the same piece needs no piece of its own. */
	if (made->piece_count == 0 ||
	    piece.to - made->pieces[made->piece_count - 1].to !=
		piece.from - made->pieces[made->piece_count - 1].from)
		ARENA_PUSH(work->parser->arena, made->pieces, made->piece_count,
			   piece);
	text_add_bytes(&made->text, bytes, length);
}

static void
emit_mark(struct preparation *work, size_t from, uint32_t mark)
{
	emit(work, from, "", 0);
	text_add_character(&work->made->text, mark);
}

static void
emit_node(struct preparation *work, size_t from, struct node *node)
{
	struct parser *parser = work->parser;
	size_t number = parser->marked_count;

	ARENA_PUSH(parser->arena, parser->marked, parser->marked_count, node);
	for (size_t base = MARK_BASE * MARK_BASE; base > 0; base /= MARK_BASE)
		emit_mark(work, from,
			  (uint32_t)(MARK_DIGIT + number / base % MARK_BASE));
}

static void
fail(struct preparation *work, size_t at, const char *words)
{
	message_error(work->parser->messages,
		      source_place(&work->parser->source, at), "%s", words);
}

/* Marks beside which cmark would not see emphasis begin or end, as it counts
 * them as punctuation (CommonMark 0.30, section 6.2). */
static bool
is_full_mark(uint32_t c)
{
	return c == 0xb7 || (c >= 0x2010 && c <= 0x2027) ||
	       (c >= 0x3001 && c <= 0x301f) || c == 0x30fb ||
	       (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) ||
	       (c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65);
}

/* The character before an offset of the line, 0 at its start. */
static uint32_t
character_before(const struct preparation *work, size_t at)
{
	const char *s = work->parser->source.bytes + at;

	if (at == work->line.start)
		return 0;
	do
		s--;
	while (((unsigned char)*s & 0xc0) == 0x80);
	return utf8_next(&s);
}

static uint32_t
character_at(const struct preparation *work, size_t at)
{
	const char *s = work->parser->source.bytes + at;

	return at >= work->line.end ? 0 : utf8_next(&s);
}

/* True if a guard must part a run of stars from the mark on one side of it,
 * given what stands on the other. */
static bool
needs_guard(uint32_t mark, uint32_t other)
{
	return is_full_mark(mark) ||
	       (mark < 0x80 && ispunct((int)mark) && utf8_is_han(other));
}

static size_t
stars_prepare(struct preparation *work, size_t at)
{
	const char *bytes = work->parser->source.bytes;
	size_t end = at;
	uint32_t before = character_before(work, at), after;

	while (end < work->line.end && bytes[end] == '*')
		end++;
	after = character_at(work, end);
	if (needs_guard(before, after))
		emit_mark(work, at, MARK_GUARD);
	emit(work, at, bytes + at, end - at);
	if (needs_guard(after, before))
		emit_mark(work, end, MARK_GUARD);
	return end;
}

static size_t
call_prepare(struct preparation *work, size_t at)
{
	struct parser *parser = work->parser;
	const char *bytes = parser->source.bytes;
	const char *close = memchr(bytes + at, ']', work->line.end - at);
	size_t start = at + 2, end;
	struct node *call;

	if (close == NULL) {
		fail(work, at, "'[^' is not closed on its line");
		return work->line.end;
	}
	end = (size_t)(close - bytes);
	call = node_new(parser->arena, NODE_CALL,
			source_place(&parser->source, at));
	call->target = arena_copy_bytes(parser->arena, bytes + start,
					end - start);
	if (name_is_valid(call->target, end - start, NAME_MOST))
		emit_node(work, at, call);
	else
		message_error(parser->messages, call->at,
			      "'%s' is not a note's name", call->target);
	return end + 1;
}

static size_t
value_prepare(struct preparation *work, size_t at)
{
	size_t start = at;
	struct node *value = value_read(work->parser, work->line, &at);

	if (value != NULL)
		emit_node(work, start, value);
	return at;
}

/* A backslash and what it escapes. Stars and underscores become marks, so that
 * those that are left in the text are known to be strays. */
static size_t
escape_prepare(struct preparation *work, size_t at)
{
	const char *bytes = work->parser->source.bytes + at;

	if (bytes[1] == '*')
		emit_mark(work, at, MARK_STAR);
	else if (bytes[1] == '_')
		emit_mark(work, at, MARK_LINE);
	else
		emit(work, at, bytes, 2);
	return at + 2;
}

/* "&#": a reference to a character that may not stand in a template. */
static size_t
reference_prepare(struct preparation *work, size_t at)
{
	const char *digits = work->parser->source.bytes + at + 2;
	bool is_hex = *digits == 'x' || *digits == 'X';
	char *end;
	unsigned long c;
	const char *fault;

	digits += is_hex ? 1 : 0;
	c = isxdigit((unsigned char)*digits)
		? strtoul(digits, &end, is_hex ? 16 : 10)
		: ' ';
	fault = character_fault(c > 0x10ffff ? 0x10ffff : (uint32_t)c);
	emit(work, at, "&", 1);
	if (fault != NULL) {
		message_error(work->parser->messages,
			      source_place(&work->parser->source, at),
			      "%s, U+%04lX", fault, c);
		emit_mark(work, at + 1, MARK_GUARD);
	}
	emit(work, at + 1, "#", 1);
	return at + 2;
}

static bool
stands(const struct preparation *work, size_t at, const char *string)
{
	size_t length = strlen(string);

	return work->line.end - at >= length &&
	       memcmp(work->parser->source.bytes + at, string, length) == 0;
}

/* [bytes] up to the first that may need something done. */
static size_t
plain_length(const struct preparation *work, size_t at)
{
	const char *bytes = work->parser->source.bytes + at;
	size_t length = strcspn(bytes, "\\*{}[]&<\n");
	size_t most = work->line.end - at;

	return length < most ? length : most;
}

/* Make ready what stands at the offset; returns the offset behind it. */
static size_t
place_prepare(struct preparation *work, size_t at)
{
	const char *bytes = work->parser->source.bytes;
	size_t plain = plain_length(work, at);

	if (plain > 0) {
		emit(work, at, bytes + at, plain);
		return at + plain;
	}
	if (bytes[at] == '\\' && at + 1 < work->line.end &&
	    ispunct((unsigned char)bytes[at + 1]))
		return escape_prepare(work, at);
	if (bytes[at] == '*')
		return stars_prepare(work, at);
	if (stands(work, at, "{{"))
		return value_prepare(work, at);
	if (stands(work, at, "[^"))
		return call_prepare(work, at);
	if (stands(work, at, "&#"))
		return reference_prepare(work, at);
	if (stands(work, at, "}}")) {
		fail(work, at, "'}}' closes nothing");
		return at + 2;
	}
	if (stands(work, at, "<!") || stands(work, at, "<?"))
		fail(work, at, "raw HTML is not allowed");
	emit(work, at, bytes + at, 1);
	/* Parted, these are neither HTML, nor a link's definition, which would
	 * vanish with its words. */
	if (stands(work, at, "<!") || stands(work, at, "<?") ||
	    stands(work, at, "]:"))
		emit_mark(work, at + 1, MARK_GUARD);
	return at + 1;
}

struct prepared
lines_prepare(struct parser *parser, const struct slice *lines, size_t count)
{
	struct prepared made = {0};

	made.lines = arena_array(parser->arena, count, sizeof(*made.lines));
	made.line_count = count;
	for (size_t i = 0; i < count; i++) {
		struct preparation work = {parser, &made, lines[i]};
		size_t at = lines[i].start;

		made.lines[i] = made.text.length;
		emit(&work, at, "", 0);
		while (at < lines[i].end)
			at = place_prepare(&work, at);
		text_add(&made.text, "\n");
	}
	return made;
}

void
prepared_free(struct prepared *prepared)
{
	text_free(&prepared->text);
}

struct place
prepared_place(const struct parser *parser, const struct prepared *prepared,
	       size_t offset)
{
	size_t low = 0, high = prepared->piece_count;
	size_t from;

	assert(prepared->piece_count > 0);
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (prepared->pieces[middle].to <= offset)
			low = middle;
		else
			high = middle;
	}
	from = prepared->pieces[low].from + offset - prepared->pieces[low].to;
	return source_place(&parser->source, from > parser->source.length
						 ? parser->source.length
						 : from);
}
