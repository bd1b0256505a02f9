/* The figures and tables of a report as files of their own. */
/* SPDX-License-Identifier: MIT */
#include "command/charts.h"

#include "base/arena.h"
#include "command/drawing.h"
#include "command/tasks.h"
#include "html/html.h"
#include "pdf/pdf.h"

#include <string.h>

enum {
	PICTURE_MOST = 64 * 1024 * 1024 /* [bytes] */
};

static void
output_add(struct job *job, const char *path, struct text *text)
{
	outputs_add(job->arena, &job->outputs, path, text);
}

/* A picture as it stands in the output, or nothing. */
static struct text
picture_read(struct job *job, const char *name)
{
	const char *path = arena_print(job->arena, "%s/%s",
				       job_output_folder(job), name);
	struct text picture = {0};

	picture.bytes = file_read_quietly(job->arena, path, PICTURE_MOST,
					  &picture.length);
	return picture;
}

static void
picture_write(struct job *job, const struct scene *scene, const char *name)
{
	const struct text last = picture_read(job, name);
	struct text text = {0};

	png_write_scene(job->arena, &job->messages, job->typeset, scene,
			job->options.scale, last.bytes == NULL ? NULL : &last,
			&text);
	output_add(job, name, &text);
}

static void
scene_write(struct job *job, const struct edition *edition,
	    const struct scene *scene)
{
	const bool *products = job->options.products;
	const char *stem = arena_print(job->arena, "figures/%s.%s", scene->name,
				       edition->code);
	struct text text = {0};

	if (products[PRODUCT_SVG]) {
		svg_write(&text, scene, false);
		output_add(job, arena_print(job->arena, "%s.svg", stem), &text);
	}
	if (products[PRODUCT_CHART_PDF]) {
		pdf_write_scene(job->arena, &job->messages, job->typeset, scene,
				job_created(job), &text);
		output_add(job, arena_print(job->arena, "%s.pdf", stem), &text);
	}
	if (products[PRODUCT_PNG])
		picture_write(job, scene,
			      arena_print(job->arena, "%s.png", stem));
}

static void
figure_write(struct job *job, const struct edition *edition,
	     const struct figure *figure)
{
	struct text text = {0};

	if (figure->scene != NULL)
		scene_write(job, edition, figure->scene);
	if (!job->options.products[PRODUCT_DATA])
		return;
	figure_print_csv(&text, figure);
	output_add(job,
		   arena_print(job->arena, "data/figures/%s.%s.csv",
			       figure->name, edition->code),
		   &text);
}

void
charts_write(struct job *job, size_t edition)
{
	struct walk walk = walk_begin(job->documents[edition]->root);
	const char *only = job->options.figure;

	while (walk_next(&walk)) {
		const struct figure *figure = walk.node->figure;

		if (walk.phase != PHASE_ENTER || figure == NULL)
			continue;
		if (only == NULL || strcmp(only, figure->name) == 0)
			figure_write(job, &job->report->editions[edition],
				     figure);
	}
}

/* --- the subcommand --- */

/* True if the report declares the figure that --figure names. */
static bool
figure_check(struct job *job)
{
	const char *only = job->options.figure;
	const struct report *report = job->report;

	for (size_t i = 0; i < report->figure_count; i++)
		if (only == NULL || strcmp(report->figures[i].id, only) == 0)
			return true;
	message_error(&job->messages, report->at,
		      only == NULL ? "the report declares no figure"
				   : "the report declares no figure \"%s\"",
		      only);
	return false;
}

/* True if the output shows the figure: its name stands between the folder and
 * the language. */
static bool
output_shows(const struct output *output, const struct figure_spec *figure)
{
	const char *name = strrchr(output->path, '/');
	size_t length = strlen(figure->id);

	return name != NULL && strncmp(name + 1, figure->id, length) == 0 &&
	       strchr(name + 1 + length, '.') == name + 1 + length &&
	       strchr(strchr(name + 1 + length + 1, '.') + 1, '.') == NULL;
}

/* The files that changed, then why. */
static void
figure_report(struct job *job, const char *before,
	      const struct figure_spec *figure, struct text *text)
{
	const struct outputs *outputs = &job->outputs;
	bool is_changed = false;

	for (size_t i = 0; i < outputs->count; i++) {
		const struct output *output = &outputs->items[i];

		if (!output->is_changed || !output_shows(output, figure))
			continue;
		text_print(text, "%s/%s\n", outputs->root, output->path);
		is_changed = true;
	}
	if (is_changed)
		moves_print(text, job, before, figure);
}

static void
changes_print(struct job *job, const char *before)
{
	const struct outputs *outputs = &job->outputs;
	struct text text = {0};
	size_t changed = 0;

	for (size_t i = 0; i < job->report->figure_count; i++)
		figure_report(job, before, &job->report->figures[i], &text);
	for (size_t i = 0; i < outputs->count; i++)
		changed += outputs->items[i].is_changed;
	text_print(&text, "%zu files, %zu changed\n", outputs->count, changed);
	if (!job->options.is_quiet)
		fputs(text_string(&text), stdout);
	text_free(&text);
}

/* The measures that the next run compares with: only when every figure in
 * every language is as they are. */
static void
measures_write(struct job *job)
{
	const struct options *options = &job->options;
	struct text text = {0};

	for (int i = PRODUCT_SVG; i <= PRODUCT_PNG; i++)
		if (!options->products[i])
			return;
	if (!options->products[PRODUCT_DATA] || options->figure != NULL ||
	    options->language != NULL)
		return;
	measures_print(&text, job->measures, MEASURES_TSV);
	output_add(job, "data/measures.tsv", &text);
}

static void
charts_save(struct job *job)
{
	const char *before;

	job->outputs.root = job_output_folder(job);
	before = moves_read(job);
	if (!messages_are_good(&job->messages) ||
	    !outputs_save(job->arena, &job->messages, &job->outputs))
		return;
	job_lap(job, "save");
	changes_print(job, before);
}

int
charts_run(struct job *job)
{
	if (job_figures_alone(job) && figure_check(job)) {
		struct tasks tasks = {.job = job};

		tasks_add_editions(&tasks, charts_write, "charts");
		tasks_run(&tasks, NULL);
		if (job->outputs.count == 0 && job->options.figure != NULL)
			message_error(&job->messages, job->report->at,
				      "no template places \"%s\"",
				      job->options.figure);
		measures_write(job);
		charts_save(job);
	}
	return messages_exit_status(&job->messages);
}
