/* Templates made to make the parser crash, hang or read out of bounds. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const struct {
	const char *unit; /* repeated */
	int count;
} repeated[] = {
    {"- ", 20000},	    {"1. ", 20000},
    {">", 50000},	    {"[", 50000},
    {"![[]()", 20000},	    {"*", 50000},
    {"*a _b ", 20000},	    {"**a *b ", 20000},
    {"{{", 50000},	    {"{{ a }}", 20000},
    {"}}", 50000},	    {"{{\"", 20000},
    {"[^", 50000},	    {"[^a]", 20000},
    {"[^a]: b\n", 10000},   {"[^a]:\n\n", 5000},
    {"\n", 200000},	    {"[a](", 20000},
    {"[a](b)", 20000},	    {"<a b=\"", 20000},
    {"<!--", 20000},	    {"<?", 20000},
    {"<![CDATA[", 20000},   {"<!A ", 20000},
    {"`a``b```", 20000},    {"&", 100000},
    {"&#1;", 10000},	    {"\\", 100000},
    {"\\*", 50000},	    {"# a\n", 20000},
    {"a\n\n", 20000},	    {"a\n- b\n", 10000},
    {"**“", 20000},	    {"中*", 20000},
    {"{{ a | b: \"", 9999}, {"    ", 50000},
    {"\t", 100000},	    {"[](label:a) b\n\n", 5000},
    {"> ![[]()\n", 10000},  {"2. ![[]()\n", 10000},
};

static void
parse(const char *bytes, size_t length)
{
	struct arena *arena = arena_new();
	struct messages messages = {0};
	struct document *document = document_parse(arena, &messages, "t.md",
						   bytes, length);

	assert_true((document != NULL) == messages_are_good(&messages));
	arena_free(arena);
}

static void
repetition_ends_soon(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(repeated); i++) {
		struct text text = {0};
		clock_t start = clock();

		for (int k = 0; k < repeated[i].count; k++)
			text_add(&text, repeated[i].unit);
		parse(text.bytes, text.length);
		text_free(&text);
		if (clock() - start > 5 * CLOCKS_PER_SEC)
			fail_msg("'%s' took over 5 s", repeated[i].unit);
	}
}

/* Lists that nest by their indent, a line each. */
static void
nesting_by_indent_is_bounded(void **state)
{
	struct text text = {0};

	(void)state;
	for (int i = 0; i < 300; i++)
		text_print(&text, "%*s1. a\n", 3 * i, "");
	parse(text.bytes, text.length);
	text_free(&text);
}

static void
size_is_bounded(void **state)
{
	struct text text = {0};

	(void)state;
	for (int i = 0; i <= 4 * 1024; i++)
		text_print(&text, "%1023s\n", "a");
	parse(text.bytes, text.length);
	text_free(&text);
}

/* Every beginning of a template, cut inside of characters too. */
static void
cut_templates_are_survived(void **state)
{
	static const char template[] =
	    "# [](label:a) 中文**“强调”**\n\n> ### b\n> {{ c | d: \"e\", 1 }}\n"
	    "\n1. x\n   1. y[^n] <https://a.b> &#42; \\* `c`\n\n"
	    "![z[^n]](figure:f)\n\n[^n]: 注\n释 [w](claim:v)\n\n    u\n";

	(void)state;
	for (size_t length = 0; length < sizeof(template); length++) {
		struct text text = {0};

		text_add_bytes(&text, template, length);
		parse(text.bytes, length);
		text_free(&text);
	}
}

/* Bytes by chance from those that mean something. */
static void
chance_is_survived(void **state)
{
	static const char *const parts[] = {
	    "*",  "**",	 "_",  "[",  "]",	 "(",	      ")",
	    "[^", "]:",	 "{{", "}}", "|",	 "\"",	      "\n",
	    "> ", "1. ", "# ", "!",  "\\",	 "`",	      "<",
	    ">",  "&",	 "中", "“",  "a",	 "label:a)",  "\t",
	    "  ", ":",	 "，", "-",  "\n\n    ", "figure:f)", "https://a",
	};
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct text text = {0};

		for (int k = 0; k < 40; k++) {
			seed = seed * 1664525 + 1013904223;
			text_add(&text, parts[(seed >> 16) % COUNT(parts)]);
		}
		parse(text.bytes, text.length);
		text_free(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(repetition_ends_soon),
	    cmocka_unit_test(nesting_by_indent_is_bounded),
	    cmocka_unit_test(size_is_bounded),
	    cmocka_unit_test(cut_templates_are_survived),
	    cmocka_unit_test(chance_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
