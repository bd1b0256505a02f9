/* Files that are malformed, hostile or invalid, and what is said of them. */
/* SPDX-License-Identifier: MIT */
#include "xml_files.h"

#include "xml/xml.h"

#include <fcntl.h>

#define NS "xmlns='" XML_NAMESPACE "'"

enum {
	LIMIT = 16 * 1024 * 1024
};

static const char grammar[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' " NS
    " targetNamespace='" XML_NAMESPACE "' elementFormDefault='qualified'>\n"
    "<xs:element name='r'><xs:complexType><xs:sequence>\n"
    "<xs:element name='a' minOccurs='0' maxOccurs='unbounded'>\n"
    "<xs:complexType mixed='true'><xs:sequence>\n"
    "<xs:element name='b' minOccurs='0' type='xs:integer'/></xs:sequence>\n"
    "<xs:attribute name='n' type='xs:integer' use='required'/>\n"
    "</xs:complexType></xs:element></xs:sequence></xs:complexType>\n"
    "</xs:element></xs:schema>\n";

struct row {
	const char *bytes;
	const char *heard;
};

static const struct xml_handler deaf;

static void
expect_rows(const struct row *rows, size_t count, bool with_schema)
{
	struct xml_schema *schema = NULL;
	struct files files;

	files_open(&files);
	file_write("s.xsd", grammar);
	if (with_schema) {
		schema = xml_schema_open(&files.messages, "s.xsd");
		assert_non_null(schema);
	}
	for (size_t i = 0; i < count; i++) {
		bool good;

		file_write("f", rows[i].bytes);
		good = xml_read(&files.messages, schema, "f", LIMIT, &deaf);
		assert_string_equal(files_heard(&files), rows[i].heard);
		assert_int_equal(good, rows[i].heard[0] == '\0');
	}
	xml_schema_close(schema);
	files_close(&files);
}

static const struct row malformed[] = {
    {"<r " NS "/>", ""},
    {"\xef\xbb\xbf<r " NS "/>", ""},
    {"<?xml version='1.0' encoding='utf-8'?><r " NS "/>", ""},
    {"<r " NS " a='1>2'><!-- <b> --><![CDATA[<c>]]><?p <d>?></r>", ""},
    {"", "f:1:1: error: no element in this file\n"},
    {"<a/", "f:1:1: error: no element in this file\n"},
    {"words", "f:1:1: error: Document is empty\n"},
    {"<r " NS ">\n<a></b></r>",
     "f:2:8: error: Opening and ending tag mismatch: a line 2 and b\n"},
    {"<r " NS ">\n<a n=<b/></r>", "f:2:6: error: AttValue: \" or ' expected\n"},
    {"<r " NS ">\n<a n='中' m='<'/></r>",
     "f:2:15: error: Unescaped '<' not allowed in attributes values\n"},
    {"<r " NS "/>\n<r/>",
     "f:2:1: error: Extra content at the end of the document\n"},
    {"<r " NS ">\n\x01</r>", "f:2:1: error: PCDATA invalid Char value 1\n"},
    {"<r " NS " n='1' n='2'/>", "f:1:40: error: Attribute n redefined\n"},
    {"<r " NS ">\n <p:a/></r>",
     "f:2:2: error: Namespace prefix p on a is not defined\n"
     "f:2:2: error: element \"a\" is not in the namespace "
     "\"urn:rapporteur:1\"\n"},
};

static void
test_malformed(void **state)
{
	(void)state;
	expect_rows(malformed, COUNT(malformed), false);
}

static const struct row hostile[] = {
    {"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
     "<r " NS ">&x;</r>",
     "f:1:1: error: DOCTYPE is not allowed, nor any other declaration\n"},
    {"<?xml version='1.0'?>\n<!-- c -->\n  <!DOCTYPE r SYSTEM 'r.dtd'>\n<r/>",
     "f:3:3: error: DOCTYPE is not allowed, nor any other declaration\n"},
    {"<r " NS ">\n&x;</r>", "f:2:4: error: Entity 'x' not defined\n"},
    {"<r " NS ">\n<!ELEMENT r ANY></r>",
     "f:2:1: error: DOCTYPE is not allowed, nor any other declaration\n"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><r/>",
     "f:1:31: error: the encoding must be UTF-8\n"},
    {"<?xml version=\"1.0\" encoding = \"UTF-16\"?><r/>",
     "f:1:33: error: the encoding must be UTF-8\n"},
    {"<r " NS ">\n\xc0\xaf</r>", "f:2:1: error: not UTF-8: byte 0xc0\n"},
    {"<r " NS ">\n中\xed\xa0\x80</r>", "f:2:4: error: not UTF-8: byte 0xed\n"},
    {"\xff\xfe<\0r\0/\0>\0", "f:1:1: error: not UTF-8: byte 0xff\n"},
    {"<r " NS ">\n中\u202e\u2066</r>",
     "f:2:4: error: U+202E is not allowed: it reorders text unseen\n"
     "f:2:7: error: U+2066 is not allowed: it reorders text unseen\n"},
    {"<r " NS "\n a='&#x202E;' b='&#8207;' c='\xc2\x85' d='&#X202e;'/>",
     "f:2:5: error: U+202E is not allowed: it reorders text unseen\n"
     "f:2:18: error: U+200F is not allowed: it reorders text unseen\n"
     "f:2:30: error: control character U+0085 is not allowed\n"
     "f:2:39: error: CharRef: invalid decimal value\n"},
    {"<r " NS "><!--\u200e--><![CDATA[&#x202e;\x7f]]></r>",
     "f:1:33: error: U+200E is not allowed: it reorders text unseen\n"
     "f:1:56: error: control character U+007F is not allowed\n"},
    {"<r/>", "f:1:1: error: element \"r\" is not in the namespace "
	     "\"urn:rapporteur:1\"\n"},
    {"<a><b/></a>", "f:1:1: error: element \"a\" is not in the namespace "
		    "\"urn:rapporteur:1\"\n"},
    {"<r " NS "><a xmlns='urn:other'/></r>",
     "f:1:29: error: element \"a\" is not in the namespace "
     "\"urn:rapporteur:1\"\n"},
    {"<r " NS "><a xml:lang='en' xml:space='default'/></r>",
     "f:1:29: error: of attributes with a prefix only xml:lang is allowed\n"},
};

static void
test_hostile(void **state)
{
	(void)state;
	expect_rows(hostile, COUNT(hostile), false);
}

static const struct row invalid[] = {
    {"<r " NS "><a n='1'>words<b>2</b></a></r>", ""},
    {"<r " NS ">\n <a/>\n <a n='x'/>\n <a n='1' m='2'/>\n</r>",
     "f:2:2: error: Element 'a': The attribute 'n' is required but missing.\n"
     "f:3:2: error: Element 'a', attribute 'n': 'x' is not a valid value of "
     "the atomic type 'xs:integer'.\n"
     "f:4:2: error: Element 'a', attribute 'm': The attribute 'm' is not "
     "allowed.\n"},
    {"<r " NS ">\n <c/>\n</r>",
     "f:2:2: error: Element 'c': This element is not "
     "expected. Expected is ( a ).\n"},
    {"<r " NS ">\n <a n='1'>\n  <b>\n   x</b></a>\n</r>",
     "f:3:3: error: Element 'b': '    x' is not a valid value of the atomic "
     "type 'xs:integer'.\n"},
    {"<r " NS ">\n <a n='1'/>\n words</r>",
     "f:1:1: error: Element 'r': Character content other than whitespace is "
     "not allowed because the content type is 'element-only'.\n"},
    {"<s " NS "/>", "f:1:1: error: Element 's': No matching global "
		    "declaration available for the validation root.\n"},
    {"<r " NS ">\n <a xmlns='urn:other'/></r>",
     "f:2:2: error: Element '{urn:other}a': This element is not expected. "
     "Expected is ( a ).\n"},
    /* The fault of form is the last that is heard. */
    {"<r " NS ">\n <a/>\n <a n='1'></r>\n <a/>",
     "f:2:2: error: Element 'a': The attribute 'n' is required but missing.\n"
     "f:3:15: error: Opening and ending tag mismatch: a line 3 and r\n"},
};

static void
test_invalid(void **state)
{
	(void)state;
	expect_rows(invalid, COUNT(invalid), true);
}

/* A file of `before`, `count` times `again` with its number, and `after`. */
static bool
read_made(struct files *files, struct xml_schema *schema, const char *before,
	  const char *again, int count, const char *after)
{
	struct text text = {0};

	text_add(&text, before);
	for (int i = 0; i < count; i++) {
		text_add(&text, again);
		if (again[strlen(again) - 1] == 'a')
			text_print(&text, "%d='1'", i);
	}
	text_add(&text, after);
	file_write_bytes("f", text.bytes, text.length);
	text_free(&text);
	return xml_read(&files->messages, schema, "f", LIMIT, &deaf);
}

/* Once, 200,000 attributes in one tag held the parser for eight seconds. */
static void
test_sizes(void **state)
{
	struct files files;

	(void)state;
	files_open(&files);
	assert_false(
	    read_made(&files, NULL, "<r " NS ">\n <b", " a", 200000, "/></r>"));
	assert_string_equal(files_heard(&files),
			    "f:2:2: error: tag has over 64 attributes\n");
	assert_true(
	    read_made(&files, NULL, "<r " NS "><b", " a", 64, "/></r>"));
	assert_false(read_made(&files, NULL, "<r " NS "><b n='", "long",
			       16 * 1024, "'/></r>"));
	assert_string_equal(files_heard(&files),
			    "f:1:29: error: tag is over 64 KB\n");
	assert_true(read_made(&files, NULL, "<r " NS "><b n='", "long",
			      16 * 1024 - 3, "'/></r>"));
	assert_false(read_made(&files, NULL, "<r " NS ">\n", "<b>", 64, ""));
	assert_string_equal(
	    files_heard(&files),
	    "f:2:190: error: elements are nested deeper than 64\n");
	assert_true(
	    read_made(&files, NULL, "<r " NS "><!--", "<b>", 100, "--></r>"));
	assert_false(xml_read(&files.messages, NULL, "f", 100, &deaf));
	assert_string_equal(files_heard(&files),
			    "f: error: file is over 100 bytes\n");
	assert_false(xml_read(&files.messages, NULL, ".", 100, &deaf));
	assert_string_equal(files_heard(&files),
			    ".: error: not a regular file\n");
	files_close(&files);
}

/* libxml2's trees lose count at line 65,535. */
static void
test_lines_past_65535(void **state)
{
	struct xml_schema *schema;
	struct files files;

	(void)state;
	files_open(&files);
	file_write("s.xsd", grammar);
	schema = xml_schema_open(&files.messages, "s.xsd");
	assert_false(read_made(&files, schema, "<r " NS ">\n", "<a n='1'/>\n",
			       70000, " <a n='x'/>\n</q>"));
	assert_string_equal(
	    files_heard(&files),
	    "f:70002:2: error: Element 'a', attribute 'n': 'x' is not a valid "
	    "value of the atomic type 'xs:integer'.\n"
	    "f:70003:5: error: Opening and ending tag mismatch: r line 1 and "
	    "q\n");
	xml_schema_close(schema);
	files_close(&files);
}

static const struct row schemas[] = {
    {"<xs:schema", "s: error: cannot be used as a schema\n"},
    {"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n"
     "<xs:element name='r' type='none'/></xs:schema>",
     ""},
    {"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n"
     "<xs:include schemaLocation='whole.xsd'/></xs:schema>",
     ""},
};

/* What libxml2 says of a schema is its own; that it is said, that nothing is
 * loaded, and that nothing comes past the messages is ours. */
static void
test_schemas(void **state)
{
	struct files files;

	(void)state;
	files_open(&files);
	file_write("whole.xsd", grammar);
	for (size_t i = 0; i < COUNT(schemas); i++) {
		const char *heard;

		file_write("s", schemas[i].bytes);
		assert_null(xml_schema_open(&files.messages, "s"));
		heard = files_heard(&files);
		assert_non_null(strstr(heard, "s:"));
		assert_non_null(
		    strstr(heard, "s: error: cannot be used as a schema\n"));
	}
	assert_null(xml_schema_open(&files.messages, "missing"));
	assert_string_equal(
	    files_heard(&files),
	    "missing: error: cannot open: No such file or directory\n");
	files_close(&files);
}

/* libxml2 writes to standard error unless every one of its channels is taken.
 */
static void
test_silence(void **state)
{
	int kept = dup(STDERR_FILENO);
	FILE *caught = tmpfile();

	assert_non_null(caught);
	assert_true(dup2(fileno(caught), STDERR_FILENO) >= 0);
	test_malformed(state);
	test_hostile(state);
	test_invalid(state);
	test_schemas(state);
	assert_true(dup2(kept, STDERR_FILENO) >= 0);
	close(kept);
	assert_int_equal(lseek(fileno(caught), 0, SEEK_END), 0);
	fclose(caught);
}

static void
log_start(void *context, struct place at, const char *name,
	  const struct xml_attribute *attributes, size_t count)
{
	text_print(context, "%d:%d <%s", at.line, at.column, name);
	for (size_t i = 0; i < count; i++)
		text_print(context, " %s=[%s]", attributes[i].name,
			   attributes[i].value);
	text_add(context, ">\n");
}

static void
log_end(void *context, const char *name)
{
	text_print(context, "</%s>\n", name);
}

static void
log_characters(void *context, const char *bytes, size_t length)
{
	text_print(context, "[%.*s]\n", (int)length, bytes);
}

/* The schema's plug must not change what is heard. */
static void
test_events(void **state)
{
	struct text heard = {0};
	struct xml_handler handler = {log_start, log_end, log_characters,
				      &heard};
	struct xml_schema *schema;
	struct files files;

	(void)state;
	files_open(&files);
	file_write("s.xsd", grammar);
	schema = xml_schema_open(&files.messages, "s.xsd");
	file_write("f", "<p:r xmlns:p='" XML_NAMESPACE "'>"
			"<p:a n='1' xml:lang=''/>\n"
			"<p:a\n n='&#50;'><![CDATA[<中>]]></p:a></p:r>");
	for (int i = 0; i < 2; i++) {
		heard.length = 0;
		xml_read(&files.messages, i == 0 ? NULL : schema, "f", LIMIT,
			 &handler);
		assert_string_equal(text_string(&heard),
				    "1:1 <r>\n"
				    "1:33 <a n=[1] xml:lang=[]>\n</a>\n"
				    "[\n]\n"
				    "2:1 <a n=[2]>\n[<中>]\n</a>\n"
				    "</r>\n");
	}
	text_free(&heard);
	xml_schema_close(schema);
	files_close(&files);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_malformed),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_invalid),
	    cmocka_unit_test(test_sizes),
	    cmocka_unit_test(test_lines_past_65535),
	    cmocka_unit_test(test_schemas),
	    cmocka_unit_test(test_silence),
	    cmocka_unit_test(test_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
