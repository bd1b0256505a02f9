/* Tables: regular rows, heads that say what they head (UA 7.5). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

enum {
	COLUMNS_MOST = 256
};

/* The grid as far as it is filled: rows that cells of earlier rows still
 * cover, column by column. */
struct grid {
	struct pdf *pdf;
	const struct element *table;
	long long covered[COLUMNS_MOST];
	size_t width; /* of the first row */
	size_t rows, heads;
};

/* 1 unless it is said otherwise (PDF table 349). */
static long long
span_of(struct pdf *pdf, const struct element *cell, const char *key)
{
	long long span;
	qpdf_oh value = element_attribute(pdf, cell, "/Table", key);

	if (!pdf_integer(pdf, value, &span))
		return 1;
	return span < 1 ? 1 : span > COLUMNS_MOST ? COLUMNS_MOST : span;
}

static void
scope_check(struct grid *grid, const struct element *cell)
{
	struct pdf *pdf = grid->pdf;
	qpdf_oh scope = element_attribute(pdf, cell, "/Table", "/Scope");

	grid->heads++;
	if (!pdf_is(pdf, scope, "/Column") && !pdf_is(pdf, scope, "/Row") &&
	    !pdf_is(pdf, scope, "/Both"))
		finding(pdf, RULE_TABLE, "%s has no /Scope",
			element_name(pdf, cell));
}

static void
cell_place(struct grid *grid, const struct element *cell, size_t *column)
{
	long long columns = span_of(grid->pdf, cell, "/ColSpan");
	long long rows = span_of(grid->pdf, cell, "/RowSpan");

	while (*column < COLUMNS_MOST && grid->covered[*column] > 0)
		(*column)++;
	for (; columns > 0 && *column < COLUMNS_MOST; columns--)
		grid->covered[(*column)++] = rows;
}

static void
row_check(struct grid *grid, const struct element *row)
{
	size_t column = 0, width = 0;

	for (size_t i = 0; i < row->kid_count; i++) {
		const struct element *cell = row->kids[i].element;

		if (row->kids[i].kind != KID_ELEMENT ||
		    (!element_is(cell, "TH") && !element_is(cell, "TD"))) {
			finding(grid->pdf, RULE_TABLE,
				"%s holds more than cells",
				element_name(grid->pdf, row));
			continue;
		}
		if (element_is(cell, "TH"))
			scope_check(grid, cell);
		cell_place(grid, cell, &column);
	}
	for (size_t i = 0; i < COLUMNS_MOST; i++)
		if (grid->covered[i] > 0) {
			width = i + 1;
			grid->covered[i]--;
		}
	if (grid->rows++ == 0)
		grid->width = width;
	if (width != grid->width)
		finding(grid->pdf, RULE_TABLE, "%s has %zu columns, not %zu",
			element_name(grid->pdf, row), width, grid->width);
}

/* The rows of a table or of one of its groups, which hold no groups. */
static void
rows_check(struct grid *grid, const struct element *group)
{
	for (size_t i = 0; i < group->kid_count; i++) {
		const struct element *kid = group->kids[i].element;

		if (group->kids[i].kind != KID_ELEMENT)
			finding(grid->pdf, RULE_TABLE, "%s has ink of its own",
				element_name(grid->pdf, group));
		else if (element_is(kid, "TR"))
			row_check(grid, kid);
		else if (group == grid->table && !element_is(kid, "Caption"))
			rows_check(grid, kid);
		else if (group != grid->table)
			finding(grid->pdf, RULE_TABLE, "%s is no row",
				element_name(grid->pdf, kid));
	}
}

static void
table_check(struct pdf *pdf, const struct element *table)
{
	struct grid grid = {.pdf = pdf, .table = table};

	rows_check(&grid, table);
	if (grid.rows == 0)
		finding(pdf, RULE_TABLE, "%s has no rows",
			element_name(pdf, table));
	if (grid.heads == 0)
		finding(pdf, RULE_TABLE, "%s has no TH",
			element_name(pdf, table));
	if (element_count(table, "THead") > 1 ||
	    element_count(table, "Caption") > 1)
		finding(pdf, RULE_TABLE, "%s has two THead or Caption",
			element_name(pdf, table));
}

void
check_tables(struct pdf *pdf, const struct structure *structure)
{
	for (size_t i = 0; i < structure->count; i++)
		if (element_is(structure->elements[i], "Table"))
			table_check(pdf, structure->elements[i]);
}
