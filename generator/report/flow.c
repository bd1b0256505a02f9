/* The words of a block in a row, each byte with its place in the template. */
/* SPDX-License-Identifier: MIT */
#include "report/flow.h"

#include "base/arena.h"

#include <string.h>

bool
block_has_words(const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_FIGURE:
	case NODE_TABLE:
		return true;
	case NODE_DOCUMENT:
	case NODE_BOX:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_NOTE:
	case NODE_TEXT:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_LINK:
	case NODE_CALL:
	case NODE_VALUE:
	case NODE_CLAIM:
	case NODE_REFERENCE:
	case NODE_BREAK:
	case NODE_KINDS:
		break;
	}
	return false;
}

static bool
same_place(struct place a, struct place b)
{
	return a.line == b.line && a.column == b.column;
}

/* A text that was divided at its symbols left its place to all of its parts. */
static void
stretch_add(struct arena *arena, struct flow *flow, const struct node *node)
{
	struct stretch stretch = {.from = flow->text.length, .node = node};

	stretch.is_bound = node->kind == NODE_VALUE ||
			   node->kind == NODE_REFERENCE || node->is_literal ||
			   node_is_within(node, NODE_CLAIM);
	if (flow->count > 0) {
		const struct stretch *last = &flow->stretches[flow->count - 1];

		if (last->node->kind == NODE_TEXT && node->kind == NODE_TEXT &&
		    same_place(last->node->at, node->at))
			stretch.before = last->before +
					 strlen(last->node->text);
	}
	ARENA_PUSH(arena, flow->stretches, flow->count, stretch);
	text_add(&flow->text, node->text == NULL ? "" : node->text);
}

struct flow
flow_make(struct arena *arena, const struct node *block)
{
	struct flow flow = {.block = block};
	struct walk walk = walk_begin((struct node *)block);

	while (walk_next(&walk)) {
		const struct node *node = walk.node;

		if (walk.phase != PHASE_ENTER)
			continue;
		if (node->kind == NODE_TEXT || node->kind == NODE_VALUE ||
		    node->kind == NODE_REFERENCE)
			stretch_add(arena, &flow, node);
		else if (node->kind == NODE_BREAK)
			text_add(&flow.text, " ");
	}
	return flow;
}

void
flow_sight(struct arena *arena, const struct language *language,
	   struct flow *flow)
{
	const char *text = text_string(&flow->text);
	struct sighting sighting;
	size_t at = 0;

	for (; language_sight(language, text, at, &sighting);
	     at = sighting.at + sighting.length)
		ARENA_PUSH(arena, flow->sightings, flow->sighting_count,
			   sighting);
}

void
flow_free(struct flow *flow)
{
	text_free(&flow->text);
}

/* The stretch that holds the byte; a break's space is the one before. */
static const struct stretch *
stretch_at(const struct flow *flow, size_t at)
{
	size_t i = flow->count;

	while (i > 1 && flow->stretches[i - 1].from > at)
		i--;
	return i == 0 ? NULL : &flow->stretches[i - 1];
}

bool
flow_is_bound(const struct flow *flow, size_t from, size_t length)
{
	for (size_t at = from; at < from + length; at++) {
		const struct stretch *stretch = stretch_at(flow, at);

		if (stretch != NULL && !stretch->is_bound)
			return false;
	}
	return true;
}

bool
flow_is_written(const struct flow *flow, size_t at)
{
	const struct stretch *stretch = stretch_at(flow, at);

	return stretch != NULL && stretch->node->kind == NODE_TEXT;
}

static size_t
place_offset(const struct template_source *source, struct place at)
{
	const char *line = source->bytes;
	size_t offset;

	for (int i = 1; i < at.line; i++) {
		const char *end = strchr(line, '\n');

		if (end == NULL)
			return source->length;
		line = end + 1;
	}
	offset = (size_t)(line - source->bytes);
	offset += (size_t)(at.column > 0 ? at.column - 1 : 0);
	return offset < source->length ? offset : source->length;
}

static struct place
offset_place(const struct template_source *source, size_t offset)
{
	struct place at = {source->path, 1, 1};

	for (size_t i = 0; i < offset; i++) {
		at.column++;
		if (source->bytes[i] == '\n') {
			at.line++;
			at.column = 1;
		}
	}
	return at;
}

/* Follow the text through the template: there it has marks, escapes and line
 * ends that the words have not. */
static size_t
offset_follow(const struct template_source *source, size_t offset,
	      const char *text, size_t length)
{
	for (size_t i = 0; i < length && offset < source->length;) {
		char c = source->bytes[offset];

		if (c == text[i] || (text[i] == ' ' && c == '\n'))
			i++;
		offset++;
	}
	while (offset < source->length &&
	       strchr("\r\n\\*_", source->bytes[offset]) != NULL)
		offset++;
	return offset;
}

/* The words of the stretches that share the place, up to the byte. */
static size_t
stretch_offset(const struct flow *flow, const struct stretch *stretch,
	       const struct template_source *source, size_t at)
{
	const char *words = text_string(&flow->text) + stretch->from -
			    stretch->before;

	return offset_follow(source, place_offset(source, stretch->node->at),
			     words, stretch->before + at - stretch->from);
}

struct place
flow_place(const struct flow *flow, const struct template_source *source,
	   size_t at)
{
	const struct stretch *stretch = stretch_at(flow, at);

	if (stretch == NULL)
		return flow->block->at;
	if (source == NULL || stretch->is_bound ||
	    stretch->node->kind != NODE_TEXT ||
	    strcmp(stretch->node->at.file, source->path) != 0)
		return stretch->node->at;
	return offset_place(source, stretch_offset(flow, stretch, source, at));
}

/* [bytes] of the mark that the text begins with; 0 if with none. */
static size_t
mark_length(const char *text, const char *const *marks)
{
	for (; *marks != NULL; marks++)
		if (strncmp(text, *marks, strlen(*marks)) == 0)
			return strlen(*marks);
	return 0;
}

static size_t
marks_length(const char *text, const char *const *marks)
{
	size_t at = 0, length;

	while ((length = mark_length(text + at, marks)) > 0)
		at += length;
	return at;
}

size_t
opening_length(const char *text)
{
	static const char *const marks[] = {"“",  "‘", "(", "[",
					    "\"", "'", NULL};

	return marks_length(text, marks);
}

size_t
stop_length(const char *text)
{
	static const char *const marks[] = {"”",  "’", ")", "]",
					    "\"", "'", NULL};
	size_t space;

	if (text[0] != '.' && text[0] != '!' && text[0] != '?')
		return 0;
	space = 1 + marks_length(text + 1, marks);
	return text[space] == ' ' ? space + 1 : 0;
}

static bool
is_capital(const char *text)
{
	text += opening_length(text);
	return text[0] >= 'A' && text[0] <= 'Z';
}

size_t
sentence_length(const char *text)
{
	static const char *const stops[] = {"。", "！", "？"};
	static const char first[] = ".!?\xe3\xef"; /* bytes of any stop */

	for (size_t at = strcspn(text, first); text[at] != '\0';
	     at += 1 + strcspn(text + at + 1, first)) {
		size_t next = at + stop_length(text + at);

		if (next > at && is_capital(text + next))
			return next;
		for (size_t i = 0; i < COUNT(stops); i++)
			if (strncmp(text + at, stops[i], strlen(stops[i])) == 0)
				return at + strlen(stops[i]);
	}
	return strlen(text);
}
