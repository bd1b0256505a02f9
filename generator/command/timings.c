/* How long each stage takes. */
/* SPDX-License-Identifier: MIT */
#include "command/job.h"

#include <time.h>

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void
job_restart(struct job *job)
{
	job->started = now();
}

double
job_elapsed(const struct job *job)
{
	return now() - job->started;
}

void
job_note(struct job *job, const char *stage, double seconds)
{
	if (job->timing_count < TIMINGS_MOST)
		job->timings[job->timing_count++] = (struct timing){stage,
								    seconds};
}

void
job_lap(struct job *job, const char *stage)
{
	job_note(job, stage, job_elapsed(job));
	job_restart(job);
}

void
job_print_timings(const struct job *job)
{
	for (size_t i = 0; i < job->timing_count; i++)
		fprintf(stderr, "%-12s %7.1f ms\n", job->timings[i].stage,
			job->timings[i].seconds * 1e3);
	fprintf(stderr, "%-12s %7.1f ms\n", "in all",
		(now() - job->opened) * 1e3);
}
