/* One figure while it is made: shared by the files that make figures. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_MAKER_H
#define REPORT_MAKER_H

#include "report/room.h"

/* One figure while it is made. */
struct maker {
	struct filler *filler;
	const struct figure_spec *spec;
	const struct value **series; /* one per declared series */
	const struct value **shares; /* the same or NULL */
	size_t *order;		     /* rows as shown */
	size_t count;		     /* of rows */
};

/* The measure of that id and kind; NULL after a message at `at`, which says
 * that it "is not WHAT". */
const struct measure *maker_measure(struct maker *, struct place at,
				    const char *id, enum value_kind,
				    const char *what);

/* The chart in the edition's words; title and description are still to come. */
struct chart maker_chart(struct maker *, const struct figure_style *);

/* A number in figures. */
const char *maker_number(struct maker *, long long);

const char *maker_describe(struct maker *, const struct chart *);
struct table maker_table(struct maker *, const struct chart *);
const char *maker_source(struct maker *);
const char *maker_note(struct maker *, size_t index);

#endif
