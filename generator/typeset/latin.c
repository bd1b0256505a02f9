/* Numbers and document symbols hold together. */
/* SPDX-License-Identifier: MIT */
#include "typeset/latin.h"

enum {
	GROUP = 3 /* digits between spaces */
};

static bool
is_digit_at(const struct sign *signs, size_t count, size_t i)
{
	return i < count && signs[i].class == CLASS_DIGIT;
}

static bool
joins_digits(uint32_t c)
{
	return c == '.' || c == ',' || c == ':' || c == '/' || c == '-' ||
	       c == 0x2013 || c == 0x2011 || c == 0xa0 || c == 0x202f;
}

/* Digits in a row from i on. */
static size_t
digits_from(const struct sign *signs, size_t count, size_t i)
{
	size_t n = 0;

	while (is_digit_at(signs, count, i + n))
		n++;
	return n;
}

/* True if the space at i, with n digits ahead of it, groups thousands. */
static bool
is_grouping_space(const struct sign *signs, size_t count, size_t i, size_t n)
{
	return signs[i].character == ' ' && n > 0 && n <= GROUP &&
	       digits_from(signs, count, i + 1) == GROUP;
}

void
signs_bind_numbers(struct sign *signs, size_t count, bool is_han)
{
	size_t digits = 0; /* in a row ahead of i */

	for (size_t i = 0; i < count; i++) {
		if (signs[i].class == CLASS_DIGIT) {
			if (digits > 0)
				signs[i].bond = BOND_TIGHT;
			digits++;
			continue;
		}
		if (digits > 0 && is_digit_at(signs, count, i + 1) &&
		    (joins_digits(signs[i].character) ||
		     (is_han && is_grouping_space(signs, count, i, digits)))) {
			signs[i].bond = BOND_TIGHT;
			signs[i + 1].bond = BOND_TIGHT;
		}
		digits = 0;
	}
}

static bool
is_in(uint32_t c, uint32_t low, uint32_t high)
{
	return c >= low && c <= high;
}

static bool
is_symbol_sign(uint32_t c)
{
	return is_in(c, 'A', 'Z') || is_in(c, 'a', 'z') || is_in(c, '0', '9') ||
	       c == '/' || c == '-' || c == '.';
}

/* A symbol begins with a capital and has a slash; small letters are in it only
 * where it has more than one ("CRP.1/Add.2"): and/or is none, nor is Yes/No. */
static bool
is_symbol(const struct sign *signs, size_t first, size_t end)
{
	size_t slashes = 0;
	bool has_small = false;

	for (size_t i = first; i < end; i++) {
		slashes += signs[i].character == '/';
		has_small = has_small || is_in(signs[i].character, 'a', 'z');
	}
	return is_in(signs[first].character, 'A', 'Z') &&
	       slashes > (has_small ? 1 : 0);
}

void
signs_bind_symbols(struct sign *signs, size_t count)
{
	for (size_t first = 0, end; first < count; first = end + 1) {
		end = first;
		while (end < count && is_symbol_sign(signs[end].character))
			end++;
		if (end == first || !is_symbol(signs, first, end))
			continue;
		for (size_t i = first + 1; i < end; i++)
			signs[i].bond = signs[i - 1].character == '/'
					    ? BOND_SLASH
					    : BOND_TIGHT;
	}
}
