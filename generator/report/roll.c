/* States that are named in a row stand in the language's order. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "language/wording.h"
#include "report/lint.h"

#include <stdlib.h>
#include <string.h>

/* A State's name in a flow. */
struct mention {
	const struct state *state;
	size_t at;
	size_t length; /* [bytes] */
};

/* --- names found among thousands --- */

static int
compare_names(const void *a, const void *b)
{
	const struct called *left = a, *right = b;

	return strcmp(left->name, right->name);
}

/* The States by their names in the edition's language. */
static void
roll_sort(struct lint *lint)
{
	for (size_t i = 0; i < lint->dataset->state_count; i++) {
		const struct state *state = &lint->dataset->states[i];
		struct called called = {
		    names_in(&state->term.names, lint->edition->code), state};

		if (called.name == NULL || called.name[0] == '\0')
			continue;
		ARENA_PUSH(lint->arena, lint->roll, lint->roll_count, called);
		lint->may_call[(unsigned char)called.name[0]] = true;
	}
	if (lint->roll_count > 0)
		qsort(lint->roll, lint->roll_count, sizeof(*lint->roll),
		      compare_names);
}

/* How many names stand before the text's first bytes or are the same. */
static size_t
names_before(const struct lint *lint, const char *text, size_t length)
{
	size_t low = 0, high = lint->roll_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *name = lint->roll[middle].name;
		int order = strncmp(name, text, length);

		if (order < 0 || (order == 0 && strlen(name) <= length))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t
common_length(const char *a, const char *b, size_t most)
{
	size_t length = 0;

	while (length < most && a[length] != '\0' && a[length] == b[length])
		length++;
	return length;
}

/* The longest name that the text begins with: the last before the text, or
 * before what the two have in common. */
static const struct called *
name_at(const struct lint *lint, const char *text)
{
	size_t length = strlen(text);

	while (length > 0) {
		size_t count = names_before(lint, text, length);
		const struct called *last;

		if (count == 0)
			return NULL;
		last = &lint->roll[count - 1];
		length = common_length(last->name, text, length);
		if (last->name[length] == '\0')
			return last;
	}
	return NULL;
}

/* The name that stands at the offset as words of their own. */
static bool
mention_read(const struct lint *lint, const char *text, size_t at,
	     struct mention *mention)
{
	const struct called *called;

	if (at > 0 && language_is_letter(text, at - 1))
		return false;
	called = name_at(lint, text + at);
	if (called == NULL)
		return false;
	*mention = (struct mention){called->state, at, strlen(called->name)};
	return !(language_is_letter(text, at + mention->length - 1) &&
		 language_is_letter(text, at + mention->length));
}

/* A list that a measure ranks has an order of its own. */
static bool
is_ranked(const struct flow *flow, const struct mention *mention)
{
	for (size_t i = 0; i < flow->count; i++)
		if (flow->stretches[i].node->kind == NODE_VALUE &&
		    flow->stretches[i].from <= mention->at &&
		    flow->stretches[i].from +
			    strlen(flow->stretches[i].node->text) >
			mention->at)
			return true;
	return false;
}

static void
pair_check(struct lint *lint, const struct flow *flow, const struct mention *a,
	   const struct mention *b)
{
	const struct language *language = lint->edition->language;
	const char *by = language_roll_names(language);
	const char *left = names_in(&a->state->term.names, by);
	const char *right = names_in(&b->state->term.names, by);
	const char *text = text_string(&flow->text);

	if (left == NULL || right == NULL || is_ranked(flow, a) ||
	    is_ranked(flow, b) ||
	    language_roll_compare(language, left, right) <= 0)
		return;
	lint_find(lint, RULE_STATES, flow_place(flow, &lint->source, b->at),
		  "\"%.*s\" stands behind \"%.*s\": States in a row stand in "
		  "the order of their names",
		  (int)b->length, text + b->at, (int)a->length, text + a->at);
}

static void
rows_check(struct lint *lint, const struct flow *flow)
{
	const struct language *language = lint->edition->language;
	const char *text = text_string(&flow->text);
	struct mention before = {0}, mention;
	size_t next = 0; /* where the row would go on */

	for (size_t at = 0; text[at] != '\0';) {
		if (!lint->may_call[(unsigned char)text[at]] ||
		    !mention_read(lint, text, at, &mention)) {
			at++;
			continue;
		}
		if (before.state != NULL && at == next)
			pair_check(lint, flow, &before, &mention);
		before = mention;
		at += mention.length;
		next = at + language_roll_join(language, text + at);
		next = next == at ? 0 : next;
	}
}

void
lint_states(struct lint *lint)
{
	if (language_roll_names(lint->edition->language) == NULL)
		return;
	roll_sort(lint);
	if (lint->roll_count > 0)
		lint_each_flow(lint, rows_check);
}
