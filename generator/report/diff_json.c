/* What changes in a report, as JSON. */
/* SPDX-License-Identifier: MIT */
#include "report/diff.h"

/* One object or list that is being written. */
static void
separate(struct text *out, size_t index)
{
	text_add(out, index == 0 ? "\n" : ",\n");
}

static void
member(struct text *out, const char *name, const char *value)
{
	text_print(out, ", \"%s\": ", name);
	text_add_json(out, value);
}

static void
both(struct text *out, const char *const words[SIDES])
{
	member(out, "from", words[0]);
	member(out, "to", words[1]);
}

static void
causes_print(struct text *out, const struct diff *diff,
	     const struct causes *causes)
{
	text_add(out, ", \"reviews\": [");
	for (size_t i = 0; i < causes->count; i++)
		text_print(out, "%s\"%s/%s\"", i == 0 ? "" : ", ",
			   diff->reviews[causes->items[i]].cycle,
			   diff->reviews[causes->items[i]].state);
	text_add(out, "]}");
}

static void
counts_print(struct text *out, const size_t entries[SIDES][ENTRY_KINDS])
{
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		text_print(out, ", \"%ss\": [%zu, %zu]",
			   entry_kind_name((enum entry_kind)kind),
			   entries[0][kind], entries[1][kind]);
	text_add(out, "}");
}

static void
data_print(struct text *out, const struct diff *diff)
{
	text_add(out, "  \"cycles\": [");
	for (size_t i = 0; i < diff->cycle_count; i++) {
		const struct cycle_change *cycle = &diff->cycles[i];

		separate(out, i);
		text_print(out,
			   "    {\"cycle\": \"%s\", \"reviews\": [%zu, %zu]",
			   cycle->cycle, cycle->reviews[0], cycle->reviews[1]);
		counts_print(out, cycle->entries);
	}
	text_add(out, "\n  ],\n  \"reviews\": [");
	for (size_t i = 0; i < diff->review_count; i++) {
		const struct review_change *review = &diff->reviews[i];

		separate(out, i);
		text_print(out,
			   "    {\"state\": \"%s\", \"cycle\": \"%s\", "
			   "\"change\": \"%s\"",
			   review->state, review->cycle,
			   review->index[0] == NONE   ? "added"
			   : review->index[1] == NONE ? "removed"
						      : "changed");
		counts_print(out, review->entries);
	}
	text_add(out, "\n  ],\n");
}

static void
measures_write(struct text *out, const struct diff *diff)
{
	text_add(out, "  \"measures\": [");
	for (size_t i = 0; i < diff->measure_count; i++) {
		separate(out, i);
		text_print(out, "    {\"id\": \"%s\"",
			   diff->measures[i].measure->id);
		both(out, diff->measures[i].values);
		causes_print(out, diff, &diff->measures[i].causes);
	}
	text_add(out, "\n  ],\n  \"claims\": [");
	for (size_t i = 0; i < diff->claim_count; i++) {
		const struct claim_change *claim = &diff->claims[i];

		separate(out, i);
		text_print(out, "    {\"id\": \"%s\"", claim->claims[1]->id);
		both(out, claim->holds);
		member(out, "because", claim->claims[1]->because);
		causes_print(out, diff, &claim->causes);
	}
	text_add(out, "\n  ],\n");
}

static void
grounds_write(struct text *out, const struct diff *diff,
	      const struct grounds *grounds)
{
	text_add(out, ", \"measures\": [");
	for (size_t i = 0; i < grounds->count; i++)
		text_print(out, "%s\"%s\"", i == 0 ? "" : ", ",
			   grounds->ids[i]);
	text_add(out, "]");
	causes_print(out, diff, &grounds->causes);
}

static void
text_write(struct text *out, const struct diff *diff)
{
	text_add(out, "  \"figures\": [");
	for (size_t i = 0; i < diff->figure_count; i++) {
		const struct figure_change *figure = &diff->figures[i];

		separate(out, i);
		text_print(out, "    {\"id\": \"%s\"", figure->figure->id);
		grounds_write(out, diff, &figure->grounds);
	}
	text_add(out, "\n  ],\n  \"sentences\": [");
	for (size_t i = 0; i < diff->sentence_count; i++) {
		const struct sentence_change *sentence = &diff->sentences[i];

		separate(out, i);
		text_print(out, "    {\"language\": \"%s\"",
			   sentence->edition->code);
		member(out, "template", sentence->edition->template_path);
		text_print(out, ", \"line\": %d", sentence->block->at.line);
		member(out, "anchor", block_anchor(sentence->block));
		both(out, sentence->words);
		grounds_write(out, diff, &sentence->grounds);
	}
	text_add(out, "\n  ]\n");
}

void
diff_print_json(struct text *out, const struct diff *diff)
{
	text_add(out, "{\n  \"from\": ");
	text_add_json(out, diff->sides[0].name);
	text_print(out, ",\n  \"from_faults\": %zu,\n  \"to\": ",
		   diff->sides[0].faults);
	text_add_json(out, diff->sides[1].name);
	text_print(out, ",\n  \"to_faults\": %zu,\n", diff->sides[1].faults);
	data_print(out, diff);
	measures_write(out, diff);
	text_write(out, diff);
	text_add(out, "}\n");
}
