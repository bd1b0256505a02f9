/* Where every printed number comes from, as JSON. */
/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include "base/arena.h"
#include "base/hash.h"
#include "measure/trace.h"
#include "measure/value.h"
#include "report/paraphrase.h"

#include <inttypes.h>

/* --- JSON --- */

static void
member(struct text *out, const char *name, const char *value)
{
	text_print(out, "      \"%s\": ", name);
	text_add_json(out, value);
	text_add(out, ",\n");
}

static void
names_write(struct text *out, const struct names *names)
{
	text_add(out, "      \"names\": {");
	for (size_t i = 0; i < names->count; i++) {
		text_add(out, i == 0 ? "" : ", ");
		text_add_json(out, names->items[i].language);
		text_add(out, ": ");
		text_add_json(out, names->items[i].words);
	}
	text_add(out, "},\n");
}

/* What the formula of a measure or claim says, in each language. */
static void
formula_write(struct text *out, const struct printed *printed,
	      struct arena *scratch, const struct measure *measure,
	      const struct claim *claim)
{
	member(out, "formula",
	       measure != NULL ? measure->formula : claim->formula);
	text_add(out, "      \"formula_in_words\": {");
	for (size_t i = 0; i < printed->report->edition_count; i++) {
		const struct edition *edition = &printed->report->editions[i];

		text_print(out, "%s\"%s\": ", i == 0 ? "" : ", ",
			   edition->code);
		text_add_json(
		    out, measure != NULL
			     ? measure_paraphrase(scratch, edition,
						  printed->measures, measure)
			     : claim_paraphrase(scratch, edition,
						printed->measures, claim));
	}
	text_add(out, "},\n");
}

static void
trace_write(struct text *out, const struct measures *measures,
	    const struct trace *trace)
{
	const struct dataset *dataset = measures->dataset;
	const char *comma = "";

	text_add(out, "      \"refers_to\": [");
	for (size_t i = 0; i < measures->count; i++) {
		if (!key_set_has(&trace->measures, i))
			continue;
		text_print(out, "%s\"%s\"", comma, measures->items[i].id);
		comma = ", ";
	}
	text_print(out,
		   "],\n      \"entries\": %zu,\n      \"review_count\": %zu,\n"
		   "      \"reviews\": [",
		   trace->entry_count, trace->review_count);
	comma = "";
	for (size_t i = 0; i < dataset->review_count; i++) {
		const struct review *review = &dataset->reviews[i];

		if (!key_set_has(&trace->reviews, i))
			continue;
		text_print(out, "%s\"%s/%s\"", comma,
			   dataset->cycles[review->cycle].term.code,
			   dataset->states[review->state].term.code);
		comma = ", ";
	}
	text_add(out, "],\n");
}

static void
words_write(struct text *out, const struct node *node)
{
	struct text words = {0};

	node_words(&words, node);
	text_add_json(out, text_string(&words));
	text_free(&words);
}

static void
place_write(struct text *out, const struct printing *printing)
{
	const struct node *node = printing->node;

	text_print(out, "        {\"language\": \"%s\", \"anchor\": \"%s\", ",
		   printing->edition->code, printing_anchor(printing));
	text_add(out, "\"template\": ");
	text_add_json(out, printing->edition->template_path);
	text_print(out, ", \"line\": %d, \"column\": %d", node->at.line,
		   node->at.column);
	if (node->kind == NODE_FIGURE || node->kind == NODE_TABLE) {
		text_print(out, ", \"%s\": \"%s\"}", node_kind_name(node->kind),
			   node->target);
		return;
	}
	text_add(out, ", \"printed\": ");
	words_write(out, node);
	text_add(out, "}");
}

static void
places_write(struct text *out, const struct printings *printings)
{
	text_add(out, "      \"places\": [");
	for (size_t i = 0; i < printings->count; i++) {
		text_add(out, i == 0 ? "\n" : ",\n");
		place_write(out, &printings->items[i]);
	}
	text_add(out, "\n      ]\n    }");
}

static void
measure_write(struct text *out, const struct printed *printed,
	      const struct printings *all, const struct tracer *tracer,
	      const struct measure *measure, bool *is_first)
{
	struct arena *scratch = arena_new();
	struct printings printings = printings_of(all, measure->id);
	struct text value = {0};

	if (printings.count > 0) {
		struct trace trace = trace_measure(scratch, tracer, measure);

		text_add(out, *is_first ? "\n    {\n" : ",\n    {\n");
		*is_first = false;
		member(out, "id", measure->id);
		formula_write(out, printed, scratch, measure, NULL);
		names_write(out, &measure->names);
		value_add(&value, printed->measures->dataset, &measure->value,
			  false);
		member(out, "value", text_string(&value));
		trace_write(out, printed->measures, &trace);
		places_write(out, &printings);
	}
	text_free(&value);
	arena_free(scratch);
}

static void
claim_write(struct text *out, const struct printed *printed,
	    const struct printings *all, const struct tracer *tracer,
	    const struct claim *claim, bool *is_first)
{
	struct arena *scratch = arena_new();
	struct printings printings = printings_of(all, claim->id);

	if (printings.count > 0) {
		struct trace trace = trace_claim(scratch, tracer, claim);

		text_add(out, *is_first ? "\n    {\n" : ",\n    {\n");
		*is_first = false;
		member(out, "id", claim->id);
		formula_write(out, printed, scratch, NULL, claim);
		names_write(out, &claim->names);
		text_print(out, "      \"holds\": %s,\n",
			   claim->holds ? "true" : "false");
		member(out, "because", claim->because);
		trace_write(out, printed->measures, &trace);
		places_write(out, &printings);
	}
	arena_free(scratch);
}

static uint64_t
dataset_hash(const struct dataset *dataset)
{
	struct text text = {0};
	uint64_t hash;

	dataset_print(&text, dataset);
	hash = hash_bytes(HASH_START, text.bytes, text.length);
	text_free(&text);
	return hash;
}

void
manifest_write(struct text *out, const struct printed *printed)
{
	const struct measures *measures = printed->measures;
	struct arena *arena = arena_new();
	struct tracer *tracer = tracer_new(arena, measures);
	struct printings all = printings_all(arena, printed);
	bool is_first = true;

	text_print(out,
		   "{\n  \"report\": \"%s\",\n  \"input\": "
		   "\"fnv1a64:%016" PRIx64 "\",\n  \"measures\": [",
		   printed->report->id, dataset_hash(measures->dataset));
	for (size_t i = 0; i < measures->count; i++)
		measure_write(out, printed, &all, tracer, &measures->items[i],
			      &is_first);
	text_add(out, "\n  ],\n  \"claims\": [");
	is_first = true;
	for (size_t i = 0; i < measures->claim_count; i++)
		claim_write(out, printed, &all, tracer, &measures->claims[i],
			    &is_first);
	text_add(out, "\n  ],\n  \"figures\": [");
	figures_write(out, printed);
	text_add(out, "\n  ]\n}\n");
	arena_free(arena);
}
