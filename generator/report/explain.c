/* Where one number comes from, as text, down to the entries. */
/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include "base/arena.h"
#include "measure/trace.h"
#include "measure/value.h"
#include "report/paraphrase.h"

/* The name in each language, and what the formula says. */
static void
words_write(struct text *out, const struct printed *printed,
	    struct arena *scratch, const struct measure *measure,
	    const struct claim *claim)
{
	for (size_t i = 0; i < printed->report->edition_count; i++) {
		const struct edition *edition = &printed->report->editions[i];
		const char *name = names_in(measure != NULL ? &measure->names
							    : &claim->names,
					    edition->code);

		text_print(out, "  %s  %s\n      %s\n", edition->code,
			   name == NULL ? "" : name,
			   measure != NULL
			       ? measure_paraphrase(scratch, edition,
						    printed->measures, measure)
			       : claim_paraphrase(scratch, edition,
						  printed->measures, claim));
	}
}

static void
value_write(struct text *out, const struct measures *measures,
	    const struct measure *measure)
{
	if (measure->is_void)
		text_add(out, "no value");
	else
		value_add(out, measures->dataset, &measure->value, true);
	text_add(out, "\n");
}

static void
references_write(struct text *out, const struct measures *measures,
		 const struct trace *trace)
{
	bool is_first = true;

	for (size_t i = 0; i < measures->count; i++) {
		if (!key_set_has(&trace->measures, i))
			continue;
		text_print(out,
			   "%s  %s = %s = ", is_first ? "\nrefers to\n" : "",
			   measures->items[i].id, measures->items[i].formula);
		value_write(out, measures, &measures->items[i]);
		is_first = false;
	}
}

static void
places_write(struct text *out, const struct printings *printings)
{
	text_print(out, "\nprinted in %zu place%s\n", printings->count,
		   printings->count == 1 ? "" : "s");
	for (size_t i = 0; i < printings->count; i++) {
		const struct printing *printing = &printings->items[i];
		const struct node *node = printing->node;

		text_print(out, "  %s:%d:%d %s ", node->at.file, node->at.line,
			   node->at.column, printing_anchor(printing));
		if (node->kind == NODE_FIGURE || node->kind == NODE_TABLE)
			text_add(out, node_kind_name(node->kind));
		else
			node_words(out, node);
		text_add(out, "\n");
	}
}

static void
entry_write(struct text *out, const struct dataset *dataset,
	    const struct entry *entry)
{
	text_print(out, "    %s %s", entry_kind_name(entry->kind),
		   dataset->chapters[entry->chapter].term.code);
	if (entry->article != NONE)
		text_print(out, " %d",
			   dataset->articles[entry->article].number);
	if (entry->paragraph != 0)
		text_print(out, "(%d)", entry->paragraph);
	if (entry->category != NONE)
		text_print(out, " %s",
			   dataset->categories[entry->category].term.code);
	for (size_t i = 0; i < dataset->topic_count; i++)
		if ((entry->topics >> i & 1) != 0)
			text_print(out, " +%s", dataset->topics[i].term.code);
	text_add(out, "\n");
}

static void
review_write(struct text *out, const struct dataset *dataset,
	     const struct trace *trace, size_t index)
{
	const struct review *review = &dataset->reviews[index];

	text_print(out, "  %s cycle %s ",
		   dataset->states[review->state].term.code,
		   dataset->cycles[review->cycle].term.code);
	value_add_day(out, review->completed);
	text_print(out, " %s:%d\n", review->at.file, review->at.line);
	for (uint32_t i = 0; i < review->entry_count; i++)
		if (key_set_has(&trace->entries, review->first_entry + i))
			entry_write(out, dataset,
				    entry_at(dataset, review->first_entry + i));
}

static void
trace_write(struct text *out, const struct measures *measures,
	    const struct trace *trace)
{
	const struct dataset *dataset = measures->dataset;

	references_write(out, measures, trace);
	text_print(out, "\nrests upon %zu entr%s of %zu review%s\n",
		   trace->entry_count, trace->entry_count == 1 ? "y" : "ies",
		   trace->review_count, trace->review_count == 1 ? "" : "s");
	for (size_t i = 0; i < dataset->review_count; i++)
		if (key_set_has(&trace->reviews, i))
			review_write(out, dataset, trace, i);
}

static void
measure_write(struct text *out, const struct printed *printed,
	      struct arena *scratch, const struct measure *measure)
{
	struct printings all = printings_all(scratch, printed);
	struct printings printings = printings_of(&all, measure->id);
	struct trace trace = trace_measure(
	    scratch, tracer_new(scratch, printed->measures), measure);

	text_print(out, "%s = %s = ", measure->id, measure->formula);
	value_write(out, printed->measures, measure);
	words_write(out, printed, scratch, measure, NULL);
	places_write(out, &printings);
	trace_write(out, printed->measures, &trace);
}

static void
claim_write(struct text *out, const struct printed *printed,
	    struct arena *scratch, const struct claim *claim)
{
	struct printings all = printings_all(scratch, printed);
	struct printings printings = printings_of(&all, claim->id);
	struct trace trace = trace_claim(
	    scratch, tracer_new(scratch, printed->measures), claim);

	text_print(out, "%s: %s %s\n  %s\n", claim->id, claim->formula,
		   claim->is_void ? "cannot be judged"
		   : claim->holds ? "holds"
				  : "does not hold",
		   claim->because);
	words_write(out, printed, scratch, NULL, claim);
	places_write(out, &printings);
	trace_write(out, printed->measures, &trace);
}

bool
explain_write(struct text *out, const struct printed *printed, const char *id)
{
	const struct measure *measure = measure_find(printed->measures, id);
	const struct claim *claim = claim_find(printed->measures, id);
	struct arena *scratch = arena_new();

	if (measure != NULL)
		measure_write(out, printed, scratch, measure);
	else if (claim != NULL)
		claim_write(out, printed, scratch, claim);
	arena_free(scratch);
	return measure != NULL || claim != NULL;
}
