/* Entries by what they say: equal sayings share one number. */
/* SPDX-License-Identifier: MIT */
#include "dataset/reading.h"

#include "base/arena.h"

enum {
	SLOTS_LEAST = 1024
};

static struct said
said_pack(const struct entry *entry)
{
	uint64_t provision = (uint64_t)(uint16_t)entry->article |
			     (uint64_t)(uint16_t)entry->category << 16 |
			     (uint64_t)entry->kind << 32 |
			     (uint64_t)entry->chapter << 40 |
			     (uint64_t)entry->paragraph << 48;

	return (struct said){provision, entry->topics};
}

static struct entry
said_unpack(const struct said *said)
{
	return (struct entry){
	    .article = (int16_t)said->provision,
	    .category = (int16_t)(said->provision >> 16),
	    .kind = (uint8_t)(said->provision >> 32),
	    .chapter = (uint8_t)(said->provision >> 40),
	    .paragraph = (uint8_t)(said->provision >> 48),
	    .topics = said->topics,
	};
}

/* A product's low bits know nothing of its factors' high ones. */
static uint64_t
said_hash(const struct said *said)
{
	uint64_t hash = (said->provision ^
			 said->topics * UINT64_C(0xc2b2ae3d27d4eb4f)) *
			UINT64_C(0x9e3779b97f4a7c15);

	hash = (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

static bool
is_same(const struct said *a, const struct said *b)
{
	return a->provision == b->provision && a->topics == b->topics;
}

/* The slot of what was said, or the free one where it belongs. */
static struct saying *
saying_slot(const struct sayings *sayings, const struct said *said,
	    uint64_t hash)
{
	size_t at = hash & (sayings->size - 1);

	while (sayings->slots[at].number != 0 &&
	       !is_same(&sayings->slots[at].said, said))
		at = (at + 1) & (sayings->size - 1);
	return &sayings->slots[at];
}

static void
slots_grow(struct arena *arena, struct sayings *sayings)
{
	struct sayings old = *sayings;

	sayings->size = old.size == 0 ? SLOTS_LEAST : old.size * 4;
	sayings->slots = arena_array(arena, sayings->size,
				     sizeof(*sayings->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].number != 0)
			*saying_slot(
			    sayings, &old.slots[i].said,
			    said_hash(&old.slots[i].said)) = old.slots[i];
}

static uint32_t
saying_number(struct reading *reading, const struct heard *heard)
{
	struct dataset *data = reading->data;
	struct saying *slot = saying_slot(&reading->sayings, &heard->said,
					  heard->hash);

	if (slot->number == 0) {
		ARENA_PUSH(reading->arena, data->sayings, data->saying_count,
			   said_unpack(&heard->said));
		slot->said = heard->said;
		slot->number = (uint32_t)data->saying_count;
	}
	return slot->number - 1;
}

/* Pieces, as an array that grows would be copied again and again. */
static void
entry_append(struct reading *reading, uint32_t number)
{
	size_t piece = reading->entry_count / ENTRIES_PIECE;

	if (piece == reading->piece_count)
		ARENA_PUSH(
		    reading->arena, reading->entries, reading->piece_count,
		    arena_array(reading->arena, ENTRIES_PIECE, sizeof(number)));
	reading->entries[piece][reading->entry_count++ % ENTRIES_PIECE] =
	    number;
}

void
entries_settle(struct reading *reading)
{
	struct sayings *sayings = &reading->sayings;

	for (size_t i = 0; i < sayings->heard_count; i++) {
		if (reading->data->saying_count * 4 >= sayings->size * 3)
			slots_grow(reading->scratch, sayings);
		entry_append(reading,
			     saying_number(reading, &sayings->heard[i]));
	}
	sayings->heard_count = 0;
}

/* The table is large and asked at random: a slot is called for early and used
 * some entries later, when it has come from memory. */
void
entry_keep(struct reading *reading, const struct entry *entry)
{
	struct sayings *sayings = &reading->sayings;
	struct heard *heard = &sayings->heard[sayings->heard_count++];

	heard->said = said_pack(entry);
	heard->hash = said_hash(&heard->said);
	if (sayings->size > 0)
		__builtin_prefetch(
		    &sayings->slots[heard->hash & (sayings->size - 1)]);
	if (sayings->heard_count == COUNT(sayings->heard))
		entries_settle(reading);
}
