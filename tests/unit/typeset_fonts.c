/* Fonts come from the list alone, and each handle has its own. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#define HEAD "file\tface\tfamily\tbold\titalic\tbytes\tsha256\tpackage\n"

static void
file_make(const char *folder, const char *name, const char *bytes,
	  size_t length)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	fclose(file);
}

/* A folder with that fonts.tsv, and one.ttf of three bytes. */
static void
folder_make(char *folder, const char *list)
{
	assert_non_null(mkdtemp(folder));
	file_make(folder, "fonts.tsv", list, strlen(list));
	file_make(folder, "one.ttf", "abc", 3);
}

static void
folder_remove(const char *folder)
{
	const char *const names[] = {"fonts.tsv", "one.ttf"};

	for (size_t i = 0; i < COUNT(names); i++) {
		char path[256];

		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

static void
a_wrong_list_is_refused(void **state)
{
	static const struct {
		const char *list, *words;
	} rows[] = {
	    {"", "fonts.tsv lists no One"},
	    {"file\tface\n", "fonts.tsv:1: error: not a row"},
	    {HEAD "one.ttf\t0\tOne\t0\t0\t3\tx\n", "fonts.tsv:2: error:"},
	    {HEAD "one.ttf\tx\tOne\t0\t0\t3\tx\tp\n", "fonts.tsv:2: error:"},
	    {HEAD "one.ttf\t0\tOne\t2\t0\t3\tx\tp\n", "fonts.tsv:2: error:"},
	    {HEAD "one.ttf\t0\tOne\t0\t0\t3\tx\tp\tq\n", "fonts.tsv:2: error:"},
	    {HEAD "../one.ttf\t0\tOne\t0\t0\t3\tx\tp\n", "fonts.tsv:2: error:"},
	    {HEAD "two.ttf\t0\tOne\t0\t0\t3\tx\tp\n", "cannot open this font"},
	    {HEAD "one.ttf\t0\tOne\t0\t0\t4\tx\tp\n", "3 bytes, and not the 4"},
	    {HEAD "one.ttf\t0\tOne\t1\t0\t3\tx\tp\n", "lists no One"},
	    {HEAD "one.ttf\t0\tOne\t0\t0\t3\tx\tp\n", "one.ttf: error:"},
	};
	const struct face face = {.family = "One"};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char folder[] = "/tmp/typeset_fonts.XXXXXX";
		struct arena *arena = arena_new();
		struct caught caught;

		folder_make(folder, rows[i].list);
		caught_open(&caught);
		if (typeset_open(arena, &caught.messages, folder, &face, 1) !=
			NULL ||
		    strstr(caught_words(&caught), rows[i].words) == NULL)
			fail_msg("row %zu says: %s", i, caught.words);
		assert_false(messages_are_good(&caught.messages));
		caught_close(&caught);
		folder_remove(folder);
		arena_free(arena);
	}
}

static void
what_is_missing_is_said_at_opening(void **state)
{
	struct arena *arena = arena_new();
	struct caught caught;

	(void)state;
	caught_open(&caught);
	assert_null(
	    typeset_open(arena, &caught.messages, "/tmp/none", serif_faces, 1));
	assert_null(
	    typeset_open(arena, &caught.messages, FONTS, serif_faces, 0));
	assert_non_null(strstr(caught_words(&caught), "no font is asked for"));
	assert_non_null(strstr(caught.words, "/tmp/none/fonts.tsv"));
	typeset_close(NULL);
	caught_close(&caught);
	arena_free(arena);
}

/* Patterns that cannot be read fail the first word that asks for them, and no
 * text without one or of one line. */
static void
missing_patterns_are_said_when_asked_for(void **state)
{
	struct arena *arena = arena_new();
	struct caught caught;
	struct typeset *typeset;
	struct run run = {.text = "Art. 9", .type = type_sample(10)};
	struct setting setting = {
	    .runs = &run, .count = 1, .width = 20, .is_hyphenated = true};
	const char *words;

	(void)state;
	caught_open(&caught);
	typeset = typeset_sample(arena, &caught.messages);
	assert_non_null(typeset);
	typeset_use_patterns(typeset, "/tmp/none.dic", NULL);
	typeset_paragraph(arena, &caught.messages, typeset, &setting);
	run.text = "Article";
	setting.width = 100;
	typeset_paragraph(arena, &caught.messages, typeset, &setting);
	assert_string_equal(caught_words(&caught), "");
	setting.width = 20;
	typeset_paragraph(arena, &caught.messages, typeset, &setting);
	typeset_paragraph(arena, &caught.messages, typeset, &setting);
	words = strstr(caught_words(&caught), "/tmp/none.dic");
	assert_non_null(words);
	assert_null(strstr(words + 1, "/tmp/none.dic"));
	assert_int_equal(caught.messages.counts[WEIGHT_FAILURE], 1);
	typeset_close(typeset);
	caught_close(&caught);
	arena_free(arena);
}

/* Pixels that the line inks. */
static size_t
line_ink(const struct line *line)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8,
							      60, 60);
	cairo_t *cairo = cairo_create(surface);
	const unsigned char *pixels;
	size_t ink = 0;

	for (size_t i = 0; i < line->count; i++)
		glyph_run_draw(cairo, &line->runs[i], 5, 50);
	assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	pixels = cairo_image_surface_get_data(surface);
	for (int i = 0; i < 60 * cairo_image_surface_get_stride(surface); i++)
		ink += pixels[i] > 127;
	cairo_surface_destroy(surface);
	return ink;
}

static size_t
character_ink(const char *character)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct typeset *typeset = typeset_sample(arena, &messages);
	struct type type = type_sample(48);
	size_t ink;

	assert_non_null(typeset);
	ink = line_ink(
	    typeset_line(typeset, &messages, character, &type, true, "zh"));
	assert_true(messages_are_good(&messages));
	typeset_close(typeset);
	arena_free(arena);
	return ink;
}

/* Once, Cairo kept the closed handle's font by the name of its descriptor, and
 * the next handle drew the old glyphs. */
static void
a_second_handle_draws_its_own_glyphs(void **state)
{
	size_t many = character_ink("\u9f98");
	size_t few = character_ink("\u4e00");

	(void)state;
	assert_true(few > 20);
	assert_true(many > 4 * few);
	assert_int_equal(character_ink("\u9f98"), many);
}

static void
a_face_that_was_not_loaded_is_said_once(void **state)
{
	struct arena *arena = arena_new();
	struct caught caught;
	struct typeset *typeset;
	struct type type = type_sample(10);
	const char *words;

	(void)state;
	caught_open(&caught);
	typeset = typeset_sample(arena, &caught.messages);
	assert_non_null(typeset);
	type.latin = "Comic Sans";
	assert_true(
	    typeset_line(typeset, &caught.messages, "abc", &type, false, "en")
		->count > 0);
	typeset_line(typeset, &caught.messages, "def", &type, false, "en");
	words = strstr(caught_words(&caught), "Comic Sans was not loaded");
	assert_non_null(words);
	assert_null(strstr(words + 1, "Comic Sans"));
	typeset_close(typeset);
	caught_close(&caught);
	arena_free(arena);
}

static void
sizes_are_the_fonts_own(void **state)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct typeset *typeset = typeset_sample(arena, &messages);
	struct type small = type_sample(10), large = type_sample(20);
	double width;

	(void)state;
	assert_non_null(typeset);
	/* hhea of Liberation Serif: 1825 and -443 of 2048. */
	assert_near(typeset_ascent(typeset, &small), 8.911, 0.01);
	assert_near(typeset_descent(typeset, &small), 2.163, 0.01);
	/* No pixel grid, and no 96 dots to the inch: a digit is half an em. */
	width = typeset_line(typeset, &messages, "0123456789", &small, false,
			     "en")
		    ->width;
	assert_near(width, 50, 0.02);
	assert_near(
	    typeset_line(typeset, &messages, "Waffle", &large, false, "en")
		->width,
	    2 * typeset_line(typeset, &messages, "Waffle", &small, false, "en")
		    ->width,
	    0.02);
	/* Digits alone stand below each other in tables; letters are kerned. */
	assert_near(
	    typeset_line(typeset, &messages, "11", &small, false, "en")->width,
	    10, 0.01);
	assert_true(
	    typeset_line(typeset, &messages, "AVAV", &small, false, "en")
		->width < 4 * 7.22 - 3);
	small.size = 0;
	assert_true(
	    typeset_line(typeset, &messages, "a", &small, false, "en")->width >
	    0);
	typeset_close(typeset);
	arena_free(arena);
}

/* Liberation Serif under the list's name, without the table that the rasterizer
 * cannot do without. */
static void
headless_make(const char *folder)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	size_t length;
	char *bytes = file_read(arena, &messages,
				FONTS "/LiberationSerif-Regular.ttf", 1 << 20,
				&length);
	char *list = arena_print(arena,
				 HEAD "one.ttf\t0\tLiberation Serif\t0\t0\t"
				      "%zu\tx\tp\n",
				 length);

	assert_non_null(bytes);
	for (char *tag = bytes + 12; memcmp(tag, "hhea", 4) < 0; tag += 16)
		if (memcmp(tag, "head", 4) == 0)
			memcpy(tag, "hea_", 4);
	file_make(folder, "fonts.tsv", list, strlen(list));
	file_make(folder, "one.ttf", bytes, length);
	arena_free(arena);
}

static void
what_cannot_be_drawn_is_an_error(void **state)
{
	const struct face face = {.family = "Liberation Serif"};
	char folder[] = "/tmp/typeset_fonts.XXXXXX";
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct type type = type_sample(10);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8,
							      60, 60);
	cairo_t *cairo = cairo_create(surface);
	struct typeset *typeset;

	(void)state;
	assert_non_null(mkdtemp(folder));
	headless_make(folder);
	typeset = typeset_open(arena, &messages, folder, &face, 1);
	assert_non_null(typeset);
	assert_int_equal(glyph_run_draw(cairo,
					typeset_line(typeset, &messages, "abc",
						     &type, false, "en")
					    ->runs,
					5, 50),
			 CAIRO_STATUS_FREETYPE_ERROR);
	typeset_close(typeset);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	folder_remove(folder);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_wrong_list_is_refused),
	    cmocka_unit_test(what_is_missing_is_said_at_opening),
	    cmocka_unit_test(missing_patterns_are_said_when_asked_for),
	    cmocka_unit_test(a_second_handle_draws_its_own_glyphs),
	    cmocka_unit_test(a_face_that_was_not_loaded_is_said_once),
	    cmocka_unit_test(sizes_are_the_fonts_own),
	    cmocka_unit_test(what_cannot_be_drawn_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
