/* Every entry as a row of a comma-separated file. */
/* SPDX-License-Identifier: MIT */
#include "dataset/dataset.h"

#include "base/text.h"

static void
topics_add(struct text *text, const struct dataset *dataset, uint64_t topics)
{
	const char *space = "";

	for (size_t i = 0; i < dataset->topic_count; i++) {
		if ((topics >> i & 1) == 0)
			continue;
		text_print(text, "%s%s", space, dataset->topics[i].term.code);
		space = " ";
	}
}

static void
day_add(struct text *text, day date)
{
	text_print(text, "%04d-%02d-%02d", date / 10000, date / 100 % 100,
		   date % 100);
}

/* Codes are letters, digits and hyphens (the schema's): none needs a quote. */
static void
entry_add(struct text *text, const struct dataset *dataset,
	  const struct entry *entry)
{
	const struct review *review = &dataset->reviews[entry->review];
	const struct state *state = &dataset->states[review->state];

	text_print(text, "%s,%s,%s,", state->term.code,
		   dataset->regions[state->region].term.code,
		   dataset->cycles[review->cycle].term.code);
	day_add(text, review->completed);
	text_print(text, ",%s,%s,", entry_kind_name(entry->kind),
		   dataset->chapters[entry->chapter].term.code);
	if (entry->article != NONE)
		text_print(text, "%d",
			   dataset->articles[entry->article].number);
	text_add(text, ",");
	if (entry->paragraph != 0)
		text_print(text, "%d", entry->paragraph);
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
	text_add(text, "state,region,cycle,completed,kind,chapter,article,"
		       "paragraph,category,topics\r\n");
	for (size_t i = 0; i < dataset->entry_count; i++)
		entry_add(text, dataset, &dataset->entries[i]);
}
