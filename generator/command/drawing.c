/* The line from reviews to pages, from the fonts on. */
/* SPDX-License-Identifier: MIT */
#include "command/drawing.h"

#include "base/arena.h"
#include "command/data.h"
#include "command/products.h"
#include "command/progress.h"

/* Of figures on small screens: 320 pixels of CSS. */
#define NARROW_WIDTH 240.0 /* [pt] */

static void
styles_read(struct job *job)
{
	struct xml_schema *schema = xml_schema_open(
	    &job->messages, job_path(job, job->schemas, "style.xsd"));

	if (schema != NULL)
		job->style = style_read(job->arena, &job->messages, schema,
					job->report->style_path);
	if (job->style != NULL && job->report->parallel_path != NULL)
		job->parallel_style = style_read(job->arena, &job->messages,
						 schema,
						 job->report->parallel_path);
	if (job->parallel_style != NULL)
		style_add_faces(job->arena, job->style, job->parallel_style);
	xml_schema_close(schema);
}

static void
fonts_close(struct job *job)
{
	typeset_close(job->typeset);
}

/* --- what all processes will share, made beside the rest --- */

static bool
wants_shares(const struct job *job)
{
	return job->options.print == STAGE_NONE &&
	       job->options.products[PRODUCT_PDF];
}

static void
patterns_make(void *context)
{
	struct job *job = context;

	job->patterns = patterns_read(job->patterns_path);
}

static struct _HyphenDict *
patterns_take(struct job *job)
{
	struct _HyphenDict *patterns = job->patterns;

	job->patterns = NULL;
	return patterns;
}

static void
attachments_make(void *context)
{
	data_pack(context);
}

/* No process may begin until its end. */
static void
beside_begin(struct job *job, void (*call)(void *))
{
	job->beside = (struct work){.call = call, .context = job};
	work_begin(&job->beside);
}

static bool
fonts_open(struct job *job)
{
	const struct face *faces;
	size_t count;

	styles_read(job);
	if (!messages_are_good(&job->messages))
		return false;
	faces = style_faces(job->style, &count);
	job->drawing_end = fonts_close;
	job->typeset = typeset_open(job->arena, &job->messages,
				    job->options.fonts, faces, count);
	job_lap(job, "styles");
	return job->typeset != NULL;
}

void
job_draw_figures(struct job *job, const struct style *style, size_t i)
{
	const bool *products = job->options.products;
	struct figure_style figures = {
	    .width = style_figure_width(style),
	    .narrow = products[PRODUCT_HTML] || products[PRODUCT_SITE]
			  ? NARROW_WIDTH
			  : 0,
	    .type_size = style_figure_type_size(style),
	    .latin = style_figure_latin(style),
	    .han = style_figure_han(style)};

	report_figures(job->arena, &job->messages, job->report,
		       &job->report->editions[i], job->measures, job->typeset,
		       &figures, job->documents[i]);
}

/* The manifest tells what the figures say in every language. */
static bool
wants_figures(const struct job *job, size_t edition)
{
	const bool *products = job->options.products;

	return products[PRODUCT_DATA] || products[PRODUCT_SITE] ||
	       options_want_language(&job->options,
				     job->report->editions[edition].code);
}

static bool
figures_draw(struct job *job)
{
	progress_stage("drawing figures");
	for (size_t i = 0; i < job->report->edition_count; i++)
		if (wants_figures(job, i))
			job_draw_figures(job, job->style, i);
	job_lap(job, "figures");
	return messages_are_good(&job->messages);
}

/* The figures alone need neither patterns nor attachments. */
static void
shares_take(struct job *job)
{
	typeset_use_patterns(job->typeset, job->patterns_path,
			     patterns_take(job));
	if (!wants_shares(job))
		return;
	job->shared = arena_new();
	beside_begin(job, attachments_make);
}

static bool
line_run(struct job *job, bool are_alone)
{
	bool good = fonts_open(job);

	good &= job_measures(job);
	work_end(&job->beside);
	if (good && !are_alone)
		shares_take(job);
	good &= job_fill(job);
	good = good && figures_draw(job);
	work_end(&job->beside);
	return good;
}

/* A text in Latin letters will ask for the patterns. */
static bool
wants_patterns(const struct job *job)
{
	const struct report *report = job->report;

	for (size_t i = 0; i < report->edition_count; i++) {
		const struct edition *edition = &report->editions[i];

		if (options_want_language(&job->options, edition->code) &&
		    !language_is_han(edition->language))
			return true;
	}
	return false;
}

/* Patterns are read beside the reviews, attachments packed beside the
 * templates. */
static bool
report_run(struct job *job, bool are_alone)
{
	bool good;

	job->patterns_path = job_path(job, job->options.fonts,
				      "hyph_en_GB.dic");
	if (!job_report(job))
		return false;
	if (!are_alone && wants_shares(job) && wants_patterns(job))
		beside_begin(job, patterns_make);
	good = line_run(job, are_alone);
	patterns_free(patterns_take(job));
	return good;
}

/* What is at fault, and what is against the rules, is said in one run; in a
 * sound report the rules are looked at beside the work that follows. */
static bool
figures_make(struct job *job, bool are_alone)
{
	if (report_run(job, are_alone))
		return true;
	if (job->measures != NULL && !are_alone)
		job_lint(job);
	return false;
}

bool
job_figures(struct job *job)
{
	return figures_make(job, false);
}

bool
job_figures_alone(struct job *job)
{
	return figures_make(job, true);
}
