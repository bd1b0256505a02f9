/* The report's data as files of its own and as attachments of the note. */
/* SPDX-License-Identifier: MIT */
#ifndef COMMAND_DATA_H
#define COMMAND_DATA_H

#include "command/job.h"
#include "pdf/pdf.h"

enum {
	ATTACHMENTS = 2
};

/* Add manifest.json, measures.tsv, measures.json and entries.csv to the
 * outputs: they are of no edition. */
void data_write(struct job *, size_t edition);

/* Make and pack what every PDF of the note carries with it, once for all: the
 * measures and the entries behind them. It adds to the job's `shared` alone and
 * may be done beside whatever only reads the job. */
void data_pack(struct job *);

/* The same, described in the edition's language. */
const struct pdf_attachment *data_attachments(struct job *,
					      const struct edition *);

#endif
