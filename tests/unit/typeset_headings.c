/* Ragged lines: headings, captions and cells break evenly, and by their sense.
 */
/* SPDX-License-Identifier: MIT */
#include "typeset_sample.h"

/* '|' between lines of 10 pt. */
static const struct {
	const char *text;
	double width; /* [pt] */
	bool is_han;
	const char *lines;
} headings[] = {
    /* Once, the first line was short and the last a word. */
    {"Analysis of the technical assistance needs identified in the country "
     "reviews and of the assistance provided by the United Nations Office on "
     "Drugs and Crime in support of the implementation of the United Nations "
     "Convention against Corruption",
     270, false,
     "Analysis of the technical assistance needs identified in the country "
     "|reviews and of the assistance provided by the United Nations |Office on "
     "Drugs and Crime in support of the implementation |of the United Nations "
     "Convention against Corruption"},
    {"Preventive policies and practices; preventive bodies (articles 5 and 6)",
     200, false,
     "Preventive policies and practices; |preventive bodies (articles 5 and "
     "6)"},
    {"Categories of needs identified by 120 States in the first cycle", 220,
     false, "Categories of needs identified by 120 States |in the first cycle"},
    {"Assistance provided by the United Nations Office on Drugs and Crime", 200,
     false,
     "Assistance provided by the United Nations Office |on Drugs and Crime"},
    {"Number of needs by chapter", 100, false, "Number of needs |by chapter"},
    {"aaaa bbbb cccc", 1000, false, "aaaa bbbb cccc"},
    {"与审判和检察机关有关的措施（第七条和第八条）", 180, true,
     "与审判和检察机关有关的措施|（第七条和第八条）"},
    {"各国查明的技术援助需求", 100, true, "各国查明的技术|援助需求"},
    {"一般规定；特别合作；双边和多边协定", 120, true,
     "一般规定；特别合作；|双边和多边协定"},
    {"2021年9月和2023年9月各章的需求数目", 150, true,
     "2021年9月和2023年9月|各章的需求数目"},
};

static int
headings_open(void **state)
{
	static struct sample sample;

	sample.arena = arena_new();
	caught_open(&sample.caught);
	sample.typeset = typeset_sample(sample.arena, &sample.caught.messages);
	assert_non_null(sample.typeset);
	*state = &sample;
	return 0;
}

static struct lines
heading_set(struct sample *sample, size_t index, enum alignment alignment)
{
	struct run run = {.text = headings[index].text,
			  .type = type_sample(10)};
	struct setting setting = setting_of(&run, 1, headings[index].width,
					    headings[index].is_han);

	setting.alignment = alignment;
	return lines_set(sample, &setting);
}

static void
headings_break_evenly_and_by_sense(void **state)
{
	struct sample *sample = *state;

	for (size_t i = 0; i < COUNT(headings); i++) {
		struct lines lines = heading_set(sample, i, ALIGN_LEFT);
		const char *shown = lines_text(sample, &lines);

		if (strcmp(shown, headings[i].lines) != 0)
			fail_msg("%s", shown);
	}
}

/* Whatever the measure: no line more than are needed, no last line of a word
 * that two could share, no ratio. */
static void
no_heading_ends_with_a_stub(void **state)
{
	struct sample *sample = *state;

	for (double width = 170; width < 400; width += 7.7) {
		struct run run = {.text = headings[0].text,
				  .type = type_sample(10)};
		struct setting setting = setting_of(&run, 1, width, false);
		struct lines lines;
		double whole = 0;

		setting.alignment = ALIGN_CENTER;
		lines = lines_set(sample, &setting);
		for (size_t i = 0; i < lines.count; i++) {
			whole += lines.items[i].width;
			assert_true(lines.items[i].width <= width);
			assert_true(lines.items[i].ratio == 0);
		}
		assert_true((double)lines.count <= ceil(whole / width) + 1);
		if (lines.items[lines.count - 1].width < width / 3)
			fail_msg("%s", lines_text(sample, &lines));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(headings_break_evenly_and_by_sense),
	    cmocka_unit_test(no_heading_ends_with_a_stub),
	};

	return cmocka_run_group_tests(tests, headings_open, sample_close);
}
