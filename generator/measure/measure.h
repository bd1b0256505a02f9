/* Every number of a report, named once: formulas over a dataset. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_MEASURE_H
#define MEASURE_MEASURE_H

#include "base/ratio.h"
#include "dataset/dataset.h"

/* What a formula's words mean stands in docs/measures.md. */

enum value_kind {
	VALUE_NUMBER, /* a whole number; may be negative after a difference */
	VALUE_RATIO,  /* two whole numbers, the whole more than 0 */
	VALUE_DAY,
	VALUE_SERIES, /* a number or a ratio for each key of a dimension */
	VALUE_LIST,   /* keys of a dimension in an order */
	VALUE_TABLE   /* a number or a ratio for each pair of keys */
};

enum dimension {
	DIMENSION_ARTICLE,
	DIMENSION_CHAPTER,
	DIMENSION_CATEGORY,
	DIMENSION_TOPIC,
	DIMENSION_REGION,
	DIMENSION_STATE,
	DIMENSION_CYCLE,
	DIMENSION_YEAR,	     /* the key is the year itself */
	DIMENSION_PROVISION, /* the key is of an article and a paragraph */
	DIMENSIONS
};

/* A paragraph of an article. Keys go by article, then by paragraph. */
struct provision {
	int article;   /* index */
	int paragraph; /* from 1 */
};
int provision_key(struct provision);
struct provision provision_of(int key);

struct row {
	int key; /* index into the dataset's table of the dimension; a year; a
		    provision's */
	int across; /* TABLE: the same for the other dimension */
	bool is_ratio;
	long long number;   /* if not is_ratio */
	struct ratio ratio; /* if is_ratio; whole may be 0 */
};

struct value {
	enum value_kind kind;
	long long number; /* VALUE_NUMBER */
	struct ratio ratio;
	day day;
	enum dimension dimension; /* SERIES, LIST, TABLE */
	enum dimension across;	  /* TABLE: of what stands side by side */
	size_t columns;		  /* TABLE */
	struct row *rows; /* SERIES in the data's order, LIST in its own, TABLE
			     cell by cell, line after line */
	size_t count;
};

struct measure {
	const char *id;
	const char *formula;
	struct names names;
	struct place at;
	struct value value;
	bool is_void; /* could not be computed; the value is 0 */
};

/* What words of a report such as "most" rest upon. */
struct claim {
	const char *id; /* no measure has the same */
	const char *formula;
	struct names names;
	struct names otherwise; /* words for when it does not hold, if any */
	struct place at;
	bool holds;
	bool is_void;	     /* could not be judged */
	const char *because; /* the values on both sides: "needs is 175" */
};

struct formula;

struct measures {
	const struct dataset *dataset; /* borrowed */
	struct measure *items;	       /* in the file's order */
	size_t count;
	const struct measure **by_id; /* equal ids in the file's order */
	struct claim *claims;	      /* in the file's order */
	size_t claim_count;
	struct formula *formulas; /* of each item, without steps if at fault */
};

/* Read measures.xml, compute every measure and judge every claim. All faults
 * are reported with the place in the file and in the formula: unknown verb,
 * filter, code or measure; a measure that refers to itself; division by zero;
 * a part greater than its whole; sides that cannot be compared. A claim that
 * does not hold is none. What is at fault is void and the rest stands, for all
 * that is wrong to be found in one run; NULL only if the file cannot be read.
 */
struct measures *measures_read(struct arena *, struct messages *,
			       struct xml_schema *, const char *path,
			       const struct dataset *);

/* The same measures and claims of another dataset, such as an earlier day's. */
struct measures *measures_of(struct arena *, struct messages *,
			     const struct measures *, const struct dataset *);

/* NULL if there is none; of equal ids, the first. */
const struct measure *measure_find(const struct measures *, const char *id);
const struct claim *claim_find(const struct measures *, const char *id);

/* The term behind a row's key: code and names; NULL for a year or a provision,
 * which no table has. */
const struct term *dimension_term(const struct dataset *, enum dimension,
				  int key);
const char *dimension_name(enum dimension);

enum measures_format {
	MEASURES_TABLE,
	MEASURES_TSV,
	MEASURES_JSON
};
void measures_print(struct text *, const struct measures *,
		    enum measures_format);

/* --- what was published, held against the data --- */

struct audit_row {
	const char *id;	       /* "F001" */
	const char *paragraph; /* "7a" */
	const char *printed;   /* as published: "nearly 60%" */
	const char *test;      /* "=175", "~27%", "[57.5%,60%)", "51 54 52" */
	const char *measure;   /* id */
	const char
	    *contradicts; /* ids of other rows, "" if none are known to */
	const char *remark;
	char *found; /* the data's value, in figures; "" if it is unknown */
	bool agrees;
	bool is_unknown; /* the data cannot tell: no measure is named, or it has
			    no value in these data */
	struct place at;
};
struct audit {
	struct audit_row *rows;
	size_t count;
	size_t agreeing;
	size_t differing;
	size_t known; /* differ, and the row says what it contradicts */
};

/* Read published.tsv and hold each row against its measure; NULL after
 * messages. */
struct audit *audit_read(struct arena *, struct messages *, const char *path,
			 const struct measures *);
void audit_print(struct text *, const struct audit *);

#endif
