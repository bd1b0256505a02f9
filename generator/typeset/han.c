/* The Chinese rules, each a function of two neighbours. */
/* SPDX-License-Identifier: MIT */
#include "typeset/han.h"

/* All in em. CLREQ 3.5.3 lets the space between Han and Latin shrink to an
 * eighth; 3.5.4 widens that space, then the one between Han characters. */
static const double mixed_width = 0.25;
static const double mixed_give = 0.10;
static const double han_stretch = 0.06;
static const double blank_stretch = 0.04;
/* A mark's blank shrinks to 40 per cent of itself within a line. */
static const double blank_shrink = 0.60;

bool pair_is_bound(enum class a, enum class b)
{
	return a == CLASS_OPEN || b == CLASS_CLOSE || b == CLASS_PAUSE ||
	       b == CLASS_DASH || b == CLASS_MIDDLE;
}

static bool is_alphanumeric(enum class class)
{
	return class == CLASS_LETTER || class == CLASS_DIGIT;
}

bool pair_is_open(enum class a, enum class b)
{
	if (pair_is_bound(a, b))
		return false;
	if (b == CLASS_OPEN)
		return a != CLASS_LATIN_OPEN;
	return (a == CLASS_CLOSE || a == CLASS_DASH) &&
	       (b == CLASS_HAN || is_alphanumeric(b));
}

double
pair_blank(enum class a, double after, enum class b, double before)
{
	if (!class_has_blank(a))
		after = 0;
	if (!class_has_blank(b))
		before = 0;
	if (!class_has_blank(a) || !class_has_blank(b))
		return after + before;
	if (a != CLASS_OPEN && b == CLASS_OPEN)
		return after > before ? after : before;
	return 0;
}

bool pair_is_mixed(enum class a, enum class b)
{
	return (a == CLASS_HAN && is_alphanumeric(b)) ||
	       (is_alphanumeric(a) && b == CLASS_HAN);
}

struct glue
pair_glue(enum class a, enum class b, double blank, double em)
{
	bool is_han = class_is_han(a) && class_is_han(b);

	if (pair_is_mixed(a, b))
		return (struct glue){mixed_width * em, mixed_give * em,
				     mixed_give * em};
	if (blank > 0)
		return (struct glue){
		    blank, (blank_stretch + (is_han ? han_stretch : 0)) * em,
		    blank_shrink * blank};
	if (!is_han || (a == CLASS_DASH && b == CLASS_DASH) ||
	    (class_has_blank(a) && class_has_blank(b)))
		return (struct glue){0, 0, 0};
	return (struct glue){0, han_stretch * em, 0};
}
