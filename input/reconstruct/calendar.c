/* Days as numbers: the year starts in March, so that leap days end it. */
/* SPDX-License-Identifier: MIT */
#include "calendar.h"

#include "base/text.h"
#include "random.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Days before the given year, and before the given month of a year; the
 * months from March are 31 30 31 30 31 days long, over and over. */
static int
days_before_year(int year)
{
	return 365 * year + year / 4 - year / 100 + year / 400;
}

static int
days_before_month(int month)
{
	return (153 * month + 2) / 5;
}

static serial
serial_of(int year, int month, int day)
{
	year -= month <= 2;
	return days_before_year(year) + days_before_month((month + 9) % 12) +
	       day - 1;
}

bool
serial_read(const char *text, serial *day)
{
	static const char pattern[] = "dddd-dd-dd";
	struct text back = {0};
	bool same;

	if (strlen(text) != strlen(pattern))
		return false;
	for (size_t i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] == 'd' ? !isdigit((unsigned char)text[i])
				      : text[i] != pattern[i])
			return false;
	if (atoi(text) < 1900 || atoi(text) > 2999 || atoi(text + 5) < 1)
		return false;
	*day = serial_of(atoi(text), atoi(text + 5), atoi(text + 8));
	/* A day that does not exist comes back as another one. */
	serial_print(&back, *day);
	same = strcmp(text_string(&back), text) == 0;
	text_free(&back);
	return same;
}

void
serial_print(struct text *text, serial day)
{
	int year = day / 365, month = 11;

	while (days_before_year(year) > day)
		year--;
	day -= days_before_year(year);
	while (days_before_month(month) > day)
		month--;
	day -= days_before_month(month);
	text_print(text, "%04d-%02d-%02d", year + (month >= 10),
		   (month + 2) % 12 + 1, day + 1);
}

/* 1 March of the year 0 was a Wednesday. */
static bool
is_working_day(serial day)
{
	return (day + 2) % 7 < 5;
}

serial
serial_draw(struct random *random, serial first, serial last)
{
	serial drawn;

	assert(last - first >= 2);
	do
		drawn = first + (serial)random_below(
				    random, (size_t)(last - first + 1));
	while (!is_working_day(drawn));
	return drawn;
}
