/* Where UAX 14 sees breaks: of part of a text as Pango sees them in all of it.
 */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

#include "typeset/paragraph.h"

#include <pango/pango.h>

enum {
	TEXTS = 20000,
	RUNS = 12, /* in a text, at most */
	LENGTH = 5 /* of a run, at most */
};

/* From one run to the next the rules change: combining marks, quotes, letters
 * that lean on others, emoji, all kinds of space. */
static const char *const others[] = {
    " ",	  " ",	    "-",      "/",	".",	  ",",
    "(",	  ")",	    "%",      "$",	"'",	  "\"",
    ":",	  "!",	    "\n",     "\t",	"\u00a0", "\u00ad",
    "\u2019",	  "\u201c", "\u201d", "\u2013", "\u2014", "\u2026",
    "\u200b",	  "\u200d", "\u2060", "\u202f", "\u3000", "。",
    "，",	  "（",	    "）",     "・",	"ー",	  "ょ",
    "あ",	  "가",	    "\u1100", "\u0301", "\ufe0f", "\U0001f600",
    "\U0001f1e8", "é",	    "α",      "ж",	"א",	  "ا",
    "ก",	  "เ",	    "ำ",      "क",	"\u094d", "·",
    "€",	  "°",	    "«",      "①",	"№",	  "\u2028",
    "𠀀",	  "㐀",	    "䷀",     "\u2011",
};

static const char *const languages[] = {"en", "zh", "ca-ES", "th", "ja", "ko"};

/* A run of Latin letters, spaces, digits or ideographs, or one of the others.
 */
static void
run_add(struct text *text)
{
	static const uint32_t firsts[] = {'a', 'A', ' ', '0', 0x4e00};
	static const int counts[] = {26, 26, 1, 10, 0x9fa6 - 0x4e00};
	size_t kind = (size_t)rand() % (COUNT(firsts) * 2);

	if (kind >= COUNT(firsts)) {
		text_add(text, others[(size_t)rand() % COUNT(others)]);
		return;
	}
	for (int i = rand() % LENGTH; i >= 0; i--)
		text_add_character(text, firsts[kind] +
					     (uint32_t)(rand() % counts[kind]));
}

static void
breaks_compare(const char *words, const char *language)
{
	struct run run = {.text = words};
	struct setting setting = setting_of(&run, 1, 0, false);
	struct paragraph paragraph = {.scratch = arena_new(),
				      .setting = &setting};
	PangoLogAttr *all;
	int count;

	setting.language = language;
	assert_true(paragraph_read(&paragraph));
	paragraph_find_breaks(&paragraph);
	count = (int)paragraph.sign_count + 1;
	all = arena_array(paragraph.scratch, (size_t)count, sizeof(*all));
	pango_get_log_attrs(words, (int)strlen(words), 0,
			    pango_language_from_string(language), all, count);
	for (size_t i = 0; i < paragraph.sign_count; i++)
		if (paragraph.signs[i].may_break != (all[i].is_line_break != 0))
			fail_msg("%s, sign %zu of \"%s\"", language, i, words);
	arena_free(paragraph.scratch);
}

static void
a_part_of_the_text_tells_all_breaks(void **state)
{
	(void)state;
	srand(14);
	for (size_t i = 0; i < TEXTS; i++) {
		struct text text = {0};

		for (int j = rand() % RUNS; j >= 0; j--)
			run_add(&text);
		breaks_compare(text_string(&text),
			       languages[i % COUNT(languages)]);
		text_free(&text);
	}
	for (size_t i = 0; i < COUNT(texts); i++)
		breaks_compare(texts[i], "zh");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_part_of_the_text_tells_all_breaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
