#!/bin/sh
# reference.sh RAPPORTEUR ROOT PDFCHECK PDFMUTATE: every edition of the reference
# note, with one figure set as a table so that there is one of everything,
# passes pdfcheck; and no seeded fault gets by in the invented treaty's report,
# which has one of everything too on few pages.
. "$(dirname "$0")/../endtoend/begin.sh"
check=$3
mutate=$4

# as_table FOLDER NAME: what the report declares as a figure becomes a table.
as_table() {
	sed -i "s/(figure:$2)/(table:$2)/; s/(ref:figure.$2)/(ref:table.$2)/" "$1"/*.md
	sed -i "/<figure id=\"$2\"/,/<\/figure>/{
		s/<figure id=\"$2\" kind=\"[a-z]*\"/<table id=\"$2\"/
		s/<\/figure>/<\/table>/
	}" "$1/report.xml"
}

copy_report
as_table templates/cosp10 chapter5
run out || fail "build"
cp -RL "$root/tests/golden/lighthouses" small
cp -R templates/languages templates/styles small/templates
as_table small/templates/lights years
"$program" build small/templates/lights --input small/input \
	--templates small/templates --fonts "$root/fonts" --output built \
	--format pdf --quiet || fail "build of the small report"

# The slow unwinder is for the leaks of libraries that pdfcheck does not use.
ASAN_OPTIONS=detect_leaks=1
for language in en zh zh-en; do
	file=out/cosp10/note.$language.pdf
	"$check" --tree "$file" >tree || { fail "$file"; cat tree; }
	for type in H1 Figure Table L Note Link; do
		grep -q "^ *$type\\>" tree || fail "$file: no $type"
	done
done

# In the note every fault finds something to spoil, and pdfcheck finds each; in
# the small report, where veraPDF is quick, both do.
sh "$root/tests/pdf/mutations.sh" "$check" "$mutate" out/cosp10/note.zh.pdf >said ||
	fail "mutations of the note"
cat said
! grep 'nothing there to spoil' said || fail "a mutation found nothing to spoil"
sh "$root/tests/pdf/mutations.sh" "$check" "$mutate" built/lights/note.zh.pdf \
	"$root/tests/tools/validate.sh" || fail "mutations of the small report"
end
