/* What the program says about its input: places, weights, a count of each. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Where in the input; a file alone has line 0, a line alone column 0. */
struct place {
	const char *file; /* borrowed; NULL: nowhere in particular */
	int line;	  /* from 1 */
	int column;	  /* [bytes] from 1 */
};

enum weight {
	WEIGHT_NOTE,	/* follows another message and explains it */
	WEIGHT_WARNING, /* the output stands */
	WEIGHT_ERROR,	/* the author's: go on, fail at the stage's end */
	WEIGHT_FAILURE, /* the world's: cannot open, disk full */
	WEIGHTS
};

struct arena;
struct message_said; /* what message_once remembers */

/* Zero-initialise and set `out`. After MESSAGES_MOST errors, or
 * warnings, the rest of them is counted and not printed. */
struct messages {
	FILE *out;	     /* borrowed; NULL: count only */
	bool colour;	     /* out is a terminal */
	bool quiet;	     /* print neither notes nor warnings */
	struct arena *arena; /* borrowed, for message_once; NULL: no memory */
	struct message_said *said;
	size_t said_count;
	size_t counts[WEIGHTS];
};

enum {
	MESSAGES_MOST = 1000
};

/* Print "file:line:column: weight: words". */
__attribute__((format(printf, 4, 5))) void message_add(struct messages *,
						       enum weight,
						       struct place,
						       const char *format, ...);

/* The same, but neither printed nor counted if the same was said so before: for
 * what is read once and looked at in each language. */
__attribute__((format(printf, 4, 5))) void
message_once(struct messages *, enum weight, struct place, const char *format,
	     ...);

#define message_error(messages, place, ...)                                    \
	message_add((messages), WEIGHT_ERROR, (place), __VA_ARGS__)

/* True while nothing worse than a warning was reported. */
bool messages_are_good(const struct messages *);

/* 0 good, 2 the input is at fault, 3 the system failed. */
int messages_exit_status(const struct messages *);

#endif
