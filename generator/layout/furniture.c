/* What every page carries: symbol and rule above, numbers below. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/barcode.h"
#include "layout/strip.h"

static void
artifact_add(struct collector *collector, struct page *page,
	     struct page_ink ink, enum artifact artifact)
{
	ink.artifact = artifact;
	ARENA_PUSH(collector->scratch, page->inks, page->ink_count, ink);
}

/* A line of words between the outer margins: at the right or at the left. */
static void
words_place(struct collector *collector, struct page *page, enum kind kind,
	    const char *words, bool is_right, double baseline,
	    enum artifact artifact)
{
	const struct style *style = collector->style;
	struct type type = style_type(style, kind, collector->is_han);
	const struct line *line;
	double x = style->furniture.left;

	if (*words == '\0')
		return;
	line = typeset_line(collector->typeset, collector->messages, words,
			    &type, collector->is_han, collector->document->tag);
	if (is_right)
		x = style->page.width - style->furniture.right - line->width;
	for (size_t i = 0; i < line->count; i++)
		artifact_add(collector, page,
			     (struct page_ink){
				 .kind = PAGE_GLYPHS,
				 .x = x,
				 .y = baseline,
				 .width = line->runs[i].width,
				 .glyphs = &line->runs[i],
			     },
			     artifact);
}

static void
header_place(struct collector *collector, struct page *page, bool is_right)
{
	const struct style *style = collector->style;
	const char *symbol = collector->document->masthead.symbol;
	struct page_ink rule = {
	    .kind = PAGE_RULE,
	    .x = style->furniture.left,
	    .y = style->furniture.header_rule,
	    .width = style->page.width - style->furniture.left -
		     style->furniture.right,
	    .stroke = style->furniture.header_stroke,
	};

	if (*symbol == '\0')
		return;
	words_place(collector, page, KIND_HEADER, symbol, is_right,
		    style->furniture.header, ARTIFACT_HEADER);
	artifact_add(collector, page, rule, ARTIFACT_HEADER);
}

/* The first page has the job number at the left, its bars at the right. */
static void
first_footer_place(struct collector *collector, struct page *page)
{
	const struct style *style = collector->style;
	const struct masthead *masthead = &collector->document->masthead;
	double baseline = style->furniture.footer;
	double module = style->masthead.module;
	struct barcode code;
	double left;

	words_place(collector, page, KIND_FOOTER, masthead->job_number, false,
		    baseline, ARTIFACT_FOOTER);
	if (*masthead->barcode == '\0')
		return;
	if (!barcode_make(collector->arena, masthead->barcode, &code)) {
		message_error(
		    collector->messages, collector->document->root->at,
		    "%s: Code 39 has no bars for this", masthead->barcode);
		return;
	}
	left = style->page.width - style->furniture.right - code.width * module;
	for (size_t i = 0; i < code.count; i++)
		artifact_add(collector, page,
			     (struct page_ink){
				 .kind = PAGE_BAR,
				 .x = left + code.bars[i].x * module,
				 .y = baseline - style->masthead.bars,
				 .width = code.bars[i].width * module,
				 .height = style->masthead.bars,
			     },
			     ARTIFACT_FOOTER);
	words_place(collector, page, KIND_FOOTER, masthead->barcode, true,
		    baseline +
			style_leading(style, KIND_FOOTER, collector->is_han),
		    ARTIFACT_FOOTER);
}

static void
footer_place(struct collector *collector, struct page *page, size_t number,
	     size_t count, bool is_right)
{
	double baseline = collector->style->furniture.footer;
	const char *const numbers[] = {
	    arena_print(collector->arena, "%zu", number),
	    arena_print(collector->arena, "%zu", count),
	};

	words_place(collector, page, KIND_PAGE_NUMBER,
		    phrase_fill(collector->arena, collector->words->page_label,
				numbers, COUNT(numbers)),
		    is_right, baseline, ARTIFACT_FOOTER);
	if (!collector->has_peer)
		words_place(collector, page, KIND_FOOTER,
			    collector->document->masthead.job_number, !is_right,
			    baseline, ARTIFACT_FOOTER);
}

/* The outer side of an odd page is its right one. Job number and bars are those
 * of one language's edition: none of them is on pages with two. */
void
furniture_place(struct collector *collector, struct pages *pages)
{
	for (size_t i = 0; i < pages->count; i++) {
		struct page *page = &pages->items[i];
		bool is_right = i % 2 == 0;

		if (i == 0) {
			if (!collector->has_peer)
				first_footer_place(collector, page);
			continue;
		}
		header_place(collector, page, is_right);
		footer_place(collector, page, i + 1, pages->count, is_right);
	}
}
