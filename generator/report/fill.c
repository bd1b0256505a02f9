/* Put every value into the tree, and link what looks like a symbol. */
/* SPDX-License-Identifier: MIT */
#include "report/room.h"

#include "base/arena.h"
#include "base/file.h"
#include "measure/value.h"

#include <string.h>

enum {
	TEMPLATE_MOST = 4 * 1024 * 1024 /* [bytes] */
};

static void
spoken_list(struct filler *filler, const struct value *value,
	    struct spoken *spoken)
{
	const struct dataset *dataset = filler->measures->dataset;
	const char **terms = arena_array(filler->arena, value->count,
					 sizeof(*terms));
	int *articles = arena_array(filler->arena, value->count,
				    sizeof(*articles));
	bool is_articles = value->dimension == DIMENSION_ARTICLE;

	for (size_t i = 0; i < value->count; i++) {
		int key = value->rows[i].key;
		const struct term *term = dimension_term(dataset,
							 value->dimension, key);

		if (is_articles)
			articles[i] = dataset->articles[key].number;
		terms[i] = term == NULL
			       ? arena_print(filler->arena, "%d", key)
			       : names_in(&term->names, filler->edition->code);
	}
	spoken->kind = is_articles ? SPOKEN_ARTICLES : SPOKEN_TERMS;
	spoken->articles = articles;
	spoken->terms = terms;
	spoken->count = value->count;
}

bool
spoken_from(struct filler *filler, const struct value *value,
	    struct spoken *spoken)
{
	*spoken = (struct spoken){0};
	switch (value->kind) {
	case VALUE_NUMBER:
		spoken->kind = SPOKEN_NUMBER;
		spoken->number = value->number;
		return true;
	case VALUE_RATIO:
		spoken->kind = SPOKEN_RATIO;
		spoken->ratio = value->ratio;
		return true;
	case VALUE_DAY:
		spoken->kind = SPOKEN_DAY;
		spoken->day = value->day;
		return true;
	case VALUE_LIST:
		spoken_list(filler, value, spoken);
		return true;
	case VALUE_SERIES:
	case VALUE_TABLE:
		return false;
	}
	return false;
}

/* The value as the site's machine-readable half: "175", "54/82". */
static const char *
plain_words(struct filler *filler, const struct measure *measure)
{
	struct text plain = {0};
	const char *words;

	value_add(&plain, filler->measures->dataset, &measure->value, false);
	words = arena_copy(filler->arena, text_string(&plain));
	text_free(&plain);
	return words;
}

static void
value_fill(struct filler *filler, struct node *node)
{
	const struct measure *measure = measure_find(filler->measures,
						     node->target);
	struct spoken spoken;

	node->text = "";
	if (measure == NULL) {
		message_error(filler->messages, node->at,
			      "no measure is named \"%s\"", node->target);
		return;
	}
	if (measure->is_void) {
		node->text = "?";
		/* The formula's fault is an error already. */
		message_add(filler->messages, WEIGHT_NOTE, node->at,
			    "\"%s\", which has no value in these data, "
			    "stands here",
			    node->target);
		return;
	}
	node->measure = measure;
	node->plain = plain_words(filler, measure);
	if (!spoken_from(filler, &measure->value, &spoken)) {
		message_error(filler->messages, node->at,
			      "\"%s\" is a %s: a sentence takes one value",
			      node->target,
			      value_kind_name(measure->value.kind));
		return;
	}
	node->text = language_speak(filler->arena, filler->messages,
				    filler->edition->language, node->at,
				    &spoken, node->form, node->arguments,
				    node->argument_count);
	if (node->text == NULL)
		node->text = "";
}

static void
values_fill(struct filler *filler, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->kind == NODE_VALUE)
			value_fill(filler, walk.node);
}

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
	size_t length = strlen(spec->prefix);

	if (strncmp(at, spec->prefix, length) != 0)
		return 0;
	while (is_symbol_byte(at[length]))
		length++;
	while (length > 0 && (at[length - 1] == '.' || at[length - 1] == '-'))
		length--;
	return length > strlen(spec->prefix) ? length : 0;
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
	values_fill(&filler, document->root);
	values_fill(&filler, document->notes);
	symbols_link(&filler, document->root);
	symbols_link(&filler, document->notes);
	document_number(&filler, document);
	return document;
}
