/* What the tests of typesetting share: a handle, settings, caught messages. */
/* SPDX-License-Identifier: MIT */
#ifndef TYPESET_SAMPLE_H
#define TYPESET_SAMPLE_H

#include "base/arena.h"
#include "typeset/typeset.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* From the project's folder, where tests run. */
#define FONTS "fonts"

static const struct face serif_faces[] = {
    {"Noto Serif CJK SC", false, false},
    {"Liberation Serif", false, false},
    {"Liberation Serif", false, true},
};

/* cmocka compares floats only. */
#define assert_near(a, b, most) assert_true(fabs((a) - (b)) <= (most))

/* Messages caught as a string. */
struct caught {
	struct messages messages;
	char *words;
	size_t length;
};

static inline void
caught_open(struct caught *caught)
{
	*caught = (struct caught){0};
	caught->messages.out = open_memstream(&caught->words, &caught->length);
	assert_non_null(caught->messages.out);
}

/* What was said since the last look, until caught_close. */
static inline const char *
caught_words(struct caught *caught)
{
	fflush(caught->messages.out);
	return caught->words;
}

static inline void
caught_close(struct caught *caught)
{
	fclose(caught->messages.out);
	free(caught->words);
}

static inline struct typeset *
typeset_sample(struct arena *arena, struct messages *messages)
{
	return typeset_open(arena, messages, FONTS, serif_faces,
			    COUNT(serif_faces));
}

static inline struct type
type_sample(double size)
{
	return (struct type){
	    .latin = "Liberation Serif",
	    .han = "Noto Serif CJK SC",
	    .size = size,
	};
}

static const char *const texts[] = {
    "截至2023年9月15日，共完成82次审议（占49%"
    "），其中“能力建设”与《公约》第五十二"
    "条第五款有关；见CAC/COSP/2023/4和CAC/COSP/IRG/2022/"
    "6。“真的吗？”他说：“是的！”"
    "会议——以及其附属机构——请秘书处继续分析……并提出报告。",
    "As at 15 September 2023, 82 reviews had been completed; the office "
    "offered "
    "well-known internationalization and responsibilities (“so-called”), at "
    "3,829.5 per cent — and so on: see CAC/COSP/2023/4, and/or fifty affairs.",
    "3\u00a0829 项， 65% 以及 Latin words 与汉字　全角\u00ad空\u200b格 ( 甲 ) "
    "。 结束 ",
    "  two  spaces\tand a tab, re\u00adsponsi\u00adbility e\u0301te\u0301 "
    "\n\nthen "
    "more\n",
    "１２３ＡＢ，・～／％々ー",
    "",
    "\n",
};

struct sample {
	struct arena *arena;
	struct typeset *typeset;
	struct caught caught;
};

/* Patterns of the test's own: after every vowel. */
static inline char *
patterns_write(struct arena *arena)
{
	static const char patterns[] = "UTF-8\na1\ne1\ni1\no1\nu1\n";
	char *name = arena_copy(arena, "/tmp/typeset_paragraph.XXXXXX");
	int file = mkstemp(name);

	assert_true(file >= 0);
	assert_int_equal(write(file, patterns, strlen(patterns)),
			 strlen(patterns));
	close(file);
	return name;
}

static inline int
sample_open(void **state)
{
	static struct sample sample;
	char *patterns;

	sample.arena = arena_new();
	caught_open(&sample.caught);
	patterns = patterns_write(sample.arena);
	sample.typeset = typeset_sample(sample.arena, &sample.caught.messages);
	assert_non_null(sample.typeset);
	typeset_use_patterns(sample.typeset, patterns, patterns_read(patterns));
	unlink(patterns);
	*state = &sample;
	return 0;
}

static inline int
sample_close(void **state)
{
	struct sample *sample = *state;

	typeset_close(sample->typeset);
	caught_close(&sample->caught);
	arena_free(sample->arena);
	return 0;
}

static inline struct setting
setting_of(const struct run *runs, size_t count, double width, bool is_han)
{
	return (struct setting){
	    .runs = runs,
	    .count = count,
	    .width = width,
	    .is_han = is_han,
	    .language = is_han ? "zh" : "en",
	};
}

static inline struct lines
lines_set(struct sample *sample, const struct setting *setting)
{
	return typeset_paragraph(sample->arena, &sample->caught.messages,
				 sample->typeset, setting);
}

/* One text in 10 pt. */
static inline struct lines
text_set(struct sample *sample, const char *text, double width, bool is_han)
{
	struct run run = {.text = text, .type = type_sample(10)};
	struct setting setting = setting_of(&run, 1, width, is_han);

	setting.is_hyphenated = true;
	return lines_set(sample, &setting);
}

/* A line's text; arena's. */
static inline char *
line_text(struct sample *sample, const struct line *line)
{
	struct text text = {0};
	char *copy;

	for (size_t i = 0; i < line->count; i++)
		text_add_bytes(&text, line->runs[i].text, line->runs[i].length);
	copy = arena_copy(sample->arena, text_string(&text));
	text_free(&text);
	return copy;
}

/* All lines' texts, with '|' between; arena's. */
static inline char *
lines_text(struct sample *sample, const struct lines *lines)
{
	char *shown = arena_copy(sample->arena, "");

	for (size_t i = 0; i < lines->count; i++)
		shown = arena_print(sample->arena, "%s%s%s", shown,
				    i == 0 ? "" : "|",
				    line_text(sample, &lines->items[i]));
	return shown;
}

/* The text without soft hyphens and '|', a line break as a space; arena's. */
static inline char *
text_bare(struct sample *sample, const char *string)
{
	struct text text = {0};
	char *copy;

	for (uint32_t c; (c = utf8_next(&string)) != 0;)
		if (c != 0xad && c != '|')
			text_add_character(&text, c == '\n' ? ' ' : c);
	copy = arena_copy(sample->arena, text_string(&text));
	text_free(&text);
	return copy;
}

#endif
