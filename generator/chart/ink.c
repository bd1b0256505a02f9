/* Inks: their names, and their colours on light and on dark ground. */
/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include "base/arena.h"

#include <assert.h>

/* Series keep 3:1 against their ground (WCAG 2.2, 1.4.11) and text 4.5:1
 * (1.4.3). The first three are blue, orange and teal of falling weight, which
 * the common kinds of colour blindness leave apart. */
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
    [INK_SERIES_1] = {"series-1", 0x1f4e79, 0x78aede},
    [INK_SERIES_2] = {"series-2", 0xc4661f, 0xf0a35e},
    [INK_SERIES_3] = {"series-3", 0x3a9490, 0x5cc4b8},
    [INK_SERIES_4] = {"series-4", 0x7a4f8f, 0xc79fdb},
    [INK_SERIES_5] = {"series-5", 0x948a3a, 0xd8cf85},
    [INK_SERIES_6] = {"series-6", 0x5f6670, 0xa9b2bd},
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
