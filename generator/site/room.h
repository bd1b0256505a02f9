/* What the files of site/ share: the site under way, its words, its pages. */
/* SPDX-License-Identifier: MIT */
#ifndef SITE_ROOM_H
#define SITE_ROOM_H

#include "site/site.h"

#include "base/arena.h"
#include "base/text.h"
#include "xml/xml.h"

enum {
	TEMPLATE_MOST = 256 * 1024,   /* [bytes] of a template of the site */
	TEXT_MOST = 64 * 1024 * 1024, /* [bytes] of a file that is copied */
	HASH_LENGTH = 16	      /* hexadecimal digits in a file's name */
};

/* A word or sentence of the frame in every language. */
struct word {
	const char *key;
	struct names names;
	struct place at;
};

/* A face that the pages are set in, as site.xml asks for it. */
struct web_font {
	const char *family;  /* in the list of pinned fonts */
	const char *as;	     /* in the style sheet: the original's name is often
				reserved for the original */
	const char *licence; /* as the font is to say it */
	bool is_bold;
	bool is_italic;
	bool is_han;	       /* for the pages of languages in Han setting */
	bool is_preloaded;     /* asked for before the style sheet is read */
	bool is_rest;	       /* only what the same face without it lacks */
	const char **elements; /* whose words it sets, by name or ".class";
				  none: all words */
	size_t element_count;
	const char **pages; /* kinds of pages whose words it has; none: all */
	size_t page_count;
	struct place at;
	struct characters characters;
	const char *file; /* under assets/, once made */
};

/* A page before its frame. */
struct page {
	const char *path; /* under the site's root: "en/index.html" */
	const char *same; /* under each language's folder: "index.html"; NULL:
			     the page is not in each language */
	const char *kind; /* class of its body */
	const char *title;
	const char *description; /* or NULL */
	const char *picture; /* under the root, for links to the page; or NULL
			      */
	const struct site_edition *edition; /* whose words the frame says */
	bool is_both;			    /* in all languages */
	struct text head; /* heap's, like those below: metadata */
	struct text text;
	struct text after; /* what only the script shows */
};

/* The reviews that numbers rest upon; many rest upon the same. */
struct basis {
	const char *reviews; /* a digit 0 or 1 for each, in the data's order */
	size_t review_count;
};

struct site {
	struct arena *arena;
	struct messages *messages;
	const struct site_source *source;
	struct outputs *outputs;
	struct word *words;
	size_t word_count;
	struct web_font *fonts;
	size_t font_count;
	struct basis *bases;
	size_t basis_count;
	size_t *measure_bases;	   /* by index of the measure: of its basis */
	size_t *entry_counts;	   /* by index of the measure */
	const char **review_links; /* by index of the review: HTML */
	const char *frame;	   /* the template */
	const char *frame_path;
	const char *style;  /* under the root: "assets/….css" */
	const char *script; /* the same */
	struct page **pages;
	size_t page_count;
	size_t read_count; /* of those, by characters_read */
};

/* --- words.c --- */

bool words_read(struct site *);

/* The words for a key; an unknown key is reported and gives "". */
const char *site_word(struct site *, const struct site_edition *,
		      const char *key);
/* The same with {0}, {1} … replaced. */
const char *site_phrase(struct site *, const struct site_edition *,
			const char *key, const char *const *arguments,
			size_t count);
/* Words in the edition's language, else in any. */
const char *site_name(const struct site_edition *, const struct names *);
const char *site_code(const struct site_edition *);

/* --- page.c --- */

struct page *page_new(struct site *, const struct site_edition *,
		      const char *path);
/* "../" for each folder that the path goes through. */
const char *page_root(struct site *, const struct page *);
/* The words that a search engine shows under the title of the note: its first
 * paragraph. */
const char *page_summary(struct site *, const struct site_edition *);
/* Put each page into the frame and add it to the outputs. */
void pages_save(struct site *);
/* The path of the page with two languages side by side: "zh-en/index.html";
 * NULL if there is one language. `i`: of the edition, from 1. */
const char *parallel_folder(struct site *, size_t i);

/* --- tag.c --- */

/* `<tag class="class">words</tag>` and a line's end. NULL class: none. */
void tag_add(struct text *, const char *tag, const char *class,
	     const char *words);
/* `<a href="href">words</a>`, escaped; with `lang` (or NULL) of the words. */
void link_add(struct text *, const char *href, const char *lang,
	      const char *words);
/* The caption may be NULL. */
void table_add(struct text *, const struct table *, const char *caption);
/* The start of a div that scrolls by itself, as a wide table needs. */
void frame_begin(struct text *, const char *label);
/* Words as a JSON string that may stand in a page: no < inside. */
void json_add(struct text *, const char *words);
/* "12 KB" of a number of bytes, in the edition's language. */
const char *size_words(struct site *, const struct site_edition *, size_t);
/* 16 hexadecimal digits. */
const char *hash_name(struct arena *, const char *bytes, size_t length);

/* --- the pages --- */

void site_write_start(struct site *);		     /* start.c */
void site_write_note(struct site *, size_t edition); /* note.c */
void site_describe_notes(struct site *); /* by the files there are, too */
void site_write_parallel(struct site *, size_t edition); /* parallel.c */
void site_write_figures(struct site *, size_t edition);	 /* figures.c */
void site_write_measures(struct site *, size_t edition); /* measures.c */
void site_write_data(struct site *, size_t edition);	 /* data.c */
void site_write_files(struct site *);			 /* files.c */

/* What changed since the day that the report names; nothing if none. */
void changes_write(struct site *, const struct site_edition *,
		   struct text *); /* changes.c */

/* What a site's pages say of one measure; `measures` is the href of the page
 * of them all. */
void fact_write(struct site *, const struct site_edition *, struct text *,
		const struct measure *, const char *measures); /* fact.c */
/* The facts of each measure that the text names, for the script to show beside
 * a number; without it the number leads to the page of measures. */
void facts_write(struct site *, const struct site_edition *, struct text *,
		 const char *measures);
const char *fact_value(struct site *, const struct site_edition *,
		       const struct measure *);
/* The words for a key of a series, and for its value. */
const char *fact_key(struct site *, const struct site_edition *, enum dimension,
		     int key);
const char *fact_row(struct site *, const struct site_edition *,
		     const struct row *);

/* The formula as a sentence, escaped, in which the names of other measures are
 * links; false if it has none. */
bool formula_write(struct site *, const struct site_edition *, struct text *,
		   const char *formula, const char *measures); /* formula.c */

/* --- basis.c --- */

void basis_find(struct site *);
/* "212 entries of 41 reviews", which leads to the list of these reviews on the
 * page of measures, or bears their bits for the script. */
void basis_write(struct site *, const struct site_edition *, struct text *,
		 const struct measure *, bool is_listed);
/* A link to the file of a review, by its index, from a page one folder down. */
void review_link(const struct site *, struct text *, size_t review);
/* The lists themselves, and all reviews for the script to choose from. */
void basis_write_lists(struct site *, const struct site_edition *,
		       struct text *);
void basis_write_reviews(struct site *, struct text *);

/* --- metadata.c --- */

void metadata_write(struct site *, const struct page *, struct text *);
/* A path of the site under its address if that is known, else from the page. */
const char *page_href(struct site *, const struct page *, const char *path);
void sitemap_write(struct site *);
void codebook_write(struct site *); /* files.c */
void package_write(struct site *);  /* package.c */

/* --- shown.c --- */

/* Note for each font the characters of the pages that have come since the last
 * call: the more there are before the end, the less is left for it. */
void characters_read(struct site *);

/* Give each font the characters that it is to have. */
void characters_collect(struct site *);

/* --- fonts.c, woff.c --- */

/* Make, or take over from the last build, every font; false after messages. */
bool fonts_write(struct site *);
void fonts_add_faces(const struct site *, struct text *style);

struct woff_names {
	const char *family; /* ASCII, as is the licence */
	const char *licence;
	bool is_bold;
	bool is_italic;
};

/* A font file packed as WOFF2 under new names; false if it is not a font. */
bool woff_pack(struct text *, const unsigned char *font, size_t length,
	       const struct woff_names *);

/* --- subset.c --- */

/* The listed face cut down to the characters, packed; false if it
 * cannot be read or is not the listed one. */
struct font_file;
struct font_list;
bool font_pack(struct text *, struct arena *, const struct font_list *,
	       const struct font_file *, const struct characters *,
	       const struct woff_names *);

/* --- copy.c --- */

/* Take over what the outputs hold. */
void products_copy(struct site *);
/* The same of the input; false after messages. */
bool inputs_copy(struct site *);
/* The size of an output by its path, or 0 if there is none. */
size_t output_size(const struct site *, const char *path);

/* --- compress.c --- */

void gzip_pack(struct text *, const char *bytes, size_t length);
void brotli_pack(struct text *, const char *bytes, size_t length);

#endif
