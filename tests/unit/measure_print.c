/* Measures read from a file and printed: table, TSV, JSON. */
/* SPDX-License-Identifier: MIT */
#include "measure_small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <unistd.h>

#define HEAD "<measures xmlns=\"urn:rapporteur:1\">\n"

/* Read this as measures.xml; what is said goes into the record with FILE for
 * the path. */
static struct measures *
read_words(struct arena *arena, struct record *record,
	   const struct dataset *dataset, const char *words)
{
	char path[] = "/tmp/measure_print.XXXXXX";
	struct xml_schema *schema;
	struct measures *measures;
	int file = mkstemp(path);

	assert_true(file >= 0);
	assert_int_equal(write(file, words, strlen(words)), strlen(words));
	close(file);
	schema = xml_schema_open(&record->messages,
				 "input/schema/measures.xsd");
	assert_non_null(schema);
	measures = measures_read(arena, &record->messages, schema,
				 arena_copy(arena, path), dataset);
	xml_schema_close(schema);
	unlink(path);
	return measures;
}

static const char sample[] = HEAD
    "<measure id=\"day\" formula=\"2023-09-15\">"
    "<name xml:lang=\"en\">+Day</name><name xml:lang=\"zh\">日</name>"
    "</measure>"
    "<measure id=\"share\" formula=\"share(1,&#10;3)\">"
    "<name xml:lang=\"en\">=1+\"2\"</name><name xml:lang=\"zh\">＝比</name>"
    "</measure>"
    "<measure id=\"minus\" formula=\"1 - 3\">"
    "<name xml:lang=\"zh\">-二</name><name xml:lang=\"en\">@Two\t2</name>"
    "</measure>"
    "<measure id=\"shares\""
    " formula=\"share(count(need, cycle=2) by chapter, 10)\">"
    "<name xml:lang=\"en\">S</name><name xml:lang=\"zh\">份</name></measure>"
    "<measure id=\"list\" formula=\"top(2, reviews() by year)\">"
    "<name xml:lang=\"en\">L</name><name xml:lang=\"zh\">表</name></measure>"
    "</measures>";

static void
prints_as(enum measures_format format, const char *wanted)
{
	struct arena *arena = arena_new();
	struct measures *measures;
	struct record record;
	struct small small;
	struct text text = {0};

	small_make(&small);
	record_open(&record);
	measures = read_words(arena, &record, &small.dataset, sample);
	assert_string_equal(record_words(&record), "");
	assert_non_null(measures);
	measures_print(&text, measures, format);
	assert_string_equal(text_string(&text), wanted);
	text_free(&text);
	record_close(&record);
	arena_free(arena);
}

static void
a_table_is_aligned(void **state)
{
	(void)state;
	prints_as(MEASURES_TABLE,
		  "day     day     2023-09-15\n"
		  "share   ratio   1/3 (33.33%)\n"
		  "minus   number  -2\n"
		  "shares  series  II:6/10 (60.00%) V:4/10 (40.00%)\n"
		  "list    list    2021 2013\n");
}

static void
names_cannot_be_formulas_of_a_spreadsheet(void **state)
{
	(void)state;
	prints_as(MEASURES_TSV,
		  "id\tvalue\tformula\tname.en\tname.zh\n"
		  "day\t2023-09-15\t2023-09-15\t'+Day\t日\n"
		  "share\t1/3\tshare(1, 3)\t'=1+\"2\"\t'＝比\n"
		  "minus\t-2\t1 - 3\t'@Two 2\t'-二\n"
		  "shares\tII:6/10 V:4/10\tshare(count(need, cycle=2) by "
		  "chapter, 10)\tS\t份\n"
		  "list\t2021 2013\ttop(2, reviews() by year)\tL\t表\n");
}

static void
json_keeps_shares_as_two_numbers(void **state)
{
	(void)state;
	prints_as(
	    MEASURES_JSON,
	    "[\n"
	    "  {\"id\": \"day\",\n"
	    "   \"formula\": \"2023-09-15\",\n"
	    "   \"names\": {\"en\": \"+Day\", \"zh\": \"日\"},\n"
	    "   \"kind\": \"day\",\n"
	    "   \"value\": \"2023-09-15\"},\n"
	    "  {\"id\": \"share\",\n"
	    "   \"formula\": \"share(1,\\u000a3)\",\n"
	    "   \"names\": {\"en\": \"=1+\\\"2\\\"\", \"zh\": \"＝比\"},\n"
	    "   \"kind\": \"ratio\",\n"
	    "   \"value\": {\"part\": 1, \"whole\": 3}},\n"
	    "  {\"id\": \"minus\",\n"
	    "   \"formula\": \"1 - 3\",\n"
	    "   \"names\": {\"zh\": \"-二\", \"en\": \"@Two 2\"},\n"
	    "   \"kind\": \"number\",\n"
	    "   \"value\": -2},\n"
	    "  {\"id\": \"shares\",\n"
	    "   \"formula\": \"share(count(need, cycle=2) by chapter, 10)\",\n"
	    "   \"names\": {\"en\": \"S\", \"zh\": \"份\"},\n"
	    "   \"kind\": \"series\",\n"
	    "   \"dimension\": \"chapter\",\n"
	    "   \"value\": [\n"
	    "    {\"key\": \"II\", \"value\": {\"part\": 6, \"whole\": 10}},\n"
	    "    {\"key\": \"V\", \"value\": {\"part\": 4, \"whole\": 10}}]},\n"
	    "  {\"id\": \"list\",\n"
	    "   \"formula\": \"top(2, reviews() by year)\",\n"
	    "   \"names\": {\"en\": \"L\", \"zh\": \"表\"},\n"
	    "   \"kind\": \"list\",\n"
	    "   \"dimension\": \"year\",\n"
	    "   \"value\": [\n"
	    "    {\"key\": \"2021\", \"value\": 2},\n"
	    "    {\"key\": \"2013\", \"value\": 1}]}\n"
	    "]\n");
}

static void
files_with_faults_give_nothing(void **state)
{
	static const struct {
		const char *file;
		const char *words; /* behind the path */
	} rows[] = {
	    {HEAD "<measure id=\"a\" formula=\"1\"><name>A</name></measure>"
		  "</measures>",
	     ":2:1: error: <name> without xml:lang\n"},
	    {HEAD "<measure id=\"a\" formula=\"1\">"
		  "<name xml:lang=\"en\">A</name>"
		  "<name xml:lang=\"en\">B</name></measure></measures>",
	     ":2:1: error: two names in the language 'en'\n"},
	    {HEAD "\n  <measure id=\"a\" formula=\"1 +\">"
		  "<name xml:lang=\"en\">A</name></measure></measures>",
	     ":3:3: error: a: in the formula at 4: expected a number, a day, "
	     "a measure or a verb, found the end\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *arena = arena_new();
		struct record record;
		struct small small;
		const char *words;

		small_make(&small);
		record_open(&record);
		assert_null(
		    read_words(arena, &record, &small.dataset, rows[i].file));
		words = record_words(&record);
		assert_string_equal(words + strcspn(words, ":"), rows[i].words);
		record_close(&record);
		arena_free(arena);
	}
}

static void
the_schema_refuses_what_has_no_place(void **state)
{
	static const char *const files[] = {
	    HEAD "<measure formula=\"1\"><name xml:lang=\"en\">A</name>"
		 "</measure></measures>",
	    HEAD "<measure id=\"a\"><name xml:lang=\"en\">A</name></measure>"
		 "</measures>",
	    HEAD "<measure id=\"1a\" formula=\"1\">"
		 "<name xml:lang=\"en\">A</name></measure></measures>",
	    HEAD "<measure id=\"a\" formula=\"\">"
		 "<name xml:lang=\"en\">A</name></measure></measures>",
	    HEAD "<measure id=\"a\" formula=\"1\"/></measures>",
	    HEAD "<measure id=\"a\" formula=\"1\" colour=\"red\">"
		 "<name xml:lang=\"en\">A</name></measure></measures>",
	    HEAD "<figure/></measures>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct arena *arena = arena_new();
		struct record record;
		struct small small;

		small_make(&small);
		record_open(&record);
		assert_null(
		    read_words(arena, &record, &small.dataset, files[i]));
		assert_false(messages_are_good(&record.messages));
		record_close(&record);
		arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_is_aligned),
	    cmocka_unit_test(names_cannot_be_formulas_of_a_spreadsheet),
	    cmocka_unit_test(json_keeps_shares_as_two_numbers),
	    cmocka_unit_test(files_with_faults_give_nothing),
	    cmocka_unit_test(the_schema_refuses_what_has_no_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
