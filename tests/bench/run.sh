#!/bin/sh
# run.sh BUILD [ROUNDS]: the program against its peers and against what cannot be
# avoided, in one run, as Markdown. BUILD is a release build with its target
# "bench"; setup.sh bench makes it and installs the peers. A peer that is not
# installed is named and passed over.
set -eu
build=$(realpath "$1")
rounds=${2:-9}
here=$(dirname "$(realpath "$0")")
root=$(realpath "$here/../..")
program=$build/rapporteur
bench=$build/tests/bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

has() {
	command -v "$1" >/dev/null && return
	echo "$1 is not installed: passed over" >&2
	return 1
}

# row NAME COMMAND...: one more line of the group; no word may hold a blank.
row() {
	name=$1
	shift
	printf '%s\t%s\n' "$name" "$*" >>"$work/list"
}

# group TITLE ROUNDS REFERENCE: run the rows in turn and print them beside the
# row that they are held against.
group() {
	"$bench/bench_timer" "$2" <"$work/list" >"$work/times"
	rm "$work/list"
	printf '\n%s (%s rounds)\n\n' "$1" "$2"
	printf '| | least, ms | median, ms | greatest, ms | processor, ms | memory, MB | to "%s" |\n' "$3"
	printf '| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n'
	awk -F '\t' -v reference="$3" '
		NR == FNR { if ($1 == reference) base = $3; next }
		$2 == "failed" { printf "| %s | failed | | | | | |\n", $1; next }
		{ printf "| %s | %.1f | %.1f | %.1f | %.1f | %.0f | %.2f |\n",
		  $1, $2, $3, $4, $5, $6 / 1024, (base > 0 ? $3 / base : 0) }
		' "$work/times" "$work/times"
}

version() {
	printf '%s\n' "- $*"
}

versions() {
	version "date: $(date -u +%F); $(nproc) processors: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1); $(uname -sm)"
	version "$("$program" --version), $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo 'no revision')"
	version "libxml2 $(pkg-config --modversion libxml-2.0), Cairo $(pkg-config --modversion cairo), Pango $(pkg-config --modversion pango), HarfBuzz $(pkg-config --modversion harfbuzz)"
	[ -z "$typst" ] || version "typst-ts-node-compiler $(sed -n 's/.*"@myriaddreamin.*": "\(.*\)".*/\1/p' "$here/package.json") (Typst 0.14), node $(node --version)"
	[ -z "$xelatex" ] || version "$(pandoc --version | head -n 1), $(xelatex --version | head -n 1)"
	[ -z "$lxml" ] || version "lxml $($lxml -c 'import lxml; print(lxml.__version__)')"
}

typst='' xelatex='' lxml=''
[ -d "$here/node_modules/@myriaddreamin" ] && has node && typst=yes
has pandoc && has xelatex && xelatex=yes
for python in /usr/bin/python3 python3; do
	[ -n "$lxml" ] || ! "$python" -c 'import lxml' 2>/dev/null || lxml=$python
done
[ -n "$typst" ] || echo "typst is not installed: passed over" >&2
[ -n "$lxml" ] || echo "lxml is not installed: passed over" >&2
versions

# --- the note ---
"$program" build templates/cosp10 --output "$work/output" --quiet
cp -r "$work/output/cosp10/figures" "$work/figures"
for language in en zh; do
	"$program" build templates/cosp10 --language "$language" --print document \
		--output "$work/output" >"$work/document"
	[ -n "$typst" ] || continue
	node "$here/convert.js" typst "$language" figures 'Liberation Serif,Noto Serif CJK SC' \
		<"$work/document" >"$work/note.$language.typ"
	node "$here/convert.js" markdown "$language" "$work/figures" <"$work/document" >"$work/note.$language.md"
	node "$here/convert.js" text "$language" <"$work/document" >"$work/note.$language.txt"
done
printf '\\XeTeXlinebreaklocale "zh"\n\\XeTeXlinebreakskip = 0pt plus 1pt\n' >"$work/zh.tex"
printf '#set document(date: none)\nx\n' >"$work/empty.typ"
typst_row() {
	row "$1" node "$here/typst.js" "$work" "$root/fonts" "$work/$2.typ" "$work/$2.typst.pdf"
}
build_row() {
	name=$1
	shift
	row "$name" "$program" build templates/cosp10 --output "$work/output" --quiet "$@"
}
build_row 'whole build'
[ -z "$typst" ] || typst_row 'Typst, Chinese PDF' note.zh
[ -z "$typst" ] || typst_row 'Typst, English PDF' note.en
[ -z "$typst" ] || typst_row 'Typst, an empty document' empty
build_row 'Chinese PDF' --format pdf --language zh
build_row 'English PDF' --format pdf --language en
build_row 'HTML' --format html
build_row 'site' --format site
group '**The note.** The whole build: three PDFs, HTML, figures, data, site; the output is there from the build before.' "$rounds" 'Typst, Chinese PDF'
if [ -n "$typst" ]; then
	awk -F '\t' '{ ms[$1] = $3 } END {
		printf "\nTypst less an empty document: Chinese %.1f ms, English %.1f ms. ", ms["Typst, Chinese PDF"] - ms["Typst, an empty document"], ms["Typst, English PDF"] - ms["Typst, an empty document"]
		printf "The Chinese PDF takes %.2f of that, the English %.2f.\n",
			ms["Chinese PDF"] / (ms["Typst, Chinese PDF"] - ms["Typst, an empty document"]), ms["English PDF"] / (ms["Typst, English PDF"] - ms["Typst, an empty document"]) }' "$work/times"
	node "$here/typst.js" "$work" "$root/fonts" "$work/note.zh.typ" "$work/note.zh.typst.pdf" --clock |
		awk -F '\t' '{ printf "Inside the process, once: node %s ms, fonts %s ms, compilation and export %s ms.\n", $1, $2, $3 }'
	printf 'Bytes of the PDF, ours (with attachments) and theirs: zh %s and %s, en %s and %s.\n' \
		"$(wc -c <"$work/output/cosp10/note.zh.pdf")" "$(wc -c <"$work/note.zh.typst.pdf")" \
		"$(wc -c <"$work/output/cosp10/note.en.pdf")" "$(wc -c <"$work/note.en.typst.pdf")"
fi
if [ -n "$xelatex" ] && [ -n "$typst" ]; then
	pandoc_row() {
		name=$1
		language=$2
		shift 2
		row "$name" pandoc "$work/note.$language.md" -o "$work/note.$language.tex.pdf" \
			--pdf-engine=xelatex -V "mainfontoptions=Path=$root/fonts/" "$@"
	}
	pandoc_row 'pandoc with XeLaTeX, Chinese PDF' zh -H "$work/zh.tex" -V mainfont=NotoSerifCJK-Regular.ttc -V mainfontoptions=FontIndex=2
	pandoc_row 'pandoc with XeLaTeX, English PDF' en -V mainfont=LiberationSerif-Regular.ttf
	build_row 'whole build'
	group '**The note by TeX**' 3 'whole build'
fi

# --- the floors of setting ---
if [ -n "$typst" ]; then
	floor_row() {
		row "$1" "$bench/bench_floor_page" "$2" "$root/fonts/$3" "$4" "$work/note.$5.txt"
	}
	floor_row 'Chinese text shaped once' shape NotoSerifCJK-Regular.ttc 2 zh
	floor_row 'and its glyphs written once' draw NotoSerifCJK-Regular.ttc 2 zh
	floor_row 'English text shaped once' shape LiberationSerif-Regular.ttf 0 en
	floor_row 'and its glyphs written once, English' draw LiberationSerif-Regular.ttf 0 en
	build_row 'Chinese PDF' --format pdf --language zh
	build_row 'English PDF' --format pdf --language en
	group '**Floors of setting**, a process each: HarfBuzz and Cairo with the same text and one font, subset first' "$rounds" 'and its glyphs written once'
fi

# --- start ---
row '--version' "$program" --version
row 'check' "$program" check templates/cosp10 --quiet
row 'measures' "$program" measures templates/cosp10
group '**Start**' "$rounds" '--version'

# --- reading ---
sh "$here/reports.sh" "$work/reports" "$root"
reviews=$(echo input/cosp10/reviews/*.xml)
row "libxml2, bare SAX2" "$bench/bench_floor_parse" "$reviews"
row "read and checked" "$bench/bench_stage_read" input/schema/dataset.xsd input/cosp10
group '**The 257 files of the reference data**' 21 'libxml2, bare SAX2'

mkdir -p "$work/input/cosp10"
cp -r input/schema "$work/input/"
cp -r input/cosp10/. "$work/input/cosp10/"
scale() {
	rm -rf "$work/input/scale"
	mkdir -p "$work/input/scale/reviews"
	"$build/reconstruct" --scale 2000 "$1" --one-file "$work/input/scale"
	file=$work/input/scale/reviews/all.xml
	size=$(($(wc -c <"$file") / 1000000))
	row 'libxml2, bare SAX2' "$bench/bench_floor_parse" "$file"
	row 'read and checked' "$bench/bench_stage_read" input/schema/dataset.xsd "$work/input/scale"
	row 'to 58 measures' "$program" measures "$work/reports/scale" --templates "$work/reports" --input "$work/input"
}
scale 1000000
! has xmllint || row 'xmllint --stream' xmllint --stream --noout "$file"
[ -z "$lxml" ] || row 'lxml, needs by article' "$lxml" "$here/count.py" "$file"
group "**A million needs** of 2,000 States in one file of $size MB" "$rounds" 'libxml2, bare SAX2'
scale 10000000
group "**Ten million needs** in one file of $size MB" 1 'libxml2, bare SAX2'
rm -rf "$work/input/scale"

# --- long reports ---
for report in pages50 pages500 figures30 figures300; do
	row "$report" "$program" build "$work/reports/$report" --templates "$work/reports" \
		--input "$work/input" --output "$work/output" --format pdf --quiet
done
group '**Long reports**, PDF' 3 pages50
if has pdfinfo; then
	for report in pages50 pages500 figures30 figures300; do
		printf '%s: %s pages. ' "$report" "$(pdfinfo "$work/output/$report/note.en.pdf" | sed -n 's/Pages: *//p')"
	done
	echo
fi

printf '\n**The figures** (tests/bench/charts.sh)\n\n'
sh "$here/charts.sh" "$program" "$root" 7 || echo "not measured"
