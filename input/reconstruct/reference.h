/* The reviews of a plan, all rows satisfied, as files. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_REFERENCE_H
#define RECONSTRUCT_REFERENCE_H

#include <stdbool.h>

struct messages;

/* Write TARGET/{states.xml,reviews/cCYCLE-STATE.xml}; files that already hold
 * the same bytes are not touched. False after messages. */
bool reference_write(struct messages *, const char *plan_path,
		     const char *target);

#endif
