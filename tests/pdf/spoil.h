/* Seeded faults: each spoils one thing in a good file. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PDF_SPOIL_H
#define TESTS_PDF_SPOIL_H

#include "structure.h"

struct patient {
	struct pdf *pdf;
	struct structure structure;
};

/* Each returns false if the file has nothing of the kind to spoil. */
typedef bool spoil(struct patient *);

/* --- spoil_catalog.c --- */
spoil spoil_nothing;
spoil spoil_language;
spoil spoil_language_tag;
spoil spoil_marked;
spoil spoil_suspects;
spoil spoil_display_title;
spoil spoil_metadata;
spoil spoil_pdfuaid;
spoil spoil_pdfaid;
spoil spoil_dc_title;
spoil spoil_intent;
spoil spoil_labels;
spoil spoil_outline;
spoil spoil_bookmark;
spoil spoil_script;
spoil spoil_relationship;
spoil spoil_media_type;
spoil spoil_associated;
spoil spoil_structure_root;

/* --- spoil_structure.c --- */
spoil spoil_alt;
spoil spoil_alt_empty;
spoil spoil_box;
spoil spoil_scope;
spoil spoil_cell;
spoil spoil_heading;
spoil spoil_first_heading;
spoil spoil_type;
spoil spoil_list;
spoil spoil_note_id;
spoil spoil_note_id_shared;
spoil spoil_id_tree;
spoil spoil_element_language;
spoil spoil_kid;
spoil spoil_kid_repeated;
spoil spoil_parent_pointer;
spoil spoil_parent_tree;
spoil spoil_struct_parents;

/* --- spoil_page.c --- */
spoil spoil_tabs;
spoil spoil_contents;
spoil spoil_print;
spoil spoil_object_reference;
spoil spoil_struct_parent;
spoil spoil_destination;
spoil spoil_artifact;
spoil spoil_nesting;
spoil spoil_mcid;
spoil spoil_unicode;
spoil spoil_embedding;

/* The first element of a type in reading order, NULL if there is none. */
struct element *patient_find(const struct patient *, const char *type);
/* Replace a stream's bytes, or make a new one if `stream` is no stream. */
qpdf_oh patient_stream(const struct patient *, qpdf_oh stream,
		       const struct text *bytes);

#endif
