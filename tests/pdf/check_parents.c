/* Each mark is owned exactly once, and the parent tree leads back to its
 * owner (PDF 14.7.4.4). */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "checks.h"

#include <stdlib.h>

/* An element's claim to a mark. */
struct claim {
	size_t page;
	long long mcid;
	const struct element *element;
};

struct claims {
	struct claim *items; /* sorted by page, then MCID */
	size_t count;
};

static int
claim_compare(const void *a, const void *b)
{
	const struct claim *left = a, *right = b;

	if (left->page != right->page)
		return left->page < right->page ? -1 : 1;
	return (left->mcid > right->mcid) - (left->mcid < right->mcid);
}

static struct claims
claims_collect(struct pdf *pdf, const struct structure *structure)
{
	struct claims claims = {0};

	for (size_t i = 0; i < structure->count; i++) {
		const struct element *element = structure->elements[i];

		for (size_t j = 0; j < element->kid_count; j++) {
			const struct kid *kid = &element->kids[j];
			struct claim claim = {kid->page, kid->mcid, element};

			if (kid->kind == KID_CONTENT)
				ARENA_PUSH(pdf->arena, claims.items,
					   claims.count, claim);
		}
	}
	if (claims.count > 0)
		qsort(claims.items, claims.count, sizeof(*claims.items),
		      claim_compare);
	return claims;
}

static const struct claim *
claim_find(const struct claims *claims, size_t page, long long mcid)
{
	struct claim key = {.page = page, .mcid = mcid};

	if (claims->count == 0)
		return NULL;
	return bsearch(&key, claims->items, claims->count,
		       sizeof(*claims->items), claim_compare);
}

static void
claims_check(struct pdf *pdf, const struct claims *claims,
	     const struct page_content *contents)
{
	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->items[i];

		if (mark_find(&contents[claim->page], claim->mcid) == NULL)
			finding(pdf, RULE_STRUCTURE,
				"%s holds MCID %lld, which is not there "
				"(page %zu)",
				element_name(pdf, claim->element), claim->mcid,
				claim->page + 1);
		if (i > 0 && claim_compare(claim - 1, claim) == 0)
			finding(pdf, RULE_STRUCTURE,
				"%s holds MCID %lld, and so does %s (page %zu)",
				element_name(pdf, claim->element), claim->mcid,
				element_name(pdf, claim[-1].element),
				claim->page + 1);
	}
}

/* The way there and the way back of one mark. */
static void
mark_check(struct pdf *pdf, const struct claims *claims, size_t page,
	   const struct mark *mark, qpdf_oh parents)
{
	const struct claim *claim = claim_find(claims, page, mark->mcid);
	int id = 0;

	if (mark->mcid >= 0 && mark->mcid < (long long)pdf_count(pdf, parents))
		id = pdf_id(pdf, pdf_item(pdf, parents, (size_t)mark->mcid));
	if (claim == NULL)
		finding(pdf, RULE_STRUCTURE,
			"no element holds MCID %lld (page %zu)", mark->mcid,
			page + 1);
	else if (id == 0 || id != claim->element->id)
		finding(pdf, RULE_PARENT,
			"MCID %lld leads to object %d, not to %s (page %zu)",
			mark->mcid, id, element_name(pdf, claim->element),
			page + 1);
}

/* UA 7.1: the tag of the content need not be its element's type, but a file
 * that says two things is suspect. */
static void
tag_check(struct pdf *pdf, const struct claims *claims, size_t page,
	  const struct mark *mark)
{
	const struct claim *claim = claim_find(claims, page, mark->mcid);

	if (claim != NULL && !element_is(claim->element, mark->tag))
		finding(pdf, RULE_CONTENT,
			"MCID %lld is marked as %s, not as %s (page %zu)",
			mark->mcid, mark->tag,
			element_name(pdf, claim->element), page + 1);
}

static void
page_check(struct pdf *pdf, const struct claims *claims, size_t page,
	   const struct page_content *content, const struct pairs *tree)
{
	long long number;
	const qpdf_oh *found = NULL;
	qpdf_oh parents;

	if (pdf_integer(pdf, pdf_key(pdf, pdf->pages[page], "/StructParents"),
			&number))
		found = pairs_number(tree, number);
	if (found == NULL && content->count > 0)
		finding(pdf, RULE_PARENT,
			"the tree has no entry for this page (page %zu)",
			page + 1);
	parents = found == NULL ? qpdf_oh_new_null(pdf->qpdf) : *found;
	for (size_t i = 0; i < content->count; i++) {
		mark_check(pdf, claims, page, &content->marks[i], parents);
		tag_check(pdf, claims, page, &content->marks[i]);
	}
	for (size_t i = 0; i < pdf_count(pdf, parents); i++)
		if (pdf_id(pdf, pdf_item(pdf, parents, i)) != 0 &&
		    mark_find(content, (long long)i) == NULL)
			finding(pdf, RULE_PARENT,
				"MCID %zu is not on the page (page %zu)", i,
				page + 1);
}

void
check_parents(struct pdf *pdf, const struct structure *structure,
	      const struct page_content *contents)
{
	struct claims claims;
	struct pairs tree;

	if (structure->root == NULL)
		return;
	claims = claims_collect(pdf, structure);
	tree = pdf_number_tree(
	    pdf, RULE_PARENT,
	    pdf_key(pdf, structure->root->object, "/ParentTree"));
	claims_check(pdf, &claims, contents);
	for (size_t i = 0; i < pdf->page_count; i++)
		page_check(pdf, &claims, i, &contents[i], &tree);
}
