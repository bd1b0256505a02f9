/* Characters made into bars after the table of ISO/IEC 16388. */
/* SPDX-License-Identifier: MIT */
#include "layout/barcode.h"

#include "base/arena.h"

#include <string.h>

enum {
	WIDE = 3,
	ELEMENTS = 9, /* bar, space, bar, … of a sign */
	LENGTH_MOST = 40
};

/* Which of the nine elements are wide, the first as the highest bit. */
static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";
static const unsigned short patterns[] = {
    0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064,
    0x109, 0x049, 0x148, 0x019, 0x118, 0x058, 0x00d, 0x10c, 0x04c, 0x01c,
    0x103, 0x043, 0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016,
    0x181, 0x0c1, 0x1c0, 0x091, 0x190, 0x0d0, 0x085, 0x184, 0x0c4, 0x094,
};
_Static_assert(COUNT(patterns) == sizeof(signs) - 1,
	       "every sign has its pattern");

bool
barcode_make(struct arena *arena, const char *words, struct barcode *code)
{
	*code = (struct barcode){0};
	if (strlen(words) > LENGTH_MOST)
		return false;
	for (; *words != '\0'; words++) {
		const char *sign = strchr(signs, *words);

		if (sign == NULL)
			return false;
		if (code->width > 0)
			code->width++;
		for (int i = 0; i < ELEMENTS; i++) {
			bool is_wide = patterns[sign - signs] >>
					   (ELEMENTS - 1 - i) &
				       1;
			struct bar bar = {code->width, is_wide ? WIDE : 1};

			if (i % 2 == 0)
				ARENA_PUSH(arena, code->bars, code->count, bar);
			code->width += bar.width;
		}
	}
	return true;
}
