/* What changed since the day that a report names, for the website: the same
 * comparison as diff's, without the sentences. */
/* SPDX-License-Identifier: MIT */
#include "command/website.h"

#include "base/arena.h"
#include "report/diff.h"

/* The measures of that day's data; what cannot be computed from them is void,
 * and no fault of the report. */
static struct measures *
measures_then(struct job *job)
{
	struct messages silent = {0};

	return measures_of(job->arena, &silent, job->measures,
			   dataset_as_of(job->arena, job->dataset, job->since));
}

static void
cycles_take(struct job *job, const struct diff *diff, struct site_changes *made)
{
	struct site_cycle *cycles = arena_array(job->arena, diff->cycle_count,
						sizeof(*cycles));

	for (size_t i = 0; i < diff->cycle_count; i++) {
		const struct cycle_change *change = &diff->cycles[i];

		cycles[i].cycle = &job->dataset->cycles[i].term;
		for (int side = 0; side < SIDES; side++) {
			cycles[i].reviews[side] = change->reviews[side];
			for (int kind = 0; kind < ENTRY_KINDS; kind++)
				cycles[i].entries[side][kind] =
				    change->entries[side][kind];
		}
	}
	made->cycles = cycles;
	made->cycle_count = diff->cycle_count;
}

static void
reviews_take(struct job *job, const struct diff *diff,
	     struct site_changes *made)
{
	size_t *reviews = arena_array(job->arena, diff->review_count,
				      sizeof(*reviews));

	for (size_t i = 0; i < diff->review_count; i++)
		reviews[i] = (size_t)diff->reviews[i].index[1];
	made->reviews = reviews;
	made->review_count = diff->review_count;
}

static void
items_take(struct job *job, const struct diff *diff, struct site_changes *made)
{
	struct site_change *items = arena_array(
	    job->arena, diff->measure_count + diff->claim_count,
	    sizeof(*items));

	for (size_t i = 0; i < diff->measure_count; i++) {
		const struct measure_change *change = &diff->measures[i];

		items[made->count++] = (struct site_change){
		    .measures = {measure_find(diff->sides[0].measures,
					      change->measure->id),
				 change->measure},
		    .review_count = change->causes.count};
	}
	for (size_t i = 0; i < diff->claim_count; i++)
		items[made->count++] = (struct site_change){
		    .claims = {diff->claims[i].claims[0],
			       diff->claims[i].claims[1]},
		    .review_count = diff->claims[i].causes.count};
	made->items = items;
}

static void
figures_take(struct job *job, const struct diff *diff,
	     struct site_changes *made)
{
	const char **figures = arena_array(job->arena, diff->figure_count,
					   sizeof(*figures));

	for (size_t i = 0; i < diff->figure_count; i++)
		figures[i] = diff->figures[i].figure->id;
	made->figures = figures;
	made->figure_count = diff->figure_count;
}

const struct site_changes *
changes_make(struct job *job)
{
	struct document *const nothing[EDITIONS_MOST] = {0};
	struct site_changes *made = arena_take(job->arena, sizeof(*made));
	struct diff_side sides[SIDES] = {
	    {.measures = job->since == 0 ? NULL : measures_then(job),
	     .documents = nothing},
	    {.measures = job->measures, .documents = nothing}};
	struct diff diff;

	if (sides[0].measures == NULL)
		return NULL;
	diff = diff_make(job->arena, job->report, sides);
	made->since = job->since;
	cycles_take(job, &diff, made);
	reviews_take(job, &diff, made);
	items_take(job, &diff, made);
	figures_take(job, &diff, made);
	return made;
}
