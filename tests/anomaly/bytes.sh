#!/bin/sh
# bytes.sh PROGRAM ROOT SHIM: the reference report has the same bytes whoever
# builds it and wherever: another user, folder, umask, locale, time zone, number
# of processors, order of folders' entries, no environment, a broken fontconfig.
# Every circumstance once by itself on the small report, all of them together on
# the large one.
shim=$3
. "$(dirname "$0")/begin.sh"
chmod 755 "$work"

# One that has no names, no home and no rights, where we may become it.
if [ "$(id -u)" -eq 0 ] &&
	setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$program" &&
	setpriv --reuid 65534 --regid 65534 --clear-groups \
		test -r "$root/fonts/fonts.tsv"; then
	other="setpriv --reuid 65534 --regid 65534 --clear-groups"
else
	other=
	echo "SKIPPED in part: no other user"
fi

# built_alike NAME REPORT COMMAND...: the command in front of the program.
built_alike() {
	name=$1
	report=$2
	shift 2
	rm -rf here
	mkdir -m 777 here
	(umask "${mask:-022}" && "$@" "$program" build "templates/$report" \
		--fonts "$root/fonts" --quiet --output here) >said 2>&1 ||
		fail "$name: $(head -n 3 said)"
	diff -r "as-it-is-$report" "here" >difference 2>&1 ||
		fail "$name: $(head -n 3 difference)"
}

small_report
"$program" build templates/lights --fonts "$root/fonts" --quiet \
	--output as-it-is-lights || fail "build"
mkdir conf
echo '<fontconfig><dir>/nowhere</dir><broken' >conf/fonts.conf
chmod -R go+rX input templates conf

for locale in C.UTF-8 tr_TR.UTF-8 zh_CN.UTF-8 de_DE.ISO-8859-1; do
	built_alike "locale $locale" lights env LC_ALL=$locale LANG=$locale
done
for zone in Asia/Shanghai America/St_Johns :/nowhere; do
	built_alike "time zone $zone" lights env TZ=$zone
done
mask=077 built_alike "umask 077" lights env
mask=000 built_alike "umask 000" lights env
built_alike "no environment" lights env -i
built_alike "one processor" lights taskset 1
built_alike "entries reversed" lights env LD_PRELOAD="$shim"
built_alike "fontconfig" lights env FONTCONFIG_FILE="$work/conf/fonts.conf" \
	FONTCONFIG_PATH="$work/conf" XDG_DATA_HOME="$work/conf" HOME="$work/conf"
built_alike "a day later" lights env SOURCE_DATE_EPOCH=1
[ -z "$other" ] || built_alike "another user" lights $other

# All at once, and in another folder.
copy_report
"$program" build templates/cosp10 --fonts "$root/fonts" --quiet \
	--output as-it-is-cosp10 || fail "build"
chmod -R go+rX input templates
mkdir -p some/where/else
mv input templates some/where/else
mv as-it-is-cosp10 some/where/else
chmod 777 some/where/else
cd some/where/else
mask=077 built_alike "all at once" cosp10 $other taskset 1 env -i \
	LC_ALL=tr_TR.UTF-8 TZ=Asia/Shanghai LD_PRELOAD="$shim" \
	FONTCONFIG_FILE="$work/conf/fonts.conf"
end
