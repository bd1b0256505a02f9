/* Text objects: read back, each glyph is where it was set and says its text. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

#include "pdf_scan.h"

#include "pdf/shows.h"

/* A run at its place. */
struct shown {
	const struct glyph_run *run;
	double x, y;
};

/* A text object as a viewer goes through it. */
struct replay {
	const struct pdf_fonts *fonts;
	const struct pdf_font *font;
	struct scanner scanner;
	const struct shown *shown;
	size_t count;
	size_t run, glyph; /* the next one */
	double numbers[6];
	size_t number_count;
	double size, spacing;
	double line_x, line_y, x; /* [pt] */
	int marks;
};

static const struct set_glyph *
replay_expected(struct replay *replay, const struct shown **shown)
{
	while (replay->run < replay->count &&
	       replay->glyph == replay->shown[replay->run].run->glyph_count) {
		replay->run++;
		replay->glyph = 0;
	}
	assert_true(replay->run < replay->count);
	*shown = &replay->shown[replay->run];
	return &(*shown)->run->glyphs[replay->glyph++];
}

static void
code_replay(struct replay *replay, size_t code)
{
	const struct font_program *program = &replay->font->program;
	const struct shown *shown;
	const struct set_glyph *glyph = replay_expected(replay, &shown);
	double most = SHOW_TOLERANCE / 1000 * replay->size + 0.006;

	assert_true(code > 0 && code < program->count);
	assert_int_equal(code, font_code(replay->font, glyph->index));
	assert_near(replay->x, shown->x + (double)glyph->x, most);
	assert_near(replay->line_y, shown->y + (double)glyph->y, 0.006);
	replay->x += program->widths[code] / 1000 * replay->size +
		     replay->spacing;
}

/* A literal string, brackets included. */
static void
string_replay(struct replay *replay, const char *at, const char *end)
{
	size_t code = 0, bytes = 0;

	for (at++; at < end - 1; at++) {
		unsigned char byte = (unsigned char)*at;

		/* Some readers take two ends of lines for one. */
		assert_true(byte != '\r' && byte != '\n');
		if (byte == '\\') {
			at++;
			byte = *at == 'r'   ? '\r'
			       : *at == 'n' ? '\n'
					    : (unsigned char)*at;
		}
		code = code << 8 | byte;
		if (++bytes < replay->font->code_size)
			continue;
		code_replay(replay, code);
		code = bytes = 0;
	}
	assert_int_equal(bytes, 0);
}

static void
operand_replay(struct replay *replay, bool is_in_array)
{
	const char *at = replay->scanner.bytes + replay->scanner.from;
	char *end;
	double number = strtod(at, &end);

	if (*at == '(') {
		string_replay(replay, at,
			      replay->scanner.bytes + replay->scanner.at);
	} else if (sscanf(at, "/F%zu", &replay->number_count) == 1) {
		replay->font = replay->fonts->shown[replay->number_count];
		replay->number_count = 0;
	} else if (end > at && is_in_array) {
		replay->x -= number / 1000 * replay->size;
	} else if (end > at && replay->number_count < 6) {
		replay->numbers[replay->number_count++] = number;
	}
}

static void
operator_replay(struct replay *replay)
{
	const double *numbers = replay->numbers;
	const struct scanner *scanner = &replay->scanner;

	if (token_is(scanner, "Tf")) {
		replay->size = numbers[0];
	} else if (token_is(scanner, "Tc")) {
		replay->spacing = numbers[0];
	} else if (token_is(scanner, "Tm")) {
		assert_true(numbers[0] > 0.99 && numbers[3] < -0.99);
		replay->x = replay->line_x = numbers[4];
		replay->line_y = numbers[5];
	} else if (token_is(scanner, "Td")) {
		replay->x = replay->line_x += numbers[0];
		replay->line_y -= numbers[1];
	} else if (token_is(scanner, "BDC")) {
		replay->marks++;
	}
	replay->number_count = 0;
}

/* The number of texts that are given beside their glyphs. */
static int
object_replay(const struct text *object, const struct pdf_fonts *fonts,
	      const struct shown *shown, size_t count)
{
	struct replay replay = {
	    .fonts = fonts,
	    .scanner = {.bytes = text_string(object), .length = object->length},
	    .shown = shown,
	    .count = count};
	bool is_in_array = false;
	enum token token;

	while ((token = scanner_next(&replay.scanner)) != TOKEN_END) {
		assert_int_not_equal(token, TOKEN_BROKEN);
		is_in_array = (is_in_array || token_is(&replay.scanner, "[")) &&
			      !token_is(&replay.scanner, "]");
		if (token == TOKEN_OPERAND)
			operand_replay(&replay, is_in_array);
		else
			operator_replay(&replay);
	}
	assert_true(fabs(replay.spacing) < 1e-9);
	assert_int_equal(replay.run, count - 1);
	assert_int_equal(replay.glyph, shown[count - 1].run->glyph_count);
	return replay.marks;
}

/* The lines one below the other, as one object; arena's. */
static size_t
lines_place(struct sample *sample, const struct lines *lines,
	    struct shown **shown)
{
	size_t count = 0;

	*shown = NULL;
	for (size_t i = 0; i < lines->count; i++)
		for (size_t k = 0; k < lines->items[i].count; k++)
			ARENA_PUSH(sample->arena, *shown, count,
				   ((struct shown){&lines->items[i].runs[k],
						   50.123 + lines->items[i].x,
						   70.007 + 14.4 * (double)i}));
	return count;
}

static void
fonts_make(struct sample *sample, struct pdf_fonts *fonts)
{
	fonts_cut_begin(fonts);
	fonts_await_codes(fonts);
	assert_true(fonts_cut_end(&sample->caught.messages, fonts));
}

static int
text_replay(struct sample *sample, const char *text, double width, bool is_han,
	    struct text *object)
{
	struct pdf_fonts fonts = fonts_begin(sample->arena, sample->typeset);
	struct lines lines = text_set(sample, text, width, is_han);
	struct shown *shown;
	struct pen pen;
	size_t count = lines_place(sample, &lines, &shown);
	int marks;

	for (size_t i = 0; i < count; i++)
		fonts_note(sample->arena, &fonts, shown[i].run);
	fonts_make(sample, &fonts);
	pen_begin(&pen, object, &fonts);
	for (size_t i = 0; i < count; i++)
		pen_show(&pen, shown[i].run, shown[i].x, shown[i].y);
	pen_end(&pen);
	marks = object_replay(object, &fonts, shown, count);
	fonts_end(&fonts);
	return marks;
}

/* How often the words are there; codes have bytes that are 0. */
static size_t
object_counts(const struct text *object, const char *words)
{
	const char *at = object->bytes, *end = at + object->length;
	size_t count = 0;

	while ((at = memmem(at, (size_t)(end - at), words, strlen(words))) !=
	       NULL) {
		count++;
		at++;
	}
	return count;
}

static void
every_glyph_is_in_its_place(void **state)
{
	for (size_t i = 0; i < 5; i++)
		for (int width = 100; width < 400; width += 70)
			for (int is_han = 0; is_han < 2; is_han++) {
				struct text object = {0};

				text_replay(*state, texts[i], width,
					    is_han == 1, &object);
				text_free(&object);
			}
}

/* Once the numbers between Han characters were over half of a page's bytes. */
static void
a_line_is_one_string(void **state)
{
	struct text object = {0};

	text_replay(*state, "共完成次审议其中能力建设与第五十二条第五款有关",
		    150, true, &object);
	assert_int_equal(object_counts(&object, "]TJ"), 0);
	assert_true(object_counts(&object, ")Tj") > 1);
	text_free(&object);
}

static void
text_that_its_glyphs_do_not_say_is_beside_them(void **state)
{
	struct text object = {0};

	/* a hyphen of the line's end, beside one of the text */
	assert_true(text_replay(*state, "well-known internationalization", 52,
				false, &object) > 0);
	assert_true(object_counts(&object, "/ActualText<feff00ad>") > 0);
	text_free(&object);
	/* one glyph is both spaces: the plain one needs no word */
	assert_int_equal(
	    text_replay(*state, "a b\u00a0c d", 400, false, &object), 1);
	assert_true(object_counts(&object, "/ActualText<feff00a0>") > 0);
	text_free(&object);
	/* alone, it says its own */
	assert_int_equal(text_replay(*state, "b\u00a0c", 400, false, &object),
			 0);
	text_free(&object);
}

/* To say that codes have one byte takes more bytes than a short text saves. */
static void
long_texts_have_codes_of_a_byte(void **state)
{
	struct sample *sample = *state;
	struct lines lines = text_set(sample, "fifty", 400, false);

	for (size_t size = 1; size <= 2; size++) {
		struct pdf_fonts fonts = fonts_begin(sample->arena,
						     sample->typeset);

		for (size_t i = 0; i < (size == 1 ? 500 : 5); i++)
			fonts_note(sample->arena, &fonts, lines.items[0].runs);
		fonts_make(sample, &fonts);
		assert_int_equal(fonts.shown_count, 1);
		assert_int_equal(fonts.shown[0]->code_size, size);
		fonts_end(&fonts);
	}
}

static void
a_program_has_what_is_shown(void **state)
{
	struct sample *sample = *state;
	struct pdf_fonts fonts = fonts_begin(sample->arena, sample->typeset);
	struct lines lines = text_set(sample, "fifty", 400, false);
	const struct font_program *program;

	fonts_note(sample->arena, &fonts, lines.items[0].runs);
	fonts_make(sample, &fonts);
	program = &fonts.shown[0]->program;
	assert_string_equal(program->name, "LiberationSerif");
	assert_false(program->is_postscript);
	assert_true(program->count > 4 && program->count < 10);
	assert_true(program->ascent > 800 && program->descent < -200);
	assert_true(program->length > 0 &&
		    fonts.shown[0]->packed_length < program->length);
	fonts_end(&fonts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_glyph_is_in_its_place),
	    cmocka_unit_test(a_line_is_one_string),
	    cmocka_unit_test(text_that_its_glyphs_do_not_say_is_beside_them),
	    cmocka_unit_test(long_texts_have_codes_of_a_byte),
	    cmocka_unit_test(a_program_has_what_is_shown),
	};

	return cmocka_run_group_tests(tests, sample_open, sample_close);
}
