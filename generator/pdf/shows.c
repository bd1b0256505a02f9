/* Shorten TJ: one spacing for the line instead of a number for each glyph. */
/* SPDX-License-Identifier: MIT */
#include "pdf/shows.h"

#include "base/text.h"
#include "pdf/scan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	GLYPHS_MOST = 512, /* of an array; a longer one is copied */
	CODE = 4	   /* hexadecimal digits of a glyph */
};

/* An array of TJ as glyphs, each with the number behind it. */
struct show {
	const char *codes[GLYPHS_MOST]; /* CODE digits each */
	double numbers[GLYPHS_MOST];	/* [1/1000 of the size] */
	size_t count;
};

static bool
codes_read(struct show *show, const char *digits, size_t length)
{
	if (length % CODE != 0 || show->count + length / CODE > GLYPHS_MOST)
		return false;
	for (size_t i = 0; i < length; i++)
		if (strchr("0123456789abcdefABCDEF", digits[i]) == NULL)
			return false;
	for (size_t i = 0; i < length; i += CODE) {
		show->codes[show->count] = digits + i;
		show->numbers[show->count++] = 0;
	}
	return true;
}

/* False if it is not [<…> number <…> …] with a glyph first. */
static bool
show_read(struct show *show, const char *bytes, size_t length)
{
	struct scanner scanner = {.bytes = bytes, .length = length};

	show->count = 0;
	if (scanner_next(&scanner) != TOKEN_OPERAND || !token_is(&scanner, "["))
		return false;
	while (scanner_next(&scanner) == TOKEN_OPERAND &&
	       !token_is(&scanner, "]")) {
		const char *token = bytes + scanner.from;
		size_t size = scanner.at - scanner.from;
		char number[32] = "";

		if (*token == '<') {
			if (!codes_read(show, token + 1, size - 2))
				return false;
			continue;
		}
		if (show->count == 0 || size >= sizeof(number) ||
		    strchr("+-.0123456789", *token) == NULL)
			return false;
		memcpy(number, token, size);
		show->numbers[show->count - 1] += strtod(number, NULL);
	}
	return token_is(&scanner, "]") && show->count > 1;
}

/* The number that most glyphs but the last have behind them. */
static double
number_of_most(const struct show *show)
{
	size_t most = 0;
	double found = 0;

	for (size_t i = 0; i + 1 < show->count; i++) {
		size_t count = 0;

		for (size_t j = 0; j + 1 < show->count; j++)
			count += fabs(show->numbers[j] - show->numbers[i]) <
				 0.5;
		if (count > most) {
			most = count;
			found = show->numbers[i];
		}
	}
	return found;
}

/* Spacing is counted in the unscaled size, which Cairo sets to 1. */
static void
show_write(const struct show *show, struct text *out)
{
	double number = number_of_most(show), carried = 0;
	bool is_open = false;

	if (number < 0 || number > 0)
		text_print(out, "%g Tc ", -number / 1000);
	text_add(out, "[");
	for (size_t i = 0; i < show->count; i++) {
		text_add(out, is_open ? "" : "<");
		text_add_bytes(out, show->codes[i], CODE);
		carried += show->numbers[i] - number;
		is_open = fabs(carried) <= SHOW_TOLERANCE;
		if (is_open && i + 1 < show->count)
			continue;
		text_add(out, ">");
		if (!is_open)
			text_print(out, "%g", round(carried));
		carried = is_open ? carried : carried - round(carried);
		is_open = false;
	}
	text_add(out, number < 0 || number > 0 ? "] TJ 0 Tc" : "] TJ");
}

static bool
names_have(const char *const *names, size_t count, const char *name,
	   size_t length)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(names[i]) == length &&
		    memcmp(names[i], name, length) == 0)
			return true;
	return false;
}

/* Where the operands that wait for their operator began and ended. */
struct operands {
	size_t from;
	size_t first_end;
	size_t count;
};

void
shows_shorten(struct text *out, const char *bytes, size_t length,
	      const char *const *fonts, size_t font_count)
{
	struct scanner scanner = {.bytes = bytes, .length = length};
	struct operands operands = {0};
	size_t copied = 0;
	bool is_composite = false, is_unit = false;
	struct show show;
	enum token token;

	while ((token = scanner_next(&scanner)) == TOKEN_OPERAND ||
	       token == TOKEN_OPERATOR) {
		if (token == TOKEN_OPERAND) {
			if (operands.count++ == 0) {
				operands.from = scanner.from;
				operands.first_end = scanner.at;
			}
			is_unit = token_is(&scanner, "1");
			continue;
		}
		if (token_is(&scanner, "Tf"))
			is_composite = is_unit &&
				       names_have(fonts, font_count,
						  bytes + operands.from,
						  operands.first_end -
						      operands.from);
		if (is_composite && token_is(&scanner, "TJ") &&
		    show_read(&show, bytes + operands.from,
			      scanner.from - operands.from)) {
			text_add_bytes(out, bytes + copied,
				       operands.from - copied);
			show_write(&show, out);
			copied = scanner.at;
		}
		operands.count = 0;
	}
	text_add_bytes(out, bytes + copied, length - copied);
}
