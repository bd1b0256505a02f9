/* A figure's data as comma-separated values (RFC 4180), plain, for machines. */
/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include "base/text.h"

static void
row_print(struct text *text, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		text_add(text, i == 0 ? "" : ",");
		text_add_csv(text, cells[i] == NULL ? "" : cells[i]);
	}
	text_add(text, "\r\n");
}

void
figure_print_csv(struct text *text, const struct figure *figure)
{
	const struct table *table = &figure->plain;

	row_print(text, table->heads, table->column_count);
	for (size_t i = 0; i < table->row_count; i++)
		row_print(text, table->cells + i * table->column_count,
			  table->column_count);
}
