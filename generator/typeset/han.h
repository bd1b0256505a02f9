/* The Chinese rules, each a function of two neighbours. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_HAN_H
#define TYPESET_HAN_H

#include "typeset/classes.h"

/* A space that gives: at adjustment ratio r it is width + r stretch where r is
 * over 0, and width + r shrink where it is under. Any unit. */
struct glue {
	double width;
	double stretch;
	double shrink;
};

/* No line ends with the first or begins with the second, whatever UAX 14 says
 * (CLREQ 3.1.4), nor are — — and … … parted (CLREQ 3.1.5). */
bool pair_is_bound(enum class, enum class);

/* A line may break between the two though UAX 14 knows of no break there: it
 * cannot tell “ from ” and sees Latin quotes in both. */
bool pair_is_open(enum class, enum class);

/* How much of the blank halves of two neighbours is set: of ）（ one half, of
 * ），  and （《 none (CLREQ 3.1.6.2). `after` is the blank behind the first,
 * `before` that ahead of the second. */
double pair_blank(enum class, double after, enum class, double before);

/* Han character beside a Latin letter or digit, in either order: a quarter em
 * goes between them (CLREQ 3.2.2). */
bool pair_is_mixed(enum class, enum class);

/* The glue between two letters with no typed space between them, in units of
 * em; `blank` as from pair_blank. */
struct glue pair_glue(enum class, enum class, double blank, double em);

#endif
