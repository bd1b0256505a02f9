/* The report as a folder of pages that any web server can serve. */
/* SPDX-License-Identifier: MIT */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "base/file.h"
#include "html/html.h"
#include "language/language.h"
#include "measure/measure.h"

/* A language of the site. */
struct site_edition {
	const struct document *document; /* filled, its figures drawn */
	const struct language *language;
	struct html_words words;
	const char *method; /* a Markdown file on the data, or NULL */
};

/* A number or a claim that was another on the earlier day. */
struct site_change {
	const struct measure *measures[2]; /* then and now; or NULL */
	const struct claim *claims[2];	   /* then and now; or NULL */
	size_t review_count;		   /* that made the difference */
};

/* What the reviews of a cycle held, then and now. */
struct site_cycle {
	const struct term *cycle;
	size_t reviews[2];
	size_t entries[2][ENTRY_KINDS];
};

/* What the data of an earlier day gave, held against what they give now. */
struct site_changes {
	day since;
	const struct site_cycle *cycles;
	size_t cycle_count;
	const size_t *reviews; /* that came since: indices in the dataset */
	size_t review_count;
	const struct site_change *items; /* measures, then claims */
	size_t count;
	const char *const *figures; /* ids of those drawn from such measures */
	size_t figure_count;
};

/* All borrowed; folders without a slash at their end. */
struct site_source {
	const char *id;	      /* of the report */
	const char *address;  /* URL where the site will stand, ending in a
				 slash; or NULL: not known */
	const char *template; /* folder: frame.html, site.xml, style.css, … */
	const char *schema;   /* folder of the grammars */
	const char *fonts;    /* folder of the pinned fonts */
	const char *input;    /* folder of the reviews */
	const char *output;   /* folder of the last build: its fonts may be
				 taken over */
	day date;
	const struct dataset *dataset;
	const struct measures *measures;
	const struct site_changes *changes;  /* or NULL: no day was named */
	const struct site_edition *editions; /* the first: the original */
	size_t edition_count;
};

/* The site under way. Its files, all under "site/", go to the outputs; links
 * are relative; nothing is asked from elsewhere. The source is borrowed to the
 * end. What site_begin makes needs none of the other products; site_end also
 * takes over what the outputs hold by then: the note, its figures and its data.
 * NULL and false after messages; a site that was begun must be ended, whatever
 * there was to say. */
struct site;
struct site *site_begin(struct arena *, struct messages *,
			const struct site_source *, struct outputs *);
bool site_end(struct site *);

/* After the outputs are saved: remove what stands in the site's folder and is
 * none of them, such as the style sheet of an earlier build. */
void site_prune(struct arena *, const struct outputs *);

/* --- publishing: publish.c --- */

struct publication {
	const char *from;   /* folder of the site */
	const char *target; /* what the web server serves: a symbolic link */
	int keep;	    /* versions, the one that is served included */
};

/* Put the site into a new numbered folder of TARGET.versions, with .gz and .br
 * beside its text files, then let the link point there in one step. What did
 * not change since the last version is linked and not written; what carries its
 * hash in its name is carried over from the versions kept, so that a page that
 * is being read finds what it asks for. Killed at any moment, TARGET is the old
 * site or the new. *version is the folder's name. False after messages. */
bool site_publish(struct arena *, struct messages *, const struct publication *,
		  const char **version);

/* Let the link point to the version before the one it points to. */
bool site_roll_back(struct arena *, struct messages *, const char *target,
		    const char **version);

#endif
