/* No text is lost on its way into lines, and none makes the way end badly. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

static void
clusters_cover(const struct glyph_run *run)
{
	size_t bytes = 0, glyphs = 0;

	for (size_t i = 0; i < run->cluster_count; i++) {
		assert_true(run->clusters[i].num_bytes > 0);
		assert_true(run->clusters[i].num_glyphs > 0);
		bytes += (size_t)run->clusters[i].num_bytes;
		glyphs += (size_t)run->clusters[i].num_glyphs;
	}
	assert_int_equal(bytes, run->length);
	assert_int_equal(glyphs, run->glyph_count);
}

static void
no_byte_of_the_text_is_lost(void **state)
{
	struct sample *sample = *state;

	for (size_t i = 0; i < COUNT(texts); i++)
		for (int kind = 0; kind < 8; kind++) {
			struct run run = {texts[i],
					  type_sample(10),
					  &run,
					  {"x", 1, 1},
					  false};
			struct setting setting = setting_of(
			    &run, 1, 90 + 40 * kind, kind % 2 == 0);
			struct lines lines;

			setting.alignment = (enum alignment)(kind / 2);
			setting.is_hyphenated = kind < 6;
			lines = lines_set(sample, &setting);
			assert_string_equal(
			    text_bare(sample, lines_text(sample, &lines)),
			    text_bare(sample, texts[i]));
			for (size_t k = 0; k < lines.count; k++)
				for (size_t r = 0; r < lines.items[k].count;
				     r++)
					clusters_cover(&lines.items[k].runs[r]);
		}
	if (!messages_are_good(&sample->caught.messages))
		fail_msg("%s", caught_words(&sample->caught));
}

static void
what_cannot_be_set_is_said(void **state)
{
	struct sample *sample = *state;
	struct run runs[] = {
	    {"fine, ", type_sample(10), NULL, {"x.md", 3, 1}, false},
	    {"\u4e5f\u4e5f\U0001f600",
	     type_sample(10),
	     NULL,
	     {"x.md", 4, 7},
	     false},
	    {" Unbreakablewithoutpatterns",
	     type_sample(10),
	     NULL,
	     {"x.md", 5, 2},
	     false},
	};
	struct setting setting = setting_of(runs, COUNT(runs), 50, false);
	struct caught kept = sample->caught;
	const char *words;
	struct lines lines;

	caught_open(&sample->caught);
	lines = lines_set(sample, &setting);
	words = caught_words(&sample->caught);
	assert_int_equal(lines.count, 3);
	assert_non_null(strstr(words, "x.md:4:7: error: no glyph for U+1F600 "
				      "\U0001f600 in Liberation Serif"));
	assert_non_null(strstr(words, "x.md:5:2: error: wider than the line"));
	assert_non_null(strstr(words, "Unbreakablewithoutpatterns"));
	assert_int_equal(sample->caught.messages.counts[WEIGHT_ERROR], 2);
	caught_close(&sample->caught);
	sample->caught = kept;
}

static void
what_is_no_text_is_refused(void **state)
{
	struct sample *sample = *state;
	size_t length = (1 << 20) + 1;
	char *many = arena_take(sample->arena, length + 1);
	struct messages none = {0};
	struct run run = {.text = memset(many, 'a', length),
			  .type = type_sample(10)};
	struct setting setting = setting_of(&run, 1, 100, false);

	assert_int_equal(
	    typeset_paragraph(sample->arena, &none, sample->typeset, &setting)
		.count,
	    0);
	run.text = "a\xff";
	assert_int_equal(
	    typeset_paragraph(sample->arena, &none, sample->typeset, &setting)
		.count,
	    0);
	setting.count = 0;
	assert_int_equal(
	    typeset_paragraph(sample->arena, &none, sample->typeset, &setting)
		.count,
	    0);
	assert_int_equal(none.counts[WEIGHT_ERROR], 2);
	typeset_line(sample->typeset, &none, "\xc0", &run.type, false, NULL);
	assert_int_equal(none.counts[WEIGHT_ERROR], 3);
}

/* No measure is too small or no number at all. */
static void
any_measure_gives_lines(void **state)
{
	static const double widths[] = {0, -5, 0.001, 1e9, NAN, -INFINITY};
	struct sample *sample = *state;
	struct messages none = {0};

	for (size_t i = 0; i < COUNT(widths); i++)
		for (size_t k = 0; k < 4; k++) {
			struct run run = {.text = texts[k],
					  .type = type_sample(10)};
			struct setting setting = setting_of(&run, 1, widths[i],
							    k % 2 == 0);

			setting.indent = k % 2 == 0 ? widths[i] : 0;
			assert_true(typeset_paragraph(sample->arena, &none,
						      sample->typeset, &setting)
					.count > 0);
		}
}

/* Cairo checks that the clusters are the text's and the glyphs'. */
static void
cairo_takes_every_run(void **state)
{
	struct sample *sample = *state;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8,
							      200, 200);
	cairo_t *cairo = cairo_create(surface);

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct lines lines = text_set(sample, texts[i], 150, i != 1);

		for (size_t k = 0; k < lines.count; k++)
			for (size_t r = 0; r < lines.items[k].count; r++)
				glyph_run_draw(cairo, &lines.items[k].runs[r],
					       10, 20 + (double)k * 14);
	}
	assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_byte_of_the_text_is_lost),
	    cmocka_unit_test(what_cannot_be_set_is_said),
	    cmocka_unit_test(what_is_no_text_is_refused),
	    cmocka_unit_test(any_measure_gives_lines),
	    cmocka_unit_test(cairo_takes_every_run),
	};

	return cmocka_run_group_tests(tests, sample_open, sample_close);
}
