#!/bin/sh
# Figures and tables: every kind of the gallery in every format, small and with
# ids of its own, the PNG like the PDF; faults of declarations with their place;
# and what `charts` says when a review changes. PROGRAM ROOT PICTUREPROOF
. "$(dirname "$0")/begin.sh"
pictureproof=$3

# The gallery beside the languages and styles that it names.
copy_gallery() {
	[ -d input ] || copy_report
	rm -rf templates/gallery
	cp -R "$root/tests/golden/gallery/templates/gallery" templates/
}
charts() {
	report=$1
	shift
	"$program" charts "templates/$report" --fonts "$root/fonts" "$@"
}

copy_gallery
charts gallery --output out --quiet || fail "charts"
for kind in bars columns grouped paired stacked stacked100 dumbbell line share \
	pie heat multiples; do
	for language in en zh; do
		stem=out/gallery/figures/$kind.$language
		for ending in svg pdf png; do
			[ -s "$stem.$ending" ] || fail "$stem.$ending is missing"
		done
		[ "$(wc -c <"$stem.svg")" -le 12288 ] ||
			fail "$stem.svg: $(wc -c <"$stem.svg") bytes"
		grep -q '<title id=' "$stem.svg" && grep -q '<desc id="[^"]*">.' "$stem.svg" ||
			fail "$stem.svg: no title or description"
		[ -s "out/gallery/data/figures/$kind.$language.csv" ] ||
			fail "$kind.$language.csv is missing"
	done
done

# One set of ids over a page with all figures.
cat out/gallery/figures/*.svg | grep -o ' id="[^"]*"' | sort | uniq -d >twice
[ ! -s twice ] || fail "ids twice: $(head -n 3 twice)"

# The PNG is the PDF's picture: 2 pixels to the point are 144 to the inch.
for stem in bars.zh columns.en grouped.zh paired.en stacked.zh stacked100.en \
	dumbbell.zh line.en share.zh pie.en heat.zh multiples.en; do
	kind=$stem
	stem=out/gallery/figures/$stem
	pdftocairo -r 144 -png -singlefile "$stem.pdf" drawn
	found=$("$pictureproof" drawn.png "$stem.png")
	awk -v found="$found" 'BEGIN { exit !(found ~ /^[0-9.]+$/ && found <= 1) }' ||
		fail "$kind: the PNG differs from the PDF by $found"
done

# The table stands in the page with heads, caption and a total that was checked.
"$program" build templates/gallery --fonts "$root/fonts" --output page \
	--quiet --format html,pdf || fail "build of the gallery"
for words in '<th scope="col">Chapter II: Preventive measures</th>' '<th scope="row">African States</th>' \
	'<th scope="col">Chapter V: Asset recovery</th>' '<tr class="total"><th scope="row">Total</th><td>337</td><td>190</td><td>527</td><td></td>'; do
	grep -qF "$words" page/gallery/note.en.html || fail "the table lacks $words"
done
# The measure of two dimensions: explained, and compared.
"$program" explain ch2.by-article-category templates/gallery --fonts "$root/fonts" >said ||
	fail "explain of a table"
grep -q "= 5/legislative-assistance:8 5/capacity-building:21 " said &&
	grep -q "^rests upon 326 entries of 47 reviews" said ||
	fail "explain: $(head -n 1 said)"
# The cells hold what names an article: no more and no less is behind them.
[ "$(sed 's/^[^=]*=[^=]*=[^=]*=//; q' said | grep -o ':[0-9]*' | tr -d : | awk "{ all += \$1 } END { print all }")" -eq 326 ] ||
	fail "explain: the entries behind the cells"
"$program" diff templates/gallery --fonts "$root/fonts" --from 2023-01-01 \
	--to 2023-09-15 >said || fail "diff of the gallery"
grep -q "^  regions: needs2.by-region-chapter needs2.by-chapter " said ||
	fail "diff does not say which tables changed"
grep -q 'Source: 82 of [0-9]* country reviews completed as at 15 September 2023' \
	page/gallery/note.en.html || fail "no source with n of N"

# Data for machines: digits, codes, a line end after RFC 4180.
printf '"Code","Category","Needs","Needs (share)"\r\n"legislative-assistance","Legislative assistance","84","0.1594"\r\n' >expected
head -n 2 out/gallery/data/figures/share.en.csv | cmp -s - expected ||
	fail "share.en.csv: $(head -n 2 out/gallery/data/figures/share.en.csv)"

# refuse NAME PATTERN: the spoilt gallery is refused with its place.
refuse() {
	status=0
	charts gallery --output none --quiet 2>said || status=$?
	[ "$status" -eq 2 ] || fail "$1: exit status $status"
	grep -Eq "^templates/gallery/report.xml:[0-9]+:[0-9]+: error: .*$2" said ||
		{ fail "$1: not said: $2"; head -n 3 said; }
	[ ! -e none ] || fail "$1: wrote files"
	# `check` draws nothing and says the same.
	status=0
	"$program" check templates/gallery --quiet 2>checked || status=$?
	[ "$status" -eq 2 ] && grep -Eq "$2" checked ||
		fail "$1: check says: $status $(head -n 2 checked)"
	# Figures are made in each language; report.xml is there once.
	for told in said checked; do
		twice=$(grep '^templates/gallery/report.xml' $told | sort | uniq -d)
		[ -z "$twice" ] || fail "$1: $told twice: $(echo "$twice" | head -n 1)"
	done
	copy_gallery
}
spoil() {
	sed -i "$1" templates/gallery/report.xml
}
spoil 's/kind="dumbbell"/kind="bars"/'
refuse "two series of a kind of one" 'figure "dumbbell".*too many series'
spoil 's/kind="bars" /kind="paired" /'
refuse "one series of a kind of two" 'figure "bars".*too few series'
spoil 's/kind="line"/kind="line" order="value"/'
refuse "a line by value" 'figure "line": a line goes by year, not by value'
spoil 's/kind="columns"/kind="line"/'
refuse "a line of no years" 'figure "columns": a line wants series by year'
sed -i 's/formula="reviews(cycle=1) by year"/formula="reviews(cycle=1, as_of=2000-01-01) by year"/' \
	templates/gallery/measures.xml
refuse "a series of nothing" 'figure "line": "reviews1.by-year" has no category to show'
spoil 's/kind="share"/kind="share" colour="red"/'
refuse "an unknown key" 'colour'
spoil 's/month="day.before"/month="needs2"/'
refuse "a month that is no day" '"needs2" is not a day'
spoil 's/month="day.before"/month="day.cutoff"/'
refuse "dates that do not rise" 'figure "dumbbell": its second date'
spoil 's/measure="needs2.by-chapter" month="day.cutoff" total="needs2"/measure="needs2.by-chapter" month="day.cutoff" total="needs2.ch2"/'
refuse "a total of something else" 'figure "columns": the rows of "needs2.by-chapter" add up to 527, but "needs2.ch2" is 337'
# Of a measure of two dimensions.
spoil 's/total="needs2.by-chapter"/total="needs2.by-chapter.before"/'
refuse "totals of other columns" 'table "regions": the rows of "needs2.by-region-chapter" add up to 337, but "needs2.by-chapter.before" is 293'
spoil 's/total="needs2.by-chapter"/total="needs2.by-region"/'
refuse "a total over the rows" '"needs2.by-region" has no number for a column of "needs2.by-region-chapter"'
spoil 's/total="needs2.by-chapter"/total="needs2"/'
refuse "one total for all columns" '"needs2" is not a series over the columns'
spoil 's/<series measure="ch2.by-article-category"/& ink="2"/'
refuse "an ink for all columns" 'figure "heat": "ch2.by-article-category" is a table: its columns bear the names and inks of their keys'
spoil 's/<series measure="ch2.by-article-category"/& share="needs2.by-region-chapter"/'
refuse "shares in other columns" '"needs2.by-region-chapter" is not a series of shares|has other columns than'
spoil 's/kind="heat"/kind="bars"/'
refuse "columns of a kind of one" 'figure "heat": there are too many series for its kind .bars, 6 series'
spoil 's/<series measure="reviews2.by-region" total="reviews2">.*/<series measure="reviews2.by-region"\/>/'
refuse "a series without a name" 'figure "pie": a series needs names or a month'
spoil 's/measure="needs2.by-region" sum="true" total="needs2"/measure="reviews2.by-region" sum="true"/'
refuse "a sum that is none" 'in row "africa" the series before add up to 311, but "reviews2.by-region" is 23'
spoil 's/measure="needs2.by-category" total="needs2"/measure="needs1.by-category"/'
refuse "too many parts" 'figure "share": there are too many categories'
spoil 's/of="states"/of="needs2.before"/'
spoil 's/reviews="reviews2"/reviews="needs2"/'
refuse "more than there are" '"needs2" is 527, more than the [0-9]* of "needs2.before"'
spoil 's/id="bars"/id="pie"/'
refuse "two of one name" 'a second figure or table "pie"'
spoil 's/measure="needs2.by-category" total="needs2"/measure="needs2.by-category"/'
sed -i 's/formula="count(need, cycle=2) by category"/formula="count(challenge, cycle=2) by category"/' \
	templates/gallery/measures.xml
refuse "a share of nothing" 'figure "share": it is a share of nothing'

# A review changes: the figures that show it are written, and it is said why.
charts cosp10 --output one >said || fail "charts of the note"
grep -q '^[0-9]* files, [0-9]* changed$' said || fail "charts says nothing"
charts cosp10 --output one | grep -q ', 0 changed$' || fail "a second run changed files"
# Once, a build with more fonts than figures need wrote other Chinese PDFs.
"$program" build templates/cosp10 --fonts "$root/fonts" --output one \
	--format charts >said || fail "build of the figures"
! grep figures/ said || fail "build draws other figures than charts"
file=$(grep -l '<need article="9"' input/cosp10/reviews/c2-*.xml | head -n 1)
sed -i '0,/<need article="9"/s//<need article="12"/' "$file"
charts cosp10 --output one >said || fail "charts after the change"
grep -q '^one/cosp10/figures/chapter2.zh.svg$' said || fail "chapter2 is not listed"
grep -q '^  needs2.ch2.by-article: 9: [0-9]* → [0-9]*, 12: [0-9]* → [0-9]*$' said ||
	fail "not said why: $(cat said)"
! grep -q 'chapter5\|categories1' said || fail "figures are listed that did not change"
charts cosp10 --output one --figure nowhere 2>said && fail "an unknown figure"
grep -q 'no figure "nowhere"' said || fail "unknown figure: $(cat said)"

# One that is declared and placed nowhere is told, and cannot be asked for.
cp templates/cosp10/report.xml kept.xml
awk '{ print }
	/<figure id="categories1"/ { is_in = 1 }
	is_in { block = block $0 "\n" }
	is_in && /<\/figure>/ {
		sub(/categories1/, "nowhere", block)
		printf "%s", block
		is_in = 0
	}' kept.xml >templates/cosp10/report.xml
charts cosp10 --output one >said 2>&1 || fail "charts with an unplaced figure"
grep -q 'warning: figure "nowhere" is declared, but no template places it' said ||
	fail "an unplaced figure is not told: $(cat said)"
charts cosp10 --output none --figure nowhere 2>said && fail "an unplaced figure"
grep -q 'error: no template places "nowhere"' said || fail "unplaced: $(cat said)"
mv kept.xml templates/cosp10/report.xml

# Rules for texts do not stop the figures; a fault of a template does.
cp templates/cosp10/en.md kept.md
sed -i '0,/^[A-Z][a-z ]*/s//&4711 /' templates/cosp10/en.md
"$program" check templates/cosp10 --quiet 2>said && fail "an unbound number is none"
grep -q 4711 said || fail "not said: $(cat said)"
charts cosp10 --output one --quiet || fail "a rule for texts stops the figures"
sed -i 's/{{ *needs/{{ neds/' templates/cosp10/en.md
charts cosp10 --output one --quiet 2>said && fail "a fault of a template is passed over"
grep -q 'en.md:[0-9]*:[0-9]*: error: .*neds' said || fail "fault: $(head -n 2 said)"
mv kept.md templates/cosp10/en.md

# Only what is asked for.
charts cosp10 --output few --figure chapter5 --language en --format svg,pdf \
	--quiet || fail "one figure"
[ "$(find few -type f | sort | tr '\n' ' ')" = \
	"few/cosp10/figures/chapter5.en.pdf few/cosp10/figures/chapter5.en.svg " ] ||
	fail "one figure: $(find few -type f)"
"$program" build templates/gallery --fonts "$root/fonts" --output early \
	--as-of 2022-06-30 --format html --quiet || fail "as of a day"
grep -q 'country reviews completed as at 30 June 2022' \
	early/gallery/note.en.html || fail "the source does not say as of when"
end
