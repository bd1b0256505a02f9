/* A paragraph as lines: what stands where, and what breaks where. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

static void
lines_fill_the_measure(void **state)
{
	struct sample *sample = *state;

	for (double width = 150; width < 420; width += 17.3) {
		struct lines lines = text_set(sample, texts[0], width, true);
		double sum = 0;

		assert_true(lines.count >= 3);
		for (size_t i = 0; i + 1 < lines.count; i++) {
			assert_near(lines.items[i].width, width, 0.01);
			assert_true(lines.items[i].x == 0);
			assert_true(lines.items[i].ratio >= -1);
			assert_true(lines.items[i].ratio <= 2.5);
			sum += fabs(lines.items[i].ratio);
		}
		assert_true(sum / (double)lines.count < 0.8);
		assert_true(lines.items[lines.count - 1].width <= width + 0.01);
	}
}

/* The first character of a string, the last, and whether a set has one. */
static uint32_t
character_first(const char *string)
{
	return utf8_next(&string);
}

static uint32_t
character_last(const char *string)
{
	uint32_t last = 0;

	for (uint32_t c; (c = utf8_next(&string)) != 0;)
		if (c != ' ' && c != 0x3000)
			last = c;
	return last;
}

static bool
set_has(const char *set, uint32_t character)
{
	for (uint32_t c; (c = utf8_next(&set)) != 0;)
		if (c == character)
			return true;
	return false;
}

static void
no_mark_stands_at_the_wrong_edge(void **state)
{
	struct sample *sample = *state;

	for (double width = 60; width < 400; width += 3.1) {
		struct lines lines = text_set(sample, texts[0], width, true);

		for (size_t i = 0; i < lines.count; i++) {
			const char *text = line_text(sample, &lines.items[i]);

			if (set_has("，。、；：？！）》”’—…%",
				    character_first(text)))
				fail_msg("begins: %s", text);
			if (i + 1 < lines.count &&
			    set_has("（《“‘第", character_last(text)) &&
			    character_last(text) != 0x7b2c)
				fail_msg("ends: %s", text);
		}
	}
}

/* Widths of lines in 10 pt, in hundredths of an em. */
static void
marks_are_squeezed_and_spaces_set(void **state)
{
	static const struct {
		const char *text;
		bool is_han;
		int width;
	} rows[] = {
	    {"公约", true, 200},
	    {"公约。", true, 250},   /* no blank at the edge */
	    {"“公约”", true, 300},   /* nor at either */
	    {"，公约", true, 300},   /* the blank is between */
	    {"款）。第", true, 350}, /* two bodies and one blank */
	    {"款）（第", true, 350},
	    {"款，《第", true, 350},
	    {"有——关", true, 400},
	    {"公约A公约", true, 522},	/* 72 and two quarters */
	    {"公约 A 公约", true, 522}, /* typed spaces too */
	    {"（A）", true, 172},
	    {"公约， A", true, 372},  /* no more than the mark's */
	    {"公约　有", true, 400},  /* a wide space stays */
	    {"公约 有关", true, 425}, /* a word space does */
	    {"1 2", false, 125},
	    {"65%以", true, 283}, /* no space behind % */
	    {"”", true, 50},
	    {"”", false, 44},
	    {" 公约 ", true, 200},
	};
	struct sample *sample = *state;
	struct type type = type_sample(10);

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct line *line = typeset_line(
		    sample->typeset, &sample->caught.messages, rows[i].text,
		    &type, rows[i].is_han, rows[i].is_han ? "zh" : "en");

		if (fabs(line->width * 10 - rows[i].width) > 1.5)
			fail_msg("%s is %.2f wide", rows[i].text,
				 line->width * 10);
	}
}

/* Breaks at widths that force them; '|' between lines. */
static void
words_break_where_they_should(void **state)
{
	static const struct {
		const char *text;
		double width;
		bool is_han;
		const char *lines;
	} rows[] = {
	    {"aaaa bbbb", 25, false, "aaaa |bbbb"},
	    {"aaaa\u00a0bbbb cc", 45, false, "aaaa\u00a0bbbb |cc"},
	    {"aaaa  \u00a0 bbbb", 25, false, "aaaa  \u00a0 bbbb"},
	    {"responsibility", 36, false, "respo\u00ad|nsibility"},
	    {"re\u00adxxxxxxxxx", 30, false, "re\u00ad|xxxxxxxxx"},
	    {"one\ntwo\n\nthree", 200, false, "one |two | |three"},
	    {"one\n", 200, false, "one "},
	    {"共3\u00a0829项", 25, true, "共|3\u00a0829|项"},
	    {"会议——以及", 30, true, "会|议——|以及"},
	    {"公约～公约", 25, true, "公|约～|公约"},
	    {"公约·公约", 22, true, "公|约·|公约"},
	    {"分析……提出", 30, true, "分|析……|提出"},
	    {"分析“提出", 25, true, "分析|“提出"},
	    {"提出”分析", 25, true, "提出”|分析"},
	    {"COSP/2023/4", 40, false, "COSP/|2023/4"},
	};
	struct sample *sample = *state;
	struct caught kept = sample->caught;

	sample->caught = (struct caught){0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct lines lines = text_set(sample, rows[i].text,
					      rows[i].width, rows[i].is_han);

		assert_string_equal(lines_text(sample, &lines), rows[i].lines);
	}
	sample->caught = kept;
}

/* At no price, the number would begin the last line. */
static void
a_number_keeps_to_its_word(void **state)
{
	struct sample *sample = *state;
	struct lines lines = text_set(
	    sample,
	    "States offered reviews and other affairs, to which the office had "
	    "been so good, as in COSP 82, and refer to COSP 2023 and 4 as "
	    "before.",
	    246, false);
	const char *shown = lines_text(sample, &lines);

	assert_non_null(strstr(shown, "COSP 2023 and 4 |as before."));
}

/* The ink of “ is in the right half of its em, of which the left is glue. */
static void
halved_marks_keep_their_ink(void **state)
{
	struct sample *sample = *state;
	struct type type = type_sample(10);
	const struct line *line = typeset_line(sample->typeset,
					       &sample->caught.messages,
					       "“公”公“", &type, true, "zh");
	static const double places[] = {-5, 5, 15, 25, 35};

	assert_int_equal(line->count, 1);
	assert_int_equal(line->runs[0].glyph_count, COUNT(places));
	for (size_t i = 0; i < COUNT(places); i++)
		assert_near(line->runs[0].glyphs[i].x, places[i], 0.01);
}

static void
a_last_line_may_shrink(void **state)
{
	struct sample *sample = *state;
	struct lines lines = text_set(sample, "aaaa bbbb", 1000, false);
	double width = lines.items[0].width;

	lines = text_set(sample, "aaaa bbbb", width - 0.5, false);
	assert_int_equal(lines.count, 1);
	assert_near(lines.items[0].width, width - 0.5, 0.01);
	assert_true(lines.items[0].ratio == 0);
}

static void
hyphens_are_drawn_and_told(void **state)
{
	struct sample *sample = *state;
	struct lines lines = text_set(sample, "responsibilities", 60, false);
	const struct line *line = &lines.items[0];
	const struct glyph_run *run = &line->runs[0];

	assert_int_equal(lines.count, 2);
	assert_true(line->is_hyphenated);
	assert_false(lines.items[1].is_hyphenated);
	assert_memory_equal(run->text + run->length - 2, "\u00ad", 2);
	/* A hyphen is a third of an em wide and ends the line. */
	assert_near(run->glyphs[run->glyph_count - 1].x, line->width - 3.33,
		    0.01);
	assert_near(run->width, line->width, 0.001);
}

static void
lines_stand_where_they_are_aligned(void **state)
{
	static const struct {
		enum alignment alignment;
		double indent;
		double first, second; /* x for lines of 25 and 20 in 40 */
	} rows[] = {
	    {ALIGN_JUSTIFY, 0, 0, 0},	  {ALIGN_JUSTIFY, 10, 10, 0},
	    {ALIGN_JUSTIFY, -10, -10, 0}, {ALIGN_LEFT, 5, 5, 0},
	    {ALIGN_RIGHT, 0, 15, 20},	  {ALIGN_CENTER, 0, 7.5, 10},
	};
	struct sample *sample = *state;
	struct run run = {.text = "11111\n2222", .type = type_sample(10)};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct setting setting = setting_of(&run, 1, 40, false);
		struct lines lines;

		setting.alignment = rows[i].alignment;
		setting.indent = rows[i].indent;
		lines = lines_set(sample, &setting);
		assert_int_equal(lines.count, 2);
		assert_near(lines.items[0].x, rows[i].first, 0.01);
		assert_near(lines.items[1].x, rows[i].second, 0.01);
	}
}

static void
runs_keep_owner_type_and_rise(void **state)
{
	struct sample *sample = *state;
	struct run runs[] = {
	    {.text = "会议", .type = type_sample(10), .owner = "text"},
	    {.text = "12", .type = type_sample(6), .owner = "mark"},
	    {.text = "，公约 ", .type = type_sample(10), .owner = "text"},
	    {.text = "Latin", .type = type_sample(10), .owner = "link"},
	};
	struct setting setting = setting_of(runs, COUNT(runs), 200, true);
	struct lines lines;
	const struct line *line;

	runs[1].type.rise = 3;
	lines = lines_set(sample, &setting);
	assert_int_equal(lines.count, 1);
	line = &lines.items[0];
	assert_int_equal(line->count, 4);
	for (size_t i = 0; i < COUNT(runs); i++)
		assert_ptr_equal(line->runs[i].owner, runs[i].owner);
	assert_near(line->runs[1].glyphs[0].y, -3, 1e-9);
	assert_near(line->runs[2].glyphs[0].y, 0, 1e-9);
	/* No quarter space beside a note's mark, nor the comma's blank ahead.
	 */
	assert_near(line->runs[1].x, 20, 0.01);
	assert_near(line->runs[2].x, 26, 0.01);
	assert_near(line->runs[3].x, 26 + 5 + 5 + 20 + 2.5, 0.01);
}

static void
notes_and_tight_runs_hold_to_their_text(void **state)
{
	struct sample *sample = *state;
	struct run runs[] = {
	    {.text = "会议请秘书处", .type = type_sample(10)},
	    {.text = "12", .type = type_sample(6)},
	    {.text = "继续分析", .type = type_sample(10), .is_tight = true},
	    {.text = "有关的", .type = type_sample(10)},
	};
	struct setting setting = setting_of(runs, COUNT(runs), 0, true);

	runs[1].type.rise = 3;
	for (double width = 50; width < 170; width += 4) {
		struct lines lines;
		const char *shown;

		setting.width = width;
		lines = lines_set(sample, &setting);
		shown = lines_text(sample, &lines);
		assert_null(strstr(shown, "|12"));
		assert_non_null(strstr(shown, "继续分析"));
	}
}

static void
a_line_alone_is_kept(void **state)
{
	struct sample *sample = *state;
	struct messages *messages = &sample->caught.messages;
	struct type type = type_sample(10), large = type_sample(12);
	const struct line *line = typeset_line(sample->typeset, messages,
					       "82 次", &type, true, "zh");

	assert_ptr_equal(line, typeset_line(sample->typeset, messages, "82 次",
					    &type, true, "zh"));
	assert_ptr_not_equal(line, typeset_line(sample->typeset, messages,
						"82 次", &large, true, "zh"));
	assert_ptr_not_equal(line, typeset_line(sample->typeset, messages,
						"82 次", &type, false, "zh"));
	assert_near(line->width, 22.5, 0.01);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_fill_the_measure),
	    cmocka_unit_test(no_mark_stands_at_the_wrong_edge),
	    cmocka_unit_test(marks_are_squeezed_and_spaces_set),
	    cmocka_unit_test(words_break_where_they_should),
	    cmocka_unit_test(a_number_keeps_to_its_word),
	    cmocka_unit_test(halved_marks_keep_their_ink),
	    cmocka_unit_test(a_last_line_may_shrink),
	    cmocka_unit_test(hyphens_are_drawn_and_told),
	    cmocka_unit_test(lines_stand_where_they_are_aligned),
	    cmocka_unit_test(runs_keep_owner_type_and_rise),
	    cmocka_unit_test(notes_and_tight_runs_hold_to_their_text),
	    cmocka_unit_test(a_line_alone_is_kept),
	};

	return cmocka_run_group_tests(tests, sample_open, sample_close);
}
