/* Where numbers meet words: a report's folder read, its documents filled,
 * numbered, given figures, and held against each other. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/text.h"
#include "chart/chart.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "language/language.h"
#include "measure/measure.h"

/* A language of the report: its words and its template. */
struct edition {
	struct language *language; /* owned; closed by report_close */
	const char *code;	   /* "en" */
	const char *template_path;
	struct masthead masthead;
	const char **literals; /* expressions whose numbers are no measures */
	size_t literal_count;
	struct place at;
};

struct series_spec {
	const char *measure; /* id */
	const char *share;   /* id or NULL: printed behind the number */
	const char *month;   /* id of a day that names the series, or NULL */
	const char *total;   /* id or NULL: what the rows add up to */
	int role;	     /* whose ink it has, from 1; 0: by its place */
	bool is_sum;	     /* of the series before it, row by row */
	bool is_column;	     /* of a table that stands for its columns */
	size_t column;
	struct names names; /* without a month */
	struct place at;
};

struct note_spec {
	const char
	    *on; /* code of the category that bears the letter, or NULL */
	struct names names;
	struct place at;
};

/* A figure or a table as declared. */
struct figure_spec {
	const char *id;
	const char *word; /* "figure", "table": for messages */
	bool is_table;
	bool has_total; /* a table's last row */
	enum chart_kind kind;
	int width;	  /* [per cent] of the column; 0: all of it */
	bool is_by_value; /* greatest first, else in the data's order */
	struct series_spec *series;
	size_t series_count;
	struct note_spec *notes;
	size_t note_count;
	const char *reviews; /* id: how many are behind it */
	const char *of;	     /* id: of how many, or NULL */
	const char *day;     /* id: as at when */
	struct place at;
};

/* What a document symbol looks like and where it leads. */
struct symbol_spec {
	const char *prefix;
	const char *link;   /* with {language} and {symbol} */
	const char **forms; /* with {year} and {n}; none: any */
	size_t form_count;
};

/* What a report can be held to. */
enum rule {
	RULE_NUMBERS,	  /* each is a measure, a reference or a literal */
	RULE_SUBHEADINGS, /* none is alone in its part */
	RULE_FIGURES,	  /* each is mentioned before it stands there */
	RULE_SYMBOLS,	  /* each has one of the forms */
	RULE_WORDS,	  /* no more than so many */
	RULE_NOTES,	  /* the same numbers in every language */
	RULE_SENTENCES,	  /* none begins with figures or a small letter */
	RULE_SERIES,	  /* like things follow the highest number */
	RULE_COMPARISONS, /* words that compare are a claim's */
	RULE_STATES,	  /* those in a row stand in their order */
	RULE_ALIKE,	  /* numbers in words of all languages */
	RULE_PUBLISHED,	  /* what was published agrees: `check` looks */
	RULES
};

struct report {
	const char *id;
	const char *input; /* folder under the input folder */
	const char *style_path;
	const char *parallel_path; /* of a page style for two languages side by
				    * side, or NULL */
	size_t columns[2];	   /* their editions, left and right */
	const char *symbol;
	const char *address; /* URL where the site stands, or NULL */
	const char *since;   /* id of a day: the site says what changed after
				it; or NULL */
	day date;
	day cutoff;
	day as_of; /* later reviews are passed over; 0: none are */
	struct symbol_spec *symbols;
	size_t symbol_count;
	struct edition *editions;
	size_t edition_count;
	struct figure_spec *figures;
	size_t figure_count;
	bool rules[RULES];
	long words_most;
	const char *words_in; /* code of the language they are counted in, or
				 NULL: each */
	struct place at;
};

/* Read FOLDER/report.xml and the language profiles that it names, with the
 * schemas of SCHEMA_FOLDER; NULL after messages. The report is the arena's but
 * for its languages: close it. */
struct report *report_read(struct arena *, struct messages *,
			   const char *folder, const char *schema_folder);
void report_close(struct report *);

/* Parse the edition's template, put every value into the tree, link the
 * document symbols, number everything and resolve references. NULL if the
 * template cannot be parsed; after other messages a document in which words are
 * missing, for more of its faults to be found. */
struct document *report_fill(struct arena *, struct messages *,
			     const struct report *, const struct edition *,
			     const struct measures *);

/* How figures are drawn: the page style's part of them. */
struct figure_style {
	double width;  /* [pt] */
	double narrow; /* [pt] of a second scene for small screens; 0: none */
	double type_size; /* [pt] */
	const char *latin;
	const char *han;
};

/* Draw each figure of the document and hang it into its node. False after
 * messages. */
bool report_figures(struct arena *, struct messages *, const struct report *,
		    const struct edition *, const struct measures *,
		    struct typeset *, const struct figure_style *,
		    struct document *);

/* Report all that is wrong with the figures of the document, but for what only
 * drawing can tell: words that find no room. */
void report_check_figures(struct arena *, struct messages *,
			  const struct report *, const struct edition *,
			  const struct measures *, const struct document *);

/* The id of the measure where the value's range ends; NULL if it is none. */
const char *value_range_end(const struct node *value);

/* Warn of figures and tables that no document places; one per edition or NULL.
 */
void report_check_placed(struct messages *, const struct report *,
			 struct document *const *);

/* Hold two filled documents against each other: the same skeleton of blocks,
 * and in each block the same measures, notes, claims and references; the same
 * symbols in the notes. Every difference is reported with both places. */
void report_compare(struct messages *, const struct document *a,
		    const struct document *b);

/* [bytes] of the document symbol at the offset, 0 if none starts there. */
size_t report_symbol_at(const struct report *, const char *text, size_t at);

/* Hold each filled document, one per edition or NULL, to the rules that the
 * report switches on; the States are the dataset's. Every finding is an error
 * at its place in the template; their number is returned. */
size_t report_lint(struct arena *, struct messages *, const struct report *,
		   const struct dataset *, struct document *const *);

/* A fixed word of the language, a phrase without arguments. */
const char *report_word(struct arena *, struct messages *,
			const struct edition *, const char *key);

#endif
