/* Start tags told to a listener in another thread. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_TOLD_H
#define XML_TOLD_H

#include "xml/plain.h"

struct teller;

/* Begin a thread that listens; NULL if there is none to be had. The listener
 * stays where it is. */
struct teller *teller_new(const struct xml_listener *);

/* Tell of a start tag, of which nothing is borrowed. False if the listener is
 * known to have had enough, or if the values are too long to be told. */
bool tell(struct teller *, const struct xml_start *);

/* Wait until all is heard, and give the teller back; false if the listener had
 * enough. */
bool teller_end(struct teller *);

#endif
