/* A page style: the one that is shipped, and every way to spoil it. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/file.h"
#include "layout/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char shipped[] = "templates/styles/note.xml";

static void
the_shipped_style_is_read(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct xml_schema *schema = xml_schema_open(&messages,
						    "input/schema/style.xsd");
	struct style *style = style_read(arena, &messages, schema, shipped);
	struct type heading;
	size_t count;

	(void)state;
	assert_non_null(schema);
	assert_non_null(style);
	assert_true(style->page.width > 595 && style->page.height > 841);
	assert_true(style_figure_width(style) <= style_body_width(style));
	assert_true(style_figure_type_size(style) > 0);
	assert_string_equal(style_figure_latin(style), "Liberation Sans");
	assert_string_equal(style_figure_han(style), "Noto Sans CJK SC");
	heading = style_type(style, KIND_HEADING_1, false);
	assert_true(heading.bold && heading.size == 14);
	/* a topic line slopes, but not in Han */
	assert_true(style_type(style, KIND_HEADING_4, false).italic);
	assert_false(style_type(style, KIND_HEADING_4, true).italic);
	assert_true(style_leading(style, KIND_TEXT, true) >
		    style_leading(style, KIND_TEXT, false));
	style_faces(style, &count);
	assert_int_equal(count, 10);
	xml_schema_close(schema);
	arena_free(arena);
}

static void
the_style_of_two_languages_is_read(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct xml_schema *schema = xml_schema_open(&messages,
						    "input/schema/style.xsd");
	struct style *one = style_read(arena, &messages, schema, shipped);
	struct style *two = style_read(arena, &messages, schema,
				       "templates/styles/parallel.xml");
	size_t count, with_other;

	(void)state;
	assert_non_null(one);
	assert_non_null(two);
	assert_false(style_has_columns(one));
	assert_true(style_has_columns(two));
	assert_true(two->page.width > two->page.height);
	assert_true(two->columns.first + two->columns.gap <
		    style_body_width(two));
	assert_true(style_figure_width(two) <= two->columns.first);
	assert_non_null(strchr(one->units, *"年"));
	/* the same families: no face more */
	style_faces(one, &count);
	style_add_faces(arena, one, two);
	style_faces(one, &with_other);
	assert_int_equal(with_other, count);
	two->faces[0].family = "Another";
	style_add_faces(arena, one, two);
	style_faces(one, &with_other);
	assert_int_equal(with_other, count + 1);
	xml_schema_close(schema);
	arena_free(arena);
}

/* The shipped style with `from` made into `to`, read without a schema, so that
 * the reader's own checks show. */
static size_t
faults_after(const char *from, const char *to)
{
	char path[] = "/tmp/rapporteur-style-XXXXXX";
	struct arena *arena = arena_new();
	struct messages messages = {0};
	size_t length, faults;
	char *bytes = file_read(arena, &messages, shipped, 1 << 20, &length);
	char *at = strstr(bytes, from);
	int descriptor = mkstemp(path);
	FILE *file = fdopen(descriptor, "w");

	assert_non_null(at);
	assert_non_null(file);
	fwrite(bytes, 1, (size_t)(at - bytes), file);
	fputs(to, file);
	fputs(at + strlen(from), file);
	fclose(file);
	assert_true((style_read(arena, &messages, NULL, path) == NULL) ==
		    (messages.counts[WEIGHT_ERROR] > 0));
	faults = messages.counts[WEIGHT_ERROR];
	remove(path);
	arena_free(arena);
	return faults;
}

static void
faults_are_reported(void **state)
{
	static const struct {
		const char *from, *to;
		size_t faults;
	} rows[] = {
	    {"width=\"595.276\"", "width=\"595.276\"", 0},
	    {"width=\"595.276\"", "width=\"wide\"", 1},
	    {"width=\"595.276\"", "width=\"-5\"", 1},
	    {"width=\"595.276\"", "width=\"nan\"", 1},
	    {"width=\"595.276\"", "width=\"1e9\"", 1},
	    {"width=\"595.276\"", "", 1},
	    {"width=\"595.276\"", "width=\"200\"",
	     3}, /* for body, line, figure */
	    {"height=\"841.89\"", "height=\"200\"", 1},
	    {"tab=\"28.35\"", "tab=\"300\"", 1},
	    {"align=\"justify\"", "align=\"full\"", 1},
	    {"least=\"7\"", "least=\"0.5\"", 1},
	    {"least=\"7\"", "", 1},
	    {"name=\"item\"", "name=\"text\"", 2}, /* twice, and none */
	    {"name=\"item\"", "name=\"thing\"", 2},
	    {"size=\"14\" leading=\"17\"", "size=\"0\" leading=\"17\"", 1},
	    {"<families latin=", "<other latin=", 2},
	    {"<furniture", "<columns first=\"170\" gap=\"20\"/><furniture", 2},
	    {"<furniture", "<columns first=\"0\" gap=\"20\"/><furniture", 1},
	    {"<furniture", "<columns first=\"170\"/><furniture", 1},
	    {"<furniture", "<columns first=\"370\" gap=\"9\"/><furniture", 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(faults_after(rows[i].from, rows[i].to),
				 rows[i].faults);
}

static void
what_is_no_style_is_refused(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {0};

	(void)state;
	assert_null(style_read(arena, &messages, NULL, "nowhere.xml"));
	assert_null(
	    style_read(arena, &messages, NULL, "templates/cosp10/report.xml"));
	assert_false(messages_are_good(&messages));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_shipped_style_is_read),
	    cmocka_unit_test(the_style_of_two_languages_is_read),
	    cmocka_unit_test(faults_are_reported),
	    cmocka_unit_test(what_is_no_style_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
