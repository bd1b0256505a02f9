/* Hold two PNGs against each other: pictureproof ONE TWO prints the mean
 * difference of their channels in 0 to 255; sizes may differ by a pixel. */
/* SPDX-License-Identifier: MIT */
#include <cairo.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	USAGE_FAULT = 2,
	CHANNELS = 3
};

struct picture {
	cairo_surface_t *surface;
	const unsigned char *bytes;
	int width, height, stride;
};

static bool
picture_open(struct picture *picture, const char *path)
{
	picture->surface = cairo_image_surface_create_from_png(path);
	if (cairo_surface_status(picture->surface) != CAIRO_STATUS_SUCCESS) {
		fprintf(stderr, "%s: cannot read\n", path);
		return false;
	}
	picture->bytes = cairo_image_surface_get_data(picture->surface);
	picture->width = cairo_image_surface_get_width(picture->surface);
	picture->height = cairo_image_surface_get_height(picture->surface);
	picture->stride = cairo_image_surface_get_stride(picture->surface);
	return true;
}

static double
difference(const struct picture *one, const struct picture *two)
{
	int width = one->width < two->width ? one->width : two->width;
	int height = one->height < two->height ? one->height : two->height;
	double sum = 0;

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++)
			for (int c = 0; c < CHANNELS; c++)
				sum += abs(
				    one->bytes[y * one->stride + 4 * x + c] -
				    two->bytes[y * two->stride + 4 * x + c]);
	return sum / ((double)width * height * CHANNELS);
}

int
main(int count, char **arguments)
{
	struct picture one = {0}, two = {0};
	int status = USAGE_FAULT;

	if (count != 3) {
		fputs("usage: pictureproof ONE TWO\n", stderr);
		return USAGE_FAULT;
	}
	if (!picture_open(&one, arguments[1]) ||
	    !picture_open(&two, arguments[2]))
		goto out;
	if (abs(one.width - two.width) > 1 || abs(one.height - two.height) > 1)
		printf("%d by %d is not %d by %d\n", one.width, one.height,
		       two.width, two.height);
	else
		printf("%.2f\n", difference(&one, &two));
	status = 0;
out:
	cairo_surface_destroy(one.surface);
	cairo_surface_destroy(two.surface);
	return status;
}
