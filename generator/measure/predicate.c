/* Parse a claim's formula into its comparisons. */
/* SPDX-License-Identifier: MIT */
#include "measure/predicate.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

/* Longer signs before those that they begin with. */
static const struct {
	const char *sign;
	enum relation relation;
} signs[] = {
    {"!=", RELATION_UNEQUAL},  {"<=", RELATION_AT_MOST},
    {">=", RELATION_AT_LEAST}, {"=", RELATION_EQUAL},
    {"<", RELATION_LESS},      {">", RELATION_GREATER},
};
static_assert(COUNT(signs) == RELATION_LEADS, "every relation has its sign");

/* Codes in square brackets; the opening one is taken. */
static bool
parse_codes(struct parser *parser, struct side *side)
{
	do {
		struct word word;

		if (!scan_code(parser, &word))
			return scan_expected(parser, "a code");
		if (!scan_provision(parser, &word))
			return false;
		ARENA_PUSH(parser->formula->arena, side->codes,
			   side->code_count, word);
	} while (scan_take(parser, ','));
	return scan_take(parser, ']') || scan_expected(parser, "',' or ']'");
}

/* The side's steps go into a formula of its own, which shares the text and
 * thus the places in it. */
static bool
parse_side(struct parser *parser, struct side *side)
{
	struct formula *whole = parser->formula;
	const char *text = whole->text;
	bool good;

	scan_peek(parser);
	side->from = parser->at;
	side->formula = *whole;
	parser->formula = &side->formula;
	if (scan_take(parser, '['))
		good = parse_codes(parser, side);
	else
		good = parse_expression(parser);
	parser->formula = whole;
	side->length = parser->at - side->from;
	while (side->length > 0 &&
	       strchr(" \t\r\n", text[side->from + side->length - 1]) != NULL)
		side->length--;
	return good && !side->formula.is_bad;
}

static bool
parse_sign(struct parser *parser, struct comparison *comparison)
{
	scan_peek(parser);
	comparison->at = parser->at;
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t length = strlen(signs[i].sign);

		if (strncmp(parser->formula->text + parser->at, signs[i].sign,
			    length) != 0)
			continue;
		comparison->relation = signs[i].relation;
		parser->at += length;
		return true;
	}
	return scan_expected(parser, "'=', '!=', '<', '<=', '>' or '>='");
}

/* True if leads( is next, which is then taken. */
static bool
take_leads(struct parser *parser, size_t *at)
{
	struct parser ahead = *parser;

	scan_peek(&ahead);
	*at = ahead.at;
	if (!scan_take_word(&ahead, "leads") || !scan_take(&ahead, '('))
		return false;
	parser->at = ahead.at;
	return true;
}

static bool
parse_leads(struct parser *parser, struct comparison *comparison)
{
	comparison->relation = RELATION_LEADS;
	if (!parse_side(parser, &comparison->left) || !scan_expect(parser, ','))
		return false;
	if (!scan_code(parser, &comparison->key))
		return scan_expected(parser, "a key of the series");
	return scan_provision(parser, &comparison->key) &&
	       scan_expect(parser, ')');
}

static bool
parse_comparison(struct parser *parser, struct comparison *comparison)
{
	if (take_leads(parser, &comparison->at))
		return parse_leads(parser, comparison);
	return parse_side(parser, &comparison->left) &&
	       parse_sign(parser, comparison) &&
	       parse_side(parser, &comparison->right);
}

bool
predicate_parse(struct predicate *predicate)
{
	struct formula *formula = &predicate->formula;
	struct parser parser = {.formula = formula};
	bool is_after_or = false;

	if (strlen(formula->text) > FORMULA_MOST)
		return formula_error(formula, FORMULA_MOST,
				     "longer than %d bytes", FORMULA_MOST);
	for (;;) {
		struct comparison comparison = {.is_after_or = is_after_or};

		if (!parse_comparison(&parser, &comparison))
			return false;
		ARENA_PUSH(formula->arena, predicate->comparisons,
			   predicate->count, comparison);
		is_after_or = scan_take_word(&parser, "or");
		if (!is_after_or && !scan_take_word(&parser, "and"))
			break;
	}
	if (scan_peek(&parser) != '\0')
		return scan_expected(&parser, "'and', 'or' or the end");
	return true;
}
