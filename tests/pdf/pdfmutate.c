/* pdfmutate RULE IN OUT: spoil one thing in a good file. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "spoil.h"

#include <stdio.h>
#include <string.h>

enum {
	STATUS_NOTHING = 3 /* the file has nothing of the kind */
};

static const struct mutation {
	const char *name;
	const char *reach; /* veraPDF's profiles that must fail, or "-" */
	enum rule rule;	   /* that pdfcheck must name */
	spoil *spoil;
} mutations[] = {
    {"alt", "ua1", RULE_FIGURE, spoil_alt},
    {"alt-empty", "ua1", RULE_FIGURE, spoil_alt_empty},
    {"artifact", "ua1", RULE_CONTENT, spoil_artifact},
    {"associated", "3a", RULE_ATTACHMENT, spoil_associated},
    {"bookmark", "-", RULE_OUTLINE, spoil_bookmark},
    {"box", "-", RULE_FIGURE, spoil_box},
    {"cell", "ua1", RULE_TABLE, spoil_cell},
    {"contents", "ua1", RULE_LINK, spoil_contents},
    {"dc-title", "ua1", RULE_TITLE, spoil_dc_title},
    {"destination", "-", RULE_LINK, spoil_destination},
    {"display-title", "ua1", RULE_TITLE, spoil_display_title},
    {"element-language", "-", RULE_LANGUAGE, spoil_element_language},
    {"embedding", "ua1,3a", RULE_FONT, spoil_embedding},
    {"first-heading", "ua1", RULE_HEADING, spoil_first_heading},
    {"heading", "ua1", RULE_HEADING, spoil_heading},
    {"id-tree", "-", RULE_NOTE, spoil_id_tree},
    {"intent", "3a", RULE_INTENT, spoil_intent},
    {"kid", "-", RULE_STRUCTURE, spoil_kid},
    {"kid-repeated", "-", RULE_STRUCTURE, spoil_kid_repeated},
    {"labels", "-", RULE_LABELS, spoil_labels},
    {"language", "ua1", RULE_LANGUAGE, spoil_language},
    {"language-tag", "3a", RULE_LANGUAGE, spoil_language_tag},
    {"list", "ua1", RULE_LIST, spoil_list},
    {"marked", "ua1,3a", RULE_MARKED, spoil_marked},
    {"mcid", "-", RULE_CONTENT, spoil_mcid},
    {"media-type", "3a", RULE_ATTACHMENT, spoil_media_type},
    {"metadata", "ua1,3a", RULE_METADATA, spoil_metadata},
    {"nesting", "ua1", RULE_CONTENT, spoil_nesting},
    {"note-id", "ua1", RULE_NOTE, spoil_note_id},
    {"note-id-shared", "ua1", RULE_NOTE, spoil_note_id_shared},
    {"object-reference", "-", RULE_ANNOTATION, spoil_object_reference},
    {"outline", "-", RULE_OUTLINE, spoil_outline},
    {"parent-pointer", "-", RULE_STRUCTURE, spoil_parent_pointer},
    {"parent-tree", "-", RULE_PARENT, spoil_parent_tree},
    {"pdfaid", "3a", RULE_METADATA, spoil_pdfaid},
    {"pdfuaid", "ua1", RULE_METADATA, spoil_pdfuaid},
    {"print", "3a", RULE_ANNOTATION, spoil_print},
    {"relationship", "3a", RULE_ATTACHMENT, spoil_relationship},
    {"scope", "ua1", RULE_TABLE, spoil_scope},
    {"script", "3a", RULE_ACTION, spoil_script},
    {"struct-parent", "ua1", RULE_PARENT, spoil_struct_parent},
    {"struct-parents", "ua1", RULE_PARENT, spoil_struct_parents},
    {"structure-root", "ua1,3a", RULE_STRUCTURE, spoil_structure_root},
    {"suspects", "ua1", RULE_MARKED, spoil_suspects},
    {"tabs", "ua1", RULE_PAGE, spoil_tabs},
    {"type", "ua1,3a", RULE_TYPE, spoil_type},
    {"unicode", "ua1,3a", RULE_FONT, spoil_unicode},
};

/* The file as written again with nothing spoilt: what is found in the others
 * comes from their faults, not from writing. */
static const struct mutation control = {"none", "-", RULE_FILE, spoil_nothing};

static int
list_print(void)
{
	for (size_t i = 0; i < COUNT(mutations); i++)
		printf("%s\t%s\t%s\n", mutations[i].name, mutations[i].reach,
		       rules[mutations[i].rule].word);
	return 0;
}

static const struct mutation *
mutation_find(const char *name)
{
	for (size_t i = 0; i < COUNT(mutations); i++)
		if (strcmp(mutations[i].name, name) == 0)
			return &mutations[i];
	return strcmp(control.name, name) == 0 ? &control : NULL;
}

/* As the program itself writes. */
static bool
file_write(struct pdf *pdf, const char *path)
{
	if (qpdf_init_write(pdf->qpdf, path) & (QPDF_ERRORS))
		return false;
	qpdf_force_pdf_version(pdf->qpdf, "1.7");
	qpdf_set_deterministic_ID(pdf->qpdf, QPDF_TRUE);
	qpdf_set_object_stream_mode(pdf->qpdf, qpdf_o_generate);
	qpdf_set_newline_before_endstream(pdf->qpdf, QPDF_TRUE);
	return (qpdf_write(pdf->qpdf) & (QPDF_ERRORS)) == 0;
}

static int
file_spoil(struct pdf *pdf, const struct mutation *mutation, const char *path)
{
	struct patient patient = {pdf, structure_read(pdf)};

	if (pdf->findings > 0) {
		fprintf(stderr, "pdfmutate: %s is no good file\n", pdf->name);
		return 2;
	}
	if (!mutation->spoil(&patient))
		return STATUS_NOTHING;
	if (!file_write(pdf, path)) {
		fprintf(stderr, "pdfmutate: cannot write %s\n", path);
		return 2;
	}
	return 0;
}

int
main(int count, char **arguments)
{
	const struct mutation *mutation;
	struct arena *arena;
	struct pdf pdf;
	int status = 2;

	if (count == 2 && strcmp(arguments[1], "--list") == 0)
		return list_print();
	mutation = count == 4 ? mutation_find(arguments[1]) : NULL;
	if (mutation == NULL) {
		fputs("usage: pdfmutate MUTATION IN OUT\n"
		      "       pdfmutate --list\n",
		      stderr);
		return 2;
	}
	arena = arena_new();
	if (pdf_open(&pdf, arena, arguments[2]))
		status = file_spoil(&pdf, mutation, arguments[3]);
	pdf_close(&pdf);
	arena_free(arena);
	return status;
}
