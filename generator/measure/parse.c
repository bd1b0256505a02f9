/* Recursive descent over a formula: sums, products, calls, into steps. */
/* SPDX-License-Identifier: MIT */
#include "measure/parse.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#define DIGITS "0123456789"

enum {
	PERCENTAGE_DIGITS = 9
};

static const struct verb {
	const char *name;
	enum step_kind step;
	size_t least; /* arguments */
	size_t most;
} verbs[] = {
    {"share", STEP_SHARE, 2, 2},    {"min", STEP_MIN, 1, SIZE_MAX},
    {"max", STEP_MAX, 1, SIZE_MAX}, {"sum", STEP_SUM, 1, 1},
    {"top", STEP_TOP, 2, 2},	    {"rank", STEP_RANK, 2, SIZE_MAX},
};

static bool
emit(struct parser *parser, struct step step)
{
	struct formula *formula = parser->formula;

	ARENA_PUSH(formula->arena, formula->steps, formula->step_count, step);
	return true;
}

/* 65% or 57.5%: with at most nine digits both numbers stay far below the end
 * that base/ratio.h sets. */
static bool
parse_percentage(struct parser *parser, const struct word *word)
{
	struct step step = {
	    .kind = STEP_RATIO, .at = word->at, .ratio = {0, 100}};
	size_t whole = strspn(word->text, DIGITS), digits = 0;
	const char *decimals = word->text + whole;
	bool good = whole > 0;

	if (decimals[0] == '.') {
		decimals++;
		good = good && decimals[0] != '\0';
	}
	good = good && decimals[strspn(decimals, DIGITS)] == '\0';
	for (const char *c = word->text; good && *c != '\0'; c++) {
		if (*c == '.')
			continue;
		good = ++digits <= PERCENTAGE_DIGITS;
		step.ratio.part = step.ratio.part * 10 + *c - '0';
		step.ratio.whole *= c > word->text + whole ? 10 : 1;
	}
	if (!good)
		return formula_error(parser->formula, word->at,
				     "'%.64s%%' is no percentage of at most "
				     "%d digits",
				     word->text, PERCENTAGE_DIGITS);
	parser->at++;
	return emit(parser, step);
}

/* A whole number, a percentage or a day. What has a hyphen inside is meant as a
 * day: to read 2021-9-15 as a difference would hide a slip of the pen. */
static bool
parse_literal(struct parser *parser)
{
	struct step step = {.kind = STEP_NUMBER};
	struct word word;

	scan_code(parser, &word);
	if (parser->formula->text[parser->at] == '%')
		return parse_percentage(parser, &word);
	step.at = word.at;
	if (word.text[strspn(word.text, DIGITS)] == '\0')
		return scan_number(parser, &word, &step.number) &&
		       emit(parser, step);
	step.kind = STEP_DAY;
	if (!day_read(word.text, &step.day))
		return formula_error(parser->formula, word.at,
				     "'%.64s' is neither a whole number nor a "
				     "day (yyyy-mm-dd)",
				     word.text);
	return emit(parser, step);
}

/* The second argument of rank: a lone code may be a key of the series or a
 * value, which only the first argument's kind decides. False if it is more, or
 * after a message. */
static bool
parse_key(struct parser *parser)
{
	struct step step = {.kind = STEP_KEY, .number = -1, .measure = NONE};
	struct parser ahead = *parser;
	struct word word;

	if (!scan_code(&ahead, &word) || !scan_provision(&ahead, &word) ||
	    scan_peek(&ahead) != ')')
		return false;
	step.name = word.text;
	step.at = word.at;
	/* At most 18 digits cannot overflow; more are no key. */
	if (word.text[strspn(word.text, DIGITS)] == '\0') {
		if (strlen(word.text) > 18)
			return false;
		scan_number(&ahead, &word, &step.number);
	}
	parser->at = ahead.at;
	return emit(parser, step);
}

static bool
parse_values(struct parser *parser, const struct verb *verb, size_t *count)
{
	*count = 0;
	do {
		bool is_key = verb->step == STEP_RANK && *count == 1 &&
			      parse_key(parser);

		if (!is_key &&
		    (parser->formula->is_bad || !parse_expression(parser)))
			return false;
		++*count;
	} while (scan_take(parser, ','));
	return scan_take(parser, ')') || scan_expected(parser, "',' or ')'");
}

static bool
parse_verb(struct parser *parser, const struct verb *verb,
	   const struct word *name)
{
	size_t count;

	if (!parse_values(parser, verb, &count))
		return false;
	if (count < verb->least || count > verb->most)
		return formula_error(
		    parser->formula, name->at,
		    "%s wants %s%zu argument%s, not %zu", verb->name,
		    verb->most > verb->least ? "at least " : "", verb->least,
		    verb->least == 1 ? "" : "s", count);
	if (scan_take_word(parser, "by"))
		return formula_error(parser->formula, parser->at - 2,
				     "'by' follows count, states and reviews "
				     "only");
	return emit(parser, (struct step){.kind = verb->step,
					  .at = name->at,
					  .arguments = count});
}

static bool
parse_call(struct parser *parser, const struct word *name)
{
	struct nearest nearest = {.wanted = name->text};
	enum tally_verb tally_verb;

	if (tally_verb_find(name->text, &tally_verb)) {
		const struct tally *tally = parse_tally(parser, tally_verb,
							name);

		return tally != NULL &&
		       emit(parser, (struct step){.kind = STEP_TALLY,
						  .at = name->at,
						  .tally = tally});
	}
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, name->text) == 0)
			return parse_verb(parser, &verbs[i], name);
	for (size_t i = 0; i < COUNT(verbs); i++)
		nearest_offer(&nearest, verbs[i].name);
	tally_verbs_offer(&nearest);
	return formula_error(parser->formula, name->at,
			     "unknown verb '%.64s'%s", name->text,
			     nearest_words(parser->formula->arena, &nearest));
}

static bool
parse_nested(struct parser *parser, const struct word *call)
{
	bool good;

	if (++parser->depth > FORMULA_DEEPEST)
		return formula_error(parser->formula, parser->at - 1,
				     "nested more than %d deep",
				     FORMULA_DEEPEST);
	if (call != NULL)
		good = parse_call(parser, call);
	else
		good = parse_expression(parser) && scan_expect(parser, ')');
	parser->depth--;
	return good;
}

static bool
parse_factor(struct parser *parser)
{
	char next = scan_peek(parser);
	struct word word;

	if (scan_take(parser, '('))
		return parse_nested(parser, NULL);
	if (next >= '0' && next <= '9')
		return parse_literal(parser);
	if (!scan_name(parser, &word))
		return scan_expected(parser,
				     "a number, a day, a measure or a verb");
	if (scan_take(parser, '('))
		return parse_nested(parser, &word);
	return emit(parser, (struct step){.kind = STEP_MEASURE,
					  .at = word.at,
					  .name = word.text,
					  .measure = NONE});
}

static bool
parse_term(struct parser *parser)
{
	if (!parse_factor(parser))
		return false;
	for (;;) {
		struct step step = {.kind = STEP_MULTIPLY};

		if (scan_peek(parser) == '/')
			step.kind = STEP_DIVIDE;
		else if (scan_peek(parser) != '*')
			return true;
		step.at = parser->at++;
		if (!parse_factor(parser))
			return false;
		emit(parser, step);
	}
}

bool
parse_expression(struct parser *parser)
{
	if (!parse_term(parser))
		return false;
	for (;;) {
		struct step step = {.kind = STEP_ADD};

		if (scan_peek(parser) == '-')
			step.kind = STEP_SUBTRACT;
		else if (scan_peek(parser) != '+')
			return true;
		step.at = parser->at++;
		if (!parse_term(parser))
			return false;
		emit(parser, step);
	}
}

bool
formula_parse(struct formula *formula)
{
	struct parser parser = {.formula = formula};

	if (strlen(formula->text) > FORMULA_MOST)
		return formula_error(formula, FORMULA_MOST,
				     "longer than %d bytes", FORMULA_MOST);
	if (!parse_expression(&parser))
		return false;
	if (scan_peek(&parser) != '\0')
		return scan_expected(&parser, "an operator or the end");
	return !formula->is_bad;
}
