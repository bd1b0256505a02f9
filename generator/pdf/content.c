/* Rewrite a page's marked content; refuse ink that nothing owns. */
/* SPDX-License-Identifier: MIT */
#include "pdf/content.h"

#include "base/arena.h"
#include "base/text.h"
#include "pdf/scan.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What the rewriting knows while it goes along the stream. */
struct rewriting {
	struct scanner scanner;
	struct text *out;
	const struct leaves *leaves;
	const struct pdf_fonts *fonts;
	size_t copied;	/* bytes before this are in `out` or replaced */
	size_t begin;	/* of the pending operands */
	size_t seen;	/* leaves so far */
	size_t shown;	/* pieces of text so far */
	int depth;	/* of BDC and BMC that are open */
	int leaf_depth; /* depth inside the open leaf, 0: none is open */
	bool has_begin;
	bool expects_mcid;
	bool is_at_text; /* the square that stands for it is the path */
	int mcid;	 /* among the pending operands, or -1 */
};

static const char *const artifacts[] = {
    [ARTIFACT_NONE] = "",
    [ARTIFACT_HEADER] =
	"<< /Type /Pagination /Subtype /Header /Attached [ /Top ] >>",
    [ARTIFACT_FOOTER] =
	"<< /Type /Pagination /Subtype /Footer /Attached [ /Bottom ] >>",
    [ARTIFACT_LAYOUT] = "<< /Type /Layout >>",
};

/* ISO 32000-1, tables 60, 74, 77, 87, 107 and 109: what leaves ink. */
static bool
token_paints(const struct scanner *scanner)
{
	static const char *const painters[] = {
	    "b", "B",  "b*", "B*", "f",	 "F",  "f*", "S",
	    "s", "sh", "Do", "Tj", "TJ", "\'", "\"",
	};

	for (size_t i = 0; i < COUNT(painters); i++)
		if (token_is(scanner, painters[i]))
			return true;
	return false;
}

/* The token as a number of a leaf, -1 if it is none. */
static int
token_number(const struct scanner *scanner)
{
	int number = 0;

	for (size_t i = scanner->from; i < scanner->at; i++) {
		char byte = scanner->bytes[i];

		if (byte < '0' || byte > '9' || number > INT_MAX / 10 - 1)
			return -1;
		number = number * 10 + (byte - '0');
	}
	return number;
}

/* Copy all up to the token's end. */
static void
copy_through(struct rewriting *now)
{
	text_add_bytes(now->out, now->scanner.bytes + now->copied,
		       now->scanner.at - now->copied);
	now->copied = now->scanner.at;
}

static const char *
leaf_open(struct rewriting *now)
{
	const struct leaf *leaf;

	if (now->leaf_depth > 0)
		return "a mark inside a mark";
	if ((size_t)now->mcid != now->seen ||
	    (size_t)now->mcid >= now->leaves->count)
		return "a mark out of its order";
	leaf = &now->leaves->items[now->mcid];
	text_add_bytes(now->out, now->scanner.bytes + now->copied,
		       now->begin - now->copied);
	if (leaf->element != NULL)
		text_print(now->out, "/%s << /MCID %d >> BDC",
			   role_name(leaf->element->role), leaf->mcid);
	else
		text_print(now->out, "/Artifact %s BDC",
			   artifacts[leaf->artifact]);
	now->copied = now->scanner.at;
	now->seen++;
	now->leaf_depth = now->depth;
	return NULL;
}

/* True if the pending operands and the operator are a square of the size of
 * TEXT_MARK, however its numbers are written. */
static bool
operator_marks_text(const struct rewriting *now)
{
	size_t length = now->scanner.from - now->begin;
	char operands[64];
	double x, y, width, height;

	if (!token_is(&now->scanner, "re") || !now->has_begin ||
	    length >= sizeof(operands))
		return false;
	memcpy(operands, now->scanner.bytes + now->begin, length);
	operands[length] = '\0';
	return sscanf(operands, "%lf %lf %lf %lf", &x, &y, &width, &height) ==
		   4 &&
	       fabs(width - TEXT_MARK) < TEXT_MARK / 2 &&
	       fabs(height - TEXT_MARK) < TEXT_MARK / 2;
}

/* Leave the square out. */
static void
text_begin(struct rewriting *now)
{
	text_add_bytes(now->out, now->scanner.bytes + now->copied,
		       now->begin - now->copied);
	now->copied = now->scanner.at;
	now->is_at_text = true;
}

/* The text instead of the square's filling. */
static const char *
text_insert(struct rewriting *now)
{
	const struct leaves *leaves = now->leaves;
	size_t first = now->shown;

	now->is_at_text = false;
	if (!token_is(&now->scanner, "f") && !token_is(&now->scanner, "f*"))
		return "a place of text that is not filled";
	if (now->leaf_depth == 0)
		return "text outside of marked content";
	if (first == leaves->shown_count)
		return "a place without text";
	do
		now->shown++;
	while (now->shown < leaves->shown_count &&
	       leaves->shown[now->shown].goes_on);
	shows_write(now->out, now->fonts, leaves->shown + first,
		    now->shown - first);
	now->copied = now->scanner.at;
	return NULL;
}

static const char *
operator_rewrite(struct rewriting *now)
{
	const char *fault = NULL;

	if (token_is(&now->scanner, "BDC") || token_is(&now->scanner, "BMC")) {
		now->depth++;
		if (now->mcid >= 0)
			fault = leaf_open(now);
	} else if (token_is(&now->scanner, "EMC")) {
		if (now->depth == 0)
			fault = "a mark is closed that is not open";
		else if (now->depth-- == now->leaf_depth)
			now->leaf_depth = 0;
	} else if (now->is_at_text) {
		fault = text_insert(now);
	} else if (operator_marks_text(now)) {
		text_begin(now);
	} else if (token_is(&now->scanner, "BI")) {
		fault = "an inline image";
	} else if (now->leaf_depth == 0 && token_paints(&now->scanner)) {
		fault = "ink outside of marked content";
	}
	copy_through(now);
	now->has_begin = false;
	now->mcid = -1;
	return fault;
}

static void
operand_note(struct rewriting *now)
{
	if (!now->has_begin) {
		now->begin = now->scanner.from;
		now->has_begin = true;
	}
	if (now->expects_mcid)
		now->mcid = token_number(&now->scanner);
	now->expects_mcid = token_is(&now->scanner, "/MCID");
}

const char *
content_rewrite(struct text *out, const char *bytes, size_t length,
		const struct leaves *leaves, const struct pdf_fonts *fonts)
{
	struct rewriting now = {
	    .scanner = {.bytes = bytes, .length = length},
	    .out = out,
	    .leaves = leaves,
	    .fonts = fonts,
	    .mcid = -1,
	};
	const char *fault = NULL;
	enum token token;

	static_assert(COUNT(artifacts) == ARTIFACT_LAYOUT + 1,
		      "every artifact has its properties");
	while (fault == NULL &&
	       (token = scanner_next(&now.scanner)) != TOKEN_END) {
		if (token == TOKEN_BROKEN)
			return "a content stream that cannot be read";
		if (token == TOKEN_OPERAND)
			operand_note(&now);
		else
			fault = operator_rewrite(&now);
	}
	copy_through(&now);
	if (fault == NULL && now.depth != 0)
		fault = "a mark left open";
	if (fault == NULL && now.seen != leaves->count)
		fault = "a mark was lost";
	if (fault == NULL && now.shown != leaves->shown_count)
		fault = "text was lost";
	return fault;
}
