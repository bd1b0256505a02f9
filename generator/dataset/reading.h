/* A dataset while it is being read. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_READING_H
#define DATASET_READING_H

#include "base/text.h"
#include "dataset/dataset.h"

enum {
	BITS_MOST = 64,	    /* chapters and topics are bits of 64 */
	CODED_MOST = 1000,  /* articles, categories, States */
	LANGUAGES_MOST = 16 /* that names are given in */
};

/* Codes sorted for bisection. */
struct code_index {
	struct code_row {
		int group; /* the cycle of a category; else 0 */
		const char *code;
		int at; /* index into the dataset's table */
	} * rows;
	size_t count;
};
void codes_sort(struct code_index *);
int codes_find(const struct code_index *, int group, const char *code);

/* Something that needs a name in every language. */
struct named {
	const char *what; /* `chapter "III"` */
	struct place at;
	struct names names;
};

struct reading {
	struct arena *arena;   /* the dataset's */
	struct arena *scratch; /* ends with the reading */
	struct messages *messages;
	struct xml_schema *schema;
	struct dataset *data;
	day as_of;
	bool is_good;
	bool has_convention; /* its codes can be checked against */
	bool has_states;
	struct named *named;
	size_t named_count;
	struct code_index states;
	struct code_index categories;
	struct review *reviews; /* in the files' order; scratch's */
	size_t review_count;
	struct entry *entries; /* scratch's */
	size_t entry_count;
	const struct place **reviewed; /* [cycle][state]: where, or NULL */
	struct text quotes[4];	       /* taken in turn */
	size_t quote;
	struct text word;
};

/* Report an error of the author's. */
__attribute__((format(printf, 3, 4))) void
reading_fault(struct reading *, struct place, const char *format, ...);

/* A value from a file for a message; lasts for three more calls. */
const char *quoted(struct reading *, const char *value);

/* The next word of a list, or NULL; lasts until the next call. */
const char *list_next(struct reading *, const char **at);

/* Names of an element, checked one by one and, by names_compare, against the
 * languages of all others. */
struct names names_take(struct reading *, const struct element *,
			const char *child, const char *what);
void names_compare(struct reading *);
bool language_check(struct reading *, struct place, const char *element,
		    const char *language);

/* Each reads files whole; faults are reported. */
void convention_read(struct reading *, const char *path);
void states_read(struct reading *, const char *path);
void reviews_read(struct reading *, const char *folder);

#endif
