/* A value in figures, without words of any language. */
/* SPDX-License-Identifier: MIT */
#include "measure/value.h"

#include "measure/dimension.h"

#include <stdlib.h>

const char *
value_kind_name(enum value_kind kind)
{
	switch (kind) {
	case VALUE_NUMBER:
		return "number";
	case VALUE_RATIO:
		return "ratio";
	case VALUE_DAY:
		return "day";
	case VALUE_SERIES:
		return "series";
	case VALUE_LIST:
		return "list";
	case VALUE_TABLE:
		return "table";
	}
	abort();
}

bool
value_has_rows(const struct value *value)
{
	return value->kind == VALUE_SERIES || value->kind == VALUE_TABLE;
}

void
value_add_day(struct text *text, day date)
{
	text_print(text, "%04d-%02d-%02d", date / 10000, date / 100 % 100,
		   date % 100);
}

static void
add_ratio(struct text *text, struct ratio ratio, bool with_percentage)
{
	long long hundredths;

	text_print(text, "%lld/%lld", ratio.part, ratio.whole);
	if (!with_percentage || ratio.whole == 0)
		return;
	hundredths = ratio_round(ratio, 10000);
	text_print(text, " (%lld.%02lld%%)", hundredths / 100,
		   hundredths % 100);
}

void
row_add_key(struct text *text, const struct dataset *dataset,
	    const struct value *value, const struct row *row)
{
	char buffer[KEY_BYTES];

	text_add(text,
		 dimension_code(dataset, value->dimension, row->key, buffer));
	if (value->kind == VALUE_TABLE)
		text_print(text, "/%s",
			   dimension_code(dataset, value->across, row->across,
					  buffer));
}

static void
add_rows(struct text *text, const struct dataset *dataset,
	 const struct value *value, bool with_percentages)
{
	for (size_t i = 0; i < value->count; i++) {
		const struct row *row = &value->rows[i];

		text_add(text, i == 0 ? "" : " ");
		row_add_key(text, dataset, value, row);
		if (value->kind == VALUE_LIST)
			continue;
		text_add(text, ":");
		if (row->is_ratio)
			add_ratio(text, row->ratio, with_percentages);
		else
			text_print(text, "%lld", row->number);
	}
}

void
value_add(struct text *text, const struct dataset *dataset,
	  const struct value *value, bool with_percentages)
{
	switch (value->kind) {
	case VALUE_NUMBER:
		text_print(text, "%lld", value->number);
		return;
	case VALUE_RATIO:
		add_ratio(text, value->ratio, with_percentages);
		return;
	case VALUE_DAY:
		value_add_day(text, value->day);
		return;
	case VALUE_SERIES:
	case VALUE_LIST:
	case VALUE_TABLE:
		add_rows(text, dataset, value, with_percentages);
		return;
	}
	abort();
}
