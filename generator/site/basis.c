/* The reviews behind each number. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include "measure/trace.h"

#include <string.h>

static size_t
basis_add(struct site *site, const struct trace *trace)
{
	size_t count = site->source->dataset->review_count;
	char *bits = arena_take(site->arena, count + 1);
	struct basis basis = {bits, trace->review_count};

	for (size_t i = 0; i < count; i++)
		bits[i] = key_set_has(&trace->reviews, i) ? '1' : '0';
	for (size_t i = 0; i < site->basis_count; i++)
		if (strcmp(site->bases[i].reviews, bits) == 0)
			return i;
	ARENA_PUSH(site->arena, site->bases, site->basis_count, basis);
	return site->basis_count - 1;
}

/* The link to a review's file, which a page of measures has in many lists. */
static const char *
link_make(struct site *site, const struct review *review)
{
	const struct dataset *dataset = site->source->dataset;
	const char *name = strrchr(review->at.file, '/');
	struct text link = {0};
	const char *copy;

	link_add(&link,
		 arena_print(site->arena, "../data/reviews/%s",
			     name == NULL ? review->at.file : name + 1),
		 NULL,
		 arena_print(site->arena, "%s/%s",
			     dataset->states[review->state].term.code,
			     dataset->cycles[review->cycle].term.code));
	copy = arena_copy(site->arena, text_string(&link));
	text_free(&link);
	return copy;
}

static void
links_make(struct site *site)
{
	const struct dataset *dataset = site->source->dataset;

	site->review_links = arena_array(site->arena, dataset->review_count,
					 sizeof(*site->review_links));
	for (size_t i = 0; i < dataset->review_count; i++)
		site->review_links[i] = link_make(site, &dataset->reviews[i]);
}

void
basis_find(struct site *site)
{
	const struct measures *measures = site->source->measures;
	struct tracer *tracer = tracer_new(site->arena, measures);

	links_make(site);
	site->measure_bases = arena_array(site->arena, measures->count,
					  sizeof(*site->measure_bases));
	site->entry_counts = arena_array(site->arena, measures->count,
					 sizeof(*site->entry_counts));
	for (size_t i = 0; i < measures->count; i++) {
		struct arena *scratch = arena_new();
		struct trace trace = trace_measure(scratch, tracer,
						   &measures->items[i]);

		site->measure_bases[i] = basis_add(site, &trace);
		site->entry_counts[i] = trace.entry_count;
		arena_free(scratch);
	}
}

/* Four reviews to a hexadecimal digit, the first in its highest bit. */
static void
bits_write(struct text *out, const char *bits)
{
	static const char digits[] = "0123456789abcdef";

	while (*bits != '\0') {
		unsigned four = 0;

		for (int i = 0; i < 4; i++) {
			four = four << 1 | (*bits == '1');
			bits += *bits != '\0';
		}
		text_add_bytes(out, &digits[four], 1);
	}
}

static const char *
basis_words(struct site *site, const struct site_edition *edition,
	    size_t entries, size_t reviews)
{
	const char *words[] = {
	    language_number(site->arena, edition->language, (long long)entries),
	    language_number(site->arena, edition->language,
			    (long long)reviews)};

	return entries > 0
		   ? site_phrase(site, edition, "basis", words, 2)
		   : site_phrase(site, edition, "basis-reviews", words + 1, 1);
}

void
basis_write(struct site *site, const struct site_edition *edition,
	    struct text *out, const struct measure *measure, bool is_listed)
{
	size_t i = (size_t)(measure - site->source->measures->items);
	const struct basis *basis = &site->bases[site->measure_bases[i]];
	const char *words = basis_words(site, edition, site->entry_counts[i],
					basis->review_count);

	if (basis->review_count == 0)
		return;
	text_add(out, "<p class=\"basis\"");
	if (is_listed) {
		text_add(out, ">");
		link_add(out,
			 arena_print(site->arena, "#basis-%zu",
				     site->measure_bases[i] + 1),
			 NULL, words);
	} else {
		text_add(out, " data-reviews=\"");
		bits_write(out, basis->reviews);
		text_add(out, "\">");
		text_add_escaped(out, words);
	}
	text_add(out, "</p>\n");
}

void
review_link(const struct site *site, struct text *out, size_t i)
{
	text_add(out, site->review_links[i]);
}

void
basis_write_lists(struct site *site, const struct site_edition *edition,
		  struct text *out)
{
	size_t count = site->source->dataset->review_count;

	for (size_t b = 0; b < site->basis_count; b++) {
		const struct basis *basis = &site->bases[b];

		if (basis->review_count == 0)
			continue;
		text_print(out,
			   "<section class=\"basis-list\" id=\"basis-%zu\">\n",
			   b + 1);
		tag_add(out, "h3", NULL,
			basis_words(site, edition, 0, basis->review_count));
		text_add(out, "<p>");
		for (size_t i = 0; i < count; i++)
			if (basis->reviews[i] == '1') {
				review_link(site, out, i);
				text_add(out, " ");
			}
		text_add(out, "</p>\n</section>\n");
	}
}

void
basis_write_reviews(struct site *site, struct text *out)
{
	text_add(out, "<template class=\"all-reviews\">\n");
	for (size_t i = 0; i < site->source->dataset->review_count; i++) {
		review_link(site, out, i);
		text_add(out, "\n");
	}
	text_add(out, "</template>\n");
}
