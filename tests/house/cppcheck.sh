#!/bin/sh
# cppcheck.sh ROOT BUILD: cppcheck finds nothing; suppressions.txt says what it
# is told to leave out. It keeps in BUILD what it need not look at again.
set -eu
cd "$1"
mkdir -p "$2/cppcheck"
cppcheck --enable=warning,performance,portability,style --std=c11 --quiet \
	--cppcheck-build-dir="$2/cppcheck" -j 2 -I generator --error-exitcode=1 \
	--library=tests/house/cppcheck.cfg \
	--suppressions-list=tests/house/suppressions.txt \
	generator input/reconstruct
