/* Print a dataset as text, one fact a line. */
/* SPDX-License-Identifier: MIT */
#include "dataset/lines.h"

static void
print_names(struct text *out, const char *what, const char *code,
	    const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		text_print(out, "%s%s%s name %s %s\n", what,
			   code[0] == '\0' ? "" : " ", code,
			   names->items[i].language, names->items[i].words);
}

/* Codes of the terms whose bits are set; the table holds the term first. */
static void
print_bits(struct text *out, uint64_t bits, const void *table, size_t size)
{
	for (size_t i = 0; bits != 0; i++, bits >>= 1) {
		const struct term *term = (const void *)((const char *)table +
							 i * size);

		if ((bits & 1) != 0)
			text_print(out, " %s", term->code);
	}
}

static void
print_convention(struct text *out, const struct dataset *data)
{
	if (data->is_reconstructed)
		text_add(out, "reconstructed\n");
	print_names(out, "title", "", &data->title);
	print_names(out, "notice", "", &data->notice);
	for (size_t i = 0; i < data->chapter_count; i++) {
		const struct term *term = &data->chapters[i].term;

		text_print(out, "chapter %s\n", term->code);
		print_names(out, "chapter", term->code, &term->names);
	}
	for (size_t i = 0; i < data->article_count; i++) {
		const struct article *article = &data->articles[i];

		text_print(out, "article %d chapter %s\n", article->number,
			   data->chapters[article->chapter].term.code);
		print_names(out, "article", article->term.code,
			    &article->term.names);
	}
}

static void
print_cycles(struct text *out, const struct dataset *data)
{
	for (size_t i = 0; i < data->cycle_count; i++) {
		const struct cycle *cycle = &data->cycles[i];

		text_print(out, "cycle %s chapters", cycle->term.code);
		print_bits(out, cycle->chapters, data->chapters,
			   sizeof(*data->chapters));
		text_add(out, "\n");
		print_names(out, "cycle", cycle->term.code, &cycle->term.names);
	}
	for (size_t i = 0; i < data->category_count; i++) {
		const struct category *category = &data->categories[i];

		text_print(out, "category %s cycle %s\n", category->term.code,
			   data->cycles[category->cycle].term.code);
		print_names(out, "category", category->term.code,
			    &category->term.names);
	}
}

static void
print_groups(struct text *out, const struct dataset *data)
{
	for (size_t i = 0; i < data->topic_count; i++) {
		const struct term *term = &data->topics[i].term;

		text_print(out, "topic %s\n", term->code);
		print_names(out, "topic", term->code, &term->names);
	}
	for (size_t i = 0; i < data->region_count; i++) {
		const struct term *term = &data->regions[i].term;

		text_print(out, "region %s\n", term->code);
		print_names(out, "region", term->code, &term->names);
	}
	for (size_t i = 0; i < data->state_count; i++) {
		const struct state *state = &data->states[i];

		text_print(out, "state %s region %s\n", state->term.code,
			   data->regions[state->region].term.code);
		print_names(out, "state", state->term.code, &state->term.names);
	}
}

static void
print_day(struct text *out, const char *what, day at)
{
	text_print(out, " %s %04d-%02d-%02d", what, at / 10000, at / 100 % 100,
		   at % 100);
}

static void
print_saying(struct text *out, const struct dataset *data,
	     const struct entry *entry)
{
	text_print(out, "%s chapter %s", entry_kind_name(entry->kind),
		   data->chapters[entry->chapter].term.code);
	if (entry->article != NONE)
		text_print(out, " article %d",
			   data->articles[entry->article].number);
	if (entry->paragraph != 0)
		text_print(out, " paragraph %d", entry->paragraph);
	if (entry->category != NONE)
		text_print(out, " category %s",
			   data->categories[entry->category].term.code);
	if (entry->topics != 0)
		text_add(out, " topics");
	print_bits(out, entry->topics, data->topics, sizeof(*data->topics));
	text_add(out, "\n");
}

void
dataset_print(struct text *out, const struct dataset *data)
{
	struct lines lines = lines_make(data, print_saying);

	print_convention(out, data);
	print_cycles(out, data);
	print_groups(out, data);
	if (data->cutoff != 0) {
		text_add(out, "reviews");
		print_day(out, "until", data->cutoff);
		text_add(out, "\n");
	}
	for (size_t i = 0; i < data->review_count; i++) {
		const struct review *review = &data->reviews[i];

		text_print(out, "review cycle %s state %s",
			   data->cycles[review->cycle].term.code,
			   data->states[review->state].term.code);
		print_day(out, "completed", review->completed);
		text_add(out, "\n");
		for (uint32_t k = 0; k < review->entry_count; k++)
			lines_add(out, &lines, review->first_entry + k);
	}
	lines_free(&lines);
}
