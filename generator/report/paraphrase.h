/* Formulas in words, in the language of an edition. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PARAPHRASE_H
#define REPORT_PARAPHRASE_H

#include "report/report.h"

/* What the formula of the measure or claim says; "" if it cannot be parsed.
 * Other measures in it are quoted by their names. The profile has the words:
 * its phrases "formula-…". */
const char *measure_paraphrase(struct arena *, const struct edition *,
			       const struct measures *, const struct measure *);
const char *claim_paraphrase(struct arena *, const struct edition *,
			     const struct measures *, const struct claim *);

/* --- between the two files --- */

struct key_set;
struct tally;

struct paraphrase {
	struct arena *arena;
	struct messages mute; /* faults were reported when it was computed */
	const struct edition *edition;
	const struct measures *measures;
};

const char *paraphrase_phrase(struct paraphrase *, const char *key,
			      size_t count, const char *const *arguments);
const char *paraphrase_list(struct paraphrase *, const char *const *words,
			    size_t count);
const char *tally_paraphrase(struct paraphrase *, const struct tally *);

/* What the keys of a series or a list are; DIMENSIONS for what has none. */
struct keys {
	enum dimension dimension;
	const struct key_set *set; /* of a dimension with a table */
};
struct keys keys_of_tally(const struct tally *);
struct keys keys_of_value(struct paraphrase *, const struct value *);

/* Codes of keys as the language calls them: "articles 51 and 54", names. */
const char *keys_paraphrase(struct paraphrase *, struct keys,
			    const char *const *codes, size_t count);

#endif
