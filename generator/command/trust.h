/* check, diff, explain: what makes a report's numbers trusted. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_TRUST_H
#define COMMAND_TRUST_H

#include "command/job.h"

enum {
	FOUND_SOMETHING = 1,
	USAGE_FAULT = 2
};

/* Read and check everything, translations too; --confirm writes the ledger.
 * The exit status: 1 if all that was found is against the report's rules. */
int run_check(struct job *);

#endif
