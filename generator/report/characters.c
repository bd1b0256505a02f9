/* Every character that an edition may print. */
/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "base/arena.h"
#include "measure/value.h"

static void
tree_add(struct arena *arena, struct characters *characters,
	 const struct node *top)
{
	struct walk walk = walk_begin((struct node *)top);

	while (walk_next(&walk)) {
		if (walk.phase != PHASE_ENTER)
			continue;
		if (walk.node->text != NULL)
			characters_add(arena, characters, walk.node->text);
		if (walk.node->counter != NULL)
			characters_add(arena, characters, walk.node->counter);
	}
}

static void
masthead_add(struct arena *arena, struct characters *characters,
	     const struct masthead *masthead)
{
	const char *const words[] = {
	    masthead->organization, masthead->organ,
	    masthead->symbol,	    masthead->distribution,
	    masthead->date,	    masthead->language_line,
	    masthead->original,	    masthead->session,
	    masthead->venue,	    masthead->item,
	    masthead->item_note,    masthead->item_title,
	    masthead->title,	    masthead->series,
	    masthead->notice,	    masthead->job_number,
	    masthead->barcode,
	};

	for (size_t i = 0; i < COUNT(words); i++)
		characters_add(arena, characters, words[i]);
}

static void
label_add(struct arena *arena, struct characters *characters,
	  const struct edition *edition, const struct term *term)
{
	const char *words = term == NULL
				? NULL
				: names_in(&term->names, edition->code);

	if (words != NULL)
		characters_add(arena, characters, words);
}

/* Labels of charts: any term, any year or number, the phrases around them. */
static void
labels_add(struct arena *arena, struct characters *characters,
	   const struct edition *edition, const struct measures *measures)
{
	const struct dataset *dataset = measures->dataset;

	for (size_t i = 0; i < measures->count; i++) {
		const struct value *value = &measures->items[i].value;

		if (!value_has_rows(value))
			continue;
		for (size_t row = 0; row < value->count; row++)
			label_add(arena, characters, edition,
				  dimension_term(dataset, value->dimension,
						 value->rows[row].key));
		for (size_t row = 0; row < value->columns && row < value->count;
		     row++)
			label_add(arena, characters, edition,
				  dimension_term(dataset, value->across,
						 value->rows[row].across));
	}
	for (size_t i = 0; i < dataset->article_count; i++)
		characters_add(arena, characters,
			       language_articles(arena, edition->language,
						 &dataset->articles[i].number,
						 1));
}

void
report_characters(struct arena *arena, struct characters *characters,
		  const struct edition *edition,
		  const struct document *document,
		  const struct measures *measures)
{
	tree_add(arena, characters, document->root);
	tree_add(arena, characters, document->notes);
	masthead_add(arena, characters, &document->masthead);
	labels_add(arena, characters, edition, measures);
	language_characters(arena, characters, edition->language);
}
