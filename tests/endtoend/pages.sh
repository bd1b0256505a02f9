#!/bin/sh
# Both notes line by line: no mark at a wrong edge, no line too loose, no widow,
# orphan or stub, no heading or caption last on a page, notes where they are
# called; the PDF gives back the words that were set, and the HTML and the
# site's page have the same.
# PROGRAM ROOT PAGEPROOF
proof=$3
. "$(dirname "$0")/begin.sh"

copy_report
run out || fail "build"
for language in en zh; do
	run out --print pages --language $language >pages.$language ||
		fail "pages of $language"
	pdftotext -raw out/cosp10/note.$language.pdf copied.$language
	cp out/cosp10/note.$language.html html.$language
	for page in html.$language out/cosp10/site/$language/index.html; do
		"$proof" note.$language pages.$language copied.$language \
			"$page" || fail "note.$language: $page"
	done
done

# seed LANGUAGE FILE WORDS FILTER...: the proof must see what the filter does to
# the file, and say the words.
seed() {
	language=$1
	file=$2.$1
	words=$3
	shift 3
	cp "$file" kept
	"$@" <kept >"$file"
	! cmp -s "$file" kept || fail "nothing seeded: $*"
	! "$proof" seeded "pages.$language" "copied.$language" \
		"html.$language" >said || fail "unseen: $*"
	grep -q "$words" said || fail "not said: $words: $(head -n 1 said)"
	mv kept "$file"
}

# The filters on pages: a page's first line, or its last of the body, if it is
# in the middle of a paragraph, is changed by the sed script; once.
first_line() {
	awk -v script="$1" '
	/^page / { n = 0 }
	/^line / && n++ == 0 && !done && / text [^"]*[0-9] "/ {
		done = sub(/ "/, script)
	}
	{ print }'
}
last_line() {
	awk -v from="$1" -v to="$2" '
	{ lines[NR] = $0 }
	/^line text / { last = NR }
	/^page / && !chosen && last && lines[last] ~ /^[^"]*[0-9] "/ {
		chosen = last
	}
	END {
		for (i = 1; i <= NR; i++) {
			if (i == chosen) sub(from, to, lines[i])
			print lines[i]
		}
	}'
}
inner='^\(line text [^"]*[0-9]\)'
for language in en zh; do
	seed $language pages 'a widow' first_line ' last "'
	seed $language pages 'an orphan' last_line ' "' ' first "'
	seed $language pages 'alone at the foot' last_line '^line text' 'line heading2'
	seed $language pages 'note 3 begins on page 0' sed 's/^\(glyphs .* Link "\)3 "/\1 99 "/'
	seed $language pages 'ratio 1.51' sed "0,/$inner \"/s/ [0-9.-]* \"/ 1.51 \"/"
done
seed zh pages 'a line begins: ，' sed "0,/$inner \"/s//\1 \"，/"
seed zh pages 'a line ends: .*（' sed "0,/\($inner \".*\)\"\$/s//\1（\"/"
seed zh pages 'a stub' sed '0,/^\(line text [^"]*[0-9] last\) .*/s//\1 "约。"/'
seed en copied "the PDF's text" sed '0,/assistance/s//assist ance/'
seed zh copied "the PDF's text" sed '0,/需求/s//需/'
seed en html 'text as in HTML: not' sed '/ id="p1"/s/ of / /'
seed zh html 'figures as in HTML: not' sed '0,/<figcaption[^>]*>/s//&图/'
end
