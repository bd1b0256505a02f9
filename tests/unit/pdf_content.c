/* Content streams: marks renamed, ink without an owner refused. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "pdf/content.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct element_node paragraph = {.role = ROLE_P};
static struct element_node heading = {.role = ROLE_H2};

/* Of every stream here: a heading, a running header, a paragraph. */
static const struct leaf three[] = {
    {.element = &heading, .mcid = 0},
    {.artifact = ARTIFACT_HEADER},
    {.element = &paragraph, .mcid = 1},
};

/* The fault, or the rewritten bytes behind a '='. */
static void
expect(const char *stream, size_t leaf_count, const char *expected)
{
	struct leaf items[3];
	struct leaves leaves = {.items = items, .count = leaf_count};
	struct text out = {0};
	const char *fault;
	size_t length = strlen(stream);
	char *bytes = test_malloc(length + 1); /* to see a byte too far */

	memcpy(items, three, sizeof(items));
	memcpy(bytes, stream, length + 1);
	fault = content_rewrite(&out, bytes, length, &leaves, NULL);
	if (*expected == '=') {
		assert_null(fault);
		assert_string_equal(text_string(&out), expected + 1);
	} else {
		assert_non_null(fault);
		assert_string_equal(fault, expected);
	}
	test_free(bytes);
	text_free(&out);
}

static void
marks_get_their_roles(void **state)
{
	(void)state;
	expect("", 0, "=");
	expect("q 1 0 0 1 0 0 cm Q", 0, "=q 1 0 0 1 0 0 cm Q");
	expect("/Span << /MCID 0 >> BDC f EMC", 1,
	       "=/H2 << /MCID 0 >> BDC f EMC");
	expect("q /Span<</MCID 0>>BDC\nf EMC\n"
	       "/Span << /MCID 1 >> BDC S EMC "
	       "/Span << /MCID 2 >> BDC f* EMC Q",
	       3,
	       "=q /H2 << /MCID 0 >> BDC\nf EMC\n"
	       "/Artifact << /Type /Pagination /Subtype /Header "
	       "/Attached [ /Top ] >> BDC S EMC "
	       "/P << /MCID 1 >> BDC f* EMC Q");
}

static void
what_is_inside_strings_is_no_operator(void **state)
{
	(void)state;
	expect("/Span << /MCID 0 >> BDC (f \\) BDC ( ) S) Tj <5366> Tj "
	       "[(a) -12.5 <4a>] TJ EMC % f\n",
	       1,
	       "=/H2 << /MCID 0 >> BDC (f \\) BDC ( ) S) Tj <5366> Tj "
	       "[(a) -12.5 <4a>] TJ EMC % f\n");
	/* Cairo's replacement text goes inside of a leaf */
	expect("/Span << /MCID 0 >> BDC /Span << /ActualText <FEFF00AD> >> BDC "
	       "<01> Tj EMC <02> Tj EMC",
	       1,
	       "=/H2 << /MCID 0 >> BDC /Span << /ActualText <FEFF00AD> >> BDC "
	       "<01> Tj EMC <02> Tj EMC");
}

static void
ink_without_an_owner_is_refused(void **state)
{
	static const char *const painters[] = {
	    "f",     "F",      "f*",	"S",	 "s",
	    "b",     "b*",     "B",	"B*",	 "/s1 sh",
	    "/x Do", "(a) Tj", "[] TJ", "(a) '", "1 2 (a) \"",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(painters); i++)
		expect(painters[i], 0, "ink outside of marked content");
	expect("/Span << /MCID 0 >> BDC f EMC f", 1,
	       "ink outside of marked content");
	/* a mark that is no leaf owns nothing */
	expect("/Span << /ActualText (a) >> BDC f EMC", 0,
	       "ink outside of marked content");
	expect("/OC /x BDC f EMC", 0, "ink outside of marked content");
}

/* Of each such square there must be a text; shown ones are in pdf_write.c. */
static void
places_of_text_are_known(void **state)
{
	(void)state;
	expect("/Span << /MCID 0 >> BDC 0 0 0.004 0.004 re f EMC", 1,
	       "a place without text");
	expect("/Span << /MCID 0 >> BDC 0 0 0.00390625 0.00390625 re f* EMC", 1,
	       "a place without text");
	expect("/Span << /MCID 0 >> BDC 0 0 0.004 0.004 re S EMC", 1,
	       "a place of text that is not filled");
	expect("0 0 0.004 0.004 re f", 0, "text outside of marked content");
	/* other rectangles */
	expect("/Span << /MCID 0 >> BDC 0 0 0.004 0.1 re f 0 0 4 4 re f EMC", 1,
	       "=/H2 << /MCID 0 >> BDC 0 0 0.004 0.1 re f 0 0 4 4 re f EMC");
	expect("re", 0, "=re");
}

static void
leaves_come_once_and_in_order(void **state)
{
	(void)state;
	expect("/Span << /MCID 0 >> BDC f EMC", 2, "a mark was lost");
	expect("/Span << /MCID 1 >> BDC f EMC", 2, "a mark out of its order");
	expect("/Span << /MCID 0 >> BDC f EMC", 0, "a mark out of its order");
	expect("/Span << /MCID 0 >> BDC /Span << /MCID 1 >> BDC f EMC EMC", 2,
	       "a mark inside a mark");
	expect("/Span << /MCID 0 >> BDC f", 1, "a mark left open");
	expect("EMC", 0, "a mark is closed that is not open");
	expect("/Span << /MCID 99999999999999999999 >> BDC f EMC", 1,
	       "ink outside of marked content");
}

static void
broken_streams_are_refused(void **state)
{
	static const char *const streams[] = {
	    "(open", "(open \\", "<41", "[ ) ]", "{ f }", ">", "(a\\)",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(streams); i++)
		expect(streams[i], 0, "a content stream that cannot be read");
	expect("BI /W 1 ID x EI", 0, "an inline image");
	expect("<", 0, "a content stream that cannot be read");
	expect("/", 0, "=/");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_get_their_roles),
	    cmocka_unit_test(what_is_inside_strings_is_no_operator),
	    cmocka_unit_test(ink_without_an_owner_is_refused),
	    cmocka_unit_test(places_of_text_are_known),
	    cmocka_unit_test(leaves_come_once_and_in_order),
	    cmocka_unit_test(broken_streams_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
