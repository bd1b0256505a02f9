/* The shape of a file of reviews: what the schema says of it, in bits. */
/* SPDX-License-Identifier: MIT */
#include "dataset/grammar.h"

#include "base/arena.h"

#include <assert.h>

#define BIT(index) (UINT32_C(1) << (index))

/* Of every entry, whatever it is. */
#define PROVISION                                                              \
	(BIT(ATTRIBUTE_ARTICLE) | BIT(ATTRIBUTE_PARAGRAPH) |                   \
	 BIT(ATTRIBUTE_CHAPTER) | BIT(ATTRIBUTE_TOPICS) |                      \
	 BIT(ATTRIBUTE_CATEGORY))
#define REVIEW                                                                 \
	(BIT(ATTRIBUTE_STATE) | BIT(ATTRIBUTE_CYCLE) | BIT(ATTRIBUTE_COMPLETED))

static const struct xml_shape shapes[] = {
    [SHAPE_REVIEWS] = {"reviews", 0, 0, BIT(SHAPE_REVIEW), false},
    [SHAPE_REVIEW] = {"review", REVIEW, REVIEW,
		      BIT(SHAPE_NEED) | BIT(SHAPE_CHALLENGE) |
			  BIT(SHAPE_PRACTICE),
		      false},
    [SHAPE_NEED] = {"need", PROVISION, BIT(ATTRIBUTE_CATEGORY), BIT(SHAPE_TEXT),
		    false},
    [SHAPE_CHALLENGE] = {"challenge", PROVISION, 0, BIT(SHAPE_TEXT), false},
    [SHAPE_PRACTICE] = {"practice", PROVISION, 0, BIT(SHAPE_TEXT), false},
    [SHAPE_TEXT] = {"text", BIT(ATTRIBUTE_LANGUAGE), 0, 0, true},
};
static_assert(COUNT(shapes) == SHAPES, "every shape is here");

static const char *const attributes[] = {
    [ATTRIBUTE_STATE] = "state",	 [ATTRIBUTE_CYCLE] = "cycle",
    [ATTRIBUTE_COMPLETED] = "completed", [ATTRIBUTE_ARTICLE] = "article",
    [ATTRIBUTE_PARAGRAPH] = "paragraph", [ATTRIBUTE_CHAPTER] = "chapter",
    [ATTRIBUTE_TOPICS] = "topics",	 [ATTRIBUTE_CATEGORY] = "category",
    [ATTRIBUTE_LANGUAGE] = "xml:lang",
};
static_assert(COUNT(attributes) == ATTRIBUTES, "every attribute is here");

const struct xml_grammar review_grammar = {
    .shapes = shapes,
    .shape_count = SHAPES,
    .roots = BIT(SHAPE_REVIEWS) | BIT(SHAPE_REVIEW),
    .attributes = attributes,
    .attribute_count = ATTRIBUTES,
};
