/* The line from reviews to pages, stage by stage, as subcommands need it. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_JOB_H
#define COMMAND_JOB_H

#include "base/file.h"
#include "base/process.h"
#include "command/options.h"
#include "layout/layout.h"
#include "report/report.h"

enum {
	EDITIONS_MOST = 8,
	TIMINGS_MOST = 32
};

struct job {
	struct options options;
	struct arena *arena;
	struct messages messages;
	const char *folder;  /* of the report */
	const char *schemas; /* folder */
	struct report *report;
	struct dataset *dataset;
	struct measures *measures;
	day since; /* that the site compares with; 0: none */
	struct document *documents[EDITIONS_MOST]; /* one per edition */
	size_t findings; /* errors that are against the report's rules */
	struct style *style;
	struct style *parallel_style; /* NULL: no such edition */
	struct typeset *typeset;
	void (*drawing_end)(struct job *); /* NULL: nothing was begun */
	struct work beside;		   /* under way beside the rest */
	struct arena *shared;		   /* what that makes */
	const char *patterns_path;	   /* of hyphenation */
	struct _HyphenDict *patterns;	   /* read, and no typeset's yet */
	const struct pdf_attachment *attachments; /* of every PDF, or NULL */
	struct outputs outputs;
	struct result {
		void *bytes; /* mapped: what a process made, lent to outputs */
		size_t length;
	} * results;
	size_t result_count;
	struct site *site; /* under way */
	struct timing {
		const char *stage;
		double seconds;
	} timings[TIMINGS_MOST];
	size_t timing_count;
	double opened;	/* [s] */
	double started; /* [s] of the stage that runs */
};

void job_open(struct job *, const struct options *);
void job_close(struct job *);

/* Each runs what it needs first; false after messages. Documents are filled
 * even if a measure is at fault, for the claims that are false to be found. */
bool job_report(struct job *);
bool job_measures(struct job *);  /* report, dataset, measures */
bool job_documents(struct job *); /* templates filled, in step, and linted */

/* Fill them only, from the measures that there are; false after messages, or if
 * there are none. */
bool job_fill(struct job *);

/* Hold the filled documents to the report's rules; figures are drawn without.
 */
bool job_lint(struct job *);

/* Note how long the stage that just ended took; the next begins. */
void job_lap(struct job *, const char *stage);
/* [s] since the stage began. */
double job_elapsed(const struct job *);
/* Note a stage that was timed elsewhere; begin the next one now. */
void job_note(struct job *, const char *stage, double seconds);
void job_restart(struct job *);
/* Stages, and the whole time: less than their sum where some ran at once. */
void job_print_timings(const struct job *);

/* Midnight of the report's date: the only time that outputs know. */
const char *job_created(struct job *);

/* FOLDER/NAME, the job's arena's. */
const char *job_path(struct job *, const char *folder, const char *name);

/* The report's own folder under the output folder. */
const char *job_output_folder(struct job *);

#endif
