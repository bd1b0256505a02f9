#!/bin/sh
# The six figures of the note by this program and by its peers, in one run:
# charts.sh PROGRAM ROOT [RUNS]. "sh setup.sh bench" installs the peers. They
# draw what this program computed, in English only; it reads the reviews,
# computes, and draws both languages.
set -eu
program=$(realpath "$1")
root=$(realpath "$2")
runs=${3:-15}
here=$root/tests/bench/charts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

for tool in gnuplot node /usr/bin/python3; do
	command -v "$tool" >/dev/null || { echo "$tool is missing: sh setup.sh bench" >&2; exit 3; }
done
[ -d "$here/node_modules/vega" ] || { echo "vega is missing: sh setup.sh bench" >&2; exit 3; }

"$program" charts templates/cosp10 --format data --output "$work/computed" --quiet
data=$work/computed/cosp10/data/figures
for name in ours english pdf both single apart matplotlib vega; do
	mkdir "$work/$name"
done
gnuplot="gnuplot -e 'data=\"$data\"; out=\"$work"
# apart FOLDER TERMINALS: a process a figure, as when each has a script of its own.
apart() {
	printf '%s' "sh -c 'for name in categories1 categories2 chapters2 regions2 chapter2 chapter5; do gnuplot -e \"data=\\\"$data\\\"; out=\\\"$work/$1\\\"; terminals=\\\"$2\\\"; only=\\\"\$name\\\"\" \"$here/figures.gp\" || exit 1; done'"
}
# ours FOLDER OPTIONS: into an empty folder.
ours() {
	printf '%s' "sh -c 'rm -rf \"$work/$1/\"*; exec \"$program\" charts templates/cosp10 --format svg,pdf --output \"$work/$1\" --quiet$2'"
}
/usr/bin/python3 "$here/time.py" "$runs" \
	"gnuplot, pdfcairo: 6 PDF" \
	"$gnuplot/pdf\"; terminals=\"pdfcairo\"' '$here/figures.gp'" \
	"gnuplot, pdfcairo and svg: 6 PDF, 6 SVG" \
	"$gnuplot/both\"; terminals=\"pdfcairo svg\"' '$here/figures.gp'" \
	"gnuplot, pdfcairo, a process a figure: 6 PDF" \
	"$(apart single pdfcairo)" \
	"gnuplot, a process a figure: 6 PDF, 6 SVG" \
	"$(apart apart 'pdfcairo svg')" \
	"rapporteur charts: 12 PDF, 12 SVG" \
	"$(ours ours '')" \
	"rapporteur charts, one language: 6 PDF, 6 SVG" \
	"$(ours english ' --language en')" \
	"matplotlib: 6 PDF, 6 SVG" \
	"/usr/bin/python3 '$here/figures.py' '$data' '$work/matplotlib'" \
	"vega-lite: 6 SVG" \
	"node '$here/figures.mjs' '$data' '$work/vega'"

# None was fast because it drew nothing.
for expected in 'pdf *.pdf 6' 'single *.pdf 6' 'both *.pdf 6' 'both *.svg 6' 'apart *.pdf 6' \
	'apart *.svg 6' 'ours *.pdf 12' 'ours *.svg 12' 'english *.pdf 6' 'english *.svg 6' \
	'matplotlib *.pdf 6' 'matplotlib *.svg 6' 'vega *.svg 6'; do
	set -f
	# shellcheck disable=SC2086 # three words
	set -- $expected
	set +f
	found=$(find "$work/$1" -name "$2" -size +1k | wc -l)
	[ "$found" -eq "$3" ] || { echo "$1: $found of $3 files $2" >&2; exit 1; }
done
[ -z "${KEEP:-}" ] || cp -R "$work/." "$KEEP"
