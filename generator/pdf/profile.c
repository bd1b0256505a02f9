/* The sRGB profile for the output intent: ICC.1:2004-10, matrix and curve. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/parts.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
	HEADER_SIZE = 128,
	ENTRY_SIZE = 12
};

enum tag {
	TAG_DESCRIPTION,
	TAG_COPYRIGHT,
	TAG_WHITE,
	TAG_ADAPTATION,
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
    {"chad", TAG_ADAPTATION},  {"rXYZ", TAG_RED},	{"gXYZ", TAG_GREEN},
    {"bXYZ", TAG_BLUE},	       {"rTRC", TAG_CURVE},	{"gTRC", TAG_CURVE},
    {"bTRC", TAG_CURVE},
};

/* IEC 61966-2-1 seen under D50, as every sRGB profile has it. */
static const double white[] = {0.9642, 1.0, 0.8249};
static const double red[] = {0.43607, 0.22249, 0.01392};
static const double green[] = {0.38515, 0.71687, 0.09708};
static const double blue[] = {0.14307, 0.06061, 0.71410};

/* From its own white to that one, after Bradford (annex E). */
static const double adaptation[] = {1.04788,  0.02292, -0.05020,
				    0.02959,  0.99048, -0.01706,
				    -0.00923, 0.01508, 0.75168};

/* Linear Y = (aX + b)^g from d on, else cX (10.15): g, a, b, c, d. */
static const double curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92,
			       0.04045};
enum {
	CURVE_IN_TWO = 3 /* the kind of function */
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

/* Of a type, its numbers. */
static void
add_fixed_all(struct text *out, const char *type, const double *numbers,
	      size_t count)
{
	text_add(out, type);
	add_zeros(out, 4);
	for (size_t i = 0; i < count; i++)
		add_fixed(out, numbers[i]);
}

static void
add_curve(struct text *out)
{
	text_add(out, "para");
	add_zeros(out, 4);
	add_number(out, CURVE_IN_TWO, 2);
	add_zeros(out, 2);
	for (size_t i = 0; i < COUNT(curve); i++)
		add_fixed(out, curve[i]);
}

/* ASCII as UTF-16, of one language (10.13). */
static void
add_words(struct text *out, const char *words)
{
	const uint32_t record = 12, start = 16 + record;

	text_add(out, "mluc");
	add_zeros(out, 4);
	add_number(out, 1, 4);
	add_number(out, record, 4);
	text_add(out, "enUS");
	add_number(out, 2 * (uint32_t)strlen(words), 4);
	add_number(out, start, 4);
	for (; *words != '\0'; words++)
		add_number(out, (unsigned char)*words, 2);
}

static void
tag_write(struct text *out, enum tag tag)
{
	switch (tag) {
	case TAG_DESCRIPTION:
		add_words(out, "sRGB IEC61966-2.1");
		return;
	case TAG_COPYRIGHT:
		add_words(out, "Public domain");
		return;
	case TAG_WHITE:
		add_fixed_all(out, "XYZ ", white, COUNT(white));
		return;
	case TAG_ADAPTATION:
		add_fixed_all(out, "sf32", adaptation, COUNT(adaptation));
		return;
	case TAG_RED:
		add_fixed_all(out, "XYZ ", red, COUNT(red));
		return;
	case TAG_GREEN:
		add_fixed_all(out, "XYZ ", green, COUNT(green));
		return;
	case TAG_BLUE:
		add_fixed_all(out, "XYZ ", blue, COUNT(blue));
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
	add_number(out, (uint32_t)size, 4);
	add_zeros(out, 4);
	add_number(out, 0x04200000, 4); /* version 4.2 */
	text_add(out, "mntrRGB XYZ ");
	add_number(out, 2004, 2); /* the date is that of the format */
	add_number(out, 10, 2);
	add_number(out, 1, 2);
	add_zeros(out, 6);
	text_add(out, "acsp");
	add_zeros(out, 28);
	for (size_t i = 0; i < COUNT(white); i++)
		add_fixed(out, white[i]);
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
