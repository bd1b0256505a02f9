/* WOFF2: heads, lengths, new names, and fonts that are none. */
/* SPDX-License-Identifier: MIT */
#include "site/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct woff_names names = {"Own Name", "Free", true, false};

/* Two tables: a head of 20 zero bytes, a name table with nothing in it. */
static const unsigned char font[] = {
    0, 1, 0, 0,	 0, 2,	0, 0, 0, 0,  0,	  0,   'h', 'e', 'a', 'd', 0, 0,
    0, 0, 0, 0,	 0, 44, 0, 0, 0, 20, 'n', 'a', 'm', 'e', 0,   0,   0, 0,
    0, 0, 0, 64, 0, 0,	0, 6, 0, 0,  0,	  0,   0,   0,	 0,   0,   0, 0,
    0, 0, 0, 0,	 0, 0,	0, 0, 0, 0,  0,	  0,   0,   0,	 0,   6};

static void
a_font_is_packed_whole(void **state)
{
	struct text out = {0};
	const unsigned char *bytes;

	(void)state;
	assert_int_equal(sizeof(font), 70);
	assert_true(woff_pack(&out, font, sizeof(font), &names));
	bytes = (const unsigned char *)out.bytes;
	assert_memory_equal(bytes, "wOF2\0\1\0\0", 8);
	assert_int_equal(bytes[8] << 24 | bytes[9] << 16 | bytes[10] << 8 |
			     bytes[11],
			 out.length);
	assert_int_equal(out.length % 4, 0);
	assert_int_equal(bytes[13], 2); /* tables */
	assert_int_equal(bytes[48], 1); /* "head" by its number */
	assert_int_equal(bytes[49], 20);
	assert_int_equal(bytes[50], 5); /* "name" */
	text_free(&out);
}

/* Every number of the head is held against the length of the file. */
static void
what_is_no_font_is_refused(void **state)
{
	unsigned char spoilt[sizeof(font)];
	struct text out = {0};

	(void)state;
	for (size_t length = 0; length < sizeof(font); length++)
		assert_false(woff_pack(&out, font, length, &names));
	memcpy(spoilt, font, sizeof(font));
	spoilt[24] = 0xff; /* a table of four thousand million bytes */
	assert_false(woff_pack(&out, spoilt, sizeof(spoilt), &names));
	memcpy(spoilt, font, sizeof(font));
	spoilt[4] = 0xff; /* 65,282 tables */
	assert_false(woff_pack(&out, spoilt, sizeof(spoilt), &names));
	assert_int_equal(out.length, 0);
	text_free(&out);
}

static void
packing_gives_the_same_bytes(void **state)
{
	static const char words[] = "so so so so so so so so so so so so so";
	struct text one = {0}, two = {0};

	(void)state;
	gzip_pack(&one, words, strlen(words));
	gzip_pack(&two, words, strlen(words));
	assert_int_equal(one.length, two.length);
	assert_memory_equal(one.bytes, two.bytes, one.length);
	assert_true(one.length < strlen(words));
	text_free(&one);
	brotli_pack(&one, words, strlen(words));
	assert_true(one.length < strlen(words));
	text_free(&one);
	text_free(&two);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_font_is_packed_whole),
	    cmocka_unit_test(what_is_no_font_is_refused),
	    cmocka_unit_test(packing_gives_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
