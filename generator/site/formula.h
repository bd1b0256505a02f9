/* A formula read for its words: the cursor, and what both halves use. */
/* SPDX-License-Identifier: MIT */
#ifndef SITE_FORMULA_H
#define SITE_FORMULA_H

#include "site/room.h"

enum {
	NAME_MOST = 64, /* [bytes] of a word in a formula */
	DEEPEST = 64
};

/* The formula was parsed when its value was computed; what is not understood
 * here has no sentence, and the page shows the formula alone. */
struct reader {
	struct site *site;
	const struct site_edition *edition;
	const char *at;
	const char *measures; /* href of the page of measures */
	int depth;
	enum dimension by; /* of the series that was read last; DIMENSIONS for
			      none */
};

/* Take the sign, or the name, if it is next behind blanks. */
bool reader_sign(struct reader *, char sign);
bool reader_name(struct reader *, char name[NAME_MOST]);

/* Take the paragraph of "7(4)" from behind the article, if one is next. */
bool reader_paragraph(struct reader *, int *paragraph);

/* A phrase into which pieces of HTML are put: its own words are escaped. */
void reader_phrase(struct reader *, struct text *, const char *key,
		   const struct text *pieces, size_t count);

/* One more to a list of words that ends with another. */
void reader_join(struct reader *, struct text *list, const struct text *next);

/* "the number of entries (second cycle; a region)", from behind the
 * opening bracket to behind the closing one. */
bool formula_is_tally(const char *name);
bool formula_tally(struct reader *, const char *verb, struct text *);

/* A key of the series that was read last, by its name; false and nothing taken
 * if none is next. */
bool formula_key(struct reader *, struct text *);

#endif
