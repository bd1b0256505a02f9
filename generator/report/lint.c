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
    [RULE_ALIKE] = {"alike", NULL}, /* between two documents */
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
flow_add(struct lint *lint, const struct node *block)
{
	bool counts = lint->report->rules[RULE_NUMBERS] ||
		      lint->report->rules[RULE_SERIES] ||
		      lint->report->rules[RULE_ALIKE];
	struct flow flow = flow_make(lint->arena, block);

	if (counts)
		flow_sight(lint->arena, lint->edition->language, &flow);
	ARENA_PUSH(lint->arena, lint->flows, lint->all_count, flow);
}

static void
flows_add(struct lint *lint, struct node *top)
{
	struct walk walk = walk_begin(top);

	while (walk_next(&walk))
		if (walk.phase == PHASE_ENTER && block_has_words(walk.node))
			flow_add(lint, walk.node);
}

/* Words of report.xml, which stand in no document's tree. */
static void
words_add(struct lint *lint, const struct names *names, struct place at)
{
	struct node *block = node_new(lint->arena, NODE_PARAGRAPH, at);
	struct node *text = node_new(lint->arena, NODE_TEXT, at);

	text->text = names_in(names, lint->edition->code);
	node_append(block, text);
	flow_add(lint, block);
}

/* What figures and tables say besides values: names of series, notes. */
static void
figures_add(struct lint *lint)
{
	for (size_t i = 0; i < lint->report->figure_count; i++) {
		const struct figure_spec *figure = &lint->report->figures[i];

		for (size_t k = 0; k < figure->series_count; k++)
			words_add(lint, &figure->series[k].names,
				  figure->series[k].at);
		for (size_t k = 0; k < figure->note_count; k++)
			words_add(lint, &figure->notes[k].names,
				  figure->notes[k].at);
	}
}

void
lint_each_flow(struct lint *lint,
	       void (*check)(struct lint *, const struct flow *))
{
	for (size_t i = 0; i < lint->flow_count; i++)
		check(lint, &lint->flows[i]);
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

/* A document that is to be checked; false if its template cannot be read. */
static bool
lint_open(struct lint *lint, const struct document *document)
{
	lint->document = document;
	if (document == NULL)
		return false;
	lint->source.path = lint->edition->template_path;
	lint->source.bytes = file_read(lint->arena, lint->messages,
				       lint->source.path, TEMPLATE_MOST,
				       &lint->source.length);
	if (lint->source.bytes == NULL)
		return false;
	flows_add(lint, document->root);
	flows_add(lint, document->notes);
	lint->flow_count = lint->all_count;
	figures_add(lint);
	return true;
}

static void
lint_close(struct lint *lint)
{
	for (size_t i = 0; i < lint->all_count; i++)
		flow_free(&lint->flows[i]);
}

/* What holds between the source and a translation. */
static void
pair_lint(struct lint *lint, struct lint *source)
{
	if (source->report->rules[RULE_NOTES])
		lint_notes(lint, source->document);
	if (source->report->rules[RULE_ALIKE])
		lint_alike(lint, source);
}

size_t
report_lint(struct arena *arena, struct messages *messages,
	    const struct report *report, const struct dataset *dataset,
	    struct document *const *documents)
{
	struct lint source = {0};
	size_t findings = 0;

	for (size_t i = 0; i < report->edition_count; i++) {
		struct lint lint = {.arena = arena,
				    .messages = messages,
				    .report = report,
				    .dataset = dataset,
				    .edition = &report->editions[i]};

		if (!lint_open(&lint, documents[i]))
			continue;
		document_lint(&lint);
		findings += lint.findings;
		lint.findings = 0;
		if (i == 0)
			source = lint;
		else if (source.document != NULL)
			pair_lint(&lint, &source);
		findings += lint.findings + source.findings;
		source.findings = 0;
		if (i > 0)
			lint_close(&lint);
	}
	lint_close(&source);
	return findings;
}
