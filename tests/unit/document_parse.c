/* Trees that templates are parsed into, printed and compared whole. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *template;
	const char *tree; /* below the line "document" */
} cases[] = {
    {"", ""},
    {"\xef\xbb\xbf# Title\r\n\r\nText\r\n",
     "  heading 1:1 level 1\n    text \"Title\"\n"
     "  paragraph 3:1\n    text \"Text\"\n"},

    /* line ends */
    {"One\ntwo", "  paragraph 1:1\n    text \"One two\"\n"},
    {"中文\n换行", "  paragraph 1:1\n    text \"中文换行\"\n"},
    {"中文\nUNODC\n中文", "  paragraph 1:1\n    text \"中文 UNODC 中文\"\n"},
    {"中，\n文", "  paragraph 1:1\n    text \"中，文\"\n"},
    {"中\n“文”\n“字”", "  paragraph 1:1\n    text \"中“文”“字”\"\n"},
    {"say “yes”\n“no”", "  paragraph 1:1\n    text \"say “yes” “no”\"\n"},
    {"共有\n{{ x }}\n个",
     "  paragraph 1:1\n    text \"共有\"\n    value x\n    text \"个\"\n"},
    {"are\n{{ x }}\nof",
     "  paragraph 1:1\n    text \"are \"\n    value x\n    text \" of\"\n"},
    {"**中**\n文",
     "  paragraph 1:1\n    strong\n      text \"中\"\n    text \"文\"\n"},
    {"One\\\ntwo", "  paragraph 1:1\n    text \"One\"\n    break\n"
		   "    text \"two\"\n"},

    /* emphasis beside full-width marks */
    {"强调**“引号”**后文", "  paragraph 1:1\n    text \"强调\"\n    strong\n"
			   "      text \"“引号”\"\n    text \"后文\"\n"},
    {"**《公约》**的", "  paragraph 1:1\n    strong\n"
		       "      text \"《公约》\"\n    text \"的\"\n"},
    {"按*（一）*款，**甲。**乙",
     "  paragraph 1:1\n    text \"按\"\n    emphasis\n"
     "      text \"（一）\"\n    text \"款，\"\n    strong\n"
     "      text \"甲。\"\n    text \"乙\"\n"},
    {"条**(5)**的", "  paragraph 1:1\n    text \"条\"\n    strong\n"
		    "      text \"(5)\"\n    text \"的\"\n"},
    {"中**{{ a }}**文", "  paragraph 1:1\n    text \"中\"\n    strong\n"
			"      value a\n    text \"文\"\n"},
    {"a *b **c** d*", "  paragraph 1:1\n    text \"a \"\n    emphasis\n"
		      "      text \"b \"\n      strong\n"
		      "        text \"c\"\n      text \" d\"\n"},

    /* characters kept as they are */
    {"2 \\* 3 \\_ &#42; &lowbar; \\\\ \\{{",
     "  paragraph 1:1\n    text \"2 * 3 _ * _ \\\\ {{\"\n"},
    {"\"a\" -- 'b'...", "  paragraph 1:1\n    text \"\\\"a\\\" -- 'b'...\"\n"},
    {"[x]: https://a.b \"t\"",
     "  paragraph 1:1\n    text \"[x]: https://a.b \\\"t\\\"\"\n"},

    /* values */
    {"{{ needs.total }}", "  paragraph 1:1\n    value needs.total\n"},
    {"{{a|hedge:5}}", "  paragraph 1:1\n    value a | hedge: \"5\"\n"},
    {"{{ a | count: \"State\", \"States\" }}",
     "  paragraph 1:1\n    value a | count: \"State\", \"States\"\n"},
    {"{{ a | count: \"}} *[x](y)_`<b>\" }}",
     "  paragraph 1:1\n    value a | count: \"}} *[x](y)_`<b>\"\n"},
    {"*x* {{ a }}{{ b }}.",
     "  paragraph 1:1\n    emphasis\n      text \"x\"\n    text \" \"\n"
     "    value a\n    value b\n    text \".\"\n"},

    /* links */
    {"[most {{ a }}](claim:c.d)", "  paragraph 1:1\n    claim c.d\n"
				  "      text \"most \"\n      value a\n"},
    {"<https://a.b/c_*d>", "  paragraph 1:1\n    link https://a.b/c_*d\n"
			   "      text \"https://a.b/c_*d\"\n"},
    {"[a](mailto:b@c.d)", "  paragraph 1:1\n    link mailto:b@c.d\n"
			  "      text \"a\"\n"},
    {"see [](ref:par.x)",
     "  paragraph 1:1\n    text \"see \"\n    reference par.x\n"},
    {"[](label:x) Text", "  paragraph 1:1 label x\n    text \"Text\"\n"},
    {"# [](label:x)Text", "  heading 1:1 level 1 label x\n    text \"Text\"\n"},
    {"[](label:x)\n{{ a }}", "  paragraph 1:1 label x\n    value a\n"},

    /* headings, boxes, lists, figures */
    {"# A\n\n#### Topic\n\n## B\n\n#### Topic\n\n### C",
     "  heading 1:1 level 1\n    text \"A\"\n"
     "  heading 3:1 level 4\n    text \"Topic\"\n"
     "  heading 5:1 level 2\n    text \"B\"\n"
     "  heading 7:1 level 4\n    text \"Topic\"\n"
     "  heading 9:1 level 3\n    text \"C\"\n"},
    {"> ### Summary\n> One\n> two\n>\n> 1. a",
     "  box 1:1\n    heading 1:3 level 3\n      text \"Summary\"\n"
     "    paragraph 2:3\n      text \"One two\"\n"
     "    list 5:3 level 1\n      item 5:3\n        paragraph 5:6\n"
     "          text \"a\"\n"},
    {"1. a\n   1. b\n\n   c\n2. d",
     "  list 1:1 level 1\n    item 1:1\n      paragraph 1:4\n"
     "        text \"a\"\n      list 2:4 level 2\n        item 2:4\n"
     "          paragraph 2:7\n            text \"b\"\n"
     "      paragraph 4:4\n        text \"c\"\n    item 5:1\n"
     "      paragraph 5:4\n        text \"d\"\n"},
    {"![Needs *of* {{ a }}](figure:f-1)\n\n![表](table:t)",
     "  figure 1:1 f-1\n    text \"Needs \"\n    emphasis\n"
     "      text \"of\"\n    text \" \"\n    value a\n"
     "  table 3:1 t\n    text \"表\"\n"},

    /* notes */
    {"a[^n] b[^n]\n\n[^n]: words", "  paragraph 1:1\n    text \"a\"\n"
				   "    call n\n    text \" b\"\n"
				   "    call n\nnotes\n  note 3:1 n\n"
				   "    paragraph 3:7\n"
				   "      text \"words\"\n"},
    {"# a[^n]\n\n![b[^n]](figure:f)\n\n[^n]: 注释\n    换行\n\n    {{ v }}\n",
     "  heading 1:1 level 1\n    text \"a\"\n    call n\n"
     "  figure 3:1 f\n    text \"b\"\n    call n\n"
     "notes\n  note 5:1 n\n    paragraph 5:7\n"
     "      text \"注释换行\"\n    paragraph 8:5\n      value v\n"},
    {"甲[^n]\n乙\n\n[^n]: a\nb\n[^m]: c\n\nd[^m]",
     "  paragraph 1:1\n    text \"甲\"\n    call n\n    text \"乙\"\n"
     "  paragraph 8:1\n    text \"d\"\n    call m\n"
     "notes\n  note 4:1 n\n    paragraph 4:7\n      text \"a b\"\n"
     "  note 6:1 m\n    paragraph 6:7\n      text \"c\"\n"},
};

static char *
tree_of(struct arena *arena, const char *template)
{
	struct messages messages = {.out = stderr};
	struct document *document = document_parse(arena, &messages, "t.md",
						   template, strlen(template));
	struct text text = {0};
	char *tree;

	if (document == NULL)
		return arena_copy(arena, "faults");
	document_print(&text, document);
	tree = arena_copy(arena, text_string(&text));
	text_free(&text);
	return tree;
}

static void
templates_become_trees(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *wanted = arena_print(arena, "document\n%s",
					   cases[i].tree);

		assert_string_equal(tree_of(arena, cases[i].template), wanted);
	}
	arena_free(arena);
}

static void
same_bytes_give_same_tree(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(tree_of(arena, cases[i].template),
				    tree_of(arena, cases[i].template));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(templates_become_trees),
	    cmocka_unit_test(same_bytes_give_same_tree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
