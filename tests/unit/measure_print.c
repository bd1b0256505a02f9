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

/* Claims stand where they like, and a list of them needs no measure. */
static const char claims[] = HEAD
    "<claim id=\"many\" formula=\"count(need) &gt;= 10\">"
    "<name xml:lang=\"en\">=Many</name><name xml:lang=\"zh\">多</name>"
    "</claim>"
    "<measure id=\"two\" formula=\"2\">"
    "<name xml:lang=\"en\">Two</name><name xml:lang=\"zh\">二</name>"
    "</measure>"
    "<claim id=\"few.needs\" formula=\"count(need) &lt; two\">"
    "<name xml:lang=\"en\">Few</name><name xml:lang=\"zh\">少</name>"
    "<otherwise xml:lang=\"en\"> not\n  few </otherwise></claim>"
    "</measures>";

static void
prints_as(const char *file, enum measures_format format, const char *wanted)
{
	struct arena *arena = arena_new();
	struct measures *measures;
	struct record record;
	struct small small;
	struct text text = {0};

	small_make(&small);
	record_open(&record);
	measures = read_words(arena, &record, &small.dataset, file);
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
	prints_as(sample, MEASURES_TABLE,
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
	prints_as(sample, MEASURES_TSV,
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
	    sample, MEASURES_JSON,
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
tables_print_cell_by_cell(void **state)
{
	static const char cells[] = HEAD
	    "<measure id=\"cells\" formula=\"count(need, cycle=2, region in "
	    "{africa, asia}) by region, chapter\">"
	    "<name xml:lang=\"en\">C</name></measure></measures>";

	(void)state;
	prints_as(cells, MEASURES_TABLE,
		  "cells  table   africa/II:3 africa/V:1 asia/II:1 asia/V:1\n");
	prints_as(cells, MEASURES_TSV,
		  "id\tvalue\tformula\tname.en\n"
		  "cells\tafrica/II:3 africa/V:1 asia/II:1 asia/V:1\t"
		  "count(need, cycle=2, region in {africa, asia}) by region, "
		  "chapter\tC\n");
	prints_as(
	    cells, MEASURES_JSON,
	    "[\n"
	    "  {\"id\": \"cells\",\n"
	    "   \"formula\": \"count(need, cycle=2, region in {africa, asia}) "
	    "by region, chapter\",\n"
	    "   \"names\": {\"en\": \"C\"},\n"
	    "   \"kind\": \"table\",\n"
	    "   \"dimension\": \"region\",\n"
	    "   \"across\": \"chapter\",\n"
	    "   \"value\": [\n"
	    "    {\"key\": \"africa\", \"across\": \"II\", \"value\": 3},\n"
	    "    {\"key\": \"africa\", \"across\": \"V\", \"value\": 1},\n"
	    "    {\"key\": \"asia\", \"across\": \"II\", \"value\": 1},\n"
	    "    {\"key\": \"asia\", \"across\": \"V\", \"value\": 1}]}\n"
	    "]\n");
}

static void
claims_follow_the_measures(void **state)
{
	(void)state;
	prints_as(claims, MEASURES_TABLE,
		  "two        number  2\n"
		  "many       claim   true: count(need) is 15\n"
		  "few.needs  claim   false: count(need) is 15; two is 2\n");
	prints_as(claims, MEASURES_TSV,
		  "id\tvalue\tformula\tname.en\tname.zh\n"
		  "two\t2\t2\tTwo\t二\n"
		  "many\ttrue\tcount(need) >= 10\t'=Many\t多\n"
		  "few.needs\tfalse\tcount(need) < two\tFew\t少\n");
	prints_as(claims, MEASURES_JSON,
		  "[\n"
		  "  {\"id\": \"two\",\n"
		  "   \"formula\": \"2\",\n"
		  "   \"names\": {\"en\": \"Two\", \"zh\": \"二\"},\n"
		  "   \"kind\": \"number\",\n"
		  "   \"value\": 2},\n"
		  "  {\"id\": \"many\",\n"
		  "   \"formula\": \"count(need) >= 10\",\n"
		  "   \"names\": {\"en\": \"=Many\", \"zh\": \"多\"},\n"
		  "   \"kind\": \"claim\",\n"
		  "   \"value\": true,\n"
		  "   \"because\": \"count(need) is 15\"},\n"
		  "  {\"id\": \"few.needs\",\n"
		  "   \"formula\": \"count(need) < two\",\n"
		  "   \"names\": {\"en\": \"Few\", \"zh\": \"少\"},\n"
		  "   \"kind\": \"claim\",\n"
		  "   \"value\": false,\n"
		  "   \"because\": \"count(need) is 15; two is 2\"}\n"
		  "]\n");
	prints_as(HEAD "<claim id=\"a\" formula=\"1 = 2\">"
		       "<name xml:lang=\"en\">A</name></claim></measures>",
		  MEASURES_TSV,
		  "id\tvalue\tformula\tname.en\na\tfalse\t1 = 2\tA\n");
}

static void
claims_are_found_with_their_wordings(void **state)
{
	struct arena *arena = arena_new();
	struct measures *measures;
	struct record record;
	struct small small;

	(void)state;
	small_make(&small);
	record_open(&record);
	measures = read_words(arena, &record, &small.dataset, claims);
	assert_non_null(measures);
	assert_int_equal(measures->claim_count, 2);
	assert_null(claim_find(measures, "two"));
	assert_null(measure_find(measures, "many"));
	assert_ptr_equal(claim_find(measures, "few.needs"),
			 &measures->claims[1]);
	assert_string_equal(names_in(&measures->claims[1].otherwise, "en"),
			    "not few");
	assert_null(names_in(&measures->claims[1].otherwise, "zh"));
	record_close(&record);
	arena_free(arena);
}

static void
faults_of_files_have_their_places(void **state)
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
	     ":2:1: error: two <name> in the language 'en'\n"},
	    {HEAD "<claim id=\"a\" formula=\"1 = 1\">"
		  "<name xml:lang=\"en\">A</name>"
		  "<otherwise>B</otherwise></claim></measures>",
	     ":2:1: error: <otherwise> without xml:lang\n"},
	    {HEAD "<claim id=\"a\" formula=\"1 = 1\">"
		  "<name xml:lang=\"en\">A</name>"
		  "<otherwise xml:lang=\"en\">B</otherwise>"
		  "<otherwise xml:lang=\"en\">C</otherwise>"
		  "</claim></measures>",
	     ":2:1: error: two <otherwise> in the language 'en'\n"},
	    {HEAD "\n\n <claim id=\"a\" formula=\"1 =&gt; 1\">"
		  "<name xml:lang=\"en\">A</name></claim></measures>",
	     ":4:2: error: a: in the formula at 4: expected a number, a day, "
	     "a measure or a verb, found '>'\n"},
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
		read_words(arena, &record, &small.dataset, rows[i].file);
		assert_int_equal(record.messages.counts[WEIGHT_ERROR], 1);
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
	    HEAD "<claim id=\"a\" formula=\"1 = 1\"/></measures>",
	    HEAD "<claim id=\"a\"><name xml:lang=\"en\">A</name></claim>"
		 "</measures>",
	    HEAD "<claim id=\"a\" formula=\"1 = 1\">"
		 "<otherwise xml:lang=\"en\">A</otherwise>"
		 "<name xml:lang=\"en\">A</name></claim></measures>",
	    HEAD "<measure id=\"a\" formula=\"1\">"
		 "<name xml:lang=\"en\">A</name>"
		 "<otherwise xml:lang=\"en\">A</otherwise>"
		 "</measure></measures>",
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
	    cmocka_unit_test(tables_print_cell_by_cell),
	    cmocka_unit_test(claims_follow_the_measures),
	    cmocka_unit_test(claims_are_found_with_their_wordings),
	    cmocka_unit_test(faults_of_files_have_their_places),
	    cmocka_unit_test(the_schema_refuses_what_has_no_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
