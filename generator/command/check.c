/* check: read everything, hold the translations against the ledger. */
/* SPDX-License-Identifier: MIT */
#include "command/trust.h"

#include "base/arena.h"
#include "report/ledger.h"

static bool
ledger_save(struct job *job)
{
	struct outputs outputs = {.root = job->folder};
	struct text text = {0};
	bool good = ledger_write(job->arena, &job->messages, job->report,
				 &text);

	outputs_add(job->arena, &outputs, "ledger.tsv", &text);
	if (good)
		good = outputs_save(job->arena, &job->messages, &outputs);
	if (good && outputs.items[0].is_changed && !job->options.is_quiet)
		printf("%s/%s\n", outputs.root, outputs.items[0].path);
	outputs_free(&outputs);
	return good;
}

/* A published value that the data contradict and nothing else explains. The
 * values hold for the report's own day. */
static void
published_check(struct job *job)
{
	const struct audit *audit;

	if (!job->report->rules[RULE_PUBLISHED] || job->measures == NULL ||
	    job->options.as_of != 0)
		return;
	audit = audit_read(
	    job->arena, &job->messages,
	    arena_print(job->arena, "%s/published.tsv", job->folder),
	    job->measures);
	for (size_t i = 0; audit != NULL && i < audit->count; i++) {
		const struct audit_row *row = &audit->rows[i];

		if (row->agrees || row->is_unknown ||
		    row->contradicts[0] != '\0')
			continue;
		message_error(&job->messages, row->at,
			      "%s was published as \"%s\", but %s is %s "
			      "[published]",
			      row->id, row->printed, row->measure, row->found);
		job->findings++;
	}
}

/* What is against the report's rules only is a finding; any other error is a
 * fault of the input. */
static int
check_status(const struct job *job)
{
	const size_t *counts = job->messages.counts;

	if (job->findings > 0 && counts[WEIGHT_FAILURE] == 0 &&
	    counts[WEIGHT_ERROR] == job->findings)
		return FOUND_SOMETHING;
	return messages_exit_status(&job->messages);
}

static void
figures_check(struct job *job)
{
	for (size_t i = 0; i < job->report->edition_count; i++)
		if (job->measures != NULL && job->documents[i] != NULL)
			report_check_figures(job->arena, &job->messages,
					     job->report,
					     &job->report->editions[i],
					     job->measures, job->documents[i]);
}

int
run_check(struct job *job)
{
	job_documents(job);
	if (job->report == NULL)
		return messages_exit_status(&job->messages);
	figures_check(job);
	published_check(job);
	/* What could not be read cannot be confirmed. */
	if (job->options.confirms && job->messages.counts[WEIGHT_FAILURE] == 0)
		ledger_save(job);
	else if (!job->options.confirms)
		job->findings += ledger_check(job->arena, &job->messages,
					      job->report, job->documents,
					      job->folder, WEIGHT_ERROR);
	return check_status(job);
}
