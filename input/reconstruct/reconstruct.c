/* Make review data: the reference data from its plan, or random data of any
 * size. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/message.h"
#include "reference.h"
#include "scale.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	STATUS_INPUT = 2,
	REVIEWS_MOST = 100000,
	NEEDS_MOST = 100000000
};

static const char default_plan[] = "input/reconstruct/cosp10.plan";

static const char usage[] =
    "usage: reconstruct [--plan FILE] TARGET\n"
    "       reconstruct --scale REVIEWS NEEDS [--seed N] [--one-file] TARGET\n"
    "\n"
    "The first form writes TARGET/states.xml and TARGET/reviews/ after a "
    "plan,\n"
    "input/reconstruct/cosp10.plan if none is named. The second writes a "
    "whole\n"
    "input folder: a treaty of 200 articles and random reviews, one a State.\n";

/* Words as written; NULL: not given. */
struct options {
	const char *plan;
	bool is_scale;
	const char *reviews;
	const char *needs;
	const char *seed;
	bool is_one_file;
	const char *target;
};

static bool
number_read(const char *word, unsigned long long least, unsigned long long most,
	    unsigned long long *number)
{
	char *end;

	errno = 0;
	*number = strtoull(word, &end, 10);
	if (word[0] >= '0' && word[0] <= '9' && *end == '\0' && errno == 0 &&
	    *number >= least && *number <= most)
		return true;
	fprintf(stderr,
		"reconstruct: \"%s\" is not a number from %llu to %llu\n", word,
		least, most);
	return false;
}

/* Options may stand before and after the plain words; glibc moves the words to
 * the end. */
static bool
options_read(struct options *options, int count, char **words)
{
	static const struct option longs[] = {
	    {"plan", required_argument, NULL, 'p'},
	    {"scale", no_argument, NULL, 's'},
	    {"seed", required_argument, NULL, 'n'},
	    {"one-file", no_argument, NULL, 'o'},
	    {NULL, 0, NULL, 0},
	};
	int option;

	while ((option = getopt_long(count, words, "", longs, NULL)) != -1)
		switch (option) {
		case 'p':
			options->plan = optarg;
			break;
		case 's':
			options->is_scale = true;
			break;
		case 'n':
			options->seed = optarg;
			break;
		case 'o':
			options->is_one_file = true;
			break;
		default:
			return false;
		}
	if (count - optind != (options->is_scale ? 3 : 1) ||
	    (options->is_scale ? options->plan != NULL
			       : options->seed != NULL || options->is_one_file))
		return false;
	if (options->is_scale) {
		options->reviews = words[optind];
		options->needs = words[optind + 1];
	}
	options->target = words[count - 1];
	return true;
}

static int
scale_run(struct messages *messages, const struct options *options)
{
	unsigned long long reviews, needs, seed;
	struct scale scale;

	if (!number_read(options->reviews, 1, REVIEWS_MOST, &reviews) ||
	    !number_read(options->needs, 0, NEEDS_MOST, &needs) ||
	    !number_read(options->seed == NULL ? "1" : options->seed, 0,
			 UINT64_MAX, &seed))
		return STATUS_INPUT;
	scale = (struct scale){(int)reviews, (int)needs, seed,
			       options->is_one_file};
	scale_write(messages, &scale, options->target);
	return messages_exit_status(messages);
}

int
main(int count, char **words)
{
	struct messages messages = {.out = stderr,
				    .colour = isatty(STDERR_FILENO) == 1};
	struct options options = {0};

	if (!options_read(&options, count, words)) {
		fputs(usage, stderr);
		return STATUS_INPUT;
	}
	if (options.is_scale)
		return scale_run(&messages, &options);
	reference_write(&messages,
			options.plan == NULL ? default_plan : options.plan,
			options.target);
	return messages_exit_status(&messages);
}
