#!/bin/sh
# valgrind.sh BUILD [CTEST OPTION]...: the ordinary tests of a built folder once
# more, every program of ours under valgrind's memcheck. The programs give way
# to scripts that call them; each report of memcheck is an exit status that no
# test wants, and stays in BUILD/memcheck/. What is only "possibly lost" is ICU's
# cache, which points into its blocks.
set -eu
build=$(cd "$1" && pwd)
shift
rm -rf "$build/memcheck"
mkdir "$build/memcheck"

# The programs that tests run.
programs() {
	find "$build" -name CMakeFiles -prune -o -type f -perm -u+x \
		\( -name rapporteur -o -name reconstruct -o -name 'test_*' \
		-o -name 'fuzz_*' \) ! -name '*.bare' -print
}

# A script is left from the last time unless the program was built since.
for program in $(programs); do
	head -c 2 "$program" | grep -q '#!' || mv "$program" "$program.bare"
	cat >"$program" <<SCRIPT
#!/bin/sh
exec valgrind -q --vgdb=no --error-exitcode=99 --leak-check=full \\
	--show-leak-kinds=definite --errors-for-leak-kinds=definite \\
	--num-callers=30 \\
	--log-file="$build/memcheck/${program##*/}.%p" "$program.bare" "\$@"
SCRIPT
	chmod +x "$program"
done

status=0
HOSTILE_SECONDS=300 ctest --test-dir "$build" --output-on-failure \
	--timeout 7200 -E '^(house|source|browser|pdf|anomaly)' -LE load "$@" || status=1
# Lines between hyphens are about system calls that valgrind does not know: those
# of the sandbox.
reports=$(grep -rl '^==' "$build/memcheck" || true)
if [ -n "$reports" ]; then
	status=1
	grep -h '^==' $reports
fi
echo "$(find "$build/memcheck" -type f | wc -l) runs under memcheck," \
	"$(echo "$reports" | grep -c .) with a report"
exit $status
