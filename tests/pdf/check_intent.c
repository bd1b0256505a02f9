/* The output intent and its profile (A 6.2.3; ICC.1:2001-04, 6.1). */
/* SPDX-License-Identifier: MIT */
#include "checks.h"

#include <string.h>

enum {
	PROFILE_HEADER = 128,
	TAG_SIZE = 12 /* signature, offset, length */
};

static size_t
number_at(const struct text *profile, size_t at)
{
	const unsigned char *bytes = (unsigned char *)profile->bytes + at;

	return (size_t)bytes[0] << 24 | (size_t)bytes[1] << 16 |
	       (size_t)bytes[2] << 8 | bytes[3];
}

static bool
has_word(const struct text *profile, size_t at, const char *word)
{
	return memcmp(profile->bytes + at, word, 4) == 0;
}

static bool
tags_are_inside(const struct text *profile)
{
	size_t count = number_at(profile, PROFILE_HEADER);

	if (count == 0 ||
	    count > (profile->length - PROFILE_HEADER - 4) / TAG_SIZE)
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t entry = PROFILE_HEADER + 4 + i * TAG_SIZE;
		size_t at = number_at(profile, entry + 4);
		size_t length = number_at(profile, entry + 8);

		if (at > profile->length || length > profile->length - at)
			return false;
	}
	return true;
}

static const char *
profile_fault(const struct text *profile, long long channels)
{
	static const char *const spaces[] = {
	    [1] = "GRAY", [3] = "RGB ", [4] = "CMYK"};

	if (profile->length < PROFILE_HEADER + 4)
		return "is too short";
	if (number_at(profile, 0) != profile->length)
		return "says another length";
	if (!has_word(profile, 36, "acsp"))
		return "has no signature";
	if (!has_word(profile, 12, "mntr") && !has_word(profile, 12, "prtr"))
		return "is for neither a display nor a printer";
	if ((channels != 1 && channels != 3 && channels != 4) ||
	    !has_word(profile, 16, spaces[channels]))
		return "has another number of channels than /N";
	return tags_are_inside(profile) ? NULL : "has a tag outside of itself";
}

static void
intent_check(struct pdf *pdf, qpdf_oh intent)
{
	qpdf_oh stream = pdf_key(pdf, intent, "/DestOutputProfile");
	struct text profile = {0};
	long long channels;

	if (!pdf_is(pdf, pdf_key(pdf, intent, "/S"), "/GTS_PDFA1"))
		finding(pdf, RULE_INTENT, "is not for PDF/A");
	if (pdf_words(pdf, pdf_key(pdf, intent,
				   "/OutputConditionIdentifier")) == NULL)
		finding(pdf, RULE_INTENT, "has no name");
	pdf_integer(pdf, pdf_key(pdf, stream, "/N"), &channels);
	if (!pdf_stream(pdf, stream, &profile))
		finding(pdf, RULE_INTENT, "has no profile");
	else if (profile_fault(&profile, channels) != NULL)
		finding(pdf, RULE_INTENT, "the profile %s",
			profile_fault(&profile, channels));
	text_free(&profile);
}

void
check_intent(struct pdf *pdf)
{
	qpdf_oh intents = pdf_key(pdf, pdf->root, "/OutputIntents");

	if (pdf_count(pdf, intents) == 1)
		intent_check(pdf, pdf_item(pdf, intents, 0));
	else
		finding(pdf, RULE_INTENT, "the catalog has not exactly one");
}
