/* How narrow a paragraph can be set, by how far it is parted. */
/* SPDX-License-Identifier: MIT */
#include "typeset/pair.h"

#include <math.h>
#include <stdlib.h>

/* True if the line may end behind the piece. */
static bool
piece_parts(const struct piece *piece, enum parting parting)
{
	if (piece->penalty == PENALTY_NEVER)
		return false;
	switch (parting) {
	case PARTING_NEVER:
		return false;
	case PARTING_WORDS:
		return !(piece->hyphen > 0) && piece->penalty < PENALTY_DASH;
	case PARTING_DASHES:
	case PARTING_ONCE:
		return !(piece->hyphen > 0);
	case PARTING_ALWAYS:
		return true;
	}
	abort();
}

/* Pieces from `first` on that stay together. */
static size_t
part_length(const struct piece *pieces, size_t count, enum parting parting)
{
	size_t length = 1;

	while (length < count && !piece_parts(&pieces[length - 1], parting))
		length++;
	return length;
}

static double
part_width(const struct piece *pieces, size_t length)
{
	double width = pieces[length - 1].width;

	for (size_t i = 0; i + 1 < length; i++)
		width += pieces[i].width + pieces[i].glue.width;
	return width;
}

/* … if it is hyphenated where that makes its longer half shortest. */
static double
part_halved(const struct piece *pieces, size_t length)
{
	double whole = part_width(pieces, length), least = whole, left = 0;

	for (size_t i = 0; i + 1 < length; i++) {
		const struct piece *piece = &pieces[i];
		double right;

		left += piece->width;
		right = whole - left - piece->glue.width;
		if (piece_parts(piece, PARTING_ALWAYS))
			least = fmin(least, fmax(left + piece->hyphen, right));
		left += piece->glue.width;
	}
	return least;
}

static double
segment_narrowest(const struct piece *pieces, size_t count,
		  enum parting parting)
{
	double widest = 0;

	while (count > 0) {
		size_t length = part_length(pieces, count, parting);
		double width = parting == PARTING_ONCE
				   ? part_halved(pieces, length)
				   : part_width(pieces, length);

		if (parting == PARTING_ALWAYS && length < count)
			width += pieces[length - 1].hyphen;
		widest = fmax(widest, width);
		pieces += length;
		count -= length;
	}
	return widest;
}

double
paragraph_narrowest(const struct paragraph *paragraph, enum parting parting)
{
	double widest = 0;

	for (size_t i = 0; i < paragraph->segment_count; i++) {
		const struct segment *segment = &paragraph->segments[i];

		widest = fmax(widest, segment_narrowest(
					  paragraph->pieces + segment->piece,
					  segment->piece_count, parting));
	}
	return widest;
}
