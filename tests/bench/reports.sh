#!/bin/sh
# reports.sh FOLDER SOURCE: reports for measuring, made in FOLDER beside the
# languages and styles of SOURCE/templates: scale (many measures over random
# data), pages50 and pages500 (text), figures30 and figures300.
set -eu
target=$1
source=$2
mkdir -p "$target"
cp -r "$source/templates/languages" "$source/templates/styles" "$target/"

# report ID INPUT [FIGURES]
report() {
	mkdir -p "$target/$1"
	cat >"$target/$1/report.xml" <<XML
<report xmlns="urn:rapporteur:1" id="$1" input="$2" style="../styles/note.xml" symbol="A/1" date="2024-02-01" cutoff="2024-01-01">
  <edition profile="../languages/en.xml" template="en.md">
    <organization>Union</organization>
    <date>1 February 2024</date>
    <title>Measured</title>
  </edition>
${3:-}
</report>
XML
}

# measure ID FORMULA
measure() {
	printf '<measure id="%s" formula="%s"><name xml:lang="en">%s</name></measure>\n' "$1" "$2" "$1"
}

measures() {
	printf '<measures xmlns="urn:rapporteur:1">\n'
	"$@"
	printf '</measures>\n'
}

# All that a report of two cycles asks: 58 measures.
scale_measures() {
	for cycle in 1 2; do
		measure "needs$cycle" "count(need, cycle=$cycle)"
		measure "reviews$cycle" "reviews(cycle=$cycle)"
		measure "states$cycle" "states(need, cycle=$cycle)"
		measure "challenges$cycle" "count(challenge, cycle=$cycle)"
		for by in article chapter category topic region year; do
			measure "needs$cycle.by-$by" "count(need, cycle=$cycle) by $by"
			measure "states$cycle.by-$by" "states(need, cycle=$cycle) by $by"
			measure "share$cycle.by-$by" "share(needs$cycle.by-$by, needs$cycle)"
		done
		measure "top$cycle" "top(10, needs$cycle.by-article)"
		measure "early$cycle" "count(need, cycle=$cycle, as_of=2018-12-31)"
		measure "late$cycle" "count(need, cycle=$cycle, after=2018-12-31) by article"
		measure "skills$cycle" "count(need, cycle=$cycle, category=skills) by article"
		measure "tools$cycle" "count(need, cycle=$cycle, topic=tools) by region"
		measure "north$cycle" "count(need, cycle=$cycle, region=north) by category"
		measure "most$cycle" "max(needs$cycle.by-article)"
	done
}

report scale scale
measures scale_measures >"$target/scale/measures.xml"
printf '# Needs\n\n{{ needs1 }} and {{ needs2 }}.\n' >"$target/scale/en.md"

# About nine numbered paragraphs fill a page.
pages() {
	awk -v pages="$1" 'BEGIN {
		for (i = 1; i <= 9 * pages; i++) {
			if (i % 20 == 1)
				printf "# Part number {{ needs }} of the text\n\n"
			printf "Paragraph of the report in which {{ needs }} needs of {{ reviews }} reviews are spoken of"
			for (k = 0; k < 4; k++)
				printf ", and the assistance that was provided, requested or planned in region %c is set beside them", 97 + (i * 7 + k * 3) % 26
			printf ".\n\n"
		}
	}'
}

few_measures() {
	measure needs "count(need)"
	measure reviews "reviews()"
	measure by-region "count(need) by region"
	measure day "2023-09-15"
}

for count in 50 500; do
	report "pages$count" cosp10
	measures few_measures >"$target/pages$count/measures.xml"
	pages "$count" >"$target/pages$count/en.md"
done

for count in 30 300; do
	report "figures$count" cosp10 "$(for i in $(seq "$count"); do
		printf '<figure id="f%s" kind="bars" reviews="reviews" day="day"><series measure="by-region"><name xml:lang="en">Needs</name></series></figure>\n' "$i"
	done)"
	measures few_measures >"$target/figures$count/measures.xml"
	for i in $(seq "$count"); do
		printf 'A paragraph before the figure, of {{ needs }} needs in {{ reviews }} reviews.\n\n![Needs by region](figure:f%s)\n\n' "$i"
	done >"$target/figures$count/en.md"
done
