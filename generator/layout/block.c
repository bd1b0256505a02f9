/* Set blocks of words as strips, a line each. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/text.h"
#include "layout/strip.h"

/* Where a line of some type lies in a strip. */
struct fall {
	double height;	    /* the leading */
	double baseline;    /* from the top */
	double top, bottom; /* of the letters */
};

static struct fall
fall_of(struct collector *collector, enum kind kind)
{
	struct type type = style_type(collector->style, kind,
				      collector->is_han);
	double ascent = typeset_ascent(collector->typeset, &type);
	double descent = typeset_descent(collector->typeset, &type);
	struct fall fall = {
	    .height = style_leading(collector->style, kind, collector->is_han)};

	fall.top = (fall.height - ascent - descent) / 2;
	fall.baseline = fall.top + ascent;
	fall.bottom = fall.baseline + descent;
	return fall;
}

/* The stretches of the line that are in one link are one box to click on. */
static void
line_links_add(struct collector *collector, struct strip *strip,
	       const struct line *line, double x, const struct fall *fall)
{
	for (size_t i = 0; i < line->count; i++) {
		const struct piece *piece = line->runs[i].owner;
		double left = line->runs[i].x, right = left;
		size_t last = i;

		if (piece == NULL || piece->target == NULL)
			continue;
		for (; last < line->count; last++) {
			const struct piece *other = line->runs[last].owner;

			if (other == NULL || other->target != piece->target)
				break;
			right = line->runs[last].x + line->runs[last].width;
		}
		i = last - 1;
		if (right > left)
			strip_add_link(collector, strip,
				       (struct box){x + left, fall->top,
						    right - left,
						    fall->bottom - fall->top},
				       piece->target);
	}
}

static void
line_add(struct collector *collector, struct strip *strip,
	 const struct line *line, double x, const struct fall *fall)
{
	x += line->x;
	for (size_t i = 0; i < line->count; i++) {
		const struct glyph_run *run = &line->runs[i];
		const struct piece *piece = run->owner;
		struct page_ink ink = {
		    .kind = PAGE_GLYPHS,
		    .x = x,
		    .y = fall->baseline,
		    .width = run->width,
		    .glyphs = run,
		    .element = piece->element,
		};

		strip_add_ink(collector, strip, ink);
		strip_add_key(collector, strip, piece->key);
		if (piece->note > 0)
			strip_add_note(collector, strip, piece->note - 1);
	}
	line_links_add(collector, strip, line, x, fall);
}

/* The number beside the first line, and a space that only readers of the text
 * meet. */
static void
label_add(struct collector *collector, struct strip *strip,
	  const struct block *block, const struct fall *fall)
{
	struct type type = style_type(collector->style, block->kind,
				      collector->is_han);
	const struct line *line;
	double x = block->label_x;

	if (block->label_type != NULL)
		type = *block->label_type;
	line = typeset_line(collector->typeset, collector->messages,
			    arena_print(collector->arena, "%s ", block->label),
			    &type, collector->is_han, collector->document->tag);
	if (block->label_is_right)
		x -= line->width;
	for (size_t i = 0; i < line->count; i++)
		strip_add_ink(collector, strip,
			      (struct page_ink){
				  .kind = PAGE_GLYPHS,
				  .x = x,
				  .y = fall->baseline,
				  .width = line->runs[i].width,
				  .glyphs = &line->runs[i],
				  .element = block->label_element,
			      });
	if (block->label_target != NULL)
		strip_add_link(collector, strip,
			       (struct box){x, fall->top, line->width,
					    fall->bottom - fall->top},
			       block->label_target);
}

static struct lines
block_set(struct collector *collector, const struct block *block)
{
	const struct kind_style *kind = &collector->style->kinds[block->kind];
	struct setting setting = {
	    .runs = block->words.runs,
	    .count = block->words.count,
	    .width = block->width,
	    .indent = block->indent,
	    .alignment = kind->alignment,
	    .is_han = collector->is_han,
	    .is_hyphenated = block->is_hyphenated ||
			     kind->alignment == ALIGN_JUSTIFY,
	    .language = collector->document->tag,
	    .units = collector->style->units,
	};

	if (setting.count == 0)
		return (struct lines){0};
	return typeset_paragraph(collector->arena, collector->messages,
				 collector->typeset, &setting);
}

/* Two lines at least on either side of a page's end. */
static bool
line_is_kept(const struct block *block, size_t line, size_t count)
{
	if (line + 1 == count)
		return block->keep_with_next;
	return block->keep_together || line == 0 || line + 2 == count;
}

/* Keep what the line is, for who prints pages. */
static void
line_note(struct collector *collector, struct strip *strip,
	  const struct block *block, const struct lines *lines, size_t i,
	  double baseline)
{
	const struct line *line = &lines->items[i];
	struct page_line noted = {
	    .kind = kind_name(block->kind),
	    .owner = block->owner == NULL ? "-" : block->owner,
	    .x = block->x + line->x,
	    .y = baseline,
	    .ratio = line->ratio,
	    .is_first = i == 0,
	    .is_last = i + 1 == lines->count,
	};
	struct text words = {0};

	for (size_t j = 0; j < line->count; j++)
		text_add_bytes(&words, line->runs[j].text,
			       line->runs[j].length);
	noted.length = words.length;
	noted.text = arena_copy_bytes(collector->arena, text_string(&words),
				      words.length);
	text_free(&words);
	ARENA_PUSH(collector->arena, strip->lines, strip->line_count, noted);
}

void
block_add(struct collector *collector, struct strips *strips,
	  const struct block *block)
{
	const struct kind_style *kind = &collector->style->kinds[block->kind];
	struct fall fall = fall_of(collector, block->kind);
	struct lines lines = block_set(collector, block);
	size_t count = lines.count == 0 ? 1 : lines.count;

	strips_begin_block(collector, strips);
	for (size_t i = 0; i < count; i++) {
		struct strip strip = {.shape = {.heights = {fall.height}}};

		strip.shape.keep = line_is_kept(block, i, count);
		if (i == 0) {
			strip_add_key(collector, &strip, block->key);
			if (block->label != NULL)
				label_add(collector, &strip, block, &fall);
		}
		if (i < lines.count) {
			line_add(collector, &strip, &lines.items[i], block->x,
				 &fall);
			line_note(collector, &strip, block, &lines, i,
				  fall.baseline);
		}
		if (i < lines.count && lines.items[i].is_hyphenated)
			strip.shape.penalty = collector->style->costs.hyphen;
		if (i == 0) {
			strip.shape.above = kind->above;
			strip.shape.stretch = kind->stretch;
		}
		if (i + 1 == count)
			strip.shape.below = kind->below;
		strips_append(collector, strips, strip);
	}
}

void
string_add(struct collector *collector, struct strips *strips,
	   struct element_node *parent, enum role role, enum kind kind,
	   const char *string, double x, double width)
{
	struct block block = {.kind = kind, .x = x, .width = width};

	if (string == NULL || *string == '\0') {
		strips_begin_block(collector, strips);
		return;
	}
	block.words = words_plain(collector, string,
				  element_open(collector, parent, role), kind);
	block_add(collector, strips, &block);
}
