/* A buffer of bytes that grows: writing to it cannot fail. */
/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/arena.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	TEXT_LEAST = 64 /* [bytes] of room, in which most words fit */
};

void
text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){0};
}

static void
text_grow(struct text *text, size_t more)
{
	size_t capacity = text->capacity == 0 ? 256 : text->capacity;

	if (more > SIZE_MAX / 4 || text->length > SIZE_MAX / 4)
		memory_exhausted();
	while (capacity < text->length + more + 1)
		capacity *= 2;
	text->bytes = realloc(text->bytes, capacity);
	if (text->bytes == NULL)
		memory_exhausted();
	text->capacity = capacity;
}

/* Room for so many bytes and the one that closes them. */
static inline void
text_reserve(struct text *text, size_t more)
{
	if (text->capacity - text->length <= more)
		text_grow(text, more);
}

void
text_add_bytes(struct text *text, const char *bytes, size_t length)
{
	text_reserve(text, length);
	if (length > 0)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

__attribute__((format(printf, 2, 0))) static void
text_print_rest(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	size_t room;
	int length;

	text_reserve(text, TEXT_LEAST);
	room = text->capacity - text->length;
	va_copy(again, arguments);
	length = vsnprintf(text->bytes + text->length, room, format, arguments);
	if (length < 0)
		memory_exhausted();
	if ((size_t)length >= room) { /* cut short: again, with room */
		text_reserve(text, (size_t)length);
		vsnprintf(text->bytes + text->length, (size_t)length + 1,
			  format, again);
	}
	va_end(again);
	text->length += (size_t)length;
}

static void
digits_add(struct text *text, bool is_negative, unsigned long long rest)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (is_negative)
		digits[--at] = '-';
	text_add_bytes(text, digits + at, sizeof(digits) - at);
}

/* Nine of ten conversions are one of three, which are written here without
 * reading what none of them has: width, precision and flags. From the first
 * other one on, vsnprintf writes. */
void
text_print(struct text *text, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	for (const char *at; (at = strchr(format, '%')) != NULL;) {
		text_add_bytes(text, format, (size_t)(at - format));
		format = at + 2;
		if (at[1] == 's') {
			text_add(text, va_arg(arguments, const char *));
		} else if (at[1] == 'd') {
			text_add_integer(text, va_arg(arguments, int));
		} else if (at[1] == 'z' && at[2] == 'u') {
			digits_add(text, false, va_arg(arguments, size_t));
			format++;
		} else {
			text_print_rest(text, at, arguments);
			format = "";
		}
	}
	va_end(arguments);
	text_add(text, format);
}

void
text_add_integer(struct text *text, long long number)
{
	digits_add(text, number < 0,
		   number < 0 ? 0 - (unsigned long long)number
			      : (unsigned long long)number);
}

/* A number of so many decimals with the zeros at its end left out. */
static void
decimals_add(struct text *text, bool is_negative, unsigned long long scaled,
	     int decimals)
{
	char digits[24];
	size_t at = sizeof(digits);

	for (; decimals > 0 && scaled % 10 == 0; decimals--)
		scaled /= 10;
	for (int i = 0; i <= decimals || scaled > 0; i++, scaled /= 10) {
		if (i == decimals && i > 0)
			digits[--at] = '.';
		digits[--at] = (char)('0' + scaled % 10);
	}
	if (is_negative)
		digits[--at] = '-';
	text_add_bytes(text, digits + at, sizeof(digits) - at);
}

/* Of numbers from 0.0001 up to the power of ten that has one digit too many,
 * the scaled one is off by less than a millionth: so rounding it is right where
 * it lies further than that from the middle of two. */
void
text_add_significant(struct text *text, double value, int digits)
{
	static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5,
					1e6, 1e7, 1e8, 1e9, 1e10};
	double size = fabs(value), scaled, whole;
	int decimals = digits - 1;

	assert(digits > 0 && digits <= 7);
	if (value == 0 && !signbit(value)) {
		text_add(text, "0");
		return;
	}
	if (size >= 1e-4 && size < powers[digits] - 1) {
		while (decimals > 0 && size >= powers[digits - decimals])
			decimals--;
		while (size * powers[decimals] < powers[digits - 1])
			decimals++;
		scaled = size * powers[decimals];
		whole = floor(scaled);
		if (fabs(scaled - whole - 0.5) > 1e-6) {
			whole += scaled - whole > 0.5;
			decimals_add(text, value < 0, (unsigned long long)whole,
				     decimals);
			return;
		}
	}
	text_print(text, "%.*g", digits, value);
}

void
text_add_decimal(struct text *text, double value)
{
	long long hundredths = llround(value * 100);

	decimals_add(text, hundredths < 0,
		     (unsigned long long)llabs(hundredths), 2);
}

void
text_add_character(struct text *text, uint32_t c)
{
	char bytes[4];
	size_t length = utf8_put(c, bytes);

	text_add_bytes(text, bytes, length);
}

static const char *
escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
text_add_escaped(struct text *text, const char *string)
{
	for (;;) {
		size_t plain = strcspn(string, "&<>\"'");

		text_add_bytes(text, string, plain);
		if (string[plain] == '\0')
			return;
		text_add(text, escape_of(string[plain]));
		string += plain + 1;
	}
}

static size_t
json_plain_length(const char *string)
{
	const unsigned char *at = (const unsigned char *)string;

	while (*at >= 0x20 && *at != '"' && *at != '\\')
		at++;
	return (size_t)((const char *)at - string);
}

void
text_add_json(struct text *text, const char *string)
{
	text_add(text, "\"");
	for (;;) {
		size_t plain = json_plain_length(string);
		unsigned char c = (unsigned char)string[plain];

		text_add_bytes(text, string, plain);
		if (c == '\0')
			break;
		text_print(text, c < 0x20 ? "\\u%04x" : "\\%c", c);
		string += plain + 1;
	}
	text_add(text, "\"");
}

void
text_add_csv(struct text *text, const char *string)
{
	bool is_formula = *string != '\0' && strchr("=+-@\t\r", *string);

	text_add(text, is_formula ? "\"'" : "\"");
	for (;;) {
		size_t plain = strcspn(string, "\"");

		text_add_bytes(text, string, plain);
		if (string[plain] == '\0')
			break;
		text_add(text, "\"\"");
		string += plain + 1;
	}
	text_add(text, "\"");
}

const char *
text_string(const struct text *text)
{
	return text->bytes == NULL ? "" : text->bytes;
}
