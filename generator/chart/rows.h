/* Rows: a category each, beside their labels one panel or more with an axis. */
/* SPDX-License-Identifier: MIT */
#ifndef CHART_ROWS_H
#define CHART_ROWS_H

#include "chart/room.h"

/* An axis with the series that stand over it. */
struct panel {
	size_t first, count; /* series */
	double left;	     /* [pt] of zero */
	double room;	     /* [pt] from zero to the words' right end */
	struct axis axis;
	struct label title;
};

struct row {
	struct label label;
	double top, height; /* [pt] without the gap to its neighbours */
};

struct rows {
	struct panel *panels;
	size_t panel_count;
	struct row *items; /* one per category */
	double column;	   /* [pt] of the widest label */
	double lead;	   /* [pt] between the labels' gap and zero */
	size_t bars;	   /* one under the other in a row */
	double thickness;  /* [pt] of a bar */
	double pitch;	   /* [pt] from bar to bar in a row */
	double top, bottom;
};

/* Rows of so many panels, the series shared out evenly, the labels wrapped.
 * False after a message. */
bool rows_begin(struct drawing *, struct rows *, size_t panel_count);

/* [pt] of each of `count` panels side by side. */
double rows_room(struct drawing *, const struct rows *, size_t count);

/* Put panels side by side, with axes for what is to be reached. False after a
 * message: the labels leave no room. */
void panels_place(struct drawing *, struct rows *);
bool panel_plan(struct drawing *, struct panel *, const struct reach *,
		size_t count);
bool panel_title(struct drawing *, struct panel *, const char *title);

/* What each bar of the panel and its words want. */
struct reach *panel_reaches(struct drawing *, const struct panel *,
			    size_t *count);

/* Below the drawing's top: titles, rows and grid; then the axes and ticks. */
void rows_draw_frame(struct drawing *, struct rows *);
void rows_draw_axes(struct drawing *, const struct rows *);

/* The row's label; its bars' middle comes back. */
double row_draw_label(struct drawing *, const struct rows *, size_t category);

/* Words beyond a bar's end, and inside it. */
void words_draw_outside(struct drawing *, const struct panel *,
			const char *words, double end, double middle);
void words_draw_inside(struct drawing *, const char *words, enum ink,
		       double end, double middle);

#endif
