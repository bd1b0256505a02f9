/* One figure or table while it is made: shared by the files that make them. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_MAKER_H
#define REPORT_MAKER_H

#include "report/room.h"

struct maker {
	struct filler *filler;
	const struct figure_spec
	    *spec;		     /* a series for each column of a table */
	const struct value **series; /* one per declared series */
	const struct value **shares; /* the same or NULL */
	const long long **totals;    /* the same or NULL */
	size_t *order;		     /* rows as shown */
	size_t count;		     /* of rows */
};

/* Report a fault of the figure or table, which has it in each language: once.
 */
__attribute__((format(printf, 3, 4))) void
maker_error(struct maker *, struct place, const char *format, ...);

/* The measure of that id and kind; NULL after a message at `at`, which says
 * that it "is not WHAT". */
const struct measure *maker_measure(struct maker *, struct place at,
				    const char *id, enum value_kind,
				    const char *what);

/* --- collect.c: the measures behind the figure, in step with each other --- */

/* False after messages. */
bool maker_collect(struct maker *);

/* --- widen.c --- */

/* Let the declaration have a series for each column of a table, which is named
 * by the column's key; false after messages: a series without a name, too few
 * or too many for the kind. */
bool maker_widen(struct maker *);

/* The column that the series stands for, of the table or of its shares; NULL
 * after a message: other columns than those of the series' measure. */
const struct value *maker_column(struct maker *, const struct series_spec *,
				 const char *id, const struct value *table);

/* What a series is to add up to: a number; of a table's column, the number
 * under the column's key in a series. NULL after a message. */
const long long *maker_total(struct maker *, const struct series_spec *);

/* --- sums.c --- */

/* False after messages: a total that its rows do not add up to, a sum that is
 * not one of the series before it. */
bool maker_check_sums(struct maker *);

/* The number of a series in a row as shown. */
long long maker_value(const struct maker *, size_t series, size_t row);
long long maker_sum(const struct maker *, size_t series);

/* The share that is printed with the number: declared, or the part that its
 * kind shows. False if there is none, or it is one of nothing. */
bool maker_share(const struct maker *, size_t series, size_t row,
		 struct ratio *);

/* True if the series' sum means something: states that stand under several
 * articles do not add up. */
bool maker_has_sum(const struct maker *, size_t series);

/* --- labels.c --- */

/* The chart in the edition's words; title and description are still to come. */
struct chart maker_chart(struct maker *, const struct figure_style *);

/* A number in figures. */
const char *maker_number(struct maker *, long long);

/* "Article 5. Preventive policies", "Chapter II: …", "2021", a name: what a key
 * is called in a figure. */
const char *maker_key(struct maker *, enum dimension, int key);

/* The code behind a row as shown: "12", "7(4)", "africa", "2021". */
const char *maker_code(const struct maker *, size_t row);

const char *maker_note(struct maker *, size_t index);
const char *maker_phrase(struct maker *, const char *key, size_t count,
			 const char *const *arguments);

/* --- describe.c, table.c --- */

const char *maker_describe(struct maker *, const struct chart *);
const char *maker_source(struct maker *);
struct table maker_table(struct maker *, const struct chart *);
struct table maker_plain(struct maker *, const struct chart *);

/* --- figure_words.c --- */

/* Find the declaration of the figure or table that a node places, collect what
 * is behind it and make all its words; the chart is ready to be drawn. NULL
 * after messages. */
struct figure *maker_words(struct maker *, const struct figure_style *,
			   const struct node *, struct chart *);

#endif
