/* Days of the calendar. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "dataset/dataset.h"

static const struct {
	const char *text;
	day read; /* 0: none */
} rows[] = {
    {"2022-05-17", 20220517},
    {"2020-02-29", 20200229},
    {"2000-02-29", 20000229},
    {"2022-12-31", 20221231},
    {"0001-01-01", 10101},
    {"2021-02-29", 0},
    {"1900-02-29", 0},
    {"2022-04-31", 0},
    {"2022-00-10", 0},
    {"2022-13-01", 0},
    {"2022-01-00", 0},
    {"2022-01-32", 0},
    {"0000-01-01", 0},
    {"", 0},
    {"2022", 0},
    {"2022-5-17", 0},
    {"2022-05-17Z", 0},
    {" 2022-05-17", 0},
    {"2022/05/17", 0},
    {"20220517", 0},
    {"-022-05-17", 0},
    {"٢٠٢٢-٠٥-١٧", 0},
};

static void
test_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		day read = 0;

		assert_int_equal(day_read(rows[i].text, &read),
				 rows[i].read != 0);
		assert_int_equal(read, rows[i].read);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_days)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
