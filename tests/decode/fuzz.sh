#!/bin/sh
# fuzz.sh - random and mutated documents: always UTF-8, no line end lost, every byte given back
#
# usage: fuzz.sh [DOCUMENTS [SEED]]
#
# Run it on a build with -fsanitize=address,undefined. Each thousand documents is
# decoded as each encoding: the output is well-formed UTF-8, has no fewer line
# feeds than the source, and behind -H unframe gives back the source. A second
# decode of what was found by itself changes nothing. PATH has the programs.
set -u
documents=${1:-100000} seed=${2:-1}
top=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
failed=0 done=0

fail() {
	failed=$((failed + 1))
	echo "seed $seed: $*"
}
# lines_of FILE...: line feed bytes
lines_of() { cat "$@" | tr -dc '\n' | wc -c; }

# as ENCODING: decodes all documents as ENCODING
as() {
	tanzaku-decode -H -f "$1" "$tmp"/docs/* >"$tmp/framed" 2>"$tmp/err"
	rc=$?
	[ $rc -le 1 ] || fail "$1: status $rc: $(tail -n 3 "$tmp/err")"
	iconv -f UTF-8 -t UTF-8 "$tmp/framed" >"$tmp/same" 2>&1 || fail "$1: output is not UTF-8"
	unframe <"$tmp/framed" | cmp -s - "$tmp/all" || fail "$1: does not come back"
	tanzaku-decode -f "$1" "$tmp"/docs/* >"$tmp/plain" 2>/dev/null
	case $1 in
	utf16*) ;;
	*) [ "$(lines_of "$tmp/plain")" -ge "$(lines_of "$tmp"/docs/*)" ] || fail "$1: a line end is lost" ;;
	esac
}

while [ $done -lt "$documents" ]; do
	mkdir -p "$tmp/docs"
	fuzzdocs "$seed" 1000 "$tmp/docs" "$top"/samples/*.txt || exit 2
	cat "$tmp"/docs/* >"$tmp/all"
	for encoding in utf8 sjis euc-jp jis utf16le utf16be; do
		as $encoding
	done
	tanzaku-decode "$tmp"/docs/* >"$tmp/once" 2>"$tmp/err"
	[ $? -le 1 ] || fail "guessing: $(tail -n 3 "$tmp/err")"
	tanzaku-decode <"$tmp/once" >"$tmp/twice" 2>/dev/null || fail "guessing: output is not UTF-8"
	cmp -s "$tmp/once" "$tmp/twice" || fail "decoding once more changes it"
	rm -rf "$tmp/docs"
	done=$((done + 1000)) seed=$((seed + 1))
done
echo "$done documents, $failed failures"
[ $failed -eq 0 ]
