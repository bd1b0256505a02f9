#!/bin/sh
# Ten faults seeded in one copy of the report, each found with its place; the
# translation ledger; where numbers come from; what changes between two days.
. "$(dirname "$0")/begin.sh"

en=templates/cosp10/en.md
zh=templates/cosp10/zh.md

# check STATUS [ARGUMENT]...: check the copy; messages go to the file messages.
check() {
	wanted=$1
	shift
	status=0
	"$program" check templates/cosp10 "$@" >said 2>messages || status=$?
	[ "$status" -eq "$wanted" ] || {
		fail "check $*: exit status $status, not $wanted"
		head -n 5 messages
	}
}

# found NAME PATTERN: one of the messages matches.
found() {
	grep -Eq "$2" messages || fail "$1 was not found: $2"
}

place='[0-9]+:[0-9]+: error: '

# --- the report as it is ---
copy_report
check 0
[ ! -s messages ] || fail "a clean report has messages"

# --- ten faults in one run ---
# 1: a number typed for a measure
sed -i '0,/{{ needs2.total }}/s//527/' $en
# 2: a need changed, which what was published tells
need=$(grep -l 'need article="9" ' input/cosp10/reviews/c2-*.xml | head -n 1)
sed -i '0,/need article="9" /s//need article="10" /' "$need"
# 3: a note dropped in one language
sed -i 's/\[^finance\]//; /^: /d; /^\[^finance\]/d' $zh
# 4: two paragraphs swapped in one language
a=$(grep -n 'needs2.art10 ' $zh | cut -d: -f1)
b=$((a + 2))
sed -n "${b}p" $zh | grep -q 'needs2.art13 ' || fail "the paragraphs to swap"
awk -v a="$a" -v b="$b" 'FNR == NR { line[FNR] = $0; next }
	FNR == a { print line[b]; next } FNR == b { print line[a]; next } 1' \
	$zh $zh >swapped && mv swapped $zh
# 5: a claim that the data make false
sed -i 's|</measures>|<claim id="states2.most" formula="share(states2.needs, reviews2.total) > 90%"><name xml:lang="en">a</name><name xml:lang="zh">b</name></claim></measures>|' \
	templates/cosp10/measures.xml
sed -i '0,/^The \(second\|\[second\](literal:)\) hub/s//[Most](claim:states2.most) States. &/' $en
sed -i '0,/^第\(二\|\[二\](literal:)\)个中心/s//[大多数](claim:states2.most)国家。&/' $zh
# 6: the source changed and its translation did not
sed -i 's/Gender equality is mainstreamed/Gender equality is a part/' $en
# 7: a symbol of a form that there is not
sed -i 's|CAC/COSP/2023/16|CAC/COSP/23/16|' $zh
# 8: a fraction that nothing binds
sed -i 's/^性别平等/三分之一的性别平等/' $zh
# 9: a lone subheading
sed -i '/^## Assistance to national/d' $en
sed -i '/^## 向国家主管机关提供的援助/d' $zh
# 10: a figure that the text does not mention
sed -i 's/ An overview is given in \[\](ref:figure.regions2)\.//' $en
sed -i 's/概况见\[\](ref:figure.regions2)。//' $zh
check 2
line() { grep -n -m 1 "$1" "$2" | cut -d: -f1; }

n=$(line '527' $en)
found "1, a typed number" "^$en:$n:[0-9]+: error: \"527\" is bound to no measure"
found "1, its measure" "^$zh:$place.*needs2.total.* missing in the other"
n=$(line '^F061' templates/cosp10/published.tsv)
found "2, a changed need" "^templates/cosp10/published.tsv:$n:1: error: F061 was published as \"35\", but needs2.art9 is 34"
found "3, a dropped note" "^$en:${place}call of note \"finance\" is missing"
found "4, swapped paragraphs" "^$zh:${place}measure \"needs2.art13\" is missing"
found "4, in the other language" "^$en:${place}measure \"needs2.art10\" is missing"
n=$(line 'claim:states2.most' $en)
found "5, a false most" "^$en:$n:1: error: claim states2.most does not hold: .*54/82"
found "5, in Chinese" "^$zh:${place}claim states2.most does not hold"
n=$(line 'Gender equality is a part' $zh $en)
n=$(line '^三分之一的性别平等' $zh)
found "6, a stale translation" "^$zh:$n:1: error: paragraph [0-9]+: the source"
n=$(line 'CAC/COSP/23/16' $zh)
found "7, a wrong symbol" "^$zh:$n:[0-9]+: error: \"CAC/COSP/23/16\" has none"
n=$(line '^三分之一' $zh)
found "8, an unbound fraction" "^$zh:$n:1: error: \"三分之一\" is bound to no"
n=$(line '^## Delivery framework' $en)
found "9, a lone subheading" "^$en:$n:1: error: a lone subheading"
n=$(line 'figure:regions2' $en)
found "10, an unmentioned figure" "^$en:$n:[0-9]+: error: figure \"regions2\" is never"
run output 2>/dev/null && fail "the faulty report was built"
[ ! -e output ] || fail "the faulty report left output"

# 2, a changed need, told from the data as they were, and by the audit.
copy_report
cp -R input was
file=$(grep -l 'need article="9" ' input/cosp10/reviews/c2-*.xml | head -n 1)
sed -i '0,/need article="9" /s//need article="10" /' "$file"
status=0
"$program" diff templates/cosp10 --against was --exit-code >changes || status=$?
[ "$status" -eq 1 ] || fail "diff --exit-code: $status"
grep -Eq "$file:[0-9]+:[0-9]+: S" changes || fail "2, a changed need: $file"
for id in needs2.art9 needs2.art10; do
	grep -q "^  $id: " changes || fail "diff does not name $id"
done
! grep -q '^  needs2.total:' changes || fail "diff names a number that stood"
grep -q '^  en templates/cosp10/en.md:[0-9]* p' changes || fail "no sentence"
grep -q '^  zh templates/cosp10/zh.md:[0-9]* p' changes || fail "no Chinese sentence"
status=0
"$program" audit templates/cosp10 >audited || status=$?
[ "$status" -eq 1 ] || fail "the audit of a changed need: $status"

# In words: what agrees, what differs with the measures that it contradicts, and
# what cannot be known, such as a share of nothing at an earlier day.
copy_report
"$program" audit templates/cosp10 >audited || fail "the audit"
grep -q '^F054 *differs  published 90, data 96  (known: contradicts F048 needs2.art5 = 55, F050 needs2.art6 = 41)$' \
	audited || fail "audit: which measures contradict"
grep -q '^F117 *cannot be known  published 7: ' audited || fail "audit: cannot be known"
status=0
"$program" audit templates/cosp10 --as-of 2021-09-15 >audited 2>/dev/null ||
	status=$?
[ "$status" -eq 2 ] || fail "the audit at an earlier day: $status"
grep -q '^F009 *cannot be known  published vast majority$' audited ||
	fail "audit: a share of nothing"

# --- findings alone are no fault of the input: 1; each rule can be off ---
copy_report
sed -i '0,/Staff of the hubs/s//Thirty staff of the hubs/' $en
"$program" check templates/cosp10 --confirm --quiet 2>/dev/null && fail "confirmed a faulty report"
check 1
found "a sentence's first word" "^$en:${place}\"Thirty\" is bound"
sed -i 's/<rules on="numbers /<rules on="/; s/ alike"/"/' templates/cosp10/report.xml
check 0

# --- a number of words that differs between the languages, either way ---
# alike FILE PATTERN WORDS NUMBER: with the words put in, the number is found.
alike() {
	copy_report
	[ "$(grep -c "$2" "$1")" -gt 0 ] || fail "no $2"
	n=$(line "$2" "$1")
	sed -i "s|$2|$3|" "$1"
	check 1
	found "$4 for $2" "^$1:$n:[0-9]+: error: \"$4\" stands in this language only"
}
alike $zh '第五十二条第五款和第六款' '第五十三条第五款和第六款' 五十三
alike $zh '\[六\](literal:)个类别已' '[七](literal:)个类别已' 七
alike $zh '2022年设立的西非' '2021年设立的西非' 2021
alike $zh '上一次审查与第二章' '上一次审查与第三章' 三
alike $zh '第9/4号决议' '第9/5号决议' 5
alike $zh '，第54段' '，第55段' 55
alike $en 'in Mexico in September 2021' 'in Mexico in October 2021' October
alike $en 'chapters II and V of the Convention' 'chapters II and VI of the Convention' VI
alike $en 'Chapter VI of the Convention' 'Chapter IV of the Convention' IV
alike $en 'stated in its article 1,' 'stated in its article 7,' 7

# Words of figures in report.xml are held to the same.
copy_report
sed -i 's|Article 51 includes general needs|Article 51 includes 12 general needs|; s|第五十一条包括|第五十二条包括|; s|<name xml:lang="zh">所有缔约国|<name xml:lang="zh">三分之一缔约国|' \
	templates/cosp10/report.xml
check 1
n=$(line '<note on="51">' templates/cosp10/report.xml)
found "a number in a figure's note" "^templates/cosp10/report.xml:$n:[0-9]+: error: \"12\" is bound to no measure"
found "another article in a note" "^templates/cosp10/report.xml:$n:[0-9]+: error: \"五十二\" stands in this language only"
n=$(line '三分之一' templates/cosp10/report.xml)
found "a fraction in a series' name" "^templates/cosp10/report.xml:$((n - 1)):[0-9]+: error: \"三分之一\" is bound"

# --- the ledger: the source's words, not the data, make it stale ---
copy_report
check 0 --as-of 2023-09-15
check 2 --as-of 2021-09-15
! grep -q '\[translations\]' messages || fail "new data made a translation stale"
sed -i 's/Gender equality is mainstreamed/Gender equality is a part/' $en
check 1
found "a stale translation" "^$zh:$place.*the source changed .*\[translations\]"
run output 2>messages || fail "a stale translation stops the build"
check 0 --confirm
check 0

# --- the numbers of any text ---
copy_report
cat >published.zh <<'END'
第二审议周期，54个国家确定了530项需求，涉及《公约》第二章和第五章的所有条款。
与第五条有关的需求有55项，由23个国家确定；与第六条有关的需求有41项，由33个国家确定。
2017年，在图书馆一楼的阅览室里有人数了9999本书。
END
status=0
"$program" audit templates/cosp10 --text published.zh --language zh >placed ||
	status=$?
[ "$status" -eq 1 ] || fail "audit --text: exit status $status"
for line in '1:22: 54 agrees with states2.needs = 54' \
	'1:42: 530 may differ from needs2.total = 527' \
	'2:31: 55 agrees with needs2.art5 = 55' \
	'2:92: 41 agrees with needs2.art6 = 41' \
	'2:103: 33 may differ from states2.art6 = 31'; do
	grep -qx "published.zh:$line" placed || fail "audit --text: $line"
done
grep -q '9999 cannot be placed' placed || fail "audit --text: 9999"
! grep -q ' 2017 ' placed || fail "audit --text takes a year for a number"
# The report's own words contradict nothing; a wrong number among them is told,
# even where it is the right one of something else.
run own --format html || fail "build the page"
words() {
	sed '1,/<main/d; /class="notes"/,$d' "own/cosp10/note.$1.html" |
		tr '\n' ' ' | sed 's/<\(p\|li\|h[1-6]\|figure\)[ >]/\n&/g' |
		grep -v '^<figure' |
		sed 's/<sup class="call"><a [^>]*>[^<]*<\/a><\/sup>//g
			s/<a class="number"[^>]*>[^<]*<\/a>//
			s/<[^>]*>//g; s/&amp;/\&/g'
}
wrong() {
	language=$1
	shift
	while [ $# -gt 0 ]; do
		words "$language" | sed "s/$1/$2/" >"wrong.$language"
		cmp -s "wrong.$language" "own.$language" && fail "no \"$1\""
		"$program" audit templates/cosp10 --text "wrong.$language" \
			--language "$language" >placed && fail "\"$2\" is not told"
		grep -q " may differ from $3 = " placed || fail "\"$2\": not $3"
		shift 3
	done
}
for language in en zh; do
	words $language >own.$language
	[ "$(wc -c <own.$language)" -gt 20000 ] || fail "the words in $language"
	"$program" audit templates/cosp10 --text own.$language \
		--language $language >placed || fail "own words, $language"
	[ "$(grep -c ' agrees with ' placed)" -gt 90 ] ||
		fail "$language: few numbers of the report are placed"
done
wrong en 'article 11, 23 needs' 'article 11, 30 needs' needs2.art11 \
	'identified by 31 States' 'identified by 38 States' states2.art6 \
	'67 executive summaries' '74 executive summaries' reviews2.march2023
wrong zh '第十一条方面，11个' '第十一条方面，18个' states2.art11 \
	'由31个国家' '由38个国家' states2.art6 \
	'67份执行摘要' '74份执行摘要' reviews2.march2023
"$program" audit templates/cosp10 --text published.zh --language fr \
	>/dev/null 2>&1 && fail "audit --text in a language that there is not"

# --- where a number comes from ---
copy_report
"$program" explain share2.states templates/cosp10 >explained || fail "explain"
grep -q '^share2.states = .* = 54/82' explained || fail "explain: the value"
grep -q "$zh:[0-9]*:[0-9]* p" explained || fail "explain: the place"
[ "$(grep -c ' cycle 2 20' explained)" -eq 82 ] || fail "explain: the reviews"
status=0
"$program" explain no.such templates/cosp10 2>/dev/null || status=$?
[ "$status" -eq 2 ] || fail "explain of nothing: $status"
grep -q '^      “States with needs, second cycle” as a share of' explained ||
	fail "explain: the formula in English"
grep -q '^      “确定了需求的国家，第二周期”占.*的比例$' explained ||
	fail "explain: the formula in Chinese"
"$program" explain needs2.art7-8.foremost templates/cosp10 >explained ||
	fail "explain of a claim"
grep -q '^      the least of: number of needs (Second review cycle; article 7, paragraph 4, and article 8, paragraph 5)' explained ||
	fail "explain: a claim in English"
grep -q '^      以下各项中的最小值：需求数目（第二审议周期；第七条第四款和第八条第五款）' explained ||
	fail "explain: a claim in Chinese"
run output --format data,html || fail "build the data"
manifest=output/cosp10/data/manifest.json
grep -q '"input": "fnv1a64:[0-9a-f]\{16\}"' $manifest || fail "manifest: the hash"
# Every value of the templates stands in it.
sed 's/{{/\n{{/g' $en | sed -n 's/^{{ *\([^ |}]*\).*/\1/p' | sort -u >used
while read -r id; do
	grep -qF "\"id\": \"$id\"" $manifest || fail "manifest: $id"
done <used
# Every value of the pages stands in it, with the words that are printed there.
for language in en zh; do
	awk -F '"' -v language=$language '
		/^      "id": / { id = $4 }
		/"printed": / && index($0, "\"language\": \"" language "\"") {
			sub(/.*"printed": "/, ""); sub(/"},?$/, "")
			print id "\t" $0
		}' $manifest | sort -u >listed
	tr '\n' ' ' <output/cosp10/note.$language.html | sed 's/<data /\n&/g' |
		sed -n 's/^<data .*data-measure="\([^"]*\)">\([^<]*\)<\/data>.*/\1\t\2/p' |
		sort -u >printed
	[ "$(wc -l <printed)" -gt 90 ] || fail "few values in the page"
	comm -13 listed printed | sed 's/^/not in the manifest: /' | grep . &&
		fail "manifest: a printed value, $language"
done
# So does every figure: its description and its source.
for language in en zh; do
	sed -n 's/.*<desc[^>]*>\([^<]*\)<.*/\1/p' output/cosp10/note.$language.html |
		sed 's/&quot;/"/g; s/&amp;/\&/g' >descriptions
	[ "$(wc -l <descriptions)" -ge 6 ] || fail "few descriptions"
	while read -r words; do
		grep -qF "\"description\": \"$words\"" $manifest ||
			fail "manifest: a description, $language"
	done <descriptions
	grep -o '<p class="source">[^<]*' output/cosp10/note.$language.html |
		sed 's/<[^>]*>//' >sources
	[ "$(wc -l <sources)" -ge 6 ] || fail "few sources"
	while read -r words; do
		grep -qF "\"source\": \"$words" $manifest ||
			fail "manifest: a source, $language"
	done <sources
done

end
