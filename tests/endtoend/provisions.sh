#!/bin/sh
# Paragraphs of articles as values: listed in sentences of both languages, in
# claims, in a figure and a table, on the site, at another day.
. "$(dirname "$0")/begin.sh"

en=templates/cosp10/en.md
zh=templates/cosp10/zh.md

# measure ID FORMULA; claim ID FORMULA: one more, before the end of the file.
add() {
	sed -i "s|</measures>|<$1 id=\"$2\" formula=\"$3\"><name xml:lang=\"en\">Name of $2</name><name xml:lang=\"zh\">$2的名称</name></$1>\n&|" \
		templates/cosp10/measures.xml
}

# has FILE WORDS...: each stands in it.
has() {
	file=$1
	shift
	for words; do
		grep -qF -- "$words" "$file" || fail "$file lacks $words"
	done
}

copy_report
add measure p.all 'count(need, cycle=2) by provision'
add measure p.top 'top(3, p.all)'
add measure p.rank 'rank(p.all, 8(4))'
add measure p.two 'top(2, count(need, cycle=2, provision in {52(5), 52(6)}) by provision)'
add measure p.cross 'count(need, cycle=2, article in {7, 52}) by provision, category'
add claim p.order 'top(3, p.all) = [9(1), 8(5), 6(2)] and leads(p.all, 9(1)) and p.rank = 4'
sed -i 's|</report>|<figure id="p.bars" kind="bars" order="value" reviews="reviews2.total" day="day.cutoff"><series measure="p.all"><name xml:lang="en">Needs</name><name xml:lang="zh">需求</name></series><note on="8(5)"><name xml:lang="en">Public officials.</name><name xml:lang="zh">公职人员。</name></note></figure>\n<table id="p.table" reviews="reviews2.total" day="day.cutoff"><series measure="p.cross"/></table>\n&|' \
	templates/cosp10/report.xml
sed -i 's/^Of all the needs of the second cycle/Needs are directed [most](claim:p.order) at {{ p.top }}, then at {{ p.two | provisions }}, as [](ref:figure.p.bars) and [](ref:table.p.table) show.\n\n![Bars](figure:p.bars)\n\n![Cells](table:p.table)\n\n&/' $en
sed -i 's/^在第二周期的全部需求中/需求[最多](claim:p.order)涉及{{ p.top }}，其次涉及{{ p.two | provisions }}，见[](ref:figure.p.bars)和[](ref:table.p.table)。\n\n![条形](figure:p.bars)\n\n![单元](table:p.table)\n\n&/' $zh
"$program" check templates/cosp10 --confirm >said 2>&1 || fail "check: $(head -n 3 said)"
run out || fail "build"

# --- sentences, figure, table ---
sed 's/<[^>]*>//g; s/&nbsp;/ /g' out/cosp10/note.en.html >en
sed 's/<[^>]*>//g' out/cosp10/note.zh.html >zh
has en 'directed most at article 9, paragraph 1, article 8, paragraph 5, and article 6, paragraph 2, then at article 52, paragraphs 5 and 6, as'
has zh '最多涉及第九条第一款、第八条第五款和第六条第二款，其次涉及第五十二条第五款和第六款，见'
has out/cosp10/data/figures/p.bars.en.csv '"9(1)","Article 9, paragraph 1","20"' \
	'"8(5)","Article 8, paragraph 5 (note a)","16"'
has out/cosp10/data/figures/p.bars.zh.csv '"8(5)","第八条第五款（注a）","16"'
has out/cosp10/note.en.html '<th scope="row">Article 52, paragraph 6</th>'
has out/cosp10/note.zh.html '<th scope="row">第五十二条第六款</th>'
pdftotext -layout out/cosp10/note.zh.pdf said
has said '第八条第五款（注 a）'

# A wide table ends with the text's measure, as all words between header
# and footer do; one that cannot be so narrow is refused at its place.
for language in en zh; do
	pdftotext -bbox out/cosp10/note.$language.pdf words
	awk -F'"' '/<word/ && $4 > 90 && $8 < 750 && $6 > 502' \
		words >said
	[ ! -s said ] || fail "$language: outside of the measure: $(head -n 3 said)"
done
cp templates/styles/note.xml kept
sed 's/column="12"/column="120"/' kept >templates/styles/note.xml
status=0
run wide >said 2>&1 || status=$?
[ "$status" -eq 2 ] || fail "a table too wide: $status"
grep -q 'en.md:[0-9]*:1: error: table "p.table" is wider than the page' said ||
	fail "a table too wide: $(head -n 2 said)"
[ ! -e wide ] || fail "a table too wide leaves output"
mv kept templates/styles/note.xml

# --- data, words of formulas, the site ---
"$program" measures templates/cosp10 --format json >said
has said '"dimension": "provision"' '{"key": "52(6)", "across": "research", "value": 0}'
"$program" measures templates/cosp10 --format tsv >said
grep -q '^p.top	9(1) 8(5) 6(2)	' said || fail "measures.tsv: $(grep '^p.top' said)"
"$program" explain p.rank templates/cosp10 >said
has said 'the place of article 8, paragraph 4 by value in: “Name of p.all”' \
	'第八条第四款按数值在以下各项中的位次：“p.all的名称”'
"$program" explain p.order templates/cosp10 >said
has said 'is article 9, paragraph 1, article 8, paragraph 5, and article 6, paragraph 2; and article 9, paragraph 1 leads in:' \
	'等于第九条第一款、第八条第五款和第六条第二款；并且第九条第一款居于'
"$program" explain p.all templates/cosp10 >said
[ "$(grep -c '^    need ' said)" -eq "$(grep -c '^    need [IV]* [0-9]*([0-9]*)' said)" ] ||
	fail "explain: entries that name no paragraph are behind the series"
has out/cosp10/data/manifest.json 'article 52, paragraphs 5 and 6' '第五十二条第五款和第六款'
sed 's/<[^>]*>//g' out/cosp10/site/en/measures.html >said
has said 'The place of article 8, paragraph 4 in' 'article 52, paragraph 5: Prevention' \
	'(Second review cycle; article 52, paragraphs 5 and 6), for each of: Articles and paragraphs'
sed 's/<[^>]*>//g' out/cosp10/site/zh/measures.html >said
# A key on the site is called what it is.
sed 's/<[^>]*>//g' out/cosp10/site/en/measures.html >keys
has keys 'The place of article 12 in Number of challenges (Second review cycle; chapter II)'
sed 's/<[^>]*>//g' out/cosp10/site/zh/measures.html >keys
has keys '第十二条在'
has said '第八条第四款在' '第五十二条第五款：'

# --- a note on a row that there is not ---
sed 's/<note on="8(5)">/<note on="8(9)">/' templates/cosp10/report.xml >spoilt
cp templates/cosp10/report.xml kept && cp spoilt templates/cosp10/report.xml
"$program" check templates/cosp10 >said 2>&1 || fail "a note on no row"
[ "$(grep -c 'warning: figure "p.bars": no row has the code "8(9)"' said)" -eq 1 ] ||
	fail "a note on no row is not told once"
mv kept templates/cosp10/report.xml

# --- what stops: a claim that is false, at the place and with the numbers ---
status=0
"$program" check templates/cosp10 --as-of 2021-09-15 >said 2>&1 || status=$?
[ "$status" -eq 2 ] || fail "an earlier day: $status"
"$program" diff templates/cosp10 --from 2021-09-15 >said || fail "diff"
has said '  p.all: ' 'then at article 52, paragraphs 5 and 6'
sed -i 's/= \[9(1), 8(5), 6(2)\]/= [8(5), 9(1), 6(2)]/' templates/cosp10/measures.xml
status=0
"$program" check templates/cosp10 >said 2>&1 || status=$?
[ "$status" -ne 0 ] || fail "a false order"
for language in en zh; do
	grep -q "$language.md:[0-9]*:[0-9]*: error: claim p.order does not hold: .*9(1):20 8(5):16 6(2):14" said ||
		fail "$language: the false order"
done
sed -i 's/= \[8(5), 9(1), 6(2)\]/= [9(1), 8(5), 99(2)]/' templates/cosp10/measures.xml
"$program" check templates/cosp10 >said 2>&1 && fail "a provision of no article"
has said "unknown provision '99(2)'"
sed -i 's/rank(p.all, 8(4))/rank(p.all, 8(x))/' templates/cosp10/measures.xml
"$program" check templates/cosp10 >said 2>&1 && fail "a paragraph x"
has said "p.rank: in the formula at 15: 'x' is no paragraph"
end
