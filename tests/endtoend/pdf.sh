#!/bin/sh
# The PDFs: PDF/UA-1 and PDF/A-3a by veraPDF, sound by qpdf, small enough.
. "$(dirname "$0")/begin.sh"

copy_report
run out || fail "build"
for language in en zh zh-en; do
	file=out/cosp10/note.$language.pdf
	qpdf --check "$file" >check 2>&1 || { fail "qpdf: $file"; cat check; }
	pdffonts "$file" | tail -n +3 | awk '$(NF-4) != "yes" { exit 1 }' ||
		fail "$file: a font is not embedded"
done
# At most 300 KB without the attached data.
qpdf --remove-attachment=measures.tsv --remove-attachment=entries.csv \
	out/cosp10/note.zh.pdf bare.pdf || fail "the data are not attached"
[ "$(wc -c <bare.pdf)" -le 307200 ] ||
	fail "note.zh.pdf has $(wc -c <bare.pdf) bytes without attachments"
sh "$root/tests/tools/validate.sh" ua1,3a out/cosp10/note.en.pdf \
	out/cosp10/note.zh.pdf out/cosp10/note.zh-en.pdf || fail "veraPDF"
end
