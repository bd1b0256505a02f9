/* Put every value into the tree, in the words of its form. */
/* SPDX-License-Identifier: MIT */
#include "measure/value.h"

#include "base/arena.h"
#include "report/room.h"

#include <limits.h>
#include <string.h>

static enum spoken_kind
list_kind(enum dimension dimension)
{
	return dimension == DIMENSION_ARTICLE	  ? SPOKEN_ARTICLES
	       : dimension == DIMENSION_PROVISION ? SPOKEN_PROVISIONS
						  : SPOKEN_TERMS;
}

static const char *
term_words(struct filler *filler, enum dimension dimension, int key)
{
	const struct term *term = dimension_term(filler->measures->dataset,
						 dimension, key);

	return term == NULL ? arena_print(filler->arena, "%d", key)
			    : names_in(&term->names, filler->edition->code);
}

/* Numbers of articles and of their paragraphs, or the names of other keys. */
static void
spoken_list(struct filler *filler, const struct value *value,
	    struct spoken *spoken)
{
	const struct article *all = filler->measures->dataset->articles;
	size_t count = value->count;
	const char **terms = arena_array(filler->arena, count, sizeof(*terms));
	int *articles = arena_array(filler->arena, count, sizeof(*articles));
	int *paragraphs = arena_array(filler->arena, count,
				      sizeof(*paragraphs));

	spoken->kind = list_kind(value->dimension);
	for (size_t i = 0; i < count; i++) {
		int key = value->rows[i].key;
		struct provision provision = {key, 0};

		if (spoken->kind == SPOKEN_TERMS) {
			terms[i] = term_words(filler, value->dimension, key);
			continue;
		}
		if (spoken->kind == SPOKEN_PROVISIONS)
			provision = provision_of(key);
		articles[i] = all[provision.article].number;
		paragraphs[i] = provision.paragraph;
	}
	spoken->articles = articles;
	spoken->paragraphs = paragraphs;
	spoken->terms = terms;
	spoken->count = count;
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

const char *
value_range_end(const struct node *value)
{
	if (value->form == NULL || strcmp(value->form, "range") != 0 ||
	    value->argument_count == 0)
		return NULL;
	return value->arguments[0];
}

/* The value as the site's machine-readable half: "175", "54/82"; a range as
 * "5..9". */
static const char *
plain_words(struct filler *filler, const struct measure *measure,
	    const struct measure *upto)
{
	const struct dataset *dataset = filler->measures->dataset;
	struct text plain = {0};
	const char *words;

	value_add(&plain, dataset, &measure->value, false);
	if (upto != NULL) {
		text_add(&plain, "..");
		value_add(&plain, dataset, &upto->value, false);
	}
	words = arena_copy(filler->arena, text_string(&plain));
	text_free(&plain);
	return words;
}

/* The measure of that id with a single value, spoken; NULL after a message. */
static const struct measure *
measure_speak(struct filler *filler, struct node *node, const char *id,
	      struct spoken *spoken)
{
	const struct measure *measure = measure_find(filler->measures, id);

	if (measure == NULL) {
		message_error(filler->messages, node->at,
			      "no measure is named \"%s\"", id);
		return NULL;
	}
	if (measure->is_void) {
		node->text = "?";
		/* The formula's fault is an error already. */
		message_add(filler->messages, WEIGHT_NOTE, node->at,
			    "\"%s\", which has no value in these data, "
			    "stands here",
			    id);
		return NULL;
	}
	if (spoken_from(filler, &measure->value, spoken))
		return measure;
	message_error(filler->messages, node->at,
		      "\"%s\" is a %s: a sentence takes one value", id,
		      value_kind_name(measure->value.kind));
	return NULL;
}

/* --- numbers in one series --- */

/* The number of the series: the first argument, if that is one. */
static const char *
series_name(const struct node *value)
{
	const char *first = value->argument_count == 0 ? ""
						       : value->arguments[0];

	return first[0] >= '0' && first[0] <= '9' ? first : "";
}

static bool
is_in_series(const struct node *value, const char *name)
{
	return value->kind == NODE_VALUE && value->form != NULL &&
	       strcmp(value->form, "series") == 0 &&
	       strcmp(series_name(value), name) == 0;
}

/* The highest number among those of the value's series, which stand in the same
 * block. */
static long long
series_highest(const struct filler *filler, const struct node *value)
{
	const struct node *block = value;
	long long highest = LLONG_MIN;
	struct walk walk;

	while (!node_is_block(block))
		block = block->parent;
	walk = walk_begin((struct node *)block);
	while (walk_next(&walk)) {
		const struct measure *measure;

		if (walk.phase != PHASE_ENTER ||
		    !is_in_series(walk.node, series_name(value)))
			continue;
		measure = measure_find(filler->measures, walk.node->target);
		if (measure != NULL && measure->value.number > highest)
			highest = measure->value.number;
	}
	return highest;
}

static void
value_fill(struct filler *filler, struct node *node)
{
	const char *range_end = value_range_end(node);
	const struct measure *measure, *upto = NULL;
	struct spoken spoken, end;

	node->text = "";
	measure = measure_speak(filler, node, node->target, &spoken);
	if (measure != NULL && range_end != NULL) {
		upto = measure_speak(filler, node, range_end, &end);
		spoken.upto = &end;
	}
	if (measure == NULL || (range_end != NULL && upto == NULL))
		return;
	if (is_in_series(node, series_name(node)))
		spoken.highest = series_highest(filler, node);
	node->measure = measure;
	node->plain = plain_words(filler, measure, upto);
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

void
document_fill_values(struct filler *filler, struct document *document)
{
	values_fill(filler, document->root);
	values_fill(filler, document->notes);
}
