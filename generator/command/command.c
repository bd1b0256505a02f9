/* The command line: one subcommand, its options, its exit status. */
/* SPDX-License-Identifier: MIT */
#include "command/command.h"

#include "base/arena.h"
#include "command/draw.h"
#include "command/run.h"
#include "command/trust.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "Usage: rapporteur COMMAND [REPORT] [OPTION]...\n"
    "\n"
    "REPORT is a folder with a report.xml; without it, the only one under "
    "templates/.\n"
    "\n"
    "  build      write the note as PDF and HTML, its figures and its data\n"
    "  charts     write the figures and their data only, and say what moved\n"
    "  check      read and check everything, write nothing\n"
    "  measures   print every measure (--format table, tsv or json)\n"
    "  audit      hold the published values against the data\n"
    "  explain    where a number comes from: explain MEASURE [REPORT]\n"
    "  diff       what changes in the report from --from DATE to --to DATE, "
    "or\n"
    "             from the data of --against DIR\n"
    "\n"
    "  publish    build, and put the site where TARGET, a link, is served\n"
    "             (publish [REPORT] TARGET, --keep N, --rollback)\n"
    "  watch      build, and again whenever input or templates change\n"
    "\n"
    "  --input DIR       reviews, conventions and schemas (input)\n"
    "  --output DIR      where to write (output)\n"
    "  --templates DIR   reports, languages, styles (templates)\n"
    "  --fonts DIR       the pinned fonts (fonts)\n"
    "  --language CODES  only these languages, divided by commas\n"
    "  --format NAMES    only pdf, html, charts, svg, chart-pdf, png, data, "
    "site;\n"
    "                    charts: only svg, pdf, png, data\n"
    "  --figure NAME     only this figure\n"
    "  --scale N         pixels to the point of PNGs (2)\n"
    "  --as-of DATE      only reviews completed by this day, yyyy-mm-dd\n"
    "  --print STAGE     dataset, measures, document, scene or pages as text\n"
    "  --from DATE, --to DATE, --against DIR\n"
    "                    diff: what is held against what; --format text,\n"
    "                    markdown or json; --exit-code says 1 if anything "
    "changes\n"
    "  --text FILE       audit: place the numbers of this text among the "
    "measures\n"
    "  --confirm         check: the translations are up to date, note it in\n"
    "                    the report's ledger.tsv\n"
    "  --timings         say how long each stage took\n"
    "  --quiet           errors only\n"
    "  --verbose         say what the process is held to\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 good, 1 check or audit found something, 2 the input or "
    "the\ncommand line is at fault, 3 the system failed.\n";

static enum measures_format
measures_format(const char *name)
{
	if (name != NULL && strcmp(name, "tsv") == 0)
		return MEASURES_TSV;
	if (name != NULL && strcmp(name, "json") == 0)
		return MEASURES_JSON;
	return MEASURES_TABLE;
}

static void
text_show(struct text *text)
{
	fwrite(text_string(text), 1, text->length, stdout);
	text_free(text);
}

static int
run_measures(struct job *job)
{
	struct text text = {0};

	if (job_measures(job))
		measures_print(&text, job->measures,
			       measures_format(job->options.format));
	text_show(&text);
	return messages_exit_status(&job->messages);
}

/* Those without a function of their own draw. */
static const struct command {
	const char *name;
	int (*run)(struct job *);
} commands[] = {
    {"build", NULL},	      {"charts", NULL},
    {"check", run_check},     {"measures", run_measures},
    {"audit", run_audit},     {"diff", run_diff},
    {"explain", run_explain}, {"publish", NULL},
    {"watch", NULL},
};

static int
command_do(const struct options *options, const struct command *command)
{
	switch (options->print) {
	case STAGE_DATASET:
	case STAGE_MEASURES:
	case STAGE_DOCUMENT:
		return job_run(options, run_print);
	case STAGE_NONE:
		if (command->run != NULL)
			return job_run(options, command->run);
		break;
	case STAGE_SCENE:
	case STAGE_PAGES:
	case STAGES:
		break;
	}
	return module_draw(options);
}

static int
command_begin(const struct options *options, const struct command *command)
{
	void *held = memory_prepare();
	int status = command_do(options, command);

	free(held);
	return status;
}

/* A standard stream that is closed gives its number to the next file, which
 * would be written to, or read from, in its place. What is there instead
 * refuses to be. */
static void
streams_fill(void)
{
	static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};

	for (int i = 0; i < (int)COUNT(modes); i++)
		if (fcntl(i, F_GETFD) < 0)
			open("/dev/null", modes[i]);
}

/* Whoever started the program may have ignored them: children are waited for; a
 * file that grows over its limit is a fault like any other. */
static void
signals_reset(void)
{
	signal(SIGCHLD, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN);
}

int
command_run(int count, char **arguments)
{
	struct options options;

	streams_fill();
	signals_reset();
	if (!options_read(&options, count, arguments))
		return USAGE_FAULT;
	if (options.wants_version) {
		puts("rapporteur " RAPPORTEUR_VERSION);
		return output_end(0);
	}
	if (options.wants_help) {
		fputs(usage, stdout);
		return output_end(0);
	}
	for (size_t i = 0; i < COUNT(commands); i++)
		if (strcmp(options.command, commands[i].name) == 0)
			return command_begin(&options, &commands[i]);
	if (*options.command != '\0')
		fprintf(stderr, "rapporteur: error: no such command: \"%s\"\n",
			options.command);
	fputs(usage, stderr);
	return USAGE_FAULT;
}
