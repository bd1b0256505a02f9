/* No number stands in a template but as a measure, a reference, a date, a name
 * or a literal. */
/* SPDX-License-Identifier: MIT */
#include "report/lint.h"
#include "report/reference.h"

static void
flow_check(struct lint *lint, const struct flow *flow)
{
	const char *text = text_string(&flow->text);

	for (size_t i = 0; i < flow->sighting_count; i++) {
		const struct sighting *sighting = &flow->sightings[i];

		if (flow_is_bound(flow, sighting->at, sighting->length) ||
		    report_is_reference(lint->report, lint->edition, text,
					sighting))
			continue;
		lint_find(lint, RULE_NUMBERS,
			  flow_place(flow, &lint->source, sighting->at),
			  "\"%.*s\" is bound to no measure: write one, or "
			  "[%.*s](literal:) if it is meant",
			  (int)sighting->length, text + sighting->at,
			  (int)sighting->length, text + sighting->at);
	}
}

void
lint_numbers(struct lint *lint)
{
	for (size_t i = 0; i < lint->all_count; i++)
		flow_check(lint, &lint->flows[i]);
}
