/* Values of a figure's series, what they add up to, and whether they may. */
/* SPDX-License-Identifier: MIT */
#include "report/maker.h"

long long
maker_value(const struct maker *maker, size_t series, size_t row)
{
	return maker->series[series]->rows[maker->order[row]].number;
}

long long
maker_sum(const struct maker *maker, size_t series)
{
	long long sum = 0;

	for (size_t i = 0; i < maker->series[series]->count; i++)
		sum += maker->series[series]->rows[i].number;
	return sum;
}

static long long
row_sum(const struct maker *maker, size_t row, size_t count)
{
	long long sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += maker_value(maker, i, row);
	return sum;
}

bool
maker_share(const struct maker *maker, size_t series, size_t row,
	    struct ratio *share)
{
	const struct figure_spec *spec = maker->spec;

	if (maker->shares[series] != NULL)
		*share = maker->shares[series]->rows[maker->order[row]].ratio;
	else if (spec->is_table || spec->kind == CHART_STACKED ||
		 !chart_kind_is_whole(spec->kind))
		return false;
	else
		*share = (struct ratio){
		    maker_value(maker, series, row),
		    spec->series_count == 1
			? maker_sum(maker, series)
			: row_sum(maker, row, spec->series_count)};
	return share->whole > 0;
}

bool
maker_has_sum(const struct maker *maker, size_t series)
{
	const struct figure_spec *spec = maker->spec;

	return maker->shares[series] != NULL || maker->totals[series] != NULL ||
	       (!spec->is_table && spec->series_count == 1 &&
		chart_kind_is_whole(spec->kind));
}

/* A declared total must be what the rows add up to. */
static bool
totals_check(struct maker *maker)
{
	bool good = true;

	for (size_t i = 0; i < maker->spec->series_count; i++) {
		const struct series_spec *spec = &maker->spec->series[i];
		long long sum = maker_sum(maker, i);

		if (maker->totals[i] == NULL || *maker->totals[i] == sum)
			continue;
		maker_error(maker, spec->at,
			    "the rows of \"%s\" add up to %lld, but \"%s\" is "
			    "%lld",
			    spec->measure, sum, spec->total, *maker->totals[i]);
		good = false;
	}
	return good;
}

/* A series that sums the others must do so in each row. */
static bool
sums_check(struct maker *maker)
{
	bool good = true;

	for (size_t i = 0; i < maker->spec->series_count; i++) {
		const struct series_spec *spec = &maker->spec->series[i];

		for (size_t row = 0; spec->is_sum && row < maker->count;
		     row++) {
			long long sum = row_sum(maker, row, i);

			if (maker_value(maker, i, row) == sum)
				continue;
			maker_error(maker, spec->at,
				    "in row \"%s\" the series before add up to "
				    "%lld, but \"%s\" is %lld",
				    maker_code(maker, row), sum, spec->measure,
				    maker_value(maker, i, row));
			good = false;
		}
	}
	return good;
}

bool
maker_check_sums(struct maker *maker)
{
	bool good = totals_check(maker);

	good &= sums_check(maker);
	return good;
}
