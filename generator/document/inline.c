/* Inlines: texts with the values and calls marked in them, emphasis, breaks. */
/* SPDX-License-Identifier: MIT */
#include "document/convert.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A text on its way from cmark's node to ours. */
struct writing {
	struct conversion *work;
	cmark_node *from;
	struct node *parent;
	struct text words;
	size_t start;	 /* [bytes] of the words in cmark's text */
	bool is_address; /* of an autolink: a * or _ is no fault */
};

static void
words_append(struct writing *writing)
{
	struct arena *arena = writing->work->parser->arena;
	struct node *node;

	if (writing->words.length == 0)
		return;
	node = node_new(
	    arena, NODE_TEXT,
	    prepared_place(writing->work->parser, &writing->work->prepared,
			   conversion_offset(writing->work, writing->from) +
			       writing->start));
	node->text = arena_copy(arena, text_string(&writing->words));
	node_append(writing->parent, node);
	writing->words.length = 0;
}

/* Append the node whose number opens with the digit; *at moves behind it. */
static void
marked_append(struct writing *writing, uint32_t digit, const char **at)
{
	const struct parser *parser = writing->work->parser;
	size_t number = digit - MARK_DIGIT;
	struct node *node;

	for (int i = 1; i < MARK_DIGITS; i++)
		number = number * MARK_BASE + utf8_next(at) - MARK_DIGIT;
	assert(number < parser->marked_count);
	node = parser->marked[number];
	words_append(writing);
	if (node->kind == NODE_CALL && writing->work->is_link)
		message_error(parser->messages, node->at,
			      "a note cannot be called inside a link");
	else
		node_append(writing->parent, node);
}

/* Report a * or _ that became no emphasis. One that is not in the template as
 * such, but written "&#42;", is meant. */
static void
stray_check(const struct writing *writing, char c, size_t offset)
{
	const struct conversion *work = writing->work;

	offset += conversion_offset(work, writing->from);
	if (writing->is_address || offset >= work->prepared.text.length ||
	    work->prepared.text.bytes[offset] != c)
		return;
	message_error(work->parser->messages,
		      prepared_place(work->parser, &work->prepared, offset),
		      "a stray '%c': write '\\%c' if it is meant", c, c);
}

static void
character_add(struct writing *writing, uint32_t c, size_t offset)
{
	const char *fault = character_fault(c);

	if (c == MARK_GUARD)
		return;
	if (writing->words.length == 0)
		writing->start = offset;
	if (c == '*' || c == '_')
		stray_check(writing, (char)c, offset);
	if (c == MARK_STAR)
		text_add(&writing->words, "*");
	else if (c == MARK_LINE)
		text_add(&writing->words, "_");
	else if (fault != NULL)
		message_error(writing->work->parser->messages,
			      conversion_place(writing->work, writing->from),
			      "%s, U+%04X", fault, (unsigned)c);
	else
		text_add_character(&writing->words, c);
}

/* [bytes] of printable ASCII without * and _, in which no fault is. */
static size_t
plain_length(const char *text)
{
	size_t length = 0;

	while (text[length] >= 0x20 && text[length] < 0x7f &&
	       text[length] != '*' && text[length] != '_')
		length++;
	return length;
}

static void
plain_add(struct writing *writing, const char *bytes, size_t length,
	  size_t offset)
{
	if (writing->words.length == 0)
		writing->start = offset;
	text_add_bytes(&writing->words, bytes, length);
}

/* True if the text is all of a link that was written as its own address. */
static bool
is_autolink_text(cmark_node *text)
{
	cmark_node *link = cmark_node_parent(text);
	const char *address;

	if (cmark_node_get_type(link) != CMARK_NODE_LINK)
		return false;
	address = cmark_node_get_url(link);
	if (strncmp(address, "mailto:", 7) == 0)
		address += 7;
	return strcmp(address, cmark_node_get_literal(text)) == 0 ||
	       strcmp(cmark_node_get_url(link), cmark_node_get_literal(text)) ==
		   0;
}

static void
text_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	struct writing writing = {.work = work,
				  .from = from,
				  .parent = parent,
				  .is_address = is_autolink_text(from)};
	const char *literal = cmark_node_get_literal(from), *at = literal;

	for (;;) {
		size_t offset = (size_t)(at - literal);
		size_t plain = plain_length(at);
		uint32_t c;

		if (plain > 0) {
			plain_add(&writing, at, plain, offset);
			at += plain;
			continue;
		}
		c = utf8_next(&at);
		if (c == 0)
			break;
		if (c >= MARK_DIGIT && c < MARK_DIGIT + MARK_BASE)
			marked_append(&writing, c, &at);
		else
			character_add(&writing, c, offset);
	}
	words_append(&writing);
	text_free(&writing.words);
}

static void
nest(struct conversion *work, cmark_node *from, enum node_kind kind,
     struct node *parent)
{
	struct node *node = node_new(work->parser->arena, kind,
				     conversion_place(work, from));

	node_append(parent, node);
	inlines_convert(work, from, node);
}

static void
line_end_append(struct conversion *work, cmark_node *from, struct node *parent)
{
	struct node *node = node_new(work->parser->arena, NODE_TEXT,
				     conversion_place(work, from));

	node->text = "\n";
	node_append(parent, node);
}

static void
inline_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_TEXT:
		text_convert(work, from, parent);
		return;
	case CMARK_NODE_SOFTBREAK:
		line_end_append(work, from, parent);
		return;
	case CMARK_NODE_LINEBREAK:
		nest(work, from, NODE_BREAK, parent);
		return;
	case CMARK_NODE_EMPH:
		nest(work, from, NODE_EMPHASIS, parent);
		return;
	case CMARK_NODE_STRONG:
		nest(work, from, NODE_STRONG, parent);
		return;
	case CMARK_NODE_LINK:
		link_convert(work, from, parent);
		return;
	case CMARK_NODE_IMAGE:
		conversion_fail(work, from,
				"an image must stand alone in its paragraph");
		return;
	case CMARK_NODE_CODE:
		conversion_fail(work, from, "code is not supported");
		return;
	case CMARK_NODE_HTML_INLINE:
		conversion_fail(work, from, "raw HTML is not allowed");
		return;
	case CMARK_NODE_NONE:
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_CUSTOM_INLINE:
		break;
	}
	abort();
}

void
inlines_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	cmark_node *child = cmark_node_first_child(from);

	if (!conversion_enter(work, from))
		return;
	for (; child != NULL; child = cmark_node_next(child))
		inline_convert(work, child, parent);
	work->depth--;
}
