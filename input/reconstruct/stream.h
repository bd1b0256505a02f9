/* A file written piece by piece, for what is too large to be held. */
/* SPDX-License-Identifier: MIT */
#ifndef RECONSTRUCT_STREAM_H
#define RECONSTRUCT_STREAM_H

#include "base/text.h"

#include <stdbool.h>

struct messages;

/* Zero-initialise. A fault is reported once, and what follows is dropped. */
struct stream {
	struct messages *messages; /* borrowed */
	char *path;		   /* on the heap */
	int file;
	bool is_bad;
	struct text text; /* write here; owned by the stream */
};

/* FOLDER/NAME, with the folder made if it is missing. */
void stream_open(struct stream *, struct messages *, const char *folder,
		 const char *name);
/* Hand on what is in `text` if it is large. */
void stream_flow(struct stream *);
/* False if anything was reported since the file was opened. */
bool stream_close(struct stream *);

#endif
