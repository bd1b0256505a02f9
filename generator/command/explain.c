/* explain: where one number comes from. */
/* SPDX-License-Identifier: MIT */
#include "command/trust.h"

#include "report/manifest.h"

int
run_explain(struct job *job)
{
	const char *subject = job->options.subject;
	struct printed printed;
	struct text text = {0};

	if (subject == NULL) {
		fputs("rapporteur: error: explain needs a measure's name\n",
		      stderr);
		return USAGE_FAULT;
	}
	job_documents(job);
	if (job->measures == NULL)
		return messages_exit_status(&job->messages);
	printed = (struct printed){job->report, job->measures, job->documents};
	if (!explain_write(&text, &printed, subject))
		message_error(&job->messages, (struct place){0},
			      "no measure or claim is named \"%s\"", subject);
	fwrite(text_string(&text), 1, text.length, stdout);
	text_free(&text);
	return messages_exit_status(&job->messages);
}
