/* Labels and numbers made into a scene: absolute marks with ink roles. */
/* SPDX-License-Identifier: MIT */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct text;
struct typeset;

/* What a mark's colour means; painters and style sheets give it a value. */
enum ink {
	INK_TEXT,
	INK_FAINT, /* axis labels, notes */
	INK_AXIS,
	INK_GRID,
	INK_GROUND, /* behind text on a bar */
	INK_SERIES_1,
	INK_SERIES_2,
	INK_SERIES_3,
	INK_SERIES_4,
	INK_SERIES_5,
	INK_SERIES_6,
	INK_HEAT_1, /* cells of a heat table, the least value's first */
	INK_HEAT_2,
	INK_HEAT_3,
	INK_HEAT_4,
	INK_HEAT_5,
	INKS
};
const char *ink_name(enum ink); /* "text", "series-1": also the SVG class */

/* sRGB in 0 to 1: on light ground, as painted by Cairo and as SVG's default;
 * and on dark ground, for screens. */
struct colour {
	double red, green, blue;
};
struct colour ink_colour(enum ink);
struct colour ink_colour_dark(enum ink);

enum mark_kind {
	MARK_RECTANGLE,
	MARK_LINE,
	MARK_POINT,  /* of a line or a dumbbell */
	MARK_SECTOR, /* of a circle */
	MARK_TEXT,
	MARK_GROUP_BEGIN, /* text: accessible name of what follows */
	MARK_GROUP_END
};

enum anchor {
	ANCHOR_START,
	ANCHOR_MIDDLE,
	ANCHOR_END
};

/* A hatched rectangle or sector is an outline with straight stripes inside at
 * 45 degrees, all in its own ink, the ground showing between. [pt]; the step is
 * along the rectangle's edges. */
#define HATCH_STEP   3.0
#define HATCH_STROKE 0.8
#define HATCH_EDGE   0.5

/* Which way the stripes of an ink go. */
enum hatch {
	HATCH_RISING, /* to the right */
	HATCH_FALLING,
	HATCH_CROSSED, /* both */
	HATCHES
};
enum hatch ink_hatch(enum ink);

enum point_shape {
	SHAPE_CIRCLE,
	SHAPE_SQUARE,
	SHAPE_DIAMOND,
	SHAPE_TRIANGLE,
	SHAPES
};

/* [pt] of the outline of a point that is open. */
#define POINT_EDGE 1.2

/* Corners of a point's shape, of none for a circle, in halves of its width
 * from its middle; all shapes are of like weight. */
struct corner {
	double x, y;
};
const struct corner *shape_corners(enum point_shape, size_t *count);

/* Units are points; y grows downwards; the origin is the scene's top left. The
 * box of a TEXT starts at y - ascent and, by its anchor, at x, x - width / 2 or
 * x - width; no two such boxes overlap, no later mark lies over one, and all
 * are inside the scene. */
struct mark {
	enum mark_kind kind;
	enum ink ink;
	double x, y; /* RECTANGLE: top left; LINE: from; POINT, SECTOR: middle;
			TEXT: anchor on the baseline */
	double width, height; /* RECTANGLE; LINE: to - from; POINT, SECTOR:
				 across; TEXT: measured box */
	double stroke;	      /* LINE: [pt] */
	double from, to; /* SECTOR: [turns] clockwise from the top, 0 to 1 */
	enum point_shape shape; /* POINT */
	bool is_hatched;	/* RECTANGLE, SECTOR: told apart without colour;
				   POINT: open, an outline around ground */
	const char *text;	/* TEXT, GROUP_BEGIN */
	enum anchor anchor;	/* TEXT */
	double size;		/* TEXT: [pt] */
	double ascent;		/* TEXT: [pt] of the box above the baseline */
	bool is_bold;		/* TEXT */
};

struct scene {
	const char *name; /* "categories1": prefix of ids */
	const char *tag;  /* BCP 47 */
	bool is_han;
	const char *title;
	const char *description;
	double width, height; /* [pt] */
	struct mark *marks;
	size_t count;
	const char *latin; /* family of all its text */
	const char *han;
};

/* [pt] of ground around a scene that is a file of its own: on a page the text
 * keeps its distance, on a slide nothing does. */
#define SCENE_MARGIN 8.0

/* [pt] of a side with that on both ends. */
static inline double
scene_outer(double side)
{
	return side + 2 * SCENE_MARGIN;
}

enum chart_kind {
	CHART_BARS,	  /* horizontal, one series, a label with each */
	CHART_COLUMNS,	  /* vertical, one or more series side by side */
	CHART_GROUPED,	  /* horizontal, series side by side in each category */
	CHART_PAIRED,	  /* two quantities by category, each with its own axis
			   */
	CHART_STACKED,	  /* horizontal, series end to end, the sum behind */
	CHART_STACKED100, /* the same as parts of each category's sum */
	CHART_DUMBBELL,	  /* two series as points with a bar between */
	CHART_LINE,	  /* series over categories in a row, as years are */
	CHART_SHARE,	  /* the categories of one series as parts of a bar */
	CHART_PIE,	  /* the same as parts of a circle */
	CHART_HEAT,	  /* a table: a row per category, a column per series */
	CHART_MULTIPLES,  /* a panel of bars per series, all of one axis */
	CHART_KINDS
};
bool chart_kind_find(const char *name, enum chart_kind *); /* "bars", … */
const char *chart_kind_name(enum chart_kind);

/* What is wrong with so many series of the kind, or NULL. */
const char *chart_kind_fault(enum chart_kind, size_t series_count);

/* True if the kind shows values as parts of a sum. */
bool chart_kind_is_whole(enum chart_kind);

struct series {
	const char *name;     /* in the legend or over its panel; "": none */
	const double *values; /* one per category, 0 to 10^15 */
	const char *const
	    *labels; /* one per category, as printed: "259 (49%)" */
	const char *const
	    *shorts; /* where those find no room: "49%"; or NULL */
	int role;    /* 1 to 6: which series' ink; 0: by its place */
};

/* All words are in the scene's language already. */
struct chart {
	enum chart_kind kind;
	const char *name;
	struct place at; /* of its declaration, for messages */
	const char *tag;
	bool is_han;
	const char *title;
	const char *description;
	const char *const *categories;
	size_t category_count;
	const struct series *series;
	size_t series_count;
	double width;	   /* [pt] */
	double type_size;  /* [pt] of labels */
	const char *latin; /* family */
	const char *han;
	/* A round number, and a round percentage, as an axis prints it; the
	 * string is the arena's. */
	char *(*number)(struct arena *, const void *context, long long);
	char *(*percent)(struct arena *, const void *context, long long);
	const void *number_context;
};

/* What is wrong with the chart, whatever room its labels find; NULL if nothing:
 * no category, no series, an impossible kind, number of series, value or size,
 * a share of nothing. */
const char *chart_fault(const struct chart *);

/* Lay the chart out: labels measured with the real fonts and wrapped, never
 * overlapping, never cut; columns and lines too narrow for their labels lie
 * down as grouped bars. NULL after a message that names the figure: a fault, or
 * a word wider than the figure. */
struct scene *chart_draw(struct arena *, struct messages *, struct typeset *,
			 const struct chart *);

/* The step between round ticks: the least of 1, 2 or 5 times a power of ten,
 * from 1, so that at most `most` steps (at least 1) reach `top`; a top over
 * 10^15 is taken for that. */
double axis_step(double top, int most);

/* One fact a line, lengths in points: "bar 40.0 10.0 120.5 9.0 series-1". */
void scene_print(struct text *, const struct scene *);

/* --- a figure or table of a report: a picture and its data --- */

struct table {
	const char *const
	    *heads;	     /* of the columns; the first is of the labels */
	size_t column_count; /* with the labels' column */
	const char *const
	    *cells; /* row by row; the first of each is its label */
	size_t row_count;
	bool has_total; /* the last row is a total */
};

struct figure {
	const char *name;
	const char *title;	 /* the caption without its number */
	const char *description; /* generated from the data */
	const char *source;	 /* "Source: …, 82 of 82 reviews as at …" */
	const char *const *notes; /* lettered a, b, … */
	size_t note_count;
	const struct scene *scene;  /* NULL for a table */
	const struct scene *narrow; /* the same for a hand's width, or NULL */
	struct table table;	    /* the data of a figure too */
	struct table plain;	    /* the same for machines: codes, digits */
};

/* The figure's plain data as a comma-separated file. */
void figure_print_csv(struct text *, const struct figure *);

#endif
