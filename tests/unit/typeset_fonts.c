/* Fonts come from the list alone, and each handle has its own. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

#include <sys/stat.h>
#include <unistd.h>

#define HEAD "file\tface\tfamily\tbold\titalic\tbytes\tsha256\tpackage\n"

/* A folder with that fonts.tsv, and one.ttf of three bytes. */
static void
folder_make(char *folder, const char *list)
{
	const char *const contents[][2] = {{"fonts.tsv", list},
					   {"one.ttf", "abc"}};

	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < COUNT(contents); i++) {
		char path[256];
		FILE *file;

		snprintf(path, sizeof(path), "%s/%s", folder, contents[i][0]);
		file = fopen(path, "w");
		assert_non_null(file);
		fputs(contents[i][1], file);
		fclose(file);
	}
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
		if (typeset_open(arena, &caught.messages, folder, &face, 1,
				 NULL, NULL) != NULL ||
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
	assert_null(typeset_open(arena, &caught.messages, "/tmp/none",
				 serif_faces, 1, NULL, NULL));
	assert_null(typeset_open(arena, &caught.messages, FONTS, serif_faces, 0,
				 NULL, NULL));
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
	typeset = typeset_sample(arena, &caught.messages, NULL, 0,
				 "/tmp/none.dic");
	assert_non_null(typeset);
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
	struct typeset *typeset = typeset_sample(arena, &messages, &character,
						 1, NULL);
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
	typeset = typeset_sample(arena, &caught.messages, NULL, 0, NULL);
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
	struct typeset *typeset = typeset_sample(arena, &messages, NULL, 0,
						 NULL);
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
	small.size = 0;
	assert_true(
	    typeset_line(typeset, &messages, "a", &small, false, "en")->width >
	    0);
	typeset_close(typeset);
	arena_free(arena);
}

/* The glyph of U+4EE4 in Japanese; in `count` all glyphs of that face. */
static uint32_t
glyph_of_japanese(const char *const *languages, size_t *count)
{
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct repertoire repertoire = {0};
	struct type type = type_sample(10);
	struct typeset *typeset;
	const struct glyph_run *run;
	uint32_t glyph;

	characters_add(arena, &repertoire.text, "\u4ee4\u2014");
	typeset = typeset_end(typeset_begin(arena, &messages, FONTS,
					    serif_faces, COUNT(serif_faces),
					    &repertoire, languages),
			      &messages, &repertoire);
	assert_non_null(typeset);
	run =
	    typeset_line(typeset, &messages, "\u4ee4", &type, true, "ja")->runs;
	glyph = run->glyphs[0].index;
	*count = typeset_glyph_count(typeset, glyph_run_face(typeset, run));
	if (glyph ==
	    typeset_line(typeset, &messages, "\u4ee4", &type, true, "zh-Hans")
		->runs->glyphs[0]
		.index)
		glyph = 0;
	typeset_close(typeset);
	arena_free(arena);
	return glyph;
}

/* Half of the glyphs of a Han face were for languages that no text was in. */
static void
local_forms_are_of_the_texts_languages(void **state)
{
	static const char *const both[] = {"zh-Hans", "ja", NULL};
	static const char *const one[] = {"en", "zh-Hans", NULL};
	size_t all, some, least;

	(void)state;
	assert_true(glyph_of_japanese(NULL, &all) > 0);
	assert_true(glyph_of_japanese(both, &some) > 0);
	assert_int_equal(glyph_of_japanese(one, &least), 0);
	assert_true(least < some && some < all);
}

/* Glyphs of a face when figures print `printed`, and were likely to print
 * nothing but one character; there is a glyph for each of `printed`. */
static size_t
glyphs_of_figures(bool is_of_figures, const char *printed)
{
	static const char *const languages[] = {"zh-Hans", NULL};
	const struct face face = {"Noto Serif CJK SC", false, false,
				  is_of_figures};
	struct arena *arena = arena_new();
	struct messages messages = {.out = stderr};
	struct repertoire likely = {0}, found = {0};
	struct type type = type_sample(10);
	struct typeset *typeset;
	size_t count;

	characters_add(arena, &likely.text, "\u6587\u672c\u56fe");
	characters_add(arena, &likely.figures, "\u56fe");
	characters_add(arena, &found.figures, printed);
	typeset = typeset_end(typeset_begin(arena, &messages, FONTS, &face, 1,
					    &likely, languages),
			      &messages, &found);
	assert_non_null(typeset);
	type.latin = type.han;
	typeset_line(typeset, &messages, printed, &type, true, "zh-Hans");
	assert_int_equal(messages.counts[WEIGHT_ERROR], 0);
	count = typeset_glyph_count(typeset, 0);
	typeset_close(typeset);
	arena_free(arena);
	return count;
}

static void
faces_of_figures_have_what_figures_print(void **state)
{
	size_t text = glyphs_of_figures(false, "\u56fe");
	size_t figures = glyphs_of_figures(true, "\u56fe");

	(void)state;
	assert_int_equal(text, figures + 2);
	/* what was not likely is there all the same */
	assert_int_equal(glyphs_of_figures(true, "\u56fe\u8868"), figures + 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(faces_of_figures_have_what_figures_print),
	    cmocka_unit_test(a_wrong_list_is_refused),
	    cmocka_unit_test(what_is_missing_is_said_at_opening),
	    cmocka_unit_test(missing_patterns_are_said_when_asked_for),
	    cmocka_unit_test(a_second_handle_draws_its_own_glyphs),
	    cmocka_unit_test(a_face_that_was_not_loaded_is_said_once),
	    cmocka_unit_test(sizes_are_the_fonts_own),
	    cmocka_unit_test(local_forms_are_of_the_texts_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
