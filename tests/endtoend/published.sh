#!/bin/sh
# Every published value that the data confirms stands in its paragraph, in each
# language's manner of writing, in the page and in the PDF (published.tsv); and
# both languages hold the same measures with the same values in each paragraph.
. "$(dirname "$0")/begin.sh"

copy_report
run out || fail "build"

# The words of each numbered paragraph of a page, one line a paragraph, "N<tab>words".
paragraphs() {
	tr '\n' ' ' <"$1" | sed 's/<p class="numbered" id="p/\n&/g; s/<\/section>/\n/g; s/<figure/\n/g; s/<h[1-6]/\n/g' |
		sed -n 's/^<p class="numbered" id="p\([0-9]*\)"/\1	/p' |
		sed 's/<[^>]*>//g; s/	[^>]*>/	/; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}
# The same for a PDF is one long line: a line break there is a space between
# Latin words, and nothing between Chinese ones, so all white space goes.
squeeze() {
	tr -d ' \n\f\302\255' | sed 's/\xa0//g'
}
for language in en zh; do
	column=3
	[ $language = en ] || column=4
	paragraphs "out/cosp10/note.$language.html" >paragraphs.$language
	[ "$(wc -l <paragraphs.$language)" -eq 63 ] ||
		fail "$(wc -l <paragraphs.$language) paragraphs in $language"
	pdftotext -raw "out/cosp10/note.$language.pdf" - | squeeze >pdf.$language
	tail -n +2 "$root/tests/endtoend/published.tsv" |
		cut -f "1,2,$column" >rows
	while IFS="$(printf '\t')" read -r id paragraph words; do
		grep "^$paragraph	" paragraphs.$language | grep -qiF -- "$words" ||
			fail "$language: paragraph $paragraph lacks $id \"$words\""
		grep -qiF -- "$(printf '%s' "$words" | squeeze)" pdf.$language ||
			fail "$language: the PDF lacks $id \"$words\""
	done <rows
	tr '\n' ' ' <"out/cosp10/note.$language.html" | sed 's/<p class="numbered" id="p/\n&/g' |
		grep '^<p class="numbered" id="p' | while read -r line; do
			printf '%s\n' "$line" | grep -o '<data [^>]*>' | sed 's/ class="[^"]*"//' | sort
			printf '\n'
		done >data.$language
done
diff data.en data.zh >/dev/null || fail "the languages differ in a paragraph's values"
[ "$(grep -c '<data' data.en)" -gt 100 ] || fail "too few values"
end
