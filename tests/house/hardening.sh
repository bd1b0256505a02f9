#!/bin/sh
# hardening.sh PROGRAM MODULE: the release binaries may stand anywhere in memory,
# their tables of addresses are read-only once they run, their stacks hold no
# code and are guarded, and the C library checks the sizes that the compiler
# knows. The program loads nothing that only the module needs.
set -eu
faults=0

# look WHAT PATTERN READELF-OPTION
look() {
	readelf -W "$3" "$binary" | grep -Eq "$2" || {
		echo "$binary: no $1"
		faults=1
	}
}
for binary in "$1" "$2"; do
	look "position-independent code" 'Type: +DYN' -h
	look "read-only relocations" 'GNU_RELRO' -l
	look "binding at start" 'FLAGS_1.*NOW' -d
	look "stack without code" 'GNU_STACK .* RW +0x' -l
	look "guard of the stack" '__stack_chk_fail' --dyn-syms
	look "checked calls of the C library" '__(v?snprintf|v?fprintf|memcpy|read)_chk' --dyn-syms
done
heavy='NEEDED.*lib(cairo|pango|glib|gobject|harfbuzz|fontconfig|hyphen|qpdf|deflate|png|brotli)'
binary=$2
look "library that draws: look for others here" "$heavy" -d
if readelf -W -d "$1" | grep -E "$heavy"; then
	echo "$1: loads what only drawing needs"
	faults=1
fi
exit $faults
