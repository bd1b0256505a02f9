#!/bin/sh
# The PDFs: PDF/UA-1 and PDF/A-3a by veraPDF, sound by qpdf, small enough, and
# read alike by two programs that share no code.
. "$(dirname "$0")/begin.sh"

# How often each character stands in what is read. Ghostscript knows of no
# hyphen that is only of the line.
characters() {
	sed 's/\xc2\xad/-/g; s/\xc2\xa0//g; s/[[:space:]]//g' |
		LC_ALL=C.UTF-8 grep -o . | LC_ALL=C sort | uniq -c
}

copy_report
run out || fail "build"
for language in en zh zh-en; do
	file=out/cosp10/note.$language.pdf
	qpdf --check "$file" >check 2>&1 || { fail "qpdf: $file"; cat check; }
	pdffonts "$file" | tail -n +3 | awk '$(NF-4) != "yes" { exit 1 }' ||
		fail "$file: a font is not embedded"
done
for file in out/cosp10/*.pdf out/cosp10/figures/*.pdf; do
	pdftotext -raw "$file" - | characters >poppler
	gs -q -dNOPAUSE -dBATCH -sDEVICE=txtwrite -sOutputFile=- "$file" |
		characters >ghostscript
	[ -s poppler ] || fail "$file: no text"
	cmp -s poppler ghostscript || {
		fail "$file: Ghostscript reads something else"
		diff poppler ghostscript | head -n 20
	}
done
# At most 300 KB without the attached data.
qpdf --remove-attachment=measures.tsv --remove-attachment=entries.csv \
	out/cosp10/note.zh.pdf bare.pdf || fail "the data are not attached"
[ "$(wc -c <bare.pdf)" -le 307200 ] ||
	fail "note.zh.pdf has $(wc -c <bare.pdf) bytes without attachments"
sh "$root/tests/tools/validate.sh" ua1,3a out/cosp10/note.en.pdf \
	out/cosp10/note.zh.pdf out/cosp10/note.zh-en.pdf || fail "veraPDF"
end
