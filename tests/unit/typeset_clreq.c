/* Each Chinese rule on a text that breaks without it, and as it is set. */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

/* Widths do not hang on the fonts: ideographs are an em, halved marks half of
 * one, and so are the digits of a typeface that goes with Times. */
struct fixture {
	const char *rule;  /* with its place in CLREQ */
	double em;	   /* the measure */
	const char *naive; /* filled line by line, every mark a full em */
	const char *set;   /* '|' between lines */
};

static const struct fixture fixtures[] = {
    {"no pause begins a line (3.1.4)", 11,
     "各国查明的技术援助需求|，包括能力建设在内。",
     "各国查明的技术援助需|求，包括能力建设在内。"},
    {"no line begins with what closes (3.1.4)", 9,
     "各国在《反腐败公约|》框架内合作。", "各国在《反腐败公|约》框架内合作。"},
    {"no line begins with a quote that closes (3.1.4)", 8,
     "会议赞同“多年期|”的办法。", "会议赞同“多年|期”的办法。"},
    {"no line ends with what opens (3.1.4)", 10,
     "秘书处按照两章内容（|预防和追回）编写。",
     "秘书处按照两章内容|（预防和追回）编写。"},
    {"no line ends with a quote that opens (3.1.4)", 6,
     "需求一类是“|能力建设”。", "需求一类是|“能力建设”。"},
    {"no line begins with a middle dot (3.1.4)", 5, "主席约翰森|·格雷。",
     "主席约翰|森·格雷。"},
    {"no line begins with a wave dash (3.1.4)", 7,
     "本说明第十二段|～第十五段。", "本说明第十二|段～第十五段。"},
    {"no line begins with a slash (3.1.4)", 6, "缔约国代表和|／或观察。",
     "缔约国代表|和／或观察。"},
    {"dashes are not parted (3.1.5)", 8, "会议及附属机构—|—请秘书处。",
     "会议及附属机|构——请秘书处。"},
    {"dots are not parted (3.1.5)", 8, "秘书处应当继续…|…提出报告。",
     "秘书处应当继|续……提出报告。"},
    {"a line may break behind dashes (3.1.4)", 7, "会议的机构——|请秘书处分析。",
     "会议的机构——|请秘书处分析。"},
    {"a line may break behind a quote (3.1.4)", 7, "赞同“多年期”|的办法。",
     "赞同“多年期”|的办法。"},
    {"a line may break ahead of a quote (3.1.4)", 6,
     "会议结果显示|“能力建设”|。", "会议结果显示|“能力建设”。"},
    {"a blank is gone at the line's end (3.1.6.1)", 10.5,
     "各国查明的援助需求多|，包括能力建设。",
     "各国查明的援助需求多，|包括能力建设。"},
    {"a blank is gone at the line's start (3.1.6.1)", 7.5,
     "会议结果中显示|“能力建设援助|”。", "会议结果中显示|“能力建设援助”。"},
    {"two marks share a blank (3.1.6.2)", 12,
     "各国请求提供（技术援助）|。秘书处作了分析。",
     "各国请求提供（技术援助）。|秘书处作了分析。"},
    {"Han and Latin stand a quarter em apart (3.2.2)", 11,
     "第二周期完成82次审议并|公布。", "第二周期完成82次审议|并公布。"},
    {"a typed space there is replaced (3.2.2)", 11.5,
     "第二周期完成 82 次审议|并公布。", "第二周期完成 82 次审议并|公布。"},
    {"no number is parted (3.1.5)", 5.5, "各国查明3 8|29项。",
     "各国查明|3 829项。"},
    {"no % leaves its number (3.1.5)", 6, "占总数大约65|%以上。",
     "占总数大约|65%以上。"},
    {"no number leaves its unit", 24.8,
     "各国在第一审议周期和第二审议周期期间查明的需求有3|"
     "项并得到了会议和秘书处的大力支持。",
     "各国在第一审议周期和第二审议周期期间查明的需求有|"
     "3项并得到了会议和秘书处的大力支持。"},
    {"no character is alone with its bracket", 60,
     "各国在第一审议周期和第二审议周期期间查明的技术援助需求以及会议和秘书处为"
     "支持实施工作而提供的援助均应当按照其优先次序《公|"
     "约》的有关规定。",
     "各国在第一审议周期和第二审议周期期间查明的技术援助需求以及会议和秘书处为"
     "支持实施工作而提供的援助均应当按照其优先次序|"
     "《公约》的有关规定。"},
    {"no ordinal is parted from its sign", 25,
     "各国在第一审议周期和第二审议周期期间查明的需求在第|"
     "3项决定中得到了会议和秘书处的支持。",
     "各国在第一审议周期和第二审议周期期间查明的需求在|"
     "第3项决定中得到了会议和秘书处的支持。"},
    {"no last line of one character (3.4.4)", 20,
     "各国在会议期间和会议之后查明技术援助方面|"
     "的优先需求并提出请求以便得到秘书处更多支|持。",
     "各国在会议期间和会议之后查明技术援助方|"
     "面的优先需求并提出请求以便得到秘书处更|多支持。"},
};

static int
fixtures_open(void **state)
{
	static struct sample sample;

	sample.arena = arena_new();
	caught_open(&sample.caught);
	sample.typeset = typeset_sample(sample.arena, &sample.caught.messages);
	assert_non_null(sample.typeset);
	*state = &sample;
	return 0;
}

/* Fill lines as if no rule were: half an em a digit or space, else one. */
static char *
naive_lines(struct sample *sample, const char *string, double em)
{
	struct text text = {0};
	double used = 0;
	char *copy;

	for (uint32_t c; (c = utf8_next(&string)) != 0;) {
		double width = c < 0x80 ? 0.5 : 1;

		if (used + width > em) {
			text_add(&text, "|");
			used = 0;
		}
		used += width;
		text_add_character(&text, c);
	}
	copy = arena_copy(sample->arena, text_string(&text));
	text_free(&text);
	return copy;
}

static struct lines
fixture_set(struct sample *sample, const char *string, double em)
{
	struct run run = {.text = string, .type = type_sample(10)};
	struct setting setting = setting_of(&run, 1, em * 10, true);

	setting.units = "项号";
	return lines_set(sample, &setting);
}

static void
each_rule_moves_its_break(void **state)
{
	struct sample *sample = *state;

	for (size_t i = 0; i < COUNT(fixtures); i++) {
		const struct fixture *fixture = &fixtures[i];
		char *bare = text_bare(sample, fixture->naive);
		struct lines lines = fixture_set(sample, bare, fixture->em);
		const char *set = lines_text(sample, &lines);

		if (strcmp(naive_lines(sample, bare, fixture->em),
			   fixture->naive) != 0)
			fail_msg("%s: not naive", fixture->rule);
		if (strcmp(set, fixture->set) != 0)
			fail_msg("%s: %s", fixture->rule, set);
	}
	assert_true(messages_are_good(&sample->caught.messages));
}

/* Of the half em that 。 has behind it, or 《 ahead. */
static void
a_note_mark_takes_half_of_a_blank(void **state)
{
	static const struct {
		const char *before, *after;
		double ahead; /* where the text goes on */
	} rows[] = {
	    {"会议。", "公约", 25 + 6 + 2.5},
	    {"会议", "公约", 20 + 6},
	    {"会议", "《公约", 20 + 6 + 2.5},
	    {"会议，", "《公约", 25 + 6 + 2.5},
	    {"会议", "，公约", 20 + 6},
	    {"82", " 次", 10 + 6 + 2.5},
	};
	struct sample *sample = *state;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct run runs[] = {
		    {.text = rows[i].before, .type = type_sample(10)},
		    {.text = "12", .type = type_sample(6), .owner = "mark"},
		    {.text = rows[i].after, .type = type_sample(10)},
		};
		struct setting setting = setting_of(runs, 3, 200, true);
		struct lines lines;
		const struct line *line;

		runs[1].type.rise = 3;
		lines = lines_set(sample, &setting);
		assert_int_equal(lines.count, 1);
		line = &lines.items[0];
		if (fabs(line->runs[line->count - 1].x - rows[i].ahead) > 0.02)
			fail_msg("%s goes on at %.2f", rows[i].before,
				 line->runs[line->count - 1].x);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_rule_moves_its_break),
	    cmocka_unit_test(a_note_mark_takes_half_of_a_blank),
	};

	return cmocka_run_group_tests(tests, fixtures_open, sample_close);
}
