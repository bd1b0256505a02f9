/* TJ in fewer bytes: what is shortened, what is left, what moves. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/shows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const fonts[] = {"/f-0-0", "/f-1-0"};

static void
expect(const char *stream, const char *expected)
{
	struct text out = {0};
	size_t length = strlen(stream);
	char *bytes = test_malloc(length + 1); /* to see a byte too far */

	memcpy(bytes, stream, length);
	shows_shorten(&out, bytes, length, fonts, COUNT(fonts));
	assert_string_equal(text_string(&out), expected);
	test_free(bytes);
	text_free(&out);
}

static void
equal_moves_become_spacing(void **state)
{
	(void)state;
	expect("BT /f-0-0 1 Tf [<0001>-35<0002>-35<0003>]TJ ET",
	       "BT /f-0-0 1 Tf 0.035 Tc [<000100020003>35] TJ 0 Tc ET");
	/* one that differs stays, less the spacing */
	expect("/f-0-0 1 Tf [<0001>-35<0002>-59<0003>-35<0004>]TJ",
	       "/f-0-0 1 Tf 0.035 Tc [<00010002>-24<00030004>35] TJ 0 Tc");
	/* without any, glyphs are one string */
	expect("/f-0-0 1 Tf [<0001>0<0002><0003>441<0004>]TJ",
	       "/f-0-0 1 Tf [<000100020003>441<0004>] TJ");
	expect("/f-1-0 1 Tf [<00010002>-3.5<0003>]TJ <0004> Tj",
	       "/f-1-0 1 Tf [<00010002>-4<0003>] TJ <0004> Tj");
}

/* What rounding did is carried along, never summed up. */
static void
no_glyph_moves_far(void **state)
{
	(void)state;
	expect("/f-0-0 1 Tf [<0001>-35<0002>-36<0003>-35<0004>-36<0005>-35"
	       "<0006>-36<0007>-35<0008>]TJ",
	       "/f-0-0 1 Tf 0.035 Tc [<000100020003000400050006>-3<00070008>"
	       "35] TJ 0 Tc");
}

static void
all_else_is_copied(void **state)
{
	static const char *const streams[] = {
	    "",
	    "q 1 0 0 1 0 0 cm Q",
	    /* a font whose codes have one byte, or of unknown ones */
	    "/f-2-0 1 Tf [<0001>-35<0002>]TJ",
	    "[<0001>-35<0002>]TJ",
	    /* spacing would be scaled */
	    "/f-0-0 10 Tf [<0001>-35<0002>]TJ",
	    /* bytes, odd digits, a number first, no glyph, one only */
	    "/f-0-0 1 Tf [(ab)-35<0002>]TJ",
	    "/f-0-0 1 Tf [<00>-35<0002>]TJ",
	    "/f-0-0 1 Tf [<000g>-35<0002>]TJ",
	    "/f-0-0 1 Tf [-35<0001>-35<0002>]TJ",
	    "/f-0-0 1 Tf []TJ",
	    "/f-0-0 1 Tf [<0001>]TJ",
	    "/f-0-0 1 Tf [[<0001>-35<0002>]]TJ",
	    "/f-0-0 1 Tf [<0001>-35<0002> TJ",
	    /* no content stream */
	    "/f-0-0 1 Tf [<0001>-35<00",
	    "/f-0-0 1 Tf (a) ) [<0001>-35<0002>]TJ",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(streams); i++)
		expect(streams[i], streams[i]);
}

static void
a_long_array_is_copied(void **state)
{
	struct text stream = {0};

	(void)state;
	text_add(&stream, "/f-0-0 1 Tf [");
	for (int i = 0; i < 600; i++)
		text_print(&stream, "<%04x>-35", (unsigned)i);
	text_add(&stream, "<0001>]TJ");
	expect(text_string(&stream), text_string(&stream));
	text_free(&stream);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(equal_moves_become_spacing),
	    cmocka_unit_test(no_glyph_moves_far),
	    cmocka_unit_test(all_else_is_copied),
	    cmocka_unit_test(a_long_array_is_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
