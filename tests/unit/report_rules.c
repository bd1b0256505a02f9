/* The rules that a report switches on: each finds its fault, at its place. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "report/lint.h"
#include "report/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct language *languages[2];
static const char *literals[] = {"Group of 20"};
static const char *forms[] = {"CAC/COSP/{year}/{n}"};
static struct symbol_spec symbol = {"CAC/COSP/", "https://x/{symbol}", forms,
				    1};
static struct measure measures_made[] = {
    {.id = "n", .value = {.kind = VALUE_NUMBER, .number = 23}},
    {.id = "few", .value = {.kind = VALUE_NUMBER, .number = 9}}};
static const struct measure *by_id[] = {&measures_made[1], &measures_made[0]};

/* States that there are not, in the order of a file. */
#define STATE(english, chinese)                                                \
	{                                                                      \
		.term.names = {                                                \
			(struct name[]){{"en", english}, {"zh", chinese}},     \
			2                                                      \
		}                                                              \
	}
static struct state states[] = {
    STATE("Zubrowka", "祖布罗卡"),     STATE("Avalon", "阿瓦隆"),
    STATE("Brigadoon", "布里加东"),    STATE("Shire", "夏尔"),
    STATE("North Avalon", "北阿瓦隆"), STATE("State 2", "国家2"),
    STATE("State 10", "国家10"),
};

/* A template, the rule it is held to, and what is said: "line:column words",
 * divided by '|'. */
static const struct {
	int language; /* 0: English, 1: Chinese */
	enum rule rule;
	const char *source;
	const char *said;
} rows[] = {
    {0, RULE_NUMBERS, "{{ n }} States.", ""},
    {0, RULE_NUMBERS, "The 23 States.", "1:5 \"23\""},
    {0, RULE_NUMBERS, "{{ n }} States and 23.", "1:20 \"23\""},
    {0, RULE_NUMBERS, "{{ n }}0 States.", "1:1 \"230\""},
    {0, RULE_NUMBERS, "Words,\nthen 23.", "2:6 \"23\""},
    {0, RULE_NUMBERS, "The *23* States.", "1:6 \"23\""},
    {0, RULE_NUMBERS, "The [23](literal:) States.", ""},
    {0, RULE_NUMBERS, "[Two](literal:) of three.", "1:20 \"three\""},
    {0, RULE_NUMBERS, "The [most, 23,](claim:c) States.", ""},
    {0, RULE_NUMBERS, "See CAC/COSP/2023/4 and 5.", "1:25 \"5\""},
    {0, RULE_NUMBERS, "See CAC/COSP/2023/4, CAC/COSP/2023/5.", ""},
    {0, RULE_NUMBERS, "The Group of 20.", ""},
    {0, RULE_NUMBERS, "The Group of 21.", "1:14 \"21\""},
    {0, RULE_NUMBERS, "Article 5 and half.", "1:15 \"half\""},
    {0, RULE_NUMBERS, "# Five\n\nWords.", "1:3 \"Five\""},
    {0, RULE_NUMBERS, "A note.[^a]\n\n[^a]: Of 9 States.", "3:10 \"9\""},
    {0, RULE_NUMBERS, "![Of 9](figure:f)", "1:6 \"9\""},
    {0, RULE_NUMBERS, "See [](ref:figure.f).\n\n![Words](figure:f)", ""},
    {0, RULE_NUMBERS, "1. The first item of 4;\n2. None.",
     "1:8 \"first\"|1:22 \"4\""},
    {0, RULE_NUMBERS, "> Of 7.", "1:6 \"7\""},
    {1, RULE_NUMBERS, "{{ n }}个国家。", ""},
    {1, RULE_NUMBERS, "两个国家。", "1:1 \"两\""},
    {1, RULE_NUMBERS, "占三分之一。", "1:4 \"三分之一\""},
    {1, RULE_NUMBERS, "第五条和\n第六条有两项。", "2:13 \"两\""},
    {1, RULE_NUMBERS, "这[两](literal:)条进一步统一。", ""},
    {1, RULE_NUMBERS, "《公约》第五十二条第五款。", ""},
    {0, RULE_SUBHEADINGS, "# A\n\n## B\n\nC.", "3:1 a lone subheading"},
    {0, RULE_SUBHEADINGS, "# A\n\n## B\n\nC.\n\n## D\n\nE.", ""},
    {0, RULE_SUBHEADINGS, "# A\n\n## B\n\nC.\n\n# D\n\n## E\n\nF.",
     "3:1 a lone subheading|9:1 a lone subheading"},
    {0, RULE_SUBHEADINGS, "# A\n\n## B\n\n### C\n\nD.\n\n## E\n\nF.",
     "5:1 a lone subheading"},
    {0, RULE_SUBHEADINGS, "# A\n\n#### B\n\nC.", "3:1 a lone subheading"},
    {0, RULE_SUBHEADINGS, "# A\n\nB.", ""},
    {0, RULE_FIGURES, "See [](ref:figure.f).\n\n![Words](figure:f)", ""},
    {0, RULE_FIGURES, "See it.\n\n![Words](figure:f)",
     "3:1 figure \"f\" is never"},
    {0, RULE_FIGURES, "![Words](figure:f)\n\nSee [](ref:figure.f).",
     "1:1 figure \"f\" is mentioned only after|3:5 this is"},
    {0, RULE_SYMBOLS, "See CAC/COSP/2023/4.", ""},
    {0, RULE_SYMBOLS, "See CAC/COSP/23/4.", "1:5 \"CAC/COSP/23/4\""},
    {0, RULE_SYMBOLS, "See CAC/COSP/2023.", "1:5 \"CAC/COSP/2023\""},
    {0, RULE_SYMBOLS, "See cac/cosp/2023/4.", "1:5 \"cac/cosp/2023/4\""},
    {0, RULE_SYMBOLS, "CAC/COSP/2023/4 and CAC/COSP/2023/4a",
     "1:21 \"CAC/COSP/2023/4a\""},
    {0, RULE_SYMBOLS, "The CAC as such, and A/RES/58/4.", ""},
    {1, RULE_SYMBOLS, "见CAC/COSP/2023/4和CAC/COP/2023/4。",
     "1:22 \"CAC/COP/2023/4\""},
    {0, RULE_SENTENCES, "{{ n }} States.", "1:1 a sentence begins with \"23\""},
    {0, RULE_SENTENCES, "{{ few }} States.",
     "1:1 a sentence begins with \"nine\""},
    {0, RULE_SENTENCES, "{{ n | sentence }} States.", ""},
    {0, RULE_SENTENCES, "{{ few | sentence: \"State\", \"States\" }} met.", ""},
    {0, RULE_SENTENCES, "They met. {{ n }} of {{ n }} left.",
     "1:11 a sentence begins with \"23\""},
    {0, RULE_SENTENCES, "They met. 23 left.",
     "1:11 a sentence begins with \"23\""},
    {0, RULE_SENTENCES, "They met. {{ few }} left.",
     "1:11 a sentence begins with \"nine\""},
    {0, RULE_SENTENCES, "See art. 5, para. 9.", ""},
    {0, RULE_SENTENCES, "See vol. 2349, No. 42146.", ""},
    /* marks around a beginning are none of it */
    {0, RULE_SENTENCES, "“{{ n }} States.” ({{ n }} left.) {{ few }} met.",
     "1:4 a sentence begins with \"23\"|1:24 a sentence begins with "
     "\"23\"|1:39 a sentence begins with \"nine\""},
    {0, RULE_SENTENCES, "They met. **{{ n }}** left! “({{ n }})” was it.",
     "1:13 a sentence begins with \"23\"|1:33 a sentence begins with "
     "\"23"},
    {0, RULE_SENTENCES, "They (23 of them) met, “23 in all”: 23.", ""},
    {0, RULE_SENTENCES, "1. {{ few }} States;\n2. {{ n }} States.",
     "2:4 a sentence begins with \"23\""},
    {0, RULE_SENTENCES, "# 23 States\n\nThey met.", ""},
    {0, RULE_SENTENCES, "![{{ n }} States](figure:f)",
     "1:3 a sentence begins with \"23\""},
    {1, RULE_SENTENCES, "{{ n }}个国家。{{ few }}个国家。", ""},
    {0, RULE_SERIES, "They are {{ few }} of the {{ n }}.",
     "1:27 \"nine\" and \"23\" are of one series"},
    {0, RULE_SERIES, "They are {{ few | series }} of the {{ n | series }}.",
     ""},
    {0, RULE_SERIES, "In {{ n }} States, {{ few }} more States.", ""},
    {0, RULE_SERIES, "In {{ n }} States and then {{ few }} States.",
     "1:28 \"23\" and \"nine\" are of one series"},
    {0, RULE_SERIES,
     "In {{ n }} States, not {{ few | count: \"State\", \"States\" }}.",
     "1:24 \"23\" and \"nine\" are of one series"},
    {0, RULE_SERIES, "In {{ n }} States. In {{ few }} States.", ""},
    {0, RULE_SERIES, "“In {{ n }} States.” “In {{ few }} States.”", ""},
    {0, RULE_SERIES, "{{ n }} needs of {{ few }} States.", ""},
    {0, RULE_SERIES, "Articles 5 and {{ few }}; {{ n }}.", ""},
    {0, RULE_SERIES,
     "{{ few | series: 1 }} needs of {{ few | series: 2 }} of the "
     "{{ n | series: 2 }} States.",
     ""},
    {1, RULE_SERIES, "{{ n }}个国家，{{ few }}个国家。",
     "1:20 \"23\" and \"九\" are of one series"},
    {1, RULE_SERIES, "{{ n }}项中的{{ few }}项。",
     "1:17 \"23\" and \"九\" are of one series"},
    {1, RULE_SERIES, "{{ n | series }}项中的{{ few | series }}项。", ""},
    {1, RULE_SERIES, "{{ n }}项需求由{{ few }}个国家提出。", ""},
    {1, RULE_SERIES, "{{ n }}个国家。{{ few }}个国家。", ""},
    {0, RULE_COMPARISONS, "Most States.", "1:1 \"Most\" rests on no claim"},
    {0, RULE_COMPARISONS, "[Most](claim:c) States.", ""},
    {0, RULE_COMPARISONS, "[Most](literal:) States.", ""},
    {0, RULE_COMPARISONS, "Almost all, at least one, the foremost.",
     "1:31 \"foremost\""},
    {0, RULE_COMPARISONS, "It grew and\nfell: the *largest*.",
     "1:4 \"grew\"|2:1 \"fell\"|2:12 \"largest\""},
    {0, RULE_COMPARISONS, "In greater detail.[^a]\n\n[^a]: More than it.",
     "3:7 \"More than\""},
    {1, RULE_COMPARISONS, "大多数国家。", "1:1 \"大多数\""},
    {1, RULE_COMPARISONS, "[大多数](claim:c)国家至少提到。", ""},
    {1, RULE_COMPARISONS, "最高审计机关的需求最多。", "1:28 \"最多\""},
    {0, RULE_STATES, "In Avalon, Brigadoon and Zubrowka.", ""},
    {0, RULE_STATES, "In Avalon, Zubrowka and Brigadoon.",
     "1:25 \"Brigadoon\" stands behind \"Zubrowka\""},
    {0, RULE_STATES, "In Zubrowka, the Shire and Avalon.",
     "1:18 \"Shire\" stands|1:28 \"Avalon\" stands"},
    {0, RULE_STATES, "In Zubrowka in 1904 and Avalon in 1905.", ""},
    {0, RULE_STATES, "In Avalon and North Avalon.", ""},
    {0, RULE_STATES, "In State 2 and State 10.", ""},
    {0, RULE_STATES, "In State 10 and State 2.", "1:17 \"State 2\""},
    /* Pinyin: a, bei, bu, xia, zu; in the English order it is another. */
    {1, RULE_STATES, "阿瓦隆、北阿瓦隆、布里加东、夏尔和祖布罗卡。", ""},
    {1, RULE_STATES, "阿瓦隆、布里加东、北阿瓦隆和夏尔。",
     "1:28 \"北阿瓦隆\" stands behind \"布里加东\""},
    {0, RULE_WORDS, "One two three four five.", ""},
    {0, RULE_WORDS, "One two three[^a] four.\n\n[^a]: Five six.",
     "0:0 6 words with notes, at most 5"},
    {0, RULE_WORDS, "# One\n\nTwo – three, four five.", ""},
};

/* "t.md:1:5: error: words …" as "1:5 words …". */
static void
said_shorten(const char *said, struct text *out)
{
	while (*said != '\0') {
		const char *end = strchr(said, '\n');
		int line = 0, column = 0;
		const char *words = strstr(said, "error: ");

		if (words == NULL || words > end)
			words = strstr(said, "note: ");
		sscanf(said, "/tmp/%*[^:]:%d:%d", &line, &column);
		text_print(out, "%s%d:%d %.*s", out->length == 0 ? "" : "|",
			   line, column, (int)(end - strchr(words, ' ') - 1),
			   strchr(words, ' ') + 1);
		said = end + 1;
	}
}

/* True if each of the wanted, divided by '|', opens one of the said. */
static bool
said_matches(const char *said, const char *wanted)
{
	while (*wanted != '\0') {
		size_t length = strcspn(wanted, "|");

		if (strncmp(said, wanted, length) != 0)
			return false;
		wanted += length + (wanted[length] == '|');
		said += strcspn(said, "|");
		said += *said == '|';
	}
	return *said == '\0';
}

static char *
rule_run(struct report *report, const char *source)
{
	char path[] = "/tmp/rulesXXXXXX", *said = NULL;
	size_t length = 0;
	struct messages messages = {.out = open_memstream(&said, &length)};
	struct measures measures = {.items = measures_made,
				    .count = COUNT(measures_made),
				    .by_id = by_id};
	struct claim claim = {.id = "c", .holds = true, .because = ""};
	static const struct dataset dataset = {.states = states,
					       .state_count = COUNT(states)};
	struct document *document;
	int file = mkstemp(path);
	FILE *stream = fdopen(file, "w");

	fputs(source, stream);
	fclose(stream);
	measures.dataset = &dataset;
	measures.claims = &claim;
	measures.claim_count = 1;
	report->editions[0].template_path = arena_copy(arena, path);
	document = report_fill(arena, &messages, report, &report->editions[0],
			       &measures);
	fclose(messages.out);
	free(said);
	assert_non_null(document);
	said = NULL;
	messages.out = open_memstream(&said, &length);
	report_lint(arena, &messages, report, measures.dataset, &document);
	fclose(messages.out);
	remove(path);
	return said;
}

static void
each_rule_finds_its_fault(void **state)
{
	size_t faults = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct edition edition = {
		    .language = languages[rows[i].language],
		    .literals = literals,
		    .literal_count = 1};
		struct report report = {.symbols = &symbol,
					.symbol_count = 1,
					.symbol = "",
					.editions = &edition,
					.edition_count = 1,
					.words_most = 5};
		struct text shortened = {0};
		char *said;

		edition.code = language_code(edition.language);
		report.rules[rows[i].rule] = true;
		said = rule_run(&report, rows[i].source);
		said_shorten(said, &shortened);
		if (!said_matches(text_string(&shortened), rows[i].said))
			faults++,
			    print_error("%s: said \"%s\"\n", rows[i].source,
					text_string(&shortened));
		text_free(&shortened);
		free(said);
	}
	assert_int_equal(faults, 0);
}

/* A single figure has neither number nor the word; of two, both have. */
static void
a_single_figure_has_no_number(void **state)
{
	static const char one[] = "See [](ref:figure.a).\n\n![A](figure:a)\n";
	static const char two[] = "![A](figure:a)\n\n![B](figure:b)\n";
	struct messages messages = {.out = stderr};
	struct edition edition = {.language = languages[0], .code = "en"};
	struct filler filler = {
	    .arena = arena, .messages = &messages, .edition = &edition};
	struct document *document;

	(void)state;
	document = document_parse(arena, &messages, "t.md", one, strlen(one));
	document_number(&filler, document);
	assert_null(document->root->last->counter);
	document = document_parse(arena, &messages, "t.md", two, strlen(two));
	document_number(&filler, document);
	assert_string_equal(document->root->first->counter, "Figure I");
	assert_string_equal(document->root->last->counter, "Figure II");
}

static int
profiles_open(void **state)
{
	static const char *const paths[] = {"templates/languages/en.xml",
					    "templates/languages/zh.xml"};
	struct messages messages = {.out = stderr};
	struct xml_schema *schema = xml_schema_open(
	    &messages, "input/schema/language.xsd");

	(void)state;
	arena = arena_new();
	for (size_t i = 0; i < COUNT(paths); i++)
		languages[i] = language_open(arena, &messages, schema,
					     paths[i]);
	xml_schema_close(schema);
	return languages[0] == NULL || languages[1] == NULL;
}

static int
profiles_close(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(languages); i++)
		language_close(languages[i]);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_rule_finds_its_fault),
	    cmocka_unit_test(a_single_figure_has_no_number),
	};

	return cmocka_run_group_tests(tests, profiles_open, profiles_close);
}
