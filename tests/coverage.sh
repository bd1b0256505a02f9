#!/bin/sh
# coverage.sh BUILD [CTEST OPTION]...: run the ordinary tests with a program
# that counts what it runs, and print for each room of generator/ how many of
# its lines ran; then the lines that no test reaches, by file. Exit status 1 if a test
# failed or a room is under 85 %. The counters are files that the programs map,
# so that neither a signal nor the sandbox loses them.
set -eu
least=85
build=$(cd "$1" && pwd)
shift
rm -rf "$build/profile"
status=0
LLVM_PROFILE_FILE="$build/profile/%m%c.profraw" ctest --test-dir "$build" \
	--output-on-failure -j 2 -E '^(house|source|browser.(site|machines)|pdf)' \
	-LE load "$@" >"$build/coverage.log" 2>&1 ||
	{ grep -aE '\(Failed|Timeout' "$build/coverage.log"; status=1; }

llvm-profdata merge -o "$build/all.profdata" "$build"/profile/*.profraw
# shellcheck disable=SC2046 # no name here has a blank
llvm-cov export "$build/rapporteur" -object "$build/rapporteur-draw.so" \
	$(find "$build/tests" -type f -perm -u+x \
		\( -name 'test_*' -o -name 'fuzz_*' \) -exec echo -object {} +) \
	-instr-profile "$build/all.profdata" -format lcov generator \
	>"$build/lines.info" 2>/dev/null

awk -F '[:,]' -v least=$least '
/^SF:/ {
	file = $2
	sub(/.*\/generator\//, "", file)
	room = index(file, "/") > 0 ? file : "main.c"
	sub(/\/.*/, "/", room)
}
/^DA:/ {
	lines[room]++
	ran[room] += $3 > 0
	if ($3 > 0)
		next
	missing[file]++
	if ($2 == last + 1 && where[file] != "")
		sub(/(-[0-9]+)?$/, "-" $2, where[file])
	else
		where[file] = where[file] " " $2
	last = $2
}
END {
	printf "%-11s %6s %6s %6s\n", "room", "lines", "ran", "%"
	for (room in lines) {
		share = 100 * ran[room] / lines[room]
		printf "%-11s %6d %6d %6.1f\n", room, lines[room], ran[room],
			share | "LC_ALL=C sort"
		all += lines[room]
		all_ran += ran[room]
		low += share < least
	}
	close("LC_ALL=C sort")
	printf "%-11s %6d %6d %6.1f\n", "all", all, all_ran, 100 * all_ran / all
	for (file in missing)
		printf "%4d of %s:%s\n", missing[file], file,
			where[file] | "sort -rn"
	close("sort -rn")
	exit low > 0
}' "$build/lines.info" || status=1
exit $status
