/* What the command line asks for. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include "dataset/dataset.h"

#include <stdbool.h>

enum product {
	PRODUCT_PDF,
	PRODUCT_HTML,
	PRODUCT_SVG,
	PRODUCT_CHART_PDF,
	PRODUCT_PNG,
	PRODUCT_DATA,
	PRODUCT_SITE, /* holds all the others */
	PRODUCTS
};

enum stage {
	STAGE_NONE,
	STAGE_DATASET,
	STAGE_MEASURES,
	STAGE_DOCUMENT,
	STAGE_SCENE,
	STAGE_PAGES,
	STAGES
};

struct options {
	const char *command;
	const char *report;    /* folder or NULL: the only one */
	const char *templates; /* folder where reports are looked for */
	const char *input;
	const char *output;
	const char *fonts;
	const char *language; /* comma-separated codes or NULL: all */
	const char *figure;   /* one figure's name or NULL: all */
	const char *format;   /* of what a command prints, or NULL */
	bool products[PRODUCTS];
	enum stage print; /* STAGE_NONE: write files */
	day as_of;	  /* 0: the report's cut-off */
	double scale;	  /* pixels to the point of PNGs */
	bool is_quiet;
	bool is_verbose;
	bool confirms;	      /* check: translations are up to date */
	const char *subject;  /* explain: a measure's or a claim's name */
	const char *text;     /* audit: a published text, or NULL */
	const char *against;  /* diff: another input folder, or NULL */
	day from, to;	      /* diff: as of these days; 0: the cut-off */
	bool wants_exit_code; /* diff: 1 if anything changes */
	const char *target;   /* publish: what the web server serves */
	int keep;	      /* publish: how many versions */
	bool rolls_back;      /* publish: go back by one instead */
	bool has_timings;
	bool wants_help;
	bool wants_version;
};

/* False after a line to standard error about each word that is wrong. */
bool options_read(struct options *, int count, char **arguments);

/* True if the language of that code was asked for. */
bool options_want_language(const struct options *, const char *code);

#endif
