/* A copy of a document with other ids, so that two may share a page. */
/* SPDX-License-Identifier: MIT */
#ifndef SITE_TWIN_H
#define SITE_TWIN_H

#include "document/document.h"

/* Every anchor gets the prefix; references and calls lead to the copies. */
struct document *document_twin(struct arena *, const struct document *,
			       const char *prefix);

#endif
