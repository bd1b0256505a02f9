/* Figures: caption above, picture, notes and source below, never parted. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/strip.h"

/* "Figure IV" on a line of its own, the caption under it. */
void
caption_add(struct collector *collector, struct strips *strips,
	    const struct node *node, struct element_node *caption)
{
	double width = collector->width;
	struct block block = {
	    .kind = KIND_CAPTION,
	    .width = width,
	    .owner = node->anchor,
	    .keep_with_next = true,
	    .keep_together = true,
	};

	if (node->counter != NULL) {
		string_add(collector, strips, caption, ROLE_SPAN,
			   KIND_CAPTION_NUMBER, node->counter, 0, width);
		strips->items[strips->count - 1].shape.keep = true;
	}
	block.words = words_collect(collector, node, caption, KIND_CAPTION,
				    node->counter != NULL);
	block_add(collector, strips, &block);
}

void
source_add(struct collector *collector, struct strips *strips,
	   const struct figure *figure, struct element_node *parent)
{
	double width = collector->width;

	for (size_t i = 0; i < figure->note_count; i++)
		string_add(collector, strips, parent, ROLE_P, KIND_SOURCE,
			   figure->notes[i], 0, width);
	string_add(collector, strips, parent, ROLE_P, KIND_SOURCE,
		   figure->source, 0, width);
}

static void
scene_add(struct collector *collector, struct strips *strips,
	  const struct figure *figure, struct element_node *parent)
{
	const struct scene *scene = figure->scene;
	double gap = collector->style->figure.gap;
	struct element_node *element = element_open(collector, parent,
						    ROLE_FIGURE);
	struct strip strip = {
	    .shape = {.heights = {scene->height}, .above = gap, .below = gap},
	    .boxed = element,
	    .area = {0, 0, scene->width, scene->height},
	};

	element->alt = figure->description;
	element->has_box = true;
	strip_add_ink(collector, &strip,
		      (struct page_ink){
			  .kind = PAGE_SCENE,
			  .width = scene->width,
			  .height = scene->height,
			  .scene = scene,
			  .element = element,
		      });
	strips_append(collector, strips, strip);
}

void
figure_collect(struct collector *collector, const struct node *node,
	       struct element_node *parent)
{
	const struct style *style = collector->style;
	const struct figure *figure = node->figure;
	struct element_node *group, *caption;
	struct strips parts = {0};
	struct strip strip = {
	    .shape =
		{
		    .above = style->figure.above,
		    .below = style->figure.below,
		    .stretch = style->figure.stretch,
		    .is_float = true,
		},
	};

	if (figure == NULL || figure->scene == NULL)
		return;
	group = element_open(collector, parent, ROLE_DIV);
	caption = element_open(collector, group, ROLE_CAPTION);
	caption_add(collector, &parts, node, caption);
	scene_add(collector, &parts, figure, group);
	source_add(collector, &parts, figure, group);
	strip_add_key(collector, &strip, node);
	strip.shape.heights[0] = strip_absorb(collector, &strip, &parts, 0, 0);
	strips_begin_block(collector, &collector->flow);
	strips_append(collector, &collector->flow, strip);
}
