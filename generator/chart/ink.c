/* Inks: their names, and their colours on light and on dark ground. */
/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include "base/arena.h"

#include <assert.h>

/* Series keep 4.5:1 against their ground, so that words in the ground's ink can
 * stand on them (WCAG 2.2, 1.4.3; 1.4.11 asks 3:1 of the bars). Every other one
 * is hatched, each its own way; the plain ones 1, 3 and 5 differ in lightness,
 * and stay apart for the common kinds of colour blindness (chart_axis.c of the
 * tests computes it). Heat goes from the ground's side away from it: words on
 * its first three are text, on its last two ground. */
static const struct {
	const char *name;
	unsigned light; /* 0xrrggbb */
	unsigned dark;
} inks[] = {
    [INK_TEXT] = {"text", 0x1a1a1a, 0xe8e6e3},
    [INK_FAINT] = {"faint", 0x595959, 0xadaaa5},
    [INK_AXIS] = {"axis", 0x4d4d4d, 0xb5b2ad},
    [INK_GRID] = {"grid", 0xdcdcdc, 0x3b3e42},
    [INK_GROUND] = {"ground", 0xffffff, 0x15181b},
    [INK_SERIES_1] = {"series-1", 0x102a49, 0x5b9bd8},
    [INK_SERIES_2] = {"series-2", 0xb3541e, 0xf0a35e},
    [INK_SERIES_3] = {"series-3", 0x1b6b66, 0x74d0c4},
    [INK_SERIES_4] = {"series-4", 0x7a4f8f, 0xc79fdb},
    [INK_SERIES_5] = {"series-5", 0x8a7520, 0xefe6a8},
    [INK_SERIES_6] = {"series-6", 0x5f6670, 0xa9b2bd},
    [INK_HEAT_1] = {"heat-1", 0xdce8f2, 0x1c2b3a},
    [INK_HEAT_2] = {"heat-2", 0xb3cde3, 0x24425e},
    [INK_HEAT_3] = {"heat-3", 0x7fa8cd, 0x2f5f8c},
    [INK_HEAT_4] = {"heat-4", 0x3a70a3, 0x6ea3d4},
    [INK_HEAT_5] = {"heat-5", 0x16365c, 0xc3ddf3},
};
static_assert(COUNT(inks) == INKS, "every ink has its colours");

const char *
ink_name(enum ink ink)
{
	return inks[ink].name;
}

static struct colour
colour_from(unsigned rgb)
{
	return (struct colour){(rgb >> 16 & 0xff) / 255.0,
			       (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0};
}

struct colour
ink_colour(enum ink ink)
{
	return colour_from(inks[ink].light);
}

struct colour
ink_colour_dark(enum ink ink)
{
	return colour_from(inks[ink].dark);
}

enum hatch
ink_hatch(enum ink ink)
{
	static const enum hatch hatches[INKS] = {
	    [INK_SERIES_4] = HATCH_FALLING,
	    [INK_SERIES_6] = HATCH_CROSSED,
	};

	return hatches[ink];
}

const struct corner *
shape_corners(enum point_shape shape, size_t *count)
{
	static const struct corner square[] = {
	    {-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
	static const struct corner diamond[] = {
	    {0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}};
	static const struct corner triangle[] = {
	    {0, -1.2}, {1.15, 0.9}, {-1.15, 0.9}};
	static const struct {
		const struct corner *corners;
		size_t count;
	} shapes[] = {
	    [SHAPE_CIRCLE] = {NULL, 0},
	    [SHAPE_SQUARE] = {square, COUNT(square)},
	    [SHAPE_DIAMOND] = {diamond, COUNT(diamond)},
	    [SHAPE_TRIANGLE] = {triangle, COUNT(triangle)},
	};
	static_assert(COUNT(shapes) == SHAPES, "every shape has its corners");

	*count = shapes[shape].count;
	return shapes[shape].corners;
}
