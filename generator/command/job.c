/* The line from reviews to pages, stage by stage, as subcommands need it. */
/* SPDX-License-Identifier: MIT */
#include "command/job.h"

#include "base/arena.h"
#include "base/path.h"
#include "command/progress.h"
#include "report/diff.h"

#include <dirent.h>
#include <string.h>
#include <unistd.h>

/* Of figures on small screens: 320 pixels of CSS. */
#define NARROW_WIDTH 240.0 /* [pt] */

void
job_open(struct job *job, const struct options *options)
{
	*job = (struct job){.options = *options, .arena = arena_new()};
	job_restart(job);
	job->opened = job->started;
	job->messages.out = stderr;
	job->messages.colour = isatty(STDERR_FILENO) != 0;
	job->messages.quiet = options->is_quiet;
	job->schemas = arena_print(job->arena, "%s/schema", options->input);
	progress_begin(options->is_quiet);
}

void
job_close(struct job *job)
{
	progress_stage(NULL);
	outputs_free(&job->outputs);
	typeset_close(job->typeset);
	report_close(job->report);
	arena_free(job->arena);
}

static const char *
path_in(struct job *job, const char *folder, const char *name)
{
	return arena_print(job->arena, "%s/%s", folder, name);
}

const char *
job_output_folder(struct job *job)
{
	return path_in(job, job->options.output, job->report->id);
}

const char *
job_created(struct job *job)
{
	int date = job->report->date;

	return arena_print(job->arena, "%04d-%02d-%02dT00:00:00Z", date / 10000,
			   date / 100 % 100, date % 100);
}

/* The only folder under the templates' that holds a report.xml. */
static const char *
folder_find(struct job *job)
{
	const char *templates = job->options.templates;
	struct place nowhere = {0};
	const char *found = NULL;
	DIR *folder = opendir(templates);
	size_t count = 0;

	if (folder != NULL) {
		for (struct dirent *entry; (entry = readdir(folder));) {
			const char *path = path_in(job, templates,
						   entry->d_name);

			if (entry->d_name[0] == '.' ||
			    access(path_in(job, path, "report.xml"), F_OK) != 0)
				continue;
			found = path;
			count++;
		}
		closedir(folder);
	}
	if (count == 1)
		return found;
	message_error(&job->messages, nowhere,
		      count == 0 ? "no report.xml in any folder of %s"
				 : "several reports in %s: name one",
		      templates);
	return NULL;
}

static bool
measures_compute(struct job *job, const char *schemas)
{
	struct xml_schema *schema = xml_schema_open(
	    &job->messages, path_in(job, schemas, "measures.xsd"));

	progress_stage("computing measures");
	if (schema != NULL)
		job->measures = measures_read(
		    job->arena, &job->messages, schema,
		    path_in(job, job->folder, "measures.xml"), job->dataset);
	xml_schema_close(schema);
	job_lap(job, "measures");
	return messages_are_good(&job->messages);
}

static bool
dataset_load(struct job *job, const char *schemas)
{
	const char *folder = path_in(job, job->options.input,
				     job->report->input);
	struct xml_schema *schema;

	if (!path_is_inside(job->options.input, folder)) {
		message_error(&job->messages, job->report->at,
			      "\"%s\" leads out of the input folder",
			      job->report->input);
		return false;
	}
	progress_stage("reading reviews");
	schema = xml_schema_open(&job->messages,
				 path_in(job, schemas, "dataset.xsd"));
	if (schema != NULL)
		job->dataset = dataset_read(job->arena, &job->messages, schema,
					    folder, job->report->cutoff,
					    job->options.as_of);
	xml_schema_close(schema);
	job_lap(job, "read");
	return job->dataset != NULL;
}

static bool
job_report(struct job *job)
{
	if (job->report != NULL)
		return true;
	job->folder = job->options.report != NULL ? job->options.report
						  : folder_find(job);
	if (job->folder == NULL)
		return false;
	job->report = report_read(job->arena, &job->messages, job->folder,
				  job->schemas);
	job_lap(job, "report");
	return job->report != NULL;
}

bool
job_measures(struct job *job)
{
	const char *schemas = job->schemas;

	if (!job_report(job) || !dataset_load(job, schemas))
		return false;
	job->report->as_of = job->options.as_of;
	return measures_compute(job, schemas);
}

static bool
documents_fill(struct job *job)
{
	const struct report *report;

	job_measures(job);
	if (job->measures == NULL)
		return false;
	report = job->report;
	progress_stage("filling the templates");
	job->since = diff_since(&job->messages, report, job->measures);
	for (size_t i = 0; i < report->edition_count; i++)
		job->documents[i] = report_fill(job->arena, &job->messages,
						report, &report->editions[i],
						job->measures);
	for (size_t i = 1; i < report->edition_count; i++)
		if (job->documents[0] != NULL && job->documents[i] != NULL)
			report_compare(&job->messages, job->documents[0],
				       job->documents[i]);
	report_check_placed(&job->messages, report, job->documents);
	job_lap(job, "fill");
	return messages_are_good(&job->messages);
}

bool
job_lint(struct job *job)
{
	job->findings += report_lint(job->arena, &job->messages, job->report,
				     job->dataset, job->documents);
	job_lap(job, "lint");
	return messages_are_good(&job->messages);
}

bool
job_documents(struct job *job)
{
	documents_fill(job);
	return job->measures != NULL && job_lint(job);
}

static void
styles_read(struct job *job)
{
	struct xml_schema *schema = xml_schema_open(
	    &job->messages, path_in(job, job->schemas, "style.xsd"));

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

/* To cut down the fonts takes as long as to read and fill all else: it begins
 * first, and goes on beside it. The figures alone need few faces, and none of
 * the patterns. */
static void
fonts_begin(struct job *job, bool is_of_figures)
{
	struct characters *likely = arena_take(job->arena, sizeof(*likely));
	const struct face *faces;
	size_t count;

	styles_read(job);
	if (!messages_are_good(&job->messages))
		return;
	report_likely_characters(
	    job->arena, likely, job->report, job->folder,
	    path_in(job, job->options.input, job->report->input));
	faces = is_of_figures
		    ? style_figure_faces(job->arena, job->style, &count)
		    : style_faces(job->style, &count);
	job->typeset = typeset_begin(job->arena, &job->messages,
				     job->options.fonts, faces, count, likely);
	job_lap(job, "styles");
}

static bool
fonts_end(struct job *job, bool is_of_figures)
{
	struct characters characters = {0};

	progress_stage("opening fonts");
	for (size_t i = 0; i < job->report->edition_count; i++) {
		report_characters(job->arena, &characters,
				  &job->report->editions[i], job->documents[i],
				  job->measures);
		report_figure_characters(job->arena, &characters, job->report,
					 &job->report->editions[i]);
	}
	job->typeset = typeset_end(
	    job->typeset, &job->messages, &characters,
	    is_of_figures ? NULL
			  : path_in(job, job->options.fonts, "hyph_en_GB.dic"));
	job_lap(job, "fonts");
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

static bool
figures_draw(struct job *job, bool are_alone)
{
	fonts_begin(job, are_alone);
	if (!documents_fill(job) || !fonts_end(job, are_alone))
		return false;
	progress_stage("drawing figures");
	for (size_t i = 0; i < job->report->edition_count; i++)
		job_draw_figures(job, job->style, i);
	job_lap(job, "figures");
	return messages_are_good(&job->messages);
}

/* What is at fault, and what is against the rules, is said in one run; in a
 * sound report the rules are looked at beside the work that follows. */
static bool
figures_make(struct job *job, bool are_alone)
{
	if (!job_report(job))
		return false;
	if (figures_draw(job, are_alone))
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
