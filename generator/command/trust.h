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

/* What was published, held against the data. */
int run_audit(struct job *);

/* Where one measure or claim comes from, down to the entries. */
int run_explain(struct job *);

/* What changes between --from and --to, or from the data of --against. */
int run_diff(struct job *);

#endif
