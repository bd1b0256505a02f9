/* One value that a template asks for, and the forms of shares. */
/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_SPEAK_H
#define LANGUAGE_SPEAK_H

#include "language/profile.h"

struct speech {
	struct arena *arena;
	struct messages *messages;
	const struct language *language;
	struct place at;
	const struct spoken *spoken;
	const char *form;
	const char *const *arguments;
	size_t count;
};

/* Report what is wrong; NULL, for the caller to return. */
__attribute__((format(printf, 2, 3))) char *
speech_fail(const struct speech *, const char *format, ...);

/* The words of a number with what it counts, which comes in as many words as
 * the language has plurals: the arguments. */
char *speech_counted(const struct speech *, const char *number);

/* The places that the only argument asks for, the profile's without one; -1
 * after a message. */
int speech_decimals(const struct speech *);

char *speak_percent(const struct speech *);
char *speak_hedge(const struct speech *);
char *speak_under(const struct speech *);
char *speak_over(const struct speech *);
char *speak_fraction(const struct speech *);
char *speak_majority(const struct speech *);
char *speak_part(const struct speech *);
char *speak_percent_sentence(const struct speech *);

char *speak_range(const struct speech *);
char *speak_series(const struct speech *);

#endif
