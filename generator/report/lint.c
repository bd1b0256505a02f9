/* Run the rules that a report switches on over its filled documents. */
/* SPDX-License-Identifier: MIT */
#include "report/lint.h"

#include "base/arena.h"
#include "base/file.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	TEMPLATE_MOST = 4 * 1024 * 1024 /* [bytes] */
};

static const struct {
	const char *name;
	void (*check)(struct lint *);
} rules[] = {
    [RULE_NUMBERS] = {"numbers", lint_numbers},
    [RULE_SUBHEADINGS] = {"subheadings", lint_subheadings},
    [RULE_FIGURES] = {"figures", lint_figures},
    [RULE_SYMBOLS] = {"symbols", lint_symbols},
    [RULE_WORDS] = {"words", lint_words},
    [RULE_NOTES] = {"notes", NULL}, /* between two documents */
    [RULE_SENTENCES] = {"sentences", lint_sentences},
    [RULE_SERIES] = {"series", lint_series},
    [RULE_COMPARISONS] = {"comparisons", lint_comparisons},
    [RULE_STATES] = {"states", lint_states},
    [RULE_PUBLISHED] = {"published", NULL},
};
static_assert(COUNT(rules) == RULES, "every rule has its name");

void
lint_find(struct lint *lint, enum rule rule, struct place at,
	  const char *format, ...)
{
	va_list arguments;
	char words[512];

	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	message_error(lint->messages, at, "%s [%s]", words, rules[rule].name);
	lint->findings++;
}

static void
flows_walk(struct lint *lint, struct node *top,
	   void (*check)(struct lint *, const struct flow *))
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk)) {
		struct flow flow;

		if (walk.phase != PHASE_ENTER || !block_has_words(walk.node))
			continue;
		flow = flow_make(lint->arena, walk.node);
		check(lint, &flow);
		flow_free(&flow);
	}
}

void
lint_each_flow(struct lint *lint,
	       void (*check)(struct lint *, const struct flow *))
{
	flows_walk(lint, lint->document->root, check);
	flows_walk(lint, lint->document->notes, check);
}

static enum rule
rule_find(const char *name, size_t length)
{
	enum rule rule = 0;

	while (rule < RULES && (strncmp(rules[rule].name, name, length) != 0 ||
				rules[rule].name[length] != '\0'))
		rule++;
	return rule;
}

void
rules_read(struct arena *arena, struct messages *messages,
	   struct report *report, const struct element *element)
{
	const char *on, *words;

	if (element == NULL)
		return;
	on = element_attribute(element, "on");
	while (on != NULL && *(on += strspn(on, " ")) != '\0') {
		size_t length = strcspn(on, " ");
		enum rule rule = rule_find(on, length);

		if (rule == RULES)
			message_error(messages, element->at,
				      "no rule is named \"%s\"",
				      arena_copy_bytes(arena, on, length));
		else
			report->rules[rule] = true;
		on += length;
	}
	words = element_attribute(element, "words");
	report->words_in = element_attribute(element, "words-in");
	report->words_most = words == NULL ? 0 : strtol(words, NULL, 10);
	report->rules[RULE_WORDS] = report->words_most > 0;
}

static void
document_lint(struct lint *lint)
{
	for (enum rule rule = 0; rule < RULES; rule++)
		if (lint->report->rules[rule] && rules[rule].check != NULL)
			rules[rule].check(lint);
}

size_t
report_lint(struct arena *arena, struct messages *messages,
	    const struct report *report, const struct dataset *dataset,
	    struct document *const *documents)
{
	size_t findings = 0;

	for (size_t i = 0; i < report->edition_count; i++) {
		struct lint lint = {.arena = arena,
				    .messages = messages,
				    .report = report,
				    .dataset = dataset,
				    .edition = &report->editions[i],
				    .document = documents[i]};

		if (documents[i] == NULL)
			continue;
		lint.source.path = lint.edition->template_path;
		lint.source.bytes = file_read(arena, messages, lint.source.path,
					      TEMPLATE_MOST,
					      &lint.source.length);
		if (lint.source.bytes == NULL)
			continue;
		document_lint(&lint);
		if (i > 0 && documents[0] != NULL && report->rules[RULE_NOTES])
			lint_notes(&lint, documents[0]);
		findings += lint.findings;
	}
	return findings;
}
