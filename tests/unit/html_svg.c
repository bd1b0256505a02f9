/* SVG of a small scene, byte by byte; hostile names; its size. */
/* SPDX-License-Identifier: MIT */
#include "html/html.h"

#include "base/arena.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static struct mark marks[] = {
    {.kind = MARK_LINE,
     .ink = INK_GRID,
     .x = 50,
     .y = 2.5,
     .height = 20,
     .stroke = 0.5},
    {.kind = MARK_GROUP_BEGIN, .text = "A & B: 259"},
    {.kind = MARK_TEXT,
     .x = 36,
     .y = 12,
     .text = "A & B",
     .anchor = ANCHOR_END,
     .size = 8.5,
     .is_bold = true},
    {.kind = MARK_RECTANGLE,
     .ink = INK_SERIES_1,
     .x = 40,
     .y = 4,
     .width = 120.5,
     .height = 9},
    {.kind = MARK_RECTANGLE,
     .ink = INK_SERIES_2,
     .x = 40,
     .y = 14,
     .width = 60,
     .height = 9,
     .is_hatched = true},
    {.kind = MARK_TEXT,
     .ink = INK_FAINT,
     .x = 164.5,
     .y = 12,
     .text = "259",
     .anchor = ANCHOR_MIDDLE,
     .size = 7},
    {.kind = MARK_GROUP_END},
};

static struct scene
scene_small(void)
{
	return (struct scene){.name = "sample",
			      .tag = "en",
			      .title = "Needs <by category>",
			      .description = "One bar.",
			      .width = 200,
			      .height = 30.25,
			      .marks = marks,
			      .count = COUNT(marks),
			      .latin = "Liberation Sans",
			      .han = "Noto Sans CJK SC"};
}

static void
a_small_scene_inside_a_page(void **state)
{
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	svg_write(&text, &scene, true);
	assert_string_equal(
	    text_string(&text),
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" "
	    "role=\"img\" aria-labelledby=\"sample-en-title sample-en-desc\" "
	    "lang=\"en\" viewBox=\"0 0 200 30.25\" width=\"200pt\" "
	    "height=\"30.25pt\" font-family=\"'Liberation Sans',"
	    "'Noto Sans CJK SC',sans-serif\" font-size=\"8.5\" "
	    "text-anchor=\"middle\" fill=\"currentColor\">\n"
	    "<title id=\"sample-en-title\">Needs &lt;by category&gt;</title>\n"
	    "<desc id=\"sample-en-desc\">One bar.</desc>\n"
	    "<defs>\n"
	    "<pattern id=\"sample-en-series-2\" "
	    "patternUnits=\"userSpaceOnUse\" width=\"3\" height=\"3\">"
	    "<path class=\"series-2\" stroke=\"currentColor\" "
	    "stroke-width=\"0.8\" "
	    "d=\"M-1.5 1.5l3 -3M-1.5 4.5l6 -6M1.5 4.5l3 -3\"/></pattern>\n"
	    "</defs>\n"
	    "<line class=\"grid\" x1=\"50\" y1=\"2.5\" x2=\"50\" y2=\"22.5\" "
	    "stroke=\"currentColor\" stroke-width=\"0.5\"/>\n"
	    "<g class=\"text\"><title>A &amp; B: 259</title>\n"
	    "<text x=\"36\" y=\"12\" text-anchor=\"end\" "
	    "font-weight=\"bold\">A &amp; B</text>\n"
	    "<rect class=\"series-1\" x=\"40\" y=\"4\" width=\"120.5\" "
	    "height=\"9\"/>\n"
	    "<rect class=\"series-2\" x=\"40\" y=\"14\" width=\"60\" "
	    "height=\"9\" fill=\"url(#sample-en-series-2)\" "
	    "stroke=\"currentColor\" stroke-width=\"0.5\"/>\n"
	    "<text class=\"faint\" x=\"164.5\" y=\"12\" "
	    "font-size=\"7\">259</text>\n"
	    "</g>\n"
	    "</svg>\n");
	text_free(&text);
}

static void
one_that_stands_alone_brings_its_colours(void **state)
{
	static const char *const needed[] = {
	    "<style>",
	    "--series-1:#102a49;",
	    ".series-1{color:#102a49;color:var(--series-1)}",
	    "@media (prefers-color-scheme:dark){svg{",
	    "@media (forced-colors:active){",
	};
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	svg_write(&text, &scene, false);
	for (size_t i = 0; i < COUNT(needed); i++)
		assert_non_null(strstr(text_string(&text), needed[i]));
	text_free(&text);
}

/* Names come from input: none may end an attribute, an element or a url(). */
static void
hostile_names_stay_words(void **state)
{
	static const char *const forbidden[] = {
	    "<script", "\"x", "'x' ", "url(#a)b", "' onload", "</title></svg>",
	};
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	scene.name = "a)b \"x\" <script>";
	scene.title = "</title></svg><script>alert(1)</script>";
	scene.description = "\"x\" ' onload";
	scene.latin = "x' onload=\"x\"";
	svg_write(&text, &scene, true);
	for (size_t i = 0; i < COUNT(forbidden); i++)
		assert_null(strstr(text_string(&text), forbidden[i]));
	assert_non_null(
	    strstr(text_string(&text), "url(#a-b--x---script--en-series-2)"));
	text_free(&text);
}

/* Two languages of one figure may stand on one page. */
static void
languages_have_their_own_ids(void **state)
{
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	scene.tag = "zh-Hans";
	svg_write(&text, &scene, true);
	assert_non_null(
	    strstr(text_string(&text), "id=\"sample-zh-Hans-title\""));
	assert_non_null(strstr(text_string(&text), "lang=\"zh-Hans\""));
	assert_null(strstr(text_string(&text), "\"sample-en"));
	text_free(&text);
}

/* Thirty rows of two panels, more than any figure of a note. */
static void
a_full_figure_is_small(void **state)
{
	enum {
		ROWS = 30
	};
	struct mark row[] = {marks[1], marks[2], marks[3], marks[5],
			     marks[3], marks[5], marks[6]};
	struct mark many[ROWS * COUNT(row)];
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++) {
		many[i] = row[i % COUNT(row)];
		many[i].y = 999.99;
		many[i].width = 123.45;
	}
	scene.marks = many;
	scene.count = COUNT(many);
	svg_write(&text, &scene, false);
	assert_true(text.length < 20 * 1024);
	scene.count /= 2;
	text_free(&text);
	svg_write(&text, &scene, false);
	assert_true(text.length < 12 * 1024);
	text_free(&text);
}

static void
an_empty_scene_is_a_picture_too(void **state)
{
	struct scene scene = scene_small();
	struct text text = {0};

	(void)state;
	scene.count = 0;
	svg_write(&text, &scene, true);
	assert_non_null(strstr(text_string(&text), "</svg>"));
	text_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_small_scene_inside_a_page),
	    cmocka_unit_test(one_that_stands_alone_brings_its_colours),
	    cmocka_unit_test(hostile_names_stay_words),
	    cmocka_unit_test(languages_have_their_own_ids),
	    cmocka_unit_test(a_full_figure_is_small),
	    cmocka_unit_test(an_empty_scene_is_a_picture_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
