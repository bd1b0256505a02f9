/* build and charts: from the line's product to files. */
/* SPDX-License-Identifier: MIT */
#include "command/products.h"

#include "base/arena.h"
#include "command/charts.h"
#include "command/data.h"
#include "command/drawing.h"
#include "command/progress.h"
#include "command/tasks.h"
#include "command/website.h"
#include "html/html.h"
#include "pdf/pdf.h"
#include "report/ledger.h"
#include "site/site.h"

#include <string.h>

enum {
	STYLE_MOST = 256 * 1024 /* [bytes] of a style sheet */
};

static void
output_add(struct job *job, const char *path, struct text *text)
{
	outputs_add(job->arena, &job->outputs, path, text);
}

/* --- the note --- */

struct page_words
page_words_make(struct job *job, size_t i)
{
	const struct edition *edition = &job->report->editions[i];

	return (struct page_words){
	    .note = report_word(job->arena, &job->messages, edition, "note"),
	    .back = report_word(job->arena, &job->messages, edition,
				"back-to-text"),
	    .link = report_word(job->arena, &job->messages, edition, "link"),
	    .page_label = report_word(job->arena, &job->messages, edition,
				      "page"),
	};
}

static struct pages *
pages_make(struct job *job, size_t i)
{
	struct page_words words = page_words_make(job, i);

	return layout_document(
	    job->arena, &job->messages, job->typeset, job->style,
	    job->documents[i], &words,
	    language_is_han(job->report->editions[i].language));
}

static void
note_write_pdf(struct job *job, size_t i)
{
	const struct masthead *masthead = &job->documents[i]->masthead;
	struct pages *pages = pages_make(job, i);
	struct pdf_info info = {
	    .title = masthead->title,
	    .author = masthead->organization,
	    .subject = masthead->series,
	    .created = job_created(job),
	    .attachments = data_attachments(job, &job->report->editions[i]),
	    .attachment_count = ATTACHMENTS};
	struct text text = {0};

	if (pages == NULL)
		return;
	pdf_write(job->arena, &job->messages, job->typeset, pages, &info,
		  &text);
	output_add(job,
		   arena_print(job->arena, "note.%s.pdf",
			       job->report->editions[i].code),
		   &text);
}

/* The edition that a page points its reader to: the next, round the list. */
static const struct edition *
other_edition(const struct job *job, size_t i)
{
	const struct report *report = job->report;

	if (report->edition_count < 2)
		return NULL;
	return &report->editions[(i + 1) % report->edition_count];
}

struct html_words
html_words_make(struct job *job, const struct edition *edition)
{
	struct html_words made = {0};
	const struct {
		const char *key;
		const char **words;
	} words[] = {
	    {"notes", &made.notes},	  {"note", &made.note},
	    {"back-to-text", &made.back}, {"data", &made.data},
	    {"contents", &made.contents}, {"paragraph", &made.paragraph},
	    {"skip", &made.skip},
	};

	for (size_t k = 0; k < COUNT(words); k++)
		*words[k].words = report_word(job->arena, &job->messages,
					      edition, words[k].key);
	return made;
}

static const char *
style_sheet_read(struct job *job)
{
	size_t length;

	return file_read(
	    job->arena, &job->messages,
	    arena_print(job->arena, "%s/site/note.css", job->options.templates),
	    STYLE_MOST, &length);
}

static void
note_write_html(struct job *job, size_t i)
{
	const struct edition *edition = &job->report->editions[i];
	const struct edition *other = other_edition(job, i);
	struct html_page page = {.style = style_sheet_read(job),
				 .words = html_words_make(job, edition)};
	struct text text = {0};

	if (page.style == NULL)
		return;
	if (other != NULL) {
		page.words.other = language_name(other->language);
		page.other_tag = language_tag(other->language);
		page.other_href = arena_print(job->arena, "note.%s.html",
					      other->code);
	}
	html_write(&text, job->documents[i], &page);
	output_add(job, arena_print(job->arena, "note.%s.html", edition->code),
		   &text);
}

static void
saved_print(const struct job *job)
{
	const struct outputs *outputs = &job->outputs;
	size_t changed = 0;

	for (size_t i = 0; i < outputs->count; i++)
		changed += outputs->items[i].is_changed;
	if (job->options.is_quiet)
		return;
	for (size_t i = 0; i < outputs->count; i++)
		if (outputs->items[i].is_changed)
			printf("%s/%s\n", outputs->root,
			       outputs->items[i].path);
	printf("%zu files, %zu changed\n", outputs->count, changed);
}

static bool
outputs_write(struct job *job)
{
	bool good;

	job->outputs.root = job_output_folder(job);
	if (!messages_are_good(&job->messages))
		return false;
	good = outputs_save(job->arena, &job->messages, &job->outputs);
	job_lap(job, "save");
	if (good)
		saved_print(job);
	return good;
}

/* --- the work, divided --- */

/* What says whether the report may go out, and makes nothing. */
static void
report_check(struct job *job, size_t edition)
{
	(void)edition;
	job_lint(job);
	ledger_check(job->arena, &job->messages, job->report, job->documents,
		     job->folder, WEIGHT_WARNING);
}

/* Pages for screens take less time than to have a process make them. */
static void
screens_write(struct job *job)
{
	const struct report *report = job->report;

	for (size_t i = 0; i < report->edition_count; i++)
		if (job->options.products[PRODUCT_HTML] &&
		    options_want_language(&job->options,
					  report->editions[i].code))
			note_write_html(job, i);
	if (job->options.products[PRODUCT_HTML])
		job_lap(job, "html");
	if (job->options.products[PRODUCT_SITE])
		website_begin(job);
}

/* The longest last. */
static struct tasks
products_plan(struct job *job)
{
	const bool *products = job->options.products;
	struct tasks tasks = {.job = job};

	tasks_add(&tasks, report_check, 0, "checks");
	if (products[PRODUCT_DATA])
		tasks_add(&tasks, data_write, 0, "data");
	if (products[PRODUCT_SVG] || products[PRODUCT_CHART_PDF] ||
	    products[PRODUCT_PNG] || products[PRODUCT_DATA])
		tasks_add_editions(&tasks, charts_write, "charts");
	if (products[PRODUCT_PDF])
		tasks_add_editions(&tasks, note_write_pdf, "pdf");
	if (products[PRODUCT_PDF] && wants_parallel(job))
		tasks_add(&tasks, parallel_write, 0, "parallel");
	return tasks;
}

bool
products_write(struct job *job)
{
	struct tasks tasks;

	if (!job_figures(job))
		return false;
	progress_stage("setting pages");
	tasks = products_plan(job);
	tasks_run(&tasks, screens_write);
	progress_stage("writing the site");
	website_end(job);
	progress_stage("saving");
	if (!outputs_write(job))
		return false;
	if (job->options.products[PRODUCT_SITE])
		site_prune(job->arena, &job->outputs);
	return true;
}

/* --- stages as text --- */

static void
scenes_print(struct text *text, const struct document *document)
{
	struct walk walk = walk_begin(document->root);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && walk.node->figure != NULL &&
		    walk.node->figure->scene != NULL)
			scene_print(text, walk.node->figure->scene);
}

static void
pages_add(struct text *text, const struct pages *pages)
{
	if (pages != NULL)
		pages_print(text, pages);
}

static void
edition_print(struct job *job, size_t i, struct text *text)
{
	if (job->options.print == STAGE_SCENE)
		scenes_print(text, job->documents[i]);
	else
		pages_add(text, pages_make(job, i));
}

int
run_print_drawn(struct job *job)
{
	struct text text = {0};
	bool good = job_figures(job) && job_lint(job);

	for (size_t i = 0; good && i < job->report->edition_count; i++)
		if (options_want_language(&job->options,
					  job->report->editions[i].code))
			edition_print(job, i, &text);
	if (good && job->options.print == STAGE_PAGES && wants_parallel(job))
		pages_add(&text, parallel_pages_make(job));
	fwrite(text_string(&text), 1, text.length, stdout);
	text_free(&text);
	return messages_exit_status(&job->messages);
}
