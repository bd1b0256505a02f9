#!/bin/sh
# faults.sh PROGRAM ROOT SHIM COMMAND [all]: the n-th allocation, open, read, write,
# fsync, close, rename, link, mkdir fails, for every n until none is left; a
# signal comes at each call that changes a file, and at random moments. Each
# time: a message, exit status 3 (or all is well), output/ as it was (or as it
# should become), nothing left aside. COMMAND is check, build or publish. Without
# "all", only some of the allocations fail, and of publish only some calls.
shim=$3
which=$4
all=${5:+1}
step=1
. "$(dirname "$0")/begin.sh"
points=0
EIO=5 EACCES=13 EMFILE=24 ENOSPC=28

small_report
before=$work/before after=$work/after

# go [VARIABLE=VALUE]...: the command under the shim; its status to $status,
# what the shim did to report.
go() {
	status=0
	# shellcheck disable=SC2086
	env "$@" FAULT_REPORT=3 LD_PRELOAD="$shim" "$program" $command \
		--fonts "$root/fonts" --quiet 3>report >said 2>words || status=$?
}

# start: everything as it was before the command.
start() {
	rm -rf output templates/lights/ledger.tsv www
	cp -R "$before/." .
}

# same FOLDER: what the command may change is as it is in FOLDER.
same() {
	for part in output www templates/lights/ledger.tsv; do
		[ -e "$1/$part" ] || [ -e "$part" ] || continue
		diff -r --no-dereference "$1/$part" "$part" >difference 2>&1 ||
			return 1
	done
}

# judge WHAT: of a call that failed.
judge() {
	points=$((points + 1))
	if [ "$status" -eq 0 ]; then
		same "$after" || fail "$1: status 0 and not all is there"
	elif [ "$status" -ne 3 ]; then
		fail "$1: status $status: $(head -n 2 words)"
	elif ! grep -q 'error: .' words; then
		fail "$1: no message"
	else
		same "$before" || same_target ||
			fail "$1: changed: $(head -n 2 difference)"
	fi
}

# What is published is as it was, though what was built for it is new.
same_target() {
	[ "$which" = publish ] && diff -r output "$after/output" >/dev/null &&
		diff -r --no-dereference "$before/www" www >difference
}

# sweep CALL ERROR...: for every n until no such call is left.
sweep() {
	name=$1
	shift
	for code in "$@"; do
		n=$step
		while :; do
			start
			go FAULT_CALL="$name" FAULT_ERROR="$code" FAULT_AT="$n"
			[ -s report ] || break
			judge "$command: $name $n, error $code"
			n=$((n + step))
		done
	done
}

# signals SIGNAL...: at each call that changes a file.
signals() {
	for code in "$@"; do
		n=$step
		while :; do
			start
			go FAULT_CALL=any FAULT_SIGNAL="$code" FAULT_AT="$n"
			[ -s report ] || break
			judge_signal "$command: signal $code at $(cat report)" "$code"
			n=$((n + step))
		done
	done
}

# What is published is as it should become, though its version has another
# number: one before it was made whole and never served.
same_served() {
	[ "$which" = publish ] && diff -r output "$after/output" >difference &&
		diff -r "$after/www/site/" www/site/ >difference
}

# Ended by the signal, or done before it came; then nothing is between the two.
# What SIGKILL left is put right by the next run.
judge_signal() {
	points=$((points + 1))
	[ "$status" -eq $((128 + $2)) ] || [ "$status" -eq 0 ] ||
		fail "$1: status $status"
	[ "$2" -ne 9 ] || go FAULT_AT=0
	if [ "$2" -eq 9 ]; then
		same "$after" || same_served ||
			fail "$1: the next run left $(head -n 2 difference)"
	else
		same "$before" || same "$after" || same_target ||
			fail "$1: between the two: $(head -n 2 difference)"
	fi
}

# prepare COMMAND: $before and $after of it; of what stands in output/, some is
# old, some is missing, and some is as it will be.
prepare() {
	command=$1
	rm -rf output www "$before" "$after" templates/lights/ledger.tsv
	mkdir "$before" "$after"
	[ "$which" != publish ] || mkdir www
	if [ "$which" = publish ]; then
		go FAULT_AT=0 # so that something is served already
		echo old >www/site/index.html
		rm -rf output
		cp -R www "$before"
	fi
	go FAULT_AT=0
	[ "$status" -eq 0 ] || fail "$command: $(head -n 3 words)"
	for part in output www; do
		[ ! -e "$part" ] || cp -R "$part" "$after"
	done
	keep_ledger "$after"
	if [ -d output ]; then
		echo old >output/lights/note.en.html
		echo old >output/lights/data/measures.tsv
		rm -f output/lights/note.zh.html
		rm -rf output/lights/data/figures
		cp -R output "$before"
	fi
	[ ! -f templates/lights/ledger.tsv ] || echo old >templates/lights/ledger.tsv
	keep_ledger "$before"
}

keep_ledger() {
	[ -f templates/lights/ledger.tsv ] || return 0
	mkdir -p "$1/templates/lights"
	cp templates/lights/ledger.tsv "$1/templates/lights"
}

# memory EVERY: so manyeth allocations of the command fail.
memory() {
	start
	go FAULT_MEMORY="$1"
	[ "$status" -eq 0 ] || fail "$command: memory: status $status"
	same "$after" || fail "$command: memory: $(head -n 2 difference)"
	cat report
	set -- $(tail -n 1 report)
	points=$((points + $3))
	[ "$5" -eq 0 ] || fail "$command: $5 allocations that failed badly"
}

moments() {
	for i in $(seq "$1"); do
		for code in 15 2 9; do
			start
			status=0
			timeout -s "$code" "0.$(printf '%03d' $((i * 37 % 300 + 3)))" \
				env FAULT_AT=0 "$program" $command --fonts "$root/fonts" \
				--quiet >said 2>words || status=$?
			[ "$status" -ne 124 ] || status=$((128 + code))
			judge_signal "$command: signal $code at a moment" "$code"
		done
	done
}

# rest: every kind of call and signal.
rest() {
	memory $1
	shift
	sweep write $ENOSPC short
	sweep open $EACCES
	sweep read $EIO short
	for name in "$@"; do
		sweep "$name" $EIO
	done
	sweep rename $EACCES $ENOSPC
	sweep mkdir $ENOSPC
	signals 15 9
	moments 3
}

# surroundings: what the program is born into. A child that is not its own, its
# own that nobody reaps, a limit to files, an output that is full or closed.
surroundings() {
	start
	status=0
	sh -c 'sleep 0.05 & false & exec "$@"' sh "$program" $command \
		--fonts "$root/fonts" --quiet 2>words || status=$?
	judge_surroundings "another's children" 0
	status=0
	env --ignore-signal=CHLD timeout 20 "$program" $command \
		--fonts "$root/fonts" --quiet 2>words || status=$?
	judge_surroundings "children that are ignored" 0
	status=0
	(ulimit -f 1 && exec "$program" $command --fonts "$root/fonts" --quiet) \
		2>words || status=$?
	judge_surroundings "a limit to files" 3
	status=0
	"$program" $command --fonts "$root/fonts" >/dev/full 2>words || status=$?
	judge_surroundings "a full output" 3
	status=0
	"$program" $command --fonts "$root/fonts" >&- 2>words || status=$?
	judge_surroundings "a closed output" 3
	status=0
	"$program" $command --fonts "$root/fonts" --quiet 2>&- || status=$?
	judge_surroundings "nowhere to say it" 0
}

# judge_surroundings WHAT STATUS: then the next starts as the first did.
judge_surroundings() {
	points=$((points + 1))
	[ "$status" -eq "$2" ] || fail "$command, $1: status $status: $(cat words)"
	[ "$2" -eq 0 ] || grep -q 'error: .' words || fail "$command, $1: no message"
	same "$before" || same "$after" ||
		fail "$command, $1: between the two: $(head -n 2 difference)"
	start
}

# So manyeth calls of that command; every one of all.
case $which in
check)
	prepare "check --confirm templates/lights"
	rest ${all:-100} close rename link mkdir list
	;;
build)
	prepare "build templates/lights --format html,data"
	surroundings
	rest ${all:-100} close link list "memory file"
	;;
publish)
	step=${all:-23}
	prepare "publish templates/lights www/site"
	rest ${all:-2000} fsync close link list "memory file" symlink
	;;
esac
echo "$points points of $which"
end
