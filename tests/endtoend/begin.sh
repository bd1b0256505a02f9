# Sourced by every test here: PROGRAM ROOT → $program, a scratch folder $work
# with its own copy of the report, helpers to run and to complain.
set -eu
program=$(realpath "$1")
root=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
faults=0
export ASAN_OPTIONS=detect_leaks=1

fail() {
	printf 'FAIL: %s\n' "$*"
	faults=$((faults + 1))
}

# A copy of input and templates that may be spoilt.
copy_report() {
	rm -rf input templates
	mkdir -p input
	cp -R "$root/input/schema" "$root/input/cosp10" input/
	cp -R "$root/templates" templates
}

# run OUTPUT [ARGUMENT]...: build the copied report.
run() {
	output=$1
	shift
	"$program" build templates/cosp10 --fonts "$root/fonts" \
		--output "$output" --quiet "$@"
}

end() {
	[ "$faults" -eq 0 ] || { echo "$faults faults"; exit 1; }
	echo "good"
}
