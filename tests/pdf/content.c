/* Walk along every page's content stream, one operator at a time. */
/* SPDX-License-Identifier: MIT */
#include "content.h"

#include "base/arena.h"
#include "reader.h"

#include <stdlib.h>
#include <string.h>

const struct mark *
mark_find(const struct page_content *content, long long mcid)
{
	for (size_t i = 0; i < content->count; i++)
		if (content->marks[i].mcid == mcid)
			return &content->marks[i];
	return NULL;
}

const char *
operand_value(const struct reader *reader, size_t at)
{
	return at < reader->operand_count
		   ? reader->values.bytes + reader->operands[at].at
		   : "";
}

static void
operand_add(struct reader *reader, const struct lexer *lexer, enum token token)
{
	struct operand operand = {token, reader->values.length,
				  lexer->value.length};

	if (reader->operand_count == OPERANDS_MOST)
		return;
	text_add_bytes(&reader->values, text_string(&lexer->value),
		       lexer->value.length + 1);
	reader->operands[reader->operand_count++] = operand;
}

/* PDF tables 60, 74, 77, 87 and 107. */
enum operation {
	OPERATION_PAINT,
	OPERATION_DRAW,
	OPERATION_SHOW,
	OPERATION_FONT,
	OPERATION_TEXT_BEGIN,
	OPERATION_TEXT_END,
	OPERATION_MARK,
	OPERATION_MARK_WITH,
	OPERATION_MARK_END,
	OPERATION_SAVE,
	OPERATION_RESTORE,
	OPERATION_IMAGE,
	OPERATION_OTHER
};

static const struct {
	const char *word;
	enum operation operation;
} operations[] = {
    {"f", OPERATION_PAINT},	  {"F", OPERATION_PAINT},
    {"f*", OPERATION_PAINT},	  {"B", OPERATION_PAINT},
    {"B*", OPERATION_PAINT},	  {"b", OPERATION_PAINT},
    {"b*", OPERATION_PAINT},	  {"S", OPERATION_PAINT},
    {"s", OPERATION_PAINT},	  {"sh", OPERATION_PAINT},
    {"Do", OPERATION_DRAW},	  {"Tj", OPERATION_SHOW},
    {"TJ", OPERATION_SHOW},	  {"'", OPERATION_SHOW},
    {"\"", OPERATION_SHOW},	  {"Tf", OPERATION_FONT},
    {"BT", OPERATION_TEXT_BEGIN}, {"ET", OPERATION_TEXT_END},
    {"BMC", OPERATION_MARK},	  {"BDC", OPERATION_MARK_WITH},
    {"EMC", OPERATION_MARK_END},  {"q", OPERATION_SAVE},
    {"Q", OPERATION_RESTORE},	  {"ID", OPERATION_IMAGE},
};

static enum operation
operation_of(const char *word)
{
	for (size_t i = 0; i < COUNT(operations); i++)
		if (strcmp(operations[i].word, word) == 0)
			return operations[i].operation;
	return OPERATION_OTHER;
}

static void
state_save(struct reader *reader)
{
	if (reader->state_count < STATES_MOST)
		reader->states[reader->state_count++] = reader->font;
	else
		finding(reader->pdf, RULE_CONTENT, "q is too deep (page %zu)",
			reader->page + 1);
}

static void
state_restore(struct reader *reader)
{
	if (reader->state_count > 0)
		reader->font = reader->states[--reader->state_count];
	else
		finding(reader->pdf, RULE_CONTENT, "Q without q (page %zu)",
			reader->page + 1);
}

static void
text_begin(struct reader *reader, bool is_in_text)
{
	if (reader->is_in_text == is_in_text)
		finding(reader->pdf, RULE_CONTENT, "%s out of place (page %zu)",
			is_in_text ? "BT" : "ET", reader->page + 1);
	reader->is_in_text = is_in_text;
}

static void
operator_run(struct reader *reader, const char *word)
{
	switch (operation_of(word)) {
	case OPERATION_PAINT:
	case OPERATION_IMAGE:
		ink_check(reader, word);
		return;
	case OPERATION_DRAW:
		ink_check(reader, word);
		object_draw(reader);
		return;
	case OPERATION_SHOW:
		ink_check(reader, word);
		strings_show(reader);
		return;
	case OPERATION_FONT:
		font_select(reader);
		return;
	case OPERATION_TEXT_BEGIN:
		text_begin(reader, true);
		return;
	case OPERATION_TEXT_END:
		text_begin(reader, false);
		return;
	case OPERATION_MARK:
		sequence_open(reader, false);
		return;
	case OPERATION_MARK_WITH:
		sequence_open(reader, true);
		return;
	case OPERATION_MARK_END:
		sequence_close(reader);
		return;
	case OPERATION_SAVE:
		state_save(reader);
		return;
	case OPERATION_RESTORE:
		state_restore(reader);
		return;
	case OPERATION_OTHER:
		return;
	}
}

static bool
is_operand(const struct lexer *lexer, enum token token)
{
	return token != TOKEN_WORD || lexer_is(lexer, "true") ||
	       lexer_is(lexer, "false") || lexer_is(lexer, "null");
}

/* A word's own bytes go before the operator runs: a form reads others. */
void
stream_read(struct reader *reader, const struct text *stream)
{
	struct lexer lexer = {.bytes = text_string(stream),
			      .length = stream->length};
	enum token token;

	reader->operand_count = 0;
	reader->values.length = 0;
	while ((token = lexer_next(&lexer)) != TOKEN_END) {
		if (token == TOKEN_BROKEN ||
		    reader->operators > OPERATORS_MOST) {
			finding(reader->pdf, RULE_CONTENT,
				"cannot be read from byte %zu on (page %zu)",
				lexer.from, reader->page + 1);
			break;
		}
		if (is_operand(&lexer, token)) {
			operand_add(reader, &lexer, token);
			continue;
		}
		reader->operators++;
		operator_run(reader, text_string(&lexer.value));
		if (lexer_is(&lexer, "ID") && !lexer_skip_image(&lexer))
			finding(reader->pdf, RULE_CONTENT,
				"an inline image has no end (page %zu)",
				reader->page + 1);
		reader->operand_count = 0;
		reader->values.length = 0;
	}
	lexer_free(&lexer);
}

/* The streams of a page are one, divided by white space (PDF 7.8.2). */
static bool
page_stream(struct pdf *pdf, qpdf_oh page, struct text *out)
{
	qpdf_oh contents = pdf_key(pdf, page, "/Contents");
	size_t count = pdf_count(pdf, contents);

	if (count == 0)
		return pdf_stream(pdf, contents, out);
	for (size_t i = 0; i < count; i++) {
		if (!pdf_stream(pdf, pdf_item(pdf, contents, i), out))
			return false;
		text_add(out, "\n");
	}
	return true;
}

static void
page_read(struct reader *reader, qpdf_oh page)
{
	struct text stream = {0};

	reader->resources = pdf_inherited(reader->pdf, page, "/Resources");
	reader->sequence_count = 0;
	reader->state_count = 0;
	reader->font = NULL;
	reader->is_in_text = false;
	if (!page_stream(reader->pdf, page, &stream))
		finding(reader->pdf, RULE_CONTENT,
			"cannot be decoded (page %zu)", reader->page + 1);
	stream_read(reader, &stream);
	if (reader->sequence_count > 0 || reader->state_count > 0 ||
	    reader->is_in_text)
		finding(reader->pdf, RULE_CONTENT,
			"BDC, BT or q is left open (page %zu)",
			reader->page + 1);
	text_free(&stream);
}

struct page_content *
contents_read(struct pdf *pdf, struct fonts *fonts)
{
	struct page_content *contents = arena_array(pdf->arena, pdf->page_count,
						    sizeof(*contents));
	struct reader reader = {.pdf = pdf, .fonts = fonts};

	reader.operands = arena_array(pdf->arena, OPERANDS_MOST,
				      sizeof(*reader.operands));
	for (size_t i = 0; i < pdf->page_count; i++) {
		reader.page = i;
		reader.content = &contents[i];
		page_read(&reader, pdf->pages[i]);
	}
	text_free(&reader.values);
	text_free(&reader.words);
	return contents;
}
