/* States that are named in a row stand in the language's order. */
/* SPDX-License-Identifier: MIT */
#include "language/wording.h"
#include "report/lint.h"

#include <string.h>

/* A State's name in a flow. */
struct mention {
	const struct state *state;
	size_t at;
	size_t length; /* [bytes] */
};

/* The longest name that stands at the offset as words of their own. */
static bool
mention_read(const struct lint *lint, const char *text, size_t at,
	     struct mention *mention)
{
	const struct dataset *dataset = lint->dataset;

	*mention = (struct mention){.at = at};
	if (at > 0 && language_is_letter(text, at - 1))
		return false;
	for (size_t i = 0; i < dataset->state_count; i++) {
		const struct state *state = &dataset->states[i];
		const char *name = names_in(&state->term.names,
					    lint->edition->code);
		size_t length = name == NULL ? 0 : strlen(name);

		if (length > mention->length &&
		    strncmp(text + at, name, length) == 0 &&
		    !(language_is_letter(name, length - 1) &&
		      language_is_letter(text, at + length))) {
			mention->state = state;
			mention->length = length;
		}
	}
	return mention->length > 0;
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
		if (!mention_read(lint, text, at, &mention)) {
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
	if (language_roll_names(lint->edition->language) != NULL)
		lint_each_flow(lint, rows_check);
}
