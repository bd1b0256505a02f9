/* What the pages say of one measure: its name, its formula, its value. */
/* SPDX-License-Identifier: MIT */
#include "measure/value.h"
#include "site/room.h"

#include <stdlib.h>

/* "39 of 175 (22.3%)". */
static const char *
ratio_words(struct site *site, const struct site_edition *edition,
	    struct ratio ratio)
{
	struct arena *arena = site->arena;
	const char *words[] = {
	    language_number(arena, edition->language, ratio.part),
	    language_number(arena, edition->language, ratio.whole),
	    language_percent(arena, edition->language, ratio, 1)};

	return site_phrase(site, edition, "ratio", words, COUNT(words));
}

/* An article or a paragraph of it, with the article's name. */
static const char *
article_words(struct site *site, const struct site_edition *edition,
	      const struct article *article, const char *number)
{
	const char *words[] = {number,
			       site_name(edition, &article->term.names)};

	return site_phrase(site, edition, "article", words, 2);
}

static const char *
provision_words(struct site *site, const struct site_edition *edition,
		struct provision provision)
{
	const struct article *article =
	    &site->source->dataset->articles[provision.article];

	return article_words(site, edition, article,
			     language_provisions(site->arena, edition->language,
						 &article->number,
						 &provision.paragraph, 1));
}

const char *
fact_key(struct site *site, const struct site_edition *edition,
	 enum dimension dimension, int key)
{
	const struct dataset *dataset = site->source->dataset;
	const struct term *term = dimension_term(dataset, dimension, key);

	if (dimension == DIMENSION_PROVISION)
		return provision_words(site, edition, provision_of(key));
	if (term == NULL)
		return language_year(site->arena, edition->language, key);
	if (dimension != DIMENSION_ARTICLE)
		return site_name(edition, &term->names);
	return article_words(site, edition, &dataset->articles[key],
			     language_articles(site->arena, edition->language,
					       &dataset->articles[key].number,
					       1));
}

const char *
fact_row(struct site *site, const struct site_edition *edition,
	 const struct row *row)
{
	return row->is_ratio ? ratio_words(site, edition, row->ratio)
			     : language_number(site->arena, edition->language,
					       row->number);
}

/* Provisions without the names of their articles, which have commas. */
static const char *
provisions_words(struct site *site, const struct site_edition *edition,
		 const struct value *value)
{
	const struct article *all = site->source->dataset->articles;
	int *articles = arena_array(site->arena, value->count,
				    sizeof(*articles));
	int *paragraphs = arena_array(site->arena, value->count,
				      sizeof(*paragraphs));

	for (size_t i = 0; i < value->count; i++) {
		struct provision provision = provision_of(value->rows[i].key);

		articles[i] = all[provision.article].number;
		paragraphs[i] = provision.paragraph;
	}
	return language_provisions(site->arena, edition->language, articles,
				   paragraphs, value->count);
}

static const char *
list_words(struct site *site, const struct site_edition *edition,
	   const struct value *value)
{
	const char **words = arena_array(site->arena, value->count,
					 sizeof(*words));

	if (value->dimension == DIMENSION_PROVISION)
		return provisions_words(site, edition, value);
	for (size_t i = 0; i < value->count; i++)
		words[i] = fact_key(site, edition, value->dimension,
				    value->rows[i].key);
	return language_list(site->arena, edition->language, words,
			     value->count);
}

const char *
fact_value(struct site *site, const struct site_edition *edition,
	   const struct measure *measure)
{
	const struct value *value = &measure->value;

	switch (value->kind) {
	case VALUE_NUMBER:
		return language_number(site->arena, edition->language,
				       value->number);
	case VALUE_RATIO:
		return ratio_words(site, edition, value->ratio);
	case VALUE_DAY:
		return language_day(site->arena, edition->language, value->day);
	case VALUE_LIST:
		return list_words(site, edition, value);
	case VALUE_SERIES:
	case VALUE_TABLE:
		return "";
	}
	abort();
}

static void
series_write(struct site *site, const struct site_edition *edition,
	     struct text *out, const struct measure *measure)
{
	const struct value *value = &measure->value;

	tag_add(out, "summary", NULL, site_word(site, edition, "rows"));
	text_add(out, "<dl class=\"rows\">\n");
	for (size_t i = 0; i < value->count; i++) {
		text_add(out, "<div>");
		tag_add(out, "dt", NULL,
			fact_key(site, edition, value->dimension,
				 value->rows[i].key));
		tag_add(out, "dd", NULL,
			fact_row(site, edition, &value->rows[i]));
		text_add(out, "</div>\n");
	}
	text_add(out, "</dl>\n");
}

/* Rows and columns as counted. */
static void
cells_write(struct site *site, const struct site_edition *edition,
	    struct text *out, const struct measure *measure)
{
	const struct value *value = &measure->value;
	size_t columns = value->columns + 1;
	size_t rows = value->columns == 0 ? 0 : value->count / value->columns;
	const char **heads = arena_array(site->arena, columns, sizeof(*heads));
	const char **cells = arena_array(site->arena, rows * columns,
					 sizeof(*cells));

	for (size_t i = 1; i < columns && rows > 0; i++)
		heads[i] = fact_key(site, edition, value->across,
				    value->rows[i - 1].across);
	for (size_t i = 0; i < rows * columns; i++) {
		const struct row *row =
		    &value->rows[i / columns * value->columns];

		cells[i] = i % columns == 0
			       ? fact_key(site, edition, value->dimension,
					  row->key)
			       : fact_row(site, edition, row + i % columns - 1);
	}
	tag_add(out, "summary", NULL, site_word(site, edition, "rows"));
	text_add(out, "<div class=\"frame\" role=\"group\" tabindex=\"0\" "
		      "aria-label=\"");
	text_add_escaped(out, site_name(edition, &measure->names));
	text_add(out, "\">\n");
	table_add(out,
		  &(struct table){.heads = heads,
				  .column_count = columns,
				  .cells = cells,
				  .row_count = rows},
		  site_name(edition, &measure->names));
	text_add(out, "</div>\n");
}

void
fact_write(struct site *site, const struct site_edition *edition,
	   struct text *out, const struct measure *measure,
	   const char *measures)
{
	if (value_has_rows(&measure->value)) {
		text_add(out, "<details class=\"result\">\n");
		if (measure->value.kind == VALUE_TABLE)
			cells_write(site, edition, out, measure);
		else
			series_write(site, edition, out, measure);
		text_add(out, "</details>\n");
	} else {
		tag_add(out, "p", "result", fact_value(site, edition, measure));
	}
	text_add(out, "<p class=\"formula\">");
	if (measure->value.kind != VALUE_DAY &&
	    formula_write(site, edition, out, measure->formula, measures))
		text_add(out, "</p>\n<p class=\"code\">");
	text_add(out, "<code>");
	text_add_escaped(out, measure->formula);
	text_add(out, "</code></p>\n");
	basis_write(site, edition, out, measure, *measures == '\0');
}

void
facts_write(struct site *site, const struct site_edition *edition,
	    struct text *out, const char *href)
{
	const struct measures *measures = site->source->measures;
	bool *is_used = arena_array(site->arena, measures->count,
				    sizeof(*is_used));
	struct node *const tops[] = {edition->document->root,
				     edition->document->notes};

	for (size_t i = 0; i < COUNT(tops); i++) {
		struct walk walk = walk_begin(tops[i]);

		while (tops[i] != NULL && walk_next(&walk)) {
			const struct measure *measure = NULL;

			if (walk.node->kind == NODE_VALUE)
				measure = measure_find(measures,
						       walk.node->target);
			if (measure != NULL)
				is_used[measure - measures->items] = true;
		}
	}
	text_print(out, "<template class=\"facts\" lang=\"%s\">\n",
		   language_tag(edition->language));
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		if (!is_used[i])
			continue;
		text_print(out, "<div data-of=\"%s\">\n", measure->id);
		tag_add(out, "p", "name", site_name(edition, &measure->names));
		fact_write(site, edition, out, measure, href);
		text_add(out, "</div>\n");
	}
	text_add(out, "</template>\n");
}
