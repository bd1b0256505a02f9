/* What the files of chart/ share: the drawing under way, labels and axes. */
/* SPDX-License-Identifier: MIT */
#ifndef CHART_ROOM_H
#define CHART_ROOM_H

#include "chart/chart.h"
#include "typeset/typeset.h"

#include "base/arena.h"

enum {
	SERIES_MOST = 6,  /* each has its own ink */
	PANELS_MOST = 12, /* where none is needed */
	HEATS = INK_HEAT_5 - INK_HEAT_1 + 1,
	TICKS_MOST = 6 /* steps on an axis */
};

/* The greatest value: doubles are exact to here, and sums stay in 64 bits. */
#define VALUE_MOST    1000000000000000LL

/* Lengths in multiples of the type size. */
#define LINE_LEADING  1.2  /* between the baselines of a label */
#define MIDDLE_RISE   0.36 /* of capitals and Han above the baseline */
#define BAR_THICKNESS 1.2
#define BAR_GAP	      0.1  /* between the bars of one category */
#define ROW_GAP	      0.8  /* between categories */
#define LABEL_GAP     0.6  /* between a category's label and zero */
#define VALUE_GAP     0.4  /* between a bar's end and its label */
#define TICK_GAP      1.0  /* between the labels of neighbouring ticks */
#define AXIS_GAP      0.4  /* between an axis and the labels of its ticks */
#define PANEL_GAP     2.0  /* between panels side by side */
#define LEGEND_GAP    1.0  /* under the legend or a panel's title */
#define PLOT_LEAST    4.0  /* an axis is at least that long */
#define PLOT_HEIGHT   14.0 /* of an axis that stands */
#define POINT_ACROSS  0.7
#define SWATCH_GAP    0.5 /* between a swatch and its name */

/* [pt] of lines */
#define GRID_STROKE   0.5
#define AXIS_STROKE   0.75
#define CURVE_STROKE  1.25
#define PART_GAP      0.75 /* of ground between parts that touch */

struct drawing {
	struct arena *arena;
	struct messages *messages;
	struct typeset *typeset;
	const struct chart *chart;
	struct scene *scene;
	double size;	 /* [pt] of the type */
	double ascent;	 /* [pt] of a line of it */
	double descent;	 /* [pt] */
	double top;	 /* [pt] the scene is filled down to here */
	bool is_percent; /* ticks are percentages */
};

/* --- scene.c: marks --- */

void drawing_add_bar(struct drawing *, enum ink, double x, double y,
		     double width, double height, bool is_hatched);
void drawing_add_line(struct drawing *, enum ink, double x, double y,
		      double width, double height, double stroke);

void drawing_add_point(struct drawing *, enum ink, enum point_shape, double x,
		       double y, double across, bool is_open);
/* [turns] clockwise from the top. */
void drawing_add_sector(struct drawing *, enum ink, double x, double y,
			double across, double from, double to, bool is_hatched);

/* How a line of text is put at its place. */
struct manner {
	enum anchor anchor;
	enum ink ink;
	bool is_bold;
};
void drawing_add_text(struct drawing *, const char *words, double x,
		      double baseline, struct manner);

/* Words in the middle of a part of a bar, which are in the ground's ink; where
 * the part is hatched, on a patch of ground, no wider than `most`. */
void drawing_add_part_text(struct drawing *, const char *words, double x,
			   double middle, double most, bool is_hatched);

/* Ground under words that a line of the grid would cross. */
void drawing_clear(struct drawing *, double x, double baseline, double width);

/* What follows shows the values of a category in `count` series from `first`,
 * or all values of a series. */
void drawing_begin_category(struct drawing *, size_t category, size_t first,
			    size_t count);
void drawing_begin_series(struct drawing *, size_t series);
void drawing_end_group(struct drawing *);

/* "category: value", in full-width marks where the language has them. */
const char *item_words(struct drawing *, const char *name, const char *value);

/* --- label.c: words measured and wrapped --- */

struct label {
	const char **lines; /* arena's */
	size_t count;
	double width; /* [pt] of the widest line */
};

double words_width(struct drawing *, const char *words, bool is_bold);

/* [pt] of the widest part of the words with no place to break inside. */
double words_widest(struct drawing *, const char *words, bool is_bold);

/* Break the words into lines of at most `width`. False after a message if a
 * word is wider. */
bool label_wrap(struct drawing *, struct label *, const char *words,
		double width, bool is_bold);
double label_height(const struct drawing *, const struct label *);
void label_draw(struct drawing *, const struct label *, double x, double top,
		struct manner);

/* The same with empty words for what is not given. */
const char *category_words(const struct chart *, size_t category);
const char *value_words(const struct chart *, size_t series, size_t category);

/* The value's words, or its shorter ones, or none: what fits in the room. */
const char *value_words_in(struct drawing *, size_t series, size_t category,
			   double room);

/* --- axis.c: round ticks, and room for the words at the ends of bars --- */

struct axis {
	long long step; /* ticks are at 0, step, … end */
	long long end;
	double length; /* [pt] from zero to the end */
};

/* A bar and what is printed beyond its end. */
struct reach {
	double value;
	double words; /* [pt] along the axis, with the gap before them */
};

/* The axis from zero to the least multiple of a round step over `top`. */
struct axis axis_over(double top, int most);

/* [pt] from zero to the value. */
double axis_place(const struct axis *, double value);

/* True if a tick but zero is between two places, in points from zero. */
bool axis_crosses(const struct axis *, double from, double to);

/* The longest axis in `room` that keeps `overhang` beyond its end for the last
 * tick's label and room beyond each bar for its words. */
double axis_length(const struct axis *, double room, double overhang,
		   const struct reach *, size_t count);

/* True if the words stand beyond the bar's end inside the room. */
bool reach_is_outside(const struct axis *, const struct reach *, double room);

/* True if each bar's words have a place, beyond its end or, with `gap` more on
 * their other side, inside it. */
bool reaches_fit(const struct axis *, const struct reach *, size_t count,
		 double room, double gap);

const char *tick_words(struct drawing *, long long value);

/* A horizontal axis in `room`, its ticks as many as their labels let. False if
 * the room does not do. */
bool axis_plan(struct drawing *, struct axis *, const struct reach *,
	       size_t count, double room);

/* --- plot.c: an axis that stands, with a grid over the width --- */

struct plot {
	struct axis axis;
	double left;	    /* [pt] */
	double top, bottom; /* [pt]: the axis's end, and zero */
};

/* The axis for the chart's greatest value, and room for its ticks' labels. */
struct plot plot_plan(struct drawing *);

/* Below the drawing's top, with room for words over the greatest value. */
void plot_place(struct drawing *, struct plot *);
void plot_draw_grid(struct drawing *, const struct plot *);
void plot_draw_axis(struct drawing *, const struct plot *);

/* --- legend.c --- */

enum swatch {
	SWATCH_BOX,
	SWATCH_POINT,
	SWATCH_CURVE /* a point on its line */
};

/* Swatches and names of the series at the top, if there is more than one.
 * False after a message. */
bool legend_draw(struct drawing *, enum swatch);

/* Entries run on from left to right; one that does not fit starts a line. */
struct entries {
	double left; /* [pt] of the one placed last; its top is the drawing's */
	double end;  /* [pt] where the next may start */
	double height; /* [pt] of the line so far */
};
void entries_place(struct drawing *, struct entries *, double width,
		   double height);
void entries_end(struct drawing *, const struct entries *);

/* Told apart without colour: every other series is hatched, and of the rest
 * each is lighter than the one before. `series` is a place, or of a chart's
 * series its own role. */
bool series_is_hatched(size_t series);
enum ink series_ink(size_t series);
size_t series_role(const struct chart *, size_t series);
void box_swatch_draw(struct drawing *, size_t role, double x, double middle);

/* The point of a series; in a dumbbell the earlier date's is open. */
void series_point_draw(struct drawing *, size_t series, double x, double y);

/* --- the kinds --- */

/* How many categories one takes; 0: any number. */
size_t kind_categories_most(enum chart_kind); /* kind.c */

/* False after a message. */

bool bars_draw(struct drawing *);      /* bars.c: one panel for all series */
bool paired_draw(struct drawing *);    /* a panel for each series */
bool multiples_draw(struct drawing *); /* the same, of one axis */
bool columns_draw(struct drawing *);   /* columns.c */
bool stacked_draw(struct drawing *);   /* stacked.c */
bool stacked100_draw(struct drawing *);
bool dumbbell_draw(struct drawing *); /* dumbbell.c */
bool line_draw(struct drawing *);     /* line.c */
bool share_draw(struct drawing *);    /* share.c */
bool pie_draw(struct drawing *);
bool heat_draw(struct drawing *); /* heat.c */

#endif
