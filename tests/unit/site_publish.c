/* A site published version by version: linked, packed, carried, taken back. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/file.h"
#include "site/site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
	LONG_PAGE = 5000, /* [bytes] */
	SHORT_PAGE = 100
};

struct desk {
	struct arena *arena;
	struct messages messages;
	struct publication publication;
	const char *version;
	FILE *said;
	char *words;
	size_t length;
	char folder[64];
};

/* --- the desk --- */

static int
desk_open(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	desk->arena = arena_new();
	desk->said = open_memstream(&desk->words, &desk->length);
	desk->messages.out = desk->said;
	strcpy(desk->folder, "/tmp/rapporteur-test.XXXXXX");
	assert_non_null(mkdtemp(desk->folder));
	desk->publication = (struct publication){
	    .from = arena_print(desk->arena, "%s/site", desk->folder),
	    .target = arena_print(desk->arena, "%s/www", desk->folder),
	    .keep = 3};
	*state = desk;
	return 0;
}

static int
desk_close(void **state)
{
	struct desk *desk = *state;
	char *command = arena_print(desk->arena, "rm -rf %s", desk->folder);
	int status = system(command);

	fclose(desk->said);
	free(desk->words);
	arena_free(desk->arena);
	free(desk);
	return status;
}

static const char *
in(struct desk *desk, const char *path)
{
	return arena_print(desk->arena, "%s/%s", desk->folder, path);
}

static void
folder_make(struct desk *desk, const char *path)
{
	assert_int_equal(mkdir(in(desk, path), 0777), 0);
}

/* A file of so many letters. */
static void
file_make(struct desk *desk, const char *path, char letter, size_t length)
{
	FILE *file = fopen(in(desk, path), "we");

	assert_non_null(file);
	for (size_t i = 0; i < length; i++)
		assert_int_equal(fputc(letter, file), letter);
	assert_int_equal(fclose(file), 0);
}

/* A site of two pages, one short, a style sheet and a font. */
static void
site_make(struct desk *desk)
{
	folder_make(desk, "site");
	folder_make(desk, "site/en");
	folder_make(desk, "site/assets");
	file_make(desk, "site/index.html", 'i', SHORT_PAGE);
	file_make(desk, "site/en/index.html", 'e', LONG_PAGE);
	file_make(desk, "site/assets/1.css", 'c', LONG_PAGE);
	file_make(desk, "site/assets/f.woff2", 'f', LONG_PAGE);
}

static bool
publish(struct desk *desk)
{
	return site_publish(desk->arena, &desk->messages, &desk->publication,
			    &desk->version);
}

static bool
roll_back(struct desk *desk)
{
	return site_roll_back(desk->arena, &desk->messages,
			      desk->publication.target, &desk->version);
}

static bool
is_there(struct desk *desk, const char *path)
{
	return access(in(desk, path), F_OK) == 0;
}

static ino_t
file_identity(struct desk *desk, const char *path)
{
	struct stat status;

	assert_int_equal(stat(in(desk, path), &status), 0);
	return status.st_ino;
}

/* Every byte of the file, unpacked if it is packed, is the letter. */
static void
assert_letters(struct desk *desk, const char *path, char letter, size_t length)
{
	char bytes[LONG_PAGE + 1];
	gzFile file = gzopen(in(desk, path), "r");

	assert_non_null(file);
	assert_int_equal(gzread(file, bytes, sizeof(bytes)), length);
	for (size_t i = 0; i < length; i++)
		assert_int_equal(bytes[i], letter);
	assert_int_equal(gzclose(file), Z_OK);
}

static void
assert_served(struct desk *desk, const char *version)
{
	char link[256] = {0};

	assert_true(readlink(in(desk, "www"), link, sizeof(link) - 1) > 0);
	assert_string_equal(
	    link, arena_print(desk->arena, "www.versions/%s", version));
}

static void
assert_said(struct desk *desk, const char *words)
{
	fflush(desk->said);
	assert_non_null(strstr(desk->words, words));
}

/* --- publishing --- */

static void
test_first_version(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	assert_true(publish(desk));
	assert_string_equal(desk->version, "000001");
	assert_served(desk, "000001");
	assert_letters(desk, "www/index.html", 'i', SHORT_PAGE);
	assert_letters(desk, "www/en/index.html", 'e', LONG_PAGE);
	assert_letters(desk, "www/en/index.html.gz", 'e', LONG_PAGE);
	assert_true(file_identity(desk, "www/en/index.html.gz") !=
		    file_identity(desk, "www/en/index.html"));
	assert_true(is_there(desk, "www/en/index.html.br"));
	assert_false(is_there(desk, "www.versions/.new"));
}

static void
test_packs_what_gains(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	assert_true(publish(desk));
	assert_false(is_there(desk, "www/index.html.gz"));
	assert_false(is_there(desk, "www/assets/f.woff2.gz"));
	assert_true(is_there(desk, "www/assets/1.css.gz"));
}

static void
test_links_what_is_as_it_was(void **state)
{
	struct desk *desk = *state;
	ino_t page, packed, style;

	site_make(desk);
	assert_true(publish(desk));
	page = file_identity(desk, "www/en/index.html");
	packed = file_identity(desk, "www/en/index.html.gz");
	style = file_identity(desk, "www/assets/1.css");
	file_make(desk, "site/assets/1.css", 'd', LONG_PAGE);
	assert_true(publish(desk));
	assert_served(desk, "000002");
	assert_true(file_identity(desk, "www/en/index.html") == page);
	assert_true(file_identity(desk, "www/en/index.html.gz") == packed);
	assert_true(file_identity(desk, "www/assets/1.css") != style);
	assert_letters(desk, "www/assets/1.css.gz", 'd', LONG_PAGE);
	assert_letters(desk, "www.versions/000001/assets/1.css", 'c',
		       LONG_PAGE);
}

/* A reader of the page before still finds its style sheet, and does until its
 * version goes. */
static void
test_carries_assets(void **state)
{
	struct desk *desk = *state;

	desk->publication.keep = 2;
	site_make(desk);
	assert_true(publish(desk));
	assert_int_equal(unlink(in(desk, "site/assets/1.css")), 0);
	file_make(desk, "site/assets/2.css", 'd', LONG_PAGE);
	assert_true(publish(desk));
	assert_letters(desk, "www/assets/1.css", 'c', LONG_PAGE);
	assert_letters(desk, "www/assets/1.css.gz", 'c', LONG_PAGE);
	assert_letters(desk, "www/assets/2.css", 'd', LONG_PAGE);
	assert_true(publish(desk));
	assert_true(publish(desk));
	assert_false(is_there(desk, "www/assets/1.css"));
	assert_true(is_there(desk, "www/assets/2.css"));
}

static void
test_keeps_so_many(void **state)
{
	struct desk *desk = *state;

	desk->publication.keep = 2;
	site_make(desk);
	for (int i = 0; i < 4; i++)
		assert_true(publish(desk));
	assert_string_equal(desk->version, "000004");
	assert_false(is_there(desk, "www.versions/000001"));
	assert_false(is_there(desk, "www.versions/000002"));
	assert_false(is_there(desk, "www.versions/000002.assets"));
	assert_true(is_there(desk, "www.versions/000003.assets"));
	assert_true(is_there(desk, "www.versions/000003/index.html"));
}

static void
test_slash_and_empty_folder(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	folder_make(desk, "www");
	desk->publication.target = in(desk, "www//");
	assert_true(publish(desk));
	assert_served(desk, "000001");
}

/* What a publication that was killed left behind is no hindrance. */
static void
test_after_one_was_killed(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	folder_make(desk, "www.versions");
	folder_make(desk, "www.versions/.new");
	folder_make(desk, "www.versions/.new/en");
	file_make(desk, "www.versions/.new/en/half.html", 'h', SHORT_PAGE);
	file_make(desk, "www.versions/000001.assets", 'h', SHORT_PAGE);
	assert_int_equal(symlink("nowhere", in(desk, "www.versions/.link")), 0);
	assert_true(publish(desk));
	assert_served(desk, "000001");
	assert_false(is_there(desk, "www/en/half.html"));
}

/* --- going back --- */

static void
test_back(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	assert_true(publish(desk));
	file_make(desk, "site/index.html", 'j', SHORT_PAGE);
	assert_true(publish(desk));
	assert_true(roll_back(desk));
	assert_string_equal(desk->version, "000001");
	assert_served(desk, "000001");
	assert_letters(desk, "www/index.html", 'i', SHORT_PAGE);
	assert_false(roll_back(desk));
	assert_said(desk, "there is no version to go back to");
	assert_int_equal(messages_exit_status(&desk->messages), 2);
	assert_served(desk, "000001");
}

static void
test_keeps_only_the_served(void **state)
{
	struct desk *desk = *state;

	desk->publication.keep = 1;
	site_make(desk);
	assert_true(publish(desk));
	assert_true(publish(desk));
	assert_served(desk, "000002");
	assert_false(is_there(desk, "www.versions/000001"));
	assert_false(roll_back(desk));
	assert_served(desk, "000002");
}

/* --- what is refused --- */

static void
test_foreign_folder(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	folder_make(desk, "www");
	file_make(desk, "www/mine", 'm', SHORT_PAGE);
	assert_false(publish(desk));
	assert_said(desk, "was not published by this program");
	assert_int_equal(messages_exit_status(&desk->messages), 2);
	assert_letters(desk, "www/mine", 'm', SHORT_PAGE);
}

static void
test_foreign_link(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	assert_int_equal(symlink("site", in(desk, "www")), 0);
	assert_false(publish(desk));
	assert_said(desk, "was not published by this program");
	assert_letters(desk, "site/index.html", 'i', SHORT_PAGE);
}

static void
test_one_at_a_time(void **state)
{
	struct desk *desk = *state;
	int lock;

	site_make(desk);
	assert_true(publish(desk));
	lock = open(in(desk, "www.versions/.lock"), O_RDWR | O_CLOEXEC);
	assert_true(lock >= 0);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	assert_false(publish(desk));
	assert_false(roll_back(desk));
	assert_said(desk, "another publication is under way");
	assert_int_equal(messages_exit_status(&desk->messages), 3);
	assert_int_equal(close(lock), 0);
	assert_true(publish(desk));
	assert_served(desk, "000002");
}

/* Half a site is never served. */
static void
test_site_that_cannot_be_read(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	assert_true(publish(desk));
	assert_int_equal(symlink("nowhere", in(desk, "site/en/lost.html")), 0);
	assert_false(publish(desk));
	assert_said(desk, "en/lost.html: ");
	assert_served(desk, "000001");
	desk->publication.from = in(desk, "absent");
	assert_false(publish(desk));
	assert_served(desk, "000001");
	assert_letters(desk, "www/index.html", 'i', SHORT_PAGE);
}

static void
test_no_folder_to_publish_in(void **state)
{
	struct desk *desk = *state;

	site_make(desk);
	desk->publication.target = in(desk, "absent/www");
	assert_false(publish(desk));
	assert_said(desk, "cannot make folder");
	assert_int_equal(messages_exit_status(&desk->messages), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)
	    TEST(test_first_version),
	    TEST(test_packs_what_gains),
	    TEST(test_links_what_is_as_it_was),
	    TEST(test_carries_assets),
	    TEST(test_keeps_so_many),
	    TEST(test_slash_and_empty_folder),
	    TEST(test_after_one_was_killed),
	    TEST(test_back),
	    TEST(test_keeps_only_the_served),
	    TEST(test_foreign_folder),
	    TEST(test_foreign_link),
	    TEST(test_one_at_a_time),
	    TEST(test_site_that_cannot_be_read),
	    TEST(test_no_folder_to_publish_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
