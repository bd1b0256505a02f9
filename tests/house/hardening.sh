#!/bin/sh
# hardening.sh PROGRAM: the release binary may stand anywhere in memory, its
# tables of addresses are read-only once it runs, its stack holds no code and
# is guarded, and the C library checks the sizes that the compiler knows.
set -eu
program=$1
faults=0

# look WHAT PATTERN READELF-OPTION
look() {
	readelf -W "$3" "$program" | grep -Eq "$2" || {
		echo "$program: no $1"
		faults=1
	}
}
look "position-independent code" 'Type: +DYN' -h
look "read-only relocations" 'GNU_RELRO' -l
look "binding at start" 'FLAGS_1.*NOW' -d
look "stack without code" 'GNU_STACK .* RW +0x' -l
look "guard of the stack" '__stack_chk_fail' --dyn-syms
look "checked calls of the C library" '__(v?snprintf|v?fprintf|memcpy|read)_chk' --dyn-syms
exit $faults
