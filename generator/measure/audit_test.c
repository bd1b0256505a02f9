/* The tests of published.tsv: read exactly, judged exactly. */
/* SPDX-License-Identifier: MIT */
#include "measure/audit.h"

#include "measure/dimension.h"
#include "measure/value.h"

#include <stdlib.h>
#include <string.h>

enum {
	BOUND_DIGITS = 9 /* so that a bound's two numbers stay under 2^40 */
};

/* --- reading --- */

struct cursor {
	const char *text;
	size_t at;
};

static bool
take(struct cursor *cursor, const char *mark)
{
	size_t length = strlen(mark);

	if (strncmp(cursor->text + cursor->at, mark, length) != 0)
		return false;
	cursor->at += length;
	return true;
}

/* One to BOUND_DIGITS digits behind those that *number already holds. */
static bool
take_digits(struct cursor *cursor, long long *number, long long *scale)
{
	size_t count = strspn(cursor->text + cursor->at, "0123456789");

	if (count == 0 || count > BOUND_DIGITS)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (*number >= 1000000000)
			return false;
		*number = *number * 10 + cursor->text[cursor->at++] - '0';
		*scale *= 10;
	}
	return true;
}

/* 78, -2, 57.5%, 0.25, 1/3 */
static bool
take_bound(struct cursor *cursor, struct bound *bound)
{
	bool is_negative = take(cursor, "-");
	long long part = 0, whole = 1, ignored = 1;

	if (!take_digits(cursor, &part, &ignored))
		return false;
	if (take(cursor, "/")) {
		whole = 0;
		if (!take_digits(cursor, &whole, &ignored) || whole == 0)
			return false;
		bound->unit = UNIT_SHARE;
	} else {
		if (take(cursor, ".") && !take_digits(cursor, &part, &whole))
			return false;
		bound->unit = take(cursor, "%") ? UNIT_SHARE : UNIT_PLAIN;
		if (bound->unit == UNIT_SHARE)
			whole *= 100;
	}
	bound->at = (struct ratio){is_negative ? -part : part, whole};
	return true;
}

static const char *
parse_interval(struct cursor *cursor, struct audit_test *test)
{
	int order;

	test->kind = TEST_INTERVAL;
	test->low.is_open = take(cursor, "(");
	if (!test->low.is_open)
		take(cursor, "[");
	if (!take_bound(cursor, &test->low))
		return "expected a bound";
	if (!take(cursor, ","))
		return "expected ',' between the bounds";
	take(cursor, " ");
	if (!take_bound(cursor, &test->high))
		return "expected a bound";
	test->high.is_open = take(cursor, ")");
	if (!test->high.is_open && !take(cursor, "]"))
		return "expected ']' or ')'";
	order = ratio_compare(test->low.at, test->high.at);
	if (order > 0 ||
	    (order == 0 && (test->low.is_open || test->high.is_open)))
		return "nothing lies between these bounds";
	return NULL;
}

static const char *
parse_percentage(struct cursor *cursor, long long *percentage)
{
	long long ignored = 1;

	*percentage = 0;
	if (!take(cursor, "~") || !take_digits(cursor, percentage, &ignored) ||
	    !take(cursor, "%"))
		return "expected '~', a whole number and '%'";
	return NULL;
}

static const char *
parse_rounded(struct cursor *cursor, struct audit_test *test)
{
	const char *fault = parse_percentage(cursor, &test->number);

	test->kind = TEST_ROUNDED;
	if (fault != NULL || !take(cursor, ".."))
		return fault;
	test->kind = TEST_EXTREMES;
	fault = parse_percentage(cursor, &test->greatest);
	if (fault == NULL && test->number > test->greatest)
		return "the least is greater than the greatest";
	return fault;
}

static const char *
parse_exact(struct cursor *cursor, struct audit_test *test)
{
	bool is_negative;
	long long ignored = 1;

	take(cursor, "=");
	test->kind = TEST_DAY;
	if (day_read(cursor->text + cursor->at, &test->day)) {
		cursor->at = strlen(cursor->text);
		return NULL;
	}
	test->kind = TEST_NUMBER;
	is_negative = take(cursor, "-");
	if (!take_digits(cursor, &test->number, &ignored))
		return "expected a whole number or a day after '='";
	if (is_negative)
		test->number = -test->number;
	return NULL;
}

/* Codes with one blank between them. */
static const char *
parse_list(struct cursor *cursor, struct audit_test *test)
{
	test->kind = TEST_LIST;
	test->codes = cursor->text;
	do {
		size_t length = strspn(cursor->text + cursor->at,
				       "abcdefghijklmnopqrstuvwxyz"
				       "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				       "0123456789.-_");

		if (length == 0)
			return "expected '=', '~', '[', '(' or a code";
		cursor->at += length;
	} while (take(cursor, " "));
	return NULL;
}

const char *
audit_test_parse(const char *text, struct audit_test *test, size_t *fault)
{
	struct cursor cursor = {text, 0};
	const char *words;

	*test = (struct audit_test){0};
	switch (text[0]) {
	case '=':
		words = parse_exact(&cursor, test);
		break;
	case '~':
		words = parse_rounded(&cursor, test);
		break;
	case '[':
	case '(':
		words = parse_interval(&cursor, test);
		break;
	default:
		words = parse_list(&cursor, test);
		break;
	}
	if (words == NULL && text[cursor.at] != '\0')
		words = "expected the end of the test";
	*fault = cursor.at;
	return words;
}

/* --- judging --- */

/* A share is measured in shares and a number in numbers; 0 is both. */
static bool
bound_suits(const struct bound *bound, bool is_ratio)
{
	return bound->at.part == 0 || (bound->unit == UNIT_SHARE) == is_ratio;
}

static bool
interval_suits(const struct audit_test *test, bool is_ratio)
{
	return bound_suits(&test->low, is_ratio) &&
	       bound_suits(&test->high, is_ratio);
}

static bool
is_share_series(const struct value *value)
{
	return value_has_rows(value) &&
	       (value->count == 0 || value->rows[0].is_ratio);
}

bool
audit_test_suits(const struct audit_test *test, const struct value *value)
{
	switch (test->kind) {
	case TEST_NUMBER:
		return value->kind == VALUE_NUMBER;
	case TEST_DAY:
		return value->kind == VALUE_DAY;
	case TEST_ROUNDED:
		return value->kind == VALUE_RATIO;
	case TEST_EXTREMES:
		return is_share_series(value);
	case TEST_INTERVAL:
		if (value->kind == VALUE_NUMBER || value->kind == VALUE_RATIO)
			return interval_suits(test, value->kind == VALUE_RATIO);
		return value_has_rows(value) &&
		       interval_suits(test, is_share_series(value));
	case TEST_LIST:
		return value->kind == VALUE_LIST;
	}
	abort();
}

static bool
interval_holds(const struct audit_test *test, struct ratio ratio)
{
	int low, high;

	if (ratio.whole == 0)
		return false;
	low = ratio_compare(ratio, test->low.at);
	high = ratio_compare(ratio, test->high.at);
	return (low > 0 || (low == 0 && !test->low.is_open)) &&
	       (high < 0 || (high == 0 && !test->high.is_open));
}

static bool
interval_holds_all(const struct audit_test *test, const struct value *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct row *row = &series->rows[i];
		struct ratio number = {row->number, 1};

		if (!interval_holds(test, row->is_ratio ? row->ratio : number))
			return false;
	}
	return series->count > 0;
}

static bool
extremes_hold(const struct audit_test *test, const struct value *series)
{
	struct ratio least = {0}, greatest = {0};

	for (size_t i = 0; i < series->count; i++) {
		struct ratio ratio = series->rows[i].ratio;

		if (ratio.whole == 0)
			return false;
		if (i == 0 || ratio_compare(ratio, least) < 0)
			least = ratio;
		if (i == 0 || ratio_compare(ratio, greatest) > 0)
			greatest = ratio;
	}
	return series->count > 0 && ratio_round(least, 100) == test->number &&
	       ratio_round(greatest, 100) == test->greatest;
}

static bool
list_holds(const char *codes, const struct dataset *dataset,
	   const struct value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		char buffer[KEY_BYTES];
		const char *code = dimension_code(dataset, list->dimension,
						  list->rows[i].key, buffer);
		size_t length = strcspn(codes, " ");

		if (strlen(code) != length || strncmp(code, codes, length) != 0)
			return false;
		codes += length;
		codes += strspn(codes, " ");
	}
	return codes[0] == '\0';
}

bool
audit_test_holds(const struct audit_test *test, const struct dataset *dataset,
		 const struct value *value)
{
	switch (test->kind) {
	case TEST_NUMBER:
		return value->number == test->number;
	case TEST_DAY:
		return value->day == test->day;
	case TEST_ROUNDED:
		return ratio_round(value->ratio, 100) == test->number;
	case TEST_EXTREMES:
		return extremes_hold(test, value);
	case TEST_INTERVAL:
		if (value_has_rows(value))
			return interval_holds_all(test, value);
		if (value->kind == VALUE_RATIO)
			return interval_holds(test, value->ratio);
		return interval_holds(test, (struct ratio){value->number, 1});
	case TEST_LIST:
		return list_holds(test->codes, dataset, value);
	}
	abort();
}
