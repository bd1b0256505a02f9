/* A value in figures, without words of any language. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_VALUE_H
#define MEASURE_VALUE_H

#include "base/text.h"
#include "measure/measure.h"

const char *value_kind_name(enum value_kind);

/* True if the value is rows of numbers or ratios: a series or a table. */
bool value_has_rows(const struct value *);

/* "2023-09-15" */
void value_add_day(struct text *, day);

/* "5", of a table "5/africa": the codes of the row's keys. */
void row_add_key(struct text *, const struct dataset *, const struct value *,
		 const struct row *);

/* "175", "54/82", "2023-09-15", "5:55 6:41", "51 54 52"; of a table
 * "5/africa:3 5/europe:0". With percentages a ratio is
 * "54/82 (65.85%)". */
void value_add(struct text *, const struct dataset *, const struct value *,
	       bool with_percentages);

#endif
