/* A buffer of bytes that grows: writing to it cannot fail. And UTF-8. */
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
text_reserve(struct text *text, size_t more)
{
	size_t capacity = text->capacity == 0 ? 256 : text->capacity;

	if (more > SIZE_MAX / 4 || text->length > SIZE_MAX / 4)
		memory_exhausted();
	while (capacity < text->length + more + 1)
		capacity *= 2;
	if (capacity == text->capacity)
		return;
	text->bytes = realloc(text->bytes, capacity);
	if (text->bytes == NULL)
		memory_exhausted();
	text->capacity = capacity;
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

void
text_add(struct text *text, const char *string)
{
	text_add_bytes(text, string, strlen(string));
}

void
text_print(struct text *text, const char *format, ...)
{
	va_list arguments;
	size_t room;
	int length;

	text_reserve(text, TEXT_LEAST);
	room = text->capacity - text->length;
	va_start(arguments, format);
	length = vsnprintf(text->bytes + text->length, room, format, arguments);
	va_end(arguments);
	if (length < 0)
		memory_exhausted();
	if ((size_t)length >= room) { /* cut short: again, with room */
		text_reserve(text, (size_t)length);
		va_start(arguments, format);
		vsnprintf(text->bytes + text->length, (size_t)length + 1,
			  format, arguments);
		va_end(arguments);
	}
	text->length += (size_t)length;
}

void
text_add_integer(struct text *text, long long number)
{
	unsigned long long rest = number < 0 ? 0 - (unsigned long long)number
					     : (unsigned long long)number;
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (number < 0)
		digits[--at] = '-';
	text_add_bytes(text, digits + at, sizeof(digits) - at);
}

void
text_add_decimal(struct text *text, double value)
{
	long long hundredths = llround(value * 100);
	long long whole = llabs(hundredths) / 100;
	long long part = llabs(hundredths) % 100;

	if (hundredths < 0)
		text_add(text, "-");
	text_add_integer(text, whole);
	if (part == 0)
		return;
	text_add(text, part < 10 ? ".0" : ".");
	text_add_integer(text, part % 10 == 0 ? part / 10 : part);
}

void
text_add_character(struct text *text, uint32_t c)
{
	char bytes[4];
	size_t length = 0;

	assert(c != 0 && c <= 0x10ffff);
	if (c < 0x80) {
		bytes[length++] = (char)c;
	} else if (c < 0x800) {
		bytes[length++] = (char)(0xc0 | c >> 6);
	} else if (c < 0x10000) {
		bytes[length++] = (char)(0xe0 | c >> 12);
		bytes[length++] = (char)(0x80 | (c >> 6 & 0x3f));
	} else {
		bytes[length++] = (char)(0xf0 | c >> 18);
		bytes[length++] = (char)(0x80 | (c >> 12 & 0x3f));
		bytes[length++] = (char)(0x80 | (c >> 6 & 0x3f));
	}
	if (c >= 0x80)
		bytes[length++] = (char)(0x80 | (c & 0x3f));
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
	for (; *string != '\0'; string++) {
		const char *escape = escape_of(*string);

		if (escape != NULL)
			text_add(text, escape);
		else
			text_add_bytes(text, string, 1);
	}
}

void
text_add_json(struct text *text, const char *string)
{
	text_add(text, "\"");
	for (; *string != '\0'; string++) {
		unsigned char c = (unsigned char)*string;

		if (c == '"' || c == '\\')
			text_print(text, "\\%c", c);
		else if (c < 0x20)
			text_print(text, "\\u%04x", c);
		else
			text_add_bytes(text, string, 1);
	}
	text_add(text, "\"");
}

void
text_add_csv(struct text *text, const char *string)
{
	bool is_formula = *string != '\0' && strchr("=+-@\t\r", *string);

	text_add(text, "\"");
	if (is_formula)
		text_add(text, "'");
	for (; *string != '\0'; string++) {
		if (*string == '"')
			text_add(text, "\"");
		text_add_bytes(text, string, 1);
	}
	text_add(text, "\"");
}

const char *
text_string(const struct text *text)
{
	return text->bytes == NULL ? "" : text->bytes;
}

/* Bytes of the sequence that a lead byte opens; 0 if it opens none. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	if (lead >= 0xf0 && lead <= 0xf4)
		return 4;
	return 0;
}

uint32_t
utf8_next(const char **at)
{
	const unsigned char *s = (const unsigned char *)*at;
	size_t length = sequence_length(s[0]);
	uint32_t c;

	if (s[0] == '\0')
		return 0;
	assert(length > 0);
	c = length == 1 ? s[0] : s[0] & (0x7fu >> length);
	for (size_t i = 1; i < length; i++)
		c = c << 6 | (s[i] & 0x3f);
	*at += length;
	return c;
}

/* The second byte's range is what excludes overlong forms and surrogates
 * (RFC 3629, section 4). */
static bool
second_is_valid(unsigned char lead, unsigned char second)
{
	unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

	return second >= low && second <= high;
}

bool
utf8_is_valid(const char *bytes, size_t length, size_t *fault)
{
	const unsigned char *s = (const unsigned char *)bytes;

	for (size_t i = 0; i < length;) {
		size_t count = sequence_length(s[i]);

		*fault = i;
		if (s[i] == 0 || count == 0 || count > length - i)
			return false;
		if (count > 1 && !second_is_valid(s[i], s[i + 1]))
			return false;
		for (size_t k = 2; k < count; k++)
			if ((s[i + k] & 0xc0) != 0x80)
				return false;
		i += count;
	}
	return true;
}

size_t
utf8_count(const char *string)
{
	size_t count = 0;

	while (utf8_next(&string) != 0)
		count++;
	return count;
}

bool
utf8_is_among(const char *characters, uint32_t character)
{
	while (*characters != '\0')
		if (utf8_next(&characters) == character)
			return true;
	return false;
}

bool
utf8_is_han(uint32_t c)
{
	return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef) ||
	       (c >= 0x20000 && c <= 0x3ffff);
}

void
characters_add(struct arena *arena, struct characters *set, const char *string)
{
	for (uint32_t c; (c = utf8_next(&string)) != 0;) {
		uint64_t **plane = &set->planes[c >> 16];

		if (*plane == NULL)
			*plane = arena_array(arena, 1024, sizeof(**plane));
		(*plane)[(c & 0xffff) / 64] |= UINT64_C(1) << c % 64;
	}
}

bool
characters_have(const struct characters *set, uint32_t c)
{
	const uint64_t *plane = c <= 0x10ffff ? set->planes[c >> 16] : NULL;

	return plane != NULL && (plane[(c & 0xffff) / 64] >> c % 64 & 1) != 0;
}

bool
characters_have_all(const struct characters *set,
		    const struct characters *others)
{
	for (size_t plane = 0; plane < COUNT(set->planes); plane++) {
		const uint64_t *here = set->planes[plane];
		const uint64_t *there = others->planes[plane];

		for (size_t i = 0; there != NULL && i < 65536 / 64; i++)
			if ((there[i] & ~(here == NULL ? 0 : here[i])) != 0)
				return false;
	}
	return true;
}
