#!/bin/sh
# Execute README's table of rooms against every #include of generator/: a room
# includes itself, the rooms its row names, its row's libraries and libc.
set -eu
cd "$1"

awk -F '|' '
function trim(s) { gsub(/^[ `]+|[ `]+$/, "", s); return s }
# The table: | floor | room | duty | may include | library |
FNR == NR {
	room = trim($3); sub(/\/.*$/, "", room)
	if ($2 ~ /^ *[0-9]+ *$/ && room != "") {
		known[room] = 1; floor[room] = $2 + 0; rooms++
		count = split(trim($5), names, /[ ,]+/)
		for (i = 1; i <= count; i++) may[room, names[i]] = 1
		count = split(trim($6), names, /[ ,]+/)
		for (i = 1; i <= count; i++) library[room, names[i]] = 1
	}
	next
}
function fail(words) { print FILENAME ":" FNR ": " words; faults++ }
function library_of(header) {
	if (header ~ /^libxml\//) return "libxml2"
	if (header ~ /^cmark/) return "cmark"
	if (header ~ /^unicode\//) return "ICU"
	if (header ~ /^pango\//) return "Pango"
	if (header ~ /^(hb|hb-.*)\.h$/) return "HarfBuzz"
	if (header ~ /^(ft2build|freetype\/.*)\.h$/) return "FreeType"
	if (header ~ /^hyphen\.h$/) return "libhyphen"
	if (header ~ /^cairo.*\.h$/) return "cairo"
	if (header ~ /^glib.*\.h$/) return "Pango"
	if (header ~ /^qpdf\//) return "qpdf"
	if (header ~ /^brotli\//) return "brotli"
	if (header == "zlib.h") return "zlib"
	if (header == "png.h") return "libpng"
	if (header == "libdeflate.h") return "libdeflate"
	if (header == "seccomp.h") return "libseccomp"
	return ""
}
FNR == 1 {
	split(FILENAME, parts, "/")
	room = parts[2]
	if (room == "main.c" || room == "draw.c") room = "command"
	if (!(room in known)) fail("room " room " is not in the table")
}
/^#include "/ {
	split($0, quoted, "\"")
	split(quoted[2], parts, "/")
	used = parts[1]
	if (used == room || room == "command") next
	if (!((room, used) in may)) fail(room " may not include " used)
	else if (floor[used] > floor[room]) fail("an arrow upward to " used)
}
/^#include </ {
	header = $0; sub(/^#include </, "", header); sub(/>.*/, "", header)
	name = library_of(header)
	if (name != "" && !((room, name) in library))
		fail(room " is no door for " name)
}
END {
	if (rooms < 10) { print "the table was not found in README.md"; faults++ }
	exit faults > 0
}
' README.md $(find generator -name '*.[ch]' | LC_ALL=C sort)
