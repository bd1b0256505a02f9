/* Scenes laid out with the real fonts: exact marks of a small one; nothing
 * overlaps, nothing is cut; faults are named. */
/* SPDX-License-Identifier: MIT */
#include "chart/chart.h"

#include "base/arena.h"
#include "base/text.h"
#include "typeset/typeset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

enum {
	CATEGORIES_MOST = 40,
	SERIES_MOST = 12,
	INKS_MOST = 6 /* series of one figure that need their own */
};

static const char latin_words[] =
    "Measures to prevent and detect transfers of proceeds of crime, mutual "
    "legal assistance and the recovery of property abroad";
static const char han_words[] =
    "关于预防和侦查犯罪所得转移的措施、司法协助以及在境外追回财产，包括"
    "为没收目的开展国际合作的机制和资产返还与处分方面的一般需求，以及"
    "有关公职人员利益冲突、财产申报与政府采购透明度的立法起草和能力建设"
    "活动需求";

struct world {
	struct arena *arena;
	struct messages messages;
	struct typeset *typeset;
};

static int
world_begin(void **state)
{
	static const struct face faces[] = {{"Liberation Sans", false, false},
					    {"Liberation Sans", true, false},
					    {"Noto Sans CJK SC", false, false},
					    {"Noto Sans CJK SC", true, false}};
	static struct world world;

	world.arena = arena_new();
	world.typeset = typeset_open(world.arena, &world.messages, "fonts",
				     faces, COUNT(faces));
	*state = &world;
	return world.typeset == NULL;
}

static int
world_end(void **state)
{
	struct world *world = *state;

	typeset_close(world->typeset);
	arena_free(world->arena);
	return 0;
}

static char *
number_words(struct arena *arena, const void *context, long long number)
{
	(void)context;
	return arena_print(arena, "%lld", number);
}

static char *
percent_words(struct arena *arena, const void *context, long long number)
{
	(void)context;
	return arena_print(arena, "%lld%%", number);
}

/* A chart of `count` categories whose values come from `values` in turn. */
static struct chart
chart_make(struct arena *arena, enum chart_kind kind, size_t series_count,
	   size_t count, const char *words, const double *values,
	   size_t value_count)
{
	struct series *series = arena_array(arena, SERIES_MOST,
					    sizeof(*series));
	const char **categories = arena_array(arena, CATEGORIES_MOST,
					      sizeof(*categories));
	bool is_han = utf8_is_han(utf8_next(&(const char *){words}));

	for (size_t i = 0; i < count; i++)
		categories[i] = words;
	for (size_t s = 0; s < series_count; s++) {
		double *own = arena_array(arena, count + 1, sizeof(*own));
		const char **labels = arena_array(arena, count + 1,
						  sizeof(*labels));
		const char **shorts = arena_array(arena, count + 1,
						  sizeof(*shorts));

		for (size_t i = 0; i < count; i++) {
			own[i] = values[(i + s) % value_count];
			labels[i] = arena_print(arena, "%.0f (49%%)", own[i]);
			shorts[i] = arena_print(arena, "%.0f", own[i]);
		}
		series[s] = (struct series){.name = is_han ? "需求数目"
							   : "Needs",
					    .values = own,
					    .labels = labels,
					    .shorts = shorts};
	}
	return (struct chart){.kind = kind,
			      .name = "sample",
			      .at = {"report.xml", 7, 2},
			      .tag = is_han ? "zh-Hans" : "en",
			      .is_han = is_han,
			      .title = "Title",
			      .description = "Description",
			      .categories = categories,
			      .category_count = count,
			      .series = series,
			      .series_count = series_count,
			      .width = 453.5,
			      .type_size = 8.5,
			      .latin = "Liberation Sans",
			      .han = "Noto Sans CJK SC",
			      .number = number_words,
			      .percent = percent_words};
}

struct bounds {
	double left, top, right, bottom;
};

static struct bounds
mark_bounds(const struct mark *mark)
{
	double left = mark->x, top = mark->y;

	if (mark->kind == MARK_LINE)
		return (struct bounds){fmin(left, left + mark->width),
				       fmin(top, top + mark->height),
				       fmax(left, left + mark->width),
				       fmax(top, top + mark->height)};
	if (mark->kind == MARK_POINT || mark->kind == MARK_SECTOR) {
		left -= mark->width / 2;
		top -= mark->height / 2;
	}
	if (mark->kind == MARK_TEXT) {
		top -= mark->ascent;
		if (mark->anchor == ANCHOR_MIDDLE)
			left -= mark->width / 2;
		if (mark->anchor == ANCHOR_END)
			left -= mark->width;
	}
	return (struct bounds){left, top, left + mark->width,
			       top + mark->height};
}

static bool
bounds_overlap(struct bounds a, struct bounds b)
{
	const double slack = 0.02;

	return a.left + slack < b.right && b.left + slack < a.right &&
	       a.top + slack < b.bottom && b.top + slack < a.bottom;
}

static bool
is_hidden(const struct mark *mark)
{
	return mark->kind == MARK_GROUP_BEGIN || mark->kind == MARK_GROUP_END;
}

/* Words stand on the ground, or on a cell of a heat table. */
static bool
is_ground(const struct mark *mark)
{
	return mark->ink == INK_GROUND ||
	       (mark->ink >= INK_HEAT_1 && mark->ink <= INK_HEAT_5);
}

/* True if the mark is words on a patch of ground, which was drawn before them
 * and reaches over their sides; what is below it is covered. */
static bool
is_on_patch(const struct scene *scene, size_t index)
{
	struct bounds own = mark_bounds(&scene->marks[index]);

	for (size_t i = 0; i < index; i++) {
		const struct mark *mark = &scene->marks[i];
		struct bounds patch = mark_bounds(mark);

		if (mark->kind == MARK_RECTANGLE && mark->ink == INK_GROUND &&
		    patch.left < own.left && patch.right > own.right &&
		    patch.top < own.bottom && patch.bottom > own.top)
			return scene->marks[index].kind == MARK_TEXT;
	}
	return false;
}

/* Two texts never meet; a text meets a bar only when it is printed inside it,
 * in the ground's ink or on a patch of ground; and nothing covers a text, so
 * that all text may be shown last. Bars never leave the scene either. */
static void
scene_is_clear(const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct mark *a = &scene->marks[i];
		struct bounds own = mark_bounds(a);

		if (is_hidden(a))
			continue;
		assert_true(own.left >= -0.05 && own.top >= -0.05);
		assert_true(own.right <= scene->width + 0.05);
		assert_true(own.bottom <= scene->height + 0.05);
		for (size_t k = i + 1; k < scene->count; k++) {
			const struct mark *b = &scene->marks[k];
			bool is_text = a->kind == MARK_TEXT ||
				       b->kind == MARK_TEXT;

			if (is_hidden(b))
				continue;
			if (a->kind == MARK_TEXT)
				assert_false(
				    bounds_overlap(own, mark_bounds(b)));
			if (!is_text || a->kind == MARK_LINE ||
			    b->kind == MARK_LINE || is_ground(a) ||
			    is_ground(b))
				continue;
			if (a->kind == MARK_RECTANGLE && a->is_hatched &&
			    is_on_patch(scene, k))
				continue;
			assert_false(bounds_overlap(own, mark_bounds(b)));
		}
	}
}

static size_t
texts_with(const struct scene *scene, enum ink ink)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->count; i++)
		count += scene->marks[i].kind == MARK_TEXT &&
			 scene->marks[i].ink == ink;
	return count;
}

static const double even_values[] = {259, 104, 71, 53, 31, 26, 0};
static const double great_values[] = {1e7, 9999999, 3, 0, 5000000};
static const double no_values[] = {0};

/* How many series a kind takes, few and many, and categories at most. */
static const struct {
	size_t series[2];
	size_t categories;
	bool is_part; /* of a sum, which must not be nothing */
} kinds[] = {
    [CHART_BARS] = {{1, 1}, 0, false},
    [CHART_COLUMNS] = {{1, 3}, 0, false},
    [CHART_GROUPED] = {{1, INKS_MOST}, 0, false},
    [CHART_PAIRED] = {{2, 2}, 0, false},
    [CHART_STACKED] = {{2, INKS_MOST}, 0, false},
    [CHART_STACKED100] = {{2, INKS_MOST}, 0, false},
    [CHART_DUMBBELL] = {{2, 2}, 0, false},
    [CHART_LINE] = {{1, INKS_MOST}, 0, false},
    [CHART_SHARE] = {{1, 1}, INKS_MOST, true},
    [CHART_PIE] = {{1, 1}, INKS_MOST, true},
    [CHART_HEAT] = {{2, 6}, 0, false},
    [CHART_MULTIPLES] = {{2, SERIES_MOST}, 0, false},
};

/* Every kind with few and many series and categories, long and short words,
 * small and great values, at the width; how many were drawn, and how many of
 * them not. */
static size_t
all_are_clear(struct world *world, struct messages *messages, double width,
	      size_t *refused)
{
	static const struct {
		const double *values;
		size_t count;
	} values[] = {{even_values, COUNT(even_values)},
		      {great_values, COUNT(great_values)},
		      {no_values, COUNT(no_values)}};
	static const char *const words[] = {"Art. 5", "需求", latin_words,
					    han_words};
	static const size_t counts[] = {1, 2, 7, CATEGORIES_MOST};
	size_t drawn = 0;

	for (size_t n = 0;
	     n < CHART_KINDS * 2 * COUNT(values) * COUNT(words) * COUNT(counts);
	     n++) {
		size_t kind = n % CHART_KINDS, rest = n / CHART_KINDS;
		size_t few = rest % 2, v = rest / 2 % COUNT(values);
		size_t w = rest / 2 / COUNT(values) % COUNT(words);
		size_t c = rest / 2 / COUNT(values) / COUNT(words);
		size_t most = kinds[kind].categories, count = counts[c];
		struct arena *arena;
		struct chart chart;
		struct scene *scene;

		if (most > 0 && count > most)
			count = most;
		if (kinds[kind].is_part && values[v].values == no_values)
			continue;
		arena = arena_new();
		chart = chart_make(arena, (enum chart_kind)kind,
				   kinds[kind].series[few], count, words[w],
				   values[v].values, values[v].count);
		chart.width = width;
		scene = chart_draw(arena, messages, world->typeset, &chart);
		*refused += scene == NULL;
		drawn += scene != NULL;
		if (scene != NULL)
			scene_is_clear(scene);
		arena_free(arena);
	}
	return drawn;
}

static void
nothing_overlaps_and_nothing_is_cut(void **state)
{
	struct world *world = *state;
	size_t refused = 0;

	assert_true(all_are_clear(world, &world->messages, 453.5, &refused) >
		    1000);
	assert_int_equal(refused, 0);
	assert_true(messages_are_good(&world->messages));
}

/* At the width of a small screen some have no room, and say so; the others are
 * as clear. */
static void
nothing_overlaps_on_a_small_screen(void **state)
{
	struct messages mute = {0};
	size_t refused = 0, drawn = all_are_clear(*state, &mute, 240, &refused);

	assert_true(drawn > 1000);
	assert_true(refused * 10 < drawn);
	assert_int_equal(messages_are_good(&mute), refused == 0);
}

/* Narrow panels and long numbers: some words have to go inside. */
static void
words_go_inside_a_bar_that_leaves_no_room(void **state)
{
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_PAIRED, 2, 4,
					"Art. 5", great_values, 4);
	struct scene *scene;

	chart.width = 230;
	scene = chart_draw(world->arena, &world->messages, world->typeset,
			   &chart);
	assert_non_null(scene);
	assert_true(texts_with(scene, INK_GROUND) > 0);
	scene_is_clear(scene);
}

static void
zero_is_always_on_the_axis(void **state)
{
	struct world *world = *state;

	for (size_t kind = 0; kind <= CHART_LINE; kind++) {
		struct chart chart = chart_make(
		    world->arena, (enum chart_kind)kind, kinds[kind].series[0],
		    3, "A", even_values, 3);
		struct scene *scene = chart_draw(world->arena, &world->messages,
						 world->typeset, &chart);
		size_t zeros = 0;

		assert_non_null(scene);
		for (size_t i = 0; i < scene->count; i++)
			zeros += scene->marks[i].kind == MARK_TEXT &&
				 scene->marks[i].ink == INK_FAINT &&
				 strcmp(scene->marks[i].text,
					kind == CHART_STACKED100 ? "0%"
								 : "0") == 0;
		assert_int_equal(zeros, kind == CHART_PAIRED ? 2 : 1);
	}
}

/* Series of unlike size have each its own axis, and titles say which. */
static void
paired_quantities_keep_their_own_axes(void **state)
{
	static const double needs[] = {400, 200}, states[] = {4, 2};
	static const char *const labels[] = {"a", "b"};
	static const char *const categories[] = {"Art. 5", "Art. 6"};
	static const struct series series[] = {
	    {.name = "Needs", .values = needs, .labels = labels},
	    {.name = "States", .values = states, .labels = labels}};
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_PAIRED, 2, 2, "A",
					even_values, 2);
	struct scene *scene;
	double widths[4];
	size_t bars = 0, titles = 0;

	chart.series = series;
	chart.categories = categories;
	scene = chart_draw(world->arena, &world->messages, world->typeset,
			   &chart);
	assert_non_null(scene);
	for (size_t i = 0; i < scene->count; i++) {
		titles += scene->marks[i].is_bold;
		if (scene->marks[i].kind == MARK_RECTANGLE && bars < 4)
			widths[bars++] = scene->marks[i].width;
	}
	assert_int_equal(titles, 2);
	assert_int_equal(bars, 4);
	assert_true(fabs(widths[0] - widths[1]) < 0.1);
	assert_true(fabs(widths[2] - widths[3]) < 0.1);
	assert_true(fabs(widths[0] - 2 * widths[2]) < 0.1);
}

static void
columns_too_narrow_for_their_labels_lie_down(void **state)
{
	static const struct {
		const char *words;
		size_t count;
		bool stands;
	} rows[] = {{"II", 2, true},
		    {"Chapter II", 4, true},
		    {latin_words, 2, true},
		    {latin_words, 4, false},
		    {"II", CATEGORIES_MOST, false}};
	struct world *world = *state;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct chart chart = chart_make(
		    world->arena, CHART_COLUMNS, 2, rows[i].count,
		    rows[i].words, even_values, COUNT(even_values));
		struct scene *scene = chart_draw(world->arena, &world->messages,
						 world->typeset, &chart);
		bool stands = false;

		assert_non_null(scene);
		for (size_t k = 0; k < scene->count; k++)
			stands |= scene->marks[k].kind == MARK_LINE &&
				  scene->marks[k].ink == INK_AXIS &&
				  scene->marks[k].width > 0;
		assert_int_equal(stands, rows[i].stands);
	}
}

static void
a_category_is_one_named_group(void **state)
{
	struct world *world = *state;
	struct chart english = chart_make(world->arena, CHART_GROUPED, 2, 1,
					  "A", even_values, 2);
	struct chart chinese = chart_make(world->arena, CHART_PAIRED, 2, 1,
					  "国家", even_values, 2);
	const struct {
		const struct chart *chart;
		const char *words;
	} rows[] = {
	    {&english, "A: Needs 259 (49%); Needs 104 (49%)"},
	    {&chinese, "国家：需求数目 259 (49%)；需求数目 104 (49%)"},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct scene *scene = chart_draw(world->arena, &world->messages,
						 world->typeset, rows[i].chart);
		size_t groups = 0, open = 0;

		assert_non_null(scene);
		for (size_t k = 0; k < scene->count; k++) {
			const struct mark *mark = &scene->marks[k];

			if (mark->kind == MARK_GROUP_BEGIN) {
				assert_int_equal(open++, 0);
				assert_string_equal(mark->text, rows[i].words);
				groups++;
			} else if (mark->kind == MARK_GROUP_END) {
				assert_int_equal(open--, 1);
			}
		}
		assert_int_equal(groups, 1);
		assert_int_equal(open, 0);
	}
}

/* The first series is plain, the second hatched, in the legend as in bars. */
static void
series_are_told_apart_without_colour(void **state)
{
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_GROUPED, 2, 2, "A",
					even_values, 2);
	struct scene *scene = chart_draw(world->arena, &world->messages,
					 world->typeset, &chart);

	assert_non_null(scene);
	for (size_t i = 0; i < scene->count; i++)
		if (scene->marks[i].kind == MARK_RECTANGLE)
			assert_int_equal(scene->marks[i].is_hatched,
					 scene->marks[i].ink == INK_SERIES_2);
}

static void
faults_name_their_figure(void **state)
{
	static const double minus[] = {-1}, none[] = {NAN}, much[] = {1e16};
	static const double huge[] = {1e15};
	static const char long_word[] =
	    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
	    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww";
	static const struct {
		enum chart_kind kind;
		size_t series, categories;
		const char *words;
		const double *values;
		const char *fault;
	} rows[] = {
	    {CHART_BARS, 1, 0, "A", even_values, "there is no category"},
	    {CHART_BARS, 0, 1, "A", even_values, "there is no series"},
	    {CHART_BARS, 2, 1, "A", even_values, "too many series"},
	    {CHART_PAIRED, 1, 1, "A", even_values, "too few series"},
	    {CHART_KINDS, 1, 1, "A", even_values, "no such kind"},
	    {CHART_BARS, 1, 1, "A", minus, "a value is under 0"},
	    {CHART_BARS, 1, 1, "A", none, "a value is under 0"},
	    {CHART_BARS, 1, 1, "A", much, "over 10^15"},
	    {CHART_BARS, 1, 1, long_word, even_values, "no room"},
	    {CHART_STACKED, 1, 1, "A", even_values, "too few series"},
	    {CHART_STACKED, 7, 1, "A", even_values, "too many series"},
	    {CHART_DUMBBELL, 3, 1, "A", even_values, "too many series"},
	    {CHART_HEAT, 13, 1, "A", even_values, "too many series"},
	    {CHART_SHARE, 1, 7, "A", even_values, "too many categories"},
	    {CHART_SHARE, 1, 3, "A", no_values, "a share of nothing"},
	    {CHART_PIE, 1, 1, "A", no_values, "a share of nothing"},
	    {CHART_STACKED, 2, 1, "A", huge, "add up to over 10^15"},
	    {CHART_HEAT, 12, 1, "A", huge, "too narrow for their numbers"},
	    {CHART_COLUMNS, 1, 1, long_word, even_values, "no room"},
	};
	struct world *world = *state;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct chart chart = chart_make(
		    world->arena, rows[i].kind, rows[i].series,
		    rows[i].categories, rows[i].words, rows[i].values, 1);
		struct messages messages = {.out = tmpfile()};
		char line[1024] = "";

		assert_null(chart_draw(world->arena, &messages, world->typeset,
				       &chart));
		rewind(messages.out);
		assert_non_null(fgets(line, sizeof(line), messages.out));
		fclose(messages.out);
		assert_non_null(strstr(line, "report.xml:7:2: error: figure "
					     "\"sample\": "));
		assert_non_null(strstr(line, rows[i].fault));
		assert_int_equal(messages.counts[WEIGHT_ERROR], 1);
	}
}

static void
a_series_without_values_is_a_fault(void **state)
{
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_BARS, 1, 1, "A",
					even_values, 1);
	struct series series = {.name = "Needs"};
	struct messages messages = {0};

	chart.series = &series;
	assert_null(
	    chart_draw(world->arena, &messages, world->typeset, &chart));
	assert_int_equal(messages.counts[WEIGHT_ERROR], 1);
}

static void
kinds_have_names(void **state)
{
	enum chart_kind kind = CHART_KINDS;

	(void)state;
	assert_true(chart_kind_find("paired", &kind));
	assert_int_equal(kind, CHART_PAIRED);
	assert_false(chart_kind_find("cake", &kind));
	assert_int_equal(kind, CHART_PAIRED);
	for (size_t i = 0; i < CHART_KINDS; i++) {
		assert_true(chart_kind_find(chart_kind_name((enum chart_kind)i),
					    &kind));
		assert_int_equal(kind, i);
	}
}

static void
series_that_share_an_ink_are_a_fault(void **state)
{
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_GROUPED, 2, 1, "A",
					even_values, 2);
	struct series series[] = {chart.series[0], chart.series[1]};
	struct messages messages = {0};

	chart.series = series;
	series[0].role = 3;
	assert_non_null(
	    chart_draw(world->arena, &messages, world->typeset, &chart));
	series[0].role = 2;
	assert_null(
	    chart_draw(world->arena, &messages, world->typeset, &chart));
	series[0].role = 7;
	assert_null(
	    chart_draw(world->arena, &messages, world->typeset, &chart));
	assert_int_equal(messages.counts[WEIGHT_ERROR], 2);
}

/* The parts of a stack end where the next begins, and the last at the sum. */
static void
stacks_add_up(void **state)
{
	static const double values[] = {100, 200, 300};
	struct world *world = *state;

	for (int hundred = 0; hundred < 2; hundred++) {
		struct chart chart = chart_make(
		    world->arena, hundred ? CHART_STACKED100 : CHART_STACKED, 3,
		    1, "A", values, 3);
		struct scene *scene = chart_draw(world->arena, &world->messages,
						 world->typeset, &chart);
		double right = 0, first = 0, width = 0;
		size_t seen = 0;

		assert_non_null(scene);
		for (size_t i = 0; i < scene->count; i++) {
			const struct mark *mark = &scene->marks[i];

			/* swatches are squares, patches plain on hatched */
			if (mark->kind != MARK_RECTANGLE || mark->width < 10 ||
			    mark->ink == INK_GROUND ||
			    (mark->ink == INK_SERIES_2 && !mark->is_hatched))
				continue;
			if (seen++ == 0) {
				first = mark->width + 0.75;
				right = mark->x;
			}
			assert_true(fabs(mark->x - right) < 0.01);
			right = mark->x + mark->width + 0.75;
			width += mark->width + 0.75;
		}
		assert_int_equal(seen, 3);
		assert_true(fabs(width - first * 6) < 0.01);
	}
}

static void
a_circle_is_whole(void **state)
{
	static const double values[] = {3, 0, 1};
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_PIE, 1, 3, "A",
					values, 3);
	struct scene *scene = chart_draw(world->arena, &world->messages,
					 world->typeset, &chart);
	double turned = 0;
	size_t sectors = 0;

	assert_non_null(scene);
	for (size_t i = 0; i < scene->count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->kind != MARK_SECTOR)
			continue;
		assert_true(fabs(mark->from - turned) < 1e-9);
		turned = mark->to;
		sectors++;
	}
	assert_int_equal(sectors, 2); /* nothing has no sector */
	assert_true(fabs(turned - 1) < 1e-9);
}

/* A number beside a line is crossed by none. */
static void
numbers_keep_clear_of_lines(void **state)
{
	static const double zigzag[] = {9, 1, 9, 2, 8, 3, 7, 4, 6, 5};
	struct world *world = *state;

	for (size_t count = 2; count <= COUNT(zigzag); count++) {
		struct chart chart = chart_make(world->arena, CHART_LINE, 2,
						count, "A", zigzag,
						COUNT(zigzag));
		struct scene *scene = chart_draw(world->arena, &world->messages,
						 world->typeset, &chart);

		assert_non_null(scene);
		for (size_t i = 0; i < scene->count; i++)
			for (size_t k = 0; k < scene->count; k++) {
				const struct mark *line = &scene->marks[i];
				const struct mark *text = &scene->marks[k];
				struct bounds box = mark_bounds(text);

				if (line->kind != MARK_LINE ||
				    line->ink < INK_SERIES_1 ||
				    text->kind != MARK_TEXT ||
				    text->ink != INK_TEXT)
					continue;
				for (double at = 0; at <= 1; at += 0.01) {
					double x = line->x + at * line->width;
					double y = line->y + at * line->height;

					assert_false(
					    x > box.left && x < box.right &&
					    y > box.top && y < box.bottom);
				}
			}
	}
}

/* The greatest cell has the last heat, a zero has none. */
static void
cells_are_as_hot_as_their_numbers(void **state)
{
	static const double values[] = {0, 1, 20, 21, 100, 99};
	static const enum ink inks[] = {INK_GROUND, INK_HEAT_1, INK_HEAT_1,
					INK_HEAT_2, INK_HEAT_5, INK_HEAT_5};
	struct world *world = *state;
	struct chart chart = chart_make(world->arena, CHART_HEAT, 6, 1, "A",
					values, 6);
	struct scene *scene = chart_draw(world->arena, &world->messages,
					 world->typeset, &chart);
	size_t expected[INKS] = {0}, found[INKS] = {0};

	assert_non_null(scene);
	for (size_t i = 0; i < COUNT(inks); i++)
		expected[inks[i]]++;
	expected[INK_GROUND] = 0;
	for (size_t i = 0; i < scene->count; i++)
		found[scene->marks[i].ink] += scene->marks[i].kind ==
					      MARK_RECTANGLE;
	assert_memory_equal(found, expected, sizeof(found));
}

static void
scenes_print_one_fact_a_line(void **state)
{
	struct mark marks[] = {
	    {.kind = MARK_GROUP_BEGIN, .text = "A \"b\""},
	    {.kind = MARK_RECTANGLE,
	     .ink = INK_SERIES_2,
	     .x = 40,
	     .y = 10,
	     .width = 120.5,
	     .height = 9,
	     .is_hatched = true},
	    {.kind = MARK_TEXT,
	     .x = 164.5,
	     .y = 10,
	     .text = "259",
	     .is_bold = true},
	    {.kind = MARK_GROUP_END},
	    {.kind = MARK_LINE, .ink = INK_AXIS, .x = -0.01, .height = 30},
	};
	struct scene scene = {.name = "sample",
			      .width = 200,
			      .height = 30,
			      .marks = marks,
			      .count = COUNT(marks)};
	struct text text = {0};

	(void)state;
	scene_print(&text, &scene);
	assert_string_equal(text_string(&text),
			    "scene 200.0 30.0 \"sample\"\n"
			    "group \"A \\\"b\\\"\"\n"
			    "bar 40.0 10.0 120.5 9.0 series-2 hatched\n"
			    "label 164.5 10.0 \"259\" start text bold\n"
			    "end\n"
			    "line 0.0 0.0 0.0 30.0 axis\n");
	text_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_overlaps_and_nothing_is_cut),
	    cmocka_unit_test(nothing_overlaps_on_a_small_screen),
	    cmocka_unit_test(words_go_inside_a_bar_that_leaves_no_room),
	    cmocka_unit_test(zero_is_always_on_the_axis),
	    cmocka_unit_test(paired_quantities_keep_their_own_axes),
	    cmocka_unit_test(columns_too_narrow_for_their_labels_lie_down),
	    cmocka_unit_test(a_category_is_one_named_group),
	    cmocka_unit_test(series_are_told_apart_without_colour),
	    cmocka_unit_test(faults_name_their_figure),
	    cmocka_unit_test(a_series_without_values_is_a_fault),
	    cmocka_unit_test(kinds_have_names),
	    cmocka_unit_test(series_that_share_an_ink_are_a_fault),
	    cmocka_unit_test(stacks_add_up),
	    cmocka_unit_test(a_circle_is_whole),
	    cmocka_unit_test(numbers_keep_clear_of_lines),
	    cmocka_unit_test(cells_are_as_hot_as_their_numbers),
	    cmocka_unit_test(scenes_print_one_fact_a_line),
	};

	return cmocka_run_group_tests(tests, world_begin, world_end);
}
