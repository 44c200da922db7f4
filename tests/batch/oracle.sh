#!/bin/sh
# tests/batch/oracle.sh - Markdown as cmark-gfm reads it, and prose, in more documents than `make check` makes
set -u
top=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd) || exit 2
PATH=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd):$PATH || exit 2
passed=0 failed=0

# all_of SCRIPT DOCUMENTS SEED: its last line must count them all
all_of() {
	last=$(python3 "$top/tests/oracle/$1" -n "$2" -s "$3" | tail -n 1)
	case $last in
	"$2 of $2 documents"*) passed=$((passed + 1)) result='ok' ;;
	*) failed=$((failed + 1)) result='not ok' ;;
	esac
	echo "$result - $1 from $3: $last"
}

for seed in 1001 2001 3001 4001 5001; do
	all_of gfm.py 1000 "$seed"
done
all_of prose.py 400 1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
