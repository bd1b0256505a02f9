/* The commands that draw. */
/* SPDX-License-Identifier: MIT */
#include "command/draw.h"

#include "base/arena.h"
#include "command/charts.h"
#include "command/products.h"
#include "command/run.h"
#include "command/website.h"

#include <string.h>

static int
run_build(struct job *job)
{
	products_write(job);
	return messages_exit_status(&job->messages);
}

static const struct {
	const char *name;
	int (*run)(struct job *);
} commands[] = {
    {"build", run_build},
    {"charts", charts_run},
    {"publish", run_publish},
};

int
draw_run(const struct options *options)
{
	if (options->print != STAGE_NONE)
		return job_run(options, run_print_drawn);
	for (size_t i = 0; i < COUNT(commands); i++)
		if (strcmp(options->command, commands[i].name) == 0)
			return job_run(options, commands[i].run);
	return watch_run(options);
}
