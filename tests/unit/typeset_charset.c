/* The charset of a CFF table: whatever its form, glyphs are numbered after. */
/* SPDX-License-Identifier: MIT */
#include "typeset/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Header; INDEX of one name; INDEX of one Top DICT: a real number, a short
 * operator, an escape, the charset's offset; what follows is the charset. */
static const unsigned char head[] = {
    1,	0,  4, 1,  0,	 1,    1,  1,  2,   'A', 0,  1, 1, 1, 18, 30,
    10, 63, 5, 28, 0x01, 0x87, 12, 30, 139, 1,	 29, 0, 0, 0, 32, 15,
};

/* The table with that charset, numbered; what lies behind must stay. */
static void
expect(size_t count, const char *charset, size_t length, const char *expected)
{
	uint8_t bytes[sizeof(head) + 32];

	assert_int_equal(sizeof(head), 32);
	memcpy(bytes, head, sizeof(head));
	memset(bytes + sizeof(head), '?', sizeof(bytes) - sizeof(head));
	memcpy(bytes + sizeof(head), charset, length);
	charset_number(bytes, sizeof(bytes), count);
	assert_memory_equal(bytes, head, sizeof(head));
	assert_memory_equal(bytes + sizeof(head), expected, length);
	assert_int_equal(bytes[sizeof(head) + length], '?');
}

static void
every_form_is_numbered(void **state)
{
	(void)state;
	/* each glyph by name */
	expect(2, "\0\x12\x34", 3, "\0\0\1");
	expect(4, "\0\x12\x34\x23\x45\x34\x56", 7, "\2\0\1\0\2\0\0");
	/* ranges of up to 256 */
	expect(2, "\1\x12\x34\0", 4, "\1\0\1\0");
	expect(6, "\1\x12\x34\4", 4, "\1\0\1\4");
	expect(10, "\1\x12\x34\4\x23\x45\3", 7, "\2\0\1\0\10\0\0");
	/* long ranges */
	expect(0x303, "\2\x12\x34\3\1", 5, "\2\0\1\3\1");
	expect(0x303, "\2\x12\x34\3\0\x55\x55\0\0", 9, "\2\0\1\3\1\0\0\0\0");
}

static void
what_is_no_table_stays(void **state)
{
	uint8_t bytes[64], before[64];

	(void)state;
	for (size_t length = 0; length < sizeof(head) + 4; length++) {
		memset(bytes, 0, sizeof(bytes));
		memcpy(bytes, head, sizeof(head));
		memcpy(before, bytes, sizeof(bytes));
		charset_number(bytes, length, 40);
		assert_memory_equal(bytes, before, sizeof(bytes));
	}
	/* an offset that stands for a known charset */
	bytes[30] = 2;
	memcpy(before, bytes, sizeof(bytes));
	charset_number(bytes, sizeof(bytes), 8);
	assert_memory_equal(bytes, before, sizeof(bytes));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_form_is_numbered),
	    cmocka_unit_test(what_is_no_table_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
