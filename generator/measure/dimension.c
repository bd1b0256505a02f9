/* The tables of a dataset by dimension, and sets of their keys. */
/* SPDX-License-Identifier: MIT */
#include "measure/dimension.h"

#include "base/arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const dimension_names[] = {
    [DIMENSION_ARTICLE] = "article",	 [DIMENSION_CHAPTER] = "chapter",
    [DIMENSION_CATEGORY] = "category",	 [DIMENSION_TOPIC] = "topic",
    [DIMENSION_REGION] = "region",	 [DIMENSION_STATE] = "state",
    [DIMENSION_CYCLE] = "cycle",	 [DIMENSION_YEAR] = "year",
    [DIMENSION_PROVISION] = "provision",
};
static_assert(COUNT(dimension_names) == DIMENSIONS, "all dimensions named");

const char *
dimension_name(enum dimension dimension)
{
	return dimension_names[dimension];
}

enum dimension
dimension_find(const char *name)
{
	enum dimension i = 0;

	while (i < DIMENSIONS && strcmp(dimension_names[i], name) != 0)
		i++;
	return i;
}

size_t
dimension_count(const struct dataset *dataset, enum dimension dimension)
{
	switch (dimension) {
	case DIMENSION_ARTICLE:
		return dataset->article_count;
	case DIMENSION_CHAPTER:
		return dataset->chapter_count;
	case DIMENSION_CATEGORY:
		return dataset->category_count;
	case DIMENSION_TOPIC:
		return dataset->topic_count;
	case DIMENSION_REGION:
		return dataset->region_count;
	case DIMENSION_STATE:
		return dataset->state_count;
	case DIMENSION_CYCLE:
		return dataset->cycle_count;
	case DIMENSION_YEAR:
	case DIMENSION_PROVISION:
		return 0;
	case DIMENSIONS:
		break;
	}
	abort();
}

const struct term *
dimension_term(const struct dataset *dataset, enum dimension dimension, int key)
{
	switch (dimension) {
	case DIMENSION_ARTICLE:
		return &dataset->articles[key].term;
	case DIMENSION_CHAPTER:
		return &dataset->chapters[key].term;
	case DIMENSION_CATEGORY:
		return &dataset->categories[key].term;
	case DIMENSION_TOPIC:
		return &dataset->topics[key].term;
	case DIMENSION_REGION:
		return &dataset->regions[key].term;
	case DIMENSION_STATE:
		return &dataset->states[key].term;
	case DIMENSION_CYCLE:
		return &dataset->cycles[key].term;
	case DIMENSION_YEAR:
	case DIMENSION_PROVISION:
		return NULL;
	case DIMENSIONS:
		break;
	}
	abort();
}

const char *
dimension_code(const struct dataset *dataset, enum dimension dimension, int key,
	       char buffer[KEY_BYTES])
{
	const struct term *term = dimension_term(dataset, dimension, key);
	struct provision provision;

	if (term != NULL)
		return term->code;
	if (dimension == DIMENSION_PROVISION) {
		provision = provision_of(key);
		snprintf(buffer, KEY_BYTES, "%d(%d)",
			 dataset->articles[provision.article].number,
			 provision.paragraph);
	} else {
		snprintf(buffer, KEY_BYTES, "%d", key);
	}
	return buffer;
}

int
provision_key(struct provision provision)
{
	return provision.article * PARAGRAPHS + provision.paragraph;
}

struct provision
provision_of(int key)
{
	return (struct provision){key / PARAGRAPHS, key % PARAGRAPHS};
}

struct key_set
key_set_new(struct arena *arena, size_t count)
{
	return (struct key_set){
	    arena_array(arena, count / 64 + 1, sizeof(uint64_t))};
}
