/* Paths held to a folder: dots, links and names that begin alike. */
/* SPDX-License-Identifier: MIT */
#include "xml_files.h"

#include "base/path.h"

static void
paths_are_followed_to_their_end(void **state)
{
	static const struct {
		const char *path;
		bool is_inside;
	} cases[] = {
	    {"in", true},
	    {"in/", true},
	    {"in/a", true},
	    {"in/sub/../a", true},
	    {"in/../in/a", true},
	    {"in/sub/link-in", true},
	    {"in/nothing", true}, /* opening it will say so */
	    {"in/link-nowhere", true},
	    {"in/..", false},
	    {".", false},
	    {"in/../secret", false},
	    {"in/sub/../../secret", false},
	    {"inside", false},
	    {"in/link-out", false},
	    {"in/link-folder/secret", false},
	    {"in/link-chain", false},
	    {"/", false},
	    {"/etc/passwd", false},
	};
	struct files files;

	(void)state;
	files_open(&files);
	assert_int_equal(mkdir("in", 0700), 0);
	assert_int_equal(mkdir("in/sub", 0700), 0);
	file_write("in/a", "a");
	file_write("inside", "b");
	file_write("secret", "c");
	assert_int_equal(symlink("../a", "in/sub/link-in"), 0);
	assert_int_equal(symlink("nothing", "in/link-nowhere"), 0);
	assert_int_equal(symlink("../secret", "in/link-out"), 0);
	assert_int_equal(symlink("..", "in/link-folder"), 0);
	assert_int_equal(symlink("link-out", "in/link-chain"), 0);
	for (size_t i = 0; i < COUNT(cases); i++)
		if (path_is_inside("in", cases[i].path) != cases[i].is_inside)
			fail_msg("%s", cases[i].path);
	assert_true(path_is_inside("in/link-folder", "secret"));
	assert_true(path_is_inside("/", "secret"));
	assert_false(path_is_inside("nowhere", "secret"));
	files_close(&files);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(paths_are_followed_to_their_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
