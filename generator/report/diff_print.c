/* What changes in a report, as text for a terminal and as Markdown. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "report/diff.h"

#include <string.h>

/* How the parts of the account are dressed. */
struct dress {
	const char *title;   /* before the title */
	const char *heading; /* before a heading */
	const char *item;    /* before an item */
	const char *from;    /* before the old words */
	const char *to;	     /* before the new words */
	const char *code[2]; /* around an id */
	const char *more;    /* before a line that goes on with an item */
	bool escapes;	     /* what Markdown would read */
};

static const struct dress dresses[] = {
    [DIFF_TEXT] = {"", "", "  ", "    - ", "    + ", {"", ""}, "    ", false},
    [DIFF_MARKDOWN] =
	{"# ", "## ", "- ", "  - from: ", "  - to: ", {"`", "`"}, "  - ", true},
};

struct printer {
	struct text *out;
	const struct dress *dress;
	const struct diff *diff;
};

static void
heading_print(struct printer *printer, const char *words, size_t count)
{
	text_print(printer->out, "\n%s%s (%zu)\n%s", printer->dress->heading,
		   words, count, printer->dress->escapes ? "\n" : "");
}

static void
words_print(struct printer *printer, const char *words)
{
	for (; *words != '\0'; words++) {
		if (printer->dress->escapes &&
		    strchr("\\`*_[]<>#|", *words) != NULL)
			text_add(printer->out, "\\");
		text_add_bytes(printer->out, words, 1);
	}
}

static void
code_print(struct printer *printer, const char *id)
{
	text_print(printer->out, "%s%s%s", printer->dress->code[0], id,
		   printer->dress->code[1]);
}

static const char *
plural(size_t count)
{
	return count == 1 ? "" : "s";
}

/* --- the data --- */

/* "25 reviews with 70 needs, 4 challenges" */
static void
sum_print(struct printer *printer, const char *cycle, const char *what,
	  bool (*is_wanted)(const struct review_change *))
{
	const struct diff *diff = printer->diff;
	size_t count = 0, entries[ENTRY_KINDS] = {0}, kinds = 0;

	for (size_t i = 0; i < diff->review_count; i++) {
		const struct review_change *review = &diff->reviews[i];

		if (strcmp(review->cycle, cycle) != 0 || !is_wanted(review))
			continue;
		count++;
		for (int kind = 0; kind < ENTRY_KINDS; kind++)
			entries[kind] += review->entries[1][kind] +
					 (review->index[1] == NONE
					      ? review->entries[0][kind]
					      : 0);
	}
	if (count == 0)
		return;
	text_print(printer->out, "%s%zu review%s %s", printer->dress->more,
		   count, plural(count), what);
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		if (entries[kind] > 0)
			text_print(printer->out, "%s %zu %s%s",
				   kinds++ == 0 ? " with" : ",", entries[kind],
				   entry_kind_name((enum entry_kind)kind),
				   plural(entries[kind]));
	text_add(printer->out, ":");
	for (size_t i = 0; i < diff->review_count; i++)
		if (strcmp(diff->reviews[i].cycle, cycle) == 0 &&
		    is_wanted(&diff->reviews[i]))
			text_print(printer->out, " %s", diff->reviews[i].state);
	text_add(printer->out, "\n");
}

static bool
is_added(const struct review_change *review)
{
	return review->index[0] == NONE;
}

static bool
is_removed(const struct review_change *review)
{
	return review->index[1] == NONE;
}

static bool
is_changed(const struct review_change *review)
{
	return !is_added(review) && !is_removed(review);
}

/* Where the reviews stand that changed. */
static void
changed_print(struct printer *printer, const char *cycle)
{
	const struct diff *diff = printer->diff;

	for (size_t i = 0; i < diff->review_count; i++) {
		const struct review_change *change = &diff->reviews[i];
		const struct review *review;

		if (strcmp(change->cycle, cycle) != 0 || !is_changed(change))
			continue;
		review = &diff->sides[1]
			      .measures->dataset->reviews[change->index[1]];
		text_print(printer->out, "%s%s:%d:%d: %s\n",
			   printer->dress->more, review->at.file,
			   review->at.line, review->at.column, change->state);
	}
}

static void
cycle_print(struct printer *printer, const struct cycle_change *cycle)
{
	text_print(printer->out, "%scycle %s: %zu -> %zu reviews",
		   printer->dress->item, cycle->cycle, cycle->reviews[0],
		   cycle->reviews[1]);
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		if (cycle->entries[0][kind] + cycle->entries[1][kind] > 0)
			text_print(printer->out, ", %zu -> %zu %ss",
				   cycle->entries[0][kind],
				   cycle->entries[1][kind],
				   entry_kind_name((enum entry_kind)kind));
	text_add(printer->out, "\n");
	sum_print(printer, cycle->cycle, "added", is_added);
	sum_print(printer, cycle->cycle, "removed", is_removed);
	sum_print(printer, cycle->cycle, "changed", is_changed);
	changed_print(printer, cycle->cycle);
}

/* --- what follows from them --- */

/* The reviews by cycle: "cycle 2: S001 S004". All of them are "all". */
static void
causes_print(struct printer *printer, const struct causes *causes)
{
	const struct diff *diff = printer->diff;
	const char *cycle = NULL;

	text_add(printer->out, printer->dress->more);
	if (causes->count == 0)
		text_add(printer->out, "because of the measures it rests upon");
	else
		text_print(printer->out, "because of %zu review%s",
			   causes->count, plural(causes->count));
	for (size_t i = 0; i < causes->count; i++) {
		const struct review_change *review =
		    &diff->reviews[causes->items[i]];

		if (cycle == NULL || strcmp(cycle, review->cycle) != 0)
			text_print(printer->out,
				   "%s cycle %s:", cycle == NULL ? "," : ";",
				   review->cycle);
		cycle = review->cycle;
		text_print(printer->out, " %s", review->state);
	}
	text_add(printer->out, "\n");
}

static void
ids_print(struct printer *printer, const struct grounds *grounds)
{
	for (size_t i = 0; i < grounds->count; i++) {
		text_add(printer->out, " ");
		code_print(printer, grounds->ids[i]);
	}
}

static void
measure_print(struct printer *printer, const struct measure_change *change)
{
	text_add(printer->out, printer->dress->item);
	code_print(printer, change->measure->id);
	text_print(printer->out, ": %s -> %s\n", change->values[0],
		   change->values[1]);
	causes_print(printer, &change->causes);
}

static void
claim_print(struct printer *printer, const struct claim_change *change)
{
	text_add(printer->out, printer->dress->item);
	code_print(printer, change->claims[1]->id);
	text_print(printer->out, ": %s -> %s\n", change->holds[0],
		   change->holds[1]);
	for (int side = 0; side < SIDES; side++) {
		if (change->claims[side]->is_void)
			continue;
		text_add(printer->out,
			 side == 0 ? printer->dress->from : printer->dress->to);
		words_print(printer, change->claims[side]->because);
		text_add(printer->out, "\n");
	}
	causes_print(printer, &change->causes);
}

static void
figure_print(struct printer *printer, const struct figure_change *change)
{
	text_add(printer->out, printer->dress->item);
	code_print(printer, change->figure->id);
	text_add(printer->out, ":");
	ids_print(printer, &change->grounds);
	text_add(printer->out, "\n");
	causes_print(printer, &change->grounds.causes);
}

static void
sentence_print(struct printer *printer, const struct sentence_change *change)
{
	const char *anchor = block_anchor(change->block);

	text_print(printer->out, "%s%s %s:%d%s%s:", printer->dress->item,
		   change->edition->code, change->edition->template_path,
		   change->block->at.line, *anchor == '\0' ? "" : " ", anchor);
	ids_print(printer, &change->grounds);
	text_add(printer->out, "\n");
	for (int side = 0; side < SIDES; side++) {
		text_add(printer->out,
			 side == 0 ? printer->dress->from : printer->dress->to);
		words_print(printer, change->words[side]);
		text_add(printer->out, "\n");
	}
	causes_print(printer, &change->grounds.causes);
}

static void
faults_print(struct printer *printer)
{
	for (int side = 0; side < SIDES; side++)
		if (printer->diff->sides[side].faults > 0)
			text_print(printer->out,
				   "%sfrom the data of %s the report is not "
				   "built: %zu fault%s\n",
				   printer->dress->item,
				   printer->diff->sides[side].name,
				   printer->diff->sides[side].faults,
				   plural(printer->diff->sides[side].faults));
}

void
diff_print(struct text *out, const struct diff *diff, enum diff_format format)
{
	struct printer printer = {out, &dresses[DIFF_TEXT], diff};

	if (format == DIFF_JSON) {
		diff_print_json(out, diff);
		return;
	}
	printer.dress = &dresses[format];
	text_print(out, "%s%s -> %s\n", printer.dress->title,
		   diff->sides[0].name, diff->sides[1].name);
	heading_print(&printer, "Reviews", diff->review_count);
	for (size_t i = 0; i < diff->cycle_count; i++)
		cycle_print(&printer, &diff->cycles[i]);
	faults_print(&printer);
	heading_print(&printer, "Measures", diff->measure_count);
	for (size_t i = 0; i < diff->measure_count; i++)
		measure_print(&printer, &diff->measures[i]);
	heading_print(&printer, "Claims", diff->claim_count);
	for (size_t i = 0; i < diff->claim_count; i++)
		claim_print(&printer, &diff->claims[i]);
	heading_print(&printer, "Figures", diff->figure_count);
	for (size_t i = 0; i < diff->figure_count; i++)
		figure_print(&printer, &diff->figures[i]);
	heading_print(&printer, "Sentences", diff->sentence_count);
	for (size_t i = 0; i < diff->sentence_count; i++)
		sentence_print(&printer, &diff->sentences[i]);
}
