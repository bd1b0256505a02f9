#!/bin/sh
# The code is as clang-format leaves it.
set -eu
cd "$1"
find generator tests/unit input/reconstruct -name '*.[ch]' | LC_ALL=C sort |
	xargs clang-format --dry-run --Werror
