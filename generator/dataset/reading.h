/* A dataset while it is being read. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_READING_H
#define DATASET_READING_H

#include "base/text.h"
#include "dataset/dataset.h"
#include "xml/plain.h"

enum {
	BITS_MOST = 64,	   /* chapters and topics are bits of 64 */
	CODED_MOST = 1000, /* articles, categories */
	STATES_MOST = 10000,
	LANGUAGES_MOST = 16 /* that names are given in */
};

/* What a code is looked up among; those of a category are its cycle's index. */
enum code_group {
	CODES_STATES = -1,
	CODES_TOPICS = -2,
	CODES_CHAPTERS = -3,
	CODES_CYCLES = -4
};

/* Codes by their bytes. */
struct code_index {
	struct code_row {
		struct code_key {
			uint64_t first; /* bytes */
			uint64_t last;
			uint64_t length; /* and the group above it */
		} key;
		const char *code; /* NULL: free */
		int at;		  /* index into the dataset's table */
	} * rows;
	size_t size; /* of the table, a power of two, half of it free */
	size_t count;
};
void codes_add(struct arena *, struct code_index *, int group, const char *code,
	       int at);
int codes_find(const struct code_index *, int group, struct xml_value code);

/* Something that needs a name in every language. */
struct named {
	const char *what; /* `chapter "III"` */
	struct place at;
	struct names names;
};

enum {
	HEARD_MOST = 32
};

/* What entries say, packed to be compared; and what was heard last. */
struct sayings {
	struct saying {
		struct said {
			uint64_t provision; /* and kind and category */
			uint64_t topics;
		} said;
		uint32_t number; /* index in the dataset, and 1; 0: free */
	} * slots;
	size_t size; /* a power of two, a quarter of it free */
	struct heard {
		struct said said;
		uint64_t hash;
	} heard[HEARD_MOST];
	size_t heard_count;
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
	struct code_index codes;
	struct numbered {
		int16_t article; /* index, or NONE */
		uint8_t chapter; /* of the article; index */
	} * articles;		 /* by number; 0 is none's */
	int article_end;	 /* the greatest number, and 1 */
	struct review *reviews;	 /* in the files' order; the arena's */
	size_t review_count;
	uint32_t **entries; /* in pieces; the arena's */
	size_t piece_count;
	size_t entry_count;
	struct sayings sayings;
	const struct place **reviewed; /* [cycle][state]: where, or NULL */
	struct text quotes[4];	       /* taken in turn */
	size_t quote;
};

/* Report an error of the author's. */
__attribute__((format(printf, 3, 4))) void
reading_fault(struct reading *, struct place, const char *format, ...);

/* A value from a file for a message; lasts for three more calls. */
const char *quoted(struct reading *, struct xml_value);

/* The value of a string. */
struct xml_value value_of(const char *string);

/* Take the next word from the front of a list; false if there is none. */
bool list_next(struct xml_value *list, struct xml_value *word);

/* Append an entry, and bring all that were appended into `entries`. */
void entry_keep(struct reading *, const struct entry *);
void entries_settle(struct reading *);

/* Names of an element, checked one by one and, by names_compare, against the
 * languages of all others. */
struct names names_take(struct reading *, const struct element *,
			const char *child, const char *what);
void names_compare(struct reading *);
bool language_check(struct reading *, struct place, const char *element,
		    const struct xml_value *language);

/* Each reads files whole; faults are reported. */
void convention_read(struct reading *, const char *path);
void states_read(struct reading *, const char *path);
void reviews_read(struct reading *, const char *folder);

#endif
