/* UTF-8: code points one after the other, and sets of them. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

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

size_t
utf8_put(uint32_t c, char bytes[4])
{
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
	return length;
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

/* How many bytes are from U+0001 to U+007F, counted in eights while they are:
 * of a byte less 1, with the byte itself, only those have no highest bit. */
static size_t
ascii_length(const unsigned char *bytes, size_t length)
{
	size_t count = 0;
	uint64_t eight;

	for (; length - count >= sizeof(eight); count += sizeof(eight)) {
		memcpy(&eight, bytes + count, sizeof(eight));
		if (((eight | (eight - UINT64_C(0x0101010101010101))) &
		     UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (count < length && bytes[count] - 1u < 0x7f)
		count++;
	return count;
}

bool
utf8_is_valid(const char *bytes, size_t length, size_t *fault)
{
	const unsigned char *s = (const unsigned char *)bytes;

	for (size_t i = 0; i < length;) {
		size_t count;

		i += ascii_length(s + i, length - i);
		if (i == length)
			break;
		count = sequence_length(s[i]);
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

/* No character begins inside of another. */
bool
utf8_is_among(const char *characters, uint32_t character)
{
	char bytes[5] = "";

	return character != 0 && utf8_put(character, bytes) > 0 &&
	       strstr(characters, bytes) != NULL;
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
	characters_add_bytes(arena, set, string, strlen(string));
}

/* The 64 characters among which `c` is. */
static uint64_t *
characters_word(struct arena *arena, struct characters *set, uint32_t c)
{
	uint64_t **plane = &set->planes[c >> 16];

	if (*plane == NULL)
		*plane = arena_array(arena, 1024, sizeof(**plane));
	return &(*plane)[(c & 0xffff) / 64];
}

/* Most are ASCII, which needs no place looked up for each. */
void
characters_add_bytes(struct arena *arena, struct characters *set,
		     const char *bytes, size_t length)
{
	const char *end = bytes + length;
	uint64_t ascii[2] = {0};

	while (bytes < end && *bytes != '\0') {
		unsigned char byte = (unsigned char)*bytes;
		uint32_t c;

		if (byte < 0x80) {
			ascii[byte / 64] |= UINT64_C(1) << byte % 64;
			bytes++;
			continue;
		}
		c = utf8_next(&bytes);
		*characters_word(arena, set, c) |= UINT64_C(1) << c % 64;
	}
	for (uint32_t i = 0; i < COUNT(ascii); i++)
		if (ascii[i] != 0)
			*characters_word(arena, set, i * 64) |= ascii[i];
}

bool
characters_have(const struct characters *set, uint32_t c)
{
	const uint64_t *plane = c <= 0x10ffff ? set->planes[c >> 16] : NULL;

	return plane != NULL && (plane[(c & 0xffff) / 64] >> c % 64 & 1) != 0;
}
