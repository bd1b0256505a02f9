/* A job from its opening to its exit status. */
/* SPDX-License-Identifier: MIT */
#include "command/run.h"

#include "command/confine.h"
#include "command/progress.h"

static void
stage_print(struct job *job, struct text *text)
{
	if (job->options.print == STAGE_DATASET) {
		if (job_measures(job))
			dataset_print(text, job->dataset);
	} else if (job->options.print == STAGE_MEASURES) {
		if (job_measures(job))
			measures_print(text, job->measures, MEASURES_TABLE);
	} else if (job_documents(job)) {
		for (size_t i = 0; i < job->report->edition_count; i++)
			if (options_want_language(
				&job->options, job->report->editions[i].code))
				document_print(text, job->documents[i]);
	}
}

int
run_print(struct job *job)
{
	struct text text = {0};

	stage_print(job, &text);
	fwrite(text_string(&text), 1, text.length, stdout);
	text_free(&text);
	return messages_exit_status(&job->messages);
}

int
output_end(int status)
{
	if (fflush(stdout) == 0 && ferror(stdout) == 0)
		return status;
	fputs("rapporteur: error: cannot write to standard output\n", stderr);
	return 3;
}

/* The job is held until the process ends, which gives all of it back at once
 * and much faster. */
int
job_run(const struct options *options, int (*run)(struct job *))
{
	static struct job job;
	struct confinement confinement = {0};
	int status;

	job_open(&job, options);
	if (job_confine(&job, &confinement))
		status = run(&job);
	else
		status = messages_exit_status(&job.messages);
	if (options->has_timings)
		job_print_timings(&job);
	confinement_end(&confinement);
	progress_stage(NULL);
	return output_end(status);
}
