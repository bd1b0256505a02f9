/* Small files as trees; names in several languages. */
/* SPDX-License-Identifier: MIT */
#include "xml_files.h"

#include "xml/xml.h"

static void
test_tree(void **state)
{
	const struct element *root, *a, *b;
	struct files files;

	(void)state;
	files_open(&files);
	file_write("f",
		   "<r xmlns='" XML_NAMESPACE "'> one <a n='1'>\n x"
		   "</a>two<b/>\n  <a n='2'/>\t three &amp; &#x56DB; </r>");
	root = xml_read_tree(files.arena, &files.messages, NULL, "f");
	assert_string_equal(files_heard(&files), "");
	assert_non_null(root);
	assert_null(root->parent);
	assert_string_equal(element_words(files.arena, root),
			    "one two three & 四");
	a = element_child(root, "a");
	assert_int_equal(a->at.line, 1);
	assert_int_equal(a->at.column, 34);
	assert_string_equal(element_attribute(a, "n"), "1");
	assert_null(element_attribute(a, "m"));
	assert_string_equal(element_words(files.arena, a), "x");
	assert_null(element_child(a, "a"));
	assert_ptr_equal(a->parent, root);
	b = element_child(root, "b");
	assert_string_equal(b->text, "");
	assert_ptr_equal(a->next, b);
	a = element_next(a, "a");
	assert_string_equal(element_attribute(a, "n"), "2");
	assert_int_equal(a->at.line, 3);
	assert_null(element_next(a, "a"));
	files_close(&files);
}

static void
test_names(void **state)
{
	struct names names;
	struct files files;

	(void)state;
	files_open(&files);
	file_write("f", "<r xmlns='" XML_NAMESPACE "'>"
			"<name xml:lang='en'> a\n b </name><other/>"
			"<name>unsaid</name><name xml:lang='zh'>名</name></r>");
	names = element_names(
	    files.arena, xml_read_tree(files.arena, &files.messages, NULL, "f"),
	    "name");
	assert_int_equal(names.count, 2);
	assert_string_equal(names_in(&names, "en"), "a b");
	assert_string_equal(names_in(&names, "zh"), "名");
	assert_null(names_in(&names, "fr"));
	files_close(&files);
}

/* A tree with a fault is none. */
static void
test_faults(void **state)
{
	struct files files;

	(void)state;
	files_open(&files);
	file_write("f", "<r xmlns='" XML_NAMESPACE "'>\u202e</r>");
	assert_null(xml_read_tree(files.arena, &files.messages, NULL, "f"));
	assert_null(xml_read_tree(files.arena, &files.messages, NULL, "g"));
	files_close(&files);
}

static void
test_excerpt(void **state)
{
	struct text scratch = {0};

	(void)state;
	assert_string_equal(xml_excerpt(&scratch, "", 3), "");
	assert_string_equal(xml_excerpt(&scratch, "中\n\u202e", 3), "中 ?");
	assert_string_equal(xml_excerpt(&scratch, "中文字符", 3), "中文字…");
	assert_string_equal(xml_excerpt(&scratch, "a\xe4\xb8", 3), "a");
	text_free(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_tree),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_excerpt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
