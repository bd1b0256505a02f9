/* The words of a chart: measured, broken into lines, placed. */
/* SPDX-License-Identifier: MIT */
#include "chart/room.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* In multiples of the type size: how finely balance is sought. */
#define BALANCE_STEP 0.5

/* What rounding may add to a sum of widths. */
#define WIDTH_SLACK  0.01 /* [pt] */

static struct type
type_of(const struct drawing *drawing, bool is_bold)
{
	return (struct type){.latin = drawing->chart->latin,
			     .han = drawing->chart->han,
			     .bold = is_bold,
			     .size = drawing->size};
}

/* [pt] of the blank halves of full-width marks that the typesetter drops: at
 * the ends of words, and of brackets beside a Latin letter or a digit. Viewers
 * of SVGs do not. */
static double
blank_width(const struct drawing *drawing, const char *words)
{
	static const char marks[] =
	    "（《〈「『【〔，。、；：？！）》〉」』】〕";
	double blank = 0;
	bool is_first = true;

	while (drawing->chart->is_han && *words != '\0') {
		uint32_t character = utf8_next(&words);
		bool is_end = is_first || *words == '\0';

		blank += character == 0xFF08 || character == 0xFF09 ||
			 (is_end && utf8_is_among(marks, character));
		is_first = false;
	}
	return blank / 2 * drawing->size;
}

double
words_width(struct drawing *drawing, const char *words, bool is_bold)
{
	struct type type = type_of(drawing, is_bold);

	if (words[0] == '\0')
		return 0;
	return typeset_line(drawing->typeset, drawing->messages, words, &type,
			    drawing->chart->is_han, drawing->chart->tag)
		   ->width +
	       blank_width(drawing, words);
}

/* [pt] that any line of the words may have of it: at its end, and of brackets.
 */
static double
lines_blank(const struct drawing *drawing, const char *words)
{
	if (!drawing->chart->is_han)
		return 0;
	return strstr(words, "（") != NULL ? drawing->size : drawing->size / 2;
}

double
words_widest(struct drawing *drawing, const char *words, bool is_bold)
{
	struct type type = type_of(drawing, is_bold);

	return typeset_widest(drawing->arena, drawing->messages,
			      drawing->typeset, words, &type,
			      drawing->chart->is_han, drawing->chart->tag) +
	       lines_blank(drawing, words);
}

/* The words of a line: its runs joined, without the space at its end. */
static const char *
line_words(struct drawing *drawing, const struct line *line)
{
	struct text words = {0};
	const char *copy;

	for (size_t i = 0; i < line->count; i++)
		text_add_bytes(&words, line->runs[i].text,
			       line->runs[i].length);
	while (words.length > 0 && strchr(" \n", words.bytes[words.length - 1]))
		words.length--;
	copy = arena_copy_bytes(drawing->arena, text_string(&words),
				words.length);
	text_free(&words);
	return copy;
}

static void
label_add(struct drawing *drawing, struct label *label, const char *line,
	  bool is_bold)
{
	double width = words_width(drawing, line, is_bold);

	ARENA_PUSH(drawing->arena, label->lines, label->count, line);
	label->width = width > label->width ? width : label->width;
}

/* Words that are shaped once for all the widths that are tried. */
struct shaped {
	struct run run;
	struct setting setting;
	struct paragraph *paragraph; /* NULL: no lines */
	double blank;		     /* [pt] that any line may have of it */
};

static void
words_shape(struct drawing *drawing, struct arena *scratch, const char *words,
	    bool is_bold, struct shaped *shaped)
{
	const struct chart *chart = drawing->chart;

	shaped->run = (struct run){
	    .text = words, .type = type_of(drawing, is_bold), .at = chart->at};
	shaped->setting = (struct setting){.runs = &shaped->run,
					   .count = 1,
					   .alignment = ALIGN_LEFT,
					   .is_han = chart->is_han,
					   .language = chart->tag};
	shaped->paragraph = typeset_shape(scratch, drawing->messages,
					  drawing->typeset, &shaped->setting);
	shaped->blank = lines_blank(drawing, words);
}

/* Lines as the typesetter breaks them at this width. */
static struct lines
words_break(struct drawing *drawing, const struct shaped *shaped, double width)
{
	if (shaped->paragraph == NULL)
		return (struct lines){0};
	return paragraph_break(drawing->arena, shaped->paragraph,
			       width + WIDTH_SLACK - shaped->blank);
}

static struct label
label_of(struct drawing *drawing, const struct shaped *shaped,
	 const struct lines *lines)
{
	struct label label = {0};

	for (size_t i = 0; i < lines->count; i++)
		label_add(drawing, &label,
			  line_words(drawing, &lines->items[i]),
			  shaped->run.type.bold);
	return label;
}

static bool
is_parted(const struct label *label)
{
	for (size_t i = 0; i < label->count; i++) {
		size_t length = strlen(label->lines[i]);

		if (length > 0 && label->lines[i][length - 1] == '-')
			return true;
	}
	return false;
}

/* As many lines as the whole width asks for, but of like length: no word is
 * left alone on the last. A compound word is not parted for that. */
static void
label_balance(struct drawing *drawing, struct label *label,
	      const struct shaped *shaped, double natural, double least)
{
	size_t count = label->count;
	double width = fmax(natural / (double)count, least);
	double step = BALANCE_STEP * drawing->size;

	for (; width < label->width; width += step) {
		struct lines lines = words_break(drawing, shaped, width);
		struct label narrower;

		if (lines.count > count)
			continue;
		narrower = label_of(drawing, shaped, &lines);
		if (is_parted(&narrower))
			continue;
		*label = narrower;
		return;
	}
}

bool
label_wrap(struct drawing *drawing, struct label *label, const char *words,
	   double width, bool is_bold)
{
	double natural = words_width(drawing, words, is_bold);
	double least = words_widest(drawing, words, is_bold);
	struct arena *scratch;
	struct shaped shaped;
	struct lines lines;

	*label = (struct label){0};
	if (least > width + WIDTH_SLACK) {
		message_once(drawing->messages, WEIGHT_ERROR,
			     drawing->chart->at,
			     "figure \"%s\": there is no room for a word of "
			     "\"%s\"",
			     drawing->chart->name, words);
		return false;
	}
	if (natural <= width + WIDTH_SLACK) {
		label_add(drawing, label, words, is_bold);
		return true;
	}
	scratch = arena_new();
	words_shape(drawing, scratch, words, is_bold, &shaped);
	lines = words_break(drawing, &shaped, width);
	*label = label_of(drawing, &shaped, &lines);
	if (label->count > 1)
		label_balance(drawing, label, &shaped, natural, least);
	arena_free(scratch);
	return true;
}

/* Lines never touch, whatever the face. */
static double
label_leading(const struct drawing *drawing)
{
	double leading = LINE_LEADING * drawing->size;
	double height = drawing->ascent + drawing->descent;

	return leading > height ? leading : height;
}

double
label_height(const struct drawing *drawing, const struct label *label)
{
	if (label->count == 0)
		return 0;
	return (double)(label->count - 1) * label_leading(drawing) +
	       drawing->ascent + drawing->descent;
}

void
label_draw(struct drawing *drawing, const struct label *label, double x,
	   double top, struct manner manner)
{
	double baseline = top + drawing->ascent;

	for (size_t i = 0; i < label->count; i++) {
		drawing_add_text(drawing, label->lines[i], x, baseline, manner);
		baseline += label_leading(drawing);
	}
}

const char *
category_words(const struct chart *chart, size_t category)
{
	const char *words = chart->categories[category];

	return words == NULL ? "" : words;
}

const char *
value_words(const struct chart *chart, size_t series, size_t category)
{
	const char *const *labels = chart->series[series].labels;

	return labels == NULL || labels[category] == NULL ? ""
							  : labels[category];
}

const char *
value_words_in(struct drawing *drawing, size_t series, size_t category,
	       double room)
{
	const char *const *shorts = drawing->chart->series[series].shorts;
	const char *words = value_words(drawing->chart, series, category);

	if (words_width(drawing, words, false) <= room)
		return words;
	if (shorts == NULL || shorts[category] == NULL)
		return "";
	words = shorts[category];
	return words_width(drawing, words, false) <= room ? words : "";
}
