/* Blocks: headings, paragraphs, the box, lists and figures. */
/* SPDX-License-Identifier: MIT */
#include "document/convert.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEVEL_MOST = 4,	     /* of headings; the last is a topic line */
	LIST_LEVEL_MOST = 2, /* (a), (i) */
};

/* The block that holds an inline, or the block itself. */
static cmark_node *
block_of(cmark_node *node)
{
	while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE)
		node = cmark_node_parent(node);
	return node;
}

/* The line's bytes before its words, when it goes on with a paragraph. */
static size_t
continuation_indent(const struct prepared *prepared, size_t line)
{
	return strspn(prepared->text.bytes + prepared->lines[line], " \t>");
}

/* cmark gives all lines of a paragraph the indent of the first. */
size_t
conversion_offset(const struct conversion *work, cmark_node *node)
{
	const struct prepared *prepared = &work->prepared;
	cmark_node *block = block_of(node);
	int line = cmark_node_get_start_line(node);
	int column = cmark_node_get_start_column(node);
	size_t offset;

	if (line < 1 || (size_t)line > prepared->line_count)
		line = 1;
	offset = prepared->lines[line - 1] +
		 (size_t)(column > 0 ? column - 1 : 0);
	if (block != node && line > cmark_node_get_start_line(block)) {
		offset += continuation_indent(prepared, (size_t)line - 1);
		offset -= (size_t)cmark_node_get_start_column(block) - 1;
	}
	/* The column of code is behind its first backticks. */
	if (cmark_node_get_type(node) == CMARK_NODE_CODE)
		while (offset > 0 && prepared->text.bytes[offset - 1] == '`')
			offset--;
	return offset < prepared->text.length ? offset : prepared->text.length;
}

struct place
conversion_place(const struct conversion *work, cmark_node *node)
{
	return prepared_place(work->parser, &work->prepared,
			      conversion_offset(work, node));
}

void
conversion_fail(const struct conversion *work, cmark_node *node,
		const char *words)
{
	message_error(work->parser->messages, conversion_place(work, node),
		      "%s", words);
}

bool
conversion_enter(struct conversion *work, cmark_node *node)
{
	if (work->depth == DEPTH_MOST) {
		conversion_fail(work, node, "nested more than 16 deep");
		return false;
	}
	work->depth++;
	return true;
}

static struct node *
block_append(struct conversion *work, cmark_node *from, enum node_kind kind,
	     struct node *parent)
{
	struct node *node = node_new(work->parser->arena, kind,
				     conversion_place(work, from));

	node_append(parent, node);
	return node;
}

static void
words_convert(struct conversion *work, cmark_node *from, struct node *node,
	      const char *when_empty)
{
	const struct messages *messages = work->parser->messages;
	size_t errors = messages->counts[WEIGHT_ERROR];

	inlines_convert(work, from, node);
	spaces_settle(work->parser->arena, node);
	/* Words may also be missing because they were at fault. */
	if (node->first == NULL && messages->counts[WEIGHT_ERROR] == errors)
		conversion_fail(work, from, when_empty);
}

static void
level_check(struct conversion *work, cmark_node *from, int level)
{
	struct place at = conversion_place(work, from);

	if (level > LEVEL_MOST)
		message_error(work->parser->messages, at,
			      "headings go to level 4, this is of level %d",
			      level);
	else if (level < LEVEL_MOST && level > work->last_level + 1)
		message_error(work->parser->messages, at,
			      "a heading of level %d cannot follow one of "
			      "level %d",
			      level, work->last_level);
	else if (level == LEVEL_MOST && work->last_level == 0)
		conversion_fail(work, from, "a topic line needs a heading");
	if (level < LEVEL_MOST)
		work->last_level = level;
}

static void
heading_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	struct node *heading = block_append(work, from, NODE_HEADING, parent);

	heading->level = cmark_node_get_heading_level(from);
	if (parent->kind == NODE_DOCUMENT)
		level_check(work, from, heading->level);
	else if (parent->kind != NODE_BOX)
		conversion_fail(work, from,
				"a heading cannot stand in a list or a note");
	words_convert(work, from, heading, "a heading needs words");
}

static void
figure_convert(struct conversion *work, cmark_node *image, struct node *parent)
{
	const char *address = address_read(work, image), *name = NULL;
	enum node_kind kind = NODE_FIGURE;
	struct node *figure;

	if (address == NULL)
		return;
	if (address_names(work, image, address, "table:", &name)) {
		kind = NODE_TABLE;
	} else if (!address_names(work, image, address, "figure:", &name)) {
		message_error(work->parser->messages,
			      conversion_place(work, image),
			      "an image must be figure:NAME or table:NAME, not "
			      "'%s'",
			      address);
		return;
	}
	if (parent->kind != NODE_DOCUMENT)
		conversion_fail(work, image,
				"a figure cannot stand in a list, a box or a "
				"note");
	figure = block_append(work, image, kind, parent);
	figure->target = name;
	words_convert(work, image, figure, "a figure needs a caption");
}

static void
paragraph_convert(struct conversion *work, cmark_node *from,
		  struct node *parent)
{
	cmark_node *first = cmark_node_first_child(from);

	if (first != NULL && cmark_node_next(first) == NULL &&
	    cmark_node_get_type(first) == CMARK_NODE_IMAGE) {
		figure_convert(work, first, parent);
		return;
	}
	words_convert(work, from,
		      block_append(work, from, NODE_PARAGRAPH, parent),
		      "a paragraph needs words");
}

static void blocks_convert(struct conversion *, cmark_node *, struct node *);

static void
box_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	if (parent->kind != NODE_DOCUMENT)
		conversion_fail(work, from,
				"a box cannot stand in a list, a note or "
				"another box");
	blocks_convert(work, from, block_append(work, from, NODE_BOX, parent));
}

static int
list_level(const struct node *parent)
{
	int level = 1;

	for (; parent != NULL; parent = parent->parent)
		level += parent->kind == NODE_LIST;
	return level;
}

static void
list_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	struct node *list = block_append(work, from, NODE_LIST, parent);

	list->level = list_level(parent);
	if (cmark_node_get_list_type(from) == CMARK_BULLET_LIST)
		conversion_fail(work, from,
				"bullets are not supported: number the items");
	else if (cmark_node_get_list_start(from) != 1)
		conversion_fail(work, from, "a list must begin with 1");
	if (list->level > LIST_LEVEL_MOST)
		conversion_fail(work, from,
				"lists are nested more than 2 deep");
	if (parent->kind == NODE_NOTE)
		conversion_fail(work, from, "a list cannot stand in a note");
	blocks_convert(work, from, list);
}

static void
item_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	struct node *item = block_append(work, from, NODE_ITEM, parent);

	if (cmark_node_first_child(from) == NULL)
		conversion_fail(work, from, "a list's item needs words");
	blocks_convert(work, from, item);
}

static void
block_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_HEADING:
		heading_convert(work, from, parent);
		return;
	case CMARK_NODE_PARAGRAPH:
		paragraph_convert(work, from, parent);
		return;
	case CMARK_NODE_BLOCK_QUOTE:
		box_convert(work, from, parent);
		return;
	case CMARK_NODE_LIST:
		list_convert(work, from, parent);
		return;
	case CMARK_NODE_ITEM:
		item_convert(work, from, parent);
		return;
	case CMARK_NODE_CODE_BLOCK:
		conversion_fail(work, from, "code blocks are not supported");
		return;
	case CMARK_NODE_HTML_BLOCK:
		conversion_fail(work, from, "raw HTML is not allowed");
		return;
	case CMARK_NODE_THEMATIC_BREAK:
		conversion_fail(work, from, "rules are not supported");
		return;
	case CMARK_NODE_NONE:
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_CUSTOM_INLINE:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		break;
	}
	abort();
}

static void
blocks_convert(struct conversion *work, cmark_node *from, struct node *parent)
{
	cmark_node *child = cmark_node_first_child(from);

	if (!conversion_enter(work, from))
		return;
	for (; child != NULL; child = cmark_node_next(child))
		block_convert(work, child, parent);
	work->depth--;
}

void
lines_convert(struct parser *parser, const struct slice *lines, size_t count,
	      struct node *parent)
{
	struct conversion work = {.parser = parser};
	cmark_node *root;

	work.prepared = lines_prepare(parser, lines, count);
	root = cmark_parse_document(work.prepared.text.bytes,
				    work.prepared.text.length,
				    CMARK_OPT_VALIDATE_UTF8);
	blocks_convert(&work, root, parent);
	cmark_node_free(root);
	prepared_free(&work.prepared);
}
