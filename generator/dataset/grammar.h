/* The shape of a file of reviews, as numbers and bits. */
/* SPDX-License-Identifier: MIT */
#ifndef DATASET_GRAMMAR_H
#define DATASET_GRAMMAR_H

#include "xml/plain.h"

enum shape {
	SHAPE_REVIEWS,
	SHAPE_REVIEW,
	SHAPE_NEED,
	SHAPE_CHALLENGE,
	SHAPE_PRACTICE,
	SHAPE_TEXT,
	SHAPES
};

enum attribute {
	ATTRIBUTE_STATE,
	ATTRIBUTE_CYCLE,
	ATTRIBUTE_COMPLETED,
	ATTRIBUTE_ARTICLE,
	ATTRIBUTE_PARAGRAPH,
	ATTRIBUTE_CHAPTER,
	ATTRIBUTE_TOPICS,
	ATTRIBUTE_CATEGORY,
	ATTRIBUTE_LANGUAGE,
	ATTRIBUTES
};

/* What input/schema/dataset.xsd says of files of reviews: the unit test
 * dataset_grammar holds the two against each other. */
extern const struct xml_grammar review_grammar;

#endif
