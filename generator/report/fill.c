/* Fill a template: its claims, its values, its symbols, its numbers. */
/* SPDX-License-Identifier: MIT */
#include "report/room.h"

#include "base/arena.h"
#include "base/file.h"

#include <string.h>

enum {
	TEMPLATE_MOST = 4 * 1024 * 1024 /* [bytes] */
};

/* Replace {language} and {symbol} in a link. */
static const char *
symbol_link(struct filler *filler, const char *pattern, const char *symbol)
{
	const struct {
		const char *place;
		const char *words;
	} places[] = {{"{language}", filler->edition->code},
		      {"{symbol}", symbol}};
	struct text link = {0};
	const char *copy;

	while (*pattern != '\0') {
		size_t i = 0;

		while (i < COUNT(places) &&
		       strncmp(pattern, places[i].place,
			       strlen(places[i].place)) != 0)
			i++;
		if (i < COUNT(places)) {
			text_add(&link, places[i].words);
			pattern += strlen(places[i].place);
		} else {
			text_add_bytes(&link, pattern++, 1);
		}
	}
	copy = arena_copy(filler->arena, text_string(&link));
	text_free(&link);
	return copy;
}

static bool
is_symbol_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-';
}

/* Bytes of the symbol that starts here, 0 if none does; a full stop or hyphen
 * at its end belongs to the sentence. */
static size_t
symbol_length(const struct symbol_spec *spec, const char *at)
{
	size_t least = 0, length;

	for (; spec->prefix[least] != '\0'; least++)
		if (at[least] != spec->prefix[least])
			return 0;
	length = least;
	while (is_symbol_byte(at[length]))
		length++;
	while (length > 0 && (at[length - 1] == '.' || at[length - 1] == '-'))
		length--;
	return length > least ? length : 0;
}

static const char *
symbol_search(const struct report *report, const char *text, size_t *length,
	      const struct symbol_spec **spec)
{
	for (const char *at = text; *at != '\0'; at++) {
		if (at > text && is_symbol_byte(at[-1]))
			continue;
		for (size_t i = 0; i < report->symbol_count; i++) {
			*spec = &report->symbols[i];
			*length = symbol_length(*spec, at);
			if (*length > 0)
				return at;
		}
	}
	return NULL;
}

size_t
report_symbol_at(const struct report *report, const char *text, size_t at)
{
	size_t length = 0;

	if (at > 0 && is_symbol_byte(text[at - 1]))
		return 0;
	for (size_t i = 0; i < report->symbol_count && length == 0; i++)
		length = symbol_length(&report->symbols[i], text + at);
	return length;
}

static struct node *
text_node(struct filler *filler, struct place at, const char *text,
	  size_t length)
{
	struct node *node = node_new(filler->arena, NODE_TEXT, at);

	node->text = arena_copy_bytes(filler->arena, text, length);
	return node;
}

/* Divide a text node at its first symbol; returns the rest to look at. */
static struct node *
symbol_divide(struct filler *filler, struct node *node)
{
	const struct symbol_spec *spec;
	size_t length;
	const char *at = symbol_search(filler->report, node->text, &length,
				       &spec);
	struct node *link, *rest;
	const char *symbol;

	if (at == NULL)
		return NULL;
	symbol = arena_copy_bytes(filler->arena, at, length);
	link = node_new(filler->arena, NODE_LINK, node->at);
	link->target = symbol_link(filler, spec->link, symbol);
	node_append(link, text_node(filler, node->at, symbol, length));
	rest = text_node(filler, node->at, at + length, strlen(at + length));
	node_insert_after(node, link);
	node_insert_after(link, rest);
	node->text = arena_copy_bytes(filler->arena, node->text,
				      (size_t)(at - node->text));
	if (*node->text == '\0')
		node_remove(node);
	if (*rest->text == '\0') {
		node_remove(rest);
		return NULL;
	}
	return rest;
}

static void
symbols_link(struct filler *filler, struct node *parent)
{
	for (struct node *node = parent->first, *next; node; node = next) {
		next = node->next;
		if (node->kind == NODE_TEXT)
			while (node != NULL)
				node = symbol_divide(filler, node);
		else if (node->kind != NODE_LINK)
			symbols_link(filler, node);
	}
}

static struct masthead
masthead_fill(struct filler *filler)
{
	const struct report *report = filler->report;
	struct masthead masthead = filler->edition->masthead;
	const char *notice = names_in(&filler->measures->dataset->notice,
				      filler->edition->code);

	for (size_t i = 0; i < report->symbol_count; i++)
		if (symbol_length(&report->symbols[i], report->symbol) > 0)
			masthead.symbol_link = symbol_link(
			    filler, report->symbols[i].link, report->symbol);
	masthead.notice = notice == NULL ? "" : notice;
	return masthead;
}

struct document *
report_fill(struct arena *arena, struct messages *messages,
	    const struct report *report, const struct edition *edition,
	    const struct measures *measures)
{
	struct filler filler = {arena, messages, report, edition, measures};
	const char *path = edition->template_path;
	struct document *document = NULL;
	size_t length;
	char *bytes = file_read(arena, messages, path, TEMPLATE_MOST, &length);

	if (bytes != NULL)
		document = document_parse(arena, messages, path, bytes, length);
	if (document == NULL)
		return NULL;
	document->language = edition->code;
	document->tag = language_tag(edition->language);
	document->masthead = masthead_fill(&filler);
	document_hold_claims(&filler, document);
	document_fill_values(&filler, document);
	symbols_link(&filler, document->root);
	symbols_link(&filler, document->notes);
	document_number(&filler, document);
	return document;
}
