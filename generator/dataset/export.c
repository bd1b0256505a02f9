/* Every entry as a row of a comma-separated file. */
/* SPDX-License-Identifier: MIT */
#include "dataset/lines.h"

static void
topics_add(struct text *text, const struct dataset *dataset, uint64_t topics)
{
	const char *space = "";

	for (size_t i = 0; topics >> i != 0; i++) {
		if ((topics >> i & 1) == 0)
			continue;
		text_add(text, space);
		text_add(text, dataset->topics[i].term.code);
		space = " ";
	}
}

/* What all entries of a review begin with. */
static void
review_add(struct text *text, const struct dataset *dataset,
	   const struct review *review)
{
	const struct state *state = &dataset->states[review->state];

	text_print(text, "%s,%s,%s,%04d-%02d-%02d,", state->term.code,
		   dataset->regions[state->region].term.code,
		   dataset->cycles[review->cycle].term.code,
		   review->completed / 10000, review->completed / 100 % 100,
		   review->completed % 100);
}

/* Codes are letters, digits and hyphens (the schema's): none needs a quote. */
static void
entry_add(struct text *text, const struct dataset *dataset,
	  const struct entry *entry)
{
	text_add(text, entry_kind_name(entry->kind));
	text_add(text, ",");
	text_add(text, dataset->chapters[entry->chapter].term.code);
	text_add(text, ",");
	if (entry->article != NONE)
		text_add_integer(text,
				 dataset->articles[entry->article].number);
	text_add(text, ",");
	if (entry->paragraph != 0)
		text_add_integer(text, entry->paragraph);
	text_add(text, ",");
	if (entry->category != NONE)
		text_add(text, dataset->categories[entry->category].term.code);
	text_add(text, ",");
	topics_add(text, dataset, entry->topics);
	text_add(text, "\r\n");
}

void
dataset_write_csv(struct text *text, const struct dataset *dataset)
{
	struct lines lines = lines_make(dataset, entry_add);
	struct text lead = {0};

	text_add(text, "state,region,cycle,completed,kind,chapter,article,"
		       "paragraph,category,topics\r\n");
	for (size_t i = 0; i < dataset->review_count; i++) {
		const struct review *review = &dataset->reviews[i];

		lead.length = 0;
		review_add(&lead, dataset, review);
		for (uint32_t k = 0; k < review->entry_count; k++) {
			text_add_bytes(text, lead.bytes, lead.length);
			lines_add(text, &lines, review->first_entry + k);
		}
	}
	text_free(&lead);
	lines_free(&lines);
}
