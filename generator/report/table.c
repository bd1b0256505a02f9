/* The data of a figure as a table: in words for readers, plain for machines. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

#include "base/arena.h"

#define PLAIN_PLACES 10000 /* of a share: four decimals */

/* The totals of the series that have one; the others' cells stay empty. */
static void
total_add(struct maker *maker, const char **cells)
{
	cells[0] = maker_phrase(maker, "table-total", 0, NULL);
	for (size_t i = 0; i < maker->spec->series_count; i++)
		cells[i + 1] = maker->totals[i] == NULL
				   ? ""
				   : maker_number(maker, maker_sum(maker, i));
}

struct table
maker_table(struct maker *maker, const struct chart *chart)
{
	struct arena *arena = maker->filler->arena;
	size_t columns = chart->series_count + 1;
	size_t rows = maker->count + maker->spec->has_total;
	const char **heads = arena_array(arena, columns, sizeof(*heads));
	const char **cells = arena_array(arena, columns * rows, sizeof(*cells));

	heads[0] = maker_phrase(maker, "chart-category", 0, NULL);
	for (size_t i = 0; i < chart->series_count; i++)
		heads[i + 1] = chart->series[i].name;
	for (size_t row = 0; row < maker->count; row++) {
		cells[row * columns] = chart->categories[row];
		for (size_t i = 0; i < chart->series_count; i++)
			cells[row * columns + i + 1] =
			    chart->series[i].labels[row];
	}
	if (maker->spec->has_total)
		total_add(maker, cells + maker->count * columns);
	return (struct table){heads, columns, cells, rows,
			      maker->spec->has_total};
}

/* --- plain --- */

struct grid {
	const char **cells;
	size_t count;
};

static void
cell_add(struct maker *maker, struct grid *grid, const char *words)
{
	ARENA_PUSH(maker->filler->arena, grid->cells, grid->count, words);
}

static bool
has_share(const struct maker *maker, size_t series)
{
	struct ratio share;

	for (size_t row = 0; row < maker->count; row++)
		if (maker_share(maker, series, row, &share))
			return true;
	return false;
}

/* A share of nothing has no number. */
static const char *
share_digits(struct maker *maker, size_t series, size_t row)
{
	struct ratio share;
	long long parts;

	if (!maker_share(maker, series, row, &share))
		return "";
	parts = ratio_round(share, PLAIN_PLACES);
	return arena_print(maker->filler->arena, "%lld.%04lld",
			   parts / PLAIN_PLACES, parts % PLAIN_PLACES);
}

static void
plain_heads(struct maker *maker, const struct chart *chart, struct grid *grid)
{
	cell_add(maker, grid, maker_phrase(maker, "chart-code", 0, NULL));
	cell_add(maker, grid, maker_phrase(maker, "chart-category", 0, NULL));
	for (size_t i = 0; i < chart->series_count; i++) {
		const char *name[] = {chart->series[i].name};

		cell_add(maker, grid, name[0]);
		if (has_share(maker, i))
			cell_add(
			    maker, grid,
			    maker_phrase(maker, "chart-share-of", 1, name));
	}
}

static void
plain_row(struct maker *maker, const struct chart *chart, struct grid *grid,
	  size_t row)
{
	struct arena *arena = maker->filler->arena;

	cell_add(maker, grid, maker_code(maker, row));
	cell_add(maker, grid, chart->categories[row]);
	for (size_t i = 0; i < chart->series_count; i++) {
		cell_add(
		    maker, grid,
		    arena_print(arena, "%lld", maker_value(maker, i, row)));
		if (has_share(maker, i))
			cell_add(maker, grid, share_digits(maker, i, row));
	}
}

struct table
maker_plain(struct maker *maker, const struct chart *chart)
{
	struct grid heads = {0}, cells = {0};

	plain_heads(maker, chart, &heads);
	for (size_t row = 0; row < maker->count; row++)
		plain_row(maker, chart, &cells, row);
	return (struct table){heads.cells, heads.count, cells.cells,
			      maker->count, false};
}
