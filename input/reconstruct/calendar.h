/* Days as numbers, so that a window of dates can be drawn from. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_CALENDAR_H
#define RECONSTRUCT_CALENDAR_H

#include <stdbool.h>

struct random;
struct text;

/* [days] since 1 March of the year 0, Gregorian. */
typedef int serial;

/* True if the text is a day of the years 1900 to 2999 written yyyy-mm-dd. */
bool serial_read(const char *text, serial *);
void serial_print(struct text *, serial);

/* A working day (Monday to Friday) from `first` to `last`, both included, of
 * which there must be at least three. */
serial serial_draw(struct random *, serial first, serial last);

#endif
