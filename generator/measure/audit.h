/* What a row of published.tsv asks of a value, parsed apart from judging. */
/* SPDX-License-Identifier: MIT */
#ifndef MEASURE_AUDIT_H
#define MEASURE_AUDIT_H

#include "base/text.h"
#include "measure/measure.h"

enum test_kind {
	TEST_NUMBER,   /* =175 */
	TEST_DAY,      /* =2023-09-15 */
	TEST_ROUNDED,  /* ~27% */
	TEST_EXTREMES, /* ~18%..~22% */
	TEST_INTERVAL, /* [57.5%,60%) (50%,100%] [78,1000] [1/3,1/3] */
	TEST_LIST      /* 51 54 52 */
};

enum unit {
	UNIT_PLAIN, /* 78 */
	UNIT_SHARE  /* 57.5%, 1/3 */
};

struct bound {
	struct ratio at; /* exact; the part may be below 0 */
	enum unit unit;
	bool is_open;
};

struct audit_test {
	enum test_kind kind;
	long long number;   /* NUMBER; ROUNDED, EXTREMES: least percentage */
	long long greatest; /* EXTREMES: percentage */
	day day;	    /* DAY */
	struct bound low;   /* INTERVAL */
	struct bound high;
	const char *codes; /* LIST: borrowed, between single blanks */
};

/* NULL, or what is wrong and at which offset. */
const char *audit_test_parse(const char *text, struct audit_test *,
			     size_t *fault);

/* False if a value of this kind can never be held against the test. */
bool audit_test_suits(const struct audit_test *, const struct value *);
bool audit_test_holds(const struct audit_test *, const struct dataset *,
		      const struct value *);

/* audit_read behind the opening of the file; the bytes, closed by a NUL byte,
 * are cut up and kept. */
struct audit *audit_parse(struct arena *, struct messages *, const char *path,
			  char *bytes, size_t length, const struct measures *);

#endif
