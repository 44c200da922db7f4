#!/bin/sh
# tests/batch/matrix.sh - each call of the C library that can fail does, once, and nobody is told that all went well
#
# For batch, convert and restore, and each function of tests/fault/fault.c: the calls that a run makes of it, in all of
# its processes, are counted, and then CELLS (12) of them, spread over the whole run, fail in turn. Good is: the output
# that an undisturbed run gives, and its status; or less, and status 2 with a message; or, of batch, documents that are
# in the list of bad ones. What stands under an output's name is always the whole of it, and the next run mends the rest.
#
# usage: matrix.sh [PROGRAM [FUNCTION]]
# shellcheck disable=SC1091,SC2154 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"

cells=${CELLS:-12}
PATH=${TANZAKU_BIN:-$top/build}:${TANZAKU_BIN:-$top/build}/tests:$PATH
LC_ALL=C
export PATH LC_ALL
fault=${TANZAKU_BIN:-$top/build}/tests/fault.so
[ -e "$fault" ] || { echo "no $fault"; exit 2; }
case $fault in /*) ;; *) fault=$PWD/$fault ;; esac
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM
cd "$tmp" || exit 2

# NAME ERRNO: the functions, and how they fail
functions='malloc 12
read 5
write 28
open 24
stat 5
rename 5
dup2 24
pipe 24
fork 11
mmap 12
unlink 5
mkdir 28
sync 5
lseek 5
close 5
readdir 5
thread 11
waitpid 10
poll 12'

mkdir in in/folder
cp "$top/samples/ministry-actions.cp932.txt" in/a
cp "$top/samples/city-plan.utf8.txt" in/folder/b
{ echo '第1章　計画'; yes '施策	担当	期限	備考' | head -c 400000; printf '\n\377 end'; } >in/long
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >in/picture
mkdir trees
tanzaku convert in/a in/long 2>/dev/null >trees/1
tanzaku convert in/folder/b | jq -S . >trees/2 || exit 2

run_batch() { timeout 20 tanzaku-batch -j 2 in out >stdout 2>stderr; }
run_convert() { timeout 20 tanzaku-convert -T in/a in/folder/b in/long in/picture >stdout 2>stderr; }
run_restore() { timeout 20 tanzaku-restore trees/1 trees/2 >stdout 2>stderr; }

# outputs DIR: the names of the outputs there
outputs() { (cd "$1" && find . -name .tanzaku -prune -o -type f -print) | sort; }

# listed: is each document that has no output in the list of bad ones?
listed() {
	for name in a folder/b long; do
		[ -e "out/in/$name.json" ] || grep -q "\"in/$name\"" out/.tanzaku/bad.jsonl || return 1
	done
}

# whole: is each output that of the undisturbed run?
whole() {
	outputs out >present
	while read -r name; do
		cmp -s "out/$name" "want/$name" || return 1
	done <present
}

good_batch() {
	[ ! -d out ] || whole || return 1
	case $1 in
	0) return 1 ;; # there is a picture
	1) [ -s stderr ] && listed || return 1 ;;
	2) [ -s stderr ] || return 1 ;;
	*) return 1 ;;
	esac
	timeout 20 tanzaku-batch -q in out 2>again
	[ $? -le 1 ] && diff -r -x .tanzaku want out >differ
}

# The same, or something else that is said to be.
good_filter() {
	case $1 in
	"$usual") cmp -s stdout want || { [ "$1" -eq 1 ] && ! cmp -s stderr usual; } ;;
	1) ! cmp -s stderr usual ;;
	2) [ -s stderr ] ;;
	*) return 1 ;;
	esac
}

good_convert() { good_filter "$1"; }
good_restore() { good_filter "$1"; }

# begin PROGRAM: what an undisturbed run gives
begin() {
	rm -rf out want usual
	run_"$1"
	usual=$?
	[ $usual -le 1 ] || { cat stderr; exit 2; }
	mv stderr usual
	if [ "$1" = batch ]; then mv out want; else mv stdout want; fi
}

# faulty PROGRAM WHAT: a run in which that call fails
faulty() {
	head -c 8 /dev/zero >count
	(
		export FAULT="$2" FAULT_SHARED="$tmp/count" LD_PRELOAD="$fault"
		run_"$1"
	)
}

# matrix PROGRAM FUNCTION ERRNO
matrix() {
	rm -rf out
	faulty "$1" "$2 0 $3"
	n=$(od -An -td8 count | tr -d " ") i=0 bad=0 tried=0
	while [ $i -lt "$cells" ] && [ "$n" -gt 0 ]; do
		at=$((1 + i * n / cells)) i=$((i + 1))
		[ "$n" -ge "$cells" ] || at=$i
		[ $at -le "$n" ] || break
		rm -rf out
		faulty "$1" "$2 =$at $3"
		status=$?
		tried=$((tried + 1))
		good_"$1" $status && continue
		bad=$((bad + 1))
		echo "# $1, call $at of $n of $2: status $status: $(head -n 2 stderr | tr '\n' ' ')"
	done
	[ "$n" -eq 0 ] || ok $bad "$1: $2 fails, $tried of $n calls, $bad of them unnoticed"
}

for program in batch convert restore; do
	[ "${1-$program}" = $program ] || continue
	begin $program
	while read -r name error; do
		[ "${2-$name}" != "$name" ] || matrix $program "$name" "$error"
	done <<END
$functions
END
done
finish
