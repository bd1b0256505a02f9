/* The line from reviews to pages, stage by stage, as subcommands need it. */
/* SPDX-License-Identifier: MIT */
#include "command/job.h"

#include "base/arena.h"
#include "base/path.h"
#include "command/progress.h"
#include "report/diff.h"

#include <dirent.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
job_open(struct job *job, const struct options *options)
{
	*job = (struct job){.options = *options, .arena = arena_new()};
	job_restart(job);
	job->opened = job->started;
	job->messages.out = stderr;
	job->messages.colour = isatty(STDERR_FILENO) != 0;
	job->messages.quiet = options->is_quiet;
	job->messages.arena = job->arena;
	job->schemas = arena_print(job->arena, "%s/schema", options->input);
	progress_begin(options->is_quiet);
}

void
job_close(struct job *job)
{
	progress_stage(NULL);
	outputs_free(&job->outputs);
	for (size_t i = 0; i < job->result_count; i++)
		munmap(job->results[i].bytes, job->results[i].length);
	if (job->drawing_end != NULL)
		job->drawing_end(job);
	report_close(job->report);
	arena_free(job->shared);
	arena_free(job->arena);
}

const char *
job_path(struct job *job, const char *folder, const char *name)
{
	return arena_print(job->arena, "%s/%s", folder, name);
}

const char *
job_output_folder(struct job *job)
{
	return job_path(job, job->options.output, job->report->id);
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
			const char *path = job_path(job, templates,
						    entry->d_name);

			if (entry->d_name[0] == '.' ||
			    access(job_path(job, path, "report.xml"), F_OK) !=
				0)
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
	    &job->messages, job_path(job, schemas, "measures.xsd"));

	progress_stage("computing measures");
	if (schema != NULL)
		job->measures = measures_read(
		    job->arena, &job->messages, schema,
		    job_path(job, job->folder, "measures.xml"), job->dataset);
	xml_schema_close(schema);
	job_lap(job, "measures");
	return messages_are_good(&job->messages);
}

static bool
dataset_load(struct job *job, const char *schemas)
{
	const char *folder = job_path(job, job->options.input,
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
				 job_path(job, schemas, "dataset.xsd"));
	if (schema != NULL)
		job->dataset = dataset_read(job->arena, &job->messages, schema,
					    folder, job->report->cutoff,
					    job->options.as_of);
	xml_schema_close(schema);
	job_lap(job, "read");
	return job->dataset != NULL;
}

bool
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

bool
job_fill(struct job *job)
{
	const struct report *report;

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
	job_measures(job);
	job_fill(job);
	return job->measures != NULL && job_lint(job);
}
