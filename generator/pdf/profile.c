/* The sRGB profile for the output intent: ICC.1:2001-04, matrix and curves. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
	CURVE_STEPS = 1024,
	HEADER_SIZE = 128,
	ENTRY_SIZE = 12
};

enum tag {
	TAG_DESCRIPTION,
	TAG_COPYRIGHT,
	TAG_WHITE,
	TAG_RED,
	TAG_GREEN,
	TAG_BLUE,
	TAG_CURVE, /* one for all three channels */
	TAGS
};

struct span {
	size_t at, length; /* [bytes] */
};

/* Where each signature's data is: three share the curve. */
static const struct signature {
	const char *name;
	enum tag tag;
} signatures[] = {
    {"desc", TAG_DESCRIPTION}, {"cprt", TAG_COPYRIGHT}, {"wtpt", TAG_WHITE},
    {"rXYZ", TAG_RED},	       {"gXYZ", TAG_GREEN},	{"bXYZ", TAG_BLUE},
    {"rTRC", TAG_CURVE},       {"gTRC", TAG_CURVE},	{"bTRC", TAG_CURVE},
};

/* IEC 61966-2-1 seen under D50, as every sRGB profile has it. */
static const double colorants[][3] = {
    [TAG_WHITE] = {0.9505, 1.0, 1.0891},
    [TAG_RED] = {0.43607, 0.22249, 0.01392},
    [TAG_GREEN] = {0.38515, 0.71687, 0.09708},
    [TAG_BLUE] = {0.14307, 0.06061, 0.71410},
};

static void
add_number(struct text *out, uint32_t number, int bytes)
{
	for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
		char byte = (char)(unsigned char)(number >> shift);

		text_add_bytes(out, &byte, 1);
	}
}

static void
add_zeros(struct text *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_add_bytes(out, "", 1);
}

/* s15Fixed16Number */
static void
add_fixed(struct text *out, double number)
{
	add_number(out, (uint32_t)lround(number * 65536), 4);
}

static void
add_colorant(struct text *out, const double colorant[3])
{
	text_add(out, "XYZ ");
	add_zeros(out, 4);
	for (int i = 0; i < 3; i++)
		add_fixed(out, colorant[i]);
}

static double
srgb_to_linear(double value)
{
	return value <= 0.04045 ? value / 12.92
				: pow((value + 0.055) / 1.055, 2.4);
}

static void
add_curve(struct text *out)
{
	text_add(out, "curv");
	add_zeros(out, 4);
	add_number(out, CURVE_STEPS, 4);
	for (int i = 0; i < CURVE_STEPS; i++)
		add_number(out,
			   (uint32_t)lround(
			       65535 * srgb_to_linear(i / (CURVE_STEPS - 1.0))),
			   2);
}

static void
add_description(struct text *out, const char *words)
{
	const size_t unicode_and_script = 4 + 4 + 2 + 1 + 67; /* both empty */

	text_add(out, "desc");
	add_zeros(out, 4);
	add_number(out, (uint32_t)strlen(words) + 1, 4);
	text_add_bytes(out, words, strlen(words) + 1);
	add_zeros(out, unicode_and_script);
}

static void
tag_write(struct text *out, enum tag tag)
{
	switch (tag) {
	case TAG_DESCRIPTION:
		add_description(out, "sRGB IEC61966-2.1");
		return;
	case TAG_COPYRIGHT:
		text_add(out, "text");
		add_zeros(out, 4);
		text_add_bytes(out, "Public domain",
			       strlen("Public domain") + 1);
		return;
	case TAG_WHITE:
	case TAG_RED:
	case TAG_GREEN:
	case TAG_BLUE:
		add_colorant(out, colorants[tag]);
		return;
	case TAG_CURVE:
		add_curve(out);
		return;
	case TAGS:
		break;
	}
	assert(false);
}

static void
header_write(struct text *out, size_t size)
{
	static const double illuminant[] = {0.9642, 1.0, 0.8249}; /* D50 */

	add_number(out, (uint32_t)size, 4);
	add_zeros(out, 4);
	add_number(out, 0x02100000, 4); /* version 2.1 */
	text_add(out, "mntrRGB XYZ ");
	add_number(out, 2001, 2); /* the date is that of the format */
	add_number(out, 4, 2);
	add_number(out, 1, 2);
	add_zeros(out, 6);
	text_add(out, "acsp");
	add_zeros(out, 28);
	for (size_t i = 0; i < COUNT(illuminant); i++)
		add_fixed(out, illuminant[i]);
	add_zeros(out, HEADER_SIZE - 80);
}

void
profile_write(struct text *out)
{
	struct span spans[TAGS];
	struct text data = {0};
	size_t start = HEADER_SIZE + 4 + COUNT(signatures) * ENTRY_SIZE;

	for (enum tag tag = 0; tag < TAGS; tag++) {
		spans[tag].at = start + data.length;
		tag_write(&data, tag);
		spans[tag].length = start + data.length - spans[tag].at;
		add_zeros(&data, (4 - data.length % 4) % 4);
	}
	header_write(out, start + data.length);
	add_number(out, COUNT(signatures), 4);
	for (size_t i = 0; i < COUNT(signatures); i++) {
		const struct span *span = &spans[signatures[i].tag];

		text_add(out, signatures[i].name);
		add_number(out, (uint32_t)span->at, 4);
		add_number(out, (uint32_t)span->length, 4);
	}
	text_add_bytes(out, data.bytes, data.length);
	text_free(&data);
}
