/* The blocks of the templates as they were written, each with its hash. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_LEDGER_TEXT_H
#define REPORT_LEDGER_TEXT_H

#include "report/report.h"

#include <stdint.h>

/* A block of a template, as it was written. */
struct entry_text {
	const char *key; /* "paragraph 12" */
	const struct node *node;
	uint64_t hash;
};

struct entry_texts {
	struct entry_text *items;
	size_t count;
};

/* All editions' blocks, taken from the filled documents; where one of these is
 * NULL, as all may be, or no longer has the template's words, from its
 * template, in whose order notes stand then. *in_step is false if there are
 * more in one edition than in another, or a template cannot be parsed. */
struct entry_texts *editions_read(struct arena *, struct messages *,
				  const struct report *,
				  struct document *const *documents,
				  bool *in_step);

#endif
