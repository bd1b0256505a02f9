/* Reviews and States as XML, one entry a line. */
/* SPDX-License-Identifier: MIT */
#include "write.h"

#include "base/text.h"

#include <stddef.h>

const char write_namespace[] = " xmlns=\"urn:rapporteur:1\"";

void
write_head(struct text *text, const char *comment)
{
	text_print(text,
		   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		   "<!-- %s -->\n",
		   comment);
}

void
write_review_start(struct text *text, const char *namespace, int state,
		   int cycle, serial completed)
{
	text_print(text, "<review%s state=\"S%03d\" cycle=\"%d\" completed=\"",
		   namespace, state, cycle);
	serial_print(text, completed);
	text_add(text, "\">\n");
}

static void
write_attribute(struct text *text, const char *name, const char *value)
{
	if (value != NULL)
		text_print(text, " %s=\"%s\"", name, value);
}

void
write_entry(struct text *text, const struct written *entry)
{
	text_print(text, "  <%s", entry->kind);
	if (entry->article > 0)
		text_print(text, " article=\"%d\"", entry->article);
	else
		write_attribute(text, "chapter", entry->chapter);
	if (entry->paragraph > 0)
		text_print(text, " paragraph=\"%d\"", entry->paragraph);
	write_attribute(text, "category", entry->category);
	write_attribute(text, "topics", entry->topic);
	text_add(text, "/>\n");
}

void
write_review_end(struct text *text)
{
	text_add(text, "</review>\n");
}

void
write_states_start(struct text *text, const char *comment)
{
	write_head(text, comment);
	text_print(text, "<states%s>\n", write_namespace);
}

void
write_state(struct text *text, int state, const char *region)
{
	text_print(text,
		   "  <state code=\"S%03d\" region=\"%s\">"
		   "<name xml:lang=\"en\">State %d</name>"
		   "<name xml:lang=\"zh\">国家%d</name></state>\n",
		   state, region, state, state);
}

void
write_states_end(struct text *text)
{
	text_add(text, "</states>\n");
}
