/* Numbers that no measure gives stand in every language: of references, dates,
 * literals. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "report/lint.h"
#include "report/reference.h"

/* The numbers in a block's own words. */
struct numbered {
	struct lint *lint;
	const struct flow *flow;
	struct sighting *numbers;
	size_t count;
};

static struct ratio
value_of(const struct sighting *sighting)
{
	return sighting->kind == SIGHTING_SHARE
		   ? sighting->ratio
		   : (struct ratio){sighting->number, 1};
}

/* One and two have words that are no numerals: a, both, 双方. A name that has a
 * number in it may have none in another language. */
static void
number_add(struct numbered *block, const struct sighting *sighting)
{
	const struct lint *lint = block->lint;
	const char *text = text_string(&block->flow->text);
	struct ratio value = value_of(sighting);

	if ((value.whole == 1 && value.part <= 2) ||
	    !flow_is_written(block->flow, sighting->at) ||
	    report_is_name(lint->edition, text, sighting) ||
	    language_is_idiom(lint->edition->language, text, sighting))
		return;
	ARENA_PUSH(lint->arena, block->numbers, block->count, *sighting);
}

static struct numbered
numbers_collect(struct lint *lint, const struct flow *flow)
{
	struct numbered block = {.lint = lint, .flow = flow};
	struct sighting named;

	for (size_t i = 0; i < flow->sighting_count; i++)
		number_add(&block, &flow->sightings[i]);
	for (size_t at = 0; language_named(
		 lint->edition->language, text_string(&flow->text), at, &named);
	     at = named.at + named.length)
		number_add(&block, &named);
	return block;
}

static bool
has_value(const struct numbered *block, struct ratio value)
{
	for (size_t i = 0; i < block->count; i++)
		if (ratio_compare(value_of(&block->numbers[i]), value) == 0)
			return true;
	return false;
}

static void
numbers_compare(const struct numbered *block, const struct numbered *other)
{
	struct lint *lint = block->lint;

	for (size_t i = 0; i < block->count; i++) {
		const struct sighting *number = &block->numbers[i];

		if (has_value(other, value_of(number)))
			continue;
		lint_find(lint, RULE_ALIKE,
			  flow_place(block->flow, &lint->source, number->at),
			  "\"%.*s\" stands in this language only",
			  (int)number->length,
			  text_string(&block->flow->text) + number->at);
		message_add(lint->messages, WEIGHT_NOTE, other->flow->block->at,
			    "this is the %s that it stands against",
			    node_kind_name(other->flow->block->kind));
	}
}

/* Documents that are not in step are an error already. */
void
lint_alike(struct lint *lint, struct lint *other)
{
	for (size_t i = 0;
	     i < lint->all_count && lint->all_count == other->all_count; i++) {
		struct numbered here = numbers_collect(lint, &lint->flows[i]);
		struct numbered there = numbers_collect(other,
							&other->flows[i]);

		numbers_compare(&there, &here);
		numbers_compare(&here, &there);
	}
}
