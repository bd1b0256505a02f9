/* A file written piece by piece. */
/* SPDX-License-Identifier: MIT */
#include "stream.h"

#include "base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PIECE = 1 << 16 /* [bytes] */
};

static void
stream_fail(struct stream *stream, const char *what)
{
	if (!stream->is_bad)
		message_add(stream->messages, WEIGHT_FAILURE,
			    (struct place){stream->path, 0, 0}, "%s: %s", what,
			    strerror(errno));
	stream->is_bad = true;
}

void
stream_open(struct stream *stream, struct messages *messages,
	    const char *folder, const char *name)
{
	struct text path = {0};

	*stream = (struct stream){.messages = messages, .file = -1};
	text_print(&path, "%s/%s", folder, name);
	stream->path = path.bytes;
	if (mkdir(folder, 0777) != 0 && errno != EEXIST)
		stream_fail(stream, "cannot make folder");
	else if ((stream->file = open(stream->path,
				      O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
				      0666)) < 0)
		stream_fail(stream, "cannot create");
}

static void
stream_drain(struct stream *stream)
{
	const char *at = stream->text.bytes;
	size_t left = stream->text.length;

	while (!stream->is_bad && left > 0) {
		ssize_t put = write(stream->file, at, left);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0) {
			stream_fail(stream, "cannot write");
			break;
		}
		at += put;
		left -= (size_t)put;
	}
	stream->text.length = 0;
}

void
stream_flow(struct stream *stream)
{
	if (stream->text.length >= PIECE)
		stream_drain(stream);
}

bool
stream_close(struct stream *stream)
{
	stream_drain(stream);
	if (stream->file >= 0 && close(stream->file) != 0)
		stream_fail(stream, "cannot write");
	text_free(&stream->text);
	free(stream->path);
	return !stream->is_bad;
}
