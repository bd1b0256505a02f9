/* Numbers that are none: in references, dates, symbols, names. */
/* SPDX-License-Identifier: MIT */
#include "report/reference.h"

#include <string.h>

enum {
	EXPRESSION_MOST = 200 /* [bytes] of an expression before its number */
};

/* True if an expression that starts at the offset reaches to the end. */
static bool
spans(const struct report *report, const struct edition *edition,
      const char *text, size_t at, size_t end)
{
	return at + report_symbol_at(report, text, at) >= end ||
	       at + language_context(edition->language, text, at) >= end;
}

/* The report's own expressions, as they are written. */
static bool
literal_spans(const char *literal, const char *text, size_t from, size_t end)
{
	size_t length = strlen(literal);
	size_t at = end > length ? end - length : 0;

	for (; at <= from; at++)
		if (text[at] == literal[0] && at + length >= end &&
		    strncmp(text + at, literal, length) == 0)
			return true;
	return false;
}

bool
report_is_name(const struct edition *edition, const char *text,
	       const struct sighting *sighting)
{
	size_t from = sighting->at, end = from + sighting->length;

	for (size_t i = 0; i < edition->literal_count; i++)
		if (literal_spans(edition->literals[i], text, from, end))
			return true;
	return false;
}

bool
report_is_reference(const struct report *report, const struct edition *edition,
		    const char *text, const struct sighting *sighting)
{
	size_t from = sighting->at, end = from + sighting->length;
	size_t first = from > EXPRESSION_MOST ? from - EXPRESSION_MOST : 0;

	if (report_is_name(edition, text, sighting))
		return true;
	/* Most begin just before their number. */
	for (size_t at = from + 1; at-- > first;)
		if (((unsigned char)text[at] & 0xc0) != 0x80 &&
		    spans(report, edition, text, at, end))
			return true;
	return false;
}
