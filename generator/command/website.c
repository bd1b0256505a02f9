/* The website: what it is made from, where it is published. */
/* SPDX-License-Identifier: MIT */
#include "command/website.h"

#include "base/arena.h"
#include "command/products.h"
#include "site/site.h"

#include <unistd.h>

static const char *
method_path(struct job *job, const char *code)
{
	const char *path = arena_print(job->arena, "%s/method.%s.md",
				       job->folder, code);

	return access(path, R_OK) == 0 ? path : NULL;
}

static struct site_edition
edition_make(struct job *job, size_t i)
{
	const struct edition *edition = &job->report->editions[i];
	struct site_edition made = {.document = job->documents[i],
				    .language = edition->language,
				    .method = method_path(job, edition->code)};

	made.words = html_words_make(job, edition);
	return made;
}

static void
editions_make(struct job *job, struct site_source *source)
{
	const struct report *report = job->report;
	struct site_edition *editions = arena_array(
	    job->arena, report->edition_count, sizeof(*editions));

	for (size_t i = 0; i < report->edition_count; i++)
		if (options_want_language(&job->options,
					  report->editions[i].code))
			editions[source->edition_count++] = edition_make(job,
									 i);
	source->editions = editions;
}

void
website_begin(struct job *job)
{
	const struct report *report = job->report;
	struct arena *arena = job->arena;
	struct site_source *source = arena_take(arena, sizeof(*source));

	*source = (struct site_source){
	    .id = report->id,
	    .address = report->address,
	    .template = arena_print(arena, "%s/site", job->options.templates),
	    .schema = job->schemas,
	    .fonts = job->options.fonts,
	    .input = arena_print(arena, "%s/%s", job->options.input,
				 report->input),
	    .output = job_output_folder(job),
	    .date = report->date,
	    .dataset = job->dataset,
	    .measures = job->measures,
	    .changes = changes_make(job)};
	editions_make(job, source);
	if (messages_are_good(&job->messages) && source->edition_count > 0)
		job->site = site_begin(arena, &job->messages, source,
				       &job->outputs);
	job_lap(job, "site");
}

void
website_end(struct job *job)
{
	if (job->site == NULL)
		return;
	site_end(job->site);
	job_lap(job, "site");
}

int
run_publish(struct job *job)
{
	struct publication publication = {.target = job->options.target,
					  .keep = job->options.keep};
	const char *version = NULL;
	bool good = job->options.rolls_back || products_write(job);

	if (job->options.rolls_back)
		good = site_roll_back(job->arena, &job->messages,
				      publication.target, &version);
	else if (good) {
		publication.from = arena_print(job->arena, "%s/site",
					       job_output_folder(job));
		good = site_publish(job->arena, &job->messages, &publication,
				    &version);
	}
	job_lap(job, "publish");
	if (good && !job->options.is_quiet)
		printf("%s: version %s\n", publication.target, version);
	return messages_exit_status(&job->messages);
}
