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
    [SHAPE_REVIEWS] = {.name = "reviews", .children = BIT(SHAPE_REVIEW)},
    [SHAPE_REVIEW] = {.name = "review",
		      .attributes = REVIEW,
		      .required = REVIEW,
		      .children = BIT(SHAPE_NEED) | BIT(SHAPE_CHALLENGE) |
				  BIT(SHAPE_PRACTICE),
		      .has_place = true},
    [SHAPE_NEED] = {.name = "need",
		    .attributes = PROVISION,
		    .required = BIT(ATTRIBUTE_CATEGORY),
		    .children = BIT(SHAPE_TEXT)},
    [SHAPE_CHALLENGE] = {.name = "challenge",
			 .attributes = PROVISION,
			 .children = BIT(SHAPE_TEXT)},
    [SHAPE_PRACTICE] = {.name = "practice",
			.attributes = PROVISION,
			.children = BIT(SHAPE_TEXT)},
    [SHAPE_TEXT] = {.name = "text",
		    .attributes = BIT(ATTRIBUTE_LANGUAGE),
		    .has_words = true},
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
