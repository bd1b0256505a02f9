/* Read name and number trees into arrays (PDF 7.9.6 and 7.9.7). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "pdf.h"

#include <string.h>

struct reading {
	struct pdf *pdf;
	enum rule rule;
	const char *leaf; /* "/Names" or "/Nums" */
	bool has_names;
	struct pairs pairs;
	size_t
	    visited; /* nodes: a tree that refers to itself comes to an end */
};

/* Keys ascend, by byte or by number. */
static void
pair_add(struct reading *now, struct pair pair)
{
	const struct pair *last = now->pairs.count == 0
				      ? NULL
				      : &now->pairs.items[now->pairs.count - 1];

	if (last != NULL && (now->has_names ? strcmp(last->name, pair.name) >= 0
					    : last->number >= pair.number))
		finding(now->pdf, now->rule, "%s is not in order",
			now->leaf + 1);
	ARENA_PUSH(now->pdf->arena, now->pairs.items, now->pairs.count, pair);
}

static void
leaves_read(struct reading *now, qpdf_oh leaves)
{
	struct pdf *pdf = now->pdf;
	size_t count = pdf_count(pdf, leaves);

	if (count % 2 != 0)
		finding(pdf, now->rule, "%s has a key without a value",
			now->leaf + 1);
	for (size_t i = 0; i + 1 < count; i += 2) {
		qpdf_oh key = pdf_item(pdf, leaves, i);
		struct pair pair = {.value = pdf_item(pdf, leaves, i + 1)};
		bool good;

		pair.name = now->has_names ? pdf_string(pdf, key) : NULL;
		good = now->has_names ? pair.name != NULL
				      : pdf_integer(pdf, key, &pair.number);
		if (good)
			pair_add(now, pair);
		else
			finding(pdf, now->rule, "%s has a key of another kind",
				now->leaf + 1);
	}
}

static void
node_read(struct reading *now, qpdf_oh node, int depth)
{
	qpdf_oh kids = pdf_key(now->pdf, node, "/Kids");
	size_t count = pdf_count(now->pdf, kids);

	if (depth > TREE_DEPTH_MOST || now->visited++ > OBJECTS_MOST) {
		if (now->visited <= OBJECTS_MOST)
			finding(now->pdf, now->rule, "%s is too deep",
				now->leaf + 1);
		now->visited = OBJECTS_MOST + 1;
		return;
	}
	leaves_read(now, pdf_key(now->pdf, node, now->leaf));
	for (size_t i = 0; i < count && now->visited <= OBJECTS_MOST; i++)
		node_read(now, pdf_item(now->pdf, kids, i), depth + 1);
}

struct pairs
pdf_name_tree(struct pdf *pdf, enum rule rule, qpdf_oh tree)
{
	struct reading now = {pdf, rule, "/Names", true, {NULL, 0}, 0};

	node_read(&now, tree, 0);
	return now.pairs;
}

struct pairs
pdf_number_tree(struct pdf *pdf, enum rule rule, qpdf_oh tree)
{
	struct reading now = {pdf, rule, "/Nums", false, {NULL, 0}, 0};

	node_read(&now, tree, 0);
	return now.pairs;
}

const qpdf_oh *
pairs_number(const struct pairs *pairs, long long number)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (pairs->items[i].number == number)
			return &pairs->items[i].value;
	return NULL;
}
