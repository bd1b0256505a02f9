#!/bin/sh
# The reference report: every product is there, the audit holds, and two builds
# give the same bytes whatever surrounds them.
. "$(dirname "$0")/begin.sh"

copy_report
run one || fail "build"
for file in note.en.pdf note.zh.pdf note.zh-en.pdf note.en.html note.zh.html \
	data/measures.tsv data/measures.json data/entries.csv; do
	[ -s "one/cosp10/$file" ] || fail "$file is missing"
done
for figure in categories1 chapters2 regions2 categories2 chapter2 chapter5; do
	for language in en zh; do
		for kind in svg pdf png; do
			[ -s "one/cosp10/figures/$figure.$language.$kind" ] ||
				fail "figure $figure.$language.$kind is missing"
		done
	done
done

# Another folder, locale, time zone, home, umask and fontconfig.
mkdir -p elsewhere/deeper empty
(
	cp -R input templates elsewhere/deeper/
	cd elsewhere/deeper
	umask 077
	LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8 TZ=Asia/Shanghai HOME="$work/empty" \
		FONTCONFIG_FILE="$work/empty/none" FONTCONFIG_PATH="$work/empty" \
		run "$work/two"
) || fail "build elsewhere"
diff -r one two || fail "two builds differ"

# Nothing is touched when nothing changes.
"$program" build templates/cosp10 --fonts "$root/fonts" --output one |
	grep -q ', 0 changed$' || fail "a second build changed files"

"$program" audit templates/cosp10 >audit || fail "audit"
tail -n 1 audit | grep -qx '112 rows agree, 4 differ: 4 known, 0 not; 3 cannot be known' || fail "$(tail -n 1 audit)"
for row in F054 F055 F065 F103; do
	grep -q "^$row *differs.*contradicts" audit || fail "$row is not known to differ"
done
end
