#!/bin/sh
# check.sh - the check build (make CHECK=1) finds no quick path and no kept answer that differs from what it stands for
#
# usage: tests/tables/check.sh [LINES]
#
# It reads the samples, broken bytes made of them, and 102,000 lines (or so many) that the alternatives of all tables
# match, or nearly: see lines.py. That it would find one is shown by two programs with a fault each: a kept answer that is
# found by less than it depends on, and a quick path that says no too often.
# shellcheck disable=SC1091 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
lines=${1:-102000}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
. "$here/../lib/tap.sh"

# build DIR: the check build of the source in DIR, into DIR/build-check
build() {
	env -u MAKEFLAGS -u MAKELEVEL make -s -j2 -C "$1" BUILD=build-check CHECK=1 CFLAGS=-O1 LTO= build-check/tanzaku-convert || exit 2
}

# differs PROGRAM FILE ...: the check build says so of one of the files; what it says is shown
differs() {
	program=$1
	shift
	printf '%s\0' "$@" >"$tmp/names"
	"$program" -0 "$tmp/names" >"$tmp/out" 2>"$tmp/said"
	status=$?
	grep -a '^CHECK: ' "$tmp/said" && return 0
	if [ $status -gt 1 ] || [ ! -s "$tmp/out" ]; then
		tail -n 3 "$tmp/said"
		return 0
	fi
	return 1
}

# clean WHAT FILE ...
clean() {
	what=$1
	shift
	! differs "$tmp/source/build-check/tanzaku-convert" "$@"
	ok $? "$what"
}

# fault NAME FILE SED: the check build of the source with that fault finds it
fault() {
	cp -a "$tmp/source" "$tmp/$1"
	sed -i "$3" "$tmp/$1/filters/$2"
	cmp -s "$tmp/source/filters/$2" "$tmp/$1/filters/$2"
	[ $? -eq 1 ] || { echo "no such place in $2: $3"; exit 2; }
	build "$tmp/$1"
	differs "$tmp/$1/build-check/tanzaku-convert" "$tmp/lines1" "$top"/samples/*.txt >/dev/null
	ok $? "a fault is found: $1"
}

mkdir "$tmp/source" "$tmp/broken"
cp -a "$top/Makefile" "$top/config.mk" "$top/filters" "$top/scripts" "$tmp/source"
build "$tmp/source"

clean 'the samples' "$top"/samples/*.txt "$top"/samples/*/*.txt
"$bin/tests/fuzzdocs" 5 400 "$tmp/broken" "$top"/samples/*.txt
clean 'broken samples' "$tmp"/broken/*
set -- "$top"/filters/words/*.tsv
for seed in 1 2 3; do
	python3 "$here/lines.py" $seed $((lines / 3)) "$@" >"$tmp/lines$seed" || exit 2
	clean "$((lines / 3)) lines of seed $seed" "$tmp/lines$seed"
done
fault quick words/may.c 's/state == STATE_FOUND || state == STATE_UNKNOWN)/state == STATE_UNKNOWN)/'
fault kept base/memo.c 's/slice_eq((struct slice){e->text.p, e->asked}, text)/e->asked == text.n/'
finish
