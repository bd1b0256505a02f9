/* Every character that an edition may print. */
/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "base/arena.h"
#include "base/file.h"
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
names_add(struct arena *arena, struct characters *characters,
	  const struct edition *edition, const struct names *names)
{
	const char *words = names_in(names, edition->code);

	if (words != NULL)
		characters_add(arena, characters, words);
}

static void
label_add(struct arena *arena, struct characters *characters,
	  const struct edition *edition, const struct term *term)
{
	if (term != NULL)
		names_add(arena, characters, edition, &term->names);
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
report_figure_characters(struct arena *arena, struct characters *characters,
			 const struct report *report,
			 const struct edition *edition,
			 const struct measures *measures)
{
	for (size_t i = 0; i < report->figure_count; i++) {
		const struct figure_spec *spec = &report->figures[i];

		for (size_t k = 0; k < spec->series_count; k++)
			names_add(arena, characters, edition,
				  &spec->series[k].names);
		for (size_t k = 0; k < spec->note_count; k++)
			names_add(arena, characters, edition,
				  &spec->notes[k].names);
	}
	labels_add(arena, characters, edition, measures);
	language_characters(arena, characters, edition->language);
}

void
report_characters(struct arena *arena, struct characters *characters,
		  const struct document *document)
{
	tree_add(arena, characters, document->root);
	tree_add(arena, characters, document->notes);
	masthead_add(arena, characters, &document->masthead);
}

enum {
	SOURCE_MOST = 4 * 1024 * 1024 /* [bytes] of a file */
};

/* Whatever is wrong with the file, its reader will say. */
static void
file_add(struct arena *arena, struct characters *characters, const char *path)
{
	struct messages unheard = {0};
	size_t length, fault;
	const char *bytes = file_read(arena, &unheard, path, SOURCE_MOST,
				      &length);

	if (bytes != NULL && utf8_is_valid(bytes, length, &fault))
		characters_add(arena, characters, bytes);
}

void
report_likely_figure_characters(struct arena *arena,
				struct characters *characters,
				const struct report *report, const char *folder,
				const char *input)
{
	const struct {
		const char *folder, *file;
	} sources[] = {
	    {folder, "report.xml"},
	    {folder, "measures.xml"},
	    {input, "convention.xml"},
	    {input, "states.xml"},
	};

	for (size_t i = 0; i < COUNT(sources); i++)
		file_add(arena, characters,
			 arena_print(arena, "%s/%s", sources[i].folder,
				     sources[i].file));
	for (size_t i = 0; i < report->edition_count; i++)
		language_characters(arena, characters,
				    report->editions[i].language);
}

void
report_likely_characters(struct arena *arena, struct characters *characters,
			 const struct report *report)
{
	for (size_t i = 0; i < report->edition_count; i++)
		file_add(arena, characters, report->editions[i].template_path);
}
