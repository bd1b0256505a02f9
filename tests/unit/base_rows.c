/* Rows are found by halves. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct row {
	int number;
	const char *name;
};

static const struct row rows[] = {
    {0, "article"}, {1, "chapter"}, {2, "chapter"}, {3, "need"}};

static const char *
row_name(const void *row)
{
	return ((const struct row *)row)->name;
}

static void
the_first_that_is_not_before_is_found(void **state)
{
	static const struct {
		const char *key;
		size_t at;
	} cases[] = {{"", 0},	      {"article", 0}, {"b", 1}, {"chapter", 1},
		     {"chapters", 3}, {"need", 3},    {"z", 4}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(rows_seek(rows, COUNT(rows), sizeof(*rows),
					   row_name, cases[i].key),
				 cases[i].at);
	assert_int_equal(rows_seek(NULL, 0, sizeof(*rows), row_name, "need"),
			 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_that_is_not_before_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
