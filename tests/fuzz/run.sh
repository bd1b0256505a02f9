#!/bin/sh
# run.sh SECONDS [FUZZER]...: build the fuzzers with clang in build-fuzz/ and run
# each for so long, two at a time or AT_ONCE; say how many inputs each ran and
# how many edges of the program they reached. Exit status 1 if any found a fault: the
# input is in build-fuzz/found/. What reached something new stays in
# build-fuzz/corpus/ for the next run. Wants Debian's clang and
# libclang-rt-14-dev.
set -eu
[ $# -gt 0 ] || { echo "usage: sh run.sh SECONDS [FUZZER]..." >&2; exit 2; }
seconds=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${BUILD:-$root/build-fuzz}
at_once=${AT_ONCE:-2}
[ $# -gt 0 ] || set -- $(ls "$here/seeds")

command -v clang >/dev/null || { echo "no clang" >&2; exit 3; }
cmake -S "$root" -B "$folder" -G Ninja -DCMAKE_C_COMPILER=clang \
	-DCMAKE_BUILD_TYPE=Fuzz -DCMAKE_C_FLAGS_FUZZ="-O1 -g -fno-omit-frame-pointer" \
	-DRAPPORTEUR_FUZZ=ON >"$folder.log" 2>&1 &&
	ninja -C "$folder" -j 2 fuzzers >>"$folder.log" 2>&1 ||
	{ cat "$folder.log"; exit 3; }
rm -f "$folder.log"
rm -rf "$folder"/tests/fuzz/fixture/templates/fuzzed.*

dictionaries() {
	case $1 in
	template) echo markdown ;;
	ledger) echo "$1" ;;
	formula | published) echo formula ;;
	measures) echo formula xml ;;
	site) echo formula markdown xml ;;
	*) echo xml ;;
	esac
}

# One fuzzer to its end; its words go to build-fuzz/NAME.log. An input that takes
# 20 seconds is a fault; where many fuzzers share a processor, only what hangs.
run_one() {
	mkdir -p "$folder/corpus/$1" "$folder/found"
	timeout=20
	[ "$at_once" -le 2 ] || timeout=600
	for dictionary in $(dictionaries "$1"); do
		cat "$here/dictionaries/$dictionary.txt"
	done >"$folder/$1.dict"
	ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=0:quarantine_size_mb=32 \
		UBSAN_OPTIONS=print_stacktrace=1 \
		LSAN_OPTIONS=print_suppressions=0:suppressions=$here/leaks.txt \
		"$folder/tests/fuzz/fuzz_$1" -max_total_time="$seconds" \
		-timeout="$timeout" -rss_limit_mb=2000 -max_len=16384 \
		-print_final_stats=1 -artifact_prefix="$folder/found/$1-" \
		-dict="$folder/$1.dict" \
		"$folder/corpus/$1" "$here/seeds/$1" \
		>"$folder/$1.log" 2>&1 || echo "$1" >>"$folder/failed"
}

# The last word after LABEL in a fuzzer's log, 0 if there is none.
log_number() {
	sed -n "s/.*$2: *\([0-9][0-9]*\).*/\1/p" "$folder/$1.log" | tail -n 1 |
		grep . || echo 0
}

rm -f "$folder/failed"
running=0
for name in "$@"; do
	run_one "$name" &
	running=$((running + 1))
	if [ "$running" -eq "$at_once" ]; then
		wait
		running=0
	fi
done
wait

printf '%-12s %12s %8s %8s\n' fuzzer executions edges corpus
for name in "$@"; do
	printf '%-12s %12s %8s %8s\n' "$name" \
		"$(log_number "$name" stat::number_of_executed_units)" \
		"$(log_number "$name" ' cov')" \
		"$(ls "$folder/corpus/$name" | wc -l)"
done
[ ! -f "$folder/failed" ] || {
	echo "faults found by: $(tr '\n' ' ' <"$folder/failed")"
	ls "$folder/found"
	exit 1
}
