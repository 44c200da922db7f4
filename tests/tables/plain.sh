#!/bin/sh
# plain.sh - what the tables know is read the same with quick paths and kept answers, and without
#
# usage: tests/tables/plain.sh [LINES]
#
# The plain build (TZ_PLAIN_C), told to (TZ_ASK_ALL), asks each pattern of each line anew. Both read 102,000 lines (or so many) that the
# alternatives of all tables match, or nearly: see lines.py.
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
lines=${1:-102000}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0

env -u MAKEFLAGS -u MAKELEVEL make -s -C "$top" BUILD="$tmp/plain" CFLAGS=-O1 LTO= CPPFLAGS='-DTZ_PLAIN_C -DTZ_ASK_ALL' "$tmp/plain/tanzaku-convert" || exit 2
set -- "$top"/filters/words/*.tsv
for seed in 1 2 3; do
	python3 "$here/lines.py" $seed $((lines / 3)) "$@" >"$tmp/doc" || exit 2
	"$bin/tanzaku-convert" -f UTF-8 "$tmp/doc" >"$tmp/quick" 2>"$tmp/quick.said"
	"$tmp/plain/tanzaku-convert" -f UTF-8 "$tmp/doc" >"$tmp/plain.out" 2>"$tmp/plain.said"
	sort -o "$tmp/quick.said" "$tmp/quick.said"
	sort -o "$tmp/plain.said" "$tmp/plain.said"
	if cmp "$tmp/quick" "$tmp/plain.out" && cmp "$tmp/quick.said" "$tmp/plain.said" &&
		[ "$(grep -o '"type":"legendItem"' "$tmp/quick" | wc -l)" -gt $((lines / 300)) ] &&
		[ "$(grep -o '"type":"row"' "$tmp/quick" | wc -l)" -gt $((lines / 30)) ]; then
		passed=$((passed + 1))
		echo "ok - $((lines / 3)) lines of seed $seed"
	else
		failed=$((failed + 1))
		echo "not ok - $((lines / 3)) lines of seed $seed"
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
