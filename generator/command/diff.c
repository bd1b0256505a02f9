/* diff: the report from two states of its data, held against each other. */
/* SPDX-License-Identifier: MIT */
#include "command/trust.h"

#include "base/arena.h"
#include "report/diff.h"

#include <string.h>

static const char *
day_words(struct arena *arena, day date)
{
	return arena_print(arena, "%04d-%02d-%02d", date / 10000,
			   date / 100 % 100, date % 100);
}

/* How a side is called: its folder if there are two, or its day; NULL for the
 * report's own. */
static const char *
side_name(struct arena *arena, const struct options *options, bool has_folders)
{
	if (has_folders && options->as_of != 0)
		return arena_print(arena, "%s %s", options->input,
				   day_words(arena, options->as_of));
	if (has_folders)
		return options->input;
	return options->as_of == 0 ? NULL : day_words(arena, options->as_of);
}

/* What the other job knows of its data is not said: where the data differ, the
 * one report need not be right for both. What keeps it from being read at all
 * is. */
static bool
side_make(struct job *job, const struct options *options, const char *schemas,
	  const char *name, struct diff_side *side)
{
	struct messages loud;

	job_open(job, options);
	loud = job->messages;
	job->messages.out = NULL;
	job->schemas = schemas;
	job_documents(job);
	if (job->measures == NULL) {
		job->messages = loud;
		job_measures(job); /* once more, to say why */
		return false;
	}
	*side = (struct diff_side){
	    .name = name != NULL ? name
				 : day_words(job->arena, job->report->cutoff),
	    .measures = job->measures,
	    .documents = job->documents,
	    .faults = job->messages.counts[WEIGHT_ERROR] +
		      job->messages.counts[WEIGHT_FAILURE]};
	return true;
}

static enum diff_format
format_find(const char *name)
{
	if (name != NULL && strcmp(name, "markdown") == 0)
		return DIFF_MARKDOWN;
	return name != NULL && strcmp(name, "json") == 0 ? DIFF_JSON
							 : DIFF_TEXT;
}

static int
sides_compare(struct job *job, struct job sides[SIDES],
	      const struct diff_side made[SIDES])
{
	struct diff diff = diff_make(job->arena, sides[1].report, made);
	struct text text = {0};

	diff_print(&text, &diff, format_find(job->options.format));
	fwrite(text_string(&text), 1, text.length, stdout);
	text_free(&text);
	return job->options.wants_exit_code && !diff_is_empty(&diff)
		   ? FOUND_SOMETHING
		   : 0;
}

int
run_diff(struct job *job)
{
	struct options options[SIDES] = {job->options, job->options};
	const char *names[SIDES];
	struct job jobs[SIDES];
	struct diff_side sides[SIDES];
	int status = USAGE_FAULT;
	bool good = true;

	if (job->options.from == 0 && job->options.against == NULL) {
		fputs("rapporteur: error: diff needs --from DATE or --against "
		      "DIR\n",
		      stderr);
		return USAGE_FAULT;
	}
	options[0].as_of = job->options.from;
	options[1].as_of = job->options.to;
	if (job->options.against != NULL)
		options[0].input = job->options.against;
	for (int i = 0; i < SIDES; i++)
		names[i] = side_name(job->arena, &options[i],
				     job->options.against != NULL);
	for (int i = 0; i < SIDES; i++)
		good = side_make(&jobs[i], &options[i], job->schemas, names[i],
				 &sides[i]) &&
		       good;
	if (good)
		status = sides_compare(job, jobs, sides);
	for (int i = 0; i < SIDES; i++) {
		if (!good && messages_exit_status(&jobs[i].messages) > status)
			status = messages_exit_status(&jobs[i].messages);
		job_close(&jobs[i]);
	}
	return status;
}
