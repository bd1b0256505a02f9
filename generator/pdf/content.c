/* Rewrite a page's marked content; refuse ink that nothing owns. */
/* SPDX-License-Identifier: MIT */
#include "pdf/content.h"

#include "base/arena.h"
#include "base/text.h"
#include "pdf/scan.h"

#include <assert.h>
#include <limits.h>

/* What the rewriting knows while it goes along the stream. */
struct rewriting {
	struct scanner scanner;
	struct text *out;
	const struct leaves *leaves;
	size_t copied;	/* bytes before this are in `out` or replaced */
	size_t begin;	/* of the pending operands */
	size_t seen;	/* leaves so far */
	int depth;	/* of BDC and BMC that are open */
	int leaf_depth; /* depth inside the open leaf, 0: none is open */
	bool has_begin;
	bool expects_mcid;
	int mcid; /* among the pending operands, or -1 */
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
		const struct leaves *leaves)
{
	struct rewriting now = {
	    .scanner = {.bytes = bytes, .length = length},
	    .out = out,
	    .leaves = leaves,
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
	return fault;
}
