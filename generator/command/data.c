/* The report's data as files of its own and as attachments of the note. */
/* SPDX-License-Identifier: MIT */
#include "command/data.h"

#include "base/arena.h"
#include "report/manifest.h"

void
data_write(struct job *job, size_t edition)
{
	struct printed printed = {job->report, job->measures, job->documents};
	struct text text = {0};

	(void)edition;
	manifest_write(&text, &printed);
	outputs_add(job->arena, &job->outputs, "data/manifest.json", &text);
	measures_print(&text, job->measures, MEASURES_TSV);
	outputs_add(job->arena, &job->outputs, "data/measures.tsv", &text);
	measures_print(&text, job->measures, MEASURES_JSON);
	outputs_add(job->arena, &job->outputs, "data/measures.json", &text);
	dataset_write_csv(&text, job->dataset);
	outputs_add(job->arena, &job->outputs, "data/entries.csv", &text);
}

/* Take the text's bytes over into the arena. */
static void
attach(struct job *job, struct text *text, struct pdf_attachment *attachment)
{
	attachment->length = text->length;
	attachment->bytes = arena_copy_bytes(job->shared, text_string(text),
					     text->length);
	text_free(text);
	pdf_pack(job->shared, attachment);
}

void
data_pack(struct job *job)
{
	struct pdf_attachment *attachments = arena_array(
	    job->shared, ATTACHMENTS, sizeof(*attachments));
	struct text text = {0};

	attachments[0] = (struct pdf_attachment){
	    .name = "measures.tsv", .media_type = "text/tab-separated-values"};
	measures_print(&text, job->measures, MEASURES_TSV);
	attach(job, &text, &attachments[0]);
	attachments[1] = (struct pdf_attachment){.name = "entries.csv",
						 .media_type = "text/csv"};
	dataset_write_csv(&text, job->dataset);
	attach(job, &text, &attachments[1]);
	job->attachments = attachments;
}

const struct pdf_attachment *
data_attachments(struct job *job, const struct edition *edition)
{
	static const char *const descriptions[ATTACHMENTS] = {
	    "attachment-measures", "attachment-entries"};
	struct pdf_attachment *attachments = arena_array(
	    job->arena, ATTACHMENTS, sizeof(*attachments));

	for (size_t i = 0; i < ATTACHMENTS; i++) {
		attachments[i] = job->attachments[i];
		attachments[i].description = report_word(
		    job->arena, &job->messages, edition, descriptions[i]);
	}
	return attachments;
}
