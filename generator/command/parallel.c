/* The edition with two languages side by side: note.zh-en.pdf. */
/* SPDX-License-Identifier: MIT */
#include "command/products.h"

#include "base/arena.h"
#include "command/data.h"
#include "command/drawing.h"
#include "pdf/pdf.h"

bool
wants_parallel(const struct job *job)
{
	const struct report *report = job->report;

	if (job->parallel_style == NULL)
		return false;
	for (size_t i = 0; i < COUNT(report->columns); i++) {
		const struct edition *edition =
		    &report->editions[report->columns[i]];

		if (!options_want_language(&job->options, edition->code))
			return false;
	}
	return true;
}

/* Figures are drawn anew, as wide as this edition's columns: the documents have
 * these then. */
struct pages *
parallel_pages_make(struct job *job)
{
	const struct report *report = job->report;
	struct page_words words[COUNT(report->columns)];
	struct layout_text texts[COUNT(report->columns)];

	for (size_t i = 0; i < COUNT(report->columns); i++) {
		size_t at = report->columns[i];

		job_draw_figures(job, job->parallel_style, at);
		words[i] = page_words_make(job, at);
		texts[i] = (struct layout_text){
		    job->documents[at], &words[i],
		    language_is_han(report->editions[at].language)};
	}
	return layout_parallel(job->arena, &job->messages, job->typeset,
			       job->parallel_style, texts);
}

void
parallel_write(struct job *job, size_t edition)
{
	const struct report *report = job->report;
	const struct edition *left = &report->editions[report->columns[0]];
	const struct edition *right = &report->editions[report->columns[1]];
	const struct masthead *masthead =
	    &job->documents[report->columns[0]]->masthead;
	struct pages *pages = parallel_pages_make(job);
	struct pdf_info info = {.title = masthead->title,
				.author = masthead->organization,
				.subject = masthead->series,
				.created = job_created(job),
				.attachments = data_attachments(job, left),
				.attachment_count = ATTACHMENTS};
	struct text text = {0};

	(void)edition;
	if (pages == NULL)
		return;
	pdf_write(job->arena, &job->messages, job->typeset, pages, &info,
		  &text);
	outputs_add(
	    job->arena, &job->outputs,
	    arena_print(job->arena, "note.%s-%s.pdf", left->code, right->code),
	    &text);
}
