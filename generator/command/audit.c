/* audit: what was published, held against the data: values from a table, or the
 * numbers of any text. */
/* SPDX-License-Identifier: MIT */
#include "command/trust.h"

#include "base/arena.h"
#include "report/published.h"

#include <string.h>

enum {
	TEXT_MOST = 4 * 1024 * 1024 /* [bytes] */
};

static void
text_show(struct text *text)
{
	fwrite(text_string(text), 1, text->length, stdout);
	text_free(text);
}

/* The edition of the language that was asked for, or of the first. */
static size_t
edition_find(const struct job *job)
{
	size_t i = 0;

	if (job->options.language == NULL)
		return 0;
	while (i < job->report->edition_count &&
	       strcmp(job->report->editions[i].code, job->options.language) !=
		   0)
		i++;
	return i;
}

static void
counts_print(struct text *text, const size_t counts[VERDICTS])
{
	text_print(text,
		   "%zu agree, %zu may differ, %zu cannot be placed: of %zu no "
		   "measure has the value\n",
		   counts[VERDICT_AGREES], counts[VERDICT_DIFFERS],
		   counts[VERDICT_AMBIGUOUS] + counts[VERDICT_UNKNOWN],
		   counts[VERDICT_UNKNOWN]);
}

static int
run_text(struct job *job)
{
	const char *path = job->options.text;
	size_t counts[VERDICTS] = {0}, length, fault, edition;
	struct printed printed;
	const struct place at = {path, 0, 0}, nowhere = {0};
	struct text text = {0};
	char *bytes;

	job_documents(job);
	if (job->measures == NULL || !messages_are_good(&job->messages))
		return messages_exit_status(&job->messages);
	edition = edition_find(job);
	bytes = file_read(job->arena, &job->messages, path, TEXT_MOST, &length);
	if (bytes != NULL && !utf8_is_valid(bytes, length, &fault))
		message_error(&job->messages, at,
			      "the text is not UTF-8 at byte %zu", fault + 1);
	if (edition == job->report->edition_count)
		message_error(&job->messages, nowhere,
			      "no edition is in \"%s\"", job->options.language);
	if (!messages_are_good(&job->messages))
		return messages_exit_status(&job->messages);
	printed = (struct printed){job->report, job->measures, job->documents};
	published_place(&text, &printed, edition, path, bytes, counts);
	counts_print(&text, counts);
	text_show(&text);
	return counts[VERDICT_DIFFERS] > 0 ? FOUND_SOMETHING : 0;
}

int
run_audit(struct job *job)
{
	const struct audit *audit = NULL;
	struct text text = {0};
	int status;

	if (job->options.text != NULL)
		return run_text(job);
	job_measures(job);
	if (job->measures != NULL)
		audit = audit_read(
		    job->arena, &job->messages,
		    arena_print(job->arena, "%s/published.tsv", job->folder),
		    job->measures);
	status = messages_exit_status(&job->messages);
	if (audit == NULL)
		return status;
	audit_print(&text, audit);
	text_show(&text);
	return audit->known == audit->differing || status > 0 ? status
							      : FOUND_SOMETHING;
}
