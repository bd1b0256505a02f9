#!/bin/sh
# tidy.sh ROOT BUILD [deep]: clang-tidy finds nothing in generator/ of what
# .clang-tidy asks; what was not compiled since it last found nothing is not
# looked at again. As a test its analyzer looks into each function by itself;
# deep, as `sh setup.sh analyse` has it, also along the calls, which takes
# twenty times as long. Clang does not know all of GCC's flags.
set -eu
cd "$1"
build=$2
mode=${3:-shallow}
good=$build/tidy.$mode
touch "$good.new"
[ ! "$good" -nt .clang-tidy ] || newer="-newer $good"
# shellcheck disable=SC2086 # two words or none
files=$(find "$build/CMakeFiles" -path '*/generator/*.c.o' ${newer:-} |
	sed 's|.*\.dir/||; s|\.o$|$|' | LC_ALL=C sort)
[ -n "$files" ] || exit 0
# shellcheck disable=SC2086 # a list of words
run-clang-tidy -quiet -j 2 -p "$build" -extra-arg=-Xclang \
	-extra-arg=-analyzer-config -extra-arg=-Xclang \
	-extra-arg="mode=$mode" \
	-extra-arg=-Wno-ignored-optimization-argument $files >"$good.log" 2>&1 || {
	grep -aE 'error:|warning:' "$good.log" | LC_ALL=C sort -u
	exit 1
}
grep -c '^clang-tidy' "$good.log"
mv "$good.new" "$good"
