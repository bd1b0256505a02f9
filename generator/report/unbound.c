/* No number stands in a template but as a measure, a reference, a date, a name
 * or a literal. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "language/sight.h"
#include "report/lint.h"

#include <string.h>

/* Bytes of a flow in which a number is none. */
struct exempt {
	size_t from;
	size_t end;
};

struct exemptions {
	struct exempt *items;
	size_t count;
};

static void
exempt_add(struct lint *lint, struct exemptions *exemptions, size_t from,
	   size_t length)
{
	struct exempt exempt = {from, from + length};

	if (length > 0)
		ARENA_PUSH(lint->arena, exemptions->items, exemptions->count,
			   exempt);
}

/* The report's own expressions, as they are written. */
static size_t
literal_at(const struct edition *edition, const char *text)
{
	size_t longest = 0;

	for (size_t i = 0; i < edition->literal_count; i++) {
		size_t length = strlen(edition->literals[i]);

		if (length > longest &&
		    strncmp(edition->literals[i], text, length) == 0)
			longest = length;
	}
	return longest;
}

static struct exemptions
exemptions_find(struct lint *lint, const char *text)
{
	const struct edition *edition = lint->edition;
	struct exemptions exemptions = {0};

	for (size_t at = 0; text[at] != '\0'; at++) {
		size_t symbol = report_symbol_at(lint->report, text, at);

		if (((unsigned char)text[at] & 0xc0) == 0x80)
			continue;
		exempt_add(lint, &exemptions, at, symbol);
		exempt_add(lint, &exemptions, at,
			   literal_at(edition, text + at));
		exempt_add(lint, &exemptions, at,
			   language_context(edition->language, text, at));
	}
	return exemptions;
}

static bool
is_exempt(const struct exemptions *exemptions, const struct sighting *sighting)
{
	for (size_t i = 0; i < exemptions->count; i++)
		if (exemptions->items[i].from <= sighting->at &&
		    exemptions->items[i].end >= sighting->at + sighting->length)
			return true;
	return false;
}

static void
flow_check(struct lint *lint, const struct flow *flow)
{
	const char *text = text_string(&flow->text);
	struct exemptions exemptions = exemptions_find(lint, text);
	struct sighting sighting;
	size_t at = 0;

	for (; language_sight(lint->edition->language, text, at, &sighting);
	     at = sighting.at + sighting.length) {
		if (flow_is_bound(flow, sighting.at, sighting.length) ||
		    is_exempt(&exemptions, &sighting))
			continue;
		lint_find(lint, RULE_NUMBERS,
			  flow_place(flow, &lint->source, sighting.at),
			  "\"%.*s\" is bound to no measure: write one, or "
			  "[%.*s](literal:) if it is meant",
			  (int)sighting.length, text + sighting.at,
			  (int)sighting.length, text + sighting.at);
	}
}

void
lint_numbers(struct lint *lint)
{
	lint_each_flow(lint, flow_check);
}
