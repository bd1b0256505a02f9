/* Marked-content sequences: open, close, own ink (PDF 14.6 and 14.8.2). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader.h"

#include <stdlib.h>
#include <string.h>

/* What a property list says, written in place or named. */
struct properties {
	bool has_mcid;
	long long mcid;
	const char *actual; /* UTF-8 or NULL; arena's */
};

static const char *
utf8_of(struct pdf *pdf, const char *bytes, size_t length)
{
	return pdf_words(pdf,
			 qpdf_oh_new_binary_string(pdf->qpdf, bytes, length));
}

/* The keys of the outer dictionary among the operands. */
static struct properties
properties_here(const struct reader *reader)
{
	struct properties properties = {0};
	int depth = 0;

	for (size_t i = 1; i < reader->operand_count; i++) {
		const struct operand *operand = &reader->operands[i];
		const struct operand *value = operand + 1;
		const char *key = operand_value(reader, i);

		depth += operand->token == TOKEN_DICTIONARY;
		depth -= operand->token == TOKEN_DICTIONARY_END;
		if (operand->token != TOKEN_NAME || depth != 1 ||
		    i + 1 == reader->operand_count)
			continue;
		if (strcmp(key, "MCID") == 0 && value->token == TOKEN_NUMBER) {
			properties.has_mcid = true;
			properties.mcid = strtoll(operand_value(reader, i + 1),
						  NULL, 10);
		}
		if (strcmp(key, "ActualText") == 0 &&
		    value->token == TOKEN_STRING)
			properties.actual = utf8_of(
			    reader->pdf, reader->values.bytes + value->at,
			    value->length);
	}
	return properties;
}

static struct properties
properties_named(const struct reader *reader, const char *name)
{
	struct pdf *pdf = reader->pdf;
	qpdf_oh list = pdf_key(pdf,
			       pdf_key(pdf, reader->resources, "/Properties"),
			       arena_print(pdf->arena, "/%s", name));
	struct properties properties = {0};

	properties.has_mcid = pdf_integer(pdf, pdf_key(pdf, list, "/MCID"),
					  &properties.mcid);
	properties.actual = pdf_words(pdf, pdf_key(pdf, list, "/ActualText"));
	return properties;
}

static const struct sequence *
owner_find(const struct reader *reader)
{
	for (size_t i = reader->sequence_count; i-- > 0;)
		if (reader->sequences[i].kind != SEQUENCE_PLAIN)
			return &reader->sequences[i];
	return NULL;
}

static void
mark_open(struct reader *reader, long long mcid)
{
	struct page_content *content = reader->content;
	struct mark mark = {.mcid = mcid, .words = ""};

	mark.tag = arena_copy(reader->pdf->arena, operand_value(reader, 0));
	if (reader->forms > 0)
		finding(reader->pdf, RULE_CONTENT,
			"MCID %lld is inside a form (page %zu)", mcid,
			reader->page + 1);
	if (mark_find(content, mcid) != NULL)
		finding(reader->pdf, RULE_CONTENT,
			"MCID %lld occurs twice (page %zu)", mcid,
			reader->page + 1);
	ARENA_PUSH(reader->pdf->arena, content->marks, content->count, mark);
	reader->words.length = 0;
	text_add(&reader->words, "");
}

static void
sequence_push(struct reader *reader, struct sequence sequence)
{
	const struct sequence *owner = owner_find(reader);

	if (sequence.kind != SEQUENCE_PLAIN && owner != NULL)
		finding(reader->pdf, RULE_CONTENT, "%s inside %s (page %zu)",
			sequence.kind == SEQUENCE_TAGGED ? "tagged content"
							 : "an artifact",
			owner->kind == SEQUENCE_TAGGED ? "tagged content"
						       : "an artifact",
			reader->page + 1);
	if (reader->sequence_count == SEQUENCES_MOST) {
		finding(reader->pdf, RULE_CONTENT,
			"marked content is too deep (page %zu)",
			reader->page + 1);
		return;
	}
	reader->sequences[reader->sequence_count++] = sequence;
}

void
sequence_open(struct reader *reader, bool has_properties)
{
	struct sequence sequence = {.is_in_text = reader->is_in_text};
	struct properties properties = {0};

	if (reader->operand_count == 0 ||
	    reader->operands[0].token != TOKEN_NAME)
		finding(reader->pdf, RULE_CONTENT,
			"marked content without a tag (page %zu)",
			reader->page + 1);
	if (has_properties && reader->operand_count == 2)
		properties = properties_named(reader, operand_value(reader, 1));
	else if (has_properties)
		properties = properties_here(reader);
	if (strcmp(operand_value(reader, 0), "Artifact") == 0)
		sequence.kind = SEQUENCE_ARTIFACT;
	else if (properties.has_mcid && reader->content->count < MARKS_MOST)
		sequence.kind = SEQUENCE_TAGGED;
	if (sequence.kind == SEQUENCE_TAGGED) {
		sequence.mark = reader->content->count;
		mark_open(reader, properties.mcid);
	}
	if (properties.actual != NULL && !words_are_spoken(reader)) {
		text_add(&reader->words, properties.actual);
		sequence.is_spoken = true;
	}
	sequence_push(reader, sequence);
}

void
sequence_close(struct reader *reader)
{
	const struct sequence *sequence;

	if (reader->sequence_count == 0) {
		finding(reader->pdf, RULE_CONTENT,
			"EMC without its BDC (page %zu)", reader->page + 1);
		return;
	}
	sequence = &reader->sequences[--reader->sequence_count];
	if (sequence->is_in_text != reader->is_in_text)
		finding(reader->pdf, RULE_CONTENT,
			"marked content crosses a text object (page %zu)",
			reader->page + 1);
	if (sequence->kind == SEQUENCE_TAGGED)
		reader->content->marks[sequence->mark].words = arena_copy(
		    reader->pdf->arena, text_string(&reader->words));
}

void
ink_check(struct reader *reader, const char *operator)
{
	const struct sequence *owner = owner_find(reader);

	if (owner == NULL)
		finding(reader->pdf, RULE_CONTENT,
			"%s outside of marked content (page %zu)", operator,
			reader->page + 1);
	else if (owner->kind == SEQUENCE_TAGGED)
		reader->content->marks[owner->mark].has_ink = true;
}

bool
words_are_spoken(const struct reader *reader)
{
	for (size_t i = 0; i < reader->sequence_count; i++)
		if (reader->sequences[i].is_spoken)
			return true;
	return false;
}
