/* The report's data as files of its own and as attachments of the note. */
/* SPDX-License-Identifier: MIT */
#include "command/data.h"

#include "base/arena.h"
#include "report/manifest.h"

static void
measures_write(struct text *text, const struct job *job)
{
	measures_print(text, job->measures, MEASURES_TSV);
}

static void
entries_write(struct text *text, const struct job *job)
{
	dataset_write_csv(text, job->dataset);
}

enum carried {
	CARRIED_MEASURES,
	CARRIED_ENTRIES
};

/* What every PDF carries with it, and the folder of data has, too. */
static const struct {
	const char *name;
	const char *media_type;
	const char *description; /* key of the words */
	void (*write)(struct text *, const struct job *);
} carried[ATTACHMENTS] = {
    [CARRIED_MEASURES] = {"measures.tsv", "text/tab-separated-values",
			  "attachment-measures", measures_write},
    [CARRIED_ENTRIES] = {"entries.csv", "text/csv", "attachment-entries",
			 entries_write},
};

static void
data_add(struct job *job, const char *name, struct text *text)
{
	outputs_add(job->arena, &job->outputs,
		    arena_print(job->arena, "data/%s", name), text);
}

/* As the PDFs have it, if they have. */
static void
carried_add(struct job *job, enum carried which)
{
	const char *name = carried[which].name;
	struct text text = {0};

	if (job->attachments == NULL) {
		carried[which].write(&text, job);
		data_add(job, name, &text);
		return;
	}
	outputs_lend(
	    job->arena, &job->outputs, arena_print(job->arena, "data/%s", name),
	    job->attachments[which].bytes, job->attachments[which].length);
}

void
data_write(struct job *job, size_t edition)
{
	struct printed printed = {job->report, job->measures, job->documents};
	struct text text = {0};

	(void)edition;
	manifest_write(&text, &printed);
	data_add(job, "manifest.json", &text);
	carried_add(job, CARRIED_MEASURES);
	measures_print(&text, job->measures, MEASURES_JSON);
	data_add(job, "measures.json", &text);
	carried_add(job, CARRIED_ENTRIES);
}

void
data_pack(struct job *job)
{
	struct pdf_attachment *attachments = arena_array(
	    job->shared, ATTACHMENTS, sizeof(*attachments));

	for (size_t i = 0; i < ATTACHMENTS; i++) {
		struct text text = {0};

		carried[i].write(&text, job);
		attachments[i] = (struct pdf_attachment){
		    .name = carried[i].name,
		    .media_type = carried[i].media_type,
		    .bytes = arena_copy_bytes(job->shared, text_string(&text),
					      text.length),
		    .length = text.length};
		text_free(&text);
		pdf_pack(job->shared, &attachments[i]);
	}
	job->attachments = attachments;
}

const struct pdf_attachment *
data_attachments(struct job *job, const struct edition *edition)
{
	struct pdf_attachment *attachments = arena_array(
	    job->arena, ATTACHMENTS, sizeof(*attachments));

	for (size_t i = 0; i < ATTACHMENTS; i++) {
		attachments[i] = job->attachments[i];
		attachments[i].description = report_word(
		    job->arena, &job->messages, edition,
		    carried[i].description);
	}
	return attachments;
}
