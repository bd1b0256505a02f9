/* What changed since the day that the report names: the reviews that came, and
 * the numbers, claims and figures that are others because of them. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <assert.h>
#include <string.h>

struct telling {
	struct site *site;
	const struct site_edition *edition;
	struct text *out;
};

static const char *
number_words(struct telling *tell, size_t number)
{
	return language_number(tell->site->arena, tell->edition->language,
			       (long long)number);
}

/* A phrase about a number. */
static const char *
count_words(struct telling *tell, const char *key, size_t count)
{
	const char *words = number_words(tell, count);

	return site_phrase(tell->site, tell->edition, key, &words, 1);
}

static const char *
day_words(struct telling *tell, day date)
{
	return language_day(tell->site->arena, tell->edition->language, date);
}

static const char *
word(struct telling *tell, const char *key)
{
	return site_word(tell->site, tell->edition, key);
}

static void
folded_begin(struct telling *tell, const char *summary)
{
	text_add(tell->out, "<details class=\"changed\">\n");
	tag_add(tell->out, "summary", NULL, summary);
}

/* --- the reviews --- */

static const char *
pair_words(struct telling *tell, const size_t numbers[2])
{
	const char *words[] = {number_words(tell, numbers[0]),
			       number_words(tell, numbers[1])};

	return numbers[0] == numbers[1]
		   ? words[1]
		   : site_phrase(tell->site, tell->edition, "change", words, 2);
}

/* The kinds of entries that any cycle has, each a column beside the reviews. */
static void
cycles_write(struct telling *tell, const struct site_changes *changes)
{
	static const char *const keys[] = {[ENTRY_NEED] = "needs",
					   [ENTRY_CHALLENGE] = "challenges",
					   [ENTRY_PRACTICE] = "practices"};
	enum {
		COLUMNS = ENTRY_KINDS + 2
	};
	const char *heads[COLUMNS] = {word(tell, "cycle"),
				      word(tell, "reviews")};
	const char **cells = arena_array(
	    tell->site->arena, changes->cycle_count * COLUMNS, sizeof(*cells));
	struct table table = {.heads = heads,
			      .column_count = COLUMNS,
			      .cells = cells,
			      .row_count = changes->cycle_count};

	static_assert(COUNT(keys) == ENTRY_KINDS, "every kind has its word");
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		heads[2 + kind] = word(tell, keys[kind]);
	for (size_t i = 0; i < changes->cycle_count; i++) {
		const struct site_cycle *cycle = &changes->cycles[i];

		*cells++ = site_name(tell->edition, &cycle->cycle->names);
		*cells++ = pair_words(tell, cycle->reviews);
		for (int kind = 0; kind < ENTRY_KINDS; kind++) {
			const size_t pair[] = {cycle->entries[0][kind],
					       cycle->entries[1][kind]};

			*cells++ = pair_words(tell, pair);
		}
	}
	frame_begin(tell->out, word(tell, "reviews"));
	table_add(tell->out, &table, NULL);
	text_add(tell->out, "</div>\n");
}

static void
reviews_write(struct telling *tell, const struct site_changes *changes)
{
	folded_begin(
	    tell, count_words(tell, "changed-reviews", changes->review_count));
	text_add(tell->out, "<p class=\"basis\">");
	for (size_t i = 0; i < changes->review_count; i++) {
		text_add(tell->out, i == 0 ? "" : " ");
		review_link(tell->site, tell->out, changes->reviews[i]);
	}
	text_add(tell->out, "</p>\n</details>\n");
}

/* --- what is another because of them --- */

/* A row's cells after its head. */
static void
cells_write(struct telling *tell, const char *then, const char *now,
	    const char *reviews)
{
	const char *const cells[] = {then, now, reviews};

	for (size_t i = 0; i < COUNT(cells); i++) {
		text_add(tell->out, "<td>");
		text_add_escaped(tell->out, cells[i]);
		text_add(tell->out, "</td>");
	}
	text_add(tell->out, "</tr>\n");
}

static const struct row *
row_find(const struct value *value, const struct row *like)
{
	for (size_t i = 0; i < value->count; i++)
		if (value->rows[i].key == like->key &&
		    value->rows[i].across == like->across)
			return &value->rows[i];
	return NULL;
}

/* What a row counts; in a table, a line and a column. */
static const char *
key_words(struct telling *tell, const struct value *value,
	  const struct row *row)
{
	const char *words[] = {
	    fact_key(tell->site, tell->edition, value->dimension, row->key),
	    value->kind != VALUE_TABLE ? ""
				       : fact_key(tell->site, tell->edition,
						  value->across, row->across)};

	return value->kind != VALUE_TABLE
		   ? words[0]
		   : site_phrase(tell->site, tell->edition, "filter-next",
				 words, 2);
}

/* Under a series, each of its values that changed. */
static void
rows_write(struct telling *tell, const struct measure *then,
	   const struct measure *now)
{
	const struct value *value = &now->value;

	for (size_t i = 0; i < value->count; i++) {
		const struct row *row = &value->rows[i];
		const struct row *old = then->is_void
					    ? NULL
					    : row_find(&then->value, row);
		const char *words = fact_row(tell->site, tell->edition, row);
		const char *before = old == NULL ? word(tell, "no-value")
						 : fact_row(tell->site,
							    tell->edition, old);

		if (strcmp(before, words) == 0)
			continue;
		text_add(tell->out, "<tr class=\"part\"><th scope=\"row\">");
		text_add_escaped(tell->out, key_words(tell, value, row));
		text_add(tell->out, "</th>");
		cells_write(tell, before, words, "");
	}
}

static void
measure_write(struct telling *tell, const struct site_change *change)
{
	const struct measure *then = change->measures[0];
	const struct measure *now = change->measures[1];
	bool is_series = (now->value.kind == VALUE_SERIES ||
			  now->value.kind == VALUE_TABLE) &&
			 !now->is_void;

	text_add(tell->out, "<tr><th scope=\"row\">");
	link_add(tell->out,
		 arena_print(tell->site->arena, "measures.html#%s", now->id),
		 NULL, site_name(tell->edition, &now->names));
	text_add(tell->out, "</th>");
	cells_write(tell,
		    then->is_void ? word(tell, "no-value")
				  : fact_value(tell->site, tell->edition, then),
		    now->is_void ? word(tell, "no-value")
				 : fact_value(tell->site, tell->edition, now),
		    number_words(tell, change->review_count));
	if (is_series)
		rows_write(tell, then, now);
}

static const char *
claim_words(struct telling *tell, const struct claim *claim)
{
	return word(tell, claim->is_void ? "no-value"
			  : claim->holds ? "holds"
					 : "fails");
}

static void
claim_write(struct telling *tell, const struct site_change *change)
{
	const struct claim *now = change->claims[1];

	text_add(tell->out, "<tr><th scope=\"row\">");
	link_add(tell->out,
		 arena_print(tell->site->arena, "measures.html#%s", now->id),
		 NULL, site_name(tell->edition, &now->names));
	text_add(tell->out, "</th>");
	cells_write(tell, claim_words(tell, change->claims[0]),
		    claim_words(tell, now),
		    number_words(tell, change->review_count));
}

static void
items_write(struct telling *tell, const struct site_changes *changes)
{
	const char *const heads[] = {
	    word(tell, "measures"), day_words(tell, changes->since),
	    word(tell, "now"), word(tell, "changed-by")};

	folded_begin(tell,
		     count_words(tell, "changed-measures", changes->count));
	frame_begin(tell->out, word(tell, "measures"));
	text_add(tell->out, "<table class=\"measured\">\n<thead><tr>");
	for (size_t i = 0; i < COUNT(heads); i++) {
		text_add(tell->out, "<th scope=\"col\">");
		text_add_escaped(tell->out, heads[i]);
		text_add(tell->out, "</th>");
	}
	text_add(tell->out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].measures[1] != NULL)
			measure_write(tell, &changes->items[i]);
		else
			claim_write(tell, &changes->items[i]);
	text_add(tell->out, "</tbody>\n</table>\n</div>\n</details>\n");
}

/* Those that the note places; others have no page. */
static void
figures_write(struct telling *tell, const struct site_changes *changes)
{
	struct walk walk = walk_begin(tell->edition->document->root);

	folded_begin(
	    tell, count_words(tell, "changed-figures", changes->figure_count));
	text_add(tell->out, "<ul class=\"links\">\n");
	while (walk_next(&walk)) {
		const struct figure *figure = walk.node->figure;

		if (walk.phase != PHASE_ENTER || figure == NULL)
			continue;
		for (size_t i = 0; i < changes->figure_count; i++) {
			if (strcmp(changes->figures[i], figure->name) != 0)
				continue;
			text_add(tell->out, "<li>");
			link_add(tell->out,
				 arena_print(tell->site->arena,
					     "figures/%s.html", figure->name),
				 NULL, figure->title);
			text_add(tell->out, "</li>\n");
		}
	}
	text_add(tell->out, "</ul>\n</details>\n");
}

void
changes_write(struct site *site, const struct site_edition *edition,
	      struct text *out)
{
	struct telling tell = {site, edition, out};
	const struct site_changes *changes = site->source->changes;
	const char *since;

	if (changes == NULL)
		return;
	since = day_words(&tell, changes->since);
	text_add(out, "<h2 id=\"changes\">");
	text_add_escaped(out, site_phrase(site, edition, "since", &since, 1));
	text_add(out, "</h2>\n");
	if (changes->review_count == 0 && changes->count == 0) {
		tag_add(out, "p", NULL, word(&tell, "changed-nothing"));
		return;
	}
	cycles_write(&tell, changes);
	reviews_write(&tell, changes);
	if (changes->count > 0)
		items_write(&tell, changes);
	if (changes->figure_count > 0)
		figures_write(&tell, changes);
}
